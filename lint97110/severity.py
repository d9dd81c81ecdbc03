"""How much a finding matters: by kind of document and payer, and what is read first."""

from dataclasses import replace

from lint97110.model import ELEMENTS, POINTS, Found, Kind, Rule, Severity, Status, Terms

_FIRST = ("exercises", "time_spent", "signature", "goal_progress", "plan_update", "skilled")
"""Elements in the order in which published denials of 97110 name them; the others follow."""
_PLACE = {name: place for place, name in enumerate(dict.fromkeys((*_FIRST, *ELEMENTS, *POINTS)))}


def severity_of(rule: Rule, kind: Kind, terms: Terms) -> Severity | None:
    """The severity of `rule` on a document of `kind` under `terms`; None where it is silent."""
    return terms.severity.get(rule.code, {}).get(kind, rule.severity.get(kind))


DOUBT = "This payer's rule was not verified, so this is a warning, not an error."


def is_doubted(found: Found, terms: Terms) -> bool:
    """Whether a finding rests on a dial that nobody read."""
    return not terms.doubted.isdisjoint(found.rests_on)


def weighed(severity: Severity, found: Found, terms: Terms) -> Severity:
    """The severity of a finding: `at_most` its own, and no error rests on what nobody read."""
    if found.at_most is not None and found.at_most.rank > severity.rank:
        severity = found.at_most
    return Severity.WARNING if is_doubted(found, terms) and severity is Severity.ERROR else severity


def told(found: Found, terms: Terms) -> Found:
    """The finding, saying so where it rests on a dial that nobody read."""
    if not is_doubted(found, terms):
        return found
    return replace(found, says=f"{found.says} {DOUBT}".lstrip())


def importance(rule: Rule, severity: Severity) -> tuple[int, int, int]:
    """What a person should read first sorts first: errors, gaps, the elements that denials name."""
    element = str(rule.options.get("element", ""))
    return (
        severity.rank,
        int(rule.options.get("status") != Status.ABSENT),
        _PLACE.get(element, -1),
    )
