"""What a note states of time and units: minutes by code, totals, clock times. Nothing is computed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lint97110.model import Clause, Fact, Span, Stated
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tables import Row, Table

MOST_MINUTES = 180
MOST_UNITS = 7  # eight or more after a timed code is probably minutes: it is kept out
AFTERNOON_BEFORE = 7  # clinics open at seven: an earlier hour without am or pm is an afternoon's
NOON = 12
MINUTES_IN_HOUR = 60
_NEAR = 2  # symbols between minutes and the code that they stand before
MOST_HOURS = 4  # no outpatient visit lasts longer; clinic hours do
_TIMED = re.compile(r"(?<!un)timed|1:1|one.on.one|direct", re.IGNORECASE)
_MINUTES_ROW = re.compile(r"\bmin(?:s|utes?)?\b", re.IGNORECASE)
_LINE_OF_MINUTES = re.compile(r"\bmin|\btime|\btotal|\btimed", re.IGNORECASE)
_CODES = re.compile(r"\b9[27]\d{3}\b")
_ELSEWHERE = frozenset(("reported", "historical", "negated", "home", "goal", "by_other"))
_KEPT_OUT = frozenset(("goal", "home", "historical", "template"))


def number(value: object) -> int | None:
    """A whole number of minutes or units, when the value is one.

    >>> [number(v) for v in ("23", "4.0", "7.5", "x2")]
    [23, 4, None, None]
    """
    text = str(value).replace(",", "")
    try:
        amount = float(text)
    except ValueError:
        return None
    return int(amount) if amount == int(amount) else None


@dataclass(slots=True)
class _Tally:
    """Minutes and units as they are found; the first statement of a value stays."""

    minutes: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    service_minutes: dict[str, int] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    start: str | None = None
    end: str | None = None

    def stated(self) -> Stated:
        minutes = dict(self.minutes)
        for code, amount in self.service_minutes.items():
            minutes.setdefault(code, amount)
        return Stated(minutes, self.start, self.end, dict(self.units))


class Clockwork:
    """Finds the minutes, units and clock times in a reading."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        members = grammar.vocabulary.alphabet.members
        self._codes = frozenset(members("code"))
        self._services = frozenset(members("service"))
        self._key = grammar.vocabulary.key
        self._code_of = {self._key(wording): code for wording, code in services.items()}
        chars = grammar.vocabulary.kind_chars
        self._minutes = chars["minutes"]
        self._units = chars["units_amount"]
        self._dose = chars["dose"]
        self._numbers = frozenset(members("integer"))
        self._exercises = frozenset(members("exercise"))
        self._totals = frozenset(members("total_row"))
        self._marks = frozenset(members("separator", "open_mark", "close_mark"))

    def read(self, reading: Reading, tables: Iterable[Table]) -> tuple[Stated, list[Fact]]:
        """Everything stated of time, and the facts that the elements ask for."""
        tally = _Tally()
        rows = list(tables)
        self._from_tables(reading, rows, tally)
        in_tables = [
            table for table in rows if {"minutes", "units", "code", "earlier"} & set(table.roles)
        ]
        for statement in reading.statements:
            if any(_inside(statement.span, table) for table in in_tables):
                continue
            self._from_codes(reading, statement, tally)
        self._from_phrases(reading, tally)
        return tally.stated(), tally.facts

    def _from_codes(self, reading: Reading, statement: Statement, tally: _Tally) -> None:
        """Minutes and units beside the code, or the service, that they follow (or come before)."""
        symbols = reading.symbols
        owner: str | None = None
        waiting: tuple[int, int] | None = None
        waiting_units: int | None = None
        is_code, code_at = False, statement.first
        has_codes = any(
            symbols.chars[at] in self._codes for at in range(statement.first, statement.last)
        )
        for at in range(statement.first, statement.last):
            char = symbols.chars[at]
            if char in self._codes or (char in self._services and not has_codes):
                is_code, code_at = char in self._codes, at
                owner = self._code(reading.text[symbols.starts[at] : symbols.ends[at]])
                if waiting is not None and at - waiting[0] <= (_NEAR if is_code else 1):
                    self._take(reading, statement, tally, owner, waiting, is_code=is_code)
                waiting = None
                if waiting_units is not None and owner is not None:
                    self._take_units(symbols, waiting_units, owner, tally, reading, statement)
                    waiting_units = None
                continue
            if char in self._totals:
                owner = None
            elif char == self._minutes:
                if owner is None:
                    waiting = (at, at)
                else:
                    self._take(reading, statement, tally, owner, (at, code_at), is_code=is_code)
            elif char == self._units and (owner is None or owner in tally.units):
                waiting_units = at
            elif owner is not None and char in (self._units, self._dose):
                self._take_units(symbols, at, owner, tally, reading, statement)
            elif owner is not None and char in self._numbers:
                self._take_bare(reading, statement, tally, owner, (code_at, at))

    def _take_bare(
        self,
        reading: Reading,
        statement: Statement,
        tally: _Tally,
        owner: str,
        place: tuple[int, int],
    ) -> None:
        """A bare number near a code: up to seven are units, more are minutes where the line says so."""
        code_at, at = place
        symbols = reading.symbols
        amount = number(symbols.slot(at, at + 1, reading.text))
        ends_field = (
            at + 1 >= statement.last
            or symbols.chars[at + 1] in self._marks | self._codes | self._services | self._totals
        )
        if amount is None or not ends_field:
            return
        between = symbols.chars[code_at + 1 : at]
        if any(
            c not in self._marks and c not in (self._minutes, self._units, self._dose)
            for c in between
        ):
            return
        clause = statement.clause_at(symbols.starts[at])
        span = Span(statement.span.start, symbols.ends[at])
        line = reading.lines.line(reading.lines.place(symbols.starts[at])[0])
        if amount <= MOST_UNITS:
            if owner not in tally.units:
                tally.units[owner] = amount
                tally.facts.append(Fact("units_stated", span, clause, {"code": owner, "n": amount}))
        elif amount <= MOST_MINUTES and owner not in tally.minutes and _tells_minutes(line):
            tally.minutes[owner] = amount
            tally.facts.append(Fact("session_time", span, clause, {"code": owner, "n": amount}))

    def _code(self, written: str) -> str | None:
        text = written.upper()
        return text if text[1:].isdigit() else self._code_of.get(self._key(written))

    def _take(
        self,
        reading: Reading,
        statement: Statement,
        tally: _Tally,
        owner: str | None,
        place: tuple[int, int],
        *,
        is_code: bool,
    ) -> None:
        at = place[0]
        symbols = reading.symbols
        amount = number(symbols.slot(at, at + 1, reading.text))
        clause = statement.clause_at(symbols.starts[at])
        if (
            owner is None
            or amount is None
            or clause.status in (_KEPT_OUT - {"goal"} if is_code else _KEPT_OUT)
        ):
            return
        target = tally.minutes if is_code else tally.service_minutes
        if owner in target:
            return
        since = place[1] if is_code else statement.first
        if not self._is_session_time(reading, since, at):
            return
        target[owner] = amount
        span = Span(statement.span.start, min(statement.span.end, symbols.ends[at]))
        tally.facts.append(Fact("session_time", span, clause, {"code": owner, "n": amount}))

    def _is_session_time(self, reading: Reading, since: int, at: int) -> bool:
        """Minutes count for a code or a service when no exercise and no dose stands between."""
        between = reading.symbols.chars[since:at]
        start = reading.symbols.starts[at]
        if reading.text[start - 2 : start] == "  ":
            return True  # a column of its own
        return not any(char in self._exercises for char in between) and not any(
            char == self._dose and since + step > since + 1 for step, char in enumerate(between)
        )

    def _take_units(
        self,
        symbols: Symbols,
        at: int,
        owner: str,
        tally: _Tally,
        reading: Reading,
        statement: Statement,
    ) -> None:
        value = symbols.values[at]
        slots = value if isinstance(value, dict) else {}
        if symbols.chars[at] == self._dose and (
            set(slots) != {"reps"} or not self._is_beside_code(symbols, at)
        ):
            return
        amount = number(slots.get("n", slots.get("reps", "")))
        if amount is None or amount > MOST_UNITS or owner in tally.units:
            return
        tally.units[owner] = amount
        clause = statement.clause_at(symbols.starts[at])
        span = Span(statement.span.start, symbols.ends[at])
        tally.facts.append(Fact("units_stated", span, clause, {"code": owner, "n": amount}))

    def _is_beside_code(self, symbols: Symbols, at: int) -> bool:
        return any(
            symbols.chars[n] in self._codes | self._services for n in range(max(at - 2, 0), at)
        )

    def _from_tables(self, reading: Reading, tables: list[Table], tally: _Tally) -> None:
        for table in tables:
            if "earlier" in table.roles or {"exercise", "baseline", "current"} <= set(table.roles):
                self._from_flow_sheet(reading, table, tally)
            if not {"minutes", "units"} & set(table.roles) or "sets" in table.roles:
                continue
            for row in _of_this_visit(reading.text, table):
                self._from_row(reading, row, tally)

    def _from_flow_sheet(self, reading: Reading, table: Table, tally: _Tally) -> None:
        """Rows of minutes in a flow sheet: the column of today counts."""
        for row in table.rows:
            cell, label = (
                row.cells.get("current"),
                row.cells.get("exercise", row.every[0]).of(reading.text),
            )
            amount = _cell_number(cell.of(reading.text)) if cell else None
            if cell is None or amount is None or not _MINUTES_ROW.search(label):
                continue
            code, _ = self._row_code(reading, row)
            key = code or _total_key(label)
            if key is not None:
                tally.minutes.setdefault(key, amount)
                clause = Clause(row.span, "performed")
                tally.facts.append(
                    Fact("session_time", row.span, clause, {"code": key, "n": amount})
                )

    def _from_row(self, reading: Reading, row: Row, tally: _Tally) -> None:
        text = reading.text
        statement = _statement_at(reading, row.span)
        clause = statement.clauses[0] if statement else Clause(row.span, "performed")
        if clause.status in _KEPT_OUT:
            return
        code, label = self._row_code(reading, row)
        for role, target in (("minutes", tally.minutes), ("units", tally.units)):
            cell = row.cells.get(role)
            amount = _cell_number(cell.of(text)) if cell else None
            if cell is None or amount is None:
                continue
            key = code or (_total_key(label) if role == "minutes" else None)
            if key is not None and key not in target:
                target[key] = amount
                kind = "session_time" if role == "minutes" else "units_stated"
                tally.facts.append(
                    Fact(kind, Span(row.span.start, cell.end), clause, {"code": key, "n": amount})
                )

    def _row_code(self, reading: Reading, row: Row) -> tuple[str | None, str]:
        label = " ".join(cell.of(reading.text) for cell in row.every)
        code: str | None = None
        symbols = reading.symbols
        for at in _symbols_in(symbols, row.span):
            if symbols.chars[at] in self._codes:
                return reading.text[symbols.starts[at] : symbols.ends[at]].upper(), label
            if code is None and symbols.chars[at] in self._services:
                code = self._code(reading.text[symbols.starts[at] : symbols.ends[at]])
        return code, label

    def _from_phrases(self, reading: Reading, tally: _Tally) -> None:
        pairs = [fact for fact in reading.facts if fact.kind == "clock_pair"]
        for fact in [*pairs, *(f for f in reading.facts if f.kind != "clock_pair")]:
            if fact.clause.status in ("goal", "template"):
                continue
            if fact.kind in ("total_minutes", "timed_minutes"):
                self._total(fact, _line_up_to(fact, reading), tally)
            elif fact.kind == "session_hours":
                self._hours(fact, tally)
            elif fact.kind == "clock_pair":
                self._pair(fact, tally)
            elif fact.kind == "clock_start" and tally.start is None:
                tally.start = _clock(str(fact.slots.get("a", "")), None)
                tally.facts.append(Fact("clock_half", fact.span, fact.clause, fact.slots))
            elif fact.kind == "clock_end" and tally.end is None:
                tally.end = _clock(str(fact.slots.get("b", "")), tally.start)
                tally.facts.append(Fact("clock_half", fact.span, fact.clause, fact.slots))
        if tally.start and tally.end and not any(f.kind == "session_time" for f in tally.facts):
            half = next(f for f in tally.facts if f.kind in ("clock_half", "session_time"))
            tally.facts.append(Fact("session_time", half.span, half.clause))

    def _hours(self, fact: Fact, tally: _Tally) -> None:
        hours = number(fact.slots.get("n", ""))
        if hours is not None and hours < MOST_HOURS:
            tally.minutes.setdefault("total", hours * MINUTES_IN_HOUR)
            tally.facts.append(Fact("session_time", fact.span, fact.clause))

    def _total(self, fact: Fact, words: str, tally: _Tally) -> None:
        amount = number(fact.slots.get("n", ""))
        if amount is None or fact.clause.status in ("home", "historical"):
            return
        is_timed = fact.kind == "timed_minutes" or _TIMED.search(words) is not None
        key = "timed" if is_timed else "total"
        tally.minutes.setdefault(key, amount)
        tally.facts.append(Fact("session_time", fact.span, fact.clause, {"code": key, "n": amount}))

    def _pair(self, fact: Fact, tally: _Tally) -> None:
        start = _clock(str(fact.slots.get("a", "")), None, str(fact.slots.get("b", "")))
        end = _clock(str(fact.slots.get("b", "")), start)
        if (
            start is None
            or end is None
            or tally.start is not None
            or fact.clause.status in _ELSEWHERE
        ):
            return
        if _minutes_between(start, end) > MOST_HOURS * MINUTES_IN_HOUR:
            return
        tally.start, tally.end = start, end
        tally.facts.append(
            Fact("session_time", fact.span, fact.clause, {"start": start, "end": end})
        )


def _line_up_to(fact: Fact, reading: Reading) -> str:
    """The words of the statement's line as far as the fact: what its number is called."""
    low = max(
        reading.text.rfind(mark, 0, fact.span.start)
        for mark in ("\n", ".", ",", ";", "/", "|", "  ")
    )
    return reading.text[low + 1 : fact.span.end]


def _tells_minutes(line: str) -> bool:
    """Whether the numbers of a line of codes are minutes: it says so, adds up, or has several."""
    return _LINE_OF_MINUTES.search(line) is not None or len(_CODES.findall(line)) > 1


def _of_this_visit(text: str, table: Table) -> list[Row]:
    """The rows of the last date, where rows are dated; else all of them."""
    dates = [row.cells["date"].of(text) for row in table.rows if "date" in row.cells]
    if "date" not in table.roles or not dates:
        return list(table.rows)
    return [
        row
        for row in table.rows
        if "date" not in row.cells or row.cells["date"].of(text) == dates[-1]
    ]


def _minutes_between(start: str, end: str) -> int:
    """Minutes from one HH:MM to the next, over midnight where need be."""
    begun, ended = (int(t[:2]) * MINUTES_IN_HOUR + int(t[3:]) for t in (start, end))
    return (ended - begun) % (24 * MINUTES_IN_HOUR)


def _inside(span: Span, table: Table) -> bool:
    return table.header.start <= span.start < table.rows[-1].span.end


def _symbols_in(symbols: Symbols, span: Span) -> Iterable[int]:
    return (at for at, start in enumerate(symbols.starts) if span.start <= start < span.end)


def _statement_at(reading: Reading, span: Span) -> Statement | None:
    return next((s for s in reading.statements if s.span.overlaps(span)), None)


def _cell_number(cell: str) -> int | None:
    words = cell.replace("(", " ").replace("'", " ").split()
    return number(words[0]) if words and words[0].replace(".", "", 1).isdigit() else None


def _total_key(label: str) -> str | None:
    low = label.lower()
    if "total" not in low and "one-on-one" not in low and "1:1" not in low:
        return None
    is_timed = (
        any(word in low for word in ("timed", "one-on-one", "1:1", "direct"))
        and "untimed" not in low
    )
    return "timed" if is_timed else "total"


def _clock(written: str, start: str | None, other: str = "") -> str | None:
    """A clock time as HH:MM; without am or pm, the hour that a clinic is open.

    >>> [_clock(w, None) for w in ("9:05", "1405", "3:10", "12:15 pm", "8:40 am")]
    ['09:05', '14:05', '15:10', '12:15', '08:40']
    """
    low = written.lower().replace(".", "").strip()
    digits = "".join(char if char.isdigit() else " " for char in low).split()
    if not digits:
        return None
    hour, minute = _parts(digits)
    if hour > 23 or minute > 59:  # noqa: PLR2004, hours of a day and minutes of an hour
        return None
    is_military = (
        (len(digits) == 1
        and len(digits[0]) > 2)
        or (digits[0].startswith("0") and len(digits[0]) == 2)
    )
    mark = low.rstrip("m")[-1:] if not low[-1:].isdigit() else ""
    if not mark and other and not is_military:
        mark = _shared_mark(hour, other)
    if mark == "p" and hour < NOON:
        hour += NOON
    elif mark == "a" and hour == NOON:
        hour = 0
    elif mark not in ("a", "p") and not is_military and hour < AFTERNOON_BEFORE:
        hour += NOON
    elif (
        mark not in ("a", "p")
        and not is_military
        and start
        and hour < int(start[:2])
        and hour + NOON > int(start[:2])
    ):
        hour += NOON if hour < NOON else 0
    return f"{hour:02d}:{minute:02d}"


def _parts(digits: list[str]) -> tuple[int, int]:
    if len(digits) > 1:
        return int(digits[0]), int(digits[1])
    if len(digits[0]) > 2:  # noqa: PLR2004, 905 and 1405
        return int(digits[0][:-2]), int(digits[0][-2:])
    return int(digits[0]), 0


def _shared_mark(hour: int, other: str) -> str:
    """The am or pm of the end, where the start has none: 1:15 to 1:58 pm."""
    low = other.lower().replace(".", "").strip()
    mark = low.rstrip("m")[-1:] if not low[-1:].isdigit() else ""
    if mark not in ("a", "p"):
        return ""
    digits = "".join(char if char.isdigit() else " " for char in low).split()
    end = _parts(digits)[0]
    if hour == NOON:
        return mark if end < NOON else "p"
    return mark if hour <= end or end == NOON else ("a" if mark == "p" else "p")
