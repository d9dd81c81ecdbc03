"""Does an example of a rule prove what it says?"""

from collections.abc import Callable

from lint97110.engine import Linter, Settings
from lint97110.model import Document, Example, Rule


def fault(rule: Rule, example: Example, linter_of: Callable[[Settings], Linter]) -> str:
    """What the engine makes of the example otherwise; empty when nothing."""
    told = None if example.profile == "base" else example.profile
    asked = (rule.code,) if rule.on_request else ()
    settings = Settings(kind=example.kind, every_note=True, profile=told, extend_select=asked)
    linter = linter_of(settings)
    report = linter.lint(Document("example", example.note))
    at = [
        example.note[finding.at.start : finding.at.end]
        for finding in report.findings
        if finding.rule.code == rule.code
    ]
    if not example.is_bad:
        return f"flagged at {at}" if at else ""
    if not at:
        return "not flagged"
    return "" if example.at is None or example.at in at else f"flagged at {at}"
