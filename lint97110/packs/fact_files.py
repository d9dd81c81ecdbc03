"""rules/facts: the patterns of each level, with what they say shortly spelled out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import LEVELS, Level, Pattern
from lint97110.packs.families import shorthand, spelled_out
from lint97110.packs.near import did_you_mean
from lint97110.packs.tables import table_of, text_of
from lint97110.packs.yaml_tree import Items, Scalar, Table, Tree, read_tree

_REACHES = ("clause", "before", "statement")


def read_levels(folder: Path) -> tuple[Level, ...]:
    """The levels of the cascade, lowest first; raises PackError."""
    found: dict[str, list[Pattern]] = {name: [] for name in LEVELS}
    for path in sorted(folder.glob("*.yaml")):
        table = table_of(read_tree(path), path, ("level", "families", "phrases", "facts"))
        short = shorthand(table, path)
        level = text_of(table, "level", path)
        if level not in found:
            raise PackError(str(path), 1, f'unknown level "{level}"{did_you_mean(level, LEVELS)}')
        for kind, entry in table_of(table.entries["facts"], path).entries.items():
            patterns = _patterns(kind, entry, path)
            found[level] += (replace(p, text=spelled_out(p.text, short)) for p in patterns)
    return tuple(Level(name, tuple(patterns)) for name, patterns in found.items())


def checked_reach(word: str, line: int, path: Path) -> str:
    """In what classes stand together; raises PackError for a reach that there is not."""
    if word not in _REACHES:
        sentence = f'unknown reach "{word}"{did_you_mean(word, _REACHES)}'
        raise PackError(str(path), line, sentence)
    return word


def _patterns(kind: str, entry: Tree, path: Path) -> Iterator[Pattern]:
    within = ""
    if isinstance(entry, Table):
        within = checked_reach(text_of(entry, "within", path), entry.line, path)
        entry = entry.entries["patterns"]
    if not isinstance(entry, Items):
        raise PackError(str(path), entry.line, f'"{kind}" needs a list of patterns')
    for value in entry.values:
        if not isinstance(value, Scalar):
            raise PackError(str(path), value.line, "a pattern must be one line of text")
        yield Pattern(kind, value.text, str(path), value.line, within)
