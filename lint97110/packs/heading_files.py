"""rules/headings: how headings are written, and which sections each opens, a file for each kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import chain
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import HeadingWords
from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree

_Lists = Mapping[Scalar, tuple[Scalar, ...]]
_LISTS = tuple(each.name for each in fields(HeadingWords))[2:]  # but for `opens` and `hints`
_JOINED = "+"  # between the sections that a merged heading opens


@dataclass(frozen=True, slots=True)
class HeadingsFile:
    """The keys of a file of rules/headings; each file has some of them."""

    sections: _Lists = field(default_factory=dict)
    merged: _Lists = field(default_factory=dict)
    hints: _Lists = field(default_factory=dict)
    modifiers: tuple[Scalar, ...] = ()
    misspelt: tuple[Scalar, ...] = ()
    main: tuple[Scalar, ...] = ()
    counters: tuple[Scalar, ...] = ()
    frames: tuple[Scalar, ...] = ()
    exams: tuple[Scalar, ...] = ()
    ahead: tuple[Scalar, ...] = ()
    until: tuple[Scalar, ...] = ()
    leads: tuple[Scalar, ...] = ()
    counts: tuple[Scalar, ...] = ()
    spans: tuple[Scalar, ...] = ()
    amounts: tuple[Scalar, ...] = ()
    of_a_symptom: tuple[Scalar, ...] = ()
    places: tuple[Scalar, ...] = ()
    papers: tuple[Scalar, ...] = ()


def read_headings(folder: Path) -> HeadingWords:
    """The headings of a pack; raises PackError, also for a wording that would open two sections."""
    files = {
        path: read_fields(HeadingsFile, read_tree(path), path)
        for path in sorted(folder.glob("*.yaml"))
    }
    return HeadingWords(
        opens=_opens(files),
        hints={
            word.text.lower(): section.text
            for file in files.values()
            for section, words in file.hints.items()
            for word in words
        },
        **{name: _words(getattr(file, name) for file in files.values()) for name in _LISTS},
    )


def _words(lists: Iterator[tuple[Scalar, ...]]) -> tuple[str, ...]:
    return tuple(word.text.lower() for word in chain.from_iterable(lists))


def _opens(files: Mapping[Path, HeadingsFile]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for path, file in files.items():
        for sections, wording in _each(file):
            if wording.text.lower() in found:
                opened = " and ".join(found[wording.text.lower()])
                sentence = f'"{wording.text}" opens {opened} already'
                raise PackError(str(path), wording.line, sentence)
            found[wording.text.lower()] = sections
    return found


def _each(file: HeadingsFile) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Every heading of a file with the sections that it opens, in their order."""
    for section, wordings in file.sections.items():
        yield from (((section.text,), wording) for wording in wordings)
    for sections, wordings in file.merged.items():
        names = tuple(name.strip() for name in sections.text.split(_JOINED))
        yield from ((names, wording) for wording in wordings)
