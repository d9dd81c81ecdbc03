"""Do the minutes fit between the clock times?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import place_of
from lint97110.model import Found, Rule, Severity


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the minutes that do not fit; a gap that nothing explains weighs less.

    `explained_by` names the fact that tells why a session was longer than its treatment.
    """
    note, visit = case.note, case.visit
    if visit.clock is None or visit.unsure:
        return
    keys = ("total",) if visit.total is not None else ("timed",)
    added = sum(visit.minutes.values()) + sum(visit.untimed_minutes.values())
    stated = visit.total if visit.total is not None else max(visit.timed or 0, added)
    place = place_of(note, "session_time", keys) or place_of(note, "session_time", visit.minutes)
    clock = f"The clock gives {visit.clock} minutes"
    if stated > visit.clock:
        yield Found(place, f"{clock}, but {stated} are recorded.")
    elif (
        visit.total is not None
        and stated < visit.clock
        and not case.facts(str(rule.options["explained_by"]))
    ):
        said = f"{clock}, but only {stated} of treatment are recorded."
        yield Found(place, said, at_most=Severity.WARNING)
