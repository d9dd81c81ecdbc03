"""Gives amounts to the code or service that they belong to, and says what nobody can tell."""

from lint97110.nlp.charge_line import SEVERAL, ChargeLine, Owner
from lint97110.nlp.charge_places import NEAR
from lint97110.nlp.tally import MOST_MINUTES, MOST_OF_A_COURSE, MOST_UNITS, Tally, number

KEPT_OUT = frozenset(("goal", "home", "historical", "template", "reported"))
"""Clauses that state no minutes of this visit."""

_UNLESS_CODED = frozenset(("goal", "reported", "home"))
_MOST_UNCLEAR = 9  # alone behind a code: minutes above, and up to it nobody knows
_MOST_OF_A_SERVICE = 4  # units; as minutes nobody bills so few
_MOST_BY_MARK = 60  # 45' may be minutes; 150' are feet


class AmountGiver:
    """Takes what stands at a place of a line for minutes or units of an owner, into a tally."""

    def __init__(self, line: ChargeLine, tally: Tally) -> None:
        """Nothing was given yet."""
        self._line = line
        self._tally = tally
        self._marks = line.marks
        self._reading = line.reading
        self._symbols = line.symbols
        self._statement = line.statement
        self._unclear: list[tuple[Owner, int, int]] = []
        self._given: list[int] = []
        self._is_bare = False  # whether a number without its unit was minutes
        self._has_minutes = False  # so that a further bare number can be minutes too

    def give_linked(self, at: int, owner: Owner) -> None:
        """An amount whose words lead to its owner."""
        link = self._line.links[at]
        if link.kind.startswith("units"):
            self.take_units(at, owner)
        elif not link.is_bare or self._tells_minutes(at):
            self.take_minutes(at, owner)
        elif owner.at < at:
            self.take_bare(at, owner)

    def _tells_minutes(self, at: int) -> bool:
        """Whether a bare number is one of minutes: some stand before it, or "16 of 31 minutes"."""
        before = self._symbols.chars[self._statement.first : at]
        behind = self._symbols.chars[at : self._statement.last]
        is_many = (self._line.amount(at) or 0) > MOST_UNITS
        if not is_many and self._line.minutes_follow(at):
            return False
        return (
            self._has_minutes
            or self._marks.minutes in before
            or (is_many and not self._marks.minute_words.isdisjoint(behind))
        )

    def give_each(self, at: int, met: list[Owner]) -> None:
        """Minutes "each" are those of every code before them that has none."""
        for owner in met:
            if "minutes" not in owner.has:
                self.add_minutes(owner, self._line.amount(at) or 0, at)

    def take_minutes(self, at: int, owner: Owner) -> None:
        """Minutes, unless they are those of an exercise or may be feet."""
        amount = self._line.amount(at)
        if amount is None or (amount > _MOST_BY_MARK and self._line.written(at)[-1] in "'’′"):
            return
        is_unclear = self._marks.walks.unclear(self._reading, self._statement, at) is not None
        if not is_unclear and self._is_of_session(at, owner):
            self.add_minutes(owner, amount, at)

    def add_minutes(self, owner: Owner, amount: int, at: int) -> None:
        """Minutes of this visit."""
        span, clause = self._line.place(at)
        is_sure = owner.is_code or self._line.is_today or self._line.is_charge_line()
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
        if not owner.is_code and at + 1 < self._statement.last and chars[at + 1] in marks.things:
            return False  # "Ex: 10 min bike"
        if chars[at - 1] in marks.closes:
            return True  # behind an aside that tells what was done: "self care (lifting) 10 min"
        since = owner.at if owner.is_code or self._has_minutes else self._statement.first
        between = chars[since:at]
        behind = chars[owner.end + 1 : at] if since == owner.at else between[2:]
        if marks.exercises.isdisjoint(between) and marks.dose not in behind:
            return True
        return owner.is_code and "minutes" not in owner.has and self._line.closes_list(between, at)

    def take_units(self, at: int, owner: Owner) -> None:
        """Units, or a dose that is written like them: "97110 x2"."""
        value = self._symbols.values[at]
        slots = value if isinstance(value, dict) else {}
        if self._symbols.chars[at] == self._marks.dose:
            is_near = at - owner.end < NEAR or self._line.is_only_amounts(owner.end, at)
            is_of_units = (
                set(slots) == {"reps"} or slots.get("sets") in self._marks.modifier_figures
            )
            if not is_of_units or not is_near:
                return
            written = slots["reps"]
            is_figure = self._line.written(at)[-1:].isdigit()
            if is_figure and self._is_of_minutes(owner, number(written)):
                self.add_minutes(owner, number(written) or 0, at)
                return
            self._keep_unclear(owner, number(written), at)
        else:
            written = slots.get("n") or self._symbols.slot(at, at + 1, self._reading.text)
        self._add_units(owner, number(written), at)

    def _is_of_minutes(self, owner: Owner, amount: int | None) -> bool:
        """Whether "TE x 23" is all of a line: of a service in capitals these are its minutes."""
        is_many = amount is not None and MOST_UNITS < amount <= MOST_MINUTES
        is_plain = not owner.is_code and self._line.written(owner.at).isupper()
        return is_many and is_plain and self._line.is_charge_line()

    def _keep_unclear(self, owner: Owner, amount: int | None, at: int) -> None:
        """More units than a visit can hold may be minutes; nobody can tell."""
        is_much = amount is not None and MOST_UNITS < amount <= MOST_MINUTES
        if amount is not None and is_much and owner.is_code and self._line.stands_free(at, owner):
            self._unclear.append((owner, amount, at))

    def _add_units(self, owner: Owner, amount: int | None, at: int) -> None:
        if amount is None or owner.code is None:
            return
        is_told = self._symbols.chars[at] == self._marks.units  # "0 units" is said, 0 is not
        if 0 < amount <= MOST_UNITS or (is_told and amount <= MOST_OF_A_COURSE):
            owner.has.add("units")
            self._tally.add_units(owner.code, amount, *self._line.place(at))

    def take_both(self, at: int, owner: Owner) -> None:
        """Units and minutes in one: 3/40 in a line of minutes is three units for 40 minutes."""
        if not self._line.line_tells_minutes(at) or not self._line.is_only_amounts(owner.end, at):
            return
        parts = self._line.written(at).split("/")
        if not all(map(str.isdigit, parts)) or len(parts) < SEVERAL:
            return
        few, many = sorted(map(int, parts))
        if few <= MOST_UNITS < many <= MOST_MINUTES:
            self._add_units(owner, few, at)
            self.add_minutes(owner, many, at)

    def take_metres(self, at: int, owner: Owner) -> None:
        """In a line of charges "22m" are minutes; behind the name of a service units tell it."""
        written, _, rest = self._line.written(at).partition("m")
        is_of_charges = owner.is_code or self._marks.units in self._symbols.chars[owner.at : at]
        is_of_charges = is_of_charges or (
            len(self._line.owners) > 1 and self._line.is_charge_line()
        )
        if rest or not is_of_charges or not self._line.is_only_amounts(owner.end, at):
            return
        amount = number(written.strip())
        if amount is not None and amount <= MOST_MINUTES:
            self.add_minutes(owner, amount, at)

    def take_bare(self, at: int, owner: Owner) -> None:
        """A bare number near a code: units when it is small, else minutes if the line says so."""
        amount = self._line.amount(at)
        is_pair = self._line.is_of_pairs and at - owner.at <= NEAR
        if amount is None or not (is_pair or self._line.stands_free(at, owner)):
            return
        if amount <= MOST_UNITS and not self._are_minutes(owner, amount):
            self._add_units(owner, amount, at)
        elif amount <= MOST_MINUTES and (
            self._line.line_tells_minutes(at)
            or self._has_minutes
            or is_pair
            or (
                (
                    amount > _MOST_UNCLEAR
                    or self._line.units_follow(at)
                    or any(
                        code.isdigit() for code in self._tally.minutes | self._tally.service_minutes
                    )
                )
                and self._line.is_charge_line()
            )
        ):
            self.add_minutes(owner, amount, at)
            self._is_bare = True

    def _are_minutes(self, owner: Owner, amount: int) -> bool:
        """Whether pairs of service and number are of minutes: "TE 25 / MT 6", no "MT 2"."""
        has_none = not owner.is_code and "minutes" not in owner.has
        return has_none and self._is_bare and amount > _MOST_OF_A_SERVICE

    def take_ahead(self, at: int, owner: Owner) -> None:
        """A bare number right before its owner, in a list of such: units where all are small."""
        amount = self._line.amount(at) or 0
        if max(self._line.amount(each) or 0 for each in self._line.ahead) <= MOST_UNITS:
            self._add_units(owner, amount, at)
        elif amount <= MOST_MINUTES and (
            self._line.line_tells_minutes(at) or self._line.is_charge_line()
        ):
            self.add_minutes(owner, amount, at)

    def is_sum(self, at: int) -> bool:
        """Whether an amount is that of all codes: "97110 30 min, 97140 15 min, 45 min"."""
        marks = self._marks
        is_last = marks.anything.isdisjoint(self._symbols.chars[at : self._statement.last])
        is_amount = self._symbols.chars[at] in marks.minutes_or_numbers
        is_amount = is_amount or self._line.written(at)[-1:] == "m"  # "= 40m" are no metres
        is_several = len(self._given) >= SEVERAL and "total" not in self._tally.minutes
        return is_last and is_amount and is_several and self._line.amount(at) == sum(self._given)

    def say_unclear(self) -> None:
        """Say both readings of a number that its line leaves open: "97110 x 30"."""
        for owner, amount, at in self._unclear:
            span, clause = self._line.place(at)
            if owner.code and not owner.has and clause.status not in KEPT_OUT - _UNLESS_CODED:
                self._tally.add_unclear(owner.code, amount, span, clause)
