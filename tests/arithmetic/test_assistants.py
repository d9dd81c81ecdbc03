"""Units of therapist and assistant: which carry CQ or CO."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.assistants import assistant_units
from lint97110.arithmetic.earned import by_total_time
from lint97110.arithmetic.table import units_of


@pytest.mark.parametrize(
    ("assistant", "therapist", "units", "shares"),
    [
        pytest.param(10, 5, 1, (1, 0, 0), id="the larger part"),
        pytest.param(5, 10, 1, (0, 1, 0), id="the therapist has 8"),
        pytest.param(7, 8, 1, (0, 1, 0), id="just 8"),
        pytest.param(8, 7, 1, (1, 0, 0), id="just 7"),
        pytest.param(1, 14, 1, (0, 1, 0), id="a minute of help"),
        pytest.param(15, 0, 1, (1, 0, 0), id="in whole"),
        pytest.param(12, 14, 2, (1, 1, 0), id="one each"),
        pytest.param(23, 13, 2, (1, 1, 0), id="a full quarter, and the last unit mixed"),
        pytest.param(1, 7, 1, (0, 0, 1), id="the two tenths disagree"),
        pytest.param(0, 7, 1, (0, 1, 0), id="no assistant at all"),
        pytest.param(11, 11, 2, (0, 0, 2), id="two units for 22 minutes"),
        pytest.param(0, 30, 2, (0, 2, 0), id="therapist alone"),
        pytest.param(30, 0, 2, (2, 0, 0), id="assistant alone"),
        pytest.param(0, 0, 0, (0, 0, 0), id="nothing"),
    ],
)
def test_shares(assistant, therapist, units, shares):
    """Units with the modifier, without it, and in doubt."""
    found = assistant_units(assistant, therapist, units)

    assert (found.marked, found.unmarked, found.doubtful) == shares
    assert found.because


def test_the_visit_of_the_scenario():
    """97110 by both, 97140 by the therapist: four units, of which one carries the modifier."""
    units = by_total_time({"97110": 23 + 13, "97140": 30}).units
    exercise = assistant_units(23, 13, units["97110"])
    manual = assistant_units(0, 30, units["97140"])

    assert sum(units.values()) == 4
    assert (exercise.marked, exercise.unmarked) == (1, 1)
    assert (manual.marked, manual.unmarked) == (0, 2)


@given(st.integers(0, 60), st.integers(0, 60))
def test_every_unit_has_a_place(assistant, therapist):
    """Marked, unmarked and doubtful units are the units, whoever treated."""
    units = units_of(assistant + therapist)
    found = assistant_units(assistant, therapist, units)

    assert found.marked + found.unmarked + found.doubtful == units


@given(st.integers(0, 60), st.integers(0, 60))
def test_full_quarters_belong_to_their_person(assistant, therapist):
    """A person's full 15 minutes are that person's unit."""
    found = assistant_units(assistant, therapist, units_of(assistant + therapist))

    assert found.marked >= assistant // 15
    assert found.unmarked >= therapist // 15


@pytest.mark.parametrize(
    ("assistant", "therapist", "units"), [(-1, 20, 1), (8, 7, 4), (30, 0, 1), (15, 0, 2)]
)
def test_refused(assistant, therapist, units):
    """Units that these minutes cannot make are nobody's."""
    with pytest.raises(ValueError, match="do not make"):
        assistant_units(assistant, therapist, units)
