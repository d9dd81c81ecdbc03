"""Goals in a table: a row with a status, or with a measure of today, has a standing."""

from collections.abc import Iterator

from lint97110.model import Fact
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.plain_words import in_small_letters
from lint97110.nlp.reading import Reading
from lint97110.nlp.tables import Table

_TOLD_IN = ("status", "current", "at_end")


class GoalRows:
    """Finds goals in the rows of tables."""

    def __init__(self, grammar: Grammar) -> None:
        open_goals = grammar.language.terms.of_class("cell_open")
        self._says_nothing = {"", *(in_small_letters(term.wording) for term in open_goals)}

    def facts(self, reading: Reading, table: Table) -> Iterator[Fact]:
        """goal_with_status or goal_listed for each row of a table of goals."""
        if "goal" not in table.roles:
            return
        for row in table.rows:
            statement = reading.over(row.span)
            if statement is None:
                continue
            told = (row.cells[role].of(reading.text) for role in _TOLD_IN if role in row.cells)
            is_told = any(map(self._says_something, told))
            kind = "goal_with_status" if is_told else "goal_listed"
            yield Fact(kind, row.span, statement.clauses[0])

    def _says_something(self, cell: str) -> bool:
        return in_small_letters(cell.strip(" .-")) not in self._says_nothing
