"""Can the clock times be read in one way only?"""

from collections.abc import Iterator

from lint97110.arithmetic.interval import Doubt, interval
from lint97110.billing.case import Case
from lint97110.billing.visit import OF_ANOTHER_TIME
from lint97110.model import Fact, Found, Rule, Span

_IMPLAUSIBLE = frozenset((Doubt.BACKWARDS, Doubt.LONG))


def check(_rule: Rule, case: Case) -> Iterator[Found]:
    """Yield each pair of clock times that is in doubt, and why."""
    pairs = _of_session(case, "clock_pair")
    for fact in pairs:
        is_named = not fact.span.of(case.note.document.text)[:1].isdigit()
        yield from _doubts(fact, fact, is_named=is_named)
    starts, ends = _of_session(case, "clock_start"), _of_session(case, "clock_end")
    if not pairs and len(starts) == len(ends) == 1:
        yield from _doubts(starts[0], ends[0], is_named=True)


def _of_session(case: Case, kind: str) -> list[Fact]:
    return [fact for fact in case.facts(kind) if fact.clause.status not in OF_ANOTHER_TIME]


def _doubts(start: Fact, end: Fact, *, is_named: bool) -> Iterator[Found]:
    """What is in doubt; long hours count only where they are called the session's."""
    found = interval(str(start.slots.get("a", "")), str(end.slots.get("b", "")))
    if found is None or not found.doubts:
        return
    if not is_named and not _IMPLAUSIBLE.isdisjoint(found.doubts):
        return  # opening hours, a night's sleep
    said = "; ".join(found.doubts)
    span = Span(min(start.span.start, end.span.start), max(start.span.end, end.span.end))
    yield Found(span, f"{said[0].upper()}{said[1:]}.")
