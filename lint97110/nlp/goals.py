"""Goals and where the patient stands: a status, or a measure of today, beside a goal.

A statement speaks of a goal when it names one, when it stands under a heading of goals, or when it
follows such a statement on the same line. What will be reached one day is the goal itself.
"""

import re
from collections.abc import Iterator

from lint97110.model import Fact, Span
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tables import Table

_VALUES = (
    "number",
    "degrees",
    "load",
    "distance",
    "percent",
    "fraction",
    "minutes",
    "seconds",
    "score_of_ten",
    "dose",
    "assistance",
    "hours",
    "grade",
    "measure_pair",
    "independence",
)
_COMPARISONS = ("today_word", "past_word", "past_long", "arrival_was", "measure_pair")
_CONTENT = ("task", "motion", "test", "exercise", "position", "equipment")
_GOALS = re.compile(r"\b(?:goals?|[SL]TGs?|objectives?)\b", re.IGNORECASE)
_PAIR = 2


class GoalReader:
    """Finds goals with and without a standing."""

    def __init__(self, grammar: Grammar) -> None:
        bits = grammar.bits
        self._goal = bits.get("goal_word", 0)
        self._status = bits.get("goal_status", 0)
        self._strong = bits.get("strong_status", 0)
        self._mark = bits.get("status_mark", 0)
        self._other = bits.get("other_discipline", 0)
        self._future = bits.get("will_word", 0)
        self._compare = sum(bits.get(name, 0) for name in _COMPARISONS)
        self._template = bits.get("blank", 0) | bits.get("checkbox", 0)
        self._values = frozenset(grammar.vocabulary.alphabet.members(*_VALUES))
        members = grammar.vocabulary.alphabet.members
        self._statuses = frozenset(members("goal_status"))
        self._decided = frozenset(members("strong_status"))
        self._apart = frozenset(members("status_mark", "clause_break", "separator", "punctuation"))
        self._content = frozenset(members(*_VALUES, *_CONTENT))
        self._colons = frozenset(grammar.vocabulary.alphabet.members("status_mark"))

    def facts(self, reading: Reading, tables: tuple[Table, ...]) -> Iterator[Fact]:
        """goal_with_status, goal_with_measure or goal_listed for each statement about a goal."""
        before: Statement | None = None
        for statement in reading.statements:
            is_goal = bool(statement.mask & self._goal) or self._is_status_line(statement)
            follows = before is not None and _same_line(reading.text, before, statement)
            if is_goal or follows or "goals" in statement.sections:
                kind = self._kind(reading, statement, named=is_goal, follows=follows)
                clause = statement.clauses[0]
                yield Fact(kind, _short(statement, reading), clause)
                before = statement
            else:
                before = None
        for table in tables:
            yield from self._from_table(reading, table)

    def _is_status_line(self, statement: Statement) -> bool:
        """A task, a mark, a decided status: "button shirt in 4 min: took 5 min, not met"."""
        decided = bool(statement.mask & self._strong and statement.mask & self._mark)
        return decided and not {"subjective", "history", "plan"}.intersection(statement.sections)

    def _kind(self, reading: Reading, statement: Statement, *, named: bool, follows: bool) -> str:
        if statement.mask & (self._other | self._template):
            return "goal_listed" if statement.mask & self._other else "goal_blank"
        chars = reading.symbols.chars[statement.first : statement.last]
        is_told = statement.mask & (self._strong if follows and not named else self._status)
        if is_told and self._is_of_all(reading.text, statement, chars):
            return "goal_listed"
        if is_told and not (statement.mask & self._future and self._is_reached_for(chars)):
            return "goal_with_status"
        if statement.mask & self._future:
            return "goal_listed"
        values = sum(char in self._values for char in chars)
        compares = bool(statement.mask & self._compare)
        colon = next((at for at, char in enumerate(chars) if at > 1 and char in self._colons), None)
        behind = colon is not None and any(char in self._values for char in chars[colon:])
        if values >= _PAIR and (compares or behind):
            return "goal_with_measure"
        return (
            "goal_with_measure" if follows and not named and values and compares else "goal_listed"
        )

    def _is_of_all(self, text: str, statement: Statement, chars: str) -> bool:
        """Whether goals have a status all together, and none is named: "goals partially met"."""
        named = _GOALS.findall(statement.span.of(text))
        is_plural = bool(named) and all(each.lower() == "goals" for each in named)
        return is_plural and not any(char in self._content for char in chars)

    def _is_reached_for(self, chars: str) -> bool:
        """Whether every status is a part of what will be reached: "will complete all dressing"."""
        told = (at for at, char in enumerate(chars) if char in self._statuses)
        return not any(
            chars[at] in self._decided or chars[at - 1] in self._apart for at in told if at
        )

    def _from_table(self, reading: Reading, table: Table) -> Iterator[Fact]:
        if "goal" not in table.roles:
            return
        for row in table.rows:
            told = [row.cells[role] for role in ("status", "current") if role in row.cells]
            statement = reading.over(row.span)
            if statement is None:
                continue
            is_told = any(_says_something(cell.of(reading.text)) for cell in told)
            yield Fact(
                "goal_with_status" if is_told else "goal_listed", row.span, statement.clauses[0]
            )


_SAYS_NOTHING = frozenset(
    ("new", "ongoing", "progressing", "continue", "in progress", "-", "--", "", "cont")
)


def _says_something(cell: str) -> bool:
    return cell.strip(" .").lower() not in _SAYS_NOTHING


def _same_line(text: str, before: Statement, statement: Statement) -> bool:
    return "\n" not in text[before.span.end : statement.span.start]


def _short(statement: Statement, reading: Reading) -> Span:
    """The first words of the statement, as much as a quotation holds."""
    limit = 110
    span = statement.span
    if span.end - span.start <= limit:
        return span
    cut = reading.text.rfind(" ", span.start, span.start + limit)
    return Span(span.start, cut if cut > span.start else span.start + limit)
