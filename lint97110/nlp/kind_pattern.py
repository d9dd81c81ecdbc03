"""The patterns of one kind of fact at work, as small regular expressions.

A kind tells few symbols apart: what stands in the same classes of its patterns is one letter to it.
Its expressions are written in those letters, because `re` is slow to compile classes of characters
beyond Latin-1; and they are tried only where two symbols in a row can begin a match. There is one
expression for all those of its patterns that the same two can begin: few of many, mostly.
"""

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lint97110.nlp.compiled import PlainKind

FIRST_LETTER = 0x21
_OTHER = "\0"
_Starts = Sequence[Sequence[tuple[str | None, str | None]]]
MOST_OPENINGS = 5_000


class Match(NamedTuple):
    """A match: its kind, the symbols that it covers, and those that its slots hold."""

    kind: str
    first: int
    last: int
    told: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class KindPattern:
    """All sequences of one kind of fact, the first of them the first to be tried.

    `sources` are their expressions, `slots` the names of the groups in each. `starts` are the
    letters that each can begin with, with those that can follow; None stands for any letter, or
    for none at all behind the first; all begin with one of `begins`. One of the letters that each
    `needs` is in every match of it, and no match is longer than `reach`. `groups` are the symbols
    behind each letter, in runs.
    """

    kind: str
    sources: Sequence[str]
    starts: _Starts
    slots: Sequence[Sequence[str]]
    reach: int
    groups: Sequence[str]
    begins: str
    needs: Sequence[str]

    @classmethod
    def of(cls, plain: PlainKind) -> "KindPattern":
        """The patterns that were compiled to `plain`."""
        return cls(
            plain["kind"],
            plain["sources"],
            plain["starts"],
            plain["slots"],
            plain["reach"],
            plain["groups"],
            plain["begins"],
            plain["needs"],
        )

    @cached_property
    def _trials(self) -> "_Trials":
        return _Trials(self, self._begun)

    @cached_property
    def _table(self) -> "array[int]":
        """The letter of each code point; an array translates far faster than a dictionary."""
        top = max((ord(group[-1]) for group in self.groups), default=0)
        table = array("H", bytes(2 * (top + 1)))
        for letter, group in enumerate(self.groups, FIRST_LETTER):
            for first, last in _runs(group):
                if first == last:
                    table[first] = letter
                else:
                    table[first : last + 1] = array("H", (letter,)) * (last + 1 - first)
        return table

    def _letter(self, char: str) -> str:
        code = ord(char)
        return chr(self._table[code]) if code < len(self._table) else _OTHER

    def helped_by(self, char: str) -> int:
        """The patterns, as bits, of which every match has this symbol or one for it."""
        return self._helped[self._letter(char)]

    def begins_with(self, char: str) -> bool:
        """Whether a match can begin with this symbol."""
        return self._letter(char) in self.begins

    def beginning(self, char: str, following: str) -> int:
        """The patterns, as bits, that can begin with two symbols; the first `begins_with` one."""
        return self._begun[self._letter(char) + self._letter(following)]

    @cached_property
    def _helped(self) -> Mapping[str, int]:
        return _Helped(self.needs)

    @cached_property
    def _begun(self) -> Mapping[str, int]:
        return _Begun(self.starts)

    def match(self, chars: str, at: int) -> Match | None:
        """The longest match that starts at `at` in the symbols of a statement."""
        window = chars[at : at + self.reach].translate(self._table)
        expression, patterns = self._trials[window[:2]]
        found = expression.match(window)
        if found is None or found.lastindex is None:
            return None
        ends = found.regs
        group, slots = max(patterns, key=lambda pattern: ends[pattern[0]][1])
        if ends[group][1] <= 0:
            return None
        told = tuple(
            [
                (name, at + first, at + last)
                for index, name in slots
                for first, last in (ends[index],)
                if first >= 0
            ]
        )
        return Match(self.kind, at, at + ends[group][1], told)


class _Helped(dict[str, int]):
    """The patterns, as bits, that need a letter or one for it."""

    def __init__(self, needs: Sequence[str]) -> None:
        super().__init__()
        self._needs = needs

    def __missing__(self, letter: str) -> int:
        found = sum(1 << at for at, letters in enumerate(self._needs) if letter in letters)
        self[letter] = found
        return found


class _Begun(dict[str, int]):
    """The patterns, as bits, that can begin with two letters."""

    def __init__(self, starts: _Starts) -> None:
        super().__init__()
        self._starts = starts

    def __missing__(self, opening: str) -> int:
        if len(self) >= MOST_OPENINGS:
            self.clear()
        first, second = opening[:1], opening[1:]
        found = 0
        for at, starts in enumerate(self._starts):
            for firsts, seconds in starts:
                if _holds(firsts, first) and _holds(seconds, second):
                    found |= 1 << at
                    break
        self[opening] = found
        return found


class _Trial(NamedTuple):
    """An expression that looks for some of the patterns, each of them ahead of the same place.

    `patterns` are the group of each pattern, and those of its slots.
    """

    expression: "re.Pattern[str]"
    patterns: list[tuple[int, list[tuple[int, str]]]]


class _Trials(dict[str, _Trial]):
    """What to try where the first two letters are those; found out when they are met."""

    def __init__(self, kind: KindPattern, begun: Mapping[str, int]) -> None:
        super().__init__()
        self._kind = kind
        self._begun = begun
        self._compiled: dict[tuple[int, ...], _Trial] = {}

    def __missing__(self, opening: str) -> _Trial:
        if len(self) >= MOST_OPENINGS:
            self.clear()
            self._compiled.clear()
        bits = self._begun[opening]
        places = tuple(at for at in range(bits.bit_length()) if bits >> at & 1)
        if places not in self._compiled:
            self._compiled[places] = self._trial(places)
        trial = self[opening] = self._compiled[places]
        return trial

    def _trial(self, places: tuple[int, ...]) -> _Trial:
        patterns: list[tuple[int, list[tuple[int, str]]]] = []
        group = 1
        for names in (self._kind.slots[at] for at in places):
            patterns.append((group, list(enumerate(names, group + 1))))
            group += 1 + len(names)
        sources = (f"(?:(?=({self._kind.sources[at]}))|)" for at in places)
        return _Trial(re.compile("".join(sources)), patterns)


def _holds(letters: str | None, letter: str) -> bool:
    """Whether a letter is one of some; where nothing follows, only where nothing need follow."""
    return letters is None or (letter != "" and letter in letters)


_RUN = re.compile(r"(.)(?:-(.))?", re.DOTALL)


def _runs(group: str) -> Iterator[tuple[int, int]]:
    """The first and last code points of each run of symbols in a group: "ac-e" has two."""
    for first, last in _RUN.findall(group):
        yield ord(first), ord(last or first)
