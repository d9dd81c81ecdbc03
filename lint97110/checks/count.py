"""Do the billed units fit the minutes, and is an untimed code billed once?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import Visit, place_of
from lint97110.model import Found, Note, Rule, Severity

UNTIMED = "untimed"


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first billed code of each fault that the rule asks for, with its sum."""
    if rule.options["units"] == UNTIMED:
        yield from _untimed(case.note, case.visit)
        return
    rests_on = () if case.terms.unit_rule == "unknown" else ("unit_rule",)
    for judgement in case.judgements:
        if judgement.fault == rule.options["units"]:
            place = place_of(case.note, "units_stated", judgement.codes)
            at_most = Severity.WARNING if judgement.is_open else None
            yield Found(place, judgement.says, rests_on, at_most)


def _untimed(note: Note, visit: Visit) -> Iterator[Found]:
    """Codes that are billed once a day, with more than one unit or inside the timed minutes."""
    for code, units in visit.untimed_units.items():
        if units > 1:
            yield Found(place_of(note, "units_stated", (code,)), f"{code} x {units}.")
    timed, untimed = sum(visit.minutes.values()), sum(visit.untimed_minutes.values())
    if visit.whole and untimed and visit.timed == timed + untimed:
        said = " + ".join(f"{code} {n}" for code, n in visit.untimed_minutes.items())
        place = place_of(note, "session_time", ("timed",))
        yield Found(place, f"{visit.timed} timed minutes include {said} of untimed codes.")
