"""One statement of charges, symbol by symbol: whose are the minutes, whose are the units?

Words that lead from an amount to its code decide first. Else an amount is that of the code before
it, while that has none of its sort; else it waits for the next one: "97140 15 min, 97110 30 min"
and "15 min 97140, 30 min 97110" are both read so.
"""

from lint97110.nlp.charge_amounts import AmountGiver
from lint97110.nlp.charge_line import ChargeLine, Owner
from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.charge_places import NEAR
from lint97110.nlp.charge_totals import total_apart
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_UNITS, Tally


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
        self._symbols = reading.symbols
        self._statement = statement
        self._tally = tally
        self._line = ChargeLine(marks, reading, statement)
        self._giver = AmountGiver(self._line, tally)
        self._owner = owner
        self._met: list[Owner] = []
        self._waiting: dict[str, int] = {}
        self._units_for_each: int | None = None
        self._is_total = False

    @property
    def only(self) -> Owner | None:
        """The one code that the statement is about."""
        return self._met[0] if len(self._met) == 1 and self._met[0].is_code else None

    def run(self) -> None:
        """Give every amount to its owner."""
        marks, line, chars = self._marks, self._line, self._symbols.chars
        total = total_apart(line)
        if total is not None:
            self._tally.add_minutes("total", line.amount(total) or 0, *line.place(total))
        for at in range(self._statement.first, self._statement.last):
            char = chars[at]
            is_told = at == total or line.is_left_out(at) or self._is_a_part(at)
            if char not in marks.telling or is_told:
                continue
            if at in line.owners:
                self._begin(at)
            elif self._owner is not None and at < self._owner.end:
                continue  # a modifier
            elif char in marks.totals:
                self._owner, self._is_total = None, True
            elif at in line.links:
                self._linked(at)
            elif at in line.each:
                self._giver.give_each(at, self._met)
            elif at in line.units_each:
                self._units_for_each = at
            else:
                self._place_amount(at)
        self._giver.say_unclear()

    def _is_a_part(self, at: int) -> bool:
        """Whether minutes are those of one person, out of the minutes that the code has."""
        owner = self._owner
        return at in self._line.by_person and owner is not None and "minutes" in owner.has

    def _begin(self, at: int) -> None:
        """A code or service: what waited for it is its own."""
        written = self._line.written(at)
        self._owner = Owner(
            self._marks.code_at(written, self._symbols.chars[at], self._symbols.values[at]),
            at,
            self._line.end_of_name(at),
            self._symbols.chars[at] in self._marks.codes,
        )
        self._met.append(self._owner)
        for link in self._line.links.values():
            if link.owner == at and link.amount < at and not self._line.is_left_out(link.amount):
                self._giver.give_linked(link.amount, self._owner)
        minutes = self._waiting.pop("minutes", None)
        if minutes is not None and self._line.is_next_to(minutes, at):
            self._giver.take_minutes(minutes, self._owner)
        units = self._waiting.pop("units", None)
        if units is not None and not self._line.is_a_sum(units, at):
            self._giver.take_units(units, self._owner)
        number = self._waiting.pop("number", None)
        if number is not None:
            self._giver.take_ahead(number, self._owner)
        if self._units_for_each is not None:
            self._giver.take_units(self._units_for_each, self._owner)
        self._is_total = False

    def _linked(self, at: int) -> None:
        """An amount whose words lead back to its owner; one that leads ahead waits for it."""
        owner = self._owner
        if owner is not None and self._line.links[at].owner == owner.at:
            self._giver.give_linked(at, owner)

    def _place_amount(self, at: int) -> None:
        """Minutes, units or a number: of the owner before it, or of the next one."""
        owner = self._owner
        if at in self._line.ahead:
            self._waiting["number"] = at
        elif self._line.leads_to_code(at) or self._counts_the_next(at, owner):
            self._waiting["units"] = at
        elif owner is not None and self._line.is_before_a_label(at):
            self._giver.add_minutes(owner, self._line.amount(at) or 0, at)
        elif self._is_told_by_total(at, owner):
            self._owner = None  # what follows is no longer the code's
        else:
            self._give(at, owner)

    def _counts_the_next(self, at: int, owner: Owner | None) -> bool:
        """Whether a small number is that of the service behind it: "Units: 2 TE 1 NMR"."""
        if owner is None or owner.is_code or "units" not in owner.has:
            return False
        is_number = self._symbols.chars[at] in self._marks.numbers
        is_small = is_number and 0 < (self._line.amount(at) or 0) <= MOST_UNITS
        return is_small and at + 1 in self._line.owners

    def _give(self, at: int, owner: Owner | None) -> None:
        """An amount to the owner before it, or to the next one."""
        char, marks = self._symbols.chars[at], self._marks
        sort = "minutes" if char == marks.minutes else "units" if char == marks.units else ""
        if owner is None or owner.code is None:
            if sort and not (sort == "minutes" and self._is_total):
                self._waiting[sort] = at
        elif (sort == "units" and self._goes_ahead(at, owner)) or (
            sort == "minutes" and "minutes" in owner.has and at + 1 in self._line.owners
        ):
            self._waiting[sort] = at
        elif sort == "minutes":
            self._giver.take_minutes(at, owner)
        elif self._units_for_each is not None and sort == "units":
            return  # "(3 units)" behind "1 unit each" is their sum
        elif sort == "units" or char == marks.dose:
            self._giver.take_units(at, owner)
        elif char in marks.fractions:
            self._giver.take_both(at, owner)
        elif char == marks.distance:
            self._giver.take_metres(at, owner)
        else:
            self._giver.take_bare(at, owner)

    def _is_told_by_total(self, at: int, owner: Owner | None) -> bool:
        """Whether an amount is a total, by its words or as the sum of those before it."""
        if owner is not None and at in self._line.of_session:
            return True
        if owner is not None and "minutes" in owner.has and at in self._line.totals:
            return True
        is_sum = not self._is_total and at not in self._line.totals and self._giver.is_sum(at)
        if is_sum:
            self._tally.add_minutes("total", self._line.amount(at) or 0, *self._line.place(at))
        return is_sum

    def _goes_ahead(self, at: int, owner: Owner) -> bool:
        """Whether units are those of the next owner: the one before has its own already.

        So are units right before it with a stop before them: "97140 15 min. 2 units 97110".
        """
        if "units" in owner.has or owner.code in self._tally.units:
            return at + 1 in self._line.owners or at + NEAR in self._line.owners
        between = self._symbols.chars[owner.end : at]
        return at + 1 in self._line.owners and not self._marks.stops.isdisjoint(between)
