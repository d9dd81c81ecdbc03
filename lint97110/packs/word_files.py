"""rules/mentions.yaml, people.yaml, signing.yaml: words by what they tell of people and things."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree

_Lists = Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class MentionsFile:
    """The keys of rules/mentions.yaml: words by what they tell, in groups."""

    regions: _Lists
    shown: _Lists
    codes: _Lists
    limbs: _Lists
    sides: _Lists
    signs: _Lists
    no_side: _Lists
    both: _Lists
    done: _Lists
    vague: _Lists
    general: _Lists
    topics: _Lists
    title_topics: _Lists
    writer: _Lists
    held: _Lists
    returns: _Lists
    nerves: _Lists
    brackets: _Lists
    days: _Lists
    operations: _Lists
    poles: _Lists
    onsets: _Lists
    numbers: _Lists


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The keys of rules/people.yaml: words by what they tell of people, in groups."""

    gender: _Lists
    others: _Lists
    spouses: _Lists
    aging: _Lists
    eponyms: _Lists
    acts: _Lists
    first_names: _Lists
    short_names: _Lists
    surnames: _Lists


@dataclass(frozen=True, slots=True)
class SigningFile:
    """The keys of rules/signing.yaml: words around a name that tell whether it signs."""

    titles: tuple[Scalar, ...]
    no_names: tuple[Scalar, ...]
    no_middles: tuple[Scalar, ...]
    no_firsts: tuple[Scalar, ...]
    told_to: tuple[Scalar, ...]
    others: tuple[Scalar, ...]
    second: tuple[Scalar, ...]
    to_come: tuple[Scalar, ...]
    no_initials: tuple[Scalar, ...]
    small_words: tuple[Scalar, ...]


def read_mentions(root: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each group by their value; none where the pack has no such files."""
    files = ((root / "mentions.yaml", MentionsFile), (root / "people.yaml", PeopleFile))
    return {
        group: values
        for path, target in files
        if path.exists()
        for group, values in _groups(path, target).items()
    }


def _groups(path: Path, target: type[Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    file = read_fields(target, read_tree(path), path)
    return {
        group.name: {
            value.text: tuple(word.text.lower() for word in words)
            for value, words in getattr(file, group.name).items()
        }
        for group in fields(target)
    }


def read_signing(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each list."""
    file = read_fields(SigningFile, read_tree(path), path)
    return {
        each.name: tuple(word.text.lower() for word in getattr(file, each.name))
        for each in fields(file)
    }
