"""Lengths of time in a note: what is one figure, and what is none."""

import pytest

from lint97110.model import Document


@pytest.mark.parametrize(
    ("written", "total"),
    [
        pytest.param("30–45 min", None, id="a range"),
        pytest.param("~40 min", None, id="an estimate"),
        pytest.param("about 40 min", None, id="about"),
        pytest.param("up to 40 min", None, id="up to"),
        pytest.param("7.5 min", None, id="no whole minutes"),
        pytest.param("45'", 45, id="a stroke"),
        pytest.param("45 min", 45, id="minutes"),
        pytest.param("3/4 hr", 45, id="part of an hour"),
        pytest.param("1 h", 60, id="an hour"),
        pytest.param("1 h 5", 65, id="an hour and five"),
        pytest.param("1 hr 5 min", 65, id="in words"),
        pytest.param("1 hr, SLR 3x10", 60, id="a dose behind it is none of it"),
    ],
)
def test_total(linter, written, total):
    """A total is one exact figure, or it is none."""
    note = linter.understand(Document("note.txt", f"Total treatment time: {written}"))

    assert note.stated.minutes.get("total") == total


def test_units_are_no_minutes(linter):
    """Minutes are never worked out from units."""
    stated = linter.understand(Document("note.txt", "Charges: 97110 x 2 units")).stated

    assert (stated.minutes, stated.units) == ({}, {"97110": 2})
