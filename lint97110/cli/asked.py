"""The options of `check`, and everything that somebody asked of it, as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TypeVar

import click

from lint97110.cli.configured import place_of, settings_options
from lint97110.cli.parameters import (
    Output,
    comma_lists,
    format_files,
    jobs,
    kind_option,
    rules_option,
)
from lint97110.configuration.choices import Choices
from lint97110.model import Kind, Severity
from lint97110.reporters import REPORTERS
from lint97110.selection import Selection

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the command line says; None where it leaves the choice to a settings file."""

    paths: tuple[str, ...]
    profile: str | None
    default_profile: str | None
    kind: str | None
    every_note: bool | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    rules_root: Path | None
    config: Path | None
    is_isolated: bool
    show_all: bool
    is_quiet: bool
    statistics: bool
    output_format: str
    outputs: tuple[Output, ...]
    force: bool
    is_redacted: bool | None
    fail_on: str | None
    exit_zero: bool
    stdin_filename: str | None
    processes: int

    @property
    def choices(self) -> Choices:
        """What a settings file may say too."""
        return Choices(
            profile=self.profile,
            default_profile=self.default_profile,
            kind=None if self.kind is None else Kind(self.kind),
            every_note=self.every_note,
            fail_on=None if self.fail_on is None else Severity(self.fail_on),
            selections=(Selection(self.select, self.ignore, self.extend_select),),
        )

    def place_of(self, path: str) -> str:
        """Where a path lies; for the note on standard input, where its name says, or here."""
        return place_of(path, self.stdin_filename)


def _rule_list(name: str, sentence: str) -> Callable[[F], F]:
    return click.option(name, multiple=True, callback=comma_lists, metavar="RULES", help=sentence)


_OPTIONS = (
    click.option(
        "--profile",
        metavar="NAME",
        help="Hold every note to one payer (medicare, ama, ...), or to strict: every missing "
        "required element is an error. By default, the payer that a note names.",
    ),
    click.option(
        "--default-profile",
        envvar="LINT97110_PROFILE",
        show_envvar=True,
        metavar="NAME",
        help="The payer for notes that do not name one; base, unless told.",
    ),
    kind_option,
    click.option(
        "--every-note/--no-every-note",
        default=None,
        help="Also check notes that bill other codes only.",
    ),
    _rule_list(
        "--select",
        "Use only these rules: codes, names or families (PR), separated by commas.",
    ),
    _rule_list("--ignore", "Leave these rules out."),
    _rule_list("--extend-select", "Add these rules to those of --select."),
    rules_option,
    settings_options,
    click.option("--all", "show_all", is_flag=True, help="Show every finding of every note."),
    click.option(
        "-q", "--quiet", "is_quiet", is_flag=True, help="Show only totals and what was not checked."
    ),
    click.option(
        "--statistics", is_flag=True, help="Show counts by rule and element in place of the notes."
    ),
    click.option(
        "--output-format",
        type=click.Choice(list(REPORTERS)),
        default="text",
        show_default=True,
        help="The format of the report on standard output.",
    ),
    click.option(
        "-o",
        "outputs",
        multiple=True,
        callback=format_files,
        metavar="FORMAT=FILE",
        help="Also write a full report to a file; may be repeated.",
    ),
    click.option(
        "--force", is_flag=True, help="Let -o replace a file that is not a report of lint97110."
    ),
    click.option(
        "--redact/--no-redact",
        "is_redacted",
        default=None,
        help="Leave out quotations; hash names, with the key in LINT97110_REDACT_KEY.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([str(severity) for severity in Severity]),
        help="Exit with 1 for findings of this severity or worse; error, unless told.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings."),
    click.option("--stdin-filename", metavar="NAME", help="The name of the note on - in reports."),
    click.option(
        "-j",
        "--jobs",
        "processes",
        default="1",
        callback=jobs,
        show_default=True,
        metavar="N|auto",
        help="Number of processes; worthwhile for thousands of notes.",
    ),
)


def check_options(command: F) -> F:
    """All options of `check`, in the order in which its help shows them."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(_OPTIONS), command)
