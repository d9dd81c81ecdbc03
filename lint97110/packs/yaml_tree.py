"""YAML as plain values that know their line, with nothing in it that could run, hide or hang.

Read from parser events, not from composed nodes: libyaml's composer recurses without a limit and
takes the whole process down on a few thousand brackets.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from lint97110.errors import PackError
from lint97110.model import SlotValue

DEEPEST = 20  # tables within lists within tables; our own files need six
_NO_ALIAS = (
    "anchors and aliases are not supported: write the value out, and put quotation marks around a "
    "word that begins with * or &"
)
_TOO_DEEP = f"nested more than {DEEPEST} deep"

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BROKEN_CHOICE = re.compile(r"(?<=\S)\| (?=\S)")
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_WORDS: Mapping[str, bool | None] = {
    "true": True,
    "yes": True,
    "false": False,
    "no": False,
    "null": None,
    "~": None,
    "": None,
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: `text` as written, and what it means where a number or yes/no is wanted."""

    text: str
    value: SlotValue | None
    line: int

    @property
    def plain(self) -> SlotValue:
        """The value, or the text where it means nothing (an empty word, `null`)."""
        return self.text if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    values: tuple["Tree", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values in the order of the file; `lines` holds the line of each key."""

    entries: Mapping[str, "Tree"]
    lines: Mapping[str, int]
    line: int


Tree: TypeAlias = Scalar | Items | Table


def read_tree(path: Path) -> Tree:
    """Read the one YAML document in `path`.

    Raises PackError for a file that cannot be read, is not UTF-8, is empty or is not plain YAML.
    """
    return parse_tree(read_text(path), path)


def read_text(path: Path) -> str:
    """The text of a file.

    Raises PackError for a file that cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise PackError(str(path), 1, f"cannot be read: {reason}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PackError(str(path), line, "not UTF-8: save the file as UTF-8") from error


def parse_tree(text: str, path: Path) -> Tree:
    r"""The one YAML document in `text`; `path` is the name that errors carry.

    Raises PackError for broken YAML, duplicate keys, tags, anchors and more than one document.

    >>> tree = parse_tree("code: PR001\nsources: [S06]", Path("PR001.yaml"))
    >>> tree.entries["sources"].values[0]
    Scalar(text='S06', value='S06', line=2)
    """
    try:
        return _document(yaml.parse(text, Loader=_LOADER), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise PackError(str(path), line, _problem(error)) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise PackError(str(path), line, f"not YAML: {error.reason}") from error


def _problem(error: yaml.MarkedYAMLError) -> str:
    """What is wrong; a parser with a limit of its own to nesting says it as ours does."""
    problem = str(error.problem)
    if error.context in ("while scanning an alias", "while scanning an anchor"):
        return _NO_ALIAS
    return _TOO_DEEP if "nesting depth" in problem else f"not YAML: {problem}"


def _document(events: Iterator[yaml.Event], path: Path) -> Tree:
    """The tree of the only document among `events`."""
    content = (event for event in events if not isinstance(event, _FRAME))
    first = next(content, None)
    if first is None:
        raise PackError(str(path), 1, "the file is empty")
    tree = _tree(first, content, path, 1)
    second = next(content, None)
    if second is not None:
        raise PackError(
            str(path),
            _line(second),
            "this file holds a second document: write one document per file",
        )
    return tree


_FRAME = (
    yaml.StreamStartEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
    yaml.StreamEndEvent,
)


def _tree(event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> Tree:
    """The value that begins with `event`."""
    _refuse_tricks(event, path, depth)
    if isinstance(event, yaml.ScalarEvent):
        text = _in_one_line(event)
        return Scalar(text, _meaning(text) if event.implicit[0] else text, _line(event))
    if isinstance(event, yaml.SequenceStartEvent):
        values = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            values.append(_tree(inner, events, path, depth + 1))
        return Items(tuple(values), _line(event))
    return _table(event, events, path, depth)


def _in_one_line(event: yaml.ScalarEvent) -> str:
    """A value as if it stood in one line; a long choice may go on in the next, behind a bar."""
    if event.style == "|" or event.start_mark is None or event.end_mark is None:
        return event.value
    is_broken = event.start_mark.line < event.end_mark.line
    return _BROKEN_CHOICE.sub("|", event.value) if is_broken else event.value


def _table(event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int) -> Table:
    """The table that begins with `event`."""
    entries: dict[str, Tree] = {}
    lines: dict[str, int] = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _tree(inner, events, path, depth + 1)
        if not isinstance(key, Scalar):
            raise PackError(str(path), key.line, "a key must be a word")
        if key.text in lines:
            sentence = f'"{key.text}" is written twice (first on line {lines[key.text]})'
            raise PackError(str(path), key.line, sentence)
        lines[key.text] = key.line
        entries[key.text] = _tree(next(events), events, path, depth + 1)
    return Table(entries, lines, _line(event))


def _refuse_tricks(event: yaml.Event, path: Path, depth: int) -> None:
    """Raise PackError for what a rule file never needs: tags, anchors, aliases, deep nests."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise PackError(str(path), _line(event), _NO_ALIAS)
    if getattr(event, "tag", None):
        raise PackError(str(path), _line(event), "tags are not supported: write a plain value")
    if depth > DEEPEST:
        raise PackError(str(path), _line(event), _TOO_DEEP)


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1


def _meaning(text: str) -> SlotValue | None:
    """What a word without quotation marks means; dates and clock times stay words."""
    if text.casefold() in _WORDS:
        return _WORDS[text.casefold()]
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
