"""Minutes that are all of a sentence, "38 min.", where nothing else tells how long a visit was."""

from lint97110.nlp.charge_amounts import KEPT_OUT
from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import Tally, number

_FEWEST = 15
"""Fewer may be those of the exercise before: "NuStep L4. 10 min."."""

_NOT_TREATED = frozenset(
    ("subjective", "history", "home_program", "goals", "measures", "medications", "plan")
)


def read_lone(reading: Reading, marks: Marks, tally: Tally) -> None:
    """Take the first such sentence for the session's, where no time is told otherwise."""
    if tally.start or any(fact.kind == "session_time" for fact in tally.facts):
        return
    before: Statement | None = None
    for statement in reading.statements:
        chars = reading.symbols.chars[statement.first : statement.last]
        if marks.minutes in chars and marks.is_amount_alone(chars):
            clause = statement.clauses[0]
            at = reading.symbols.chars.index(marks.minutes, statement.first)
            amount = number(reading.symbols.slot(at, at + 1, reading.text)) or 0
            is_treated = clause.status not in KEPT_OUT and _NOT_TREATED.isdisjoint(clause.sections)
            if amount >= _FEWEST and is_treated and not _is_of(before, reading, marks):
                tally.add_minutes("total", amount, statement.span, clause)
                return
        before = statement


def _is_of(before: Statement | None, reading: Reading, marks: Marks) -> bool:
    """Whether the sentence before names what the minutes may be those of."""
    if before is None:
        return False
    chars = reading.symbols.chars[before.first : before.last]
    return not marks.done.isdisjoint(chars) and marks.dose not in chars
