"""The cascade: each level sees the symbols that the one below left, and may replace its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import add, itemgetter

from lint97110.model import SlotValue
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.kind_pattern import KindPattern

Value = str | Mapping[str, SlotValue] | None

MOST_PAIRS = 50_000


@dataclass(slots=True)
class Symbols:
    """A note as a string of symbols; each with its stretch of the text and its value.

    A value is the canonical name of a word, the digits of a number, or the slots of a quantity.
    """

    chars: str
    starts: list[int]
    ends: list[int]
    values: list[Value]

    def slot(self, first: int, last: int, text: str) -> SlotValue:
        """The value of the symbols `first` to `last` (exclusive): a number, a name or the words."""
        value = self.values[first] if last - first == 1 else None
        said = value.get("n") if isinstance(value, Mapping) else value
        return text[self.starts[first] : self.ends[last - 1]] if said is None else str(said)


@dataclass(frozen=True, slots=True)
class Found:
    """A match: its kind, the symbols it covers, its slots."""

    kind: str
    first: int
    last: int
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


class _Pairs(dict[str, tuple[KindPattern, ...]]):
    """Which kinds can begin with two symbols: found out when they are met, and remembered."""

    def __init__(self, kinds: Iterable[KindPattern]) -> None:
        super().__init__()
        self._kinds = tuple(kinds)
        self._by_first: dict[str, tuple[KindPattern, ...]] = {}

    def __missing__(self, pair: str) -> tuple[KindPattern, ...]:
        if len(self) >= MOST_PAIRS:
            self.clear()
        first, second = pair[0], pair[1]
        if first not in self._by_first:
            self._by_first[first] = tuple(k for k in self._kinds if k.begins_with(first))
        found = tuple(k for k in self._by_first[first] if k.may_begin(first, second))
        self[pair] = found
        return found


class LevelMatcher:
    """The patterns of one level, tried where a pair of symbols can begin them."""

    def __init__(self, kinds: Iterable[KindPattern]) -> None:
        self.pairs: Mapping[str, tuple[KindPattern, ...]] = _Pairs(kinds)

    def longest(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of any kind, leftmost and longest first, none overlapping another."""
        chars = symbols.chars
        free = 0
        for at, places in groupby(self._places(chars), key=itemgetter(0)):
            if at < free:
                continue
            tried = [(kind, kind.match(chars, at, end)) for _, end, kind in places]
            hits = [(kind, match) for kind, match in tried if match is not None and match.end()]
            if hits:
                kind, match = max(hits, key=_length)
                free = at + match.end()
                yield _found(match, kind, at, symbols, text)

    def every(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of every kind; only those of the same kind do not overlap."""
        chars = symbols.chars
        free: dict[str, int] = {}
        for at, end, kind in self._places(chars):
            if free.get(kind.kind, 0) > at:
                continue
            match = kind.match(chars, at, end)
            if match is not None and match.end():
                free[kind.kind] = at + match.end()
                yield _found(match, kind, at, symbols, text)

    def _places(self, chars: str) -> Iterator[tuple[int, int, KindPattern]]:
        """Where something can begin, where its statement ends, and what it is."""
        end, present = -1, frozenset[str]()
        closed = chars + BOUND
        pairs = map(add, chars, closed[1:])
        for at, kinds in enumerate(map(self.pairs.__getitem__, pairs)):
            if kinds:
                if end < at:
                    end = closed.index(BOUND, at)
                    present = frozenset(chars[at:end])
                for kind in kinds:
                    if not kind.needs.isdisjoint(present):
                        yield at, end, kind


def _length(hit: "tuple[KindPattern, re.Match[str]]") -> int:
    return hit[1].end()


def _found(
    match: "re.Match[str]", kind: KindPattern, at: int, symbols: Symbols, text: str
) -> Found:
    slots = {
        name: symbols.slot(at + match.start(index), at + match.end(index), text)
        for index, name in enumerate(kind.slots, 1)
        if match.start(index) >= 0
    }
    return Found(kind.kind, at, at + match.end(), slots)


def replace(symbols: Symbols, found: list[Found], char_of: Mapping[str, str]) -> Symbols:
    """The symbols with each match as one symbol of its kind."""
    out = Symbols("", [], [], [])
    chars: list[str] = []
    at = 0
    for match in found:
        _copy(symbols, at, match.first, chars, out)
        chars.append(char_of[match.kind])
        out.starts.append(symbols.starts[match.first])
        out.ends.append(symbols.ends[match.last - 1])
        out.values.append(match.slots)
        at = match.last
    _copy(symbols, at, len(symbols.chars), chars, out)
    out.chars = "".join(chars)
    return out


def _copy(symbols: Symbols, first: int, last: int, chars: list[str], out: Symbols) -> None:
    chars.append(symbols.chars[first:last])
    out.starts += symbols.starts[first:last]
    out.ends += symbols.ends[first:last]
    out.values += symbols.values[first:last]
