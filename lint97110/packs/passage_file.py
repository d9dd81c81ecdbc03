"""rules/passages: what makes a sentence of a justification a fact, a file for each point."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import AFTER, CONCRETE, EARLIER, NUMBERS, UNDER, Passage
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.gaps import refuse_many_gaps
from lint97110.packs.names import FACT_KINDS
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, read_tree


@dataclass(frozen=True, slots=True)
class PassageLine:
    """What a sentence holds together, each with its alternatives, and what it does not hold."""

    with_: tuple[Scalar, ...]
    without: tuple[Scalar, ...] = ()
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class PassagesFile:
    """The keys of a file of rules/passages: lists of wordings by name, and facts made of them.

    `families` are lists that only wordings name. Where `under` names labels, a sentence below
    another label makes no fact of the file.
    """

    words: Mapping[Scalar, tuple[Scalar, ...]] = field(default_factory=dict)
    facts: Mapping[Scalar, tuple[PassageLine, ...]] = field(default_factory=dict)
    families: Mapping[Scalar, tuple[Scalar, ...]] = field(default_factory=dict)
    under: tuple[Scalar, ...] = ()


def read_passages(
    folder: Path, kinds: Collection[str]
) -> tuple[tuple[Passage, ...], Mapping[str, tuple[str, ...]]]:
    """The passages, and the wordings that they name; none where the pack has no such folder.

    `kinds` are the facts that patterns make. Raises PackError for a name that nobody knows.
    """
    paths = sorted(folder.glob("*.yaml"))
    files = {path: read_fields(PassagesFile, read_tree(path), path) for path in paths}
    words: dict[str, tuple[Scalar, ...]] = {}
    families: dict[str, tuple[Scalar, ...]] = {}
    for path, file in files.items():
        _write_out(file, path, words, families)
    known = {*words, *kinds, *FACT_KINDS, NUMBERS, CONCRETE}
    passages = tuple(chain.from_iterable(_passages(f, known, path) for path, f in files.items()))
    return passages, {name: tuple(each.text for each in list_) for name, list_ in words.items()}


_NAMED = re.compile(r"\{(\w+)\}")
_OPENED = re.compile(r"[(\[][^)\]]*$")


def _write_out(
    file: PassagesFile,
    path: Path,
    words: dict[str, tuple[Scalar, ...]],
    families: dict[str, tuple[Scalar, ...]],
) -> None:
    """Add the file's lists, with the words of a family or a list above where one is named."""
    for lists, into in ((file.families, families), (file.words, words)):
        for name, wordings in lists.items():
            into[name.text] = tuple(_named_in(w, {**families, **words}, path) for w in wordings)
            refuse_many_gaps(into[name.text], path)


def _named_in(wording: Scalar, known: Mapping[str, tuple[Scalar, ...]], path: Path) -> Scalar:
    """A wording with the words that it names: "since {month}", "(early|late) {season}"."""

    def choice(named: re.Match[str]) -> str:
        name = named.group(1)
        if name not in known:
            sentence = f'no family or list above is called "{name}"{did_you_mean(name, known)}'
            raise PackError(str(path), wording.line, sentence)
        bars = "|".join(each.text for each in known[name])
        return bars if _OPENED.search(named.string, 0, named.start()) else f"({bars})"

    return replace(wording, text=_NAMED.sub(choice, wording.text))


def _passages(file: PassagesFile, known: Collection[str], path: Path) -> Iterator[Passage]:
    under = tuple(name for each in file.under for name in _names(each, known, path))
    for kind, lines in file.facts.items():
        for line in lines:
            groups = tuple(tuple(_names(each, known, path)) for each in line.with_)
            without = tuple(name for each in line.without for name in _names(each, known, path))
            yield Passage(kind.text, groups, without, under)


def _names(words: Scalar, known: Collection[str], path: Path) -> Iterator[str]:
    """The names between the bars of one entry."""
    for name in map(str.strip, words.text.split("|")):
        if name.removeprefix(UNDER).removeprefix(AFTER).removeprefix(EARLIER) not in known:
            sentence = f'unknown list or fact "{name}"{did_you_mean(name, known)}'
            raise PackError(str(path), words.line, sentence)
        yield name
