"""Where a note calls somebody by another name than the patient's, as it would call the patient."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.bystanders import BESIDE, is_anothers, is_introduced
from lint97110.nlp.known_names import Known, labelled_names, words_of_name
from lint97110.nlp.mentions import Mentions

_NAME = re.compile(r"(?<![\w'’.-])(?P<name>[A-Z][a-z]+(?:['’-]?[A-Z][a-z]+)*)(?=['’]s|[^\w'’]|$)")
_OPENS = re.compile(r"(?:^|[.:;>)-]|\b[SOAP]:|\b(?:Today|and|but|while|when|as|that),?)[ \t*•]*$")
"""What stands before a word that begins a sentence or a clause."""
_TITLE_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Fr|Rev|St|Sr|Mt)\.?[ \t]+$")
_NAME_BEFORE = re.compile(r"(?P<name>[A-Z][a-z]+)(?:[ ][A-Z]\.?|,)?[ ]$")
_NAME_BEHIND = re.compile(r"[ ](?:[A-Z]\.?[ ])?(?P<name>[A-Z][\w'’-]+)")
_ROLE = re.compile(
    r"(?:[^aeiouy]+|.*(?:ists?|ians?|ors?|ers?|ees?|ants?|ents?|pas?|mas?|mom|dad|um|ing|mmy|ddy"
    r"|ive|al|ic|ous|ful|less|able|ible|ary|ed|ish|ward|wise|ly))$"
)
_FINITE = re.compile(r"(?!this|its|his|has|was|is|as|us)[a-z]{2,}(?:[^s']s|ed)$")
_OWN = frozenset(("regions", "limbs", "done", "vague", "topics"))
_THERAPIST = re.compile(r"\bPT[ \t]*:[ \t]*$")  # below the head: the patient is "Pt" there
_SHORTEST = 4  # letters of a surname that is known by nothing but its capital
_REACH = 40


def named_facts(mentions: Mentions, known: Known, others: set[str]) -> Iterator[Fact]:
    """`named` for the patient's name, and for each other one that is used as a patient's is.

    `others` are the words of the names of those who signed or were introduced.
    """
    if known.span is not None:
        yield _named(mentions, known.span, "given", given=True)
    names = tuple(_NAME.finditer(mentions.reading.text))
    others = others | set(_introduced(mentions, known, names))
    yield from _titled(mentions, known, others)
    if known.words:
        yield from _labelled_otherwise(mentions, known, others)
        yield from _OtherNames(mentions, known, others).facts(names)


def _titled(mentions: Mentions, known: Known, others: set[str]) -> Iterator[Fact]:
    """Each name with a title that is the patient's, or might be."""
    for match in mentions.lexicon.people.titled.finditer(mentions.reading.text):
        words = words_of_name(match["name"])
        is_own = any(known.is_own(word, mentions) for word in words)
        if not words or words & others or is_anothers(mentions, match):
            continue
        if is_own or _stands_as_a_patient(mentions, match):
            value = "given" if is_own else max(sorted(words), key=len)
            yield _named(mentions, Span(*match.span()), value)


def _stands_as_a_patient(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether a name does something at the beginning of a clause, or something is done with it.

    "Ms. Vane needs cues", "cued Ms. Vane"; not "speech with Ms. Vane", "CPO Ms. Vane looked".
    """
    text, people = mentions.small, mentions.lexicon.people
    before = text[max(0, match.start() - _REACH) : match.start()]
    if people.told_to.search(before) or people.made_to.search(before):
        return True
    opens = people.as_patients_do.search(before) is not None or not match.start()
    return opens and people.does.match(mentions.reading.text, match.end()) is not None


def _introduced(mentions: Mentions, known: Known, names: Iterable[re.Match[str]]) -> Iterator[str]:
    """The names in fields that are not the patient's, with credentials, or with a part."""
    text, people = mentions.reading.text, mentions.lexicon.people
    readings = mentions.lexicon.readings
    matches = [
        match
        for match in people.field.finditer(text)
        if people.names_patient.search(match["label"].lower()) is None
    ]
    matches += [
        match
        for match in people.credential.finditer(text)
        if ("others", "providers") in readings.get(match["what"].lower(), ())
    ]
    matches += [
        match
        for match in names
        if people.apposed.search(mentions.small, max(0, match.start() - _REACH), match.start())
    ]
    matches += [match for match in people.titled.finditer(text) if is_introduced(mentions, match)]
    for match in matches:
        yield from words_of_name(match["name"]) - known.words


def _labelled_otherwise(mentions: Mentions, known: Known, others: set[str]) -> Iterator[Fact]:
    """Another name behind the label of a patient's further down, or in the head of a page."""
    text, people = mentions.reading.text, mentions.lexicon.people
    end = known.span.end if known.span else 0
    found = [
        (name.words, name.span)
        for name in labelled_names(mentions)
        if people.of_patient.search(
            mentions.small[max(0, name.span.start - _REACH) : name.span.start]
        )
        and not _THERAPIST.search(text, max(0, name.span.start - _REACH), name.span.start)
    ]
    pages = people.page.finditer(text, end)
    found += [(frozenset(words_of_name(m["name"])), Span(*m.span("name"))) for m in pages]
    for words, span in found:
        is_own = any(word in others or known.is_own(word, mentions) for word in words)
        if span.start > max(end, mentions.head_end) and not is_own:
            yield _named(mentions, span, max(sorted(words), key=len, default=""))


class _OtherNames:
    """The names without a title: first names, surnames, and words that nobody knows."""

    def __init__(self, mentions: Mentions, known: Known, others: set[str]) -> None:
        self._mentions, self._known, self._others = mentions, known, others
        self._people = mentions.lexicon.people
        self._text, self._readings = mentions.reading.text, mentions.lexicon.readings
        self._eponyms = mentions.lexicon.sets.get("eponyms.words", frozenset())
        self._nouns = mentions.lexicon.sets.get("acts.nouns", frozenset())
        self._surnames = mentions.lexicon.sets.get("surnames.words", frozenset())

    def facts(self, names: Iterable[re.Match[str]]) -> Iterator[Fact]:
        """Each of `names` that stands where a patient's does, and is not the patient's."""
        for match in self._suspects(names):
            if self._is_subject(match) or self._is_object(match) or self._is_owner(match):
                alone = not _is_introduced(self._mentions, match.start())
                span = self._whole(match)
                yield _named(self._mentions, span, match["name"].lower(), alone=alone)

    def _suspects(self, names: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
        """The names of somebody else whom nobody introduced."""
        for match in names:
            name = match["name"].lower()
            if self._is_first(name):
                is_name = self._known.is_full
            else:
                is_name = name in self._surnames or self._is_unknown(match)
            if is_name and not self._is_met_before(match):
                yield match

    def _is_met_before(self, match: re.Match[str]) -> bool:
        """Whether it is a part of a name that is known, or that has a title."""
        words = words_of_name(match["name"])
        start = match.start()
        before = self._text[max(0, start - _REACH) : start]
        beside = (_NAME_BEFORE.search(before), _NAME_BEHIND.match(self._text, match.end()))
        words |= {each["name"].lower() for each in beside if each}
        return _TITLE_BEFORE.search(before) is not None or any(
            word in self._others or self._known.is_own(word, self._mentions) for word in words
        )

    def _is_first(self, name: str) -> bool:
        return any(group == "first_names" for group, _ in self._readings.get(name, ()))

    def _is_unknown(self, match: re.Match[str]) -> bool:
        """Whether no word is known that is written so, and the note has it in capitals alone."""
        name = match["name"]
        return len(name) >= _SHORTEST and self._mentions.is_unknown(name.lower(), match.start())

    def _is_subject(self, match: re.Match[str]) -> bool:
        """Whether it does something, or is to do it."""
        verb = self._people.verb.match(self._text, match.end())
        if verb is None:
            return False
        told, name = self._acts(verb), match["name"].lower()
        if not self._eponyms.isdisjoint((name, *name.split("-"))) and "person" not in told:
            return False
        start = self._whole(match).start
        line = self._text[self._text.rfind("\n", 0, start) + 1 : start]
        if self._is_first(name) or start < match.start():
            joined = self._people.joins.search(line) or _OPENS.search(line)
            is_finite = _FINITE.match(verb["verb"]) and not verb["to"]
            return bool(told or (joined and is_finite)) or self._is_state(verb, line)
        if not told or _OPENS.search(line) is None:
            return False
        return name in self._surnames or self._may_be_name(name, verb, told)

    def _may_be_name(self, name: str, verb: re.Match[str], told: set[str]) -> bool:
        """Whether a word that nobody knows is a name, by what it does."""
        if _ROLE.match(name):
            return False
        return "person" in told and verb["verb"] not in self._nouns

    def _is_state(self, verb: re.Match[str], line: str) -> bool:
        """Whether it is told how somebody is, without a verb: "Ada up in chair"."""
        told = self._readings.get(verb["verb"], ())
        return ("acts", "state") in told and _OPENS.search(line) is not None

    def _acts(self, verb: re.Match[str]) -> set[str]:
        """Whether anybody, or a person alone, does what stands behind a name; or is to do it."""
        readings = self._readings
        told = {value for group, value in readings.get(verb["verb"], ()) if group == "acts"}
        if verb["to"]:
            return {"person"} if told else set()
        state = readings.get(verb["state"] or "", ())
        is_state = ("acts", "state") in state and told
        return told - {"plan", "state"} | ({"person"} if is_state else set())

    def _is_object(self, match: re.Match[str]) -> bool:
        """Whether it stands behind what a patient is told: "have Quill bring the brace"."""
        start = match.start()
        before = self._mentions.small[max(0, start - _REACH) : start]
        whole = _NAME_BEHIND.match(self._text, match.end())
        end = whole.end() if whole else match.end()
        if not self._eponyms.isdisjoint(words_of_name(match["name"])):
            return False
        if self._people.made_to.search(before) is not None:
            verb = self._people.verb.match(self._text, end)
            readings = self._readings.get(verb["verb"], ()) if verb else ()
            return ("acts", "plan") in readings
        return self._people.told_to.search(before) is not None and (
            self._people.behind_told.match(self._text, end) is not None
        )

    def _is_owner(self, match: re.Match[str]) -> bool:
        """Whether a part of the body, or what is treated, belongs to it: "Marta's heels rise"."""
        owned = self._people.theirs.match(self._text, match.end())
        if owned is None or not self._is_first(match["name"].lower()):
            return False
        told = self._readings.get(owned["part"], ()) if owned["part"] else ()
        return not owned["part"] or any(group in _OWN for group, _ in told)

    def _whole(self, match: re.Match[str]) -> Span:
        """The name with the first name before it, or the surname behind it."""
        start, end = match.span("name")
        before = _NAME_BEFORE.search(self._text, max(0, start - _REACH), start)
        if before is not None and (
            self._is_first(before["name"].lower()) or before["name"].lower() in self._surnames
        ):
            start = before.start("name")
        return Span(start, end)


def _is_introduced(mentions: Mentions, offset: int) -> bool:
    """Whether somebody stands right before it: "coach Vane", "her friends Ada and Ruth"."""
    text = mentions.reading.text
    near = mentions.within(Span(max(0, offset - _REACH), offset))
    return any(each.group == "others" and BESIDE.fullmatch(text, each.end, offset) for each in near)


def _named(
    mentions: Mentions, span: Span, value: str, *, given: bool = False, alone: bool = True
) -> Fact:
    slots: dict[str, SlotValue] = {"is": value, "given": given, "alone": alone and not given}
    return mentions.fact("named", span, slots)
