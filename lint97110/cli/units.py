"""lint97110 units: how many units do these minutes make?"""

import click

from lint97110.cli import counting
from lint97110.cli.group import WrongUsageError
from lint97110.cli.output import show, show_data

NOTHING = "Give the minutes of each code, for example: lint97110 units 97110=24 97112=23"


@click.command()
@click.argument("minutes", nargs=-1, metavar="CODE=MINUTES...")
@click.option(
    "--rule",
    default=counting.BOTH,
    show_default=True,
    metavar="medicare|midpoint|ama|both",
    help="Medicare's total time (8-minute rule), or CPT's midpoint for each code (also ama).",
)
@click.option(
    "--clock",
    metavar="START-END",
    help="The clock times of the visit; separate blocks with commas.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The sum as a sentence, or everything for a program.",
)
def units(minutes: tuple[str, ...], rule: str, clock: str | None, output_format: str) -> None:
    """Say how many units the minutes of timed codes make, and why.

    \b
    Examples:
      lint97110 units 97110=38
      lint97110 units 97110=24 97112=23
      lint97110 units 97110=24 97112=23 --rule medicare
      lint97110 units 97110=10 97140=10 --output-format json
      lint97110 units --clock 9:00-9:45
      lint97110 units 97110=23 97140=15 --clock 9:00-9:20,9:30-9:50

    Minutes are whole minutes of one-on-one treatment on one day; untimed
    codes are not part of the sum. Exit codes: 0 an answer, 2 wrong usage.
    """  # noqa: D301, the escape is a mark for click
    if not minutes and clock is None:
        raise WrongUsageError(NOTHING)
    answer = counting.count(minutes, rule, clock)
    if output_format == "json":
        show_data(counting.as_json(answer))
    else:
        show(counting.as_text(answer))
