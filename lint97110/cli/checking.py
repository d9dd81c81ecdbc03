"""What `check` does once its options are understood: run, redact, render, and the exit code."""

import os
import secrets
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import click

from lint97110.batch.discover import STDIN, STDIN_NAME, Input, discover
from lint97110.batch.run import Found, run
from lint97110.cli.asked import Asked
from lint97110.cli.group import NotCheckedError, WrongUsageError, cannot_be_written
from lint97110.cli.output import has_color, show, show_data, width
from lint97110.cli.parameters import Output
from lint97110.cli.planning import Plan
from lint97110.configuration.run import Configuration
from lint97110.engine import Linter
from lint97110.model import Report, Severity
from lint97110.readers import MAX_BYTES
from lint97110.reporters import REPORTERS, TextOptions
from lint97110.reporters.recognized import is_report
from lint97110.reporters.redact import redact

REDACT_KEY = "LINT97110_REDACT_KEY"
KEY_BYTES = 32
FOUND = 1


def check(asked: Asked, configuration: Configuration) -> int:
    """Lint, write and show what was asked for; the exit code.

    Raises WrongUsageError before anything would be written over, NotWrittenError when a report
    cannot be written, and LintError when nothing can be linted at all.
    """
    hides = configuration.redacts if asked.is_redacted is None else asked.is_redacted
    refuse_to_replace(asked.outputs, force=asked.force, is_redacted=hides)
    plan = Plan(asked, configuration)
    report = report_on(asked, plan)
    # Whether it fails is told by names of notes, and a redacted report has none.
    code = exit_code(report, plan.fails_on, is_zero=asked.exit_zero)
    if configuration.redacts if asked.is_redacted is None else asked.is_redacted:
        report = redacted(report, is_quiet=asked.is_quiet)
    _show(report, asked)
    for form, path in asked.outputs:
        write(REPORTERS[form](report, TextOptions(show_all=asked.show_all)), path)
    return code


def report_on(asked: Asked, plan: Plan) -> Report:
    """Lint everything that was asked for.

    Raises WrongUsageError when a note stands where a report is to be written, and LintError when
    nothing can be linted at all.
    """
    found = discover(asked.paths, stdin_name=asked.stdin_filename or STDIN_NAME)
    stdin = sys.stdin.buffer.read(MAX_BYTES + 1) if STDIN in asked.paths else b""
    apart = _apart(found, {path.resolve() for _, path in asked.outputs})
    planned = plan.planned(apart)
    return run(planned, plan.settings, make_linter=Linter, jobs=asked.processes, stdin=stdin)


def _show(report: Report, asked: Asked) -> None:
    options = TextOptions(
        width=width(),
        has_color=has_color(),
        show_all=asked.show_all,
        is_quiet=asked.is_quiet,
        is_statistics=asked.statistics,
    )
    words = REPORTERS[asked.output_format](report, options)
    if asked.output_format == "json":
        show_data(words)
    else:
        show(words)


def _apart(found: Iterable[Found], kept: Collection[Path]) -> Iterator[Found]:
    """The same inputs; a note is a legal record, and no report may be written over it."""
    for item in found:
        if kept and isinstance(item, Input) and item.path and item.path.resolve() in kept:
            sentence = "A report would replace one of the notes; write it somewhere else."
            raise WrongUsageError(sentence)
        yield item


def redacted(report: Report, *, is_quiet: bool) -> Report:
    """The report without the words of the notes; names are hashed with the key of the user."""
    key = os.environ.get(REDACT_KEY, "").encode("utf-8", "surrogateescape")
    if not key:
        key = secrets.token_bytes(KEY_BYTES)
        if not is_quiet:
            click.echo(
                "Names are hashed with a key made for this run only; "
                f"set {REDACT_KEY} to compare one run with another.",
                err=True,
            )
    return redact(report, key)


def write(words: str, path: Path) -> None:
    """Write a report to a file, as UTF-8.

    Raises NotWrittenError when the file cannot be written.
    """
    try:
        path.write_bytes(words.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise cannot_be_written(path, error) from None


def refuse_to_replace(outputs: Iterable[Output], *, force: bool, is_redacted: bool) -> None:
    """Before any note is read: no report over what is not one, and no two in one place.

    Raises WrongUsageError, and NotWrittenError for a file that may not be looked into.
    """
    named: set[Path] = set()
    for form, path in outputs:
        real = path.resolve()
        # The file may be a note, and its name a patient's.
        name = f"The file of -o {form}" if is_redacted else path
        if real in named:
            raise WrongUsageError(f"{name} is named twice; each report needs a file of its own.")
        named.add(real)
        try:
            is_kept = not force and path.is_file() and not is_report(path)
        except OSError as error:
            raise cannot_be_written(name, error) from None
        if is_kept:
            sentence = f"{name} exists and is not a report of lint97110, so it was left as it is"
            raise WrongUsageError(f"{sentence}; --force replaces it.")


def exit_code(report: Report, fails_on: Callable[[str], Severity], *, is_zero: bool) -> int:
    """3 when some input was not checked, 1 for findings that a note of this name fails on, or 0."""
    if report.unread:
        return NotCheckedError.exit_code
    has_findings = any(
        finding.severity.rank <= fails_on(note.path).rank
        for note in report.notes
        for finding in note.findings
    )
    return FOUND if has_findings and not is_zero else 0
