"""Who else is in a note: the people whom a pronoun, an age or a name may belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.plain_words import places

_BY = re.compile(  # who is named behind these does nothing in the sentence
    r"\b(?:by|from|per|via|to|with|w/|of|under|this)[ ](?:the |this |an? |my |[\w-]+ing )?$"
)
_WHOSE = ("'s", "’s")
_NAME_BEHIND = re.compile(  # "son Martin", "aide, Mr. Tarrant", "Dr. Vane", "partner (Tomas)"
    r",?\.?[ ]\(?(?:(?P<title>Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?[ ])?"
    r"(?:[A-Z]\.[ ])?(?P<name>[A-Z][\w'’-]+(?:[ ][A-Z][\w'’-]+)?)"
)
_NAME_BEFORE = re.compile(  # "Martin, her son", "Ana (wife"
    r"\b(?P<name>[A-Z][\w'’-]+)(?:, | \(| is )(?:(?:the|his|her|their|an?)[ ])?$"
)
_TITLED = re.compile(r"(?P<title>M(?<!\w.)(?:rs?|s|iss))\b\.?[ \t]+(?P<name>[A-Z][\w'’-]+)")
_WORD = re.compile(r"[a-z]+")
_OF_TITLE = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_OF_NAME = {"men": "he", "women": "she"}
_OF_WORD = {
    "man": "he",
    "boy": "he",
    "gentleman": "he",
    "woman": "she",
    "girl": "she",
    "lady": "she",
}
_ASKS = frozenset(("man", "woman", "boy", "girl", "gentleman", "lady", "he", "she", "old"))
_NOBODY = re.compile(  # "cat/cow", "baby carrier", "child's pose"
    r"(?:['’]s)?[ /-](?:cows?|camels?|pose|carriers?|seats?|gates?|bags?|monitors?|bottles?|steps?"
    r"|swing|food|crib|stroller|squats?)\b"
)
_CAPITAL = re.compile(r"(?<=[a-z0-9,)] )(?P<name>[A-Z][a-z]+)(?![\w-])")
_PARTS = frozenset(("regions", "limbs", "done"))
_NO_NAMES = frozenset(("I", "The", "She", "He"))
_REACH, _FAR, _LETTERS = 24, 40, 4
_FAMILY = frozenset(("family", "men_of_family", "women_of_family", "helpers"))
_ASIDES = frozenset(("providers", "outside"))
_OF_ROLE = {"men_of_family": "he", "women_of_family": "she"}


class Person(NamedTuple):
    """Somebody else: by which pronoun (empty for either), a relative or not, and where."""

    pronoun: str
    is_family: bool
    start: int
    statement: int

    def may_be(self, pronoun: str) -> bool:
        """Whether the pronoun may be theirs."""
        return self.pronoun in ("", pronoun)


class Company:
    """The other people of a note, in order."""

    def __init__(self, mentions: Mentions, patient: frozenset[str]) -> None:
        """`patient` are the words of the patient's own name."""
        self._mentions = mentions
        self._patient = self.patient = patient
        self.introduced: dict[str, Person] = {}
        self.asides: list[Person] = []
        found = (
            *self._by_role(),
            *self._by_title(),
            *self._by_first_name(),
            *self._by_initials(),
            *self._by_capital(),
            *self._by_who(),
        )
        self.people = sorted(found, key=lambda each: each.start)
        if self.introduced:
            self.people = sorted((*self.people, *self._by_name()), key=lambda each: each.start)
        self._starts = [each.start for each in self.people]

    def _by_role(self) -> Iterator[Person]:
        """Whoever is called what they are, with the name that follows or goes before."""
        for each in self._mentions.of("others"):
            word = self._mentions.small[each.start : each.end]
            if word in self._patient or _NOBODY.match(self._mentions.small, each.end):
                continue
            name, title = self._named(each)
            pronoun = _OF_TITLE.get(title) or _OF_ROLE.get(each.value) or self._of_first_name(name)
            person = Person(pronoun, each.value in _FAMILY, each.start, each.statement)
            for word in name.lower().split():
                self.introduced.setdefault(word, person)
            if name or not self._is_aside(each):
                yield person
            if each.value in _ASIDES:
                self.asides.append(person)

    def _by_title(self) -> Iterator[Person]:
        """Whoever has a title and another name than the patient."""
        for match in _TITLED.finditer(self._mentions.reading.text):
            words = set(re.split(r"[-\s]", match["name"].lower())) | {match["name"].lower()}
            if not words & self._patient:
                yield self._bystander(_OF_TITLE[match["title"].lower()], match.start())

    def _by_who(self) -> Iterator[Person]:
        """Somebody of whom "who" tells, "a woman from the clinic": but for the patient."""
        text, words = self._mentions.small, self._mentions.lexicon.people
        for match in words.somebody.finditer(text, self._mentions.words):
            start = match.start()
            if match["who"]:
                start -= 2 if text.startswith(", ", start - 2) else 1
                if self._tells_of_patient(text[max(0, start - _FAR) : start]):
                    continue
            yield self._bystander(_OF_WORD.get(match["whom"] or "", ""), start)

    def _by_initials(self) -> Iterator[Person]:
        """Whoever is called by an initial and a surname that are not the patient's."""
        for match in self._mentions.lexicon.people.initialled.finditer(self._mentions.reading.text):
            if match["name"].lower() not in self.patient:
                yield self._bystander("", match.start())

    def _by_capital(self) -> Iterator[Person]:
        """Whoever has a name that no word is, in the middle of a sentence."""
        mentions = self._mentions
        surnames = mentions.lexicon.sets.get("surnames.words", frozenset())
        for match in _CAPITAL.finditer(mentions.reading.text):
            name = match["name"].lower()
            if name not in self.patient and (
                name in surnames or mentions.is_unknown(name, match.start())
            ):
                yield self._bystander("", match.start())
        for match in mentions.lexicon.people.doing.finditer(mentions.small, mentions.words):
            told = {group for group, _ in mentions.lexicon.readings.get(match["who"], ())}
            if told.isdisjoint(_PARTS) and not self._is_patient(match["who"]):
                yield self._bystander("", match.start("who"))

    def _is_patient(self, word: str) -> bool:
        return self._mentions.lexicon.people.patient.fullmatch(word) is not None

    def _bystander(self, pronoun: str, start: int) -> Person:
        return Person(pronoun, False, start, self._mentions.statement(start))  # noqa: FBT003

    def _tells_of_patient(self, before: str) -> bool:
        """Whether the words before "who" are of the patient, or ask who."""
        found = _WORD.findall(before)
        last = found[-1] if found else ""
        return (
            not last
            or last in self.patient
            or last in _ASKS
            or (self._mentions.lexicon.people.patient.fullmatch(last) is not None)
        )

    def _by_first_name(self) -> Iterator[Person]:
        """Whoever is called by a first name that is not the patient's."""
        text = self._mentions.reading.text
        for each in self._mentions.of("first_names"):
            name = text[each.start : each.end]
            if name.istitle() and name.lower() not in self._patient:
                pronoun = self._of_first_name(name)
                yield Person(
                    pronoun, each.start >= self._mentions.head_end, each.start, each.statement
                )

    def _by_name(self) -> Iterator[Person]:
        """Those who were introduced, where they are called by their names alone."""
        small = self._mentions.small
        free = 0
        called = [(at, name) for name in self.introduced for at in places(name, small)]
        for start, name in sorted(called):
            if start >= free:
                free = start + len(name)
                at = self._mentions.statement(start)
                yield self.introduced[name]._replace(start=start, statement=at)

    def _named(self, person: Mention) -> tuple[str, str]:
        """The name beside somebody's role, and the title of it in small letters."""
        text = self._mentions.reading.text
        behind = _NAME_BEHIND.match(text, person.end)
        if behind is not None and self._is_name(behind["name"]):
            return behind["name"], (behind["title"] or "").lower()
        line = max(text.rfind("\n", 0, person.start) + 1, person.start - _REACH)
        before = _NAME_BEFORE.search(text[line : person.start])
        if before is not None and self._is_name(before["name"]):
            return before["name"], ""
        return "", ""

    def _is_name(self, name: str) -> bool:
        """Whether capitals make a name: of a first name, or of no word that the note has small."""
        words = name.lower().split()
        is_letters = name.isupper() and len(name) <= _LETTERS  # "ATC, PT"
        if is_letters or not self._patient.isdisjoint(words):
            return False
        readings = self._mentions.lexicon.readings
        groups = {group for group, _ in readings.get(words[0], ())}
        return "first_names" in groups or not (groups or name in _NO_NAMES)

    def of_first_names(self, words: Iterable[str]) -> list[str]:
        """The pronouns that go with the first names among some words."""
        return [pronoun for word in words if (pronoun := self._of_first_name(word))]

    def _of_first_name(self, name: str) -> str:
        """The pronoun that goes with a first name; empty for names of both."""
        readings = self._mentions.lexicon.readings.get(name.lower().partition(" ")[0], ())
        found = {_OF_NAME[value] for group, value in readings if group == "first_names"}
        return found.pop() if len(found) == 1 else ""

    def within(self, span: Span) -> list[Person]:
        """Those who are named in a stretch."""
        first = bisect_left(self._starts, span.start)
        return self.people[first : bisect_left(self._starts, span.end, first)]

    def names_patient(self, span: Span) -> bool:
        """Whether the patient is called by name in a stretch."""
        return not self.patient.isdisjoint(_WORD.findall(span.of(self._mentions.small)))

    def is_near(self, offset: int) -> bool:
        """Whether a relative or helper stands in the statement at `offset`."""
        at = self._mentions.statement(offset)
        return any(each.statement == at and each.is_family for each in self.people)

    def is_named_before(self, offset: int) -> bool:
        """Whether a relative or helper stands before `offset` in its statement."""
        at = self._mentions.statement(offset)
        return any(p.statement == at and p.is_family and p.start < offset for p in self.people)

    def _is_aside(self, person: Mention) -> bool:
        """Whether a helper or clinician is no more than named: "cues from PTA", "PT's hand"."""
        if person.value not in _ASIDES:
            return False
        text = self._mentions.small
        if text[person.end - 2 : person.end] in _WHOSE or text.startswith(_WHOSE, person.end):
            return True
        line = max(text.rfind("\n", 0, person.start) + 1, person.start - _REACH)
        return _BY.search(text, line, person.start) is not None
