"""Minutes between clock times, in a whole note."""

import pytest
from check_findings import said


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Total treatment time: 45 min", [], id="no clock"),
        pytest.param("Time in 9:00, time out 9:45.", [], id="no minutes"),
        pytest.param("Time in 9:00, time out 9:45. Total treatment time: 45 min", [], id="fits"),
        pytest.param("Time in 9:00, time out 9:45.\nTimed minutes: 38", [], id="untimed is left"),
        pytest.param(
            "Time in 9:00, time out 9:45.\nTotal treatment time: 40 min. Rest 5 min.",
            [],
            id="explained",
        ),
        pytest.param(
            "Time in 9:00, time out 9:45.\nTotal treatment time: 40 min",
            [
                (
                    "Total treatment time: 40 min",
                    "09:00 to 09:45 is 45 minutes, and 40 of treatment are recorded.",
                    "warning",
                )
            ],
            id="longer than the treatment",
        ),
        pytest.param(
            "Time in 9:00, time out 9:30.\nTimed minutes: 38",
            [("Timed minutes: 38", "09:00 to 09:30 is 30 minutes, and 38 are recorded.", "error")],
            id="shorter than the treatment",
        ),
    ],
)
def test_conflict(linter_of, words, expected):
    """More minutes than the clock has are an error; fewer are a question."""
    assert said(linter_of, "TM009", words) == expected
