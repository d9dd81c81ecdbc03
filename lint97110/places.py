"""Quotations of one document, each with its line and column."""

from collections.abc import Mapping

from lint97110.lines import Lines
from lint97110.model import (
    Document,
    ElementReport,
    ElementResult,
    Question,
    QuestionReport,
    Quote,
    Span,
)

LONGEST_QUOTE = 119


class Places:
    """Quotes what stands in a document, and says where."""

    def __init__(self, document: Document) -> None:
        """Find the lines of `document`, once."""
        self._text = document.text
        self._lines = Lines.of(document.text)

    def quote(self, span: Span) -> Quote:
        """The words of a span with their place."""
        line, column = self._lines.place(span.start)
        return Quote(_short(span.of(self._text)), span.start, span.end, line, column)

    def line(self, offset: int) -> str:
        """The whole line in which `offset` stands."""
        return self._lines.line(self._lines.place(offset)[0])

    def results(self, results: Mapping[str, ElementResult]) -> Mapping[str, ElementReport]:
        """Each result with its evidence as quotations."""
        return {
            name: ElementReport(result.status, tuple(map(self.quote, result.evidence)))
            for name, result in results.items()
        }

    def question(self, question: Question) -> QuestionReport:
        """A prompt of the document as a quotation."""
        return QuestionReport(self.quote(question.span), question.type)


def _short(words: str) -> str:
    """A quotation of under 120 characters, cut at a word."""
    if len(words) <= LONGEST_QUOTE:
        return words
    cut = words[:LONGEST_QUOTE]
    return cut[: cut.rfind(" ")] if " " in cut else cut
