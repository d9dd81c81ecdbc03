"""Families and phrases: classes, or wordings, that the patterns of a file name together.

A family `amount: [load, dose]` lets `{amount}` stand for `{load|dose}`; phrases
`was_left: [left at, kept at]` let `{was_left}` stand for `(left at|kept at)`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.errors import PackError
from lint97110.packs.yaml_tree import Items, Scalar, Table, Tree

_CLASSES = re.compile(r"\{[^{}]*\}")
_NAME = re.compile(r"\w+")

Families = Mapping[str, tuple[str, ...]]
"""The classes of each family, those of families within it among them."""


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What the patterns of one file may say shortly, and what each name stands for."""

    families: Families
    phrases: Mapping[str, str]


def shorthand(file: Table, path: Path) -> Shorthand:
    """What a file of rules/facts declares; a family may name those above it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, classes in _lists(file.entries.get("families"), path):
        found[name] = tuple(cls for each in classes for cls in found.get(each, (each,)))
    phrases = {
        name: f"({'|'.join(wordings)})"
        for name, wordings in _lists(file.entries.get("phrases"), path)
    }
    return Shorthand(found, phrases)


def _lists(declared: Tree | None, path: Path) -> list[tuple[str, tuple[str, ...]]]:
    if declared is None:
        return []
    if not isinstance(declared, Table):
        raise PackError(str(path), declared.line, "a table of names and lists is expected here")
    found = []
    for name, entry in declared.entries.items():
        if not isinstance(entry, Items) or len(entry.values) < _FEWEST:
            sentence = f'"{name}" needs a list of several things'
            raise PackError(str(path), declared.lines[name], sentence)
        found.append((name, tuple(each.text for each in entry.values if isinstance(each, Scalar))))
    return found


_FEWEST = 2


def spelled_out(pattern: str, of: Shorthand) -> str:
    """A pattern with what each name stands for in its place.

    >>> short = Shorthand({"amount": ("load", "dose")}, {"left": "(left at|kept at)"})
    >>> spelled_out("from {n:amount|word} & amount", short)
    'from {n:load|dose|word} & amount'
    >>> spelled_out("verb & amount", short), spelled_out("{left} {amount}", short)
    ('verb & load|dose', '(left at|kept at) {load|dose}')
    """
    if "{" not in pattern:
        return _classes_of_bag(pattern, of.families)
    return _CLASSES.sub(lambda found: _spelled(found[0], of), pattern)


def _spelled(braced: str, of: Shorthand) -> str:
    return of.phrases.get(braced[1:-1]) or _with_members(braced, of.families)


def _classes_of_bag(pattern: str, of: Families) -> str:
    """The same for classes that stand together, where every word is a class."""
    return _with_members(pattern, of) if "&" in pattern else pattern


def _with_members(names: str, of: Families) -> str:
    return _NAME.sub(lambda name: "|".join(of.get(name[0], (name[0],))), names)
