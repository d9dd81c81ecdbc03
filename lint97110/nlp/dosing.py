"""Doses of exercises: a dose makes its neighbour an exercise, unless that is something else.

A modality, a manual technique, a test, a medicine or a code that owns a dose keeps it from being an
exercise's; so does a goal.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.dose_counts import CountReader
from lint97110.nlp.dose_marks import DOSES, TIMES, DoseMarks
from lint97110.nlp.dose_owners import Owner, Owners
from lint97110.nlp.dose_tables import DoseTables
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tables import Table
from lint97110.nlp.tally import MOST_UNITS
from lint97110.nlp.walking import Walks
from lint97110.wording import any_of

_SPANS = frozenset(("minutes", "minutes_range"))  # long enough to be those of the claim, too
_INCHES = re.compile(r"\d+\s?(?:\"|''|”|″)")
_IS_A_WAY = re.compile(r"\d+\s*[a-z]{1,6}\s*[x×]", re.IGNORECASE)  # "500 m x 3"
_MOST_SETS, _MOST_REPS = 20, 200  # of an exercise
_FEW = 3  # "x3", "two of them": rounds of something, not yet a dose
_TO_SETTLE = 9  # symbols between what settled and the time that it took


class Doser:
    """Finds the doses of exercises in the statements of a note."""

    def __init__(self, grammar: Grammar) -> None:
        """Find out once which symbols can own a dose."""
        self._marks = DoseMarks(grammar)
        self._owners = Owners(self._marks)
        self._counts = CountReader(self._marks)
        self._tables = DoseTables(self._marks)
        self._walks = Walks(grammar)
        self._told_as_dose = any_of(grammar.language.wordings["doses.told_as_dose"])

    def facts(self, reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
        """Exercises named by their dose, doses and times of exercises."""
        yield from self._dosed(reading)
        yield from self._counts.facts(reading)
        yield from self._tables.facts(reading, tables)

    def _dosed(self, reading: Reading) -> Iterator[Fact]:
        """Those of running text, in reading order."""
        owners: dict[int, Owner | None] = {}
        places = reading.symbols.where(self._marks.dosing)
        for number, statement in enumerate(reading.statements):
            first, last = (bisect_left(places, at) for at in (statement.first, statement.last))
            for at in places[first:last]:
                unclear = self._unclear(reading, statement, at)
                if unclear:
                    yield unclear
                    continue
                owners[number] = owner = self._owner(reading, number, at, owners)
                if owner is not None and self._is_dosed(reading, statement, at, owner):
                    yield from self._told(reading, statement, at, owner)

    def _kind(self, symbols: Symbols, at: int) -> str:
        return self._marks.kind_of[symbols.chars[at]]

    def _unclear(self, reading: Reading, statement: Statement, at: int) -> Fact | None:
        """Both readings of a mark that may be one of feet or of minutes."""
        if self._kind(reading.symbols, at) != "minutes":
            return None
        return self._walks.unclear(reading, statement, at)

    def _owner(
        self, reading: Reading, number: int, at: int, known: Mapping[int, Owner | None]
    ) -> Owner | None:
        """The owner of a dose; of a faint one, an exercise near by before the thing beside it."""
        owner = self._owners.of(reading, number, at, known)
        if owner is not None and owner.kind == "thing" and self._is_faint(reading, at):
            statement = reading.statements[number]
            return self._owners.exercise_near(reading.symbols, statement, at) or owner
        return owner

    def _is_faint(self, reading: Reading, at: int) -> bool:
        """Whether an amount is too little to make an exercise of its neighbour: a time, "x2"."""
        symbols = reading.symbols
        kind, slots = self._kind(symbols, at), symbols.values[at]
        if kind in TIMES:
            return True
        is_bare = isinstance(slots, dict) and set(slots) == {"reps"}
        reps = str(slots.get("reps", "")) if is_bare and isinstance(slots, dict) else ""
        if not reps.isdigit() or int(reps) > _FEW:
            return False
        return not self._is_told_as_dose(reading, at)

    def _is_told_as_dose(self, reading: Reading, at: int) -> bool:
        """Whether a word says what is counted: "3 rounds", "500 m x 3"."""
        words = reading.text[reading.symbols.starts[at] : reading.symbols.ends[at]]
        return bool(self._told_as_dose.search(words) or _IS_A_WAY.match(words))

    def _is_dosed(self, reading: Reading, statement: Statement, at: int, owner: Owner) -> bool:
        """Whether an amount is a dose, or a time, of an exercise or of what may be one."""
        symbols = reading.symbols
        kind = self._kind(symbols, at)
        if owner.kind == "other":
            return False
        if kind == "minutes_range" and not self._owners.is_on_a_machine(symbols, statement, at):
            return False
        if kind in DOSES and owner.kind == "thing" and self._is_faint(reading, at):
            return False
        return not (kind in TIMES and self._is_a_recovery(symbols, statement.first, at))

    def _is_a_recovery(self, symbols: Symbols, first: int, at: int) -> bool:
        """Whether a time tells how long something took to pass: "settled in 1 min"."""
        marks, chars = self._marks, symbols.chars
        near = chars[max(first, at - _TO_SETTLE) : at]
        return near[-1:] in marks.until and not marks.settled.isdisjoint(near)

    def _told(
        self, reading: Reading, statement: Statement, at: int, owner: Owner
    ) -> Iterator[Fact]:
        """The facts that a dose tells of its owner."""
        symbols = reading.symbols
        kind, value = self._kind(symbols, at), symbols.values[at]
        is_height = self._is_a_height(reading, at, owner)
        slots = dict(value) if isinstance(value, dict) else {}
        if is_height:
            slots.pop("hold", None)
        is_dose = kind in DOSES
        is_kept = (
            _is_likely(slots) if is_dose else not is_height and self._is_timed(symbols, kind, owner)
        )
        is_service = symbols.chars[owner.first] in self._marks.services
        if not is_kept or (is_service and (kind in _SPANS or _is_units(slots))):
            return  # of a service: those of the claim
        span = _joint(symbols, statement, at, owner)
        clause = _standing(statement, symbols.starts[at], span.start)
        is_thing = owner.kind == "thing"
        is_used = not self._marks.machines.isdisjoint(symbols.chars[owner.first : owner.last])
        if is_dose:
            yield Fact("exercise_dose", span, clause, slots)
        if is_dose and is_thing:
            yield Fact("dosed_thing", span, clause, slots)
        if is_thing and not is_used and not is_dose and kind != "hold":
            yield Fact("machine_time", span, clause, slots)
        elif not is_dose or "hold" in slots:
            yield Fact("exercise_time", span, clause, slots)

    def _is_timed(self, symbols: Symbols, kind: str, owner: Owner) -> bool:
        """Whether a time makes a dose of its owner; of a mere thing, where that can move."""
        names = symbols.chars[owner.first : owner.last]
        is_moving = not self._marks.moving.isdisjoint(names)
        return owner.kind != "thing" or kind == "hold" or is_moving

    def _is_a_height(self, reading: Reading, at: int, owner: Owner) -> bool:
        """Whether a mark for seconds is one for inches: 'step-down 8"', 'SAQ over 6" bolster'."""
        symbols, chars = reading.symbols, reading.symbols.chars
        before, behind = max(at - 1, 0), min(at + 1, len(chars) - 1)
        is_raised = any(chars[each] in self._marks.raised for each in (owner.first, before, behind))
        is_bare = self._kind(symbols, at) == "seconds"
        is_of_a_thing = is_bare and chars[behind] in self._marks.set_up
        is_above = chars[before] in self._marks.from_or_over
        if not (is_raised or is_of_a_thing or is_above):
            return False
        return _INCHES.match(reading.text, symbols.starts[at], symbols.ends[at]) is not None


def _joint(symbols: Symbols, statement: Statement, at: int, owner: Owner) -> Span:
    """From the owner to its dose, in either order; the dose alone where the owner went before."""
    start, end = symbols.starts[at], symbols.ends[at]
    if owner.first < statement.first:
        return Span(start, end)
    return Span(min(start, symbols.starts[owner.first]), max(end, symbols.ends[owner.last - 1]))


def _is_units(slots: Mapping[str, SlotValue]) -> bool:
    """Whether "x2" behind a service counts its units, and no repetitions."""
    reps = str(slots.get("reps", ""))
    return set(slots) == {"reps"} and reps.isdigit() and int(reps) <= MOST_UNITS


def _is_likely(slots: Mapping[str, SlotValue]) -> bool:
    """Whether the numbers can be sets and repetitions: 134x82 is a blood pressure."""
    sets, reps = (str(slots.get(name, "0")) for name in ("sets", "reps"))
    if reps == "1" and sets == "0":
        return False
    return not (sets.isdigit() and int(sets) > _MOST_SETS) and not (
        reps.isdigit() and int(reps) > _MOST_REPS
    )


_ORDER = (
    *("template", "goal", "negated", "by_other", "home", "conditional", "planned", "historical"),
    *("reported", "ordered", "measured"),
)
"""The standings that keep a dose from counting, the strongest first."""


def _standing(statement: Statement, dose: int, owner: int) -> Clause:
    """The clause of a dose, standing as that of its owner where this keeps it from counting."""
    clause, other = statement.clause_at(dose), statement.clause_at(owner)
    status = next((s for s in _ORDER if s in (clause.status, other.status)), clause.status)
    return Clause(clause.span, status, clause.sections)
