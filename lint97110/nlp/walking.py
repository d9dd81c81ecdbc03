"""Feet or minutes? "Walked 10'" has two readings, and nobody can tell which was meant."""

from lint97110.model import Fact, Span
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import number

_NEAR = 4  # symbols between the walk and its mark
_MARKS = ("'", "’", "′")
_OF_BILLS = frozenset(("charges", "header"))


class Walks:
    """Finds amounts with the mark of feet and of minutes beside a walk over ground."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the symbols of `grammar`."""
        members = grammar.vocabulary.alphabet.members
        self._walks = frozenset(members("walked_word"))
        self._others = frozenset(members("exercise", "exercise_class", "code")) - self._walks
        self._minutes = grammar.vocabulary.kind_chars["minutes"]
        self._stops = grammar.stops

    def unclear(self, reading: Reading, statement: Statement, at: int) -> Fact | None:
        """Both readings of the amount at `at`; None where it can be told from its neighbours.

        Lines of charges count minutes, and so does a statement with minutes of something else.
        """
        symbols = reading.symbols
        if not reading.text[symbols.starts[at] : symbols.ends[at]].endswith(_MARKS):
            return None
        clause = statement.clause_at(symbols.starts[at])
        chars = symbols.chars[statement.first : statement.last]
        if chars.count(self._minutes) > 1 or not _OF_BILLS.isdisjoint(clause.sections):
            return None
        place = self._walk(symbols.chars, statement, at)
        amount = number(symbols.slot(at, at + 1, reading.text))
        if place is None or amount is None:
            return None
        span = Span(symbols.starts[min(place, at)], symbols.ends[max(place, at)])
        return Fact("feet_or_minutes", span, clause, {"feet": amount, "minutes": amount})

    def _walk(self, chars: str, statement: Statement, at: int) -> int | None:
        """Where the walk stands that the amount is of: before it, or right behind it."""
        for step in range(at - 1, max(statement.first, at - _NEAR) - 1, -1):
            if chars[step] in self._walks:
                return step
            if chars[step] in self._others or chars[step] in self._stops:
                return None
        behind = chars[at + 1 : min(statement.last, at + 3)]
        return next((at + 1 + n for n, c in enumerate(behind) if c in self._walks), None)
