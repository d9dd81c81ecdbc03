"""Typed values out of a YAML tree: the dataclass that is asked for says which keys there are.

Fields may be: Scalar, str, an enum, a dataclass, `X | None`, `tuple[X, ...]`, `Mapping[X, Y]`, and
Line (not a key: the line that the table begins on). A list of one may be written without its
brackets. A field whose name is a Python word ends in an underscore: `with_` is the key "with". A
key that is no Python name stands in the metadata of its field, under KEY.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NewType, TypeVar, get_args, get_origin, get_type_hints

from lint97110.errors import PackError
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Items, Scalar, Table, Tree

Line = NewType("Line", int)
NO_LINE = Line(0)
KEY = "key"
T = TypeVar("T")


def read_fields(target: type[T], tree: Tree, path: Path, name: str = "the file") -> T:
    """The tree as a `target`, a dataclass; `name` is what errors call it.

    Raises PackError for unknown and missing keys, empty values, wrong types and wrong choices.
    """
    value: T = _dataclass(target, tree, path, name)
    return value


def _value(kind: Any, tree: Tree, path: Path, name: str) -> Any:  # noqa: ANN401, any type may be asked for
    """The tree as a value of type `kind`; `name` is what the value is called in the file."""
    if kind in (Scalar, str):
        word = _scalar(tree, path, name)
        return word if kind is Scalar else word.text
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice(kind, tree, path, name)
    if is_dataclass(kind):
        return _dataclass(kind, tree, path, name)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind)[0], tree, path, name)
    if get_origin(kind) is Mapping:
        return _mapping(get_args(kind), tree, path, name)
    (some,) = [part for part in get_args(kind) if part is not type(None)]
    return _value(some, tree, path, name)


def _scalar(tree: Tree, path: Path, name: str) -> Scalar:
    if not isinstance(tree, Scalar):
        raise PackError(str(path), tree.line, f'"{name}" must be one value, not {_shape(tree)}')
    if tree.value is None or not tree.text.strip():
        raise PackError(str(path), tree.line, f'"{name}" is empty')
    return tree


def _choice(kind: type[StrEnum], tree: Tree, path: Path, name: str) -> StrEnum:
    word = _scalar(tree, path, name)
    choices = [choice.value for choice in kind]
    if word.text not in choices:
        sentence = f'"{name}" cannot be "{word.text}"{did_you_mean(word.text, choices)}'
        raise PackError(str(path), word.line, sentence)
    return kind(word.text)


def _tuple(kind: object, tree: Tree, path: Path, name: str) -> tuple[Any, ...]:
    is_plain = kind is Scalar or not is_dataclass(kind)
    if isinstance(tree, Scalar) and is_plain and tree.value is not None:
        return (_value(kind, tree, path, name),)
    if not isinstance(tree, Items):
        raise PackError(str(path), tree.line, f'"{name}" must be a list, not {_shape(tree)}')
    return tuple(_value(kind, item, path, name) for item in tree.values)


def _mapping(kinds: tuple[Any, ...], tree: Tree, path: Path, name: str) -> dict[Any, Any]:
    table = _table(tree, path, name)
    keys = [
        _value(kinds[0], Scalar(key, key, line), path, name) for key, line in table.lines.items()
    ]
    values = [_value(kinds[1], tree, path, key) for key, tree in table.entries.items()]
    return dict(zip(keys, values, strict=True))


def _dataclass(target: Any, tree: Tree, path: Path, name: str) -> Any:  # noqa: ANN401, any dataclass may be asked for
    table = _table(tree, path, name)
    keys = _keys(target)
    for key, line in table.lines.items():
        if key not in keys:
            raise PackError(str(path), line, f'unknown key "{key}"{did_you_mean(key, keys)}')
    for key, field in keys.items():
        if key not in table.entries and _is_required(field):
            raise PackError(str(path), table.line, f'missing key "{key}"')
    hints = _hints(target)
    values = {
        keys[key].name: _value(hints[keys[key].name], value, path, key)
        for key, value in table.entries.items()
    }
    lines = {name: table.line for name, kind in hints.items() if kind is Line}
    return target(**values, **lines)


def _table(tree: Tree, path: Path, name: str) -> Table:
    if not isinstance(tree, Table):
        sentence = f'"{name}" must be a table of keys and values, not {_shape(tree)}'
        raise PackError(str(path), tree.line, sentence)
    return tree


@cache
def _hints(target: Any) -> Mapping[str, Any]:  # noqa: ANN401, any dataclass may be asked for
    return get_type_hints(target)


@cache
def _keys(target: Any) -> Mapping[str, Field[Any]]:  # noqa: ANN401, any dataclass may be asked for
    hints = _hints(target)
    return {
        field.metadata.get(KEY, field.name.rstrip("_")): field
        for field in fields(target)
        if hints[field.name] is not Line
    }


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _shape(tree: Tree) -> str:
    match tree:
        case Table():
            return "a table"
        case Items():
            return "a list"
        case Scalar(value=None):
            return "nothing"
        case Scalar():
            return "a word"
