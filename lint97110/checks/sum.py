"""Do the minutes add up: the codes to the totals, and one total to the other?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import Visit, place_of, untimed_by_name
from lint97110.model import Found, Note, Rule, Severity


def check(_rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first total that cannot be right, with the sum that says so."""
    note, visit = case.note, case.visit
    if visit.unsure:
        return
    sums = (_timed(note, visit), _total(note, visit), _beyond(case))
    yield from next(filter(None, map(list, sums)), [])


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


def _beyond(case: Case) -> Iterator[Found]:
    """A treatment total above timed and untimed minutes, where all of them are told."""
    note, visit = case.note, case.visit
    untimed = {**untimed_by_name(note.facts, visit), **visit.untimed_minutes}
    is_told = visit.timed is not None and visit.untimed_units.keys() == untimed.keys()
    if visit.total is None or not untimed or not is_told or case.facts("gap_explained"):
        return
    added = (visit.timed or 0) + sum(untimed.values())
    if added < visit.total:
        others = "".join(f" + {code} {n}" for code, n in untimed.items())
        said = f"{visit.timed} timed{others} = {added}, and the treatment total is {visit.total}."
        place = place_of(note, "session_time", ("total",))
        yield Found(place, said, at_most=Severity.WARNING)


def _held(visit: Visit, timed: int) -> str:
    first = f"{timed} timed" if timed == visit.timed else _parts(visit)
    others = "".join(f" + {code} {n}" for code, n in visit.untimed_minutes.items())
    return f"{first}{others}"


def _parts(visit: Visit) -> str:
    return " + ".join(f"{code} {n}" for code, n in visit.minutes.items())
