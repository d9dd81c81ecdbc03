"""Whose is a dose? The nearest name on its left, else on its right, else that of the last dose."""

from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.nlp.cascade import Symbols
from lint97110.nlp.dose_marks import DOSES, DoseMarks
from lint97110.nlp.reading import Reading, Statement

_FARTHEST = 200  # symbols between a dose and its owner; who writes more has named nothing
_LONGEST_LINK = 3  # symbols between "with" and the name behind it
_LONGEST_NAME = 6  # words of what is dosed
_MOST_BARE = 20  # bare statements in a row that still speak of the same exercise
_BARE = 2  # symbols: a dose and its full stop


@dataclass(frozen=True, slots=True)
class Owner:
    """What a dose is of, as places among the symbols of a note."""

    kind: str  # exercise, exercise_class, other, thing
    first: int
    last: int


class Owners:
    """Finds the owners of doses."""

    def __init__(self, marks: DoseMarks) -> None:
        """Take the symbols that can own a dose."""
        self._marks = marks

    def of(
        self, reading: Reading, number: int, at: int, known: Mapping[int, Owner | None]
    ) -> Owner | None:
        """The owner of the dose at `at` in statement `number`; `known` are those of others."""
        symbols, statement = reading.symbols, reading.statements[number]
        return (
            self._on_the_left(symbols, statement.first, at)
            or self._on_the_right(symbols, at, statement.last)
            or self._before(reading, number, known)
            or self._of_the_body(symbols, statement.first, at)
        )

    def exercise_near(self, symbols: Symbols, statement: Statement, at: int) -> Owner | None:
        """An exercise farther off on the left, else on the right: "warmed up 8 min on the bike"."""
        marks, chars = self._marks, symbols.chars
        goes_on = chars[at + 1] in marks.onto or chars[at + 1] in marks.exercise  # "ran 10 min TM"
        behind = range(at + 1, min(statement.last, at + _FARTHEST) if goes_on else at + 1)
        for step in (*range(at - 1, max(statement.first, at - _FARTHEST) - 1, -1), *behind):
            if chars[step] in marks.other or (step > at and chars[step] in marks.dosing):
                return None
            if chars[step] in marks.exercise:
                return Owner("exercise", step, step + 1)
        return None

    def is_on_a_machine(self, symbols: Symbols, statement: Statement, at: int) -> bool:
        """Whether "about 8 min" can be a dose; else it is what somebody can stand or walk."""
        near = slice(max(statement.first, at - _FARTHEST), min(statement.last, at + _FARTHEST))
        return not self._marks.machines.isdisjoint(symbols.chars[near])

    def _on_the_left(self, symbols: Symbols, first: int, at: int) -> Owner | None:
        marks = self._marks
        thing: Owner | None = None
        adjunct: Owner | None = None
        for step in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
            char = symbols.chars[step]
            if char in marks.exercise:
                return Owner("exercise", step, step + 1)
            if char in marks.other:
                if thing is None and self._is_adjunct(symbols, first, step):
                    adjunct = adjunct or Owner("other", step, step + 1)
                    continue
                if thing is not None and char not in marks.technique:
                    return adjunct or thing
                return adjunct or Owner("other", step, step + 1)
            if char in marks.exercise_class:
                return thing or Owner("exercise_class", step, step + 1)
            if thing is None and char in marks.thing:
                thing = Owner("thing", self._start_of_name(symbols, step, first), step + 1)
            elif thing is not None and char in marks.stops and not self._is_aside(symbols, thing):
                break
        return (adjunct and self._of_the_body(symbols, first, adjunct.first)) or adjunct or thing

    def _is_aside(self, symbols: Symbols, thing: Owner) -> bool:
        """Whether one word between two commas tells how: "vaso, medium, x 15"."""
        chars, stops = symbols.chars, self._marks.stops
        is_one = thing.last - thing.first == 1
        is_counted = chars[thing.first - 1] in self._marks.numbers  # "cupping, 4 cups, 5 min"
        before = chars[thing.first - 1 - is_counted]
        return is_one and before in stops and chars[thing.last] in stops

    def _is_adjunct(self, symbols: Symbols, first: int, step: int) -> bool:
        """Whether a technique only goes along: "rows with manual resistance 2x10"."""
        before = symbols.chars[max(first, step - _LONGEST_LINK) : step]
        return not self._marks.along.isdisjoint(before)

    def _start_of_name(self, symbols: Symbols, step: int, first: int) -> int:
        start = step
        while start > first and step - start < _LONGEST_NAME:
            if symbols.chars[start - 1] not in self._marks.inside_a_name:
                break
            start -= 1
        return start

    def _on_the_right(self, symbols: Symbols, at: int, last: int) -> Owner | None:
        marks = self._marks
        for step in range(at + 1, min(last, at + _FARTHEST)):
            char = symbols.chars[step]
            if marks.kind_of.get(char) in DOSES:
                return None
            if char in marks.exercise:
                return Owner("exercise", step, step + 1)
            if char in marks.other:
                return Owner("other", step, step + 1)
            if char in marks.exercise_class:
                if symbols.chars[step + 1] in marks.stops:
                    continue  # a label: "Exercise: Nordic curl"
                return Owner("exercise_class", step, step + 1)
            if char in marks.thing:
                return Owner("thing", step, step + 1)
        return None

    def _before(
        self, reading: Reading, number: int, known: Mapping[int, Owner | None]
    ) -> Owner | None:
        """The owner of the last dose, or the last name, of the statement before."""
        for before in range(number - 1, max(number - _MOST_BARE, 0) - 1, -1):
            statement = reading.statements[before]
            owner = known.get(before) or self._last_named(reading.symbols, statement)
            if owner is not None or not _is_bare(statement):
                return owner
        return None

    def _last_named(self, symbols: Symbols, statement: Statement) -> Owner | None:
        return self._on_the_left(symbols, statement.first, statement.last)

    def _of_the_body(self, symbols: Symbols, first: int, at: int) -> Owner | None:
        """A movement told by the body alone: "knee to chest, left, x 5"."""
        for step in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
            if symbols.chars[step] in self._marks.body:
                return Owner("thing", step, step + 1)
        return None


def _is_bare(statement: Statement) -> bool:
    """Whether a statement is so short that the one before it goes on."""
    return statement.last - statement.first <= _BARE
