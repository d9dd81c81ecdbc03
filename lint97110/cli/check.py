"""lint97110 check: what notes leave out, and whether they may be billed."""

from typing import Any

import click

from lint97110.cli.asked import Asked, check_options
from lint97110.cli.configured import configured
from lint97110.cli.group import WrongUsageError
from lint97110.packs import builtin, profile_names
from lint97110.profiles import unknown

NO_PATHS = (
    "Say what to check: a note, a folder of notes, or - for standard input, "
    "for example: lint97110 check visit-07.txt"
)


@click.command(short_help="Report what notes leave out, and whether they are ready to be billed.")
@click.argument("paths", nargs=-1, metavar="PATH...|-")
@check_options
@click.pass_context
def check(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401, the fields of Asked
    """Report what notes leave out, and whether they are ready to be billed.

    \b
    Examples:
      lint97110 check visit-07.txt                      one note, in full
      lint97110 check notes/                            a row for each note
      lint97110 check notes/ -q -o json=report.json     totals, and a file
      lint97110 check - --stdin-filename visit-07.txt   from a pipe

    Settings: the nearest lint97110.yaml, beside a note or in a folder above it,
    says what the command line does not: profile, default-profile, kind,
    every-note, select, ignore, extend-select and fail-on, for all its notes or,
    under folders, for some; and rules and redact, for the run. For example:

    \b
      default-profile: medicare
      folders:
        forms: {kind: template}
        samples: {extend-select: PI}

    Exit codes: 0 no findings at --fail-on or worse, 1 findings, 2 wrong usage,
    3 some input could not be read or checked (the others are reported),
    or a report could not be written.
    """  # noqa: D301, the escape is a mark for click
    asked = Asked(**options)
    _refuse(asked)
    configuration = configured(
        map(asked.place_of, asked.paths),
        config=asked.config,
        is_isolated=asked.is_isolated,
        rules_root=asked.rules_root,
    )
    known = profile_names(configuration.rules_root or builtin())
    for name in filter(None, (asked.profile, asked.default_profile)):
        if name not in known:
            raise WrongUsageError(unknown(name, known))
    # spaCy comes with this, and --help need not wait for it.
    from lint97110.cli import checking  # noqa: PLC0415

    ctx.exit(checking.check(asked, configuration))


def _refuse(asked: Asked) -> None:
    """Raise UsageError for options that do not go together."""
    if not asked.paths:
        raise click.UsageError(NO_PATHS)
    if asked.stdin_filename is not None and "-" not in asked.paths:
        raise click.UsageError(
            "--stdin-filename names the note on -, but - is not among the paths."
        )
    if asked.statistics and asked.output_format != "text":
        form = asked.output_format
        raise click.UsageError(f"--statistics is text only; for {form} as well, add -o {form}=FILE")
