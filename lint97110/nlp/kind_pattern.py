"""The patterns of one kind of fact at work, as small regular expressions.

A kind tells few symbols apart: what stands in the same classes of its patterns is one letter to it.
Its expressions are written in those letters, because `re` is slow to compile classes of characters
beyond Latin-1; and they are tried only where two symbols in a row can begin a match. There is one
expression for all those of its patterns that the same two can begin: few of many, mostly.
"""

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lint97110.nlp.compiled import PlainKind

FIRST_LETTER = 0x21
_OTHER = "\0"
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

    `sources` are their expressions, and `starts` the letters that each can begin with, with those
    that can follow; None stands for any letter, or for none at all behind the first. `slots` are
    the names of the groups in each; `groups` are the symbols behind each letter, in runs;
    `openings` tells which letters can follow a letter that a match begins with, None where any
    symbol can; one of `letters_needed` is in every match, and no match is longer than `reach`.
    """

    kind: str
    sources: tuple[str, ...]
    starts: tuple[tuple[tuple[str | None, str | None], ...], ...]
    slots: tuple[tuple[str, ...], ...]
    reach: int
    groups: tuple[str, ...]
    openings: Mapping[str, str | None]
    letters_needed: str

    @classmethod
    def of(cls, plain: PlainKind) -> "KindPattern":
        """The patterns that were compiled to `plain`."""
        return cls(
            plain["kind"],
            tuple(plain["sources"]),
            tuple(tuple((first, second) for first, second in each) for each in plain["starts"]),
            tuple(map(tuple, plain["slots"])),
            plain["reach"],
            tuple(plain["groups"]),
            plain["openings"],
            plain["needs"],
        )

    @cached_property
    def _trials(self) -> "_Trials":
        return _Trials(self)

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

    def is_helped_by(self, char: str) -> bool:
        """Whether this symbol is one of those of which every match has one, at the least."""
        return self._letter(char) in self.letters_needed

    def begins_with(self, char: str) -> bool:
        """Whether a match can begin with this symbol."""
        return self._letter(char) in self.openings

    def may_begin(self, char: str, following: str) -> bool:
        """Whether a match can begin with these two symbols, the first of which `begins_with`."""
        second = self.openings[self._letter(char)]
        return second is None or self._letter(following) in second

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


class _Trial(NamedTuple):
    """An expression that looks for some of the patterns, each of them ahead of the same place.

    `patterns` are the group of each pattern, and those of its slots.
    """

    expression: "re.Pattern[str]"
    patterns: list[tuple[int, list[tuple[int, str]]]]


class _Trials(dict[str, _Trial]):
    """What to try where the first two letters are those; found out when they are met."""

    def __init__(self, kind: KindPattern) -> None:
        super().__init__()
        self._kind = kind
        self._compiled: dict[tuple[int, ...], _Trial] = {}

    def __missing__(self, opening: str) -> _Trial:
        if len(self) >= MOST_OPENINGS:
            self.clear()
        first, second = opening[:1], opening[1:]
        places = tuple(
            at
            for at, starts in enumerate(self._kind.starts)
            if any(_holds(firsts, first) and _holds(seconds, second) for firsts, seconds in starts)
        )
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
