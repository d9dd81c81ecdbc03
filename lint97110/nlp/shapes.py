"""What a statement says by its symbols alone, whatever the words and numbers behind them.

"Squats 3x10" and "Lunges 2x12" have the same shape. Nearly all the work of reading is done once for
a shape and remembered: clinics write the same kinds of sentences all day. Quantities and doses are
made one symbol each before a shape is looked up: "Squats 3 sets of 10 reps" has that shape, too.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from lint97110.nlp.cascade import LevelMatcher, replaced
from lint97110.nlp.kind_pattern import Match
from lint97110.nlp.together import Bag, Bags

MOST_SHAPES = 12_000
MOST_REDUCED = 24_000
"""Of each generation: what was met since the one before is forgotten only with the next."""


class Told(NamedTuple):
    """A fact of a shape: its kind, the symbols it covers, its clause, the symbols of its slots.

    `slots` is None where they are those that the symbol itself holds.
    """

    first: int
    last: int
    kind: str
    clause: int
    slots: tuple[tuple[str, int, int], ...] | None


class _Clauses(NamedTuple):
    """The symbols of a statement, where its clauses end, and what is in each of them as bits."""

    chars: str
    cuts: tuple[int, ...]
    masks: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The symbols of a statement when the cascade is done, and all that follows from them.

    Clauses lie between `cuts`; `clauses` and `whole` say as bits what is in each clause and in all
    of them, `mask` what was found besides.
    """

    chars: str
    cuts: tuple[int, ...]
    clauses: tuple[int, ...]
    whole: int
    mask: int
    facts: tuple[Told, ...]


class Reduced(NamedTuple):
    """A statement with its quantities and doses as one symbol each: the matches of each level."""

    steps: tuple[list[Match], ...]
    shape: Shape


@dataclass(frozen=True, slots=True)
class Shaper:
    """Works out shapes by a grammar: its levels and bags, its bits, where clauses end.

    The levels that replace nothing see the same symbols, and are looked through at once.
    """

    replacing: tuple[LevelMatcher, ...]
    reporting: LevelMatcher
    level_of: Mapping[str, str]
    bags: Mapping[str, Bags]
    bits: Mapping[str, int]
    masks: Mapping[str, int]
    breaks: frozenset[str]
    marks: frozenset[str]
    char_of: Mapping[str, str]
    kind_of: Mapping[str, str]

    def steps(self, chars: str) -> tuple[tuple[list[Match], ...], str]:
        """What is to be replaced in these symbols, level by level, and what they are then."""
        steps = []
        for level in self.replacing:
            steps.append(level.longest(chars))
            chars = replaced(chars, steps[-1], self.char_of)
        return tuple(steps) if any(steps) else (), chars

    def shape(self, chars: str) -> Shape:
        """The shape of a statement of these symbols, when nothing is left to replace."""
        masks = list(map(self.masks.__getitem__, chars))
        found: dict[str, list[Match]] = {}
        for match in self.reporting.every(chars):
            found.setdefault(self.level_of[match.kind], []).append(match)
        for cue in found.get("cues", ()):
            masks[cue.first] |= self.bits[cue.kind]
        inner = (at for at, char in enumerate(chars) if at and char in self.breaks)
        cuts = (0, *inner, len(chars))
        clauses = tuple(reduce(or_, masks[first:last]) for first, last in pairwise(cuts))
        whole = reduce(or_, clauses)
        facts, mask = self._facts(_Clauses(chars, cuts, clauses), whole, found)
        return Shape(chars, cuts, clauses, whole, mask, facts)

    def _facts(
        self, said: _Clauses, whole: int, matches: Mapping[str, list[Match]]
    ) -> tuple[tuple[Told, ...], int]:
        """The facts in order, each once, and the bits of them all."""
        found = [
            Told(at, at + 1, self.kind_of[char], _clause(said.cuts, at), None)
            for at, char in enumerate(said.chars)
            if char in self.kind_of
        ]
        mask = whole
        for name in ("facts", "statements"):
            level = [
                *_matched(matches.get(name, ()), said.cuts),
                *self._together(said, mask, self.bags[name], found),
            ]
            found += level
            mask = reduce(or_, (self.bits[told.kind] for told in level), mask)
        once = {told[:3]: told for told in reversed(found)}
        return tuple(once[place] for place in sorted(once)), mask

    def _together(
        self, said: _Clauses, whole: int, bags: Bags, below: list[Told]
    ) -> Iterator[Told]:
        """Facts whose classes stand together, in a statement or in one of its clauses.

        What a statement tells stands as its first clause does, and is shown where it was told.
        """
        for one in bags.possible(whole):  # what is not in the statement is in none of its clauses
            for clause in _where(one, said, whole):
                for begun, ended in self._told_in(one, said, below) or ((clause, clause),):
                    first, last = said.cuts[begun], said.cuts[ended + 1]
                    if said.chars[first] in self.marks and first + 1 < last:
                        first += 1  # the comma is not of what it sets apart
                    yield Told(first, last, one.kind, clause, ())

    def _told_in(self, one: Bag, said: _Clauses, below: list[Told]) -> Iterable[tuple[int, int]]:
        """From which clause to which the fact is told that places a bag, where a fact does."""
        if one.within == "clause":
            return ()
        told = (t for t in below if one.first & self.bits[t.kind])
        return dict.fromkeys((t.clause, _clause(said.cuts, t.last - 1)) for t in told)


def _matched(matches: Iterable[Match], cuts: tuple[int, ...]) -> Iterator[Told]:
    for match in matches:
        clause = _clause(cuts, match.first)
        yield Told(match.first, match.last, match.kind, clause, match.told)


def _clause(cuts: tuple[int, ...], at: int) -> int:
    return bisect_right(cuts, at) - 1


def _where(one: Bag, said: _Clauses, whole: int) -> Iterable[int]:
    """The clauses in which a bag is told; that of its trigger, where it speaks of a statement."""
    if one.within == "clause":
        return [at for at, mask in enumerate(said.masks) if one.stands(mask)]
    if whole & one.barred:
        return ()
    if len(said.masks) == 1:
        return (0,)
    first = next((at for at, char in enumerate(said.chars) if char in one.trigger), 0)
    return (_clause(said.cuts, first),)


class Shapes(dict[str, Shape]):
    """The shapes met so far, by their symbols."""

    def __init__(self, shaper: Shaper) -> None:
        super().__init__()
        self._shaper = shaper
        self._older: dict[str, Shape] = {}

    def __missing__(self, chars: str) -> Shape:
        if len(self) >= MOST_SHAPES:
            self._older = dict(self)
            self.clear()
        shape = self[chars] = self._older.get(chars) or self._shaper.shape(chars)
        return shape


class Reductions(dict[str, Reduced]):
    """The statements met so far, by the symbols that their words have."""

    def __init__(self, shaper: Shaper) -> None:
        super().__init__()
        self._shaper = shaper
        self.shapes = Shapes(shaper)
        self._older: dict[str, Reduced] = {}

    def __missing__(self, chars: str) -> Reduced:
        if len(self) >= MOST_REDUCED:
            self._older = dict(self)
            self.clear()
        reduced = self[chars] = self._older.get(chars) or self._reduced(chars)
        return reduced

    def _reduced(self, chars: str) -> Reduced:
        steps, left = self._shaper.steps(chars)
        return Reduced(steps, self.shapes[left])
