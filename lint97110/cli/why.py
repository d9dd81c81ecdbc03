"""lint97110 why: what was seen of one element in a note, and what decided."""

from pathlib import Path

import click

from lint97110.catalogued import load_catalogue
from lint97110.cli.configured import configured, place_of, settings_options
from lint97110.cli.named import element_of
from lint97110.cli.output import show, width
from lint97110.cli.parameters import kind_option, rules_option
from lint97110.model import ELEMENTS, POINTS, Kind
from lint97110.packs import builtin


@click.command()
@click.argument("element")
@click.argument("path", metavar="PATH|-")
@kind_option
@rules_option
@settings_options
def why(  # noqa: PLR0913, one for each option
    element: str,
    path: str,
    kind: str | None,
    rules_root: Path | None,
    config: Path | None,
    *,
    is_isolated: bool,
) -> None:
    """Show what was seen of an element in a note, and what decided.

    \b
    Examples:
      lint97110 why progression visit-07.txt
      lint97110 why goal-progress - < visit-07.txt
      lint97110 why PR001 visit-07.txt            the element of a rule
      lint97110 why prior-function request.txt    asked of a justification only

    The kind and the rules that lint97110.yaml sets for the note count here too.
    Exit codes: 0 an answer, 2 wrong usage, 3 the note could not be read.
    """  # noqa: D301, the escape is a mark for click
    place = place_of(path)
    found = configured((place,), config=config, is_isolated=is_isolated, rules_root=rules_root)
    root = found.rules_root
    told = found.choices_for(place).kind if kind is None else Kind(kind)
    name = element.lower()
    if name not in (*ELEMENTS, *POINTS):
        name = element_of(load_catalogue(root or builtin()), element).name
    # spaCy comes with this, and --help need not wait for it.
    from lint97110.cli import looking  # noqa: PLC0415

    show(looking.look(name, path, told, root, width()))
