"""How statements about goals stand to each other, and how they name their goals."""

from lint97110.model import Span
from lint97110.nlp.reading import Reading, Statement

_WILL = (" will ", " is to ", " to be ")


def names_several(reading: Reading, at: int) -> bool:
    """Whether a word for goals names several: "goals", "short term goals", "goals met"."""
    return "goals" in reading.symbols.words(at, reading.text).lower()


def has_number(reading: Reading, at: int) -> bool:
    """Whether numbers or letters stand in a name, or right behind it: "Goals A and B met"."""
    named = (
        f"{reading.symbols.words(at, reading.text)} {reading.symbols.words(at + 1, reading.text)}"
    )
    return any(word[0].isdigit() or (len(word) == 1 and word.isupper()) for word in named.split())


def is_sentence(reading: Reading, statement: Statement) -> bool:
    """Whether a goal is a whole sentence of what somebody will do, and no measure in a list."""
    span = statement.span
    words = reading.text[span.start : span.end].lower()
    return any(said in words for said in _WILL)


def same_line(text: str, before: Statement, statement: Statement) -> bool:
    """Whether two statements stand in one line."""
    return "\n" not in text[before.span.end : statement.span.start]


def stands_near(text: str, before: Statement, statement: Statement) -> bool:
    """Whether a statement stands in the line of the one before it, or in the next."""
    return text.count("\n", before.span.end, statement.span.start) <= 1


def shortened(statement: Statement, reading: Reading) -> Span:
    """The first words of the statement, as much as a quotation holds."""
    limit = 110
    span = statement.span
    if span.end - span.start <= limit:
        return span
    cut = reading.text.rfind(" ", span.start, span.start + limit)
    return Span(span.start, cut if cut > span.start else span.start + limit)
