"""Bare numbers that count an exercise: "eight frog jumps", "Bridges: 12", "heel raises (30)"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from lint97110.model import Fact, Span
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.dose_marks import DoseMarks
from lint97110.nlp.reading import Reading

_FEWEST, _MOST = 4, 60  # repetitions that a number can count without saying so
_MOST_SETS, _FEWEST_AGAINST, _MOST_AGAINST = 3, 7, 30  # "2/15": sets and repetitions
_LONGEST_NAME = 8  # symbols between an exercise and its count


class CountReader:
    """Finds the exercises that a bare number counts."""

    def __init__(self, marks: DoseMarks) -> None:
        """Take the symbols of counts and of what they count."""
        self._marks = marks

    def facts(self, reading: Reading) -> Iterator[Fact]:
        """The doses that stand right before the name of an exercise, or set apart behind it."""
        symbols, statements = reading.symbols, reading.statements
        firsts = [statement.first for statement in statements]
        for at in symbols.where(self._marks.numbers):
            named = self._named(symbols, at)
            if named is not None:
                first, last = min(at, named), max(at, named)
                span = Span(symbols.starts[first], symbols.ends[last])
                clause = statements[bisect_right(firsts, at) - 1].clause_at(symbols.starts[named])
                yield Fact("exercise_dose", span, clause, {"reps": str(symbols.values[at])})
        for at in symbols.where(self._marks.sets_and_reps):
            if self._is_sets_and_reps(symbols, at):
                clause = statements[bisect_right(firsts, at) - 1].clause_at(symbols.starts[at])
                span = Span(symbols.starts[at], symbols.ends[at])
                yield Fact("exercise_dose", span, clause, {"reps": str(symbols.values[at])})

    def _is_sets_and_reps(self, symbols: Symbols, at: int) -> bool:
        """Whether a fraction behind an exercise is one of sets and repetitions: "SLR 2/15"."""
        chars = symbols.chars
        named = at - 2 if chars[at - 1] in self._marks.apart else at - 1
        parts = str(symbols.values[at]).split("/")
        is_named = chars[named] in self._marks.counted or chars[named] in self._marks.heads
        if not is_named or not all(map(str.isdigit, parts)):
            return False
        sets, reps = map(int, parts)
        return sets <= _MOST_SETS and _FEWEST_AGAINST < reps <= _MOST_AGAINST

    def _named(self, symbols: Symbols, at: int) -> int | None:
        """Where the exercise stands that a number counts; None where it counts none."""
        marks, chars = self._marks, symbols.chars
        step = at + 2 if chars[at + 1] in marks.praise else at + 1
        is_likely = _FEWEST <= _whole(symbols.values[at]) <= _MOST
        if chars[step] in marks.exercise:
            return step if is_likely or chars[at] in marks.counts else None
        if not is_likely or chars[at + 1] not in marks.behind_a_count:
            return None
        behind = self._behind(chars, at)
        return self._ahead(chars, at) if behind is None else behind

    def _ahead(self, chars: str, at: int) -> int | None:
        """Where the exercise stands that words lead to: "12 on the leg extension"."""
        if chars[at + 1] not in self._marks.onto:
            return None
        named = next((step for step in (at + 2, at + 3) if chars[step] in self._marks.counted), at)
        return named if named > at else None

    def _behind(self, chars: str, at: int) -> int | None:
        """Where the exercise stands that a number behind it counts.

        Only marks, sides and places stand between the two, and nothing measures the number.
        """
        marks = self._marks
        is_apart = chars[at] in marks.counts and chars[at - 1] not in marks.sides
        is_apart = is_apart or chars[at - 1] in marks.attaining
        for step in range(at - 1, max(at - _LONGEST_NAME, -1), -1):
            if chars[step] in marks.counted:
                return step if is_apart else None
            if chars[step] in marks.heads:
                return step if chars[step + 1] in marks.apart else None
            is_mark = chars[step] in marks.apart or chars[step] in marks.loads
            if not (is_mark or chars[step] in marks.manner or chars[step] in marks.attaining):
                return None
            is_apart = is_apart or (is_mark and step == at - 1)
        return None


def _whole(value: object) -> int:
    """A number that is written without a fraction, the last one of a row; else none."""
    last = re.split(r"[-/]", value)[-1] if isinstance(value, str) else ""
    return int(last) if last.isdigit() else 0
