"""Billed units against minutes, in a whole note."""

import pytest
from check_findings import said

from lint97110.severity import DOUBT

TWO_CODES = "Charges:\n97110: 24 min, 2 units\n97112: 23 min, 2 units\nTotal treatment time: 47 min"
SUM = (
    "97110 24 + 97112 23 = 47 timed minutes → 3 units (Medicare total time); "
    "the third belongs to 97110 (9 left over against 8); 4 billed."
)
APART = "97110 24 → 2, 97112 23 → 2: 4 units (midpoint, each code by itself), 4 billed."


@pytest.mark.parametrize(
    ("profile", "code", "expected"),
    [
        ("medicare", "TM005", [("97110: 24 min, 2 units", SUM, "error")]),
        ("ama", "TM005", []),
        (None, "TM005", []),
        (None, "TM016", [("97110: 24 min, 2 units", f"{SUM} {APART}", "warning")]),
        ("medicare", "TM016", []),
        (
            "va",
            "TM005",
            [
                (
                    "97110: 24 min, 2 units",
                    f"{SUM} {DOUBT}",
                    "warning",
                )
            ],
        ),
    ],
)
def test_two_codes(linter_of, profile, code, expected):
    """Each payer's way gives its own finding with its sum; what nobody read gives no error."""
    assert said(linter_of, code, TWO_CODES, profile) == expected


def test_the_payer_line_decides(linter_of):
    """A note that names its payer is counted in that payer's way."""
    assert said(linter_of, "TM005", f"Payer: Medicare\n{TWO_CODES}")[0][2] == "error"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("97010 x 1", [], id="once"),
        pytest.param("97035 x 2, 25 min", [], id="timed"),
        pytest.param("97010 x 2", [("97010 x 2", "97010 x 2.", "error")], id="twice"),
        pytest.param(
            "97110: 25 min\n97014: 15 min\nTimed total: 40 min",
            [
                (
                    "Timed total: 40 min",
                    "40 timed minutes include 97014 15 of untimed codes.",
                    "error",
                )
            ],
            id="in the timed total",
        ),
    ],
)
def test_untimed(linter_of, words, expected):
    """An untimed code is billed once, and its minutes are not timed."""
    assert said(linter_of, "TM014", f"Charges:\n{words}") == expected
