"""Who furnished the minutes of a code: an assistant, a therapist, or both together.

Minutes are a code's where the code stands before them in their line; in a note of one code they are
that code's wherever they stand. Minutes of both together are the therapist's.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.billing.case import Case
from lint97110.billing.visit import OF_ANOTHER_TIME
from lint97110.model import Fact, Span

_WHOSE = {
    "assistant_minutes": "assistant",
    "therapist_minutes": "therapist",
    "both_minutes": "therapist",
}


@dataclass(frozen=True, slots=True)
class Furnished:
    """Minutes of one code by who gave them, and where the note says so."""

    assistant: int
    therapist: int
    place: Span


def furnished(case: Case) -> Mapping[str, Furnished]:
    """The minutes of each code of which the note says who gave them."""
    found: dict[str, dict[str, int]] = {}
    places: dict[str, Span] = {}
    counted: set[tuple[int, str]] = set()
    for kind, who in _WHOSE.items():
        for fact in case.facts(kind):
            code, amount = _code_of(fact, case), str(fact.slots.get("n", ""))
            at = (_amount_at(fact, case), amount)
            if code is None or not amount.isdigit() or at in counted:
                continue
            counted.add(at)
            each = found.setdefault(code, {"assistant": 0, "therapist": 0})
            each[who] += int(amount)
            places.setdefault(code, fact.span)
    for fact in case.facts("whole_by_assistant"):
        for code, minutes in case.visit.minutes.items():
            if code not in found:
                found[code] = {"assistant": minutes, "therapist": 0}
                places[code] = fact.span
    return {code: Furnished(**each, place=places[code]) for code, each in found.items()}


def _amount_at(fact: Fact, case: Case) -> int:
    """Where the amount stands, so that "8 min PTA" and "PTA 15 min" do not both take one."""
    words = fact.span.of(case.note.document.text)
    return fact.span.start + max(words.find(str(fact.slots.get("n", ""))), 0)


def _code_of(fact: Fact, case: Case) -> str | None:
    if fact.clause.status in OF_ANOTHER_TIME - {"by_other"}:
        return None
    text = case.note.document.text
    named = case.facts("code_named")
    before = bisect_right([each.span.start for each in named], fact.span.start)
    if before and "\n" not in text[named[before - 1].span.start : fact.span.start]:
        return str(named[before - 1].slots.get("code", "")).upper()
    codes = {*case.visit.units, *case.visit.minutes}
    return codes.pop() if len(codes) == 1 else None
