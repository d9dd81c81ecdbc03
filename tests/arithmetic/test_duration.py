"""Lengths of time as they are written."""

import pytest

from lint97110.arithmetic.duration import Duration, duration


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("30–45 min", None, id="a range"),
        pytest.param("~40 min", None, id="an estimate"),
        pytest.param("about 40 min", None, id="about"),
        pytest.param("up to 40 min", None, id="up to"),
        pytest.param("2 units", None, id="units are no minutes"),
        pytest.param("1:05", None, id="an hour, or a minute?"),
        pytest.param("0:75", None, id="no such minute"),
        pytest.param("3/0 hr", None, id="no such part"),
        pytest.param("45", None, id="45 of what?"),
        pytest.param("45'", Duration(45), id="a stroke"),
        pytest.param("45 min", Duration(45), id="minutes"),
        pytest.param("45min.", None, id="a full stop is not part of it"),
        pytest.param("0:45", Duration(45), id="nought hours"),
        pytest.param("3/4 hr", Duration(45), id="part of an hour"),
        pytest.param("1 h 5", Duration(65), id="an hour and minutes"),
        pytest.param("1 hr 5 min", Duration(65), id="both in words"),
        pytest.param("2 hours", Duration(120), id="hours"),
        pytest.param("7.5 min", Duration(7, is_cut=True), id="half a minute is left off"),
        pytest.param("7.0 min", Duration(7), id="nothing to leave off"),
        pytest.param("7:31", Duration(7, is_cut=True), id="seconds are left off"),
        pytest.param("1/7 hr", Duration(8, is_cut=True), id="no whole minutes"),
    ],
)
def test_duration(written, expected):
    """Whole minutes, and whether a fraction was left off; nothing is guessed."""
    assert expected == duration(written)
