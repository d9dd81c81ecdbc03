"""Goals and where the patient stands: a status, or a measure of today, beside a goal.

A statement speaks of a goal when it names one, when it stands under a heading of goals, or when it
follows such a statement on the same line. What will be reached one day is the goal itself.
"""

from collections.abc import Iterator
from itertools import pairwise

from lint97110.model import Fact
from lint97110.nlp import goal_places as places
from lint97110.nlp.goal_echoes import GoalEchoes
from lint97110.nlp.goal_rows import GoalRows
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tables import Table
from lint97110.nlp.wanted import WantedReader

_PAIR = 2
_NEAR_NOW = 8  # words behind "currently" within which its figure stands
_TREATED = frozenset(("interventions", "home_program", "education"))
_TOLD_OF_OTHERS = frozenset(("subjective", "history", "plan"))
_FOLLOWING = 3  # statements that may speak of the goal before them


class GoalReader:
    """Finds goals with and without a standing."""

    def __init__(self, grammar: Grammar) -> None:
        bits, members, playing = grammar.mask_of, grammar.members, grammar.playing
        self._goal = bits("goal_word", "goal_target")
        self._status = bits("goal_status", "goal_scored")
        self._strong = bits("strong_status")
        self._mark = bits("status_mark")
        self._other = bits("other_discipline", "others_goal")
        self._future = bits("will_word")
        self._target = bits("against_target")
        self._told = bits("goal_told")
        self._labelled = bits("told_by_label")
        self._ahead = bits("goal_ahead")
        self._aimed = bits("aimed")
        self._wanted = WantedReader(grammar)
        self._open = bits("vague_status")
        self._vague = bits("goal_vague", "goal_boilerplate")
        self._unmatched = self._other | self._future | self._open | self._vague
        self._dosed = bits("dose", "hold")
        self._measured_thing = grammar.mask_of_role("goals.measured")
        self._asked = grammar.mask_of_role("goals.asked")
        self._posture = bits("exercise", "position")  # "Single-leg stance 18 s" is a test as well
        self._compare = grammar.mask_of_role("goals.comparisons")
        self._tells = members("arrival_was")
        self._now = members("today_word")
        self._template = bits("blank", "checkbox")
        self._rows = GoalRows(grammar)
        self._echoes = GoalEchoes(grammar)
        self._values = playing("goals.values")
        self._names = members("goal_word")
        self._small = members("small")
        self._weeks = members("week_word")
        self._colons = members("status_mark", "cell_mark")
        self._closes = members("close_mark")
        self._opens = members("open_mark")
        self._statuses = members("goal_status")
        self._decided = members("strong_status")
        self._apart = members("status_mark", "clause_break", "separator", "punctuation")
        self._things = playing("goals.content")
        self._content = self._values | self._things

    def facts(self, reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
        """goal_with_status, goal_with_measure or goal_listed for each statement about a goal."""
        before: Statement | None = None
        last: Statement | None = None
        behind = 0
        listed: list[Statement] = []
        for statement in reading.statements:
            is_goal = self._is_named(statement) or self._is_status_line(statement)
            follows = (
                before is not None
                and behind < _FOLLOWING
                and places.same_line(reading.text, before, statement)
            )
            if is_goal or follows or "goals" in statement.sections:
                kind = self._kind(reading, statement, named=is_goal, follows=follows)
                if kind == "goal_listed" and last and self._is_set(reading, last, statement):
                    kind = "goal_with_measure"
                yield Fact(kind, places.shortened(statement, reading), statement.clauses[0])
                if kind == "goal_listed" and is_goal and statement.mask & self._future:
                    yield Fact("goal_set", statement.span, statement.clauses[0])
                if kind == "goal_listed" and not statement.mask & self._unmatched:
                    listed.append(statement)
                behind = 0 if is_goal or "goals" in statement.sections else behind + 1
                is_asked = reading.text[statement.span.end - 1] == "?"
                lends = follows or is_asked or self._has_content(reading, statement, kind)
                before = statement if lends else None
            else:
                before = None
                if statement.mask & self._target or self._meets(reading, last, statement):
                    clause = statement.clauses[0]
                    yield Fact("goal_with_target", places.shortened(statement, reading), clause)
                elif self._is_decided(reading, last, statement):
                    yield Fact(
                        "goal_with_status",
                        places.shortened(statement, reading),
                        statement.clauses[0],
                    )
            last = statement
        terse = [goal for goal in listed if not places.is_sentence(reading, goal)]
        for goal in self._echoes.told(reading, terse):
            yield Fact("goal_with_measure", places.shortened(goal, reading), goal.clauses[0])
        for table in tables:
            yield from self._rows.facts(reading, table)

    def _is_named(self, statement: Statement) -> bool:
        """A goal is named; what an exercise is aimed at is none: "slides to target 2x12"."""
        is_dosed = statement.mask & self._dosed and _TREATED.intersection(statement.sections)
        return bool(statement.mask & self._goal) and not is_dosed

    def _is_decided(self, reading: Reading, before: Statement | None, statement: Statement) -> bool:
        """Whether what somebody set out to do has a decided status, here or right behind."""
        if not statement.mask & self._strong or statement.mask & self._future:
            return False
        is_near = before is not None and places.stands_near(reading.text, before, statement)
        aims = statement.mask | (before.mask if is_near and before is not None else 0)
        return bool(aims & self._aimed)

    def _is_set(self, reading: Reading, before: Statement, statement: Statement) -> bool:
        """Whether a goal and a measure stand in two statements that follow each other."""
        is_set = self._sets(reading, before, statement)
        return is_set or (
            places.stands_near(reading.text, before, statement)
            and self._wanted.follows(reading, before, statement)
        )

    def _sets(self, reading: Reading, before: Statement, statement: Statement) -> bool:
        """Whether a bare figure is the goal of what was measured before: "TUG 14 s. Goal 10 s."."""
        if not (statement.mask & self._goal) or statement.mask & (self._other | self._future):
            return False
        is_treated = bool(_TREATED.intersection(before.sections))
        things = self._measured_thing if is_treated else self._measured_thing | self._posture
        if not before.mask & (things | self._compare):
            return False
        if before.mask & (self._dosed | self._goal | self._asked):
            return False
        if before.sections != statement.sections or not places.stands_near(
            reading.text, before, statement
        ):
            return False
        goal = reading.symbols.chars[statement.first : statement.last]
        measured = reading.symbols.chars[before.first : before.last]
        is_figure_first = goal[0] in self._names and goal[1:2] in self._values
        return (
            not self._values.isdisjoint(goal)
            and (is_figure_first or self._things.isdisjoint(goal))
            and not self._values.isdisjoint(measured)
        )

    def _meets(self, reading: Reading, before: Statement | None, statement: Statement) -> bool:
        """Whether a figure of today stands beside the one that is needed, here or right before."""
        if self._wanted.stands_against(reading, statement):
            return True
        is_near = before is not None and places.stands_near(reading.text, before, statement)
        return is_near and before is not None and self._wanted.follows(reading, before, statement)

    def _has_content(self, reading: Reading, statement: Statement, kind: str) -> bool:
        """Whether a goal is told that the next statement can measure: not "Goals ongoing."."""
        if kind != "goal_listed" or not statement.mask & self._vague:
            return True
        chars = reading.symbols.chars[statement.first : statement.last]
        return not self._content.isdisjoint(chars)

    def _is_status_line(self, statement: Statement) -> bool:
        """A task, a mark, a decided status: "button shirt in 4 min: took 5 min, not met"."""
        decided = bool(statement.mask & self._strong and statement.mask & self._mark)
        return decided and _TOLD_OF_OTHERS.isdisjoint(statement.sections)

    def _kind(self, reading: Reading, statement: Statement, *, named: bool, follows: bool) -> str:
        mask = statement.mask
        if mask & (self._other | self._template):
            return "goal_listed" if mask & self._other else "goal_blank"
        is_bare = follows and not named
        is_weak_enough = not is_bare or "goals" in statement.sections
        if mask & (self._status if is_weak_enough else self._strong):
            status = self._status_of(reading, statement)
            if status is not None:
                return status
        is_against = mask & (self._target | self._labelled)
        is_against = is_against or self._wanted.stands_against(reading, statement)
        if is_against or (mask & self._told and not mask & self._future):
            return "goal_with_measure"
        chars = reading.symbols.chars[statement.first : statement.last]
        if self._is_told_now(chars) or self._echoes.is_told_behind_a_mark(chars):
            return "goal_with_measure"
        if self._is_open(mask):
            return "goal_listed"
        return self._measured(reading, statement, is_bare=is_bare)

    def _status_of(self, reading: Reading, statement: Statement) -> str | None:
        """How far a status tells: of no goal that is named, or of one that is only reached for."""
        chars = reading.symbols.chars[statement.first : statement.last]
        if self._is_of_all(reading, statement, chars):
            return "goal_listed"
        if statement.mask & self._ahead and sum(map(chars.count, self._statuses)) <= 1:
            return "goal_listed"
        is_ahead = statement.mask & self._future and self._is_reached_for(chars)
        return None if is_ahead else "goal_with_status"

    def _is_open(self, mask: int) -> bool:
        """Whether a goal lies ahead, or is said to go on, with nothing of today beside it."""
        return bool(mask & self._future or (mask & self._open and not mask & self._compare))

    def _is_told_now(self, chars: str) -> bool:
        """Whether a figure of today stands behind what is aimed at: "... 300 ft, currently 200"."""
        now = next((at for at, char in enumerate(chars) if char in self._now), 0)
        return bool(now) and not self._values.isdisjoint(chars[now + 1 : now + 1 + _NEAR_NOW])

    def _measured(self, reading: Reading, statement: Statement, *, is_bare: bool) -> str:
        """Whether today's measure stands beside the goal; alone, where the goal stands before."""
        chars = reading.symbols.chars[statement.first : statement.last]
        values = sum(char in self._values for char in chars) - self._items(chars)
        compares = self._compares(statement, chars if is_bare else chars[1:])
        colon = next((at for at, char in enumerate(chars) if at > 1 and char in self._colons), None)
        behind = colon is not None and any(char in self._values for char in chars[colon:])
        is_set = values >= _PAIR and self._is_set_against(statement, chars)
        if values >= _PAIR and (compares or behind or is_set):
            return "goal_with_measure"
        return "goal_with_measure" if is_bare and values and compares else "goal_listed"

    def _compares(self, statement: Statement, chars: str) -> bool:
        """Whether something says how it is; "Lift 25 lb" begins a goal as an order does."""
        return bool(statement.mask & self._compare) or not self._tells.isdisjoint(chars)

    def _is_set_against(self, statement: Statement, chars: str) -> bool:
        """Whether a measure stands beside its target: "FGA >= 23 (16)", "SLS 12 s, goal 20"."""
        if not statement.mask & (self._measured_thing | self._posture):
            return False
        if statement.mask & (self._dosed | self._future):
            return False
        return self._has_aside(chars) or self._is_measured_first(chars)

    def _has_aside(self, chars: str) -> bool:
        """Whether a bare figure stands in brackets behind another."""
        return any(
            one in self._values
            and opens in self._opens
            and other in self._values
            and closes in self._closes
            for one, opens, other, closes in zip(
                chars, chars[1:], chars[2:], chars[3:], strict=False
            )
        )

    def _is_measured_first(self, chars: str) -> bool:
        """Whether a figure stands before the goal, and the figure of the goal right behind it."""
        named = next((at for at, char in enumerate(chars) if char in self._names), 0)
        return bool(
            named
            and not self._values.isdisjoint(chars[:named])
            and not self._values.isdisjoint(chars[named + 1 : named + 2 + _PAIR])
        )

    def _items(self, chars: str) -> int:
        """How many numbers only count: "1) sleep 6 h 2) lift 10 kg"; "(95)" is a measure.

        So does the number of a goal, with a mark behind it: "Outcome 1, sits alone", and that of
        a week: "by week 8".
        """
        named = sum(
            before in self._names and number in self._small and after in self._apart
            for before, number, after in zip(chars, chars[1:], chars[2:], strict=False)
        )
        dated = sum(
            week in self._weeks and number in self._small for week, number in pairwise(chars)
        )
        return named + dated + self._numbered(chars)

    def _numbered(self, chars: str) -> int:
        """Items of a list, "1) sleep 6 h": a closing mark that nothing opened, behind a figure."""
        found, is_open = 0, False
        for before, char in zip(" " + chars, chars, strict=False):
            if char in self._opens:
                is_open = True
            elif char in self._closes:
                found += not is_open and before in self._values
                is_open = False
        return found

    def _is_of_all(self, reading: Reading, statement: Statement, chars: str) -> bool:
        """Whether goals have a status all together, and none is named: "goals partially met"."""
        named = [at for at, char in enumerate(chars, statement.first) if char in self._names]
        is_plural = bool(named) and all(places.names_several(reading, at) for at in named)
        is_numbered = any(places.has_number(reading, at) for at in named)
        return is_plural and self._content.isdisjoint(chars) and not is_numbered

    def _is_reached_for(self, chars: str) -> bool:
        """Whether every status is a part of what will be reached: "will complete all dressing"."""
        told = (at for at, char in enumerate(chars) if char in self._statuses)
        return not any(
            chars[at] in self._decided or chars[at - 1] in self._apart for at in told if at
        )
