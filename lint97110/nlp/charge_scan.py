"""One statement of charges, symbol by symbol: whose are the minutes, whose are the units?

Words that lead from an amount to its code decide first. Else an amount is that of the code before
it, while that has none of its sort; else it waits for the next one: "97140 15 min, 97110 30 min"
and "15 min 97140, 30 min 97110" are both read so.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from lint97110.model import Clause, Span
from lint97110.nlp.charge_marks import Amounts, Marks, excluded
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_MINUTES, MOST_OF_A_COURSE, MOST_UNITS, Tally, number

KEPT_OUT = frozenset(("goal", "home", "historical", "template", "reported"))
"""Clauses that state no minutes of this visit."""

_UNLESS_CODED = frozenset(("goal", "reported"))
_MOST_UNCLEAR = 9  # alone behind a code: minutes above, and up to it nobody knows
_MOST_BY_MARK = 60  # 45' may be minutes; 150' are feet
_TOTALS = ("minutes_total", "total_minutes", "timed_minutes", "minutes_timed")
_SEVERAL = 2  # amounts that a sum adds up
_NEAR = 2  # symbols between an amount and the code that it stands before


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


class Scan:
    """Reads one statement into a tally."""

    def __init__(
        self,
        marks: Marks,
        reading: Reading,
        statement: Statement,
        tally: Tally,
        owner: Owner | None = None,
    ) -> None:
        """Look at the symbols of `statement` only; `owner` is the code that it goes on with."""
        self._marks = marks
        self._reading = reading
        self._symbols = reading.symbols
        self._statement = statement
        self._tally = tally
        self._owner = owner
        self._waiting: dict[str, int] = {}
        self._units_for_each: int | None = None
        self._is_total = False
        self._unclear: list[tuple[Owner, int, int]] = []
        self._given: list[int] = []
        self._has_minutes = False  # so that a further bare number can be minutes too
        chars = self._symbols.chars[statement.first : statement.last]
        self._has_code = not marks.codes.isdisjoint(chars)
        self._is_several = sum(char in marks.codes for char in chars) > 1
        amounts = Amounts(statement)
        self._links = amounts.links("code" if self._has_code else "service")
        self._owners = self._owner_places(chars)
        self._sizes = amounts.of("unit_size", "units_sum", "untimed_minutes", "settling_minutes")
        if not self._has_code:
            self._sizes |= amounts.of("untimed_time")  # a hot pack's, not the service's
        self._each = amounts.of("minutes_each") - amounts.of("unit_length")
        self._totals = amounts.of(*_TOTALS)
        self._units_each = amounts.of("units_each")
        self._by_person = amounts.of("assistant_minutes", "therapist_minutes")
        self._elsewhere = excluded(statement, "of_another_visit")
        self._is_today = bool(statement.mask & marks.today)
        self._met: list[Owner] = []

    @property
    def only(self) -> Owner | None:
        """The one code that the statement is about."""
        return self._met[0] if len(self._met) == 1 and self._met[0].is_code else None

    def _owner_places(self, chars: str) -> frozenset[int]:
        """Where the codes stand; in a cell without any, the services."""
        marks, places, start = self._marks, [], self._statement.first
        for cell in chars.split(marks.bar):
            owners = marks.services if marks.codes.isdisjoint(cell) else marks.codes
            if self._has_code and owners is marks.services and marks.amounts.isdisjoint(cell):
                owners = frozenset()
            places += [start + at for at, char in enumerate(cell) if char in owners]
            places += [start + at for at in self._told_before(cell)]
            start += len(cell) + 1
        return frozenset(places) | {link.owner for link in self._links.values()}

    def _told_before(self, cell: str) -> list[int]:
        """Services with their minutes before all codes: "TE 30 min, MT 8 min, 97110 x2, ...".

        A single one is the code's own name: "TE 30 min 97110, MT 8 min 97140".
        """
        marks = self._marks
        first = next((at for at, char in enumerate(cell) if char in marks.codes), 0)
        told = [at for at in range(first) if cell[at] in marks.services]
        told = [at for at in told if marks.minutes in cell[at + 1 : min(at + 1 + _NEAR, first)]]
        return told if len(told) > 1 else []

    def run(self) -> None:
        """Give every amount to its owner."""
        marks, chars = self._marks, self._symbols.chars
        self._names_first = self._ends_with_minutes()
        total = self._total_before_codes()
        if total is not None:
            self._tally.add_minutes("total", self._amount(total) or 0, *self._place(total))
        for at in range(self._statement.first, self._statement.last):
            char = chars[at]
            is_told = at == total or self._is_left_out(at) or self._is_a_part(at)
            if char not in marks.telling or is_told:
                continue
            if at in self._owners:
                self._begin(at)
            elif self._owner is not None and at < self._owner.end:
                continue  # a modifier
            elif char in marks.totals:
                self._owner, self._is_total = None, True
            elif at in self._links:
                self._linked(at)
            elif at in self._each:
                self._give_each(at)
            elif at in self._units_each:
                self._units_for_each = at
            else:
                self._place_amount(at)
        self._say_unclear()

    def _total_before_codes(self) -> int | None:
        """Minutes before several codes that have none: "45 min   97110 x2   97530 x1"."""
        marks, first = self._marks, self._statement.first
        chars = self._symbols.chars[first : self._statement.last]
        codes = [at for at, char in enumerate(chars) if char in marks.codes]
        at = chars.find(marks.minutes)
        is_alone = marks.minutes not in chars[at + 1 :] and first + at not in self._links
        if len(codes) < _SEVERAL or not 0 <= at < codes[0] or not is_alone:
            return None
        between = chars[at + 1 : codes[0]] + chars[:at]
        is_apart = all(char in marks.signs or char in marks.stops for char in between)
        return first + at if is_apart else None

    def _say_unclear(self) -> None:
        """Say both readings of a number that its line leaves open: "97110 x 30"."""
        for owner, amount, at in self._unclear:
            span, clause = self._place(at)
            if owner.code and not owner.has and clause.status not in KEPT_OUT - _UNLESS_CODED:
                self._tally.add_unclear(owner.code, amount, span, clause)

    def _is_left_out(self, at: int) -> bool:
        """Whether a symbol speaks of another visit, or of how long a unit is."""
        return at in self._sizes or any(first <= at < last for first, last in self._elsewhere)

    def _is_a_part(self, at: int) -> bool:
        """Whether minutes are those of one person, out of the minutes that the code has."""
        return at in self._by_person and self._owner is not None and "minutes" in self._owner.has

    def _begin(self, at: int) -> None:
        written = self._reading.text[self._symbols.starts[at] : self._symbols.ends[at]]
        self._owner = Owner(
            self._marks.code_at(written, self._symbols.chars[at], self._symbols.values[at]),
            at,
            self._end_of_name(at),
            self._symbols.chars[at] in self._marks.codes,
        )
        self._met.append(self._owner)
        for link in self._links.values():
            if link.owner == at and link.amount < at and not self._is_left_out(link.amount):
                self._give_linked(link.amount, self._owner)
        minutes = self._waiting.pop("minutes", None)
        if minutes is not None and self._is_next_to(minutes, at):
            self._take_minutes(minutes, self._owner)
        units = self._waiting.pop("units", None)
        if units is not None and not self._is_a_sum(units, at):
            self._take_units(units, self._owner)
        if self._units_for_each is not None:
            self._take_units(self._units_for_each, self._owner)
        self._is_total = False

    def _is_a_sum(self, units: int, at: int) -> bool:
        """Whether units before a code are those of the bracket, or of the list, behind them."""
        marks, chars = self._marks, self._symbols.chars
        between = chars[units:at]
        opens_list = marks.colon in between and self._is_several
        return opens_list or not marks.opens.isdisjoint(between)

    def _end_of_name(self, at: int) -> int:
        """Where the marks and modifiers behind a code end; a stop is one of them in "97110.GP"."""
        marks, chars, end = self._marks, self._symbols.chars, at + 1
        for step in range(at + 1, self._statement.last):
            is_modifier = chars[step] in marks.modifiers or self._is_distinct(step)
            if is_modifier or (chars[step] in marks.signs and end == step):
                end = step + 1
            elif step > at + 1 or chars[step] not in marks.stops:
                return end
        return end

    def _is_distinct(self, at: int) -> bool:
        """Whether a number is a modifier: 59, or that of a visit on camera."""
        return (
            self._symbols.chars[at] in self._marks.numbers
            and self._written(at) in self._marks.modifier_figures
        )

    def _linked(self, at: int) -> None:
        """An amount whose words lead back to its owner; one that leads ahead waits for it."""
        owner = self._owner
        if owner is not None and self._links[at].owner == owner.at:
            self._give_linked(at, owner)

    def _give_linked(self, at: int, owner: Owner) -> None:
        link = self._links[at]
        if link.kind.startswith("units"):
            self._take_units(at, owner)
        elif not link.is_bare or self._tells_minutes(at):
            self._take_minutes(at, owner)
        elif owner.at < at:
            self._take_bare(at, owner)

    def _tells_minutes(self, at: int) -> bool:
        """Whether a bare number is one of minutes: some stand before it, or "16 of 31 minutes"."""
        before = self._symbols.chars[self._statement.first : at]
        behind = self._symbols.chars[at : self._statement.last]
        is_many = (self._amount(at) or 0) > MOST_UNITS
        return (
            self._has_minutes
            or self._marks.minutes in before
            or (is_many and not self._marks.minute_words.isdisjoint(behind))
        )

    def _is_next_to(self, before: int, at: int) -> bool:
        """Whether minutes stand before their owner, in a statement that puts them there."""
        return not self._names_first and at - before <= (_NEAR if self._has_code else 1)

    def _ends_with_minutes(self) -> bool:
        """Whether names come before their minutes: "eval 35 min, therex 15 min"."""
        chars, marks = self._symbols.chars, self._marks
        told = [
            chars[at]
            for at in range(self._statement.first, self._statement.last)
            if (chars[at] in marks.anything or chars[at] == marks.minutes)
            and not self._is_left_out(at)
        ]
        return bool(told) and told[-1] == marks.minutes and told.count(marks.minutes) > 1

    def _place_amount(self, at: int) -> None:
        """Minutes, units or a number: of the owner before it, or of the next one."""
        owner = self._owner
        if owner is not None and self._is_before_a_label(at):
            self._add_minutes(owner, self._amount(at) or 0, at)
        elif self._is_told_by_total(at, owner):
            self._owner = None  # what follows is no longer the code's
        else:
            self._give(at, owner)

    def _give(self, at: int, owner: Owner | None) -> None:
        """An amount to the owner before it, or to the next one."""
        char, marks = self._symbols.chars[at], self._marks
        sort = "minutes" if char == marks.minutes else "units" if char == marks.units else ""
        if owner is None or owner.code is None:
            if sort and not (sort == "minutes" and self._is_total):
                self._waiting[sort] = at
        elif (sort == "units" and self._goes_ahead(at, owner)) or (
            sort == "minutes" and "minutes" in owner.has and at + 1 in self._owners
        ):
            self._waiting[sort] = at
        elif sort == "minutes":
            self._take_minutes(at, owner)
        elif self._units_for_each is not None and sort == "units":
            return  # "(3 units)" behind "1 unit each" is their sum
        elif sort == "units" or char == marks.dose:
            self._take_units(at, owner)
        elif char in marks.fractions:
            self._take_both(at, owner)
        elif char == marks.distance:
            self._take_metres(at, owner)
        else:
            self._take_bare(at, owner)

    def _is_before_a_label(self, at: int) -> bool:
        """Whether "23 units" are minutes and the label behind them: "Min: 23  Units: 2"."""
        marks, chars = self._marks, self._symbols.chars
        before = chars[max(at - _NEAR, self._statement.first) : at]
        behind = chars[at + 1 : min(at + 1 + _NEAR, self._statement.last)]
        is_labelled = behind[:1] in marks.numbers or (
            behind[:1] in marks.signs and behind[1:] in marks.numbers
        )
        return (
            chars[at] == marks.units and is_labelled and not marks.minute_words.isdisjoint(before)
        )

    def _is_told_by_total(self, at: int, owner: Owner | None) -> bool:
        """Whether an amount is a total, by its words or as the sum of those before it."""
        if owner is not None and "minutes" in owner.has and at in self._totals:
            return True
        is_sum = not self._is_total and at not in self._totals and self._is_sum(at)
        if is_sum:
            self._tally.add_minutes("total", self._amount(at) or 0, *self._place(at))
        return is_sum

    def _is_sum(self, at: int) -> bool:
        """Whether an amount is that of all codes: "97110 30 min, 97140 15 min, 45 min"."""
        marks = self._marks
        is_last = marks.anything.isdisjoint(self._symbols.chars[at : self._statement.last])
        is_amount = self._symbols.chars[at] in marks.minutes_or_numbers
        is_several = len(self._given) >= _SEVERAL and "total" not in self._tally.minutes
        return is_last and is_amount and is_several and self._amount(at) == sum(self._given)

    def _goes_ahead(self, at: int, owner: Owner) -> bool:
        """Whether units are those of the next owner: the one before has its own already.

        So are units right before it with a stop before them: "97140 15 min. 2 units 97110".
        """
        if "units" in owner.has or owner.code in self._tally.units:
            return at + 1 in self._owners or at + _NEAR in self._owners
        between = self._symbols.chars[owner.end : at]
        return at + 1 in self._owners and not self._marks.stops.isdisjoint(between)

    def _place(self, at: int) -> tuple[Span, Clause]:
        start = self._statement.span.start
        span = Span(start, max(self._symbols.ends[at], start))
        return span, self._statement.clause_at(self._symbols.starts[at])

    def _amount(self, at: int) -> int | None:
        return number(self._symbols.slot(at, at + 1, self._reading.text))

    def _written(self, at: int) -> str:
        return self._reading.text[self._symbols.starts[at] : self._symbols.ends[at]]

    def _take_minutes(self, at: int, owner: Owner) -> None:
        amount = self._amount(at)
        if amount is None or (amount > _MOST_BY_MARK and self._written(at)[-1] in "'’′"):
            return
        is_unclear = self._marks.walks.unclear(self._reading, self._statement, at) is not None
        if not is_unclear and self._is_of_session(at, owner):
            self._add_minutes(owner, amount, at)

    def _add_minutes(self, owner: Owner, amount: int, at: int) -> None:
        span, clause = self._place(at)
        is_sure = owner.is_code or self._is_today
        kept_out = KEPT_OUT - _UNLESS_CODED if is_sure else KEPT_OUT
        if owner.code is None or not amount or clause.status in kept_out:
            return
        add = self._tally.add_minutes if owner.is_code else self._tally.add_service_minutes
        self._has_minutes = True
        self._given.append(amount)
        owner.has.add("minutes")
        add(owner.code, amount, span, clause)

    def _is_of_session(self, at: int, owner: Owner) -> bool:
        """Minutes behind an exercise are that exercise's, unless they close the whole list."""
        start = self._symbols.starts[at]
        if self._reading.text[start - 2 : start] == "  ":
            return True  # in a column of their own
        marks, chars = self._marks, self._symbols.chars
        if chars[at - 1] in marks.closes:
            return True  # behind an aside that tells what was done: "self care (lifting) 10 min"
        since = owner.at if owner.is_code or self._has_minutes else self._statement.first
        between = chars[since:at]
        behind = chars[owner.end + 1 : at] if since == owner.at else between[2:]
        if marks.exercises.isdisjoint(between) and marks.dose not in behind:
            return True
        return owner.is_code and "minutes" not in owner.has and self._closes_list(between, at)

    def _closes_list(self, between: str, at: int) -> bool:
        """Whether minutes stand apart behind exercises with doses of their own: "..., 25 min"."""
        marks, chars = self._marks, self._symbols.chars
        is_last = all(c in marks.signs or c in marks.stops for c in chars[at + 1 : self._next(at)])
        names = between.rstrip("".join(marks.signs))
        is_apart = len(names) < len(between)
        return is_last and is_apart and names[-1:] == marks.dose and marks.minutes not in between

    def _next(self, at: int) -> int:
        """Where the next owner stands, or the end."""
        return min((n for n in self._owners if n > at), default=self._statement.last)

    def _take_units(self, at: int, owner: Owner) -> None:
        value = self._symbols.values[at]
        slots = value if isinstance(value, dict) else {}
        if self._symbols.chars[at] == self._marks.dose:
            is_near = at - owner.end < _NEAR or self._is_only_amounts(owner.end, at)
            is_of_units = (
                set(slots) == {"reps"} or slots.get("sets") in self._marks.modifier_figures
            )
            if not is_of_units or not is_near:
                return
            written = slots["reps"]
            self._keep_unclear(owner, number(written), at)
        else:
            written = slots.get("n") or self._symbols.slot(at, at + 1, self._reading.text)
        self._add_units(owner, number(written), at)

    def _keep_unclear(self, owner: Owner, amount: int | None, at: int) -> None:
        """More units than a visit can hold may be minutes; nobody can tell."""
        is_much = amount is not None and MOST_UNITS < amount <= MOST_MINUTES
        if amount is not None and is_much and owner.is_code and self._stands_free(at, owner):
            self._unclear.append((owner, amount, at))

    def _add_units(self, owner: Owner, amount: int | None, at: int) -> None:
        if amount is None or owner.code is None:
            return
        is_told = self._symbols.chars[at] == self._marks.units  # "0 units" is said, 0 is not
        if 0 < amount <= MOST_UNITS or (is_told and amount <= MOST_OF_A_COURSE):
            owner.has.add("units")
            self._tally.add_units(owner.code, amount, *self._place(at))

    def _is_only_amounts(self, first: int, last: int) -> bool:
        """Whether nothing but marks, amounts and the name of the code stands between."""
        return all(char in self._marks.aside for char in self._symbols.chars[first:last])

    def _give_each(self, at: int) -> None:
        """Minutes "each" are those of every code before them that has none."""
        for owner in self._met:
            if "minutes" not in owner.has:
                self._add_minutes(owner, self._amount(at) or 0, at)

    def _take_both(self, at: int, owner: Owner) -> None:
        """Units and minutes in one: 3/40 in a line of minutes is three units for 40 minutes."""
        if not self._line_tells_minutes(at) or not self._is_only_amounts(owner.end, at):
            return
        few, many = sorted(int(part) for part in self._written(at).split("/"))
        if few <= MOST_UNITS < many <= MOST_MINUTES:
            self._add_units(owner, few, at)
            self._add_minutes(owner, many, at)

    def _take_metres(self, at: int, owner: Owner) -> None:
        """In a line of charges "22m" are minutes; behind the name of a service units tell it."""
        written, _, rest = self._written(at).partition("m")
        is_of_charges = owner.is_code or self._marks.units in self._symbols.chars[owner.at : at]
        is_of_charges = is_of_charges or (len(self._owners) > 1 and self._is_charge_line())
        if rest or not is_of_charges or not self._is_only_amounts(owner.end, at):
            return
        amount = number(written.strip())
        if amount is not None and amount <= MOST_MINUTES:
            self._add_minutes(owner, amount, at)

    def _take_bare(self, at: int, owner: Owner) -> None:
        """A bare number near a code: units when it is small, else minutes if the line says so."""
        amount = self._amount(at)
        if amount is None or not self._stands_free(at, owner):
            return
        if amount <= MOST_UNITS:
            self._add_units(owner, amount, at)
        elif amount <= MOST_MINUTES and (
            self._line_tells_minutes(at)
            or self._has_minutes
            or (amount > _MOST_UNCLEAR and self._is_charge_line())
        ):
            self._add_minutes(owner, amount, at)

    def _stands_free(self, at: int, owner: Owner) -> bool:
        """Whether nothing but marks and amounts stands between, and a mark or a code behind."""
        marks, chars = self._marks, self._symbols.chars
        behind = at + 1 >= self._statement.last or chars[at + 1] in marks.ends_amount
        behind = behind or self._ends_column(at)
        told = marks.aside | (marks.numbers if owner.has else frozenset())
        return behind and told.issuperset(chars[owner.end : at])

    def _ends_column(self, at: int) -> bool:
        """Whether the line, or the column of it, ends behind an amount."""
        end = self._symbols.ends[at]
        between = self._reading.text[end : self._symbols.starts[at + 1]]
        return "\n" in between or "  " in between

    def _line_tells_minutes(self, at: int) -> bool:
        """Whether the numbers of a line are minutes: it says so, or it has several codes."""
        marks, symbols, lines = self._marks, self._symbols, self._reading.lines
        number_of_line = lines.place(symbols.starts[at])[0]
        first = bisect_left(symbols.starts, lines.starts[number_of_line - 1])
        ends = (*lines.starts, len(lines.text) + 1)
        chars = symbols.chars[first : bisect_left(symbols.starts, ends[number_of_line], first)]
        codes = sum(char in marks.codes for char in chars)
        return codes > 1 or not marks.minute_words.isdisjoint(chars)

    def _is_charge_line(self) -> bool:
        """Whether a statement holds nothing but services and amounts: "TherEx 23."."""
        chars = self._symbols.chars[self._statement.first : self._statement.last]
        return all(char in self._marks.of_a_line for char in chars)
