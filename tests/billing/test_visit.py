"""What a note bills, and which of its figures are firm enough to count with."""

import pytest

from lint97110.billing.visit import visit_of
from lint97110.model import Document

NOTHING: dict[str, int] = {}


def visit(linter, words):
    """The visit of a note with these charges."""
    return visit_of(linter.understand(Document("note.txt", f"Daily note\nCharges:\n{words}\n")))


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("97110 x 2", None, id="units alone"),
        pytest.param("97110: 30-45 min, 2 units", None, id="a range"),
        pytest.param("97110: about 30 min, 2 units", None, id="an estimate"),
        pytest.param("97110: 30 min, 97140 x 1", None, id="one of two is open"),
        pytest.param("97110: 30 min\n97110: 15 min", None, id="two figures are none"),
        pytest.param("97010: 10 min", None, id="nothing timed"),
        pytest.param("97110 x 2, 97140 x 1\nTimed minutes: 38", None, id="a total of two codes"),
        pytest.param("97110: 30 min, 2 units", {"97110": 30}, id="one code"),
        pytest.param("97110 x 2\nTimed minutes: 30", {"97110": 30}, id="a total of one code"),
        pytest.param(
            "97110: 30 min, 2 units\n97140: 15 min, 1 unit\n97010 x 1",
            {"97110": 30, "97140": 15},
            id="an untimed code needs none",
        ),
        pytest.param(
            "97110: 30 min, 2 units\n97035: 8 min",
            {"97110": 30, "97035": 8},
            id="not billed",
        ),
    ],
)
def test_whole(linter, words, whole):
    """The minutes of every timed code, or none of them."""
    found = visit(linter, words)

    assert (dict(found.whole) if found.whole is not None and found.charged else None) == whole


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        pytest.param("97110 x 2", None, id="none"),
        pytest.param("Time in 9:15, time out 9:00", None, id="backwards"),
        pytest.param("97110 9:00-9:30\n97140 9:20-9:45", None, id="blocks that overlap"),
        pytest.param("Time in 9:00, time out 9:45", 45, id="a pair"),
        pytest.param("Time in: 9:00\nTime out: 9:45", 45, id="two halves"),
        pytest.param("97110 9:00-9:10\n97140 9:25-9:30", 15, id="blocks are added"),
        pytest.param(
            "Time in 9:00, time out 9:45\n97110 9:00-9:30\n97140 9:30-9:45", 45, id="blocks inside"
        ),
    ],
)
def test_clock(linter, words, clock):
    """The minutes of the session by the clock."""
    assert visit(linter, words).clock == clock


def test_kinds_of_codes(linter):
    """Timed and untimed codes are kept apart; codes of neither sort are left out."""
    found = visit(linter, "97110: 30 min, 2 units\n97010: 10 min, 1 unit\n97129 x 1")

    assert (found.units, found.minutes) == ({"97110": 2}, {"97110": 30})
    assert (found.untimed_units, found.untimed_minutes) == ({"97010": 1}, {"97010": 10})


def test_one_figure_twice(linter):
    """The same figure twice is one figure."""
    assert visit(linter, "97110: 30 min\n97110: 30 min").minutes == {"97110": 30}


def test_a_total_in_two_sizes_is_none(linter):
    """Two treatment totals are none."""
    found = visit(linter, "97110 x 2\nTotal treatment time: 40 min\nTotal treatment time: 45 min")

    assert (found.total, found.unsure) == (None, {"total"})


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        pytest.param("97110 15 min x 3", {}, id="the length of a unit"),
        pytest.param("97110, each 15 min, 2 units", {}, id="each"),
        pytest.param("97110 15 min, 1 unit", {"97110": 15}, id="a quarter of an hour"),
        pytest.param("97110 38 min x 3", {"97110": 38}, id="no unit has 38"),
    ],
)
def test_length_of_a_unit(linter, words, minutes):
    """The 15 minutes of a unit are not those of the treatment."""
    assert visit(linter, words).minutes == minutes


def test_repeated(linter):
    """The same minutes twice may be one episode or two."""
    assert visit(linter, "97110: 15 min\n97110: 15 min").repeated == {"97110"}


@pytest.mark.parametrize(
    ("words", "unassigned"),
    [
        pytest.param("97110: 25 min", 0, id="no total"),
        pytest.param("97110: 25 min\n97014 x 1\nTotal treatment time: 40 min", 0, id="explained"),
        pytest.param("97110: 25 min\nTotal treatment time: 40 min", 15, id="under no code"),
    ],
)
def test_unassigned(linter, words, unassigned):
    """Minutes of the visit that stand under no code."""
    assert visit(linter, words).unassigned == unassigned
