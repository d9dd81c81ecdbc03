"""Minutes and units beside a code, or beside the name of a service, in running text."""

from collections.abc import Mapping

from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.charge_scan import Scan
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import Tally, number


class ChargeReader:
    """Finds the amounts of codes and services in statements."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        """Take the symbols of `grammar`; `services` says which words name which code."""
        self.marks = Marks(grammar, services)

    def code(self, written: str) -> str | None:
        """The code that is written, or that a service belongs to."""
        return self.marks.code(written)

    def read(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Add what one statement says of codes and services to `tally`."""
        marks = self.marks
        chars = reading.symbols.chars[statement.first : statement.last]
        if not marks.anything.isdisjoint(chars):
            Scan(marks, reading, statement, tally).run()
        elif marks.minutes in chars and self._is_amount_alone(chars):
            self._under_code(reading, statement, tally)

    def _is_amount_alone(self, chars: str) -> bool:
        marks = self.marks
        return all(c == marks.minutes or c in marks.signs or c in marks.stops for c in chars)

    def _under_code(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Minutes that stand alone at the end of what a code opens are those of the code."""
        heading = reading.layout.section_at(statement.span.start).heading
        at = reading.symbols.chars.index(self.marks.minutes, statement.first)
        amount = number(reading.symbols.slot(at, at + 1, reading.text))
        if heading is not None and amount is not None and heading.of(reading.text)[1:].isdigit():
            span = statement.span
            tally.add_minutes(heading.of(reading.text), amount, span, statement.clauses[0])
