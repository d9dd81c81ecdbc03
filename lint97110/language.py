"""The nouns of a pack's language: words, patterns, headings, and how a clause stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

LEVELS = ("quantities", "doses", "cues", "facts", "statements")
"""Levels of the cascade above single words, lowest first; a pattern may name only lower ones."""

REPLACING = frozenset(("quantities", "doses"))
"""Levels whose matches become one symbol for the levels above; the others only report."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, the class that it belongs to, and its canonical name."""

    wording: str
    name: str
    cls: str


# No wording has a control character in it: YAML lets none in. JSON writes these as they are.
_PART, _TERM = "\x80", "\x81"


@dataclass(frozen=True, slots=True)
class Terms:
    """Tens of thousands of words and phrases, packed by class: few are asked for one by one.

    >>> terms = Terms.of([Term("squats", "squat", "exercise"), Term("today", "today", "when")])
    >>> [term.name for term in terms.of_class("exercise")]
    ['squat']
    """

    packed: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Terms":
        """Pack `terms`, which keep their order."""
        return cls(
            tuple(
                (name, _TERM.join(f"{term.wording}{_PART}{term.name}" for term in run))
                for name, run in groupby(terms, key=attrgetter("cls"))
            )
        )

    def of_class(self, name: str) -> Iterator[Term]:
        """The terms of one class; none where the pack has no such class."""
        for cls, packed in self.packed:
            if cls == name:
                yield from _unpacked(cls, packed)

    def __iter__(self) -> Iterator[Term]:
        """Every term."""
        for cls, packed in self.packed:
            yield from _unpacked(cls, packed)


def _unpacked(cls: str, packed: str) -> Iterator[Term]:
    for term in packed.split(_TERM):
        wording, name = term.split(_PART)
        yield Term(wording, name, cls)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a kind of fact, and where it is written.

    `within` is set where classes must stand together (`a & b`): in one statement or one clause.
    """

    kind: str
    text: str
    path: str
    line: int
    within: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """The patterns of one level of the cascade."""

    name: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A line of rules/standing.yaml: when a clause stands so.

    `within` is `clause`, `statement` (anywhere in it) or `before` (the clause and those before
    it); `section` limits the rule to sections of those names.
    """

    standing: str
    pattern: Pattern
    within: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindStanding:
    """How clauses stand in a document of one kind, where they stood as one of `was`.

    A section in which a fact of `unless` stands is left as it was, and so is a fact of `keeps`.
    With `only` and `before`, it is so of such facts alone, ahead of the first fact of `before`.
    """

    kind: str
    sections: frozenset[str]
    was: frozenset[str]
    standing: str
    unless: frozenset[str]
    keeps: frozenset[str]
    only: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KindCue:
    """Words that speak for a kind of document, how strongly, and where they count.

    Those that visits say, too, count only where no visit is told.
    """

    kind: str
    wording: str
    weight: int
    where: str
    unless_treated: bool = False


NUMBERS, CONCRETE = "numbers", "concrete"
"""What a passage calls two numbers or more in a sentence, and words that are not of the stock."""

STOCK = "stock"
"""How the names of the lists begin that hold words which any request may hold."""

UNDER, AFTER, EARLIER = "under ", "after ", "earlier "
"""Before the name of a list: under a label of it; of a list or fact: the sentence before has it, or
one of those before it in its section."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What makes a sentence of a justification a fact: see rules/passages.

    The sentence holds a word of one list, or a fact, out of each group of `with_`, and none of
    `without`; where it stands below labels, one of them is one of `under`, if any are named.
    """

    kind: str
    with_: tuple[tuple[str, ...], ...]
    without: tuple[str, ...]
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """The classes that a step of reading asks for together, and where they are written."""

    name: str
    classes: tuple[str, ...]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """How headings are written: see rules/headings.

    `opens` has the sections of each heading, `hints` the section of a word in one that is not
    listed; the lists are the words around them, and what each is for stands beside it in rules/.
    """

    opens: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, str]
    modifiers: tuple[str, ...]
    misspelt: tuple[str, ...]
    main: tuple[str, ...]
    counters: tuple[str, ...]
    frames: tuple[str, ...]
    exams: tuple[str, ...]
    ahead: tuple[str, ...]
    until: tuple[str, ...]
    leads: tuple[str, ...]
    counts: tuple[str, ...]
    spans: tuple[str, ...]
    amounts: tuple[str, ...]
    of_a_symptom: tuple[str, ...]
    places: tuple[str, ...]
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that is needed to read a note, as it stands in the pack's files."""

    terms: Terms
    headings: HeadingWords
    asking: Mapping[str, tuple[str, ...]]
    levels: tuple[Level, ...]
    standing: tuple[StandingRule, ...]
    section_standing: Mapping[str, str]
    kind_standing: tuple[KindStanding, ...]
    columns: Mapping[str, str]
    services: Mapping[str, str]
    kinds: tuple[KindCue, ...]
    passages: tuple[Passage, ...]
    passage_words: Mapping[str, tuple[str, ...]]
    mentions: Mapping[str, Mapping[str, tuple[str, ...]]]
    signing: Mapping[str, tuple[str, ...]]
    invented_names: tuple[str, ...]
    roles: tuple[Role, ...]
    wordings: Mapping[str, tuple[str, ...]]
