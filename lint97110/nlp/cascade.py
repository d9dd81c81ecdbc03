"""The cascade: each level sees the symbols that the one below left, and may replace its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lint97110.model import SlotValue
from lint97110.nlp.patterns import KindPattern

Value = str | Mapping[str, SlotValue] | None


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
        if isinstance(value, Mapping):
            value = value.get("n")
        if value is None:
            return text[self.starts[first] : self.ends[last - 1]]
        return value if isinstance(value, str) else str(value)


@dataclass(frozen=True, slots=True)
class Found:
    """A match: its kind, the symbols it covers, its slots."""

    kind: str
    first: int
    last: int
    slots: Mapping[str, SlotValue] = field(default_factory=dict)


class LevelMatcher:
    """The sequences of one level, filed under the symbols that they can start with."""

    def __init__(self, kinds: list[KindPattern]) -> None:
        self._starts: dict[str, list[KindPattern]] = {}
        for kind in kinds:
            for char in kind.firsts:
                self._starts.setdefault(char, []).append(kind)

    def longest(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of any kind, leftmost and longest first, none overlapping another."""
        chars, starts = symbols.chars, self._starts
        free = 0
        for at, char in enumerate(chars):
            if at < free or char not in starts:
                continue
            best, best_kind = None, None
            for kind in starts[char]:
                match = kind.match(chars, at)
                if match is not None and (best is None or match.end() > best.end()):
                    best, best_kind = match, kind
            if best is not None and best_kind is not None and best.end() > at:
                free = best.end()
                yield _found(best, best_kind, symbols, text)

    def every(self, symbols: Symbols, text: str) -> Iterator[Found]:
        """Matches of every kind; only those of the same kind do not overlap."""
        chars, starts = symbols.chars, self._starts
        free: dict[str, int] = {}
        for at, char in enumerate(chars):
            for kind in starts.get(char, ()):
                if free.get(kind.kind, 0) > at:
                    continue
                match = kind.match(chars, at)
                if match is not None and match.end() > at:
                    free[kind.kind] = match.end()
                    yield _found(match, kind, symbols, text)


def _found(match: "re.Match[str]", kind: KindPattern, symbols: Symbols, text: str) -> Found:
    slots = {
        name: symbols.slot(*match.span(index), text)
        for index, name in enumerate(kind.slots, 1)
        if match.start(index) >= 0
    }
    return Found(kind.kind, match.start(), match.end(), slots)


def replace(symbols: Symbols, found: list[Found], char_of: Mapping[str, str]) -> Symbols:
    """The symbols with each match as one symbol of its kind."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    at = 0
    for match in found:
        _copy(symbols, at, match.first, chars, starts, ends, values)
        chars.append(char_of[match.kind])
        starts.append(symbols.starts[match.first])
        ends.append(symbols.ends[match.last - 1])
        values.append(match.slots)
        at = match.last
    _copy(symbols, at, len(symbols.chars), chars, starts, ends, values)
    return Symbols("".join(chars), starts, ends, values)


def _copy(
    symbols: Symbols,
    first: int,
    last: int,
    chars: list[str],
    starts: list[int],
    ends: list[int],
    values: list[Value],
) -> None:
    chars.append(symbols.chars[first:last])
    starts.extend(symbols.starts[first:last])
    ends.extend(symbols.ends[first:last])
    values.extend(symbols.values[first:last])
