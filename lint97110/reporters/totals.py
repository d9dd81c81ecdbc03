"""What became of every input and every note of a run."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.model import Report, Severity, Verdict

VERDICTS = (Verdict.HOLD, Verdict.REVIEW, Verdict.READY)


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts that leave nothing out.

    Each input is read, unreadable or a duplicate; each note in an input that was read is
    checked, out of scope or failed.
    """

    read: int
    unreadable: int
    duplicate: int
    checked: int
    out_of_scope: int
    failed: int
    verdicts: Mapping[Verdict, int]
    findings: Mapping[Severity, int]

    @property
    def inputs(self) -> int:
        """Every input that the run met."""
        return self.read + self.unreadable + self.duplicate

    @property
    def notes(self) -> int:
        """Every note that was in the inputs that could be read."""
        return self.checked + self.out_of_scope + self.failed


def totals_of(report: Report) -> Totals:
    """Count what became of the inputs and notes of `report`."""
    verdicts = Counter(note.verdict for note in report.notes)
    severities = Counter(finding.severity for note in report.notes for finding in note.findings)
    failed = [unread for unread in report.unread if unread.failed]
    out_of_scope = verdicts[Verdict.OUT_OF_SCOPE]
    return Totals(
        # A file or a row that holds two notes is one input; a note that we failed on was read.
        read=len({(note.path, note.record) for note in report.notes}) + len(failed),
        unreadable=len(report.unread) - len(failed),
        duplicate=report.duplicates,
        checked=len(report.notes) - out_of_scope,
        out_of_scope=out_of_scope,
        failed=len(failed),
        verdicts={verdict: verdicts[verdict] for verdict in VERDICTS},
        findings={severity: severities[severity] for severity in Severity},
    )
