"""Does an element of the note stand as the rule says it should not?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield one place when the element has the rule's status: its first words, or None."""
    result = case.note.result(str(rule.options["element"]))
    if result is not None and result.status == rule.options["status"]:
        yield Found(result.evidence[0] if result.evidence else None)
