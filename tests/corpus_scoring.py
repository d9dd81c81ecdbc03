"""Scores what we say of notes against what an auditor said of them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit_scoring import same_words, words_of

from lint97110.model import ELEMENTS, Kind, NoteReport, Status

LABELS = Path(__file__).parent / "corpus"
GAPS = (Status.WEAK, Status.ABSENT)


@dataclass(frozen=True, slots=True)
class Label:
    """What an auditor said of one note; `also` holds second statuses that are right too."""

    id: str
    kind: Kind
    bills_97110: bool | None
    elements: Mapping[str, Status]
    also: Mapping[str, Sequence[Status]]
    evidence: Mapping[str, Sequence[str]]
    scopes: Mapping[str, bool]
    stated: Mapping[str, Any]
    units: Mapping[str, int]
    questions: Sequence[tuple[str, str]]
    answers: Sequence[str]

    def allowed(self, element: str) -> frozenset[Status]:
        """Every status of `element` that a competent auditor could give."""
        return frozenset((self.elements[element], *self.also.get(element, ())))


def labels(folder: Path = LABELS) -> tuple[Label, ...]:
    """The labels in `folder`, by the names of the notes."""
    paths = sorted(folder.glob("*.json"))
    return tuple(_label(json.loads(path.read_text("utf-8"))) for path in paths)


def _label(fields: Mapping[str, Any]) -> Label:
    kind = Kind(fields["kind"])
    return Label(
        id=fields["id"],
        kind=kind,
        bills_97110=fields["bills_97110"],
        elements={name: Status(word) for name, word in fields["elements"].items()},
        also={name: tuple(map(Status, words)) for name, words in fields.get("also", {}).items()},
        evidence=fields["evidence"],
        scopes=fields["scopes"],
        stated=fields["minutes"],
        units=fields["units"],
        questions=tuple((one["text"], one["type"]) for one in fields["questions"]),
        answers=tuple(fields["yes_no_answers"]),
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """A note: what the auditor said, and what we say."""

    label: Label
    report: NoteReport


def score(judged: Sequence[Judged]) -> dict[str, float]:
    """The figures, each from 0 to 1, by name."""
    asked = [one for one in judged if one.label.kind.has_elements]
    return {
        "kind": _share(one.report.kind == one.label.kind for one in judged),
        "billing": _share(one.report.bills_97110 == one.label.bills_97110 for one in judged),
        "status": _share(right for one in asked for right in _statuses(one)),
        "gap kappa": kappa([pair for one in asked for pair in _gaps(one)]),
        "scopes": _share(right for one in asked for right in _scopes(one)),
        "minutes": _share(_stated(one.report) == one.label.stated for one in asked),
        "units": _share(one.report.stated.units == one.label.units for one in asked),
        "questions": _agreement([(_asked(one.report), one.label.questions) for one in judged]),
        "answers": _agreement([(_answered(one.report), _plain(one.label)) for one in judged]),
    }


def by_element(judged: Sequence[Judged]) -> dict[str, float]:
    """The share of notes in which each element has a status that an auditor could give."""
    asked = [one for one in judged if one.label.kind.has_elements]
    return {
        name: _share(_status(one, name) in one.label.allowed(name) for one in asked)
        for name in ELEMENTS
    }


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa: agreement beyond what chance gives.

    >>> kappa([(True, True), (False, False)]), kappa([(True, True), (True, False)])
    (1.0, 0.0)
    """
    agreed = _share(left == right for left, right in pairs)
    left, right = (_share(pair[side] for pair in pairs) for side in (0, 1))
    by_chance = left * right + (1 - left) * (1 - right)
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return sum(every) / len(every)


def _status(one: Judged, element: str) -> Status | None:
    """Our status; None where we took the note for something without elements."""
    found = one.report.elements.get(element)
    return found.status if found else None


def _statuses(one: Judged) -> Iterator[bool]:
    for element in ELEMENTS:
        yield _status(one, element) in one.label.allowed(element)


def _gaps(one: Judged) -> Iterator[tuple[bool, bool]]:
    """Whether there is a gap, the auditor first; a second status of his decides for us."""
    for element in ELEMENTS:
        ours = _status(one, element)
        allowed = one.label.allowed(element)
        his = ours if ours in allowed else one.label.elements[element]
        yield his in GAPS, ours in GAPS


def _scopes(one: Judged) -> Iterator[bool]:
    for name, holds in one.label.scopes.items():
        yield one.report.scopes.get(name) == holds


def _stated(report: NoteReport) -> dict[str, Any]:
    clock = {"start": report.stated.start, "end": report.stated.end}
    return {**report.stated.minutes, **{key: time for key, time in clock.items() if time}}


def _asked(report: NoteReport) -> list[tuple[str, str]]:
    return [(question.quote.text, question.type) for question in report.questions]


def _answered(report: NoteReport) -> list[tuple[str, str]]:
    return [(answer.text, "") for answer in report.answers]


def _plain(label: Label) -> list[tuple[str, str]]:
    return [(answer, "") for answer in label.answers]


_Prompts = Sequence[tuple[str, str]]


def _agreement(notes: Sequence[tuple[_Prompts, _Prompts]]) -> float:
    """F1 of prompts: the words of one lie in the other's, and the type is the same."""
    hits = sum(_hits(found, wanted) for found, wanted in notes)
    named = sum(len(found) + len(wanted) for found, wanted in notes)
    return 2 * hits / named if named else 1.0


def _hits(found: _Prompts, wanted: _Prompts) -> int:
    left = list(wanted)
    for words, kind in found:
        match = next((w for w in left if w[1] == kind and _alike(words, w[0])), None)
        if match is not None:
            left.remove(match)
    return len(wanted) - len(left)


def _alike(words: str, others: str) -> bool:
    return same_words(words_of(words), words_of(others))
