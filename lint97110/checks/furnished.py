"""Were minutes of one-on-one treatment furnished by somebody who is no clinician, or to a group?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.billing.visit import OF_ANOTHER_TIME
from lint97110.model import Found, Rule

GROUP = "97150"
_NEVER = OF_ANOTHER_TIME - {"by_other"}  # an aide is another; here that is the point


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first place that says so; a group that is billed as one is right."""
    kinds = rule.names("given_by")
    stated = case.note.stated
    if GROUP not in stated.units and GROUP not in stated.minutes:
        kinds = (*kinds, *rule.names("given_to"))
    for fact in case.note.facts:
        if fact.kind in kinds and fact.clause.status not in _NEVER:
            yield Found(fact.span)
            return
