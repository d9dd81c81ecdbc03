"""Minutes against totals, in a whole note."""

import pytest
from check_findings import said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("97110: 25 min", [], id="no total"),
        pytest.param("97110: 25 min\nTimed total: 25 min", [], id="adds up"),
        pytest.param("97110: 25 min\nTotal treatment time: 40 min", [], id="untimed is left"),
        pytest.param("97110 25 min 97140 15 min TOTAL 40 MIN", [], id="all in one line"),
        pytest.param("97110: 25 min\n97110: 15 min\nTimed total: 38 min", [], id="two figures"),
        pytest.param(
            "97110: 25 min\n97140: 20 min\nTimed total: 40 min",
            [
                (
                    "Timed total: 40 min",
                    "97110 25 + 97140 20 = 45, and the timed total is 40.",
                    "error",
                )
            ],
            id="codes beyond the total",
        ),
        pytest.param(
            "97110: 25 min\nTimed total: 38 min",
            [("Timed total: 38 min", "97110 25 = 25, and the timed total is 38.", "warning")],
            id="a total beyond the codes",
        ),
        pytest.param(
            "97110: 25 min\n97010: 10 min\nTotal treatment time: 30 min",
            [
                (
                    "Total treatment time: 30 min",
                    "97110 25 + 97010 10 = 35, and the treatment total is 30.",
                    "error",
                )
            ],
            id="timed and untimed beyond the total",
        ),
    ],
)
def test_sum(linter_of, words, expected):
    """The figure that cannot be right, and the sum that says so."""
    assert said(linter_of, "TM003", f"Charges:\n{words}") == expected
