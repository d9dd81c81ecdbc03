"""rules/mentions.yaml and rules/signing.yaml: words by what they tell of people and things."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree

_Lists = Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class MentionsFile:
    """The keys of rules/mentions.yaml: words by what they tell, in groups."""

    gender: _Lists
    others: _Lists
    aging: _Lists
    regions: _Lists
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
    acts: _Lists
    writer: _Lists
    held: _Lists
    returns: _Lists
    nerves: _Lists
    brackets: _Lists
    spouses: _Lists
    days: _Lists
    eponyms: _Lists
    operations: _Lists
    poles: _Lists
    onsets: _Lists
    numbers: _Lists
    first_names: _Lists


@dataclass(frozen=True, slots=True)
class SigningFile:
    """The keys of rules/signing.yaml: words around a name that tell whether it signs."""

    titles: tuple[Scalar, ...]
    no_names: tuple[Scalar, ...]
    no_middles: tuple[Scalar, ...]
    told_to: tuple[Scalar, ...]
    others: tuple[Scalar, ...]
    to_come: tuple[Scalar, ...]
    no_initials: tuple[Scalar, ...]
    small_words: tuple[Scalar, ...]


def read_mentions(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each group by their value; none where the pack has no such file."""
    if not path.exists():
        return {}
    file = read_fields(MentionsFile, read_tree(path), path)
    return {
        group.name: {
            value.text: tuple(word.text.lower() for word in words)
            for value, words in getattr(file, group.name).items()
        }
        for group in fields(file)
    }


def read_signing(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each list."""
    file = read_fields(SigningFile, read_tree(path), path)
    return {
        each.name: tuple(word.text.lower() for word in getattr(file, each.name))
        for each in fields(file)
    }
