"""What the words of one statement of charges say of its amounts, before any is given to a code."""

from bisect import bisect_left
from dataclasses import dataclass, field

from lint97110.model import Clause, Span
from lint97110.nlp.charge_marks import Amounts, Link, Marks, excluded
from lint97110.nlp.charge_places import NEAR, owner_places
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_UNITS, number

MINUTES_OF_A_UNIT = 15

SEVERAL = 2
"""Amounts that a sum adds up."""

_TOTALS = ("minutes_total", "total_minutes", "timed_minutes", "minutes_timed")


@dataclass(slots=True)
class Owner:
    """The code or service that amounts belong to until the next one, and which sorts it has.

    It stands at `at`, and its modifiers and marks go on up to `end`: "97110-GP-59".
    """

    code: str | None
    at: int
    end: int
    is_code: bool
    has: set[str] = field(default_factory=set)


class ChargeLine:
    """The symbols of a statement: where its codes stand, and which amounts its words explain."""

    def __init__(self, marks: Marks, reading: Reading, statement: Statement) -> None:
        """Look at the symbols of `statement` only."""
        self.marks = marks
        self.reading = reading
        self.symbols = reading.symbols
        self.statement = statement
        chars = self.symbols.chars[statement.first : statement.last]
        self.has_code = not marks.codes.isdisjoint(chars)
        self.is_several = sum(char in marks.codes for char in chars) > 1
        self.is_today = bool(statement.mask & marks.today)
        amounts = Amounts(statement)
        links = amounts.links("code" if self.has_code else "service")
        self.links = {at: link for at, link in links.items() if not self._has_a_code(link)}
        linked = {link.owner for link in self.links.values()}
        self.owners = frozenset(owner_places(marks, chars, statement.first)) | linked
        self.each = amounts.of("minutes_each") - amounts.of("unit_length")
        self.totals = amounts.of(*_TOTALS)
        self.of_session = frozenset(amounts.led_by(marks.visits, self.symbols.chars))
        self.signed = self._beside_a_name(amounts)
        self.units_each = amounts.of("units_each")
        self.by_person = amounts.of("assistant_minutes", "therapist_minutes")
        sizes = amounts.of("unit_size")
        self._sizes = frozenset(at for at in sizes if not self._is_given(at))
        self._sizes |= amounts.of("units_sum", "untimed_minutes", "settling_minutes")
        if not self.has_code:
            self._sizes |= amounts.of("untimed_time")  # a hot pack's, not the service's
        self.ahead = self._amounts_ahead()
        self.is_of_pairs = self._counts_pairs() >= SEVERAL
        self._elsewhere = excluded(statement, "of_another_visit")
        self._names_first = self._ends_with_minutes()

    def _beside_a_name(self, amounts: Amounts) -> frozenset[int]:
        """The only minutes of a statement, beside who treated: "S. Ito, OTR/L  45 min  97530x3"."""
        chars = self.symbols.chars[self.statement.first : self.statement.last]
        is_only = chars.count(self.marks.minutes) == 1
        return amounts.of("signed_minutes") if is_only else frozenset()

    def _is_given(self, at: int) -> bool:
        """Whether units behind a code came to so many minutes: "97110 2 units = 30 min"."""
        before = self.symbols.chars[max(at - 2 * NEAR, self.statement.first) : at]
        is_one_unit = self.amount(at) == MINUTES_OF_A_UNIT
        return not is_one_unit and not self.marks.codes.isdisjoint(before)

    def _has_a_code(self, link: Link) -> bool:
        """Whether an amount that leads ahead stands right behind another code."""
        chars, at = self.symbols.chars, link.amount - 1
        while at > self.statement.first and chars[at] in self.marks.closes | {self.marks.colon}:
            at -= 1
        return link.owner > link.amount and chars[at] in self.marks.codes

    def _amounts_ahead(self) -> frozenset[int]:
        """Bare numbers that stand each right before its owner: "(15 MT, 30 TE)", "2 TE 1 NMR"."""
        chars, numbers, found = self.symbols.chars, self.marks.numbers, []
        places = range(self.statement.first, self.statement.last)
        told = [at for at in places if at in self.owners or chars[at] in numbers]
        last = told[-1] if told else 0
        if told and last not in self.owners and not self.has_code:
            told.pop()  # "20 gait, 25 ex, 15 of something else"
        while len(told) > 1 and told[-1] in self.owners and told[-2] == told[-1] - 1:
            if told[-2] in self.owners:
                break
            found.append(told[-2])
            del told[-2:]
        is_first = not told or (told[-1] not in self.owners and last in self.owners)
        fewest = 1 if "charges" in self.statement.clauses[0].sections else SEVERAL
        return frozenset(found if is_first and len(found) >= fewest else ())

    def _counts_pairs(self) -> int:
        """How many owners have a mark and a large number right behind them: "TE:24 NMR:15 X:10"."""
        chars, marks = self.symbols.chars, self.marks
        pairs = (at + 2 for at in self.owners if chars[at + 1] in marks.signs)
        return sum(
            chars[at] in marks.numbers and (self.amount(at) or 0) > MOST_UNITS
            for at in pairs
            if at < self.statement.last
        )

    def units_follow(self, at: int) -> bool:
        """Whether a number behind an amount can be its units: "97140   8   1"."""
        is_number = self.symbols.chars[at + 1] in self.marks.numbers
        behind = self.amount(at + 1) if is_number and at + 1 < self._next(at) else None
        return behind is not None and 0 < behind <= MOST_UNITS

    def minutes_follow(self, at: int) -> bool:
        """Whether minutes stand behind an amount before the next owner: "97110 = 2 (30 min)"."""
        return self.marks.minutes in self.symbols.chars[at + 1 : self._next(at)]

    def leads_to_code(self, at: int) -> bool:
        """Whether "2 x" stands right before a code, and counts its units."""
        return (
            self.symbols.chars[at] == self.marks.dose
            and self.symbols.chars[at + 1] in self.marks.codes
            and self.written(at)[-1:] in "x×"
        )

    def _ends_with_minutes(self) -> bool:
        """Whether names come before their minutes: "eval 35 min, therex 15 min"."""
        chars, marks = self.symbols.chars, self.marks
        told = [
            chars[at]
            for at in range(self.statement.first, self.statement.last)
            if (chars[at] in marks.anything or chars[at] == marks.minutes)
            and not self.is_left_out(at)
            and at not in self.totals
        ]
        if self._begins_with_minutes():
            return False
        return bool(told) and told[-1] == marks.minutes and told.count(marks.minutes) > 1

    def _begins_with_minutes(self) -> bool:
        """Whether a list begins with minutes and whose they are: "30 min TE + 8 min ice"."""
        chars, marks, first = self.symbols.chars, self.marks, self.statement.first
        at = chars.find(marks.minutes, first, self.statement.last)
        if at < 0 or chars[at + 1] not in marks.anything:
            return False
        between = self.reading.text[self.symbols.ends[at] : self.symbols.starts[at + 1]]
        return between == " " and (at == first or chars[at - 1] in marks.signs | marks.stops)

    def is_left_out(self, at: int) -> bool:
        """Whether a symbol speaks of another visit, or of how long a unit is."""
        return at in self._sizes or any(first <= at < last for first, last in self._elsewhere)

    def end_of_name(self, at: int) -> int:
        """Where the marks and modifiers behind a code end; a stop is one of them in "97110.GP"."""
        marks, chars, end = self.marks, self.symbols.chars, at + 1
        for step in range(at + 1, self.statement.last):
            is_modifier = chars[step] in marks.modifiers or self._is_distinct(step)
            if is_modifier or (chars[step] in marks.signs and end == step):
                end = step + 1
            elif step > at + 1 or chars[step] not in marks.stops:
                return end
        return end

    def _is_distinct(self, at: int) -> bool:
        """Whether a number is a modifier: 59, or that of a visit on camera."""
        return (
            self.symbols.chars[at] in self.marks.numbers
            and self.written(at) in self.marks.modifier_figures
        )

    def is_a_sum(self, units: int, at: int) -> bool:
        """Whether units before a code are those of the bracket, or of the list, behind them."""
        marks, chars = self.marks, self.symbols.chars
        between = chars[units:at]
        opens_list = marks.colon in between and self.is_several
        return opens_list or not marks.opens.isdisjoint(between)

    def is_next_to(self, before: int, at: int) -> bool:
        """Whether minutes stand before their owner, in a statement that puts them there."""
        return not self._names_first and at - before <= (NEAR if self.has_code else 1)

    def is_before_a_label(self, at: int) -> bool:
        """Whether "23 units" are minutes and the label behind them: "Min: 23  Units: 2"."""
        marks, chars = self.marks, self.symbols.chars
        before = chars[max(at - NEAR, self.statement.first) : at]
        behind = chars[at + 1 : min(at + 1 + NEAR, self.statement.last)]
        is_labelled = behind[:1] in marks.numbers or (
            behind[:1] in marks.signs and behind[1:] in marks.numbers
        )
        return (
            chars[at] == marks.units and is_labelled and not marks.minute_words.isdisjoint(before)
        )

    def closes_list(self, between: str, at: int) -> bool:
        """Whether minutes stand apart behind exercises with doses of their own: "..., 25 min"."""
        marks, chars = self.marks, self.symbols.chars
        is_last = all(c in marks.signs or c in marks.stops for c in chars[at + 1 : self._next(at)])
        names = between.rstrip("".join(marks.signs))
        is_apart = len(names) < len(between)
        return is_last and is_apart and names[-1:] == marks.dose and marks.minutes not in between

    def _next(self, at: int) -> int:
        """Where the next owner stands, or the end."""
        return min((n for n in self.owners if n > at), default=self.statement.last)

    def is_only_amounts(self, first: int, last: int) -> bool:
        """Whether nothing but marks, amounts and the name of the code stands between."""
        return all(char in self.marks.aside for char in self.symbols.chars[first:last])

    def stands_free(self, at: int, owner: Owner) -> bool:
        """Whether nothing but marks and amounts stands between, and a mark or a code behind."""
        marks, chars = self.marks, self.symbols.chars
        behind = at + 1 >= self.statement.last or chars[at + 1] in marks.ends_amount
        behind = behind or self._ends_column(at)
        told = marks.aside | (marks.numbers if owner.has else frozenset())
        return behind and told.issuperset(chars[owner.end : at])

    def _ends_column(self, at: int) -> bool:
        """Whether the line, or the column of it, ends behind an amount."""
        end = self.symbols.ends[at]
        between = self.reading.text[end : self.symbols.starts[at + 1]]
        return "\n" in between or "  " in between

    def line_tells_minutes(self, at: int) -> bool:
        """Whether the numbers of a line are minutes: it says so, or it has several codes."""
        marks, symbols, lines = self.marks, self.symbols, self.reading.lines
        number_of_line = lines.place(symbols.starts[at])[0]
        first = bisect_left(symbols.starts, lines.starts[number_of_line - 1])
        ends = (*lines.starts, len(lines.text) + 1)
        chars = symbols.chars[first : bisect_left(symbols.starts, ends[number_of_line], first)]
        codes = sum(char in marks.codes for char in chars)
        return codes > 1 or not marks.minute_words.isdisjoint(chars)

    def is_charge_line(self) -> bool:
        """Whether a statement holds nothing but services and amounts, behind its label at most."""
        chars = self.symbols.chars[self.statement.first : self.statement.last]
        label, colon, behind = chars.partition(self.marks.colon)
        if colon and len(label) <= NEAR and self.marks.of_a_line.isdisjoint(label):
            chars = behind
        return all(char in self.marks.of_a_line for char in chars)

    def amount(self, at: int) -> int | None:
        """The number that stands at a place."""
        return number(self.symbols.slot(at, at + 1, self.reading.text))

    def written(self, at: int) -> str:
        """The words that stand at a place."""
        return self.reading.text[self.symbols.starts[at] : self.symbols.ends[at]]

    def place(self, at: int) -> tuple[Span, Clause]:
        """The span that an amount is told by, and its clause."""
        start = self.statement.span.start
        span = Span(start, max(self.symbols.ends[at], start))
        return span, self.statement.clause_at(self.symbols.starts[at])
