"""Headings of every habit, and the words that only look like one."""

from dataclasses import replace

import pytest

from lint97110.nlp.heading_marks import field_label
from lint97110.nlp.headings import Headings
from lint97110.packs import builtin
from lint97110.packs.heading_files import read_headings

HEADINGS = Headings(
    replace(
        read_headings(builtin() / "headings"),
        opens={
            "s": ("subjective",),
            "o": ("objective",),
            "a": ("assessment",),
            "p": ("plan",),
            "subjective": ("subjective",),
            "assessment": ("assessment",),
            "plan": ("plan",),
            "goals": ("goals",),
            "treatment": ("interventions",),
            "hand therapy": ("interventions",),
            "hep": ("home_program",),
        },
        modifiers=("provided", "today", "detail"),
        hints={"exercise": "interventions", "next": "plan"},
        misspelt=("subjective", "assessment"),
    )
)
BEFORE = "Clinic\n"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("Plan reviewed with patient.", None, id="a sentence"),
        pytest.param("Plan.", None, id="a sentence of one word"),
        pytest.param("plan - continue", None, id="a dash in running text"),
        pytest.param("p: sore", None, id="a small letter"),
        pytest.param("3x10:", None, id="a dose"),
        pytest.param("Knee:", None, id="nobody listed it"),
        pytest.param("Plann", None, id="a slip without a mark"),
        pytest.param("S: sore", ("subjective",), id="letter"),
        pytest.param("O) SLR 3x10", ("objective",), id="letter and bracket"),
        pytest.param("A/P:", ("assessment", "plan"), id="merged"),
        pytest.param("S/O/A: fine", ("subjective", "objective", "assessment"), id="three merged"),
        pytest.param("S/O/A/P: fine", None, id="four are all of a note"),
        pytest.param("PLAN", ("plan",), id="capitals alone"),
        pytest.param("PLAN - continue", ("plan",), id="dash"),
        pytest.param("Goals....", ("goals",), id="leaders"),
        pytest.param("## Assessment", ("assessment",), id="markdown"),
        pytest.param("**Plan:**", ("plan",), id="bold"),
        pytest.param("IV. Treatment", ("interventions",), id="roman number"),
        pytest.param("Treatment provided today:", ("interventions",), id="modifiers"),
        pytest.param("Assesment:", ("assessment",), id="a slip"),
        pytest.param("HEP (08/18/2025):", ("home_program",), id="a date aside"),
        pytest.param("97110 ther ex: SLR", ("interventions",), id="a code"),
        pytest.param("[Plan] continue", ("plan",), id="square brackets"),
        pytest.param("[S] sore", ("subjective",), id="a letter in square brackets"),
        pytest.param("[plan] continue", None, id="small letters in square brackets"),
        pytest.param("[Plan was copied]", None, id="a remark in square brackets"),
    ],
)
def test_at_start(line, names):
    """A heading is told by its words and by the mark that sets it apart."""
    label = HEADINGS.at_start(BEFORE + line, len(BEFORE), len(BEFORE + line))

    assert names == (label.names if label else None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("HAND THERAPY - PROGRESS REPORT", False, id="title"),
        pytest.param("HAND THERAPY: putty", True, id="heading"),
        pytest.param("PLAN - continue", True, id="one word"),
    ],
)
def test_title(text, found):
    """The first line of a note may be its title, which opens no section."""
    assert found == (HEADINGS.at_start(text, 0, len(text)) is not None)


@pytest.mark.parametrize(
    ("line", "letters", "labels"),
    [
        pytest.param("tolerated well, Plan: continue", True, [], id="within a sentence"),
        pytest.param("sore. P: continue", False, [], id="a letter in a note without letters"),
        pytest.param("sore. P: continue", True, ["P"], id="a letter"),
        pytest.param("sore. Plan: continue", False, ["Plan"], id="behind a sentence"),
        pytest.param("sore    Plan: go on | HEP: bridges", False, ["Plan", "HEP"], id="columns"),
        pytest.param("at 10:30. Plan:go", False, [], id="no blank behind the colon"),
    ],
)
def test_inside(line, letters, labels):
    """Further headings stand behind a sentence, a wide gap or a bar."""
    found = [label.text for label in HEADINGS.inside(line, 0, len(line), letters=letters)]

    assert labels == found


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("Pain 3/10 today", None, id="prose"),
        pytest.param("PLAN - continue", None, id="dash"),
        pytest.param("Pain: 3/10", "Pain:", id="colon"),
        pytest.param("Gait.... antalgic", "Gait....", id="leaders"),
    ],
)
def test_field_label(line, label):
    """A field has a label, whatever it says."""
    end = field_label(line, 0, len(line))

    assert label == (line[:end] if end is not None else None)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("About the knee", (), id="no hint"),
        pytest.param("Exercises in water", ("interventions",), id="plural"),
        pytest.param("Next visit", ("plan",), id="next"),
    ],
)
def test_hinted(words, names):
    """A word of a heading that nobody listed may say what it is about."""
    assert names == HEADINGS.hinted(words)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Home PT visit:", ()),
        ("Home health OT:", ()),
        ("Home routine of exercises:", ("home_program",)),
    ],
)
def test_where_somebody_was_seen_is_no_home_program(label, names):
    """A visit at home is a visit."""
    headings = Headings(read_headings(builtin() / "headings"))

    assert headings.hinted(label) == names


def test_a_clock_time_ends_no_label():
    """The colon of a time is no mark behind a label."""
    text = "Home PT visit. In 2:10 out 2:52 pm."

    assert field_label(text, 0, len(text)) is None
