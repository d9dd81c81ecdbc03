"""The nouns of the program: what a note is made of, and what we say about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

SlotValue = str | int | float | bool

REQUIRED_ELEMENTS = (
    "exercises",
    "frequency",
    "duration",
    "progression",
    "goal_progress",
    "time_spent",
    "plan_update",
)
SUPPORTING_ELEMENTS = ("skilled", "response", "function", "signature")
ELEMENTS = REQUIRED_ELEMENTS + SUPPORTING_ELEMENTS
POINTS = (
    "chief_complaint",
    "onset",
    "prior_function",
    "current_function",
    "systems_review",
    "findings",
    "impression",
    "amount_reason",
    "therapist_reason",
    "expected_outcome",
    "plan_alignment",
)
"""What a justification is asked for besides the elements: the points of its case."""
SCOPES = ("dose", "rate", "exercise_time", "course")


class Kind(StrEnum):
    """What sort of document a note is."""

    TREATMENT_NOTE = "treatment_note"
    PROGRESS_REPORT = "progress_report"
    EVALUATION = "evaluation"
    DISCHARGE = "discharge"
    JUSTIFICATION = "justification"
    TEMPLATE = "template"
    OTHER = "other"

    @property
    def has_elements(self) -> bool:
        """Whether the eleven elements are asked of this kind of document."""
        return self not in (Kind.TEMPLATE, Kind.OTHER)


class Status(StrEnum):
    """How well an element is documented; weak and absent are gaps."""

    PRESENT = "present"
    WEAK = "weak"
    ABSENT = "absent"


class Severity(StrEnum):
    """How much a finding matters, from most to least."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for an info."""
        return list(Severity).index(self)


class Basis(StrEnum):
    """Who asks: a payer requires it, reviewers expect it, or it is a rule of the house."""

    REQUIRED = "required"
    EXPECTED = "expected"
    HOUSE = "house"


class Verdict(StrEnum):
    """Whether the note may be billed as it stands."""

    HOLD = "hold"
    REVIEW = "review"
    READY = "ready"
    OUT_OF_SCOPE = "out_of_scope"


class Span(NamedTuple):
    """A half-open stretch of `Document.text`, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A note exactly as it was read, never rewritten; `name` is the path it came from.

    `payer` is who pays, where something besides the note says so: a field of an export.
    """

    name: str
    text: str
    payer: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the note under one heading; text outside any heading has no names.

    `names` are canonical (`subjective`, `plan`); a merged heading (`S/O:`, `A/P:`) has two.
    """

    names: tuple[str, ...]
    heading: Span | None
    body: Span

    @property
    def start(self) -> int:
        """Where the section begins, its heading included."""
        return self.heading.start if self.heading else self.body.start


class Clause(NamedTuple):
    """A stretch of text that says one thing, and how it stands.

    `status` is one of: performed, planned, ordered, home, historical, negated, conditional,
    reported, by_other, template. `sections` are the names of the section that it stands in.
    """

    span: Span
    status: str
    sections: tuple[str, ...] = ()


_NO_SLOTS: Mapping[str, SlotValue] = {}


class Fact(NamedTuple):
    """Something the note states: its kind, its place, its values, the clause that it stands in."""

    kind: str
    span: Span
    clause: Clause
    slots: Mapping[str, SlotValue] = _NO_SLOTS


@dataclass(frozen=True, slots=True)
class ElementResult:
    """How one element stands in a note, on which words, and by which condition of its file."""

    name: str
    status: Status
    evidence: tuple[Span, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A prompt in the document; `type` is yes_no, choice or open.

    `closes` says of an open one that its end takes the openness back: "How is it: better?"
    """

    span: Span
    type: str
    answered: bool
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What the note states of time and units; never what we compute.

    `minutes` is keyed by code, `timed` or `total`; `start` and `end` are "HH:MM" (24 h).
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A document understood."""

    document: Document
    kind: Kind
    kind_evidence: tuple[Span, ...]
    bills_97110: bool | None
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    elements: Mapping[str, ElementResult]
    scopes: Mapping[str, bool]
    stated: Stated
    questions: tuple[Question, ...]
    answers: tuple[Span, ...]
    points: Mapping[str, ElementResult] = field(default_factory=dict)

    def result(self, name: str) -> ElementResult | None:
        """How an element or a point of that name stands; None where it is not asked for."""
        return self.elements.get(name) or self.points.get(name)


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: an entry of rules/sources.yaml.

    `mark` says how well the source is known: verified, verified-2, knowledge or house.
    """

    key: str
    title: str
    section: str
    address: str
    seen: str
    says: str
    mark: str


@dataclass(frozen=True, slots=True)
class Example:
    """A note, or a piece of one, that a rule must flag (`at` its words) or leave in peace."""

    note: str
    at: str | None
    is_bad: bool
    kind: Kind
    line: int
    profile: str = "base"


@dataclass(frozen=True, slots=True)
class Hint:
    """A question that fits some findings of a rule better than the rule's own.

    It fits words that begin with one of `opens` and hold one of `holds`; none given, any will do.
    """

    ask: str
    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of rules/core: what is looked for, how much it matters, who says so.

    `words` are the wordings that a rule about words looks for, `but_not` those in which they mean
    something else. A rule `on_request` has its say only
    where a run asks for it by code, name or family.
    """

    code: str
    name: str
    basis: Basis
    severity: Mapping[Kind, Severity]
    check: str
    options: Mapping[str, SlotValue]
    message: str
    ask: str
    why: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    path: str
    hidden_by: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    on_request: bool = False

    @property
    def family(self) -> str:
        """The two letters that rules of one subject share: PR for progression."""
        return self.code[:2]

    def names(self, option: str) -> tuple[str, ...]:
        """The names in an option, which may hold several with bars between them."""
        return tuple(name.strip() for name in str(self.options[option]).split("|"))


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of an element file: a kind of fact and how it must stand."""

    fact: str
    says: str
    status: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """One file of rules/elements: what makes an element present, and what leaves it weak.

    A point of a justification is an element that is asked of no other kind of document.
    """

    name: str
    title: str
    means: str
    look_in: tuple[str, ...]
    missing: str
    weak: str
    present_when: tuple[Condition, ...]
    weak_when: tuple[Condition, ...]
    not_counted: tuple[str, ...]
    path: str

    @property
    def is_point(self) -> bool:
        """Whether only a justification is asked for it."""
        return self.name in POINTS


@dataclass(frozen=True, slots=True)
class Dial:
    """One thing that a payer asks for otherwise than other payers, who says so, and when.

    `name` is severity, unit_rule, totals, or that of a threshold. `rules` and `severity` (None is
    silence) are a severity's; `words` a unit rule's or the totals'; `amount` is a threshold's, in
    dollars. `mark` says how well it is known; it holds from `since` to `until`, both included.
    """

    name: str
    source: str
    mark: str
    rules: tuple[str, ...] = ()
    severity: Mapping[Kind, Severity | None] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    amount: int | None = None
    since: date = date.min
    until: date = date.max
    line: int = 0

    @property
    def is_known(self) -> bool:
        """Whether somebody read it, or chose it; what is from memory never makes an error."""
        return self.mark != "knowledge"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Profile:
    """One file of rules/payers: what one payer, or one house, asks of a note.

    `as_of` is the day on which its dials were last looked at, `confirm` what to check before
    relying on it, `payers` the names under which notes and exports know it.
    """

    name: str
    title: str
    as_of: date
    confirm: str
    payers: tuple[str, ...]
    dials: tuple[Dial, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked of one note: the dials of its payer on the day of service, put together.

    `unit_rule` is medicare, midpoint or unknown; `totals` are those that a note must state;
    `severity` overrides that of rules, None is silence; `doubted` names the dials that nobody read.
    """

    profile: str = "base"
    unit_rule: str = "unknown"
    totals: tuple[str, ...] = ("timed", "treatment")
    thresholds: Mapping[str, int] = field(default_factory=dict)
    severity: Mapping[str, Mapping[Kind, Severity | None]] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()


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
class Catalogue:
    """What a pack says about documentation: rules, elements, payers, and who says so."""

    version: str
    rules: tuple[Rule, ...]
    elements: tuple[Element, ...]
    sources: Mapping[str, Source]
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, name: str) -> str:
        """What clinicians call a fact, or how a clause stands; its own name where none says."""
        return self.labels.get(name) or name.replace("_", " ")

    def rule(self, code: str) -> Rule | None:
        """The rule of that code or name, or None."""
        return next((rule for rule in self.rules if code in (rule.code, rule.name)), None)

    def element(self, name: str) -> Element | None:
        """The element of that name, or None."""
        return next((element for element in self.elements if element.name == name), None)


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
