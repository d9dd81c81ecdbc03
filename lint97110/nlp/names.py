"""By which name the note calls the patient, and where it calls somebody else so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.bystanders import is_anothers, is_attributed
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.short_names import is_short_for

_NAMED = re.compile(  # "Patient: Quill, Marta J.", "Name..... Marta Quill"
    r"(?:^|[ \t]{2}|\||(?<=[.] ))[ \t|*#]*"
    r"(?i:patient|pt|client|resident|member|employee|claimant|name|res"
    r"|child|baby|infant|worker|account holder|athlete|runner|player|participant|veteran|student"
    r"|beneficiary|injured worker|who)"
    r"(?:['’]s)?(?i:[ \t]+name|(?:/|[ ]/[ ])[a-z]+)?[ \t]*(?:[:.]+|\||[ \t]{2,})[ \t|]*"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss)\.?[ \t]+)?"
    r"[A-Z][\w'’.-]*(?:,?[ \t][A-Z\"“(][\w'’.\"”)-]*){1,3})",
    re.MULTILINE,
)
_ABOUT = re.compile(  # in a letter: "Re: Marta Quill, date of birth 8/19/2004"
    r"^[ \t*]*(?i:re|regarding|concerning)[ \t]*:[ \t]*"
    r"(?P<name>(?P<title>(?:Mr|Mrs|Ms|Miss)\.?[ \t]+)?"
    r"[A-Z][\w'’.-]*(?:,?[ \t][A-Z][\w'’.-]*){1,3})(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_BORN = re.compile(r"dob|birth|born|d\.o\.b", re.IGNORECASE)
_UNLABELLED = re.compile(  # in the head: "Lyra D., 20, college soccer", "Marta Quill   61"
    r"(?:^|\|)[ \t|*#]*(?:(?:Patient|Pt|Client|Resident|Child|Athlete)[ ])?"
    r"(?P<name>[A-Z][a-z'’-]+(?:[ \t](?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})"
    r"(?:,[ \t]*|[ \t]*\|[ \t]*|[ \t]+)(?:age[ \t]*)?\d{1,2}(?![\w/.-])"
    r"(?![ \t]*(?:visits?|min|weeks?|of)\b)",
    re.MULTILINE,
)
_TITLED = re.compile(
    r"(?P<title>M(?:rs?|s|iss|x))\b\.?[ \t]+(?P<name>[A-Z][\w'’-]+(?:[ \t][A-Z][\w'’-]+)?)"
)
_SUBJECT = re.compile(  # a name that does something, or is to do it
    r"(?P<name>[A-Z](?<!\w.)[a-z]+(?:-[A-Z][a-z]+)?)(?:['’]s)?(?=[ \t]+(?P<to>to[ \t]+)?"
    r"(?P<verb>[a-z-]+)(?:[ \t]+(?P<state>[a-z]+))?)"
)
_OPENS = re.compile(r"(?:^|[.:;>)-]|\b[SOAP]:|\b(?:Today|and|but|while|when|as|that),?)[ \t*•]*$")
"""What stands before a word that begins a sentence or a clause."""
_TITLE_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Fr|Rev|St)\.?[ \t]+$")
_NAME_WORD = re.compile(r"[A-Za-z][a-z'’-]+|[A-Z]{2,}")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
_ROLE = re.compile(
    r"(?:[^aeiouy]+|.*(?:ists?|ians?|ors?|ers?|ees?|ants?|ents?|pas?|mas?|mom|dad|um|ing|mmy|ddy))$"
)
_SHORTEST = 4  # letters of a surname that is known by nothing but its capital
_LABEL_REACH = 600


class Known(NamedTuple):
    """The words of the patient's name, where the head of the note gives it."""

    words: frozenset[str]
    span: Span | None
    is_full: bool  # with a first name
    title: Span | None = None


class Labelled(NamedTuple):
    """A name behind the label of a patient's: its words, and where it stands."""

    words: frozenset[str]
    span: Span


def labelled_names(mentions: Mentions) -> Iterator[Labelled]:
    """Every name behind such a label, all over the text."""
    for match in _NAMED.finditer(mentions.reading.text):
        words = _words(match["name"])
        if words:
            yield Labelled(frozenset(words), Span(*match.span("name")))


def known_name(mentions: Mentions, signers: set[str]) -> Known:
    """The patient's name by its label; else the first one that has a title."""
    text, readings = mentions.reading.text, mentions.lexicon.readings
    reach = max(mentions.head_end, _LABEL_REACH)
    labelled = [*_NAMED.finditer(text, 0, reach), *_letters_subject(mentions, reach)]
    for match in (*labelled, *_UNLABELLED.finditer(text, 0, mentions.head_end)):
        words = _words(match["name"])
        is_said = any(group == "acts" for w in words for group, _ in readings.get(w, ()))
        if words and not words & signers and not is_said:
            is_full = len(match["name"].split()) > 1
            titled = _TITLED.match(text, match.start("name"))
            title = Span(*titled.span("title")) if titled else _title_of(text, words)
            return Known(frozenset(words), Span(*match.span("name")), is_full, title)
    for match in _TITLED.finditer(text):
        words = _words(match["name"])
        if not (words & signers or is_anothers(mentions, match)):
            title = Span(*match.span("title"))
            return Known(frozenset(words), Span(*match.span()), len(words) > 1, title)
    return Known(frozenset(), None, is_full=False)


def _title_of(text: str, words: set[str]) -> Span | None:
    """The title that the note gives to somebody of that name."""
    titled = (match for match in _TITLED.finditer(text) if _words(match["name"]) & words)
    return next((Span(*match.span("title")) for match in titled), None)


def _letters_subject(mentions: Mentions, reach: int) -> Iterator[re.Match[str]]:
    """The name that a letter is about, where a title, a birth date or a first name tells it."""
    for match in _ABOUT.finditer(mentions.reading.text, 0, reach):
        readings = mentions.lexicon.readings
        is_first = any(
            group == "first_names"
            for w in _words(match["name"])
            for group, _ in readings.get(w, ())
        )
        if match["title"] or is_first or _BORN.search(match["rest"]):
            yield match


def signers_of(text: str, signed: tuple[Span, ...]) -> set[str]:
    """The words of the names of those who signed."""
    return {word for span in signed for word in _words(span.of(text))}


def named_facts(mentions: Mentions, known: Known, signers: set[str]) -> Iterator[Fact]:
    """`named` for the patient's name, and for each other one that is used as a patient's is."""
    for fact in _all_named(mentions, known, signers):
        if not any(is_short_for(str(fact.slots["is"]), name) for name in known.words):
            yield fact


def _all_named(mentions: Mentions, known: Known, signers: set[str]) -> Iterator[Fact]:
    if known.span is not None:
        yield _named(mentions, known.span, "given", given=True)
    text = mentions.reading.text
    introduced = _introduced(mentions, known)
    for match in _TITLED.finditer(text):
        words = _words(match["name"])
        if words & (signers | introduced) or is_anothers(mentions, match):
            continue
        value = "given" if words & known.words else max(words, default="", key=len)
        yield _named(mentions, Span(*match.span()), value)
    if known.words:
        yield from _strangers(mentions, known.words | signers | introduced)
        yield from _told_what_to_do(mentions, known.words | signers | introduced)
        yield from _labelled_otherwise(mentions, known, known.words | signers)
    if known.is_full:
        yield from _subjects(mentions, known.words | signers | introduced)


def _introduced(mentions: Mentions, known: Known) -> set[str]:
    """The names that the head gives to others: who operated, who referred."""
    text, end = mentions.reading.text, mentions.head_end
    is_known = known.span is not None and known.span.start < end
    return {
        word
        for match in _TITLED.finditer(text)
        if (is_known and match.start() < end) or is_attributed(text, match)
        for word in _words(match["name"]) - known.words
    }


def _strangers(mentions: Mentions, known: set[str] | frozenset[str]) -> Iterator[Fact]:
    """A first name and a surname that do something, neither of them the patient's."""
    readings = mentions.lexicon.readings
    for match in _WHOLE.finditer(mentions.reading.text):
        first, told = match["first"].lower(), readings.get(match["verb"], ())
        is_first = any(group == "first_names" for group, _ in readings.get(first, ()))
        is_act = any(group == "acts" and value in _BY_PERSONS for group, value in told)
        if is_first and is_act and not _words(match["name"]) & known:
            alone = not _is_introduced(mentions, match.start())
            yield _named(mentions, Span(*match.span("name")), "other", alone=alone)


_BY_PERSONS = frozenset(("person", "subject"))
_WHOLE = re.compile(
    r"(?P<name>(?P<first>[A-Z](?<!\w.)[a-z]+)[ ][A-Z][a-z]+(?:-[A-Z][a-z]+)?)"
    r"(?=[ ](?P<verb>[a-z-]+))"
)


def _told_what_to_do(mentions: Mentions, known: set[str] | frozenset[str]) -> Iterator[Fact]:
    """A name behind what a patient is told: "have Quill bring the brace"."""
    readings = mentions.lexicon.readings
    for match in _OBJECT.finditer(mentions.reading.text):
        name = match["name"].lower()
        is_first = any(group == "first_names" for group, _ in readings.get(name, ()))
        is_name = is_first or (len(name) >= _SHORTEST and _is_unknown(mentions, match))
        if is_name and not _words(match["name"]) & known:
            alone = not _is_introduced(mentions, match.start())
            yield _named(mentions, Span(*match.span("name")), name, alone=alone)


_OBJECT = re.compile(
    r"\b(?:[Hh]ave|[Aa]sk(?:ed)?|[Rr]emind(?:ed)?|[Ii]nstruct(?:ed)?|[Cc]ued?|[Ee]ncouraged?"
    r"|[Aa]dvised?|[Ee]ducated?|[Tt]aught|[Tt]old|[Tt]ell|[Gg]uard(?:ed)?|[Aa]ssist(?:ed)?)[ ]"
    r"(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?=[ ](?:to|in|with|on|not|that|about|bring|wear|use"
    r"|keep|do|call|take|for|how|against|through)\b)"
)


def _labelled_otherwise(
    mentions: Mentions, known: Known, ours: set[str] | frozenset[str]
) -> Iterator[Fact]:
    """Another name behind the label of a patient's, further down."""
    for words, span in labelled_names(mentions):
        is_below = known.span is not None and span.start > max(known.span.end, mentions.head_end)
        before = mentions.small[max(0, span.start - _LABELS) : span.start]
        if is_below and not words & ours and _OF_PATIENT.search(before):
            yield _named(mentions, span, "other")


_OF_PATIENT = re.compile(r"\b(?:patient|pt|client|resident|child)(?:['’]s)?(?: name)?\W+$")
_LABELS = 24


def _subjects(mentions: Mentions, known: set[str] | frozenset[str]) -> Iterator[Fact]:
    """First names that do something, and surnames that do what only people do.

    Where the note calls the patient by name so, other names may do anything; and what is somebody's
    may be a part of the body, or what is measured of it.
    """
    readings = mentions.lexicon.readings
    found = tuple(_SUBJECT.finditer(mentions.reading.text))
    calls_so = any(each["name"].lower() in known and _acts(mentions, each) for each in found)
    yield from _owners(mentions, known)
    for match in found:
        told = _acts(mentions, match)
        if not told or _words(match["name"]) & known:
            continue
        name = match["name"].lower()
        is_first = any(group == "first_names" for group, _ in readings.get(name, ()))
        is_plain = calls_so and match["verb"] not in _IS and not _ABSTRACT.search(name)
        if is_first or (("person" in told or is_plain) and _is_surname(mentions, match)):
            alone = not _is_introduced(mentions, match.start())
            yield _named(mentions, Span(*match.span("name")), name, alone=alone)


_ABSTRACT = re.compile(  # what ails somebody, or is done, and no name
    r"(?:asia|axia|exia|algia|emia|uria|opia|esia|trophy|itis|osis|ism|tion|sion|ness|ment|ity|ance)$"
)
_IS = frozenset(("is", "was", "has", "had"))


def _owners(mentions: Mentions, known: set[str] | frozenset[str]) -> Iterator[Fact]:
    """First names that a part of the body, or a measure, belongs to: "Marta's heels rise"."""
    readings = mentions.lexicon.readings
    for match in _OWNER.finditer(mentions.reading.text):
        name, thing = match["name"].lower(), readings.get(match["thing"], ())
        is_first = any(group == "first_names" for group, _ in readings.get(name, ()))
        is_own = any(group in ("regions", "limbs", "done", "vague", "topics") for group, _ in thing)
        if is_first and is_own and name not in known:
            alone = not _is_introduced(mentions, match.start())
            yield _named(mentions, Span(*match.span("name")), name, alone=alone)


_OWNER = re.compile(r"\b(?P<name>[A-Z][a-z]+)['’]s (?:(?:left|right|own|new) )?(?P<thing>[a-z]+)\b")


def _acts(mentions: Mentions, match: re.Match[str]) -> set[str]:
    """Whether anybody, or a person alone, does what stands behind a name; or is to do it."""
    told = {
        value
        for group, value in mentions.lexicon.readings.get(match["verb"], ())
        if group == "acts"
    }
    if match["to"]:
        return {"person"} & {"person" if each == "plan" else each for each in told}
    state = mentions.lexicon.readings.get(match["state"] or "", ())
    return told - {"plan", "state"} | ({"person"} if ("acts", "state") in state and told else set())


def _is_surname(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether a word that begins a sentence is a name: no known one, nor small elsewhere."""
    text, start, name = mentions.reading.text, match.start("name"), match["name"]
    line = text.rfind("\n", 0, start) + 1
    is_titled = _TITLE_BEFORE.search(text[line:start]) is not None
    if len(name) < _SHORTEST or is_titled or not _OPENS.search(text[line:start]):
        return False
    return _is_unknown(mentions, match) and _ROLE.match(name.lower()) is None


def _is_unknown(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether no word is known that is written so, and the note has it in capitals alone."""
    text, start, name = mentions.reading.text, match.start("name"), match["name"]
    symbols = mentions.reading.symbols
    at = bisect_left(symbols.starts, start)
    is_unknown = at < len(symbols.starts) and symbols.chars[at] in mentions.unknown
    is_word = name.lower() in mentions.lexicon.readings or name.lower() in text
    return is_unknown and not is_word


def _is_introduced(mentions: Mentions, offset: int) -> bool:
    """Whether somebody stands before it in its statement: "coach Vane", "her friend Ada"."""
    at, text = mentions.statement(offset), mentions.small
    return any(
        each.statement == at
        and each.start < offset
        and _SAYS_THAT.fullmatch(text, each.end, offset) is None
        for each in mentions.of("others")
    )


_SAYS_THAT = re.compile(r" (?:reports?|reported|says|said|states|stated|notes|noted) (?:that )?")


_WHOSE = re.compile(r"['’]s$")


def _words(name: str) -> set[str]:
    """The words of a name that tell it apart, in small letters."""
    found = {_WHOSE.sub("", word.lower()).rstrip(".'’") for word in _NAME_WORD.findall(name)}
    return {word for word in found if len(word) > 1 and word not in _TITLES}


def _named(
    mentions: Mentions, span: Span, value: str, *, given: bool = False, alone: bool = True
) -> Fact:
    slots: dict[str, SlotValue] = {"is": value, "given": given, "alone": alone and not given}
    return mentions.fact("named", span, slots)
