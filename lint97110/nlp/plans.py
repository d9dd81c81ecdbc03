"""Plans by where they stand: words under a heading of plans, orders that begin a clause."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, Section, Span
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.shapes import Shape, Told

_ORDER = "plan_order"
_PLAN = ("plan",)
_WORD = re.compile(r"[A-Za-z]{2}")
_OTHER_LABEL = re.compile(r"\s*\n[^\n:]{1,24}:")  # "P:", and below it "Charges: 97110"
_NO_PLAN = (
    *("blank", "checkbox", "safety_net", "attendance_word", "sign_word"),
    *("code", "minutes", "units_amount", "clock_time", "session_time"),
)
"""What stands under an empty heading of plans when the note goes on with something else."""


class PlanReader:
    """Finds what was written first under each heading of plans, and orders to oneself."""

    def __init__(self, grammar: Grammar) -> None:
        self._ordered = grammar.mask_of("plan_order")
        self._done = grammar.mask_of("dose", "hold", "minutes", "seconds", "lead_word")
        self._over = grammar.mask_of("came_up", "mended", "shows_word", "past_word", "report_word")
        self._ahead = grammar.mask_of("future_word", "weekday")
        self._verbs = grammar.members("imperative", "start_verb", "base_verb", "plan_attention")
        self._joining = grammar.members("discourse_word", "clause_break", "function_word")
        self._no_plan = sum(grammar.bits.get(name, 0) for name in _NO_PLAN)

    def facts(self, reading: Reading) -> Iterator[Fact]:
        """`plan_written` for the first statement of each plan, `plan_ordered` for each order."""
        for statement in reading.statements:
            if statement.mask & self._ordered:
                yield from self._orders(reading, statement)
        for section in reading.layout.sections:
            if section.names == _PLAN and section.heading is not None:
                yield from self._written(reading, section)

    def _written(self, reading: Reading, section: Section) -> Iterator[Fact]:
        words = section.body.of(reading.text)
        if _OTHER_LABEL.match(words):
            return
        start = section.body.start + len(words) - len(words.lstrip(" \t\n\r:-–—>|*_"))
        statement = reading.over(section.body) if start < section.body.end else None
        if statement is None or statement.sections != _PLAN or statement.mask & self._no_plan:
            return
        if not _WORD.search(reading.text, start, statement.span.end):
            return
        yield Fact("plan_written", statement.span, statement.clause_at(start))

    def _orders(self, reading: Reading, statement: Statement) -> Iterator[Fact]:
        """Orders that begin a clause in which nothing is told as done: "..., add stairs Fri"."""
        shape, starts, ends = statement.shape, reading.symbols.starts, reading.symbols.ends
        for told in shape.facts:
            if told.kind != _ORDER or not self._begins(shape, told):
                continue
            if self._is_told_of_another(reading, statement.first + told.first):
                continue
            mask = shape.clauses[told.clause]
            if mask & self._over or (mask & self._done and not mask & self._ahead):
                continue
            span = Span(starts[statement.first + told.first], ends[statement.first + told.last - 1])
            yield Fact("plan_ordered", span, statement.clauses[told.clause])

    def _begins(self, shape: Shape, told: Told) -> bool:
        """Whether an order begins its clause, but for a mark or "then"."""
        first = shape.cuts[told.clause]
        return self._joining.issuperset(shape.chars[first : told.first])

    def _is_told_of_another(self, reading: Reading, at: int) -> bool:
        """Whether a verb says what somebody does, and orders nothing: "Moves to edge of mat"."""
        verb = reading.symbols.words(at, reading.text).split(" ")[0]
        is_third = verb.endswith("s") and not verb.endswith(("ss", "us"))
        return is_third and reading.symbols.chars[at] in self._verbs
