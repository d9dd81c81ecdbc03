"""Do the billed units fit the minutes, by the way in which the payer counts?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from lint97110.arithmetic import sums
from lint97110.arithmetic.allocation import Allocation, allocate
from lint97110.arithmetic.table import FIRST_UNIT, units_of
from lint97110.billing.visit import Visit


class Fault(StrEnum):
    """How units can fail to fit minutes."""

    OVER_TOTAL_TIME = "over-total-time"
    OVER_MIDPOINT = "over-midpoint"
    MISPLACED = "misplaced"
    BELOW = "below"
    UNDECIDED = "undecided"


_TOO_MANY = frozenset((Fault.OVER_TOTAL_TIME, Fault.OVER_MIDPOINT))


@dataclass(frozen=True, slots=True)
class Judgement:
    """One way in which the units do not fit, for which codes, and the sum that shows it.

    `is_open` when the note leaves room for minutes that its figures do not show.
    """

    fault: Fault
    codes: tuple[str, ...]
    says: str
    is_open: bool = False


def judge(visit: Visit, unit_rule: str) -> Iterator[Judgement]:
    """What is wrong with the units of a visit; nothing while its minutes are open.

    `unit_rule` is medicare, midpoint or unknown; when unknown, both ways are looked at, and one
    judgement says what each makes of it where they disagree.
    """
    if not visit.units:
        return
    minutes = visit.whole
    if minutes is None:
        yield from _by_totals(visit, unit_rule)
        return
    if visit.timed is not None and visit.timed != sum(minutes.values()):
        return  # two totals: which of them counts is asked elsewhere
    for judgement in _judged(_Counted(visit, minutes), unit_rule):
        doubt = _doubt(visit) if judgement.fault in _TOO_MANY else ""
        says = f"{judgement.says} {doubt}".rstrip()
        yield replace(judgement, says=says, is_open=bool(doubt))


def _judged(counted: "_Counted", unit_rule: str) -> Iterator[Judgement]:
    if unit_rule == "medicare":
        return counted.by_total_time()
    return counted.by_midpoint() if unit_rule == "midpoint" else counted.by_both()


def _doubt(visit: Visit) -> str:
    """Why too many units may not be too many; empty where nothing speaks for it."""
    twice = sorted(visit.repeated & visit.units.keys())
    if twice:
        return f"The minutes of {', '.join(twice)} are stated twice: is that one period, or two?"
    is_part = any(visit.minutes.get(code, FIRST_UNIT) < FIRST_UNIT for code in visit.units)
    if is_part and visit.unassigned >= FIRST_UNIT:
        return f"{visit.unassigned} minutes of the visit are not assigned to any code."
    return ""


class _Counted:
    """A visit whose minutes are all known, counted both ways."""

    def __init__(self, visit: Visit, minutes: Mapping[str, int]) -> None:
        self._billed = visit.units
        self._total = visit.billed
        self._minutes = minutes
        self._shared: Allocation = allocate(minutes)
        self._alone = {code: units_of(amount) for code, amount in minutes.items()}

    def by_total_time(self) -> Iterator[Judgement]:
        said = f"{self._medicare}."
        if self._total > self._shared.total:
            yield self._judgement(Fault.OVER_TOTAL_TIME, said)
        elif self._is_misplaced():
            yield self._judgement(Fault.MISPLACED, f"{said} {self._as_billed}.")
        elif self._total < self._shared.total:
            yield self._judgement(Fault.BELOW, said)

    def by_midpoint(self) -> Iterator[Judgement]:
        over = tuple(code for code, n in self._billed.items() if n > self._alone.get(code, 0))
        if over:
            yield Judgement(Fault.OVER_MIDPOINT, over, f"{self._midpoint}. {self._as_billed}.")
        elif self._total < sum(self._alone.values()):
            yield self._judgement(Fault.BELOW, f"{self._midpoint}.")

    def by_both(self) -> Iterator[Judgement]:
        medicare, midpoint = self._shared.total, sum(self._alone.values())
        if medicare == midpoint:
            yield from self.by_total_time()
            return
        said = f"{self._medicare}. {self._midpoint}."
        if self._total > max(medicare, midpoint):
            yield self._judgement(Fault.OVER_TOTAL_TIME, said)
        elif self._total > min(medicare, midpoint):
            yield self._judgement(Fault.UNDECIDED, said)
        else:
            yield self._judgement(Fault.BELOW, said)

    def _is_misplaced(self) -> bool:
        """Whether units sit where no right sharing puts them, though they are not too many."""
        if self._total == self._shared.total:
            return not self._shared.accepts(self._billed)
        most = {
            code: full + (code in (*self._shared.extra, *self._shared.tied))
            for code, full in self._shared.full.items()
        }
        return any(n > most.get(code, 0) for code, n in self._billed.items())

    def _judgement(self, fault: Fault, says: str) -> Judgement:
        return Judgement(fault, tuple(self._billed), says)

    @property
    def _medicare(self) -> str:
        return sums.total_time_sentence(self._minutes, self._shared, billed=self._total)

    @property
    def _midpoint(self) -> str:
        return sums.midpoint_sentence(self._minutes, self._alone, billed=self._total)

    @property
    def _as_billed(self) -> str:
        each = ", ".join(f"{code} x {n}" for code, n in self._billed.items())
        return f"Billed: {each}"


def _by_totals(visit: Visit, unit_rule: str) -> Iterator[Judgement]:
    """Too many units for all minutes together, whichever code they belong to."""
    if visit.unsure or (visit.timed is None and visit.total is None):
        return
    is_timed = visit.timed is not None
    minutes = visit.timed if visit.timed is not None else visit.total or 0
    most = _most_units(minutes, len(visit.charged), unit_rule)
    if visit.billed <= most:
        return
    amount = sums.counted(minutes, "timed minute") if is_timed else f"{minutes} minutes in all"
    fault = Fault.OVER_MIDPOINT if unit_rule == "midpoint" else Fault.OVER_TOTAL_TIME
    how = sums.TOTAL_TIME if unit_rule == "medicare" else "however they are counted"
    yield Judgement(
        fault,
        tuple(visit.units),
        f"{amount} → {sums.counted(most, 'unit')} at most ({how}), {visit.billed} billed.",
    )


def _most_units(minutes: int, codes: int, unit_rule: str) -> int:
    """The most units that minutes make, over so many codes; code by 8 minutes make one each."""
    together = units_of(minutes)
    if unit_rule == "medicare" or codes == 1:
        return together
    apart = minutes // FIRST_UNIT
    return apart if unit_rule == "midpoint" else max(together, apart)
