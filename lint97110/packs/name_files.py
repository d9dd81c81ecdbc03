"""Files that sort wordings under names: columns, services, kinds of document, invented people.

They stand in rules/ itself: columns, services, kinds, asking, invented_names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.language import KindCue
from lint97110.packs.choices import spelled_apart
from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree

_Lists = Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class NamesFile:
    """A file that says which wordings mean what."""

    names: _Lists


@dataclass(frozen=True, slots=True)
class AskingFile:
    """The keys of rules/asking.yaml: words of questions, in groups."""

    groups: _Lists


@dataclass(frozen=True, slots=True)
class KindCueLine:
    """Words of rules/kinds.yaml and what they speak for."""

    kind: Scalar
    weight: Scalar
    where: Scalar
    words: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class KindsFile:
    """The keys of rules/kinds.yaml."""

    cues: tuple[KindCueLine, ...]
    unless_treated: tuple[KindCueLine, ...] = ()


def read_names(path: Path) -> dict[str, str]:
    """What each wording means; one that stands under two names means the second."""
    file = read_fields(NamesFile, read_tree(path), path)
    return {
        wording.lower(): name.text
        for name, wordings in file.names.items()
        for each in wordings
        for wording in spelled_apart(each.text)
    }


def read_asking(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each group."""
    file = read_fields(AskingFile, read_tree(path), path)
    return {group.text: tuple(word.text for word in words) for group, words in file.groups.items()}


def read_invented_names(path: Path) -> tuple[str, ...]:
    """The names that are nobody's; none where the pack has no such file."""
    if not path.exists():
        return ()
    file = read_fields(NamesFile, read_tree(path), path)
    return tuple(name.text for names in file.names.values() for name in names)


def read_kinds(path: Path) -> tuple[KindCue, ...]:
    """The words that speak for a kind of document."""
    file = read_fields(KindsFile, read_tree(path), path)
    return (*_cues(file.cues), *_cues(file.unless_treated, unless_treated=True))


def _cues(lines: Iterable[KindCueLine], *, unless_treated: bool = False) -> Iterator[KindCue]:
    for line in lines:
        for word in line.words:
            place = (line.kind.text, word.text, int(line.weight.text), line.where.text)
            yield KindCue(*place, unless_treated=unless_treated)
