"""Did something happen before that which it must follow?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first fact whose number is smaller than those of every fact that it follows."""
    before = [fact.slots["is"] for fact in case.facts(str(rule.options["follows"]))]
    for fact in case.facts(str(rule.options["fact"])):
        day = fact.slots["is"]
        if before and all(
            isinstance(one, int) and isinstance(day, int) and day < one for one in before
        ):
            yield Found(fact.span)
            return
