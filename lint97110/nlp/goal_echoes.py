"""A goal in one place of a note, and the same measure with its value in another.

"Goals: TUG < 12 s; walk 150 ft" below "TUG 15.2 s" tells where the patient stands, with no word
between them. What is compared is one thing with figures, or help, of one kind.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement

_NOT_MEASURED = frozenset(
    (
        *("goals", "subjective", "history", "plan", "home_program", "education", "precautions"),
        *("header", "medications", "signature", "charges", "frequency"),
    )
)
_STANDS = frozenset(("performed", "measured", "found", "negated"))
_RIGHT_BEHIND = 3  # symbols behind a dash
_NEAR = 6  # symbols between a thing and its value


class _Measured(NamedTuple):
    """A thing and the kind of value that stands beside it."""

    thing: str
    kind: str


class GoalEchoes:
    """Finds goals whose measure is told elsewhere in the note."""

    def __init__(self, grammar: Grammar) -> None:
        bits = grammar.mask_of
        units, times = map(grammar.classes_of_role, ("goals.units", "goals.times"))
        self._kinds = dict.fromkeys(grammar.members("number"), "number")
        self._kinds |= {char: name for name in units for char in grammar.members(name)}
        self._kinds |= dict.fromkeys(grammar.members(*times), "time")
        self._kinds |= dict.fromkeys(grammar.playing("goals.help"), "help")
        self._tested = grammar.playing("goals.tested")
        self._walking = grammar.playing("goals.walking")
        self._done = grammar.playing("goals.helped")
        self._counts = frozenset(("fraction", "grade", "percent"))
        self._united = frozenset(("degrees", "load", "distance", "time", "percent"))
        self._nouns = grammar.members("word") - grammar.playing("goals.uncounted")
        self._dashes = grammar.members("status_mark")
        self._aids = grammar.members("equipment")
        self._ambiguous = grammar.playing("goals.named_otherwise")
        self._values = frozenset(self._kinds)
        self._things = self._tested | self._walking | self._done
        self._goal = bits("goal_word", "goal_target")
        self._dosed = bits("dose", "hold")

    def told(self, reading: Reading, goals: Iterable[Statement]) -> Iterator[Statement]:
        """The goals of which a value is told elsewhere."""
        wanted = [(goal, frozenset(self._measures(reading, goal, is_goal=True))) for goal in goals]
        sought = frozenset[_Measured]().union(*(things for _, things in wanted))
        if not sought:
            return
        found = sought.intersection(self._found(reading, {goal.first for goal, _ in wanted}))
        yield from (goal for goal, things in wanted if things & found)

    def is_told_behind_a_mark(self, chars: str) -> bool:
        """Whether a dash parts a goal from a value of the same kind: "walk 1000 ft - 620 ft"."""
        kinds = [self._kinds.get(char) for char in chars]
        return any(
            not self._united.isdisjoint({*kinds[:at]} & {*kinds[at + 1 : at + 1 + _RIGHT_BEHIND]})
            for at, char in enumerate(chars)
            if char in self._dashes
        )

    def _found(self, reading: Reading, goals: set[int]) -> Iterator[_Measured]:
        """Everything that is measured outside goals, plans and what the patient tells."""
        for statement in reading.statements:
            if statement.mask & self._goal or statement.first in goals:
                continue
            if not _NOT_MEASURED.isdisjoint(statement.sections):
                continue
            if any(clause.status in _STANDS for clause in statement.clauses):
                for measured in self._measures(reading, statement):
                    yield from self._as_compared(measured)

    def _measures(
        self, reading: Reading, statement: Statement, *, is_goal: bool = False
    ) -> Iterator[_Measured]:
        """Things of a statement with the kinds of the values near them."""
        chars = reading.symbols.chars[statement.first : statement.last]
        if self._values.isdisjoint(chars):
            return
        for at, char in enumerate(chars):
            if char not in self._things:
                continue
            is_dosed = bool(statement.mask & self._dosed)
            kinds = [k for k in self._near(chars, at) if self._fits(char, k, is_dosed=is_dosed)]
            if not kinds:
                continue
            place = statement.first + at
            if char in self._walking:
                names = self._walks(reading, place, is_goal=is_goal)
            else:
                names = self._names(reading, place)
            for thing in names:
                yield from (_Measured(thing, kind) for kind in kinds)
        yield from self._counted(reading, statement.first, chars)

    def _counted(self, reading: Reading, first: int, chars: str) -> Iterator[_Measured]:
        """What is counted right behind a share: "3/5 letters", "80 % spoons"."""
        for at, (value, noun) in enumerate(pairwise(chars), first + 1):
            if noun in self._nouns and self._kinds.get(value) in self._counts:
                yield _Measured(reading.symbols.words(at, reading.text).lower(), "share")

    def _as_compared(self, measured: _Measured) -> Iterator[_Measured]:
        """A bare figure may have any unit that the goal names, and a unit may be left away."""
        thing, kind = measured
        yield measured
        if kind == "number":
            yield from (_Measured(thing, other) for other in self._united)
        elif kind in self._united:
            yield _Measured(thing, "number")

    def _near(self, chars: str, at: int) -> Iterator[str]:
        """The kinds of the values behind a thing, up to the next thing, and right before it."""
        for char in chars[at + 1 : at + 1 + _NEAR]:
            if char in self._values:
                yield self._kinds[char]
        yield from (
            self._kinds[char] for char in chars[max(at - 1, 0) : at] if char in self._values
        )

    def _fits(self, char: str, kind: str, *, is_dosed: bool) -> bool:
        """Whether a value of that kind tells of such a thing: a task by help, a walk by feet."""
        if char in self._tested:
            return kind != "help" and not is_dosed
        if char in self._walking:
            return kind == "distance"
        return char in self._done and (kind == "help" or (kind == "time" and not is_dosed))

    def _names(self, reading: Reading, at: int) -> Iterator[str]:
        """What a thing is called: as it is written, and by the name that its wordings share."""
        char, value = reading.symbols.chars[at], reading.symbols.values[at]
        yield reading.symbols.words(at, reading.text).lower()
        if isinstance(value, str) and char not in self._ambiguous:
            yield value

    def _walks(self, reading: Reading, at: int, *, is_goal: bool) -> Iterator[str]:
        """A walk, with the aid behind it: a goal with a cane is not told by feet with a walker."""
        behind = range(at + 1, min(at + 1 + _NEAR, len(reading.symbols.chars)))
        aids = [
            reading.symbols.words(place, reading.text).lower()
            for place in behind
            if reading.symbols.chars[place] in self._aids
        ]
        yield from (f"walk with {aid}" for aid in aids)
        if not (is_goal and aids):
            yield "walk"
