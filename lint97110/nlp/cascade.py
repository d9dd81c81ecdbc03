"""The cascade: each level sees the symbols that the one below left, and may replace its own.

A level looks at the symbols of one statement, never at the words behind them: what it finds holds
for every statement of those symbols.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import compress
from operator import add, attrgetter, or_
from typing import NamedTuple

from lint97110.model import SlotValue
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.kind_pattern import KindPattern, Match

Value = str | Mapping[str, SlotValue] | None

MOST_PAIRS = 50_000


@dataclass(slots=True)
class Symbols:
    """A note, or a piece of one, as symbols; each with its stretch of the text and its value.

    A value is the canonical name of a word, the digits of a number, or the slots of a quantity.
    """

    chars: str
    starts: list[int]
    ends: list[int]
    values: list[Value]

    def where(self, chars: frozenset[str]) -> list[int]:
        """The places of the symbols that are one of `chars`."""
        return list(compress(range(len(self.chars)), map(chars.__contains__, self.chars)))

    def words(self, at: int, text: str) -> str:
        """The words of one symbol, as they are written."""
        return text[self.starts[at] : self.ends[at]]

    def slot(self, first: int, last: int, text: str) -> SlotValue:
        """The value of the symbols `first` to `last` (exclusive): a number, a name or the words."""
        value = self.values[first] if last - first == 1 else None
        said = value.get("n") if isinstance(value, dict) else value
        return text[self.starts[first] : self.ends[last - 1]] if said is None else str(said)

    def held(
        self, slots: tuple[tuple[str, int, int], ...], offset: int, text: str
    ) -> Mapping[str, SlotValue]:
        """What slots hold, whose symbols are counted from `offset`."""
        return {name: self.slot(offset + at, offset + end, text) for name, at, end in slots}

    def replace(self, matches: Iterable[Match], text: str) -> None:
        """Make each match one symbol that holds its slots; `chars` are left as they are."""
        for match in reversed([(match, self.held(match.told, 0, text)) for match in matches]):
            (_, first, last, _), slots = match
            self.ends[first], self.values[first] = self.ends[last - 1], slots
            del self.starts[first + 1 : last]
            del self.ends[first + 1 : last], self.values[first + 1 : last]


class _Placed(NamedTuple):
    """A kind of fact, and the place of the first of its patterns among the bits of a level."""

    kind: KindPattern
    at: int


class _Pairs(dict[str, int]):
    """Which patterns can begin with two symbols, as bits: found out when they are met."""

    def __init__(self, kinds: tuple[_Placed, ...]) -> None:
        super().__init__()
        self._kinds = kinds
        self._by_first: dict[str, list[_Placed]] = {}

    def __missing__(self, pair: str) -> int:
        if len(self) >= MOST_PAIRS:
            self.clear()
        first, second = pair[0], pair[1]
        if first not in self._by_first:
            self._by_first[first] = [each for each in self._kinds if each.kind.begins_with(first)]
        kinds = self._by_first[first]
        found = self[pair] = sum(kind.beginning(first, second) << at for kind, at in kinds)
        return found


class _Needed(dict[str, int]):
    """Which patterns a symbol helps to make possible, as bits."""

    def __init__(self, kinds: tuple[_Placed, ...]) -> None:
        super().__init__({BOUND: 0})
        self._kinds = kinds

    def __missing__(self, char: str) -> int:
        found = self[char] = sum(kind.helped_by(char) << at for kind, at in self._kinds)
        return found


class _Sets(dict[int, tuple[KindPattern, ...]]):
    """The kinds of the patterns that some bits stand for."""

    def __init__(self, kinds: tuple[_Placed, ...]) -> None:
        super().__init__()
        self._masks = [(kind, (1 << len(kind.sources)) - 1 << at) for kind, at in kinds]

    def __missing__(self, bits: int) -> tuple[KindPattern, ...]:
        if len(self) >= MOST_PAIRS:
            self.clear()
        found = self[bits] = tuple(kind for kind, mask in self._masks if bits & mask)
        return found


class LevelMatcher:
    """The patterns of one level, tried where a pair of symbols can begin them."""

    def __init__(self, kinds: Iterable[KindPattern]) -> None:
        every = tuple(_placed(kinds))
        self.pairs: Mapping[str, int] = _Pairs(every)
        self._needed: Mapping[str, int] = _Needed(every)
        self._sets: Mapping[int, tuple[KindPattern, ...]] = _Sets(every)

    def longest(self, chars: str) -> list[Match]:
        """Matches of any kind, leftmost and longest first, none overlapping another."""
        found: list[Match] = []
        free = 0
        for at, kinds in self._places(chars):
            if at < free:
                continue
            matches = [match for kind in kinds if (match := kind.match(chars, at)) is not None]
            if matches:
                found.append(max(matches, key=_last))
                free = found[-1].last
        return found

    def every(self, chars: str) -> list[Match]:
        """Matches of every kind; only those of the same kind do not overlap."""
        found: list[Match] = []
        free: dict[str, int] = {}
        for at, kinds in self._places(chars):
            for kind in kinds:
                if free.get(kind.kind, 0) > at:
                    continue
                match = kind.match(chars, at)
                if match is not None:
                    free[kind.kind] = match.last
                    found.append(match)
        return found

    def _places(self, chars: str) -> list[tuple[int, tuple[KindPattern, ...]]]:
        """Where something can begin, and what it can be."""
        possible = reduce(or_, map(self._needed.__getitem__, chars), 0)
        if not possible:
            return []
        begun = map(self.pairs.__getitem__, map(add, chars, chars[1:] + BOUND))
        return [
            (at, self._sets[kinds]) for at, bits in enumerate(begun) if (kinds := bits & possible)
        ]


def _placed(kinds: Iterable[KindPattern]) -> Iterator[_Placed]:
    at = 0
    for kind in kinds:
        yield _Placed(kind, at)
        at += len(kind.sources)


_last = attrgetter("last")


def replaced(chars: str, matches: Sequence[Match], char_of: Mapping[str, str]) -> str:
    """The symbols with each match as the one symbol of its kind."""
    found = list(chars)
    for kind, first, last, _ in reversed(matches):
        found[first:last] = char_of[kind]
    return "".join(found)
