"""The report for people: one note in full, or a row for each of many, then the totals."""

from collections.abc import Iterable, Iterator
from io import StringIO
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from lint97110.model import Report, Severity, Unread
from lint97110.reporters import vocabulary
from lint97110.reporters.note_text import note_lines
from lint97110.reporters.options import PLAIN, TextOptions
from lint97110.reporters.plain import one_line
from lint97110.reporters.rows import row_lines
from lint97110.reporters.statistics import statistics_lines
from lint97110.reporters.totals import Totals, totals_of


def render(report: Report, options: TextOptions = PLAIN) -> str:
    """`report` as text to read; every mark and colour has its word beside it."""
    lines = _lines(report, options)
    if not options.has_color:
        return "".join(f"{line.plain}\n" for line in lines)
    return _colored(lines, options.width)


def _colored(lines: Iterable[Text], width: int) -> str:
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(line, soft_wrap=True, highlight=False)
    return stream.getvalue()


def _lines(report: Report, options: TextOptions) -> Iterator[Text]:
    parts = [
        list(_body(report, options)),
        list(_not_checked(report.unread, options.width)),
        list(_totals(report, options)),
    ]
    filled = [part for part in parts if part]
    for index, part in enumerate(filled):
        if index:
            yield Text()
        yield from part


def _body(report: Report, options: TextOptions) -> Iterator[Text]:
    if options.is_statistics:
        yield from statistics_lines(report)
    elif options.is_quiet:
        return
    elif len(report.notes) == 1 or options.show_all:
        for index, note in enumerate(report.notes):
            if index:
                yield Text()
                yield Text("-" * options.width, style="dim")
            yield from note_lines(note, options)
    else:
        yield from row_lines(report.notes, options.width)


def _not_checked(unread: tuple[Unread, ...], width: int) -> Iterator[Text]:
    if not unread:
        return
    yield Text(f"Not checked ({len(unread)}):", style="bold red")
    for one in unread:
        ours = "the linter failed: " if one.failed else ""
        words = f"x {one_line(one.path)}: {ours}{one_line(one.reason)}"
        for line in wrap(
            words,
            width,
            initial_indent="  ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        ):
            yield Text(line)


def _totals(report: Report, options: TextOptions) -> Iterator[Text]:
    totals = totals_of(report)
    is_one_note = totals.inputs == 1 and totals.notes == 1 and not totals.failed
    if is_one_note and not (options.is_quiet or options.is_statistics):
        return
    yield Text(_inputs(totals))
    if totals.notes:
        yield Text(_notes(totals))
    found = [
        vocabulary.severity_words(totals.findings[severity], severity)
        for severity in Severity
        if totals.findings[severity]
    ]
    if found:
        yield Text(f"Findings: {', '.join(found)}.")


def _inputs(totals: Totals) -> str:
    if not totals.inputs:
        return "0 inputs: there was nothing to check."
    parts = [f"{totals.read} read"]
    if totals.unreadable:
        parts.append(f"{totals.unreadable} unreadable")
    if totals.duplicate:
        parts.append(f"{totals.duplicate} duplicate")
    return f"{vocabulary.count_words(totals.inputs, 'input')}: {', '.join(parts)}."


def _notes(totals: Totals) -> str:
    parts = [f"{count} {verdict}" for verdict, count in totals.verdicts.items() if count]
    if totals.out_of_scope:
        parts.append(f"{totals.out_of_scope} out of scope")
    if totals.failed:
        parts.append(f"{totals.failed} failed")
    return f"{vocabulary.count_words(totals.notes, 'note')}: {', '.join(parts)}."
