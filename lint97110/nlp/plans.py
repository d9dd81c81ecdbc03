"""Plans that say nothing: words under a heading of plans, whatever they are."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, Section
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading

_PLAN = ("plan",)
_WORD = re.compile(r"[A-Za-z]{2}")
_OTHER_LABEL = re.compile(r"\s*\n[^\n:]{1,24}:")  # "P:", and below it "Charges: 97110"
_NO_PLAN = (
    *("blank", "checkbox", "safety_net", "attendance_word", "sign_word"),
    *("code", "minutes", "units_amount", "clock_time", "session_time"),
)
"""What stands under an empty heading of plans when the note goes on with something else."""


class PlanReader:
    """Finds what was written first under each heading of plans."""

    def __init__(self, grammar: Grammar) -> None:
        self._no_plan = sum(grammar.bits.get(name, 0) for name in _NO_PLAN)

    def facts(self, reading: Reading) -> Iterator[Fact]:
        """`plan_written` for the first statement of each plan."""
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
