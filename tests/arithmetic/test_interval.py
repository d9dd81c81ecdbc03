"""Clock intervals: noon, midnight, missing am and pm, 24 hours, several blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.interval import Doubt, interval, intervals, overlapping

HALVES = st.integers(0, 24 * 60 - 1)


def minutes(written):
    """The minutes of all blocks; None when one is no interval, or in doubt."""
    blocks = intervals(written)
    if blocks is None or any(block.doubts for block in blocks):
        return None
    return sum(block.minutes for block in blocks)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("9:15–9:00", None, id="backwards is never put right"),
        pytest.param("9:00-12:30", None, id="over three hours"),
        pytest.param("23:40–00:10", None, id="over midnight is doubtful"),
        pytest.param("1:00-13:45", None, id="two forms in one"),
        pytest.param("9:00", None, id="one end"),
        pytest.param("9:00-25:00", None, id="no such hour"),
        pytest.param("", None, id="nothing"),
        pytest.param("10:00–10:45", 45, id="the difference, not the inclusive count"),
        pytest.param("11:45–12:30", 45, id="over noon"),
        pytest.param("12:45–1:30", 45, id="from noon on"),
        pytest.param("11:50 am–12:20", 30, id="am carried over noon"),
        pytest.param("12:00 am-12:30 am", 30, id="midnight"),
        pytest.param("12:00 pm-12:30 pm", 30, id="noon"),
        pytest.param("12:00-12:40", 40, id="noon without a mark"),
        pytest.param("1300-1345", 45, id="military"),
        pytest.param("13:00-13:45", 45, id="24 hours"),
        pytest.param("1p-1:45p", 45, id="one letter"),
        pytest.param("1:15 to 1:58 PM", 43, id="one mark for both"),
        pytest.param("09:00–09:45", 45, id="padded"),
        pytest.param("09:00–09:10, 09:25–09:30", 15, id="blocks are added"),
        pytest.param("9:00-9:00", 0, id="no time at all"),
    ],
)
def test_minutes(written, expected):
    """The minutes between the ends, where nothing about them is in doubt."""
    assert expected == minutes(written)


@pytest.mark.parametrize(
    ("start", "end", "read", "doubts"),
    [
        pytest.param("12:00 am", "12:30 am", ("00:00", "00:30"), (), id="midnight"),
        pytest.param("12:00", "12:40", ("12:00", "12:40"), (), id="noon"),
        pytest.param("1:15", "1:58", ("13:15", "13:58"), (), id="the clinic is open at one"),
        pytest.param("23:40", "00:10", ("23:40", "00:10"), (Doubt.OVER_MIDNIGHT,), id="24 hours"),
        pytest.param(
            "11:40 pm", "12:10 am", ("23:40", "00:10"), (Doubt.OVER_MIDNIGHT,), id="by its marks"
        ),
        pytest.param("1:00", "13:45", ("13:00", "13:45"), (Doubt.MIXED_FORMS,), id="two forms"),
        pytest.param("11:00", "13:45", ("11:00", "13:45"), (), id="24 hours need no nought"),
        pytest.param(
            "9:15", "9:00", ("09:15", "21:00"), (Doubt.BACKWARDS, Doubt.LONG), id="backwards"
        ),
        pytest.param("8:00", "12:00", ("08:00", "12:00"), (Doubt.LONG,), id="a whole morning"),
    ],
)
def test_interval(start, end, read, doubts):
    """The ends as they were understood, and why they may be wrong."""
    one = interval(start, end)

    assert one is not None
    assert (one.start, one.end) == read
    assert one.doubts == doubts


@given(HALVES, st.integers(0, 180))
def test_24_hours_are_exact(start, length):
    """Times in 24-hour form mean themselves: the gap is what was put in."""
    end = (start + length) % (24 * 60)
    one = interval(*(f"{at // 60:02d}:{at % 60:02d}" for at in (start, end)))

    assert one is not None
    assert one.minutes == length


@given(HALVES, st.integers(0, 180))
def test_am_and_pm_change_no_minutes(start, length):
    """Without am and pm a session of up to three hours has the same minutes."""
    ends = [at % (24 * 60) for at in (start, start + length)]
    one = interval(*(f"{at // 60 % 12 or 12}:{at % 60:02d}" for at in ends))

    assert one is not None
    assert one.minutes == length


@pytest.mark.parametrize(
    ("written", "share"),
    [
        pytest.param("9:00-9:30, 9:30-9:45", False, id="one after the other"),
        pytest.param("9:30-9:45, 9:00-9:30", False, id="in any order"),
        pytest.param("9:00-9:30, 9:20-9:45", True, id="ten minutes twice"),
        pytest.param("9:20-9:45, 9:00-9:30", True, id="ten minutes twice, in any order"),
        pytest.param("9:00-9:30, 9:10-9:20", True, id="one inside the other"),
    ],
)
def test_overlapping(written, share):
    """No minute counts twice."""
    assert (overlapping(intervals(written)) is not None) is share
