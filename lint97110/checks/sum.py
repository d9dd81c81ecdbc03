"""Do the minutes add up: the codes to the totals, and one total to the other?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import Visit, place_of
from lint97110.model import Found, Note, Rule, Severity


def check(_rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first total that cannot be right, with the sum that says so."""
    note, visit = case.note, case.visit
    if visit.unsure:
        return
    yield from next(filter(None, (list(_timed(note, visit)), list(_total(note, visit)))), [])


def _timed(note: Note, visit: Visit) -> Iterator[Found]:
    """The timed total against the timed codes."""
    added = sum(visit.minutes.values())
    if visit.timed is None or not visit.minutes or added == visit.timed:
        return
    place = place_of(note, "session_time", ("timed",))
    said = f"{_parts(visit)} = {added}, and the timed total is {visit.timed}."
    if added > visit.timed:
        yield Found(place, said)
    elif not visit.without_minutes:
        # A timed code that was given and not billed counts in the total, and may be unlisted.
        yield Found(place, said, at_most=Severity.WARNING)


def _total(note: Note, visit: Visit) -> Iterator[Found]:
    """The treatment total against what it must hold."""
    if visit.total is None:
        return
    untimed = sum(visit.untimed_minutes.values())
    timed = max(visit.timed or 0, sum(visit.minutes.values()))
    place = place_of(note, "session_time", ("total",))
    if timed + untimed > visit.total:
        total = f"the treatment total is {visit.total}"
        yield Found(place, f"{_held(visit, timed)} = {timed + untimed}, and {total}.")


def _held(visit: Visit, timed: int) -> str:
    first = f"{timed} timed" if timed == visit.timed else _parts(visit)
    others = "".join(f" + {code} {n}" for code, n in visit.untimed_minutes.items())
    return f"{first}{others}"


def _parts(visit: Visit) -> str:
    return " + ".join(f"{code} {n}" for code, n in visit.minutes.items())
