"""lint97110 rules: every rule, as a table or as JSON, for any payer or for one."""

from datetime import date
from pathlib import Path

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.configured import rules_here, settings_options
from lint97110.cli.output import show, show_data, width
from lint97110.cli.parameters import day, rules_option
from lint97110.profiles import BASE, terms_of
from lint97110.reporters.catalogue import as_json, table
from lint97110.reporters.payers import profile_text


@click.command()
@click.option(
    "--profile",
    metavar="NAME",
    help="Show the rules under one payer, and what each of its dials changes.",
)
@click.option(
    "--as-of",
    callback=day,
    metavar="YYYY-MM-DD",
    help="The date of service; today by default.",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table to read, or everything, with sources, for a program.",
)
@rules_option
@settings_options
def rules(  # noqa: PLR0913, one for each option
    profile: str | None,
    as_of: date | None,
    output_format: str,
    rules_root: Path | None,
    config: Path | None,
    *,
    is_isolated: bool,
) -> None:
    """List every rule with its severities and its basis.

    \b
    Examples:
      lint97110 rules
      lint97110 rules --output-format json > rules.json
      lint97110 rules --profile medicare --as-of 2026-03-01
    """  # noqa: D301, the escape is a mark for click
    catalogue = load_catalogue(rules_here(config, rules_root, is_isolated=is_isolated))
    when = as_of or date.today()  # noqa: DTZ011, the day at the desk of whoever asks
    terms = terms_of(catalogue, profile or BASE, when)
    if output_format == "json":
        show_data(as_json(catalogue, terms, when))
        return
    if profile is not None:
        show(profile_text(catalogue, terms, when, width()) + "\n")
    show(table(catalogue, terms))
