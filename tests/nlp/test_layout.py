"""The shape of a note: what goes on, what begins anew, and in which section it stands."""

from dataclasses import replace

import pytest

from lint97110.lines import Lines
from lint97110.nlp.headings import Headings
from lint97110.nlp.layout import lay_out
from lint97110.packs import builtin
from lint97110.packs.heading_files import read_headings

HEADINGS = Headings(
    replace(
        read_headings(builtin() / "headings"),
        opens={
            "s": ("subjective",),
            "o": ("objective",),
            "subjective": ("subjective",),
            "objective": ("objective",),
            "plan": ("plan",),
            "goals": ("goals",),
            "hep": ("home_program",),
            "charges": ("charges",),
            "signed": ("signature",),
        },
        modifiers=(),
        hints={"treatment": "interventions"},
        misspelt=(),
    )
)
LONG = "Worked on gait and on stairs with the patient today and she"


def blocks(text):
    """The words of every block that is no heading, each with its sections."""
    layout = lay_out(text, Lines.of(text), HEADINGS)
    return [
        (text[block.start : block.end], layout.sections[block.section].names)
        for block in layout.blocks
        if not block.is_heading
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("-----\n\n=====", [], id="drawn lines"),
        pytest.param(f"{LONG}\ntolerated it", [f"{LONG}\ntolerated it"], id="wrapped"),
        pytest.param("SLR 3x10\nbridges 2x12", ["SLR 3x10", "bridges 2x12"], id="short lines"),
        pytest.param(f"{LONG}\n\nleft", [LONG, "left"], id="a blank line"),
        pytest.param(f"{LONG}\n- left", [LONG, "- left"], id="an item"),
        pytest.param(f"{LONG}\nPain: 3", [LONG, "Pain: 3"], id="a field"),
        pytest.param(f"{LONG}\nSLR | 3 | 10", [LONG, "SLR | 3 | 10"], id="a row"),
        pytest.param("- SLR with\n  3 lb", ["- SLR with\n  3 lb"], id="hanging"),
        pytest.param("- SLR done.\n  Then rest", ["- SLR done.", "Then rest"], id="a new sentence"),
        pytest.param("Pain 3.   \nROM better", ["Pain 3.", "ROM better"], id="trailing blanks"),
    ],
)
def test_blocks(text, expected):
    """A sentence wraps into the next line; an item, a field or a row begins anew."""
    assert expected == [words for words, _ in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("SLR 3x10", [()], id="no heading"),
        pytest.param("S: sore\nO: SLR", [("subjective",), ("objective",)], id="letters"),
        pytest.param("Plan:\ngo on\n\nand on", [("plan",), ("plan",)], id="to the next heading"),
        pytest.param("HEP: bridges\nSLR 3x10", [("home_program",), ()], id="a field ends"),
        pytest.param(
            "Objective:\nSLR\nHEP: bridges\nClams",
            [("objective",), ("home_program",), ("objective",)],
            id="back to the section around a field",
        ),
        pytest.param("Plan: go on. Goals: squat", [("plan",), ("goals",)], id="two in a line"),
        pytest.param("S: sore  O: SLR", [("subjective",), ("objective",)], id="letters in a line"),
        pytest.param("Charges:\n97110 2 units", [("charges",)], id="a code among charges"),
        pytest.param("Plan:\ngo on\nGym work:\nSLR", [("plan",), (), ()], id="unknown heading"),
        pytest.param(
            "Plan:\ngo on\nSigned: Jo Ash, PT\nPrinted at four",
            [("plan",), ("signature",), ()],
            id="below a signature",
        ),
        pytest.param(
            "Goals:\n1. walk a mile\n2. climb stairs\nTreatment this month: SLR\nClams",
            [("goals",), ("goals",), ("interventions",), ("interventions",)],
            id="a label below a list of goals",
        ),
    ],
)
def test_sections(text, expected):
    """Every block stands in the section that was opened last, until it ends."""
    assert expected == [names for _, names in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Plan:\n1. What comes next?\nStep-downs.\n\n2. How often?\nTwice a week.",
            ["plan"] * 4,
            id="questions with their answers",
        ),
        pytest.param(
            "Plan:\n1. Step-downs\n2. Squats\nSeen by J.", ["plan", "plan", None], id="list"
        ),
    ],
)
def test_numbered_questions_are_no_list(text, expected):
    """Prose ends a list and its section; an answer below a numbered question does not."""
    assert expected == [names[0] if names else None for _, names in blocks(text)]
