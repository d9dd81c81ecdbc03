"""lint97110 explain: a rule or an element in prose."""

from pathlib import Path

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.configured import rules_here, settings_options
from lint97110.cli.named import look_up
from lint97110.cli.output import show, width
from lint97110.cli.parameters import rules_option
from lint97110.model import Element, Rule
from lint97110.reporters.prose import element_prose, family_prose, rule_prose


@click.command()
@click.argument("word", metavar="CODE|NAME|FAMILY|ELEMENT")
@rules_option
@settings_options
def explain(word: str, rules_root: Path | None, config: Path | None, *, is_isolated: bool) -> None:
    """Explain what a rule or an element asks for, why, and on whose authority.

    \b
    Examples:
      lint97110 explain PR001                 a rule, by its code
      lint97110 explain progression-missing   the same, by its name
      lint97110 explain PR                    the rules of a family
      lint97110 explain progression           what counts as progression
    """  # noqa: D301, the escape is a mark for click
    catalogue = load_catalogue(rules_here(config, rules_root, is_isolated=is_isolated))
    match look_up(catalogue, word):
        case Rule() as rule:
            show(rule_prose(rule, catalogue, width()))
        case Element() as element:
            show(element_prose(element, catalogue, width()))
        case family:
            show(family_prose(family, width()))
