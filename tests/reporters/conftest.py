"""A small run made by hand: one note on hold, one ready, one out of scope, three inputs lost."""

from dataclasses import replace

import pytest

from lint97110.model import (
    ELEMENTS,
    POINTS,
    Basis,
    ElementReport,
    Finding,
    Kind,
    NoteReport,
    QuestionReport,
    Quote,
    Report,
    Rule,
    Severity,
    Stated,
    Status,
    Unread,
    Verdict,
)

TEXT = """\
Visit 7. Pt reports stairs are easier.
SLR 2# 3x10 B, bridges 3x10, NuStep L4. Progress as tolerated.
Charges: 97110 x 2
Did the patient complete the HEP? Yes.
Plan: continue.
"""


def quote(words: str) -> Quote:
    """The first place of `words` in the sample note."""
    start = TEXT.index(words)
    line = TEXT.count("\n", 0, start) + 1
    column = start - TEXT.rfind("\n", 0, start)
    return Quote(words, start, start + len(words), line, column)


def rule(code: str, name: str, basis: Basis, message: str, ask: str, **options: str) -> Rule:
    """A rule with everything that a report shows."""
    return Rule(
        code=code,
        name=name,
        basis=basis,
        severity={Kind.TREATMENT_NOTE: Severity.ERROR},
        check="element",
        options=options,
        message=message,
        ask=ask,
        why="Because.",
        sources=("S01",),
        examples=(),
        path=f"rules/core/{code}.yaml",
    )


TIME = rule(
    "TM001",
    "timed-total-missing",
    Basis.REQUIRED,
    "Units are billed, but no minutes of treatment are written down.",
    "How many minutes of one-on-one treatment did the patient receive today?",
    element="time_spent",
)
GOALS = rule(
    "GP001",
    "goal-link-missing",
    Basis.EXPECTED,
    "Nothing here says where the patient stands against a goal.",
    "Which goal did today's work serve, and where does the patient stand against it?",
    element="goal_progress",
)
PROGRESSION = rule(
    "PR001",
    "progression-missing",
    Basis.EXPECTED,
    "The change of the exercises is named in general words only.",
    "How did the difficulty change from the last visit, or why was it kept the same?",
    element="progression",
)
QUESTION = rule(
    "QN001",
    "closed-question",
    Basis.HOUSE,
    "This question can be answered with yes or no.",
    "What would an open question about the home programme ask?",
)


def finding(of: Rule, severity: Severity, at: Quote) -> Finding:
    """A finding of `of` in the sample note."""
    line = TEXT.splitlines()[at.line - 1]
    return Finding(of, severity, at, line, f"fp-{of.code}")


FINDINGS = (
    finding(TIME, Severity.ERROR, quote("97110 x 2")),
    finding(GOALS, Severity.WARNING, replace(quote("Plan: continue."), text="")),
    finding(PROGRESSION, Severity.WARNING, quote("Progress as tolerated")),
    finding(QUESTION, Severity.INFO, quote("Did the patient complete the HEP?")),
)
STATUSES = {
    "progression": (Status.WEAK, "Progress as tolerated"),
    "time_spent": (Status.WEAK, "97110 x 2"),
    "plan_update": (Status.WEAK, "continue"),
    "goal_progress": (Status.ABSENT, ""),
    "response": (Status.ABSENT, ""),
}


def element(name: str) -> ElementReport:
    """How `name` stands in the sample note."""
    status, words = STATUSES.get(name, (Status.PRESENT, "SLR 2# 3x10 B"))
    return ElementReport(status, (quote(words),) if words else ())


HELD = NoteReport(
    path="visits/knee-07.txt",
    kind=Kind.TREATMENT_NOTE,
    bills_97110=True,
    profile="base",
    verdict=Verdict.HOLD,
    elements={name: element(name) for name in ELEMENTS},
    scopes={"dose": True, "rate": False, "exercise_time": False, "course": False},
    stated=Stated({"97110": 23, "total": 45}, "09:00", "09:45", {"97110": 2}),
    questions=(QuestionReport(quote("Did the patient complete the HEP?"), "yes_no"),),
    answers=(quote("Yes."),),
    findings=FINDINGS,
)
READY = replace(
    HELD,
    path="visits/knee-08.txt",
    verdict=Verdict.READY,
    elements={name: ElementReport(Status.PRESENT, ()) for name in ELEMENTS},
    findings=(),
)
REQUEST = replace(
    HELD,
    kind=Kind.JUSTIFICATION,
    points={name: element(name) for name in POINTS}
    | {
        "amount_reason": ElementReport(Status.WEAK, (quote("Plan: continue."),)),
        "plan_alignment": ElementReport(Status.ABSENT, ()),
    },
)
OTHER_CODES = replace(
    HELD, path="visits/hand-01.txt", verdict=Verdict.OUT_OF_SCOPE, bills_97110=False, findings=()
)


@pytest.fixture
def asking() -> NoteReport:
    """A justification with its points, one of them weak and one missing."""
    return REQUEST


@pytest.fixture
def held() -> NoteReport:
    """A note on hold with four findings."""
    return HELD


@pytest.fixture
def one(held) -> Report:
    """A run over one note."""
    return Report((held,), pack_version="2026.1")


@pytest.fixture
def many() -> Report:
    """A run in which every sort of thing happened."""
    return Report(
        notes=(HELD, READY, OTHER_CODES),
        unread=(
            Unread("visits/scan.pdf", "this holds a picture of scan.pdf; export it as text."),
            Unread("visits/knee-09.txt", "RuntimeError in checks/count.py", failed=True),
        ),
        duplicates=1,
        pack_version="2026.1",
    )
