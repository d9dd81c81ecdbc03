"""The closed sets: elements and points, kinds of document, severities, verdicts."""

from enum import StrEnum

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
