"""How much a finding matters: by kind of document and profile, and what is read first."""

from lint97110.model import ELEMENTS, REQUIRED_ELEMENTS, Kind, Rule, Severity, Status

_FIRST = ("exercises", "time_spent", "signature", "goal_progress", "plan_update", "skilled")
"""Elements in the order in which published denials of 97110 name them; the others follow."""


def severity_of(rule: Rule, kind: Kind, profile: str) -> Severity | None:
    """The severity of `rule` on a document of `kind`; None when it is silent there."""
    severity = rule.severity.get(kind)
    if severity is None or profile != "strict":
        return severity
    is_missing = rule.options.get("status") == Status.ABSENT
    return (
        Severity.ERROR
        if is_missing and rule.options.get("element") in REQUIRED_ELEMENTS
        else severity
    )


def importance(rule: Rule, severity: Severity) -> tuple[int, int, int]:
    """What a person should read first sorts first: errors, gaps, the elements that denials name."""
    element = str(rule.options.get("element", ""))
    order = [*_FIRST, *(name for name in ELEMENTS if name not in _FIRST)]
    return (
        severity.rank,
        int(rule.options.get("status") != Status.ABSENT),
        order.index(element) if element in order else -1,
    )
