"""Clock times that are in doubt, in a whole note."""

import pytest
from check_findings import said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Time in 11:45, time out 12:30.", [], id="over noon"),
        pytest.param("Works 9:00-5:00 at a desk.", [], id="hours of another sort"),
        pytest.param("HEP: heat 9:00 to 1:00 if sore.", [], id="at home"),
        pytest.param(
            "Time in 9:15, time out 9:00.",
            [
                (
                    "Time in 9:15, time out 9:00",
                    "It ends before it begins; it is longer than 3 hours.",
                    "warning",
                )
            ],
            id="backwards",
        ),
        pytest.param(
            "Time in: 8:00\nTime out: 11:30",
            [("Time in: 8:00\nTime out: 11:30", "It is longer than 3 hours.", "warning")],
            id="two halves",
        ),
        pytest.param(
            "23:40-00:10",
            [
                (
                    "23:40-00:10",
                    "It runs past midnight; the date of service is that of its start.",
                    "warning",
                )
            ],
            id="over midnight",
        ),
    ],
)
def test_clock(linter_of, words, expected):
    """What can be read in more than one way is asked about, and never put right."""
    assert said(linter_of, "TM010", words) == expected
