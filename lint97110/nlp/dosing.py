"""Whose dose is it? A dose makes its neighbour an exercise, unless that is something else.

The owner of a dose is the nearest name on its left in the statement, else on its right, else the
owner of the statement before it. A modality, a manual technique, a test, a medicine or a code that
owns a dose keeps it from being an exercise's; so does a goal.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.alphabet import BOUND, literal
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tables import Row, Table
from lint97110.nlp.tally import MOST_UNITS
from lint97110.nlp.walking import Walks

OTHERS = (
    *("technique", "test", "test_word", "medication", "code", "medication_amount"),
    *("course_word", "attendance_word", "points"),
)
"""Classes whose doses are not an exercise's."""

_NO_NAMES = (
    "function_word",
    "number",
    "symptom",
    "limitation",
    "report_word",
    "today_word",
    "past_word",
    "future_word",
    "weekday",
    "month",
    "plan_verb",
    "negation_word",
    "goal_word",
    "medication",
    "vague_dose",
    "vague_duration",
    "week_word",
    "day_word",
    "body_part",
    "position",
    "side",
    "assistance",
    "credential",
    "patient_word",
    "condition_word",
    "reason_word",
    "clause_break",
    "separator",
    "time_noun",
    "total_row",
    "effort",
    "lead_word",
)
"""Words that do not name what is dosed."""

DOSES = frozenset(("dose", "dose_of_distance"))
TIMES = frozenset(("hold", "seconds", "minutes", "minutes_range"))
_SPANS = frozenset(("minutes", "minutes_range"))  # long enough to be those of the claim, too
_DOSED = DOSES | {"hold", "load", "load_pair"}
_WITH = ("with", "w/", "c̄", "using", "during")  # before what only goes along with the exercise
_ONTO = ("on", "of", "in", "at")  # between a time and the exercise behind it
_MANNER = (
    *("position", "side", "surface_word", "equipment", "band_color", "way_word", "motion"),
    *("body_part", "function_word", "load", "effort", "spent"),
)
"""What may stand between an exercise and the bare number that counts it."""

_BANDS = ("band", "tb", "tband", "theraband", "tubing")
_PRAISE = ("good", "slow", "full", "proper", "deep", "quick", "fast", "hard")
_BACK = ("back", "settled", "gone", "clear", "down", "recovery")  # to where it was before
_UNTIL = ("in", "within", "inside", "under", "after", "by", "<", "w/", "with", "at", "about")
_TO_HEAL = 9  # symbols between such a word and the time that it took
_BEHIND_COUNTS = (
    "with",
    "w/",
    "c̄",
    "without",
    "w/o",
    "at",
    "@",
    "each",
    "slow",
    "total",
    "all",
    "on",
    "no",
    ".",
    ";",
)
_LONGEST_LINK = 3  # symbols between such a word and the name behind it
_LONGEST_NAME = 6  # words of what is dosed
_IS_REPEATED = re.compile(r"\d\s*[x×]", re.IGNORECASE)
_INCHES = re.compile(r"\d+\s?(?:\"|''|”|″)")
_MOST_BARE = 20  # bare statements in a row that still speak of the same exercise
_BARE = 2  # symbols: a dose and its full stop
_MOST_SETS, _MOST_REPS = 20, 200  # of an exercise
_FEW = 3  # "x3", "two of them": rounds of something, not yet a dose
_TOLD_AS_DOSE = re.compile(r"over|rep|set|trial|tries|attempt|bout|round", re.IGNORECASE)
_IS_A_WAY = re.compile(r"\d+\s*[a-z]{1,6}\s*[x×]", re.IGNORECASE)  # "500 m x 3"
_FEWEST, _MOST = 4, 60  # repetitions that a number can count without saying so
_FARTHEST = 200  # symbols between a dose and its owner; who writes more has named nothing


@dataclass(frozen=True, slots=True)
class _Owner:
    kind: str  # exercise, exercise_class, other, thing
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Marks:
    """The characters of each sort of owner."""

    exercise: frozenset[str]
    exercise_class: frozenset[str]
    other: frozenset[str]
    thing: frozenset[str]
    filler: frozenset[str]
    stops: frozenset[str]
    counts: frozenset[str]
    services: frozenset[str]
    raised: frozenset[str]
    body: frozenset[str]
    moving: frozenset[str]
    machines: frozenset[str]
    links: frozenset[str]
    onto: frozenset[str]
    numbers: frozenset[str]
    sides: frozenset[str]
    named: frozenset[str]
    apart: frozenset[str]
    manner: frozenset[str]
    loads: frozenset[str]
    heads: frozenset[str]
    praise: frozenset[str]
    technique: frozenset[str]
    healing: frozenset[str]
    until: frozenset[str]
    ends: frozenset[str]


def marks(grammar: Grammar) -> _Marks:
    """Find out once which symbols can own a dose."""
    members = grammar.vocabulary.alphabet.members
    exercise = frozenset(members("exercise"))
    other = frozenset(members(*OTHERS)) - exercise - frozenset(members("lead_word"))
    return _Marks(
        exercise,
        frozenset(members("exercise_class")) - exercise,
        other,
        frozenset(members("word"))
        - exercise
        - other
        - frozenset(members("exercise_class", *_NO_NAMES)),
        frozenset(
            members(
                "body_part", "position", "side", "function_word", "load", "distance", "assistance"
            )
        ),
        frozenset(members("clause_break")),
        frozenset(members("small", "number_word")),
        frozenset(members("service")) - exercise,
        frozenset(members("raised_word")),
        frozenset(members("body_part", "position", "motion")) - other,
        frozenset(members("machine", "doing_verb", "exercise_head")) - other,
        frozenset(members("machine")),
        frozenset(members(*map(literal, _WITH))),
        frozenset(members(*map(literal, _ONTO))),
        frozenset(members("number")),
        frozenset(members("side")),
        exercise - frozenset(members("test", "machine", "distance")),
        frozenset(members("separator", "clause_break", "open_mark", "leader")),
        frozenset(members(*_MANNER)),
        frozenset(members("load", "band_color")) | frozenset(members(*map(literal, _BANDS))),
        frozenset(members("exercise_head")) - exercise - other,
        frozenset(members("looked_well", "way_word", *map(literal, _PRAISE))) - exercise,
        frozenset(members("technique")) - exercise,
        frozenset(members("mended", "then_well", *map(literal, _BACK))),
        frozenset(members(*map(literal, _UNTIL))),
        frozenset((BOUND, *members("clause_break", "close_mark", *map(literal, _BEHIND_COUNTS)))),
    )


class Doser:
    """Finds the doses of exercises in the statements of a note."""

    def __init__(self, grammar: Grammar) -> None:
        self._marks = marks(grammar)
        self._walks = Walks(grammar)
        self._kind_of = {char: kind for kind, char in grammar.vocabulary.kind_chars.items()}
        self._dosing = frozenset(c for c, kind in self._kind_of.items() if kind in DOSES | TIMES)

    def facts(self, reading: Reading) -> Iterator[Fact]:
        """Exercises named by their dose, doses and times of exercises, in reading order."""
        symbols, statements = reading.symbols, reading.statements
        owners: dict[int, _Owner | None] = {}
        places = symbols.where(self._dosing)
        for number, statement in enumerate(statements):
            first, last = (bisect_left(places, at) for at in (statement.first, statement.last))
            for at in places[first:last]:
                kind = self._kind_of[symbols.chars[at]]
                unclear = kind == "minutes" and self._walks.unclear(reading, statement, at)
                if unclear:
                    yield unclear
                    continue
                owner = (
                    self._on_the_left(symbols, statement.first, at)
                    or self._on_the_right(symbols, at, statement.last)
                    or self._before(symbols, statements, number, owners)
                    or self._of_the_body(symbols, statement.first, at)
                )
                is_faint = kind in TIMES or _is_tiny(reading, at)
                if owner is not None and owner.kind == "thing" and is_faint:
                    owner = self._exercise_near(symbols, statement, at) or owner
                owners[number] = owner
                if owner is None or owner.kind == "other":
                    continue
                if kind == "minutes_range" and not self._is_on_a_machine(symbols, statement, at):
                    continue
                barred = "hold" if self._is_a_height(reading, at, owner) else ""
                if kind in DOSES and owner.kind == "thing" and is_faint:
                    continue
                if kind in TIMES and self._is_a_recovery(symbols, statement.first, at):
                    continue
                yield from self._owned(symbols, statement, at, owner, barred)

    def counted(self, reading: Reading) -> Iterator[Fact]:
        """A number right before the name of an exercise counts it: eight frog jumps.

        So does one set apart behind it: "Bridges: 12, 12, 10", "heel raises (30)".
        """
        symbols, statements = reading.symbols, reading.statements
        firsts = [statement.first for statement in statements]
        for at in symbols.where(self._marks.numbers):
            step = at + 2 if symbols.chars[at + 1] in self._marks.praise else at + 1
            if symbols.chars[step] in self._marks.exercise:
                named = step if symbols.chars[at] in self._marks.counts else None
            else:
                named = self._counted_behind(symbols, at)
            if named is not None:
                first, last = min(at, named), max(at, named)
                span = Span(symbols.starts[first], symbols.ends[last])
                clause = statements[bisect_right(firsts, at) - 1].clause_at(symbols.starts[named])
                yield Fact("exercise_dose", span, clause, {"reps": str(symbols.values[at])})

    def _counted_behind(self, symbols: Symbols, at: int) -> int | None:
        """Where the exercise stands that a number behind it counts; None where it does not.

        Only marks, sides and places stand between the two, and nothing measures the number.
        """
        marks, chars = self._marks, symbols.chars
        if chars[at + 1] not in marks.ends or not _FEWEST <= _whole(symbols.values[at]) <= _MOST:
            return None
        is_apart = chars[at] in marks.counts and chars[at - 1] not in marks.sides
        for step in range(at - 1, max(at - _LONGEST_NAME, -1), -1):
            if chars[step] in marks.named:
                return step if is_apart else None
            if chars[step] in marks.heads:
                return step if chars[step + 1] in marks.apart else None
            is_mark = chars[step] in marks.apart or chars[step] in marks.loads
            if not is_mark and chars[step] not in marks.manner:
                return None
            is_apart = is_apart or (is_mark and step == at - 1)
        return None

    def from_tables(self, reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
        """Doses that stand in columns: sets and repetitions under their heads."""
        for table in tables:
            yield from self._compared(reading, table)
            if not {"sets", "reps"} & set(table.roles):
                continue
            for row in table.rows:
                yield from self._row(reading, row)

    def _compared(self, reading: Reading, table: Table) -> Iterator[Fact]:
        """Rows of exercises with last time beside today: a change, where the two differ."""
        if not {"exercise", "baseline", "current"} <= set(table.roles):
            return
        kind = "changed_against" if self._tells_doses(reading, table) else "measure_over_time"
        for row in table.rows:
            then, now = (row.cells.get(role) for role in ("baseline", "current"))
            statement = reading.over(row.span)
            if then and now and statement and then.of(reading.text) != now.of(reading.text):
                yield Fact(kind, row.span, statement.clauses[0])

    def _tells_doses(self, reading: Reading, table: Table) -> bool:
        """Whether any row holds a dose, a hold or a load."""
        rows = Span(table.rows[0].span.start, table.rows[-1].span.end)
        return self._tells(reading, rows, _DOSED)

    def _tells(self, reading: Reading, span: Span, kinds: frozenset[str]) -> bool:
        """Whether a stretch of text holds an amount of one of these kinds."""
        symbols = reading.symbols
        first = bisect_left(symbols.starts, span.start)
        last = bisect_left(symbols.starts, span.end)
        return any(self._kind_of.get(char) in kinds for char in symbols.chars[first:last])

    def _row(self, reading: Reading, row: Row) -> Iterator[Fact]:
        statement = reading.over(row.span)
        slots = {
            role: words
            for role in ("sets", "reps", "hold", "load")
            if role in row.cells
            and (words := row.cells[role].of(reading.text))
            and words[:1].isdigit()
        }
        if statement is None or not {"sets", "reps"} & set(slots):
            return
        if "reps" in slots and self._tells(reading, row.cells["reps"], TIMES):
            yield Fact("exercise_time", row.span, statement.clauses[0], slots)
            if not _IS_REPEATED.search(slots["reps"]):
                return
        clause = statement.clauses[0]
        name = row.cells.get("exercise")
        chars = reading.symbols.chars[statement.first : statement.last]
        if any(char in self._marks.other for char in chars):
            return
        yield Fact("exercise_dose", row.span, clause, slots)
        is_class = any(c in self._marks.exercise_class for c in chars) and not any(
            c in self._marks.exercise for c in chars
        )
        if name is not None and not is_class:
            yield Fact("dosed_thing", name, clause, slots)
        if "hold" in slots:
            yield Fact("exercise_time", row.span, clause, slots)

    def _owned(
        self, symbols: Symbols, statement: Statement, at: int, owner: _Owner, barred: str
    ) -> Iterator[Fact]:
        """The facts that a dose tells of its owner; `barred` is a slot that it does not have."""
        kind = self._kind_of[symbols.chars[at]]
        is_dose, is_thing = kind in DOSES, owner.kind == "thing"
        value = symbols.values[at]
        slots = {k: v for k, v in value.items() if k != barred} if isinstance(value, dict) else {}
        if barred and not is_dose:
            return
        is_moving = any(c in self._marks.moving for c in symbols.chars[owner.first : owner.last])
        if is_thing and not is_dose and kind != "hold" and not is_moving:
            return
        is_service = symbols.chars[owner.first] in self._marks.services
        if is_service and (kind in _SPANS or _is_units(slots)):  # those of the claim
            return
        if is_dose and not _is_likely(slots):
            return
        span = _joint(symbols, statement, at, owner)
        clause = statement.clause_at(symbols.starts[at])
        status = _worse(clause.status, statement.clause_at(span.start).status)
        clause = Clause(clause.span, status, clause.sections)
        if is_dose:
            yield Fact("exercise_dose", span, clause, slots)
        if is_dose and is_thing:
            yield Fact("dosed_thing", span, clause, slots)
        if is_thing and not is_dose and kind != "hold":
            yield Fact("machine_time", span, clause, slots)
        elif not is_dose or "hold" in slots:
            yield Fact("exercise_time", span, clause, slots)

    def _is_a_height(self, reading: Reading, at: int, owner: _Owner) -> bool:
        """Whether a mark for seconds is one for inches: 'step-down 8"', '4" step x10'."""
        symbols, chars = reading.symbols, reading.symbols.chars
        near = {owner.first, max(at - 1, 0), min(at + 1, len(chars) - 1)}
        if not any(chars[each] in self._marks.raised for each in near):
            return False
        return _INCHES.match(reading.text, symbols.starts[at], symbols.ends[at]) is not None

    def _before(
        self,
        symbols: Symbols,
        statements: tuple[Statement, ...],
        number: int,
        owners: Mapping[int, _Owner | None],
    ) -> _Owner | None:
        """The owner of the last dose, or the last name, of the statement before."""
        for before in range(number - 1, max(number - _MOST_BARE, 0) - 1, -1):
            statement = statements[before]
            owner = owners.get(before) or self._last_named(symbols, statement)
            if owner is not None or not _is_bare(statement):
                return owner
        return None

    def _is_a_recovery(self, symbols: Symbols, first: int, at: int) -> bool:
        """Whether a time tells how long something took to pass: "settled in 1 min"."""
        marks, chars = self._marks, symbols.chars
        near = chars[max(first, at - _TO_HEAL) : at]
        return near[-1:] in marks.until and not marks.healing.isdisjoint(near)

    def _exercise_near(self, symbols: Symbols, statement: Statement, at: int) -> _Owner | None:
        """An exercise farther off on the left, else on the right: "warmed up 8 min on the bike"."""
        goes_on = symbols.chars[at + 1] in self._marks.onto
        behind = range(at + 1, min(statement.last, at + _FARTHEST) if goes_on else at + 1)
        for step in (*range(at - 1, max(statement.first, at - _FARTHEST) - 1, -1), *behind):
            char = symbols.chars[step]
            if char in self._marks.other or (step > at and char in self._dosing):
                return None
            if char in self._marks.exercise:
                return _Owner("exercise", step, step + 1)
        return None

    def _is_on_a_machine(self, symbols: Symbols, statement: Statement, at: int) -> bool:
        """Whether "about 8 min" can be a dose; else it is what somebody can stand or walk."""
        near = slice(max(statement.first, at - _FARTHEST), min(statement.last, at + _FARTHEST))
        return not self._marks.machines.isdisjoint(symbols.chars[near])

    def _of_the_body(self, symbols: Symbols, first: int, at: int) -> _Owner | None:
        """A movement told by the body alone: "knee to chest, left, x 5"."""
        for step in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
            if symbols.chars[step] in self._marks.body:
                return _Owner("thing", step, step + 1)
        return None

    def _is_adjunct(self, symbols: Symbols, first: int, step: int) -> bool:
        """Whether a technique only goes along: "rows with manual resistance 2x10"."""
        links = self._marks.links
        return any(c in links for c in symbols.chars[max(first, step - _LONGEST_LINK) : step])

    def _on_the_left(self, symbols: Symbols, first: int, at: int) -> _Owner | None:
        marks = self._marks
        thing: _Owner | None = None
        adjunct: _Owner | None = None
        for step in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
            char = symbols.chars[step]
            if char in marks.exercise:
                return _Owner("exercise", step, step + 1)
            if char in marks.other:
                if thing is None and self._is_adjunct(symbols, first, step):
                    adjunct = adjunct or _Owner("other", step, step + 1)
                    continue
                if thing is not None and char not in marks.technique:
                    return adjunct or thing
                return adjunct or _Owner("other", step, step + 1)
            if char in marks.exercise_class:
                return thing or _Owner("exercise_class", step, step + 1)
            if thing is None and char in marks.thing:
                thing = _Owner("thing", self._start_of_name(symbols, step, first), step + 1)
            elif thing is not None and char in marks.stops:
                break
        return (adjunct and self._of_the_body(symbols, first, adjunct.first)) or adjunct or thing

    def _start_of_name(self, symbols: Symbols, step: int, first: int) -> int:
        marks = self._marks
        start = step
        while start > first and step - start < _LONGEST_NAME:
            char = symbols.chars[start - 1]
            if char not in marks.thing and char not in marks.filler:
                break
            start -= 1
        return start

    def _on_the_right(self, symbols: Symbols, at: int, last: int) -> _Owner | None:
        marks = self._marks
        for step in range(at + 1, min(last, at + _FARTHEST)):
            char = symbols.chars[step]
            kind = self._kind_of.get(char)
            if kind in DOSES:
                return None
            if char in marks.exercise:
                return _Owner("exercise", step, step + 1)
            if char in marks.other:
                return _Owner("other", step, step + 1)
            if char in marks.exercise_class:
                if symbols.chars[step + 1] in marks.stops:
                    continue  # a label: "Exercise: Nordic curl"
                return _Owner("exercise_class", step, step + 1)
            if char in marks.thing:
                return _Owner("thing", step, step + 1)
        return None

    def _last_named(self, symbols: Symbols, statement: Statement) -> _Owner | None:
        return self._on_the_left(symbols, statement.first, statement.last)


def _joint(symbols: Symbols, statement: Statement, at: int, owner: _Owner) -> Span:
    """From the owner to its dose, in either order; the dose alone where the owner went before."""
    start, end = symbols.starts[at], symbols.ends[at]
    if owner.first < statement.first:
        return Span(start, end)
    return Span(min(start, symbols.starts[owner.first]), max(end, symbols.ends[owner.last - 1]))


def _is_bare(statement: Statement) -> bool:
    """Whether a statement is so short that the one before it goes on."""
    return statement.last - statement.first <= _BARE


def _is_units(slots: Mapping[str, SlotValue]) -> bool:
    """Whether "x2" behind a service counts its units, and no repetitions."""
    reps = str(slots.get("reps", ""))
    return set(slots) == {"reps"} and reps.isdigit() and int(reps) <= MOST_UNITS


def _is_tiny(reading: Reading, at: int) -> bool:
    """Whether a dose is no more than "x2": too little to make an exercise of its neighbour."""
    words = reading.text[reading.symbols.starts[at] : reading.symbols.ends[at]]
    slots = reading.symbols.values[at]
    reps = str(slots.get("reps", "")) if isinstance(slots, dict) and set(slots) == {"reps"} else ""
    is_told = _TOLD_AS_DOSE.search(words) or _IS_A_WAY.match(words)
    return reps.isdigit() and int(reps) <= _FEW and not is_told


def _whole(value: object) -> int:
    """A number that is written without a fraction; else none."""
    return int(value) if isinstance(value, str) and value.isdigit() else 0


def _is_likely(slots: Mapping[str, SlotValue]) -> bool:
    """Whether the numbers can be sets and repetitions: 134x82 is a blood pressure."""
    sets, reps = (str(slots.get(name, "0")) for name in ("sets", "reps"))
    if reps == "1" and sets == "0":
        return False
    return not (sets.isdigit() and int(sets) > _MOST_SETS) and not (
        reps.isdigit() and int(reps) > _MOST_REPS
    )


_ORDER = (
    "template",
    "goal",
    "negated",
    "by_other",
    "home",
    "conditional",
    "planned",
    "historical",
    "reported",
    "ordered",
    "measured",
)


def _worse(one: str, other: str) -> str:
    """Of two standings, the one that keeps a dose from counting."""
    for standing in _ORDER:
        if standing in (one, other):
            return standing
    return one
