"""rules/passages.yaml: what makes a sentence of a justification a fact."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import AFTER, NUMBERS, UNDER, Passage
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
    """The keys of rules/passages.yaml: lists of wordings by name, and facts made of them.

    `families` are lists that only wordings name.
    """

    words: Mapping[Scalar, tuple[Scalar, ...]]
    facts: Mapping[Scalar, tuple[PassageLine, ...]]
    families: Mapping[Scalar, tuple[Scalar, ...]] = field(default_factory=dict)


def read_passages(
    path: Path, kinds: Collection[str]
) -> tuple[tuple[Passage, ...], Mapping[str, tuple[str, ...]]]:
    """The passages, and the wordings that they name; none where the pack has no such file.

    `kinds` are the facts that patterns make. Raises PackError for a name that nobody knows.
    """
    if not path.exists():
        return (), {}
    file = read_fields(PassagesFile, read_tree(path), path)
    words = _written_out(file, path)
    known = {*words, *kinds, *FACT_KINDS, NUMBERS}
    return tuple(_passages(file, known, path)), words


_NAMED = re.compile(r"\{(\w+)\}")
_OPENED = re.compile(r"[(\[][^)\]]*$")


def _written_out(file: PassagesFile, path: Path) -> Mapping[str, tuple[str, ...]]:
    """Each list, with the words of a family or of a list above it where a wording names one."""
    known: dict[str, tuple[Scalar, ...]] = {}
    for name, wordings in chain(file.families.items(), file.words.items()):
        known[name.text] = tuple(_named_in(each, known, path) for each in wordings)
    refuse_many_gaps(chain.from_iterable(known.values()), path)
    return {name.text: tuple(each.text for each in known[name.text]) for name in file.words}


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
    for kind, lines in file.facts.items():
        for line in lines:
            groups = tuple(tuple(_names(each, known, path)) for each in line.with_)
            without = tuple(name for each in line.without for name in _names(each, known, path))
            yield Passage(kind.text, groups, without)


def _names(words: Scalar, known: Collection[str], path: Path) -> Iterator[str]:
    """The names between the bars of one entry."""
    for name in map(str.strip, words.text.split("|")):
        if name.removeprefix(UNDER).removeprefix(AFTER) not in known:
            sentence = f'unknown list or fact "{name}"{did_you_mean(name, known)}'
            raise PackError(str(path), words.line, sentence)
        yield name
