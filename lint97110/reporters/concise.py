"""One line for each finding, for editors, grep and logs: place, severity, code, message."""

from lint97110.model import Finding, NoteReport, Report, Unread
from lint97110.reporters.options import PLAIN, TextOptions
from lint97110.reporters.plain import one_line


def render(report: Report, _options: TextOptions = PLAIN) -> str:
    """`path:line:col: severity CODE message` for each finding, then what was not checked."""
    lines = [_line(note, finding) for note in report.notes for finding in note.findings]
    lines += [_unread(unread) for unread in report.unread]
    return "".join(f"{line}\n" for line in lines)


def _line(note: NoteReport, finding: Finding) -> str:
    place = f"{one_line(note.path)}:{finding.at.line}:{finding.at.column}"
    record = "" if note.record is None else f" [{one_line(note.record)}]"
    return f"{place}: {finding.severity} {finding.rule.code} {finding.message}{record}"


def _unread(unread: Unread) -> str:
    what = "failed" if unread.failed else "unreadable"
    return f"{one_line(unread.path)}: {what}, not checked: {one_line(unread.reason)}"
