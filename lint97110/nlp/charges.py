"""Minutes and units beside a code, or beside the name of a service, in running text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.model import Clause, Span
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_MINUTES, MOST_UNITS, Tally, number

KEPT_OUT = frozenset(("goal", "home", "historical", "template"))
"""Clauses that state no minutes of this visit."""

_MOST_UNCLEAR = 9  # alone behind a code: minutes above, and up to it nobody knows
_MOST_BY_MARK = 60  # 45' may be minutes; 150' are feet
_NEAR = 2  # symbols between minutes and the code that they stand before
_LINK = re.compile(  # "38 minutes of", "12 min were spent on the"; a code may stand behind its name
    r"(?:\s+(?:were|was|is|are|total|direct|skilled|timed|one-on-one|1:1|spent|billed|treatment"
    r"|devoted|dedicated|used|allotted))*"
    r"\s+(?:of|on|in|for|to|doing|performing|providing)"
    r"(?:\s+(?:the|a|skilled|direct|one-on-one|1:1|billed|timed|billable|patient|pt))*\s+$"
)
_PART_OF = re.compile(  # "25 of them therapeutic exercise", "of which 30 on"
    r"(?:\s+min\w*)?\s+of\s+(?:them|it|which|that|those|these|this)"
    r"(?:\s+(?:were|was|spent|on|for|in|the|is))*\s+$"
)
_IS = re.compile(r"\s+(?:is|was|for|got|took|at|=)\s+$")  # "and manual is 15"
_NAME_BEFORE_CODE = re.compile(
    r"(?:\s+(?:were|was)\s+[a-z]+)?\s+(?:of|on|in|for|to)\s+[^\d.;,:]{0,50}$"
)
_LINE_OF_MINUTES = re.compile(r"\bmin|\btime|\btotal|\btimed", re.IGNORECASE)
_CODES = re.compile(r"\b9[27]\d{3}\b")


class ChargeReader:
    """Knows which symbols are codes, services, minutes and units."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        members, chars = grammar.vocabulary.alphabet.members, grammar.vocabulary.kind_chars
        self._key = grammar.vocabulary.key
        self._code_of = {self._key(wording): code for wording, code in services.items()}
        self.codes = frozenset(members("code"))
        self.services = frozenset(members("service"))
        self.minutes, self.units, self.dose = chars["minutes"], chars["units_amount"], chars["dose"]
        self.numbers = frozenset(members("number")) - frozenset(members("decimal"))
        self.exercises = frozenset(members("exercise"))
        self.totals = frozenset(members("total_row"))
        self.marks = frozenset(members("separator", "open_mark", "close_mark"))
        self.stops = grammar.stops
        self.anything = self.codes | self.services
        self.telling = self.anything | self.totals | self.numbers
        self.telling |= {self.minutes, self.units, self.dose}
        self.ends_amount = self.marks | self.anything | self.totals | self.stops

    def code(self, written: str) -> str | None:
        """The code that is written, or that a service belongs to."""
        text = written.upper()
        return text if text[1:].isdigit() else self._code_of.get(self._key(written))

    def read(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Add what one statement says of codes and services to `tally`."""
        chars = reading.symbols.chars[statement.first : statement.last]
        if not self.anything.isdisjoint(chars):
            _Scan(self, reading, statement, tally).run()
        elif self.minutes in chars and self._is_amount_alone(chars):
            self._under_code(reading, statement, tally)

    def _is_amount_alone(self, chars: str) -> bool:
        return all(char == self.minutes or char in self.marks | self.stops for char in chars)

    def _under_code(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Minutes that stand alone at the end of what a code opens are those of the code."""
        heading = reading.layout.section_at(statement.span.start).heading
        at = reading.symbols.chars.index(self.minutes, statement.first)
        amount = number(reading.symbols.slot(at, at + 1, reading.text))
        if heading is not None and amount is not None and heading.of(reading.text)[1:].isdigit():
            span = statement.span
            tally.add_minutes(heading.of(reading.text), amount, span, statement.clauses[0])


@dataclass(slots=True)
class _Owner:
    """The code or service that numbers belong to until the next one."""

    code: str | None
    at: int
    is_code: bool


class _Scan:
    """One statement, symbol by symbol."""

    def __init__(
        self, charges: ChargeReader, reading: Reading, statement: Statement, tally: Tally
    ) -> None:
        self._charges = charges
        self._reading = reading
        self._symbols = reading.symbols
        self._statement = statement
        self._tally = tally
        self._owner: _Owner | None = None
        self._minutes_before: int | None = None
        self._units_before: int | None = None
        self._pledged: int | None = None
        self._is_total = False
        self._has_minutes = False  # so that a further bare number can be minutes too

    def run(self) -> None:
        charges, chars = self._charges, self._symbols.chars
        first, last = self._statement.first, self._statement.last
        has_code = not charges.codes.isdisjoint(chars[first:last])
        owners = charges.codes if has_code else charges.services
        self._names_first = self._ends_with_minutes(range(first, last))
        for at in range(first, last):
            if chars[at] not in charges.telling:
                continue
            if chars[at] in owners:
                self._begin(at, is_code=owners is charges.codes)
            elif chars[at] in charges.totals:
                self._owner, self._is_total = None, True
            elif chars[at] == charges.units and chars[at + 1 : last][:1] in owners:
                self._units_before = at  # "2 units 97110"
            elif self._is_amount(at) and self._leads_to(at, owners):
                self._pledged = at
            elif self._owner is None or self._owner.code is None:
                self._wait(at)
            else:
                self._give(at, self._owner)

    def _begin(self, at: int, *, is_code: bool) -> None:
        written = self._reading.text[self._symbols.starts[at] : self._symbols.ends[at]]
        self._owner = _Owner(self._charges.code(written), at, is_code)
        before = self._minutes_before
        if self._pledged is not None:
            self._take_minutes(self._pledged, self._owner)
            self._pledged = None
        elif before is not None and self._is_next_to(before, at, is_code=is_code):
            self._take_minutes(before, self._owner)
        if self._units_before is not None and self._owner.code is not None:
            self._take_units(self._units_before, self._owner)
            self._units_before = None
        self._minutes_before, self._is_total = None, False

    def _is_next_to(self, before: int, at: int, *, is_code: bool) -> bool:
        """Whether minutes stand before their owner, in a statement that puts them there."""
        return not self._names_first and at - before <= (_NEAR if is_code else 1)

    def _ends_with_minutes(self, places: range) -> bool:
        """Whether names come before their minutes: "eval 35 min, therex 15 min"."""
        chars, charges = self._symbols.chars, self._charges
        told = [chars[at] for at in places if chars[at] in charges.anything | {charges.minutes}]
        return told[-1] == charges.minutes and told.count(charges.minutes) > 1

    def _is_amount(self, at: int) -> bool:
        """Whether a symbol can be minutes that lead to their owner."""
        char = self._symbols.chars[at]
        return char == self._charges.minutes or char in self._charges.numbers

    def _leads_to(self, at: int, owners: frozenset[str]) -> bool:
        """Whether minutes are those of the code or service that stands next behind them."""
        chars, symbols = self._symbols.chars, self._symbols
        ahead = next((n for n in range(at + 1, self._statement.last) if chars[n] in owners), None)
        if ahead is None:
            return False
        between = self._reading.text[symbols.ends[at] : symbols.starts[ahead]]
        if chars[at] != self._charges.minutes:
            return bool(_PART_OF.match(between) or (self._has_minutes and _LINK.match(between)))
        is_code = owners is self._charges.codes
        return bool(
            _LINK.match(between)
            or _PART_OF.match(between)
            or (is_code and _NAME_BEFORE_CODE.match(between))
        )

    def _wait(self, at: int) -> None:
        """A number in front of its code or service, unless it is a total."""
        if self._symbols.chars[at] == self._charges.minutes and not self._is_total:
            self._minutes_before = at
        elif self._symbols.chars[at] == self._charges.units:
            self._units_before = at

    def _give(self, at: int, owner: _Owner) -> None:
        char = self._symbols.chars[at]
        if char == self._charges.minutes:
            self._take_minutes(at, owner)
        elif char == self._charges.units and owner.code in self._tally.units:
            self._units_before = at
        elif char in (self._charges.units, self._charges.dose):
            self._take_units(at, owner)
        elif char in self._charges.numbers:
            self._take_bare(at, owner)

    def _place(self, at: int) -> tuple[Span, Clause]:
        span = Span(
            self._statement.span.start, max(self._symbols.ends[at], self._statement.span.start)
        )
        return span, self._statement.clause_at(self._symbols.starts[at])

    def _take_minutes(self, at: int, owner: _Owner) -> None:
        amount = number(self._symbols.slot(at, at + 1, self._reading.text))
        span, clause = self._place(at)
        kept_out = KEPT_OUT - {"goal"} if owner.is_code else KEPT_OUT
        if owner.code is None or amount is None or clause.status in kept_out:
            return
        if amount > _MOST_BY_MARK and self._reading.text[self._symbols.ends[at] - 1] in "'’′":
            return
        if not self._is_of_session(at, owner):
            return
        add = self._tally.add_minutes if owner.is_code else self._tally.add_service_minutes
        self._has_minutes = True
        add(owner.code, amount, span, clause)

    def _is_of_session(self, at: int, owner: _Owner) -> bool:
        """Minutes behind an exercise are that exercise's, unless in a column of their own."""
        start = self._symbols.starts[at]
        if self._reading.text[start - 2 : start] == "  ":
            return True
        since = owner.at if owner.is_code else self._statement.first
        between = self._symbols.chars[since:at]
        return self._charges.exercises.isdisjoint(between) and self._charges.dose not in between[2:]

    def _take_units(self, at: int, owner: _Owner) -> None:
        value = self._symbols.values[at]
        slots = value if isinstance(value, dict) else {}
        if self._symbols.chars[at] == self._charges.dose and (
            set(slots) != {"reps"} or at - owner.at > _NEAR
        ):
            return
        amount = number(slots.get("n", slots.get("reps", "")))
        if amount is not None and amount <= MOST_UNITS and owner.code is not None:
            self._tally.add_units(owner.code, amount, *self._place(at))

    def _take_bare(self, at: int, owner: _Owner) -> None:
        """A bare number near a code: units when it is small, else minutes if the line says so."""
        amount = number(self._symbols.slot(at, at + 1, self._reading.text))
        if amount is None or owner.code is None or not self._stands_free(at, owner):
            return
        line = self._reading.lines.line(self._reading.lines.place(self._symbols.starts[at])[0])
        if amount <= MOST_UNITS:
            self._tally.add_units(owner.code, amount, *self._place(at))
        elif amount <= MOST_MINUTES and (
            _tells_minutes(line)
            or self._has_minutes
            or (amount > _MOST_UNCLEAR and self._is_charge_line())
        ):
            self._tally.add_minutes(owner.code, amount, *self._place(at))

    def _stands_free(self, at: int, owner: _Owner) -> bool:
        """Whether nothing but marks and amounts stands between, and a mark or a code behind."""
        charges, chars = self._charges, self._symbols.chars
        behind = at + 1 >= self._statement.last or chars[at + 1] in charges.ends_amount
        amounts = {charges.minutes, charges.units, charges.dose}
        between = chars[owner.at + 1 : at]
        if all(char in charges.marks or char in amounts for char in between):
            return behind
        words = self._reading.text[self._symbols.ends[owner.at] : self._symbols.starts[at]]
        return behind and self._has_minutes and _IS.match(words) is not None

    def _is_charge_line(self) -> bool:
        """Whether a statement holds nothing but services and amounts: "TherEx 23."."""
        charges = self._charges
        kept = {charges.minutes, charges.units, charges.dose}
        return all(
            char in kept
            or char in charges.anything | charges.numbers | charges.marks | charges.stops
            for char in self._symbols.chars[self._statement.first : self._statement.last]
        )


def _tells_minutes(line: str) -> bool:
    """Whether the numbers of a line of codes are minutes: it says so, or it has several codes."""
    return _LINE_OF_MINUTES.search(line) is not None or len(_CODES.findall(line)) > 1
