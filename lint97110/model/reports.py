"""What we say about notes: findings with their place, and the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint97110.model.choices import Kind, Severity, Status, Verdict
from lint97110.model.notes import Span, Stated
from lint97110.model.rules import Rule


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: the words (None, where there is a gap), and the sum behind it.

    `rests_on` names the dials without which it would not have been found; `at_most` is set where
    it weighs less than the rule does.
    """

    span: Span | None
    says: str = ""
    rests_on: tuple[str, ...] = ()
    at_most: Severity | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the note with their place; `text` is empty in a redacted report."""

    text: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing we say about a note, with the place that it points at.

    `at` quotes the words pointed at (nothing, where something is missing); `context` is the whole
    line, for the caret; both are empty in a redacted report. Where something is missing,
    the place is where we looked. `hint` holds no word of the note; `says` is what the rule cannot
    know: a sum, with its figures.
    """

    rule: Rule
    severity: Severity
    at: Quote
    context: str
    fingerprint: str
    hint: str = ""
    says: str = ""

    @property
    def ask(self) -> str:
        """The question to answer: the hint for these very words, else the rule's own."""
        return self.hint or self.rule.ask

    @property
    def message(self) -> str:
        """What the rule says, then the sum or the words that belong to this note."""
        return f"{self.rule.message} {self.says}".rstrip()

    @property
    def element(self) -> str | None:
        """The element that the finding is about, if it is about one."""
        value = self.rule.options.get("element")
        return str(value) if value is not None else None


@dataclass(frozen=True, slots=True)
class ElementReport:
    """How an element stands, and the words that say so (each under 120 characters)."""

    status: Status
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """A prompt found in the document and its type: yes_no, choice or open."""

    quote: Quote
    type: str


@dataclass(frozen=True, slots=True)
class NoteReport:
    """Everything we say about one note; plain values, without the note's text.

    `findings` are in order of importance: what a person should read first comes first.
    """

    path: str
    kind: Kind
    bills_97110: bool | None
    profile: str
    verdict: Verdict
    elements: Mapping[str, ElementReport]
    scopes: Mapping[str, bool]
    stated: Stated
    questions: tuple[QuestionReport, ...]
    answers: tuple[Quote, ...]
    findings: tuple[Finding, ...]
    record: str | None = None
    points: Mapping[str, ElementReport] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that was not checked, and why; `failed` when the fault is ours."""

    path: str
    reason: str
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run says, in the order of the inputs."""

    notes: tuple[NoteReport, ...]
    unread: tuple[Unread, ...] = ()
    duplicates: int = 0
    pack_version: str = ""
