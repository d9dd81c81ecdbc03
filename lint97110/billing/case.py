"""A note and what its payer asks for; what many rules ask of them is worked out once."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from lint97110.billing.judging import Judgement, judge
from lint97110.billing.visit import Visit, visit_of
from lint97110.model import Fact, Note, Terms
from lint97110.wording import plain


class Case:
    """One note before the rules."""

    def __init__(self, note: Note, terms: Terms) -> None:
        self.note = note
        self.terms = terms

    @cached_property
    def visit(self) -> Visit:
        """What the note bills, and the minutes that are firm."""
        return visit_of(self.note)

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """What is wrong with its units, by the payer's way to count."""
        return tuple(judge(self.visit, self.terms.unit_rule))

    @cached_property
    def plain(self) -> str:
        """The text in small letters with one space between words, for a first look at it."""
        return plain(self.note.document.text)

    def facts(self, kind: str) -> Sequence[Fact]:
        """The facts of one kind, in the order of the note."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.note.facts:
            found.setdefault(fact.kind, []).append(fact)
        return found
