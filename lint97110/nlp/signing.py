"""Who signed? A name or initials with a credential, or a line that says it was signed."""

from collections.abc import Iterator

from lint97110.model import Clause, Fact, Span
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading

_MOST_NAME_WORDS = 5


def signature_facts(reading: Reading, grammar: Grammar) -> Iterator[Fact]:
    """The facts of signing are found by patterns; this keeps those at the place of a signature."""
    del grammar
    last = len(reading.text)
    for fact in reading.facts:
        if fact.kind == "name_and_credential" and _is_place(fact, reading, last):
            yield Fact("signed", fact.span, Clause(fact.clause.span, "performed", fact.clause.sections))


def _is_place(fact: Fact, reading: Reading, last: int) -> bool:
    """A signature stands on a line of its own, near the end or after a word of signing."""
    start = reading.text.rfind("\n", 0, fact.span.start) + 1
    end = reading.text.find("\n", fact.span.end)
    end = last if end < 0 else end
    before = reading.text[start : fact.span.start].strip(" -–—_*\t/.~")
    after = Span(fact.span.end, end).of(reading.text).strip()
    return not before or not after
