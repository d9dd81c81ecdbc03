"""Minutes and units as they are found in a note; the first statement of a value stays.

The same code again is a fact of its own: another amount makes two figures, which are none to count
with, and the same amount may be one episode told twice, or two of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint97110.model import Clause, Fact, SlotValue, Span, Stated

MOST_MINUTES = 180  # no service of one visit lasts longer
MOST_OF_A_COURSE = 99  # where they are called units: a letter may count those of many visits
MOST_UNITS = 7  # eight or more after a timed code is probably minutes: it is kept out

_OF_AN_HOUR = "/60"  # British: 45/60 is 45 minutes


def number(value: object) -> int | None:
    """A whole number of minutes or units, when the value is one.

    >>> [number(v) for v in ("23", "4.0", "7.5", "x2", "45/60")]
    [23, 4, None, None, 45]
    """
    try:
        amount = float(str(value).replace(",", "").removesuffix(_OF_AN_HOUR))
    except (ValueError, OverflowError):
        return None
    return int(amount) if amount.is_integer() else None


@dataclass(slots=True)
class Tally:
    """What is stated so far, and the facts that say so."""

    minutes: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    service_minutes: dict[str, int] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    start: str | None = None
    end: str | None = None

    def add_minutes(self, key: str, amount: int, span: Span, clause: Clause) -> None:
        """Minutes of a code, of the timed codes (`timed`) or of the session (`total`)."""
        if key not in self.minutes:
            self.minutes[key] = amount
            self.facts.append(Fact("session_time", span, clause, {"code": key, "n": amount}))
        else:
            kind = "minutes_repeated" if self.minutes[key] == amount else "minutes_restated"
            self.facts.append(Fact(kind, span, clause, {"code": key, "n": amount}))

    def take_sums(self, minutes: Mapping[str, int]) -> None:
        """Sums of several amounts of one code, in place of the first of them."""
        self.minutes.update(minutes)
        told = ("minutes_restated", "minutes_repeated")
        self.facts = [
            each
            for each in self.facts
            if not (each.kind in told and each.slots.get("code") in minutes)
        ]

    def add_service_minutes(self, code: str, amount: int, span: Span, clause: Clause) -> None:
        """Minutes under the name of a service; those under its code come first."""
        if code not in self.service_minutes:
            self.service_minutes[code] = amount
            self.facts.append(Fact("session_time", span, clause, {"code": code, "n": amount}))
        elif self.service_minutes[code] != amount and code not in self.minutes:
            self.facts.append(Fact("minutes_restated", span, clause, {"code": code, "n": amount}))

    def keep_charged(self, codes: frozenset[str]) -> None:
        """Forget the minutes of services of these `codes`, where the code itself is not charged."""
        gone = codes.intersection(self.service_minutes) - self.units.keys() - self.minutes.keys()
        for code in gone:
            del self.service_minutes[code]
        self.facts = [fact for fact in self.facts if fact.slots.get("code") not in gone]

    def add_units(self, code: str, amount: int, span: Span, clause: Clause) -> None:
        """Units of a code."""
        if code not in self.units:
            self.units[code] = amount
            self.facts.append(Fact("units_stated", span, clause, {"code": code, "n": amount}))
        elif self.units[code] != amount:
            self.facts.append(Fact("units_restated", span, clause, {"code": code, "n": amount}))

    def add_unclear(self, code: str, amount: int, span: Span, clause: Clause) -> None:
        """A number that is minutes or units: both readings, and nothing to count with."""
        if code not in self.minutes and code not in self.units:
            slots: dict[str, SlotValue] = {"code": code, "minutes": amount, "units": amount}
            self.facts.append(Fact("minutes_or_units", span, clause, slots))

    def stated(self) -> Stated:
        """What the note states."""
        minutes = dict(self.minutes)
        for code, amount in self.service_minutes.items():
            minutes.setdefault(code, amount)
        return Stated(minutes, self.start, self.end, dict(self.units))
