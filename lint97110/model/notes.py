"""What a note is made of: its text, sections and clauses, and the facts that it states."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lint97110.model.choices import Kind, Status

SlotValue = str | int | float | bool


class Span(NamedTuple):
    """A half-open stretch of `Document.text`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A note exactly as it was read, never rewritten; `name` is the path it came from.

    `payer` is who pays, where something besides the note says so: a field of an export.
    """

    name: str
    text: str
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the note under one heading; text outside any heading has no names.

    `names` are canonical (`subjective`, `plan`); a merged heading (`S/O:`, `A/P:`) has two.
    """

    names: tuple[str, ...]
    heading: Span | None
    body: Span

    @property
    def start(self) -> int:
        """Where the section begins, its heading included."""
        return self.heading.start if self.heading else self.body.start


class Clause(NamedTuple):
    """A stretch of text that says one thing, and how it stands.

    `status` is one of: performed, planned, ordered, home, historical, negated, conditional,
    reported, by_other, template. `sections` are the names of the section that it stands in.
    """

    span: Span
    status: str
    sections: tuple[str, ...] = ()


_NO_SLOTS: Mapping[str, SlotValue] = {}


class Fact(NamedTuple):
    """Something the note states: its kind, its place, its values, the clause that it stands in."""

    kind: str
    span: Span
    clause: Clause
    slots: Mapping[str, SlotValue] = _NO_SLOTS


@dataclass(frozen=True, slots=True)
class ElementResult:
    """How one element stands in a note, on which words, and by which condition of its file."""

    name: str
    status: Status
    evidence: tuple[Span, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt in the document; `type` is yes_no, choice or open.

    `closes` says of an open one that its end takes the openness back: "How is it: better?"
    """

    span: Span
    type: str
    answered: bool
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What the note states of time and units; never what we compute.

    `minutes` is keyed by code, `timed` or `total`; `start` and `end` are "HH:MM" (24 h).
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A document understood."""

    document: Document
    kind: Kind
    kind_evidence: tuple[Span, ...]
    bills_97110: bool | None
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    elements: Mapping[str, ElementResult]
    scopes: Mapping[str, bool]
    stated: Stated
    questions: tuple[Question, ...]
    answers: tuple[Span, ...]
    points: Mapping[str, ElementResult] = field(default_factory=dict)

    def result(self, name: str) -> ElementResult | None:
        """How an element or a point of that name stands; None where it is not asked for."""
        return self.elements.get(name) or self.points.get(name)
