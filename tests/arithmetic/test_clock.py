"""Clock times: what clinicians write, and the hour that they mean."""

import pytest

from lint97110.arithmetic.clock import clock, minutes_between


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("", None, id="nothing"),
        pytest.param("am", None, id="no number"),
        pytest.param("24:10", None, id="no such hour"),
        pytest.param("10:75", None, id="no such minute"),
        pytest.param("9:05", "09:05", id="morning"),
        pytest.param("7", "07:00", id="the clinic opens"),
        pytest.param("6:45", "18:45", id="before the clinic opens is after work"),
        pytest.param("3:10", "15:10", id="afternoon without a mark"),
        pytest.param("12:15", "12:15", id="noon without a mark"),
        pytest.param("0630", "06:30", id="a nought in front makes it a 24 h time"),
        pytest.param("06:30", "06:30", id="padded hour"),
        pytest.param("905", "09:05", id="three digits"),
        pytest.param("1405", "14:05", id="military"),
        pytest.param("8:40 am", "08:40", id="am"),
        pytest.param("2:05 P.M.", "14:05", id="dots in the mark"),
        pytest.param("1:30p", "13:30", id="one letter"),
        pytest.param("12:10 am", "00:10", id="midnight"),
        pytest.param("12:10 pm", "12:10", id="noon"),
    ],
)
def test_clock(written, meant):
    """A clock time means the hour at which a clinic would be open."""
    assert meant == clock(written)


@pytest.mark.parametrize(
    ("start", "end", "meant"),
    [
        pytest.param("9:00", "9:40", ("09:00", "09:40"), id="morning"),
        pytest.param("11:30", "12:15", ("11:30", "12:15"), id="over noon"),
        pytest.param("12:40", "1:25", ("12:40", "13:25"), id="from noon on"),
        pytest.param("10:50", "1:05", ("10:50", "13:05"), id="an end lies after its start"),
        pytest.param("1:15", "1:58 pm", ("13:15", "13:58"), id="one mark for both"),
        pytest.param("11:30", "12:10 pm", ("11:30", "12:10"), id="the mark is the end's alone"),
        pytest.param("8:00 am", "8:45", ("08:00", "08:45"), id="mark at the start"),
        pytest.param("1300", "1345", ("13:00", "13:45"), id="military"),
        pytest.param("7:15", "8:00 pm", ("19:15", "20:00"), id="evening clinic"),
    ],
)
def test_session(start, end, meant):
    """The two ends of a session explain each other."""
    begun = clock(start, None, end)

    assert meant == (begun, clock(end, begun))


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        pytest.param("09:00", "09:00", 0, id="no time"),
        pytest.param("09:05", "09:43", 38, id="within an hour"),
        pytest.param("11:45", "12:30", 45, id="over noon"),
        pytest.param("23:40", "00:10", 30, id="over midnight"),
    ],
)
def test_minutes_between(start, end, minutes):
    """Minutes from one time to the next."""
    assert minutes == minutes_between(start, end)
