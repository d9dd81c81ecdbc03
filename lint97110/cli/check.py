"""lint97110 check: what notes leave out, and whether they may be billed."""

from pathlib import Path

import click

from lint97110.cli.group import WrongUsageError
from lint97110.cli.output import has_color, show, show_data, width
from lint97110.cli.parameters import (
    Output,
    comma_lists,
    format_files,
    jobs,
    kind_option,
    rules_option,
)
from lint97110.model import Kind, Report, Severity
from lint97110.packs import builtin, profile_names
from lint97110.profiles import unknown
from lint97110.reporters import REPORTERS, TextOptions

NO_PATHS = (
    "Say what to check: a note, a folder of notes, or - for standard input, "
    "for example: lint97110 check visit-07.txt"
)


@click.command(short_help="Report what notes leave out, and whether they are ready to be billed.")
@click.argument("paths", nargs=-1, metavar="PATH...|-")
@click.option(
    "--profile",
    metavar="NAME",
    help="Hold every note to one payer (medicare, ama, ...), or to strict: every missing "
    "required element is an error. By default, the payer that a note names.",
)
@click.option(
    "--default-profile",
    default="base",
    show_default=True,
    envvar="LINT97110_PROFILE",
    show_envvar=True,
    metavar="NAME",
    help="The payer for notes that do not name one.",
)
@kind_option
@click.option("--every-note", is_flag=True, help="Also check notes that bill other codes only.")
@click.option(
    "--select",
    multiple=True,
    callback=comma_lists,
    metavar="RULES",
    help="Use only these rules: codes, names or families (PR), separated by commas.",
)
@click.option(
    "--ignore", multiple=True, callback=comma_lists, metavar="RULES", help="Leave these rules out."
)
@click.option(
    "--extend-select",
    multiple=True,
    callback=comma_lists,
    metavar="RULES",
    help="Add these rules to those of --select.",
)
@rules_option
@click.option("--all", "show_all", is_flag=True, help="Show every finding of every note.")
@click.option(
    "-q", "--quiet", "is_quiet", is_flag=True, help="Show only totals and what was not checked."
)
@click.option(
    "--statistics", is_flag=True, help="Show counts by rule and element in place of the notes."
)
@click.option(
    "--output-format",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="The format of the report on standard output.",
)
@click.option(
    "-o",
    "outputs",
    multiple=True,
    callback=format_files,
    metavar="FORMAT=FILE",
    help="Also write a full report to a file; may be repeated.",
)
@click.option(
    "--force", is_flag=True, help="Let -o replace a file that is not a report of lint97110."
)
@click.option(
    "--redact",
    "is_redacted",
    is_flag=True,
    help="Leave out quotations; hash names, with the key in LINT97110_REDACT_KEY.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    show_default=True,
    help="Exit with 1 for findings of this severity or worse.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the note on - in reports.")
@click.option(
    "-j",
    "--jobs",
    "processes",
    default="1",
    callback=jobs,
    show_default=True,
    metavar="N|auto",
    help="Number of processes; worthwhile for thousands of notes.",
)
@click.pass_context
def check(  # noqa: PLR0913, one for each option
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    profile: str | None,
    default_profile: str,
    kind: str | None,
    every_note: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    extend_select: tuple[str, ...],
    rules_root: Path | None,
    show_all: bool,
    is_quiet: bool,
    statistics: bool,
    output_format: str,
    outputs: tuple[Output, ...],
    force: bool,
    is_redacted: bool,
    fail_on: str,
    exit_zero: bool,
    stdin_filename: str | None,
    processes: int,
) -> None:
    """Report what notes leave out, and whether they are ready to be billed.

    \b
    Examples:
      lint97110 check visit-07.txt                      one note, in full
      lint97110 check notes/                            a row for each note
      lint97110 check notes/ -q -o json=report.json     totals, and a file
      lint97110 check - --stdin-filename visit-07.txt   from a pipe

    Exit codes: 0 no findings at --fail-on or worse, 1 findings, 2 wrong usage,
    3 some input could not be read or checked (the others are reported),
    or a report could not be written.
    """  # noqa: D301, the escape is a mark for click
    if not paths:
        raise click.UsageError(NO_PATHS)
    if stdin_filename is not None and "-" not in paths:
        raise click.UsageError(
            "--stdin-filename names the note on -, but - is not among the paths."
        )
    known = profile_names(rules_root or builtin())
    for name in filter(None, (profile, default_profile)):
        if name not in known:
            raise WrongUsageError(unknown(name, known))
    if statistics and output_format != "text":
        raise click.UsageError(
            f"--statistics is text only; for {output_format} as well, add -o {output_format}=FILE"
        )
    # spaCy comes with these, and --help need not wait for it.
    from lint97110.cli import checking  # noqa: PLC0415
    from lint97110.engine import Settings  # noqa: PLC0415

    checking.refuse_to_replace(outputs, force=force, is_redacted=is_redacted)
    settings = Settings(
        profile=profile,
        default_profile=default_profile,
        kind=None if kind is None else Kind(kind),
        every_note=every_note,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        rules_root=rules_root,
    )
    report = checking.report_on(
        paths,
        settings,
        jobs=processes,
        stdin_name=stdin_filename,
        kept=[path for _, path in outputs],
    )
    if is_redacted:
        report = checking.redacted(report, is_quiet=is_quiet)
    shown = TextOptions(
        width=width(),
        has_color=has_color(),
        show_all=show_all,
        is_quiet=is_quiet,
        is_statistics=statistics,
    )
    _show(report, output_format, shown)
    for form, path in outputs:
        checking.write(REPORTERS[form](report, TextOptions(show_all=show_all)), path)
    ctx.exit(checking.exit_code(report, Severity(fail_on), is_zero=exit_zero))


def _show(report: Report, output_format: str, options: TextOptions) -> None:
    words = REPORTERS[output_format](report, options)
    if output_format == "json":
        show_data(words)
    else:
        show(words)
