"""lint97110 rules: every rule, as a table or as JSON."""

from pathlib import Path

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.output import show, show_data
from lint97110.cli.parameters import rules_option
from lint97110.packs import builtin
from lint97110.reporters.catalogue import as_json, table


@click.command()
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table to read, or everything with its sources for a machine.",
)
@rules_option
def rules(output_format: str, rules_root: Path | None) -> None:
    """List every rule with its severities and its basis.

    \b
    Examples:
      lint97110 rules
      lint97110 rules --output-format json > rules.json
    """  # noqa: D301, the escape is a mark for click
    catalogue = load_catalogue(rules_root or builtin())
    if output_format == "json":
        show_data(as_json(catalogue))
    else:
        show(table(catalogue))
