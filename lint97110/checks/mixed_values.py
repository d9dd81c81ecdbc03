"""Are facts of one kind unlike each other where they should be alike?"""

from collections import Counter
from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first fact of the rarest value; of several as rare, of the one that came last.

    Facts without the slot have no say. One finding is enough: what is asked is which value all
    should have.
    """
    slot = str(rule.options["slot"])
    facts = [fact for fact in case.facts(str(rule.options["fact"])) if fact.slots.get(slot)]
    counts = Counter(fact.slots[slot] for fact in facts)
    if len(counts) > 1:
        rarest = min(reversed(counts), key=counts.__getitem__)
        yield Found(next(fact.span for fact in facts if fact.slots[slot] == rarest))
