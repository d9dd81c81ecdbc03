"""What was measured before and after treatment, side by side in columns: the response to it."""

from collections.abc import Iterator

from lint97110.model import Fact, Span
from lint97110.nlp.reading import Reading
from lint97110.nlp.tables import Table

_WITHIN = ("at_start", "at_end")


def responses(reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
    """`measured_around` for each row that holds another figure after treatment than before it."""
    for table in tables:
        if table.tells_goals or not set(_WITHIN).issubset(table.roles):
            continue
        for row in table.rows:
            before, after = (_figure(reading.text, row.cells.get(role)) for role in _WITHIN)
            statement = reading.over(row.span)
            if before and after and before != after and statement is not None:
                yield Fact("measured_around", row.span, statement.clauses[0])


def _figure(text: str, cell: Span | None) -> str:
    """What a cell holds, where that is a figure."""
    words = cell.of(text) if cell else ""
    return words if any(char.isdigit() for char in words) else ""
