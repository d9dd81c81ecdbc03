"""The table of units: every row, and the first and last minute of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.table import least_minutes, most_minutes, units_of

ROWS = {
    0: (0, 7),
    1: (8, 22),
    2: (23, 37),
    3: (38, 52),
    4: (53, 67),
    5: (68, 82),
    6: (83, 97),
    7: (98, 112),
    8: (113, 127),
    9: (128, 142),
    10: (143, 157),
}


@pytest.mark.parametrize(("units", "minutes"), ROWS.items())
def test_row(units, minutes):
    """Each minute of a row makes the units of the row, and the row ends where the next begins."""
    first, last = minutes

    assert {units_of(minute) for minute in range(first, last + 1)} == {units}
    assert (least_minutes(units), most_minutes(units)) == minutes


@given(st.integers(0, 2000))
def test_one_minute_more(minutes):
    """A minute more never makes fewer units, nor two units more."""
    assert units_of(minutes + 1) - units_of(minutes) in (0, 1)


def test_below_nought():
    """Nobody treats for less than no time."""
    with pytest.raises(ValueError, match="cannot be negative"):
        units_of(-1)
