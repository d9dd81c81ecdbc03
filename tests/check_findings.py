"""What one rule says of a note: the words that it points at, what it adds, how much it weighs."""

from lint97110.engine import Settings
from lint97110.model import Document, Kind


def said(linter_of, code, words, profile=None):
    """The findings of a rule on a daily note with these words."""
    linter = linter_of(Settings(kind=Kind.TREATMENT_NOTE, every_note=True, profile=profile))
    report = linter.lint(Document("note.txt", f"Interventions:\nSLR 3x10.\n{words}\n"))
    return [
        (finding.at.text, finding.says, str(finding.severity))
        for finding in report.findings
        if finding.rule.code == code
    ]
