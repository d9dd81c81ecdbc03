"""The command lint97110: one subcommand a file, loaded when it is called."""

import click

from lint97110 import __version__
from lint97110.cli.group import LintGroup

COMMANDS = {
    "check": "lint97110.cli.check",
    "explain": "lint97110.cli.explain",
    "why": "lint97110.cli.why",
    "rules": "lint97110.cli.rules",
    "new": "lint97110.cli.new",
    "units": "lint97110.cli.units",
}


@click.group(
    cls=LintGroup,
    modules=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="lint97110")
def main() -> None:
    """Check whether therapy notes billed under CPT 97110 say what a reviewer looks for.

    \b
    lint97110 check visit-07.txt           one note, in full
    lint97110 check notes/                 a folder, a row for each note
    lint97110 explain progression          what counts, and who says so
    lint97110 why progression visit-07.txt what was seen in this note
    lint97110 new note --session-type gait a form of open questions
    lint97110 units 97110=24 97112=23      what the minutes make

    Nothing leaves this computer. Exit codes: 0 nothing to fix, 1 findings,
    2 wrong usage, 3 some input could not be read or checked.
    """  # noqa: D301, the escape is a mark for click
