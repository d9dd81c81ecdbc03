"""What a note states of time and units; nothing is computed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from lint97110.arithmetic.clock import clock
from lint97110.model import Clause, Fact, SlotValue, Span, Stated
from lint97110.nlp.asked_time import read_answers
from lint97110.nlp.charge_amounts import KEPT_OUT
from lint97110.nlp.charges import ChargeReader
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.lone_minutes import read_lone
from lint97110.nlp.reading import Reading
from lint97110.nlp.session_time import SessionTime
from lint97110.nlp.table_rows import Row
from lint97110.nlp.tables import CLOCK_IN, CLOCK_OUT, LABEL, Table
from lint97110.nlp.tally import MOST_UNITS, Tally, number

_NUMBER = re.compile(r"\d+(?:\.\d+)?(?=$|[\s()'])")
_OF_CHARGES = {"minutes", "visit_time", "units", "code", "earlier", CLOCK_IN}
_SEVERAL = 3  # dates
_FLOW_SHEET = {"exercise", "baseline", "current"}


class Clockwork:
    """Finds the minutes, units and clock times in a reading."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        self._charges = ChargeReader(grammar, services)
        self._session = SessionTime(grammar)
        self._tables = grammar.tables
        members = grammar.vocabulary.alphabet.members
        self._minutes = frozenset(members("minute_label"))
        # "97110 units    2" has its first amount as one symbol with the label.
        amount = grammar.vocabulary.kind_chars["units_amount"]
        self._units = frozenset((*members("unit_label"), amount))
        self._timed, self._sums = frozenset(members("timed_word")), frozenset(members("total_row"))

    def read(self, reading: Reading, tables: Iterable[Table]) -> tuple[Stated, list[Fact]]:
        """Everything stated of time, and the facts that the elements ask for."""
        tally = Tally()
        found = list(tables)
        for table in found:
            self._from_table(reading, table, tally)
        told = [t for t in found if _OF_CHARGES & set(t.roles) or t.is_side]
        before = None
        for statement in reading.statements:
            if not any(_inside(statement.span, table) for table in told):
                before = self._charges.read(reading, statement, tally, before)
        tally.keep_charged(self._charges.if_charged)
        read_answers(reading, self._charges.marks, tally)
        self._session.read(reading, tally)
        read_lone(reading, self._charges.marks, tally)
        return tally.stated(), tally.facts

    def _from_table(self, reading: Reading, table: Table, tally: Tally) -> None:
        roles = set(table.roles)
        if table.is_side:
            self._from_side(reading, table, tally)
            return
        if "earlier" in roles or roles >= _FLOW_SHEET:
            self._from_flow_sheet(reading, table, tally)
        if {"minutes", "units", "visit_time", CLOCK_IN} & roles and "sets" not in roles:
            is_history = _is_history(reading.text, table)
            rows = _of_this_visit(reading.text, table)
            for row in rows:
                self._from_row(reading, row, tally, is_history=is_history)
            self._from_clock(reading, rows, tally)
            if {"exercise", "minutes", "code"} <= roles:
                self._sum_up(reading, rows, tally)

    def _from_clock(self, reading: Reading, rows: list[Row], tally: Tally) -> None:
        """The session begins with the first row of clock times and ends with the last."""
        timed = [row for row in rows if CLOCK_IN in row.cells and CLOCK_OUT in row.cells]
        if not timed or tally.start is not None:
            return
        first, last = timed[0], timed[-1]
        start = clock(first.cells[CLOCK_IN].of(reading.text))
        end = clock(last.cells[CLOCK_OUT].of(reading.text), start)
        if start is not None and end is not None:
            tally.start, tally.end = start, end
            slots: dict[str, SlotValue] = {"start": start, "end": end}
            clause = _clause(reading, first)
            tally.facts.append(Fact("session_time", first.span, clause, slots))

    def _sum_up(self, reading: Reading, rows: list[Row], tally: Tally) -> None:
        """A code's minutes in a table of activities are those of all its rows."""
        sums: dict[str, list[int]] = {}
        for row in rows:
            code, cell = self._row_code(reading, row), row.cells.get("minutes")
            amount = _cell_number(cell.of(reading.text)) if cell else None
            if code and amount and _clause(reading, row).status not in KEPT_OUT:
                sums.setdefault(code, []).append(amount)
        several = {code: sum(amounts) for code, amounts in sums.items() if len(amounts) > 1}
        tally.take_sums(several)

    def _from_side(self, reading: Reading, table: Table, tally: Tally) -> None:
        """A table on its side: codes over the columns, minutes and units in rows."""
        for row in table.rows:
            what = self._tables.row_holds(reading.text, row)
            clause = _clause(reading, row)
            if what is None or clause.status in KEPT_OUT:
                continue
            add = tally.add_minutes if what == "minutes" else tally.add_units
            for key, cell in row.cells.items():
                amount = _cell_number(cell.of(reading.text))
                if amount and key != LABEL and (what == "minutes" or key.isdigit()):
                    add(key, amount, Span(row.span.start, cell.end), clause)

    def _from_flow_sheet(self, reading: Reading, table: Table, tally: Tally) -> None:
        """Rows of minutes and of units in a flow sheet: the column of today counts."""
        for row in table.rows:
            cell = row.cells.get("current")
            label = row.cells.get("exercise", row.every[0])
            amount = _cell_number(cell.of(reading.text)) if cell else None
            code = self._row_code(reading, row)
            is_of_minutes = self._tells(reading, label, self._minutes)
            is_alone = is_of_minutes and self._is_one_word(reading, label)
            key = code or self._total_key(reading, row) or ("total" if is_alone else None)
            if not amount or key is None:
                continue
            if is_of_minutes:
                tally.add_minutes(key, amount, row.span, Clause(row.span, "performed"))
            elif code and self._tells(reading, label, self._units):
                tally.add_units(code, amount, row.span, Clause(row.span, "performed"))

    def _from_row(self, reading: Reading, row: Row, tally: Tally, *, is_history: bool) -> None:
        clause = _clause(reading, row)
        if clause.status in KEPT_OUT:
            return
        code = self._row_code(reading, row)
        visit = row.cells.get("visit_time")
        if visit is not None and is_history:
            tally.facts.append(Fact("session_time", row.span, clause))
            return
        if visit is not None and (amount := _cell_number(visit.of(reading.text))) is not None:
            tally.add_minutes("total", amount, Span(row.span.start, visit.end), clause)
        total = None if code else self._total_key(reading, row)
        for role, add in (("minutes", tally.add_minutes), ("units", tally.add_units)):
            cell = row.cells.get(role)
            amount = _cell_number(cell.of(reading.text)) if cell else None
            if cell is None or amount is None:
                continue
            span = Span(row.span.start, cell.end)
            if code is not None and (amount or role == "units"):
                add(code, amount, span, clause)
            elif total is not None and (role == "minutes" or amount > MOST_UNITS):
                tally.add_minutes(total, amount, span, clause)

    def _total_key(self, reading: Reading, row: Row) -> str | None:
        """`timed` or `total`, when a row is one of sums."""
        if self._tells(reading, row.span, self._timed):
            return "timed"
        return "total" if self._tells(reading, row.span, self._sums) else None

    def _tells(self, reading: Reading, span: Span, chars: frozenset[str]) -> bool:
        """Whether a stretch of text holds one of these symbols."""
        starts = reading.symbols.starts
        first = bisect_left(starts, span.start)
        return not chars.isdisjoint(reading.symbols.chars[first : bisect_left(starts, span.end)])

    def _is_one_word(self, reading: Reading, span: Span) -> bool:
        """Whether a stretch of text is one symbol."""
        starts = reading.symbols.starts
        return bisect_left(starts, span.end) - bisect_left(starts, span.start) == 1

    def _row_code(self, reading: Reading, row: Row) -> str | None:
        """The code of a row; else the code of the service that it names."""
        symbols, found = reading.symbols, None
        first = bisect_left(symbols.starts, row.span.start)
        for at in range(first, bisect_left(symbols.starts, row.span.end, first)):
            words = reading.text[symbols.starts[at] : symbols.ends[at]]
            if symbols.chars[at] in self._charges.marks.codes:
                return words.upper()
            if found is None and symbols.chars[at] in self._charges.marks.services:
                found = self._charges.code(words)
        return found


def _clause(reading: Reading, row: Row) -> Clause:
    statement = reading.over(row.span)
    return statement.clauses[0] if statement else Clause(row.span, "performed")


def _of_this_visit(text: str, table: Table) -> list[Row]:
    """The rows of the last date, where rows are dated; else all of them."""
    dates = [row.cells["date"].of(text) for row in table.rows if "date" in row.cells]
    if not dates:
        return list(table.rows)
    return [row for row in table.rows if _date(row, text) in (None, dates[-1])]


def _is_history(text: str, table: Table) -> bool:
    """Whether a table says who came when, and for how long: no time of this visit alone."""
    dates = {row.cells["date"].of(text) for row in table.rows if "date" in row.cells}
    return len(dates) >= _SEVERAL and "code" not in table.roles


def _date(row: Row, text: str) -> str | None:
    return row.cells["date"].of(text) if "date" in row.cells else None


def _inside(span: Span, table: Table) -> bool:
    return table.header.start <= span.start < table.rows[-1].span.end


def _cell_number(cell: str) -> int | None:
    """The whole number that a cell begins with.

    >>> [_cell_number(cell) for cell in ("25", "25 min", "(18)", "n/a")]
    [25, 25, 18, None]
    """
    match = _NUMBER.match(cell.strip(" ("))
    return number(match.group()) if match else None
