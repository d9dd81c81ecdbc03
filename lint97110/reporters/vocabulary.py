"""The plain words, marks and colours by which a report names its nouns."""

from collections.abc import Mapping

from lint97110.model import Basis, Kind, NoteReport, Severity, Status, Verdict

KINDS: Mapping[Kind, str] = {
    Kind.TREATMENT_NOTE: "treatment note",
    Kind.PROGRESS_REPORT: "progress report",
    Kind.EVALUATION: "evaluation",
    Kind.DISCHARGE: "discharge summary",
    Kind.JUSTIFICATION: "justification",
    Kind.TEMPLATE: "template",
    Kind.OTHER: "not a therapy note",
}
BASES: Mapping[Basis, str] = {
    Basis.REQUIRED: "payer requires",
    Basis.EXPECTED: "reviewers expect",
    Basis.HOUSE: "house rule",
}
STATUSES: Mapping[Status, str] = {
    Status.PRESENT: "present",
    Status.WEAK: "weak",
    Status.ABSENT: "missing",
}
STATUS_MARKS: Mapping[Status, str] = {Status.PRESENT: "ok", Status.WEAK: "!", Status.ABSENT: "x"}
SEVERITY_MARKS: Mapping[Severity, str] = {
    Severity.ERROR: "x",
    Severity.WARNING: "!",
    Severity.INFO: "i",
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.HOLD: "HOLD",
    Verdict.REVIEW: "REVIEW",
    Verdict.READY: "READY",
    Verdict.OUT_OF_SCOPE: "OUT OF SCOPE",
}
BILLING: Mapping[bool | None, str] = {
    True: "bills 97110",
    False: "bills other codes only",
    None: "names no billing",
}
STATUS_STYLES: Mapping[Status, str] = {
    Status.PRESENT: "green",
    Status.WEAK: "yellow",
    Status.ABSENT: "red",
}
SEVERITY_STYLES: Mapping[Severity, str] = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
}
VERDICT_STYLES: Mapping[Verdict, str] = {
    Verdict.HOLD: "bold red",
    Verdict.REVIEW: "bold yellow",
    Verdict.READY: "bold green",
    Verdict.OUT_OF_SCOPE: "bold",
}


def element_words(name: str) -> str:
    """The name of an element as it is said.

    >>> element_words("goal_progress")
    'goal progress'
    """
    return name.replace("_", " ")


def count_words(count: int, noun: str) -> str:
    """A number with its noun.

    >>> count_words(1, "error"), count_words(3, "error")
    ('1 error', '3 errors')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def severity_words(count: int, severity: Severity) -> str:
    """How many findings of one severity there are.

    >>> severity_words(2, Severity.ERROR), severity_words(2, Severity.INFO)
    ('2 errors', '2 info')
    """
    return f"{count} info" if severity is Severity.INFO else count_words(count, str(severity))


def gaps(note: NoteReport) -> int | None:
    """How many elements are weak or missing; None when none are asked of the note."""
    if not note.elements or note.verdict is Verdict.OUT_OF_SCOPE:
        return None
    return sum(result.status is not Status.PRESENT for result in note.elements.values())
