"""Is a time missing that the payer asks for: a total, the minutes of a code, the clock?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import Visit, place_of
from lint97110.model import Found, Kind, Note, Rule, Severity, Span

TIMES = ("timed", "treatment", "codes", "clock")


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield one place when the rule's time is not in the note as one exact figure."""
    note, visit, time = case.note, case.visit, str(rule.options["time"])
    if time in ("timed", "treatment") and time not in case.terms.totals:
        return
    match time:
        case "timed":
            yield from _timed(note, visit)
        case "treatment" if visit.total is None and _is_asked(note, visit):
            yield Found(_restated(note, "total"))
        case "codes" if visit.without_minutes:
            codes = visit.without_minutes
            yield Found(
                place_of(note, "units_stated", codes), f"Without minutes: {', '.join(codes)}."
            )
        case "clock" if not (note.stated.start and note.stated.end):
            yield Found(None)


def _is_asked(note: Note, visit: Visit) -> bool:
    """An evaluation is asked for its total when something timed was given beside it."""
    return note.kind is not Kind.EVALUATION or bool(visit.charged)


def _timed(note: Note, visit: Visit) -> Iterator[Found]:
    """A total of the timed codes that can be added up is a remark: the note should state it."""
    if visit.timed is not None or not visit.charged:
        return
    minutes = visit.whole
    if minutes is None:
        yield Found(_restated(note, "timed"))
    elif len(minutes) > 1:
        parts = " + ".join(f"{code} {n}" for code, n in minutes.items())
        said = f"{parts} = {sum(minutes.values())} timed minutes, when added up."
        yield Found(place_of(note, "session_time", minutes), said, at_most=Severity.INFO)


def _restated(note: Note, key: str) -> Span | None:
    return place_of(note, "minutes_restated", (key,))
