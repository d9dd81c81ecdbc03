"""The keys of a settings file, as YAML holds them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lint97110.packs.fields import KEY
from lint97110.packs.yaml_tree import Scalar

OF_THE_RUN = ("rules", "redact", "folders")
"""The keys that a folder cannot have."""


@dataclass(frozen=True, slots=True)
class FolderFile:
    """The keys that a folder may have."""

    profile: Scalar | None = None
    default_profile: Scalar | None = field(default=None, metadata={KEY: "default-profile"})
    kind: Scalar | None = None
    every_note: Scalar | None = field(default=None, metadata={KEY: "every-note"})
    fail_on: Scalar | None = field(default=None, metadata={KEY: "fail-on"})
    select: tuple[Scalar, ...] = ()
    ignore: tuple[Scalar, ...] = ()
    extend_select: tuple[Scalar, ...] = field(default=(), metadata={KEY: "extend-select"})

    @property
    def profiles(self) -> tuple[Scalar, ...]:
        """The payers that are named."""
        return tuple(word for word in (self.profile, self.default_profile) if word is not None)

    @property
    def rule_words(self) -> tuple[Scalar, ...]:
        """The rules, names and families that are named."""
        return tuple(apart((*self.select, *self.ignore, *self.extend_select)))


@dataclass(frozen=True, slots=True)
class TopFile(FolderFile):
    """The keys of the whole file."""

    rules: Scalar | None = None
    redact: Scalar | None = None
    folders: Mapping[Scalar, FolderFile] = field(default_factory=dict)


def apart(words: Iterable[Scalar]) -> Iterator[Scalar]:
    """Each word by itself, also where several stand in one value with commas between them."""
    for word in words:
        for part in word.text.split(","):
            if part.strip():
                yield Scalar(part.strip(), part.strip(), word.line)
