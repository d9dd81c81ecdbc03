"""The line: a document in, everything a pack has to say about it out."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.billing.case import Case
from lint97110.catalogued import load_catalogue
from lint97110.checks import CHECKS
from lint97110.compiled import load_grammar
from lint97110.errors import CheckFailedError, LintError
from lint97110.hints import hint_for
from lint97110.lines import Lines
from lint97110.model import (
    Catalogue,
    Condition,
    Document,
    Element,
    ElementReport,
    ElementResult,
    Fact,
    Finding,
    Found,
    Kind,
    Note,
    NoteReport,
    Question,
    QuestionReport,
    Quote,
    Rule,
    Severity,
    Span,
    Status,
    Terms,
    Verdict,
)
from lint97110.nlp.elements import meets
from lint97110.nlp.understand import Understander
from lint97110.packs import builtin
from lint97110.payer import PayerFinder
from lint97110.selection import Selection, select
from lint97110.severity import importance, severity_of, told, weighed

LONGEST_QUOTE = 119


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked for; `select` empty means all rules, `kind` None means to infer.

    `earlier` are the selections of rules that those of the run itself change. `profile` is the
    payer that all notes are held to; without it a note's own payer counts, and `default_profile`
    where it names none.
    """

    profile: str | None = None
    default_profile: str = "base"
    kind: Kind | None = None
    every_note: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    rules_root: Path | None = None
    earlier: tuple[Selection, ...] = ()

    @property
    def selections(self) -> tuple[Selection, ...]:
        """All that was said of the rules, the run's own words last."""
        return (*self.earlier, Selection(self.select, self.ignore, self.extend_select))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that were considered for an element: what they are, how they stand, what they say.

    `fact` and `standing` are for people to read.
    """

    quote: Quote
    fact: str
    standing: str
    says: str


@dataclass(frozen=True, slots=True)
class Why:
    """How an element came to its status."""

    element: str
    title: str
    status: Status
    decided_by: str
    candidates: tuple[Candidate, ...]


class _Pack:
    """The rules of a folder, and what reads notes by them: made once for all settings of a run."""

    def __init__(self, root: Path) -> None:
        self.catalogue: Catalogue = load_catalogue(root, frozenset(CHECKS))
        self._grammar = load_grammar(root)
        self._readers: dict[bool, Understander] = {}

    def understander(self, *, identifies: bool) -> Understander:
        """What reads notes, and looks for what would identify somebody if it is asked to."""
        if identifies not in self._readers:
            self._readers[identifies] = Understander(
                self._grammar, self.catalogue.elements, identifies=identifies
            )
        return self._readers[identifies]


class Linter:
    """A pack, compiled, and what the run was asked for."""

    def __init__(self, settings: Settings, pack: _Pack | None = None) -> None:
        """With `pack`, the rules that another linter has read already."""
        self._settings = settings
        self._pack = pack or _Pack(settings.rules_root or builtin())
        self._catalogue = self._pack.catalogue
        self._rules = select(self._catalogue.rules, settings.selections)
        self._payers = PayerFinder(self._catalogue, settings.profile, settings.default_profile)
        self._understander = self._pack.understander(identifies=_identify(self._rules))
        self._others: dict[Settings, Linter] = {}

    def under(self, settings: Settings) -> "Linter":
        """The same rules for notes that are asked for something else."""
        if settings not in self._others:
            self._others[settings] = Linter(settings, self._pack)
        return self._others[settings]

    @property
    def pack_version(self) -> str:
        """The version of the pack in use."""
        return self._catalogue.version

    def understand(self, document: Document) -> Note:
        """The note that `document` is."""
        return self._understander.understand(document, self._settings.kind)

    def standing(self, document: Document, offset: int) -> str:
        """How the clause at `offset` stands: performed, planned, home, ..."""
        return self._understander.standing(document, offset)

    def lint(self, document: Document) -> NoteReport:
        """Say everything the pack has to say about `document`.

        Raises CheckFailedError, without a word of the note in it, when the fault is ours.
        """
        try:
            return self._lint(document)
        except (LintError, MemoryError):
            raise
        except Exception as error:
            reason = f"lint97110 failed on this note ({type(error).__name__}); please report this"
            raise CheckFailedError(document.name, reason) from error

    def _lint(self, document: Document) -> NoteReport:
        note = self.understand(document)
        places = _Places(document)
        in_scope = self._settings.every_note or _is_in_scope(note)
        terms = self._payers.terms(note)
        findings = tuple(self._findings(note, terms, places)) if in_scope else ()
        return NoteReport(
            path=document.name,
            kind=note.kind,
            bills_97110=note.bills_97110,
            profile=terms.profile,
            verdict=_verdict(findings) if in_scope else Verdict.OUT_OF_SCOPE,
            elements=_reported(note.elements, places),
            scopes=note.scopes,
            stated=note.stated,
            questions=tuple(_question(q, places) for q in note.questions),
            answers=tuple(places.quote(span) for span in note.answers),
            findings=findings,
            points=_reported(note.points, places),
        )

    def _findings(self, note: Note, terms: Terms, places: "_Places") -> list[Finding]:
        found: list[Finding] = []
        case = Case(note, terms)
        for rule in self._rules:
            severity = severity_of(rule, note.kind, terms)
            if severity is None:
                continue
            found += [
                self._finding(rule, weighed(severity, one, terms), told(one, terms), note, places)
                for one in CHECKS[rule.check](rule, case)
            ]
        fired = {finding.rule.code for finding in found}
        kept = [f for f in found if not fired.intersection(f.rule.hidden_by)]
        return sorted(kept, key=lambda f: (importance(f.rule, f.severity), f.at.start, f.rule.code))

    def _finding(
        self, rule: Rule, severity: Severity, found: Found, note: Note, places: "_Places"
    ) -> Finding:
        place = found.span if found.span is not None else self._look(rule, note)
        quote = places.quote(place)
        return Finding(
            rule=rule,
            severity=severity,
            at=quote,
            context=places.line(place.start),
            fingerprint=_fingerprint(rule, quote),
            # How a question is put better is for who writes forms; a note needs its answer.
            hint=hint_for(rule, quote.text) if note.kind is Kind.TEMPLATE else "",
            says=found.says,
        )

    def _look(self, rule: Rule, note: Note) -> Span:
        """Where we looked for something that is missing: the first section that should hold it."""
        element = self._catalogue.element(str(rule.options.get("element", "")))
        text = note.document.text
        for name in element.look_in if element else ():
            for section in note.sections:
                if name in section.names:
                    start = section.heading.start if section.heading else section.body.start
                    return Span(start, start)
        is_last = element is not None and element.name == "signature"
        at = len(text.rstrip()) if is_last else len(text) - len(text.lstrip())
        start = text.rfind("\n", 0, at) + 1 if is_last else at
        return Span(start, start)

    def why(self, document: Document, element: str) -> Why:
        """What was seen of `element` in `document`, how each stands, and what decided."""
        asked = self._catalogue.element(element)
        if asked is None:
            raise LintError(f'no element is called "{element}"')
        note = self.understand(document)
        result = note.result(element)
        if result is None:
            wanted = "the points of a justification" if asked.is_point else "its elements"
            sentence = f"a document of kind {note.kind} is not asked for {wanted}"
            return Why(element, asked.title, Status.ABSENT, sentence, ())
        decided = result.because or "none of the conditions for this element is met"
        places = _Places(document)
        return Why(
            element,
            asked.title,
            result.status,
            decided,
            tuple(self._candidates(asked, note, places)),
        )

    def _candidates(self, element: Element, note: Note, places: "_Places") -> Iterator[Candidate]:
        conditions = [*element.present_when, *element.weak_when]
        named = {condition.fact for condition in conditions}
        label = self._catalogue.label
        for fact in note.facts:
            if fact.kind in named:
                standing = label(fact.clause.status)
                said = _said(conditions, fact)
                yield Candidate(places.quote(fact.span), label(fact.kind), standing, said)


class _Places:
    """Quotations of one document with their line and column."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._lines = Lines.of(document.text)

    def quote(self, span: Span) -> Quote:
        line, column = self._lines.place(span.start)
        return Quote(_short(span.of(self._text)), span.start, span.end, line, column)

    def line(self, offset: int) -> str:
        return self._lines.line(self._lines.place(offset)[0])


def _reported(results: Mapping[str, ElementResult], places: _Places) -> Mapping[str, ElementReport]:
    """Each result with its evidence as quotations."""
    return {
        name: ElementReport(result.status, tuple(places.quote(span) for span in result.evidence))
        for name, result in results.items()
    }


def _short(words: str) -> str:
    """A quotation of under 120 characters, cut at a word."""
    if len(words) <= LONGEST_QUOTE:
        return words
    cut = words[:LONGEST_QUOTE]
    return cut[: cut.rfind(" ")] if " " in cut else cut


def _question(question: Question, places: _Places) -> QuestionReport:
    return QuestionReport(places.quote(question.span), question.type)


def _identify(rules: Iterable[Rule]) -> bool:
    """Whether a rule was asked for that looks for identifiers in notes."""
    return any(rule.on_request and rule.options.get("fact") == "identifier" for rule in rules)


def _is_in_scope(note: Note) -> bool:
    """Whether the note is asked for 97110: it bills it or names no billing; a blank form always."""
    if note.kind is Kind.TEMPLATE:
        return True
    return note.kind is not Kind.OTHER and note.bills_97110 is not False


def _verdict(findings: tuple[Finding, ...]) -> Verdict:
    severities = {finding.severity for finding in findings}
    if Severity.ERROR in severities:
        return Verdict.HOLD
    return Verdict.REVIEW if Severity.WARNING in severities else Verdict.READY


def _fingerprint(rule: Rule, quote: Quote) -> str:
    """The same for the same rule on the same words, wherever they stand in the note."""
    words = " ".join(quote.text.casefold().split())
    return hashlib.sha256(f"{rule.code}\n{words}".encode()).hexdigest()[:16]


def _said(conditions: list[Condition], fact: Fact) -> str:
    for condition in conditions:
        if condition.fact == fact.kind and meets(condition, fact):
            return condition.says
    return "does not count as it stands"
