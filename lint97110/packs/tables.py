"""A table of a file whose keys are the pack's own names, and the words in it."""

from pathlib import Path

from lint97110.errors import PackError
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, Table, Tree


def table_of(tree: Tree, path: Path, keys: tuple[str, ...] = ()) -> Table:
    """The tree as a table, with no other keys than these; raises PackError."""
    if not isinstance(tree, Table):
        raise PackError(str(path), tree.line, "a table of keys and values is expected here")
    for key, line in tree.lines.items():
        if keys and key not in keys:
            raise PackError(str(path), line, f'unknown key "{key}"{did_you_mean(key, keys)}')
    return tree


def text_of(table: Table, key: str, path: Path) -> str:
    """The word that a table has under a key; raises PackError where it has none."""
    value = table.entries.get(key)
    if not isinstance(value, Scalar):
        raise PackError(str(path), table.line, f'missing key "{key}"')
    return value.text
