"""lint97110 explain: a rule or an element in prose."""

from pathlib import Path

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.group import WrongUsageError
from lint97110.cli.output import show, width
from lint97110.cli.parameters import rules_option
from lint97110.model import Catalogue, Element, Rule
from lint97110.packs import builtin
from lint97110.packs.near import did_you_mean
from lint97110.reporters.prose import element_prose, rule_prose


@click.command()
@click.argument("word", metavar="CODE|NAME|ELEMENT")
@rules_option
def explain(word: str, rules_root: Path | None) -> None:
    """Say what a rule or an element asks for, why, and who says so.

    \b
    Examples:
      lint97110 explain PR001                 a rule, by its code
      lint97110 explain progression-missing   the same, by its name
      lint97110 explain progression           what counts as progression
    """  # noqa: D301, the escape is a mark for click
    catalogue = load_catalogue(rules_root or builtin())
    match _look_up(catalogue, word):
        case Rule() as rule:
            show(rule_prose(rule, catalogue, width()))
        case Element() as element:
            show(element_prose(element, catalogue, width()))
        case None:
            known = [element.name for element in catalogue.elements]
            known += [name for rule in catalogue.rules for name in (rule.code, rule.name)]
            sentence = f'no rule or element is called "{word}"{did_you_mean(word, known)}'
            raise WrongUsageError(f"{sentence}; lint97110 rules lists them")


def _look_up(catalogue: Catalogue, word: str) -> Rule | Element | None:
    """What is called so, in any case, with hyphens, underscores or spaces."""
    joined = "-".join(word.lower().replace("_", " ").replace("-", " ").split())
    return (
        catalogue.rule(word.upper())
        or catalogue.rule(joined)
        or catalogue.element(joined.replace("-", "_"))
    )
