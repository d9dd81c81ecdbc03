"""lint97110 new: a form of open questions, for a note or for a justification."""

from pathlib import Path

import click

from lint97110.arithmetic.interval import Doubt, interval
from lint97110.cli.configured import configured, place_of, settings_options
from lint97110.cli.group import WrongUsageError
from lint97110.cli.header import clock, day
from lint97110.cli.parameters import rules_option
from lint97110.form import Header, Paper
from lint97110.forms import FORMATS
from lint97110.packs import builtin, profile_names
from lint97110.profiles import unknown


@click.command(short_help="Write a form of open questions for a type of session.")
@click.argument("paper", type=click.Choice([str(paper) for paper in Paper]))
@click.option("--session-type", metavar="TYPE", help="The purpose of the session, such as balance.")
@click.option("--region", metavar="REGION", help="The part of the body, such as knee.")
@click.option("--date", callback=day, metavar="DATE", help="The date of treatment.")
@click.option("--start", callback=clock, metavar="TIME", help="When treatment began.")
@click.option("--end", callback=clock, metavar="TIME", help="When treatment ended.")
@click.option(
    "--bank",
    "own_bank",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Your own bank of questions, in addition to the built-in ones.",
)
@rules_option
@click.option(
    "--from",
    "notes",
    multiple=True,
    metavar="NOTE",
    help="Quote what this note already says; for a justification; may be repeated.",
)
@click.option(
    "--one-patient",
    "is_one_patient",
    is_flag=True,
    help="The notes of --from are of one patient, even if they seem to be of two.",
)
@click.option(
    "--profile",
    metavar="NAME",
    help="Also say which gaps will hold the document under this profile (base, medicare, ...).",
)
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help="The format; by default that of the output's name, else text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the form to this file instead of standard output.",
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@settings_options
def new(  # noqa: PLR0913, one for each option
    *,
    paper: str,
    session_type: str | None,
    region: str | None,
    date: str | None,
    start: str | None,
    end: str | None,
    own_bank: Path | None,
    rules_root: Path | None,
    notes: tuple[str, ...],
    is_one_patient: bool,
    profile: str | None,
    output_format: str | None,
    output: Path | None,
    force: bool,
    config: Path | None,
    is_isolated: bool,
) -> None:
    """Write a form of open questions that suit a type of session.

    \b
    Examples:
      lint97110 new note --session-type balance
      lint97110 new note --session-type "range of motion" --region shoulder
      lint97110 new note --session-type gait --start 9:05 --end 9:45 -o visit.md
      lint97110 new justification --session-type endurance -o request.docx
      lint97110 new justification --session-type gait --from visit-07.txt
      lint97110 new note --bank our-wheelchair-questions.yaml

    Write each answer on the empty line below its question, then check the note:
    lint97110 check FILE. The profile and the rules that lint97110.yaml sets beside or
    above the form (or here) count. Exit codes: 0 a form was written, 2 wrong usage,
    3 a note of --from could not be read.
    """  # noqa: D301, the escape is a mark for click
    session = interval(start, end) if start and end else None
    if session is not None and (Doubt.BACKWARDS in session.doubts or not session.minutes):
        raise click.UsageError(f"--end {end} is not after --start {start}.")
    if notes and paper != Paper.JUSTIFICATION:
        raise click.UsageError("--from is for a justification only: a note is about its own visit.")
    place = place_of(str(output or "-"))
    found = configured((place,), config=config, is_isolated=is_isolated, rules_root=rules_root)
    rules_root = found.rules_root
    profile = profile or found.choices_for(place).profile
    known = profile_names(rules_root or builtin())
    if profile is not None and profile not in known:
        raise WrongUsageError(unknown(profile, known))
    # Rules and rich words come with this, and --help need not wait for them.
    from lint97110.cli import drafting  # noqa: PLC0415

    wish = drafting.Wish(
        paper=Paper(paper),
        session_type=session_type,
        region=region,
        header=Header(date, start, end),
        own_bank=own_bank,
        rules_root=rules_root,
        notes=notes,
        is_one_patient=is_one_patient,
    )
    drafting.draft(wish, output, output_format, force=force)
    if profile is not None:
        click.echo(drafting.what_holds(wish, profile), err=True)
