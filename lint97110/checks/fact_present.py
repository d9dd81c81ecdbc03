"""Does the note state something that it should not?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the place of each fact of the rule's kinds with the slots that the rule asks for."""
    facts = [fact for kind in rule.names("fact") for fact in case.facts(kind)]
    if not facts:
        return
    wanted = {name: value for name, value in rule.options.items() if name != "fact"}
    for fact in facts:
        if wanted.items() <= fact.slots.items():
            yield Found(fact.span)
