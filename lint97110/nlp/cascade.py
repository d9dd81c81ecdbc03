"""The cascade: each level sees the symbols that the one below left, and may replace its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import compress
from operator import add, or_
from typing import NamedTuple

from lint97110.model import SlotValue
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.kind_pattern import KindPattern

Value = str | Mapping[str, SlotValue] | None

MOST_PAIRS = 50_000


@dataclass
class Symbols:
    """A note as a string of symbols; each with its stretch of the text and its value.

    A value is the canonical name of a word, the digits of a number, or the slots of a quantity.
    """

    chars: str
    starts: list[int]
    ends: list[int]
    values: list[Value]

    @cached_property
    def pairs(self) -> list[str]:
        """Each symbol with the one behind it."""
        return list(map(add, self.chars, self.chars[1:] + BOUND))

    def where(self, chars: frozenset[str]) -> list[int]:
        """The places of the symbols that are one of `chars`."""
        return list(compress(range(len(self.chars)), map(chars.__contains__, self.chars)))

    def slot(self, first: int, last: int, text: str) -> SlotValue:
        """The value of the symbols `first` to `last` (exclusive): a number, a name or the words."""
        value = self.values[first] if last - first == 1 else None
        said = value.get("n") if isinstance(value, Mapping) else value
        return text[self.starts[first] : self.ends[last - 1]] if said is None else str(said)


class Found(NamedTuple):
    """A match: its kind, the symbols it covers, its slots."""

    kind: str
    first: int
    last: int
    slots: Mapping[str, SlotValue]


class _Pairs(dict[str, int]):
    """Which kinds can begin with two symbols, as bits: found out when they are met, remembered."""

    def __init__(self, kinds: tuple[KindPattern, ...]) -> None:
        super().__init__()
        self._kinds = kinds
        self._by_first: dict[str, list[tuple[int, KindPattern]]] = {}

    def __missing__(self, pair: str) -> int:
        if len(self) >= MOST_PAIRS:
            self.clear()
        first, second = pair[0], pair[1]
        if first not in self._by_first:
            kinds = enumerate(self._kinds)
            self._by_first[first] = [(1 << at, k) for at, k in kinds if k.begins_with(first)]
        found = sum(bit for bit, k in self._by_first[first] if k.may_begin(first, second))
        self[pair] = found
        return found


class _Needed(dict[str, int]):
    """Which kinds a symbol helps to make possible, as bits."""

    def __init__(self, kinds: tuple[KindPattern, ...]) -> None:
        super().__init__({BOUND: 0})
        self._kinds = kinds

    def __missing__(self, char: str) -> int:
        found = sum(1 << at for at, kind in enumerate(self._kinds) if kind.is_helped_by(char))
        self[char] = found
        return found


class _Sets(dict[int, tuple[KindPattern, ...]]):
    """The kinds that some bits stand for."""

    def __init__(self, kinds: tuple[KindPattern, ...]) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, bits: int) -> tuple[KindPattern, ...]:
        if len(self) >= MOST_PAIRS:
            self.clear()
        found = self[bits] = tuple(k for at, k in enumerate(self._kinds) if bits >> at & 1)
        return found


class LevelMatcher:
    """The patterns of one level, tried where a pair of symbols can begin them."""

    def __init__(self, kinds: Iterable[KindPattern]) -> None:
        every = tuple(kinds)
        self._is_empty = not every
        self.pairs: Mapping[str, int] = _Pairs(every)
        self._needed: Mapping[str, int] = _Needed(every)
        self._sets: Mapping[int, tuple[KindPattern, ...]] = _Sets(every)

    def longest(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of any kind, leftmost and longest first, none overlapping another."""
        chars = symbols.chars
        free = 0
        for at, end, kinds in self._places(symbols):
            if at < free:
                continue
            best: tuple[KindPattern, re.Match[str]] | None = None
            longest = 0
            for kind in kinds:
                match = kind.match(chars, at, end)
                if match is not None and match.end() > longest:
                    best, longest = (kind, match), match.end()
            if best is not None:
                free = at + longest
                yield _found(*best, at, symbols, text)

    def every(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of every kind; only those of the same kind do not overlap."""
        chars = symbols.chars
        free: dict[str, int] = {}
        for at, end, kinds in self._places(symbols):
            for kind in kinds:
                if free.get(kind.kind, 0) > at:
                    continue
                match = kind.match(chars, at, end)
                if match is not None and match.end():
                    free[kind.kind] = at + match.end()
                    yield _found(kind, match, at, symbols, text)

    def _places(self, symbols: Symbols) -> Iterator[tuple[int, int, tuple[KindPattern, ...]]]:
        """Where something can begin, where its statement ends, and what it can be."""
        if self._is_empty:
            return
        end = -1
        possible = 0
        chars = symbols.chars + BOUND
        begun = list(map(self.pairs.__getitem__, symbols.pairs))
        for at in compress(range(len(begun)), begun):
            if end < at:
                end = chars.index(BOUND, at)
                possible = reduce(or_, map(self._needed.__getitem__, chars[at:end]), 0)
            kinds = begun[at] & possible
            if kinds:
                yield at, end, self._sets[kinds]


def _found(
    kind: KindPattern, match: "re.Match[str]", at: int, symbols: Symbols, text: str
) -> Found:
    slots = {
        name: symbols.slot(at + first, at + last, text) for name, first, last in kind.told(match)
    }
    return Found(kind.kind, at, at + match.end(), slots)


def replace(symbols: Symbols, found: list[Found], char_of: Mapping[str, str]) -> Symbols:
    """The symbols with each match as one symbol of its kind."""
    chars = list(symbols.chars)
    starts, ends, values = symbols.starts[:], symbols.ends[:], symbols.values[:]
    for match in reversed(found):
        first, last = match.first, match.last
        chars[first], ends[first], values[first] = char_of[match.kind], ends[last - 1], match.slots
        del chars[first + 1 : last], starts[first + 1 : last]
        del ends[first + 1 : last], values[first + 1 : last]
    return Symbols("".join(chars), starts, ends, values)
