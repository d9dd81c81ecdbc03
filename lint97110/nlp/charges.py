"""Minutes and units beside a code, or beside the name of a service, in running text."""

from collections.abc import Mapping
from dataclasses import replace

from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.charge_line import Owner
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

    @property
    def if_charged(self) -> frozenset[str]:
        """The codes whose services also stand for what is billed by the day, or not at all."""
        return self.marks.if_charged

    def read(
        self, reading: Reading, statement: Statement, tally: Tally, before: Owner | None
    ) -> Owner | None:
        """Add what one statement says of codes and services to `tally`.

        `before` is the one code that the statement before was about, and its fields may go on with
        it: "97110  Units: 2  Minutes: 30". What is given back is the same for the next one.
        """
        marks = self.marks
        chars = reading.symbols.chars[statement.first : statement.last]
        if not marks.owners.isdisjoint(chars):
            owner = None
            if before is not None and self._begins_with_field(chars):
                owner = replace(before, at=statement.first - 1, end=statement.first)
            scan = Scan(marks, reading, statement, tally, owner)
            scan.run()
            return scan.only
        if before is not None and marks.is_field(chars) and _goes_on(reading, statement):
            owner = replace(before, at=statement.first - 1, end=statement.first)
            Scan(marks, reading, statement, tally, owner).run()
            return owner
        if marks.minutes in chars and marks.is_amount_alone(chars):
            self._under_code(reading, statement, tally)
        return None

    def _begins_with_field(self, chars: str) -> bool:
        """Whether a field of the code before comes first: "...; Units: 2), 97140 (Min: 15; ..."."""
        marks = self.marks
        head = chars[: next(at for at, char in enumerate(chars) if char in marks.owners)]
        return marks.units in head and marks.is_field(head) and marks.minutes not in head

    def _under_code(self, reading: Reading, statement: Statement, tally: Tally) -> None:
        """Minutes that stand alone at the end of what a code opens are those of the code."""
        heading = reading.layout.section_at(statement.span.start).heading
        at = reading.symbols.chars.index(self.marks.minutes, statement.first)
        amount = number(reading.symbols.slot(at, at + 1, reading.text))
        if amount is None:
            return
        if heading is not None and heading.of(reading.text)[1:].isdigit():
            key = heading.of(reading.text)
        elif self._codes_follow(reading, statement):
            key = "total"
        else:
            return
        tally.add_minutes(key, amount, statement.span, statement.clauses[0])

    def _codes_follow(self, reading: Reading, statement: Statement) -> bool:
        """Whether codes without minutes go on in the line: "60 min. 97110 x 4"."""
        first = statement.last + 1
        chars = reading.symbols.chars[first:]
        behind = chars[: max(chars.find(BOUND), 0)]
        if self.marks.codes.isdisjoint(behind) or self.marks.minutes in behind:
            return False
        gap = reading.text[statement.span.end : reading.symbols.starts[first]]
        return "\n" not in gap


def _goes_on(reading: Reading, statement: Statement) -> bool:
    """Whether a statement stands in the line of the one before, or is set in below it."""
    start = statement.span.start
    lines = reading.lines
    first = lines.starts[lines.place(start)[0] - 1]
    return bool(reading.text[first:start].strip()) or start > first
