"""What a check found, as we say it: how much it matters, where, and which question suits it."""

import hashlib

from lint97110.hints import hint_for
from lint97110.model import (
    Catalogue,
    Finding,
    Found,
    Kind,
    Note,
    Quote,
    Rule,
    Severity,
    Span,
    Terms,
    Verdict,
)
from lint97110.places import Places
from lint97110.severity import told, weighed


class FindingMaker:
    """Makes findings about one note under the terms of its payer."""

    def __init__(self, note: Note, terms: Terms, catalogue: Catalogue, places: Places) -> None:
        """`places` quotes the document of `note`."""
        self._note = note
        self._terms = terms
        self._catalogue = catalogue
        self._places = places

    def make(self, rule: Rule, severity: Severity, found: Found) -> Finding:
        """The finding; `severity` is that of the rule on documents of this kind."""
        note, terms = self._note, self._terms
        place = found.span if found.span is not None else self._looked(rule)
        quote = self._places.quote(place)
        return Finding(
            rule=rule,
            severity=weighed(severity, found, terms),
            at=quote,
            context=self._places.line(place.start),
            fingerprint=_fingerprint(rule, quote),
            # How a question is put better is for who writes forms; a note needs its answer.
            hint=hint_for(rule, quote.text) if note.kind is Kind.TEMPLATE else "",
            says=told(found, terms).says,
        )

    def _looked(self, rule: Rule) -> Span:
        """Where we looked for something that is missing: the first section that should hold it."""
        element = self._catalogue.element(str(rule.options.get("element", "")))
        text = self._note.document.text
        for name in element.look_in if element else ():
            for section in self._note.sections:
                if name in section.names:
                    return Span(section.start, section.start)
        is_last = element is not None and element.name == "signature"
        at = len(text.rstrip()) if is_last else len(text) - len(text.lstrip())
        start = text.rfind("\n", 0, at) + 1 if is_last else at
        return Span(start, start)


def verdict(findings: tuple[Finding, ...]) -> Verdict:
    """Whether a note with these findings may be billed as it stands."""
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.HOLD
    return Verdict.REVIEW if Severity.WARNING in severities else Verdict.READY


def _fingerprint(rule: Rule, quote: Quote) -> str:
    """The same for the same rule on the same words, wherever they stand in the note."""
    words = " ".join(quote.text.casefold().split())
    return hashlib.sha256(f"{rule.code}\n{words}".encode()).hexdigest()[:16]
