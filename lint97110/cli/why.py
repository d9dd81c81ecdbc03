"""lint97110 why: what was seen of one element in a note, and what decided."""

from pathlib import Path

import click

from lint97110.cli.group import WrongUsageError
from lint97110.cli.output import show, width
from lint97110.cli.parameters import rules_option
from lint97110.model import ELEMENTS, POINTS, Kind
from lint97110.packs.near import did_you_mean


@click.command()
@click.argument("element")
@click.argument("path", metavar="PATH|-")
@click.option(
    "--kind",
    type=click.Choice([str(kind) for kind in Kind]),
    metavar="KIND",
    help=f"The kind of document, in place of the inferred one: {', '.join(Kind)}.",
)
@rules_option
def why(element: str, path: str, kind: str | None, rules_root: Path | None) -> None:
    """Show what was seen of an element in a note, and what decided.

    \b
    Examples:
      lint97110 why progression visit-07.txt
      lint97110 why goal-progress - < visit-07.txt
      lint97110 why prior-function request.txt    asked of a justification only

    Exit codes: 0 an answer, 2 wrong usage, 3 the note could not be read.
    """  # noqa: D301, the escape is a mark for click
    name = _element(element)
    # spaCy comes with this, and --help need not wait for it.
    from lint97110.cli import looking  # noqa: PLC0415

    show(looking.look(name, path, None if kind is None else Kind(kind), rules_root, width()))


def _element(word: str) -> str:
    name = "_".join(word.lower().replace("-", " ").replace("_", " ").split())
    if name not in (*ELEMENTS, *POINTS):
        sentence = f'no element is called "{word}"{did_you_mean(name, (*ELEMENTS, *POINTS))}'
        points = f"those of a justification {', '.join(POINTS)}"
        raise WrongUsageError(f"{sentence}; the elements are {', '.join(ELEMENTS)}; {points}")
    return name
