"""Times that a payer asks for, in a whole note."""

import pytest
from check_findings import said


@pytest.mark.parametrize(
    ("words", "profile", "expected"),
    [
        pytest.param("97110: 25 min, 2 units", None, [], id="silent in the base"),
        pytest.param("Timed minutes: 38\n97110 x 2, 97140 x 1", "medicare", [], id="stated"),
        pytest.param("97110: 25 min, 2 units", "medicare", [], id="one code is its own total"),
        pytest.param("97110: 25 min, 2 units", "cigna", [], id="not asked by this payer"),
        pytest.param(
            "97110: 25 min, 2 units\n97140: 15 min, 1 unit",
            "medicare",
            [
                (
                    "97110: 25 min",
                    "97110 25 + 97140 15 = 40 timed minutes, when added up.",
                    "info",
                )
            ],
            id="can be added up",
        ),
        pytest.param(
            "97110: 25 min, 2 units\n97140 x 1", "medicare", [("", "", "error")], id="cannot"
        ),
    ],
)
def test_timed_total(linter_of, words, profile, expected):
    """The total of the timed codes."""
    assert said(linter_of, "TM017", f"Charges:\n{words}", profile) == expected


@pytest.mark.parametrize(
    ("profile", "severity"),
    [(None, "info"), ("ama", "info"), ("medicare", "warning"), ("cigna", "warning")],
)
def test_treatment_total(linter_of, profile, severity):
    """The total of the treatment weighs as much as the payer makes it."""
    assert said(linter_of, "TM002", "Charges:\n97110 x 2, 25 min", profile)[0][2] == severity


@pytest.mark.parametrize(
    ("profile", "severity"),
    [(None, "warning"), ("medicare", "info"), ("ama", "error"), ("bcbs", "error")],
)
def test_code_minutes(linter_of, profile, severity):
    """Minutes of each code: not to be demanded for Medicare, needed by those who count by code."""
    words = "Charges:\n97110 x 2, 97140 x 1\nTimed minutes: 38\nTotal treatment time: 45 min"

    assert said(linter_of, "TM004", words, profile) == [
        ("97110 x 2", "Without minutes: 97110, 97140.", severity)
    ]


@pytest.mark.parametrize(
    ("profile", "found"),
    [(None, []), ("medicare", []), ("uhc", ["info"]), ("time-of-day", ["error"])],
)
def test_clock_times(linter_of, profile, found):
    """Clock times, where a payer asks for them."""
    words = "Charges:\n97110 x 2, 25 min\nTotal treatment time: 25 min"

    assert [each[2] for each in said(linter_of, "TM011", words, profile)] == found
