"""The line: a document in, everything a pack has to say about it out."""

from collections.abc import Iterable
from pathlib import Path

from lint97110.billing.case import Case
from lint97110.catalogued import load_catalogue
from lint97110.checks import CHECKS
from lint97110.compiled import load_grammar
from lint97110.errors import CheckFailedError, LintError
from lint97110.finding import FindingMaker, verdict
from lint97110.model import (
    Catalogue,
    Document,
    Finding,
    Kind,
    Note,
    NoteReport,
    Rule,
    Severity,
    Terms,
    Verdict,
)
from lint97110.nlp.understand import Understander
from lint97110.packs import builtin
from lint97110.payer import PayerFinder
from lint97110.places import Places
from lint97110.run_settings import Settings
from lint97110.selection import select
from lint97110.severity import importance, severity_of
from lint97110.why import Why, why

__all__ = ["Linter", "Settings"]


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
        self._unchanged: dict[Kind, tuple[tuple[Rule, Severity], ...]] = {}

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
        places = Places(document)
        in_scope = self._settings.every_note or _is_in_scope(note)
        terms = self._payers.terms(note)
        findings = tuple(self._findings(note, terms, places)) if in_scope else ()
        return NoteReport(
            path=document.name,
            kind=note.kind,
            bills_97110=note.bills_97110,
            profile=terms.profile,
            verdict=verdict(findings) if in_scope else Verdict.OUT_OF_SCOPE,
            elements=places.results(note.elements),
            scopes=note.scopes,
            stated=note.stated,
            questions=tuple(map(places.question, note.questions)),
            answers=tuple(map(places.quote, note.answers)),
            findings=findings,
            points=places.results(note.points),
        )

    def _findings(self, note: Note, terms: Terms, places: Places) -> list[Finding]:
        """What the checks of all rules find, what should be read first before all else."""
        found: list[Finding] = []
        case = Case(note, terms)
        maker = FindingMaker(note, terms, self._catalogue, places)
        for rule, severity in self._asked(note.kind, terms):
            found += [maker.make(rule, severity, one) for one in CHECKS[rule.check](rule, case)]
        fired = {finding.rule.code for finding in found}
        kept = [f for f in found if not fired.intersection(f.rule.hidden_by)]
        return sorted(kept, key=lambda f: (importance(f.rule, f.severity), f.at.start, f.rule.code))

    def _asked(self, kind: Kind, terms: Terms) -> tuple[tuple[Rule, Severity], ...]:
        """The rules that have a say on a kind of document; most payers leave them as they are."""
        if not terms.severity and kind in self._unchanged:
            return self._unchanged[kind]
        each = ((rule, severity_of(rule, kind, terms)) for rule in self._rules)
        asked = tuple((rule, severity) for rule, severity in each if severity is not None)
        if not terms.severity:
            self._unchanged[kind] = asked
        return asked

    def why(self, document: Document, element: str) -> Why:
        """What was seen of `element` in `document`, how each stands, and what decided."""
        asked = self._catalogue.element(element)
        if asked is None:
            raise LintError(f'no element is called "{element}"')
        return why(asked, self.understand(document), self._catalogue)


def _identify(rules: Iterable[Rule]) -> bool:
    """Whether a rule was asked for that looks for identifiers in notes."""
    return any(rule.on_request and rule.options.get("fact") == "identifier" for rule in rules)


def _is_in_scope(note: Note) -> bool:
    """Whether the note is asked for 97110: it bills it or names no billing; a blank form always."""
    if note.kind is Kind.TEMPLATE:
        return True
    return note.kind is not Kind.OTHER and note.bills_97110 is not False
