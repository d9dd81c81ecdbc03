"""How options are written: comma lists, a number of jobs, a format with its file."""

import os
from datetime import date
from pathlib import Path

import click

from lint97110.model import Kind
from lint97110.reporters import REPORTERS

Output = tuple[str, Path]


def comma_lists(
    _ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """All words of an option that may be repeated and holds words with commas between them.

    >>> comma_lists(None, None, ("PR, TM001", "GP"))
    ('PR', 'TM001', 'GP')
    """
    words = (word.strip() for words in value for word in words.split(","))
    return tuple(word for word in words if word)


def jobs(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """A number of processes; `auto` is one for each core that this process may use."""
    if value == "auto":
        return _cores()
    if not value.isdecimal() or int(value) < 1:
        sentence = f"{value!r} is neither auto nor a whole number of at least 1."
        raise click.BadParameter(sentence, ctx, param)
    return int(value)


def format_files(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[Output, ...]:
    """Formats with the file for each; refused before any note is read if they cannot be right."""
    return tuple(_format_file(ctx, param, one) for one in value)


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """A day, written as 2026-03-31."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        sentence = f"{value!r} is not a date; write it like 2026-03-31."
        raise click.BadParameter(sentence, ctx, param) from None


def _format_file(ctx: click.Context, param: click.Parameter, value: str) -> Output:
    form, _, name = value.partition("=")
    if form not in REPORTERS or not name:
        sentence = f"{value!r} is not FORMAT=FILE; the formats are {', '.join(REPORTERS)}."
        raise click.BadParameter(sentence, ctx, param)
    path = Path(name)
    if path.is_dir() or not path.parent.is_dir():
        sentence = f"{name!r} cannot be written to; name a file in a folder that exists."
        raise click.BadParameter(sentence, ctx, param)
    return form, path


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class KindChoice(click.Choice[str]):
    """A kind of document, with hyphens, underscores or spaces between its words."""

    def __init__(self) -> None:
        """The kinds that a document can have."""
        super().__init__([str(kind) for kind in Kind])

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind by its own name."""
        joined = "_".join(value.lower().replace("-", " ").replace("_", " ").split())
        return super().convert(joined if joined in self.choices else value, param, ctx)


kind_option = click.option(
    "--kind",
    type=KindChoice(),
    metavar="KIND",
    help=f"The kind of document, in place of the inferred one: {', '.join(Kind)}.",
)
rules_option = click.option(
    "--rules",
    "rules_root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Use the rules in this folder in place of the built-in ones.",
)
