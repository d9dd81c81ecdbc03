"""What can be read in two ways is kept as both, and nothing is counted with it."""

import pytest

from lint97110.model import Document


def understood(linter, words, section="Charges"):
    """A note with these words in one section."""
    return linter.understand(Document("note.txt", f"Daily note\n{section}:\n{words}\n"))


def both(note, kind):
    """The slots of the facts of a kind."""
    return [dict(fact.slots) for fact in note.facts if fact.kind == kind]


@pytest.mark.parametrize("written", ["97110 x 30", "97110 x30", "97110-GP x 30", "CPT 97110 x 30."])
def test_minutes_or_units(linter, written):
    """More units than a visit can hold may be minutes: neither is stated, and time is weak."""
    note = understood(linter, written)

    assert both(note, "minutes_or_units") == [{"code": "97110", "minutes": 30, "units": 30}]
    assert (note.stated.minutes, note.stated.units) == ({}, {})
    assert note.result("time_spent").status == "weak"


@pytest.mark.parametrize(
    "written",
    ["97110 x 2", "97110 x 30 min", "97110 x 30, 2 units", "97110: SLR x 30", "SLR x 30"],
)
def test_told_by_its_neighbours(linter, written):
    """A few are units; what says minutes, stands beside units or doses an exercise is clear."""
    assert both(understood(linter, written), "minutes_or_units") == []


@pytest.mark.parametrize(
    "written",
    ["Walked 10'.", "Ambulated 10' with a walker.", "Gait training 10', min A.", "10' of walking"],
)
def test_feet_or_minutes(linter, written):
    """A walk of 10' went ten feet or took ten minutes: no length of time, and no minutes."""
    note = understood(linter, written, "Interventions")

    assert both(note, "feet_or_minutes") == [{"feet": 10, "minutes": 10}]
    assert note.stated.minutes == {}
    assert note.result("duration").status == "absent"
    assert note.result("time_spent").status == "absent"


@pytest.mark.parametrize(
    "written",
    ["Walked 10 min.", "Treadmill walking 10'.", "NuStep 10'.", "TE 20', gait training 10'"],
)
def test_no_walk_over_ground(linter, written):
    """A machine stands still, a word tells minutes, and a row of minutes goes on."""
    assert both(understood(linter, written, "Interventions"), "feet_or_minutes") == []
