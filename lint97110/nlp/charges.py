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

_NEAR = 2  # symbols between minutes and the code that they stand before
_LINK = re.compile(  # "38 minutes of", "12 min were spent on the"; a code may stand behind its name
    r"(?:\s+(?:were|was|is|are|total|direct|skilled|timed|one-on-one|1:1|spent|billed|treatment"
    r"|devoted|dedicated|used|allotted))*"
    r"\s+(?:of|on|in|for|to|doing|performing|providing)"
    r"(?:\s+(?:the|a|skilled|direct|one-on-one|1:1|billed|timed|billable|patient|pt))*\s+$"
)
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
        self.numbers = frozenset(members("integer"))
        self.exercises = frozenset(members("exercise"))
        self.totals = frozenset(members("total_row"))
        self.marks = frozenset(members("separator", "open_mark", "close_mark"))
        self.anything = self.codes | self.services

    def code(self, written: str) -> str | None:
        """The code that is written, or that a service belongs to."""
        text = written.upper()
        return text if text[1:].isdigit() else self._code_of.get(self._key(written))

    def read(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Add what one statement says of codes and services to `tally`."""
        chars = reading.symbols.chars[statement.first : statement.last]
        if not self.anything.isdisjoint(chars):
            _Scan(self, reading, statement, tally).run()


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

    def run(self) -> None:
        charges, chars = self._charges, self._symbols.chars
        places = range(self._statement.first, self._statement.last)
        owners = (
            charges.codes if any(chars[at] in charges.codes for at in places) else charges.services
        )
        for at in places:
            if chars[at] in owners:
                self._begin(at, is_code=owners is charges.codes)
            elif chars[at] in charges.totals:
                self._owner, self._is_total = None, True
            elif chars[at] == charges.minutes and self._leads_to(at, owners):
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
        elif before is not None and at - before <= (_NEAR if is_code else 1):
            self._take_minutes(before, self._owner)
        if self._units_before is not None and self._owner.code is not None:
            self._take_units(self._units_before, self._owner)
            self._units_before = None
        self._minutes_before, self._is_total = None, False

    def _leads_to(self, at: int, owners: frozenset[str]) -> bool:
        """Whether minutes are those of the code or service that stands next behind them."""
        chars, symbols = self._symbols.chars, self._symbols
        ahead = next((n for n in range(at + 1, self._statement.last) if chars[n] in owners), None)
        if ahead is None:
            return False
        between = self._reading.text[symbols.ends[at] : symbols.starts[ahead]]
        is_code = owners is self._charges.codes
        return bool(_LINK.match(between) or (is_code and _NAME_BEFORE_CODE.match(between)))

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
        if not self._is_of_session(at, owner):
            return
        add = self._tally.add_minutes if owner.is_code else self._tally.add_service_minutes
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
        elif amount <= MOST_MINUTES and _tells_minutes(line):
            self._tally.add_minutes(owner.code, amount, *self._place(at))

    def _stands_free(self, at: int, owner: _Owner) -> bool:
        """Whether nothing but marks and amounts stands between, and a mark or a code behind."""
        charges, chars = self._charges, self._symbols.chars
        behind = at + 1 >= self._statement.last or (
            chars[at + 1] in charges.marks | charges.anything | charges.totals
        )
        amounts = {charges.minutes, charges.units, charges.dose}
        between = chars[owner.at + 1 : at]
        return behind and all(char in charges.marks or char in amounts for char in between)


def _tells_minutes(line: str) -> bool:
    """Whether the numbers of a line of codes are minutes: it says so, or it has several codes."""
    return _LINE_OF_MINUTES.search(line) is not None or len(_CODES.findall(line)) > 1
