"""How each element stands: the first condition of its file that a fact of the note meets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lint97110.model import Condition, Element, ElementResult, Fact, Kind, Span, Status

MOST_EVIDENCE = 3

SCOPE_OF = {
    "exercise_dose": "dose",
    "walked_often": "dose",
    "therapy_rate": "rate",
    "bare_therapy_rate": "rate",
    "exercise_time": "exercise_time",
    "position_kept": "exercise_time",
    "machine_time": "exercise_time",
    "walked_time": "exercise_time",
    "therapy_course": "course",
    "rated_for": "course",
    "course_held": "course",
}
"""The scope that a kind of fact stands for, where it makes frequency or duration present."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The element results of a note, and the scopes that they rest on."""

    elements: Mapping[str, ElementResult]
    scopes: Mapping[str, bool]
    points: Mapping[str, ElementResult]


def decide(elements: Iterable[Element], facts: Iterable[Fact], kind: Kind) -> Decided:
    """Apply every element's conditions to the facts of a note; points only to a justification."""
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    results: dict[str, ElementResult] = {}
    points: dict[str, ElementResult] = {}
    scopes = dict.fromkeys(SCOPE_OF.values(), False)
    for element in elements:
        if element.is_point:
            if kind is Kind.JUSTIFICATION:
                points[element.name] = _result(element, by_kind, kind)
            continue
        results[element.name] = _result(element, by_kind, kind)
        for condition in element.present_when:
            scope = SCOPE_OF.get(condition.fact) if condition.fact in by_kind else None
            if scope and _meeting(condition, by_kind, kind):
                scopes[scope] = True
    return Decided(results, scopes, points)


def _result(element: Element, facts: Mapping[str, list[Fact]], kind: Kind) -> ElementResult:
    for status, conditions in (
        (Status.PRESENT, element.present_when),
        (Status.WEAK, element.weak_when),
    ):
        told = (c for c in conditions if c.fact in facts)
        met = [(c, found) for c in told if (found := _meeting(c, facts, kind))]
        if met:
            return ElementResult(element.name, status, _evidence(met), met[0][0].says)
    return ElementResult(element.name, Status.ABSENT)


def _evidence(met: list[tuple[Condition, list[Fact]]]) -> tuple[Span, ...]:
    """A few stretches of text, at least one for each condition that was met first."""
    spans: list[Span] = []
    for round_ in range(MOST_EVIDENCE):
        for _, found in met:
            if round_ < len(found) and found[round_].span not in spans:
                spans.append(found[round_].span)
    return tuple(spans[:MOST_EVIDENCE])


def _meeting(condition: Condition, facts: Mapping[str, list[Fact]], kind: Kind) -> list[Fact]:
    """The first few facts that meet a condition: as many as can be evidence."""
    every = facts.get(condition.fact)
    if not every or (condition.kind and kind not in condition.kind):
        return []
    found = []
    for fact in every:
        if meets(condition, fact):
            found.append(fact)
            if len(found) == MOST_EVIDENCE:
                break
    return found


def meets(condition: Condition, fact: Fact) -> bool:
    """Whether a fact of the condition's kind stands as the condition asks."""
    clause = fact.clause
    if condition.status and clause.status not in condition.status:
        return False
    if condition.section or condition.outside:
        sections = clause.sections or ("none",)
        if condition.section and not _count(sections, condition.section):
            return False
        if condition.outside and _count(sections, condition.outside) == len(sections):
            return False
    slots = condition.slots
    return not slots or all(fact.slots.get(name) == value for name, value in slots.items())


def _count(sections: tuple[str, ...], named: tuple[str, ...]) -> int:
    """How many of the one or two sections of a clause a condition names."""
    return sum([section in named for section in sections])
