"""What a note states of time and units; nothing is computed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from lint97110.arithmetic.clock import MINUTES_IN_HOUR, clock, minutes_between
from lint97110.arithmetic.duration import duration
from lint97110.model import Clause, Fact, SlotValue, Span, Stated
from lint97110.nlp.charges import KEPT_OUT, ChargeReader
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading
from lint97110.nlp.tables import Row, Table
from lint97110.nlp.tally import Tally, number

MOST_HOURS = 4  # no outpatient visit lasts longer; clinic hours do
_TIMED = re.compile(r"(?<!un)timed|1:1(?!\d)|one.on.one|direct", re.IGNORECASE)
_TOTAL = re.compile(r"\btot(?:al)?\b|1:1(?!\d)|one.on.one", re.IGNORECASE)
_MINUTES_ROW = re.compile(r"\bmin(?:s|utes?)?\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?=$|[\s()'])")
_ELSEWHERE = frozenset(("reported", "historical", "negated", "home", "goal", "by_other"))
_FIELD = re.compile(r"\d[^\n.,;|()]*")  # from a number to the end of its field
_OF_TIME = frozenset(
    (
        "clock_pair",
        "total_minutes",
        "minutes_total",
        "timed_minutes",
        "session_hours",
        "clock_start",
        "clock_end",
    )
)
_FLOW_SHEET = {"exercise", "baseline", "current"}


class Clockwork:
    """Finds the minutes, units and clock times in a reading."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        self._charges = ChargeReader(grammar, services)

    def read(self, reading: Reading, tables: Iterable[Table]) -> tuple[Stated, list[Fact]]:
        """Everything stated of time, and the facts that the elements ask for."""
        tally = Tally()
        found = list(tables)
        for table in found:
            self._from_table(reading, table, tally)
        told = [
            t for t in found if {"minutes", "visit_time", "units", "code", "earlier"} & set(t.roles)
        ]
        for statement in reading.statements:
            if not any(_inside(statement.span, table) for table in told):
                self._charges.read(reading, statement, tally)
        _Phrases(reading, tally).run()
        return tally.stated(), tally.facts

    def _from_table(self, reading: Reading, table: Table, tally: Tally) -> None:
        roles = set(table.roles)
        if "earlier" in roles or roles >= _FLOW_SHEET:
            self._from_flow_sheet(reading, table, tally)
        if {"minutes", "units", "visit_time"} & roles and "sets" not in roles:
            for row in _of_this_visit(reading.text, table):
                self._from_row(reading, row, tally)

    def _from_flow_sheet(self, reading: Reading, table: Table, tally: Tally) -> None:
        """Rows of minutes in a flow sheet: the column of today counts."""
        for row in table.rows:
            cell = row.cells.get("current")
            label = row.cells.get("exercise", row.every[0]).of(reading.text)
            amount = _cell_number(cell.of(reading.text)) if cell else None
            key = self._row_code(reading, row) or _total_key(label)
            if amount is not None and key is not None and _MINUTES_ROW.search(label):
                tally.add_minutes(key, amount, row.span, Clause(row.span, "performed"))

    def _from_row(self, reading: Reading, row: Row, tally: Tally) -> None:
        statement = reading.over(row.span)
        clause = statement.clauses[0] if statement else Clause(row.span, "performed")
        if clause.status in KEPT_OUT:
            return
        code = self._row_code(reading, row)
        visit = row.cells.get("visit_time")
        if visit is not None and (amount := _cell_number(visit.of(reading.text))) is not None:
            tally.add_minutes("total", amount, Span(row.span.start, visit.end), clause)
        for role, add in (("minutes", tally.add_minutes), ("units", tally.add_units)):
            cell = row.cells.get(role)
            amount = _cell_number(cell.of(reading.text)) if cell else None
            key = code or (_total_key(row.span.of(reading.text)) if role == "minutes" else None)
            if cell is not None and amount is not None and key is not None:
                add(key, amount, Span(row.span.start, cell.end), clause)

    def _row_code(self, reading: Reading, row: Row) -> str | None:
        """The code of a row; else the code of the service that it names."""
        symbols, found = reading.symbols, None
        first = bisect_left(symbols.starts, row.span.start)
        for at in range(first, bisect_left(symbols.starts, row.span.end, first)):
            words = reading.text[symbols.starts[at] : symbols.ends[at]]
            if symbols.chars[at] in self._charges.codes:
                return words.upper()
            if found is None and symbols.chars[at] in self._charges.services:
                found = self._charges.code(words)
        return found


class _Phrases:
    """Totals, hours and clock times that stand in phrases of their own."""

    def __init__(self, reading: Reading, tally: Tally) -> None:
        self._reading = reading
        self._tally = tally

    def run(self) -> None:
        facts = [
            fact
            for fact in self._reading.facts
            if fact.kind in _OF_TIME and fact.clause.status not in ("goal", "template")
        ]
        for fact in facts:
            if fact.kind == "clock_pair":
                self._pair(fact)
            elif fact.kind in ("total_minutes", "timed_minutes"):
                self._total(fact)
            elif fact.kind == "session_hours":
                self._hours(fact)
        for fact in facts:
            if fact.kind in ("clock_start", "clock_end"):
                self._half(fact)
            elif fact.kind == "minutes_total" and not self._is_told(fact):
                self._total(fact)

    def _total(self, fact: Fact) -> None:
        amount = number(fact.slots.get("n", ""))
        if amount is None or fact.clause.status in ("home", "historical"):
            return
        if fact.kind == "total_minutes" and self._is_of_a_code(fact):
            return
        words = _field_up_to(fact, self._reading.text)
        is_timed = fact.kind == "timed_minutes" or _TIMED.search(words) is not None
        key = "timed" if is_timed else "total"
        if self._tally.minutes.setdefault(key, amount) != amount:
            self._tally.facts.append(
                Fact("minutes_restated", fact.span, fact.clause, {"code": key, "n": amount})
            )
        slots: dict[str, SlotValue] = {"code": key, "n": amount}
        self._tally.facts.append(Fact("session_time", fact.span, fact.clause, slots))

    def _is_of_a_code(self, fact: Fact) -> bool:
        """Whether its minutes are those of a code: "from 3:00 to 3:45 for 45 min of ther ex"."""
        return any(
            each.span.end == fact.span.end and str(each.slots.get("code", ""))[:1].isdigit()
            for each in self._tally.facts
        )

    def _is_told(self, fact: Fact) -> bool:
        """Whether "24 min" in "24 min total 40 min" is the amount of something else."""
        return any(
            each.kind == "session_time" and each.span.overlaps(fact.span)
            for each in self._tally.facts
            if each.slots.get("code") in ("total", "timed")
        )

    def _hours(self, fact: Fact) -> None:
        """Hours, or hours and minutes: 1 h 5 is 65 minutes, and 1 h 5 reps is an hour."""
        words = self._reading.text[fact.span.start :]
        field = _FIELD.search(words)
        hours = duration(field.group()) if field else None
        hours = hours or duration(str(fact.slots.get("n", "")) + " h")
        if hours is not None and hours.minutes < MOST_HOURS * MINUTES_IN_HOUR:
            self._tally.add_minutes("total", hours.minutes, fact.span, fact.clause)

    def _pair(self, fact: Fact) -> None:
        start = clock(str(fact.slots.get("a", "")), None, str(fact.slots.get("b", "")))
        end = clock(str(fact.slots.get("b", "")), start)
        if start is None or end is None or self._tally.start is not None:
            return
        is_long = minutes_between(start, end) > MOST_HOURS * MINUTES_IN_HOUR
        if is_long or fact.clause.status in _ELSEWHERE:
            return
        self._tally.start, self._tally.end = start, end
        slots = {"start": start, "end": end}
        self._tally.facts.append(Fact("session_time", fact.span, fact.clause, slots))

    def _half(self, fact: Fact) -> None:
        """A start or an end alone; the two together are a session."""
        tally = self._tally
        if fact.kind == "clock_start" and tally.start is None:
            tally.start = clock(str(fact.slots.get("a", "")))
        elif fact.kind == "clock_end" and tally.end is None:
            tally.end = clock(str(fact.slots.get("b", "")), tally.start)
        else:
            return
        is_whole = tally.start is not None and tally.end is not None
        kind = "session_time" if is_whole else "clock_half"
        tally.facts.append(Fact(kind, fact.span, fact.clause, fact.slots))


def _field_up_to(fact: Fact, text: str) -> str:
    """The words of the field as far as the fact: what its number is called."""
    low = max(
        text.rfind(mark, 0, fact.span.start) for mark in ("\n", ".", ",", ";", "/", "|", "  ")
    )
    return text[low + 1 : fact.span.end]


def _of_this_visit(text: str, table: Table) -> list[Row]:
    """The rows of the last date, where rows are dated; else all of them."""
    dates = [row.cells["date"].of(text) for row in table.rows if "date" in row.cells]
    if not dates:
        return list(table.rows)
    return [row for row in table.rows if _date(row, text) in (None, dates[-1])]


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


def _total_key(label: str) -> str | None:
    """`timed` or `total`, when a row is one of sums."""
    if not _TOTAL.search(label):
        return None
    return "timed" if _TIMED.search(label) else "total"
