"""Families: classes that the patterns of a file name together, under one name."""

import re
from collections.abc import Mapping
from pathlib import Path

from lint97110.errors import PackError
from lint97110.packs.yaml_tree import Items, Scalar, Table

_CLASSES = re.compile(r"\{[^{}]*\}")
_NAME = re.compile(r"\w+")

Families = Mapping[str, tuple[str, ...]]
"""The classes of each family, those of families within it among them."""


def families(file: Table, path: Path) -> Families:
    """The families that a file of rules/facts declares; one may name those above it."""
    declared = file.entries.get("families")
    if declared is None:
        return {}
    if not isinstance(declared, Table):
        raise PackError(str(path), declared.line, "a table of families is expected here")
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in declared.entries.items():
        if not isinstance(entry, Items):
            raise PackError(str(path), declared.lines[name], f'"{name}" needs a list of classes')
        classes = (each.text for each in entry.values if isinstance(each, Scalar))
        found[name] = tuple(cls for each in classes for cls in found.get(each, (each,)))
    return found


def spelled_out(pattern: str, of: Families) -> str:
    """A pattern with the classes of each family in the place of its name.

    >>> spelled_out("from {n:amount|word} & amount", {"amount": ("load", "dose")})
    'from {n:load|dose|word} & amount'
    >>> spelled_out("verb & amount", {"amount": ("load", "dose")})
    'verb & load|dose'
    """

    def classes(match: re.Match[str]) -> str:
        return _NAME.sub(lambda name: "|".join(of.get(name[0], (name[0],))), match[0])

    if not of:
        return pattern
    return _CLASSES.sub(classes, pattern) if "{" in pattern else classes_of_bag(pattern, of)


def classes_of_bag(pattern: str, of: Families) -> str:
    """The same for classes that stand together, where every word is a class."""
    if "&" not in pattern:
        return pattern
    return _NAME.sub(lambda name: "|".join(of.get(name[0], (name[0],))), pattern)
