"""Are facts of one kind unlike each other where they should be alike?"""

from collections import Counter
from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first fact of each value but the commonest; facts without the slot have no say."""
    slot = str(rule.options["slot"])
    facts = [fact for fact in case.facts(str(rule.options["fact"])) if fact.slots.get(slot)]
    counts = Counter(fact.slots[slot] for fact in facts)
    if len(counts) < 2:  # noqa: PLR2004, it takes two to disagree
        return
    seen = {counts.most_common(1)[0][0]}
    for fact in facts:
        if fact.slots[slot] not in seen:
            seen.add(fact.slots[slot])
            yield Found(fact.span)
