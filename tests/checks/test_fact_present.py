"""The check of facts that should not be there."""

import pytest

from lint97110.billing.case import Case
from lint97110.checks.fact_present import check
from lint97110.model import (
    Basis,
    Clause,
    Document,
    Fact,
    Kind,
    Note,
    Rule,
    Severity,
    Span,
    Stated,
    Terms,
)

CLAUSE = Clause(Span(0, 60), "performed")
OPEN = Fact("question", Span(0, 5), CLAUSE, {"type": "open", "answered": False})
CLOSED = Fact("question", Span(6, 9), CLAUSE, {"type": "yes_no", "answered": True})
UNANSWERED = Fact("question", Span(10, 19), CLAUSE, {"type": "yes_no", "answered": False})
SCREEN = Fact("answer", Span(20, 29), CLAUSE, {"screen": True})
BLANK = Fact("placeholder", Span(30, 39), CLAUSE)
NOTE = Note(
    document=Document("visit.txt", "x" * 60),
    kind=Kind.TREATMENT_NOTE,
    kind_evidence=(),
    bills_97110=None,
    sections=(),
    facts=(OPEN, CLOSED, UNANSWERED, SCREEN, BLANK),
    elements={},
    scopes={},
    stated=Stated(),
    questions=(),
    answers=(),
)


@pytest.mark.parametrize(
    ("options", "facts"),
    [
        pytest.param({"fact": "unfilled_form"}, [], id="no such fact"),
        pytest.param({"fact": "answer", "screen": False}, [], id="another value"),
        pytest.param({"fact": "placeholder", "screen": False}, [], id="slot that the fact lacks"),
        pytest.param({"fact": "placeholder"}, [BLANK], id="kind alone"),
        pytest.param({"fact": "answer", "screen": True}, [SCREEN], id="a slot"),
        pytest.param(
            {"fact": "question", "type": "yes_no"}, [CLOSED, UNANSWERED], id="each of two"
        ),
        pytest.param(
            {"fact": "question", "type": "yes_no", "answered": False}, [UNANSWERED], id="two slots"
        ),
    ],
)
def test_fact_present(options, facts):
    """A rule fires once for each fact of its kind whose slots are as it says."""
    rule = Rule(
        code="QN001",
        name="closed-question",
        basis=Basis.HOUSE,
        severity={Kind.TREATMENT_NOTE: Severity.WARNING},
        check="fact-present",
        options=options,
        message="",
        ask="",
        why="",
        sources=(),
        examples=(),
        path="",
    )

    assert [fact.span for fact in facts] == [
        found.span for found in check(rule, Case(NOTE, Terms()))
    ]
