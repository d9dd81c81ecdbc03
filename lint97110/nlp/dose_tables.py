"""Doses that stand in columns: sets and repetitions under their heads, last time beside today."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.dose_marks import DOSES, TIMES, DoseMarks
from lint97110.nlp.reading import Reading
from lint97110.nlp.table_rows import Row
from lint97110.nlp.tables import Table

_COUNTED = frozenset(("sets", "reps"))
_DOSED = ("sets", "reps", "hold", "load")
_COMPARED = frozenset(("exercise", "baseline", "current"))
_AMOUNTS = DOSES | {"hold", "load", "load_pair"}
_IS_REPEATED = re.compile(r"\d\s*[x×]", re.IGNORECASE)


class DoseTables:
    """Finds the doses in tables of exercises."""

    def __init__(self, marks: DoseMarks) -> None:
        """Take the symbols of exercises and of what is none."""
        self._marks = marks

    def facts(self, reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
        """What each row tells."""
        for table in tables:
            yield from self._compared(reading, table)
            if not _COUNTED.isdisjoint(table.roles):
                for row in table.rows:
                    yield from self._row(reading, row)

    def _compared(self, reading: Reading, table: Table) -> Iterator[Fact]:
        """Rows of exercises with last time beside today: a change, where the two differ."""
        if not _COMPARED.issubset(table.roles):
            return
        rows = Span(table.rows[0].span.start, table.rows[-1].span.end)
        is_dosed = self._tells(reading, rows, _AMOUNTS)
        kind = "changed_against" if is_dosed else "measure_over_time"
        for row in table.rows:
            then, now = (row.cells.get(role) for role in ("baseline", "current"))
            statement = reading.over(row.span)
            if then and now and statement and then.of(reading.text) != now.of(reading.text):
                yield Fact(kind, row.span, statement.clauses[0])

    def _tells(self, reading: Reading, span: Span, kinds: frozenset[str]) -> bool:
        """Whether a stretch of text holds an amount of one of these kinds."""
        symbols = reading.symbols
        first = bisect_left(symbols.starts, span.start)
        last = bisect_left(symbols.starts, span.end)
        return any(self._marks.kind_of.get(char) in kinds for char in symbols.chars[first:last])

    def _row(self, reading: Reading, row: Row) -> Iterator[Fact]:
        statement = reading.over(row.span)
        slots = _amounts(reading.text, row)
        if statement is None or _COUNTED.isdisjoint(slots):
            return
        clause = statement.clauses[0]
        if "reps" in slots and self._tells(reading, row.cells["reps"], TIMES):
            yield Fact("exercise_time", row.span, clause, slots)
            if not _IS_REPEATED.search(str(slots["reps"])):
                return
        chars = reading.symbols.chars[statement.first : statement.last]
        if not self._marks.other.isdisjoint(chars):
            return
        yield Fact("exercise_dose", row.span, clause, slots)
        name = row.cells.get("exercise")
        if name is not None and not self._is_class(chars):
            yield Fact("dosed_thing", name, clause, slots)
        if "hold" in slots:
            yield Fact("exercise_time", row.span, clause, slots)

    def _is_class(self, chars: str) -> bool:
        """Whether a row names a class of exercises, and none of them."""
        marks = self._marks
        return marks.exercise.isdisjoint(chars) and not marks.exercise_class.isdisjoint(chars)


def _amounts(text: str, row: Row) -> dict[str, SlotValue]:
    """The cells of a row that hold the amounts of a dose."""
    told = ((role, row.cells[role].of(text)) for role in _DOSED if role in row.cells)
    return {role: words for role, words in told if words[:1].isdigit()}
