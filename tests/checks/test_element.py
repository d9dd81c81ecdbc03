"""The check of one element."""

import pytest

from lint97110.billing.case import Case
from lint97110.checks.element import check
from lint97110.model import (
    Basis,
    Document,
    ElementResult,
    Kind,
    Note,
    Rule,
    Severity,
    Span,
    Stated,
    Status,
    Terms,
)

ABSENT = ElementResult("progression", Status.ABSENT)
WEAK = ElementResult("progression", Status.WEAK, (Span(4, 9), Span(12, 20)))
BARE = ElementResult("progression", Status.WEAK)
PRESENT = ElementResult("progression", Status.PRESENT, (Span(4, 9),))


def note_with(*elements):
    """A note that holds nothing but these elements."""
    return Note(
        document=Document("visit.txt", "x" * 30),
        kind=Kind.TREATMENT_NOTE,
        kind_evidence=(),
        bills_97110=None,
        sections=(),
        facts=(),
        elements={element.name: element for element in elements},
        scopes={},
        stated=Stated(),
        questions=(),
        answers=(),
    )


def rule_of(status):
    """A rule about progression."""
    return Rule(
        code="PR001",
        name="progression-missing",
        basis=Basis.EXPECTED,
        severity={Kind.TREATMENT_NOTE: Severity.WARNING},
        check="element",
        options={"element": "progression", "status": status},
        message="",
        ask="",
        why="",
        sources=(),
        examples=(),
        path="",
    )


@pytest.mark.parametrize(
    ("status", "result", "places"),
    [
        pytest.param("absent", PRESENT, [], id="present is no gap"),
        pytest.param("weak", PRESENT, [], id="present is not weak"),
        pytest.param("absent", WEAK, [], id="weak is not absent"),
        pytest.param("weak", ABSENT, [], id="absent is not weak"),
        pytest.param("absent", ABSENT, [None], id="absent: no words to point at"),
        pytest.param("weak", WEAK, [Span(4, 9)], id="weak: the first words"),
        pytest.param("weak", BARE, [None], id="weak without words"),
    ],
)
def test_element(status, result, places):
    """A rule fires exactly when the element stands as the rule says."""
    assert places == [
        found.span for found in check(rule_of(status), Case(note_with(result), Terms()))
    ]


def test_element_not_asked():
    """A document without elements, such as a template, is left in peace."""
    assert list(check(rule_of("absent"), Case(note_with(), Terms()))) == []
