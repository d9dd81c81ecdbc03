"""Minutes that are all of a sentence, "38 min.", where nothing else tells how long a visit was.

Where the minutes of codes are told, they are the session's when they are the sum of those.
"""

from lint97110.model import Fact
from lint97110.nlp.charge_amounts import KEPT_OUT
from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import Tally, number

_FEWEST = 15
"""Fewer may be those of the exercise before: "NuStep L4. 10 min."."""

_ABOUT = frozenset(("about", "approx", "approximately", "around", "roughly", "maybe", "just"))
_NOT_TREATED = frozenset(
    ("subjective", "history", "home_program", "goals", "measures", "medications", "plan")
)


def read_lone(reading: Reading, marks: Marks, tally: Tally) -> None:
    """Take the first such sentence for the session's, where no time is told otherwise.

    Where there is none, the last that tells about how long it was leaves the time weak.
    """
    codes = sum(amount for code, amount in tally.stated().minutes.items() if code.isdigit())
    is_told = any(fact.kind == "session_time" for fact in tally.facts)
    if tally.start or not tally.minutes.keys().isdisjoint(("total", "timed")):
        return
    before: Statement | None = None
    rough: Statement | None = None
    for statement in reading.statements:
        chars = reading.symbols.chars[statement.first : statement.last]
        if marks.minutes in chars and marks.is_amount_alone(chars):
            clause = statement.clauses[0]
            at = reading.symbols.chars.index(marks.minutes, statement.first)
            amount = number(reading.symbols.slot(at, at + 1, reading.text)) or 0
            is_treated = clause.status not in KEPT_OUT and _NOT_TREATED.isdisjoint(clause.sections)
            is_plausible = amount == codes if is_told else amount >= _FEWEST
            if is_plausible and is_treated and (is_told or not _is_of(before, reading, marks)):
                tally.add_minutes("total", amount, statement.span, clause)
                return
        is_led = statement.span.of(reading.text).split(" ", 1)[0].lower() in _ABOUT
        if (
            not is_told
            and marks.is_rough_alone(chars[is_led:])
            and not _is_of(before, reading, marks)
        ):
            rough = statement
        before = statement
    if rough is not None and _NOT_TREATED.isdisjoint(rough.clauses[0].sections):
        tally.facts.append(Fact("time_weak", rough.span, rough.clauses[0]))


def _is_of(before: Statement | None, reading: Reading, marks: Marks) -> bool:
    """Whether the sentence before names what the minutes may be those of."""
    if before is None:
        return False
    chars = reading.symbols.chars[before.first : before.last]
    return not marks.done.isdisjoint(chars) and marks.dose not in chars
