"""rules/lexicon: words and phrases, each with its class and the name that it goes by."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import Term
from lint97110.packs.tables import table_of, text_of
from lint97110.packs.yaml_tree import Items, Scalar, Table, Tree, read_tree

_LISTS = ("terms", "values", "groups")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")  # "mod (A)" is written so, and offers no choice


def read_terms(folder: Path) -> Iterator[Term]:
    """The wordings of every class; raises PackError for one that stands twice in its class."""
    for path in sorted(folder.glob("*.yaml")):
        table = table_of(read_tree(path), path, ("class", "about", *_LISTS, "classes"))
        classes = table.entries.get("classes")
        if classes is None:
            yield from _class(text_of(table, "class", path), table, path)
            continue
        for name, entry in table_of(classes, path).entries.items():
            yield from _class(name, table_of(entry, path, ("about", *_LISTS)), path)


def _class(name: str, table: Table, path: Path) -> Iterator[Term]:
    seen: dict[str, int] = {}
    for part, is_named in _parts(table, path):
        for canonical, wording, line in _wordings(table_of(part, path), path, is_named=is_named):
            key = wording.casefold()
            if key in seen:
                sentence = f'"{wording}" is in {name} twice (first on line {seen[key]})'
                raise PackError(str(path), line, sentence)
            seen[key] = line
            yield Term(wording, canonical, name)


def _parts(table: Table, path: Path) -> Iterator[tuple[Tree, bool]]:
    """Tables of wordings; under `terms` and `groups` the key is one too."""
    if "groups" in table.entries:
        groups = table_of(table.entries["groups"], path).entries.values()
        yield from ((part, True) for part in groups)
    elif "values" in table.entries:
        yield table.entries["values"], False
    else:
        yield table.entries["terms"], True


def _wordings(table: Table, path: Path, *, is_named: bool) -> Iterator[tuple[str, str, int]]:
    for canonical, others in table.entries.items():
        if is_named:
            yield canonical, canonical, table.lines[canonical]
        if not isinstance(others, Items):
            raise PackError(
                str(path),
                table.lines[canonical],
                f'"{canonical}" needs a list, which may be empty: []',
            )
        for other in others.values:
            if not isinstance(other, Scalar):
                raise PackError(str(path), other.line, "a wording must be one word or phrase")
            for wording in written_out(other.text.strip()):
                yield canonical, wording, other.line


def written_out(wordings: str) -> Iterator[str]:
    """Every wording that one with choices in it stands for; none for an empty one.

    >>> list(written_out("(pt|patient) will (attend|come back)"))[1:3]
    ['pt will come back', 'patient will attend']
    >>> list(written_out("mod (A)"))
    ['mod (A)']
    """
    parts = _CHOICE.split(wordings)
    choices = (part.split("|") if at % 2 else (part,) for at, part in enumerate(parts))
    yield from filter(None, map("".join, product(*choices)))
