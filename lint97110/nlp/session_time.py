"""Totals, hours and clock times that stand in phrases of their own."""

import re
from collections.abc import Iterable

from lint97110.arithmetic.clock import MINUTES_IN_HOUR, clock, minutes_between
from lint97110.arithmetic.duration import duration
from lint97110.model import Clause, Fact
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading
from lint97110.nlp.session_facts import (
    BEHIND,
    TOTALS,
    begins_total,
    in_turn,
    is_field,
    is_within_a_pair,
    names_the_next,
)
from lint97110.nlp.session_symbols import AGAINST, SessionSymbols
from lint97110.nlp.tally import MOST_UNITS, Tally, number

MOST_HOURS = 4  # no outpatient visit lasts longer; clinic hours do
_MOST_NAMED = 9  # a day of work hardening, from "clock in" to "clock out"
_MOST_PARTS = 5  # words of "1 hr and 5 min"
_FIELD = re.compile(r"\d[^\n.,;|()]*")  # from a number to the end of its field
_SAID = {True: "30 min", False: "1 h"}  # "half an hour", "an hour"
_ELSEWHERE = frozenset(("reported", "historical", "negated", "home", "goal", "by_other"))
_UNLESS_NAMED = frozenset(("reported", "home"))  # the patient came at 9:00; we were in her home
_NOT_NOW = frozenset(("home", "historical", "conditional"))
_OF_PLAN = frozenset(("plan", "frequency"))
_BARE = frozenset(("bare_total", "total_bare", AGAINST))
_HALVES = frozenset(("clock_start", "clock_end"))
_ALL_TIMED, _NAMED_FIELD = "all_timed", "time_field"
_OF_TIME = TOTALS | _HALVES | _BARE | {"clock_pair", "session_hours", _ALL_TIMED, _NAMED_FIELD}
_BARS = frozenset(("of_another_visit", "unit_size", "untimed_minutes", "minutes_of_thing"))
_LOOKED_AT = _OF_TIME | _BARS | {"hours_of_life"}


class SessionTime:
    """Reads the phrases of a note."""

    def __init__(self, grammar: Grammar) -> None:
        """Find the symbols once."""
        self._symbols = SessionSymbols(grammar)

    def read(self, reading: Reading, tally: Tally) -> None:
        """Add what the phrases of a note say to `tally`."""
        _Phrases(reading, tally, self._symbols).run()


class _Phrases:
    """The phrases of one note."""

    def __init__(self, reading: Reading, tally: Tally, symbols: SessionSymbols) -> None:
        self._reading = reading
        self._tally = tally
        self._symbols = symbols
        kept = [fact for fact in reading.facts if fact.kind in _LOOKED_AT]
        self._barred = [fact for fact in kept if fact.kind in _BARS]
        self._life = [fact for fact in kept if fact.kind == "hours_of_life"]
        self._facts = [
            fact
            for fact in kept
            if fact.kind in _OF_TIME
            and (fact.clause.status not in ("goal", "template") or self._is_now(fact))
            and not self._is_barred(fact)
            and not names_the_next(fact, kept)
            and not is_within_a_pair(fact, kept)
        ]

    def run(self) -> None:
        """Blocks of clock times first, then totals, halves of a block, hours and bare numbers."""
        for fact in self._facts:
            if fact.kind == "clock_pair":
                self._pair(fact)
        for fact in self._without_overlap():
            self._total(fact)
        for fact in self._facts:
            if fact.kind == _ALL_TIMED and self._tally.minutes.get("total"):
                self._tally.minutes.setdefault("timed", number(fact.slots["n"]) or 0)
        for fact in in_turn(fact for fact in self._facts if fact.kind in _HALVES):
            self._half(fact)
        self._hours_and_bare()

    def _hours_and_bare(self) -> None:
        for fact in self._facts:
            if fact.kind == "session_hours":
                self._hours(fact)
            elif self._is_bare_total(fact):
                self._total(fact)

    def _is_now(self, fact: Fact) -> bool:
        """Whether it tells of today all the same: "Today (visit 40 min)", "Start 0845, end __"."""
        if fact.clause.status == "template":
            return fact.kind in _HALVES
        statement = self._reading.over(fact.span)
        return statement is not None and bool(statement.mask & self._symbols.today)

    def _is_barred(self, fact: Fact) -> bool:
        """Whether it speaks of another visit, or of how long a unit is."""
        return any(
            bar.span.start <= fact.span.end <= bar.span.end
            and not (bar.kind != "of_another_visit" and fact.kind not in TOTALS)
            for bar in self._barred
        )

    def _without_overlap(self) -> Iterable[Fact]:
        """Each amount with the name that was given it first.

        In "total 55 min timed 40 min" the name stands before, in "40 min timed 55 min total"
        behind: reading on from the left, no word and no amount is used twice.
        """
        totals = [fact for fact in self._facts if fact.kind in TOTALS]
        of_codes = {id(fact) for fact in totals if self._is_of_a_code(fact)}
        free = (
            fact
            for fact in totals
            if not (fact.kind == "minutes_total" and id(fact) in of_codes)
            and not self._symbols.is_of_exercise(fact, self._reading)
            and not self._symbols.is_of_thing(fact, self._reading)
        )
        return (fact for fact in in_turn(free) if id(fact) not in of_codes)

    def _total(self, fact: Fact) -> None:
        amount = number(fact.slots.get("n", "")) or 0
        if (
            not 0 < amount <= _MOST_NAMED * MINUTES_IN_HOUR
            or fact.clause.status in _NOT_NOW
            or self._is_intended(fact)
        ):
            return
        is_sure = fact.kind != "minutes_total" and self._symbols.tells_minutes(fact, self._reading)
        if amount <= MOST_UNITS and not is_sure:
            return  # "1:1, 2 km"; "walked 6 min total"
        if fact.kind == "minutes_total" and 2 * amount < sum(self._tally.minutes.values()):
            return  # of something within the session: "7 min total" behind the bike
        is_timed = fact.kind in ("timed_minutes", "minutes_timed")
        is_timed = is_timed or self._symbols.is_timed(fact, self._reading)
        key = "timed" if is_timed else "total"
        if self._tally.minutes.setdefault(key, amount) != amount:
            self._tally.facts.append(
                Fact("minutes_restated", fact.span, fact.clause, {"code": key, "n": amount})
            )
        self._tally.facts.append(
            Fact("session_time", fact.span, fact.clause, {"code": key, "n": amount})
        )

    def _is_bare_total(self, fact: Fact) -> bool:
        """Whether a number without its unit is that of the session, by what stands around it."""
        if fact.kind == _NAMED_FIELD:
            is_new = "total" not in self._tally.minutes and not self._is_of_a_code(fact)
            is_new = is_new and fact.clause.status != "measured"
            return is_new and is_field(self._reading.text, fact)
        is_whole = fact.kind in _BARE and not begins_total(fact, self._facts)
        return is_whole and self._is_beside_minutes(fact)

    def _is_beside_minutes(self, fact: Fact) -> bool:
        """Whether other minutes stand in the line of a bare total, and none of them are its own."""
        place = self._reading.lines.place
        line, end = place(fact.span.start)[0], fact.span.end
        if fact.kind == "total_bare":
            end = fact.span.start + len(str(fact.slots.get("n", "")))
        times = [each for each in self._tally.facts if each.kind == "session_time"]
        of_codes = sum(n for code, n in self._tally.minutes.items() if code.isdigit())
        if (number(fact.slots.get("n", "")) or 0) < max(of_codes, MOST_UNITS + 1):
            return False  # "visit 6", "10:15-11:00 (3)"
        return "total" not in self._tally.minutes and any(
            place(each.span.end)[0] in (line - 1, line) and each.span.end != end for each in times
        )

    def _is_of_a_code(self, fact: Fact) -> bool:
        """Whether its minutes are those of a code: "from 3:00 to 3:45 for 45 min of ther ex"."""
        words = fact.span.of(self._reading.text).lower()
        if fact.kind == "timed_minutes" and ("timed" in words or "total" in words):
            return False
        ends = [
            each.span.end
            for each in self._tally.facts
            if str(each.slots.get("code", ""))[:1].isdigit()
        ]
        if fact.kind in BEHIND:
            return any(fact.span.start < end < fact.span.end for end in ends)
        return fact.span.end in ends

    def _is_intended(self, fact: Fact) -> bool:
        """Whether a plan says how long its visits will be: "45 min sessions 2x/wk"."""
        words = fact.span.of(self._reading.text).lower().split()
        if not self._symbols.visits.isdisjoint(words):
            return True
        statement = self._reading.over(fact.span)
        is_plan = statement is not None and not _OF_PLAN.isdisjoint(fact.clause.sections)
        return is_plan and bool(statement and statement.mask & self._symbols.intent)

    def _hours(self, fact: Fact) -> None:
        """Hours, or hours and minutes: 1 h 5 is 65 minutes, and 1 h 5 reps is an hour."""
        words = self._reading.text[fact.span.start :]
        field = _FIELD.search(words)
        hours = duration(field.group()) if field else None
        if hours is None and field:  # "1 hr 5 min total incl setting up"
            parts = field.group().split()[:_MOST_PARTS]
            told = (duration(" ".join(parts[:end])) for end in range(len(parts), 0, -1))
            hours = next((each for each in told if each is not None), None)
        hours = (
            hours
            or duration(str(fact.slots.get("n", "")) + " h")
            or duration(_SAID.get("half" in words[: fact.span.end - fact.span.start].lower(), ""))
        )
        if hours is not None and hours.minutes < MOST_HOURS * MINUTES_IN_HOUR:
            self._tally.add_minutes("total", hours.minutes, fact.span, fact.clause)

    def _is_of_life(self, fact: Fact) -> bool:
        """Whether its clock times are those of a shift, of school or of a night's sleep."""
        return any(fact.span.overlaps(life.span) for life in self._life)

    def _pair(self, fact: Fact) -> None:
        start = clock(str(fact.slots.get("a", "")), None, str(fact.slots.get("b", "")))
        end = clock(str(fact.slots.get("b", "")), start)
        if start is None or end is None or self._tally.start is not None:
            return
        most = _MOST_NAMED if self._is_called_a_session(fact) else MOST_HOURS
        is_long = minutes_between(start, end) > most * MINUTES_IN_HOUR
        if is_long or self._is_elsewhere(fact) or self._is_of_life(fact):
            return
        self._tally.start, self._tally.end = start, end
        slots = {"start": start, "end": end}
        self._tally.facts.append(Fact("session_time", fact.span, fact.clause, slots))

    def _is_elsewhere(self, fact: Fact) -> bool:
        """Whether a pair of clock times is of another time, or of another's."""
        status, statement = fact.clause.status, self._reading.over(fact.span)
        if status in _UNLESS_NAMED:
            return not (self._is_called_a_session(fact) or self._opens_line(fact))
        if status == "historical" and statement is not None:  # "SOC 4/1   In 9:15 Out 10:00"
            return not (statement.mask & self._symbols.since and self._is_called_a_session(fact))
        return status in _ELSEWHERE

    def _opens_line(self, fact: Fact) -> bool:
        """Whether nothing but a day stands before it: "3/18 10:30-11:15  Reports ..."."""
        text, start = self._reading.text, fact.span.start
        before = text[text.rfind("\n", 0, start) + 1 : start]
        return any(map(str.isdigit, before)) and not any(map(str.isalpha, before))

    def _is_called_a_session(self, fact: Fact) -> bool:
        """Whether a word of coming and going stands with a pair of clock times."""
        return any(
            half.kind in _HALVES and fact.span.start <= half.span.start < fact.span.end
            for half in self._facts
        )

    def _is_of_symptom(self, fact: Fact) -> bool:
        """Whether the patient tells when a pain began or ended."""
        statement = self._reading.over(fact.span)
        if fact.clause.status != "reported" or statement is None:
            return False
        words = fact.span.of(self._reading.text).lower().split()
        return bool(statement.mask & self._symbols.symptom) and self._symbols.comings.isdisjoint(
            words
        )

    def _half(self, fact: Fact) -> None:
        """A start or an end alone; the two together are a session."""
        tally = self._tally
        if self._is_of_life(fact) or self._is_of_symptom(fact):
            return
        if fact.kind == "clock_start" and tally.start is None:
            tally.start = clock(str(fact.slots.get("a", "")))
        elif fact.kind == "clock_end" and tally.end is None:
            tally.end = clock(str(fact.slots.get("b", "")), tally.start)
        else:
            return
        kind = "clock_half" if None in (tally.start, tally.end) else "session_time"
        clause = Clause(fact.clause.span, "performed", fact.clause.sections)
        tally.facts.append(Fact(kind, fact.span, clause, fact.slots))
