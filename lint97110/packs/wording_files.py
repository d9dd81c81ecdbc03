"""rules/wordings: words that steps of reading look for in the text itself, one topic a file."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from lint97110.errors import PackError
from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree
from lint97110.wording import fault

Words = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class DoseWordings:
    """The keys of rules/wordings/doses.yaml."""

    told_as_dose: Words


TOPICS: dict[str, type[Any]] = {"doses": DoseWordings}
"""What each file holds, by its name."""


def read_wordings(folder: Path) -> dict[str, tuple[str, ...]]:
    """The wordings of each list, as `topic.list`; raises PackError."""
    found = {}
    for topic, target in TOPICS.items():
        path = folder / f"{topic}.yaml"
        file = read_fields(target, read_tree(path), path)
        for each in fields(target):
            words = getattr(file, each.name)
            found[f"{topic}.{each.name}"] = tuple(_checked(word, path) for word in words)
    return found


def _checked(word: Scalar, path: Path) -> str:
    """A wording that can be read; raises PackError for any other."""
    why = fault(word.text)
    if why:
        raise PackError(str(path), word.line, f'"{word.text}": {why}')
    return word.text
