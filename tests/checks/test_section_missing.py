"""The check of sections that a form should have."""

import pytest
from made_notes import case, rule

from lint97110.checks.section_missing import check

SOAP = {"sections": "subjective|objective|plan", "without": "history"}
LETTER = {"sections": "history|plan", "beside": "history"}
NAMES = {
    "S": ("subjective",),
    "O": ("objective",),
    "I": ("interventions",),
    "P": ("plan",),
    "H": ("history",),
    "OP": ("objective", "plan"),
    "G": ("goals",),
}


def found(options: dict, *sections: tuple[str, str]) -> list:
    """The words flagged in a form of those headings, each with what stands below it."""
    text = "\n".join(f"{heading}: {body}" for heading, body in sections)
    headings = {f"{heading}:": NAMES[heading] for heading, _ in sections}
    spans = [one.span for one in check(rule(options), case(text, (), headings))]
    return [span and span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("sections", "flagged"),
    [
        pytest.param([("S", "x"), ("O", "x"), ("P", "x")], [], id="all"),
        pytest.param([("S", "x"), ("OP", "x")], [], id="merged"),
        pytest.param([("S", "x"), ("I", "x"), ("P", "x")], [], id="stand-in"),
        pytest.param([("S", "x"), ("P", "x")], [None], id="one missing"),
        pytest.param([("P", "x")], [None], id="two missing, told once"),
        pytest.param([("S", "x"), ("O", "____\n"), ("P", "x")], ["O:"], id="empty"),
        pytest.param([("H", "x")], [], id="another form"),
    ],
)
def test_soap(sections, flagged):
    """A missing section is told once, an empty one at its heading."""
    assert flagged == found(SOAP, *sections)


def test_only_beside():
    """A rule may ask only documents that have a certain section."""
    assert found(LETTER, ("S", "x")) == []
    assert found(LETTER, ("H", "x"), ("G", "x")) == [None]
    assert found(LETTER, ("H", "x"), ("P", "x")) == []
