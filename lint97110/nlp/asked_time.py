"""Minutes that answer a question: "How long was the visit? 38 min" are two statements."""

from bisect import bisect_right

from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_MINUTES, MOST_UNITS, Tally, number

_ASKED = "time_asked"


def read_answers(reading: Reading, marks: Marks, tally: Tally) -> None:
    """Add what answers the questions for minutes to `tally`."""
    for fact in reading.facts:
        if fact.kind != _ASKED:
            continue
        following = bisect_right(reading.ends, fact.span.start) + 1
        if following >= len(reading.statements):
            continue
        statement = reading.statements[following]
        amount = _amount(reading, marks, statement)
        written = str(fact.slots.get("s", ""))
        key = marks.code(written) if written else "total"
        if amount is not None and key is not None:
            tally.add_minutes(key, amount, statement.span, statement.clauses[0])


def _amount(reading: Reading, marks: Marks, statement: Statement) -> int | None:
    """The minutes that a statement begins with; a bare number stands alone in it."""
    symbols, first = reading.symbols, statement.first
    chars = symbols.chars[first : statement.last]
    is_bare = chars[0] in marks.numbers and all(c in marks.stops for c in chars[1:])
    if chars[0] != marks.minutes and not is_bare:
        return None
    amount = number(symbols.slot(first, first + 1, reading.text))
    if amount is None or not 0 < amount <= MOST_MINUTES or (is_bare and amount <= MOST_UNITS):
        return None
    return amount
