"""rules/passages.yaml: what makes a sentence of a justification a fact."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import NUMBERS, Passage
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
    """The keys of rules/passages.yaml: lists of wordings by name, and facts made of them."""

    words: Mapping[Scalar, tuple[Scalar, ...]]
    facts: Mapping[Scalar, tuple[PassageLine, ...]]


def read_passages(
    path: Path, kinds: Collection[str]
) -> tuple[tuple[Passage, ...], Mapping[str, tuple[str, ...]]]:
    """The passages, and the wordings that they name; none where the pack has no such file.

    `kinds` are the facts that patterns make. Raises PackError for a name that nobody knows.
    """
    if not path.exists():
        return (), {}
    file = read_fields(PassagesFile, read_tree(path), path)
    refuse_many_gaps(chain.from_iterable(file.words.values()), path)
    words = {name.text: tuple(word.text for word in each) for name, each in file.words.items()}
    known = {*words, *kinds, *FACT_KINDS, NUMBERS}
    return tuple(_passages(file, known, path)), words


def _passages(file: PassagesFile, known: Collection[str], path: Path) -> Iterator[Passage]:
    for kind, lines in file.facts.items():
        for line in lines:
            groups = tuple(tuple(_names(each, known, path)) for each in line.with_)
            without = tuple(name for each in line.without for name in _names(each, known, path))
            yield Passage(kind.text, groups, without)


def _names(words: Scalar, known: Collection[str], path: Path) -> Iterator[str]:
    """The names between the bars of one entry."""
    for name in map(str.strip, words.text.split("|")):
        if name not in known:
            sentence = f'unknown list or fact "{name}"{did_you_mean(name, known)}'
            raise PackError(str(path), words.line, sentence)
        yield name
