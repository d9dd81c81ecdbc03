"""The check of how many there are in a section."""

import pytest
from made_notes import case, fact, rule

from lint97110.checks.fact_count import check

TEXT = "PLAN" + "?" * 8 + "GOALS" + "?" * 9
HEADINGS = {"PLAN": ("plan",), "GOALS": ("goals",)}
FEW = {"fact": "question", "type": "open", "sections": "subjective|plan", "fewer_than": 3}
MANY = {"fact": "question", "type": "open", "sections": "subjective|plan", "more_than": 3}


def asked(*types: str) -> tuple:
    """Questions of those types below the first heading, and many below the second."""
    mine = [fact(4 + place, type=each) for place, each in enumerate(types)]
    return (*mine, *(fact(20 + n, type="open") for n in range(5)))


@pytest.mark.parametrize(
    ("options", "types", "place"),
    [
        pytest.param(FEW, ["open"] * 3, None, id="enough"),
        pytest.param(FEW, ["open"] * 2, 0, id="too few, at the heading"),
        pytest.param(FEW, ["open", "open", "yes_no", "yes_no"], 0, id="others do not count"),
        pytest.param(FEW, [], 0, id="none"),
        pytest.param(MANY, ["open"] * 3, None, id="as many as may be"),
        pytest.param(MANY, ["open"] * 5, 7, id="too many, at the first of them"),
        pytest.param(MANY, ["open", "yes_no", "open", "open", "yes_no"], None, id="of one type"),
    ],
)
def test_fact_count(options, types, place):
    """Each section is counted by itself, and only those that the rule names."""
    (found,) = list(check(rule(options), case(TEXT, asked(*types), HEADINGS))) or [None]

    assert place == (found.span.start if found and found.span else None)


def test_no_such_section():
    """A document without the section is another rule's business."""
    assert not list(check(rule(FEW), case(TEXT, asked("open"))))
