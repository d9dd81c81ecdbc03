"""The sums in words."""

import pytest

from lint97110.arithmetic.earned import by_midpoint, by_total_time


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        pytest.param(
            {"97110": 24, "97112": 23},
            "97110 24 + 97112 23 = 47 timed minutes → 3 units (Medicare total time); "
            "the third belongs to 97110 (9 left over against 8)",
            id="the larger remainder",
        ),
        pytest.param({"97110": 7}, "97110 7 timed minutes → 0 units (Medicare total time)", id="0"),
        pytest.param({"97110": 1}, "97110 1 timed minute → 0 units (Medicare total time)", id="1"),
        pytest.param(
            {"97110": 30, "97140": 15},
            "97110 30 + 97140 15 = 45 timed minutes → 3 units (Medicare total time): "
            "97110 2, 97140 1",
            id="nothing beyond",
        ),
        pytest.param(
            {"97110": 3, "97140": 2},
            "97110 3 + 97140 2 = 5 timed minutes → 0 units (Medicare total time)",
            id="no unit to share",
        ),
        pytest.param(
            {"97110": 20, "97112": 20},
            "97110 20 + 97112 20 = 40 timed minutes → 3 units (Medicare total time); "
            "the third may go to 97110 or 97112 (5 left over each)",
            id="a tie",
        ),
        pytest.param(
            {"97110": 8, "97112": 8, "97140": 8},
            "97110 8 + 97112 8 + 97140 8 = 24 timed minutes → 2 units (Medicare total time); "
            "the first and second may each go to one of 97110, 97112 and 97140 (8 left over each)",
            id="two of three",
        ),
        pytest.param(
            {"97110": 10, "97112": 7, "97140": 7},
            "97110 10 + 97112 7 + 97140 7 = 24 timed minutes → 2 units (Medicare total time); "
            "the first belongs to 97110 (10 left over); "
            "the second may go to 97112 or 97140 (7 left over each)",
            id="one sure, one tied",
        ),
        pytest.param(
            {"97110": 18, "97140": 13, "97116": 10, "97035": 8},
            "97110 18 + 97140 13 + 97116 10 + 97035 8 = 49 timed minutes → 3 units "
            "(Medicare total time); the second and third belong to 97140 (13 left over) and "
            "97116 (10 left over against 8)",
            id="two beyond",
        ),
        pytest.param(
            {"97110": 15, "97140": 8},
            "97110 15 + 97140 8 = 23 timed minutes → 2 units (Medicare total time); "
            "the second belongs to 97140 (8 left over)",
            id="nobody against it",
        ),
    ],
)
def test_total_time(minutes, said):
    """Medicare's sum: what was added, what it makes, who gets the unit beyond."""
    assert said == by_total_time(minutes).sentence


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        pytest.param({"97110": 24}, "97110 24 timed minutes → 2 units (midpoint)", id="one code"),
        pytest.param(
            {"97110": 24, "97112": 7},
            "97110 24 → 2, 97112 7 → 0: 2 units (midpoint, each code by itself)",
            id="two codes",
        ),
    ],
)
def test_midpoint(minutes, said):
    """The sum code by code."""
    assert said == by_midpoint(minutes).sentence


def test_steps():
    """The same piece by piece, with the row of the table."""
    visit = {"97110": 24, "97112": 23}

    assert by_total_time(visit).steps == (
        "97110 24 + 97112 23 = 47 timed minutes",
        "47 minutes make 3 units (from 38 to 52)",
        "full 15 minutes: 97110 1 (9 left over), 97112 1 (8 left over)",
        "the third belongs to 97110 (9 left over against 8)",
    )
    assert by_midpoint(visit).steps == (
        "97110: 24 minutes make 2 units (from 23 to 37)",
        "97112: 23 minutes make 2 units (from 23 to 37)",
        "2 + 2 = 4 units",
    )


def test_steps_of_nothing():
    """Too few minutes, and it says how many there may be."""
    assert by_total_time({"97110": 7}).steps[-1] == "7 minutes make no unit (from 0 to 7)"
