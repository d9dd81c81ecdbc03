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
            "Next visit 3/4 at 9:00-9:45.\nTime in 10:00, time out 10:45. Total time 45 min",
            [],
            id="the clock of another day",
        ),
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
                    "The clock gives 45 minutes, but only 40 of treatment are recorded.",
                    "warning",
                )
            ],
            id="longer than the treatment",
        ),
        pytest.param(
            "Time in 9:00, time out 9:30.\nTimed minutes: 38",
            [("Timed minutes: 38", "The clock gives 30 minutes, but 38 are recorded.", "error")],
            id="shorter than the treatment",
        ),
    ],
)
def test_conflict(linter_of, words, expected):
    """More minutes than the clock has are an error; fewer are a question."""
    assert said(linter_of, "TM009", words) == expected
