"""The minutes and units of a visit that are firm enough to count with.

Two different figures for one thing are none: what is stated twice and differently is left out, and
so is everything that would need it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from lint97110.arithmetic.clock import clock, minutes_between
from lint97110.arithmetic.codes import TIMED, UNTIMED
from lint97110.arithmetic.table import PER_UNIT
from lint97110.model import Fact, Note, Span, Stated

OF_ANOTHER_TIME = frozenset(
    ("goal", "home", "historical", "template", "reported", "by_other", "planned")
)
"""Clauses that tell nothing of this session."""
_TELLING = frozenset(
    (
        *("minutes_restated", "units_restated", "minutes_repeated", "unit_length"),
        *("session_time", "code_named", "clock_pair"),
    )
)
MOST_UNITS = 16  # of one code on one day, four hours; more are those of many visits
MOST_MINUTES = 240  # two clock times further apart are no session


@dataclass(frozen=True, slots=True)
class Visit:
    """What is billed and what stands behind it.

    `units` and `minutes` are those of timed codes, `untimed_...` of the others; `named` are timed
    codes that are charged without units. `timed`, `total` and `clock` are minutes, None where
    the note does not say. `unsure` are codes, `timed` or `total`, of which it says two things; of
    those `repeated` it says the same twice, which may be one episode or two.
    """

    units: Mapping[str, int]
    minutes: Mapping[str, int]
    untimed_units: Mapping[str, int]
    untimed_minutes: Mapping[str, int]
    named: tuple[str, ...]
    timed: int | None
    total: int | None
    clock: int | None
    unsure: frozenset[str]
    repeated: frozenset[str] = frozenset()

    @property
    def billed(self) -> int:
        """Timed units, all codes together."""
        return sum(self.units.values())

    @property
    def charged(self) -> tuple[str, ...]:
        """Timed codes that the note bills, with units or by name."""
        return tuple(dict.fromkeys((*self.units, *self.named)))

    @property
    def without_minutes(self) -> tuple[str, ...]:
        """Timed codes that are billed without firm minutes; one code has those of the total."""
        if self._has_one_code and self.timed is not None and not self.unsure:
            return ()
        return tuple(code for code in self.charged if code not in self.minutes)

    @property
    def whole(self) -> Mapping[str, int] | None:
        """The minutes of every timed code, or None while one of them is open."""
        if self.unsure - {"total"} or self.without_minutes or not self.charged:
            return None
        if self.minutes:
            return self.minutes
        return {code: self.timed for code in self.charged if self.timed is not None}

    @property
    def unassigned(self) -> int:
        """Minutes of the visit that stand under no code, as far as totals and clock tell."""
        listed = sum(self.minutes.values()) + sum(self.untimed_minutes.values())
        if self.timed is not None or self.untimed_units.keys() - self.untimed_minutes.keys():
            return 0
        return max(0, (self.total or self.clock or 0) - listed)

    @property
    def _has_one_code(self) -> bool:
        return len({*self.charged, *self.minutes}) == 1 and not self.minutes


def visit_of(note: Note) -> Visit:
    """What `note` bills, and the minutes that it states."""
    units, minutes = note.stated.units, note.stated.minutes
    facts = [fact for fact in note.facts if fact.kind in _TELLING]
    unsure = _codes(facts, "minutes_restated", "units_restated") | _lengths(facts, units)
    of_a_course = frozenset(code for code, n in units.items() if not 0 < n <= MOST_UNITS)
    return Visit(
        units=_of(units, TIMED, unsure | of_a_course),
        minutes=_of(minutes, TIMED, unsure),
        untimed_units=_of(units, UNTIMED, unsure),
        untimed_minutes=_of(minutes, UNTIMED, unsure),
        named=_named(facts),
        timed=None if "timed" in unsure else minutes.get("timed"),
        total=None if "total" in unsure else minutes.get("total"),
        clock=_clock(note.stated, facts),
        unsure=unsure & {*TIMED, "timed", "total"},
        repeated=_codes(facts, "minutes_repeated") & TIMED,
    )


def place_of(note: Note, kind: str, codes: Iterable[str]) -> Span | None:
    """Where the note first states units or minutes (`kind`) of one of these codes."""
    wanted = set(codes)
    spans = [f.span for f in note.facts if f.kind == kind and f.slots.get("code") in wanted]
    return min(spans, default=None)


def untimed_by_name(facts: Iterable[Fact], visit: Visit) -> dict[str, int]:
    """Minutes of billed untimed codes that the note gives by what was done: "10 min hot pack"."""
    found: dict[str, int] = {}
    for fact in facts:
        if fact.kind == "untimed_time":
            code, amount = str(fact.slots.get("untimed_service", "")), str(fact.slots.get("n", ""))
            if code in visit.untimed_units and amount.isdigit():
                found.setdefault(code, int(amount))
    return found


def _of(
    amounts: Mapping[str, int], codes: frozenset[str], unsure: frozenset[str]
) -> dict[str, int]:
    return {code: n for code, n in amounts.items() if code in codes and code not in unsure}


def _codes(facts: Iterable[Fact], *kinds: str) -> frozenset[str]:
    return frozenset(str(fact.slots["code"]) for fact in facts if fact.kind in kinds)


def _lengths(facts: Iterable[Fact], units: Mapping[str, int]) -> frozenset[str]:
    """Codes whose 15 minutes are the length of a unit: "97110 15 min x 3", not "x 1"."""
    lengths = [fact.span for fact in facts if fact.kind == "unit_length"]
    return frozenset(
        str(fact.slots["code"])
        for fact in facts
        if fact.kind == "session_time"
        and fact.slots.get("n") == PER_UNIT
        and units.get(str(fact.slots["code"])) != 1
        and any(fact.span.overlaps(span) for span in lengths)
    )


def _named(facts: Iterable[Fact]) -> tuple[str, ...]:
    """Timed codes in a line of charges; elsewhere a code may only be spoken of."""
    return tuple(
        dict.fromkeys(
            code
            for fact in facts
            if fact.kind == "code_named"
            and "charges" in fact.clause.sections
            and fact.clause.status not in OF_ANOTHER_TIME
            and (code := str(fact.slots.get("code", ""))) in TIMED
        )
    )


def _clock(stated: Stated, facts: Iterable[Fact]) -> int | None:
    """Minutes from the start to the end; blocks are added, one that holds the others is enough."""
    pairs = {pair for fact in facts if fact.kind == "clock_pair" for pair in _pair(fact)}
    if not pairs and stated.start and stated.end:
        pairs = {(stated.start, stated.end)}
    if not pairs or any(minutes_between(*pair) > MOST_MINUTES for pair in pairs):
        return None
    first, last = min(start for start, _ in pairs), max(end for _, end in pairs)
    if (first, last) in pairs:
        return minutes_between(first, last)
    ordered = sorted(pairs)
    if any(end > start for (_, end), (start, _) in pairwise(ordered)):
        return None
    return sum(minutes_between(*pair) for pair in pairs)


def _pair(fact: Fact) -> list[tuple[str, str]]:
    if fact.clause.status in OF_ANOTHER_TIME:
        return []
    written = str(fact.slots.get("b", ""))
    start = clock(str(fact.slots.get("a", "")), None, written)
    end = clock(written, start)
    return [(start, end)] if start and end else []
