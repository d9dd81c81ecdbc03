"""Timed and untimed codes: no code is in two lists, and each has the shape of a code."""

from itertools import combinations

import pytest

from lint97110.arithmetic.codes import OTHERWISE, TIMED, UNTIMED, is_code


def test_no_code_is_two_things():
    """A code is timed, untimed or neither."""
    assert not any(one & other for one, other in combinations((TIMED, UNTIMED, OTHERWISE), 2))


def test_every_code_is_one():
    """What the lists hold would be taken for a code in a note."""
    assert all(is_code(code) for code in TIMED | UNTIMED | OTHERWISE)


@pytest.mark.parametrize(
    ("code", "where"),
    [
        pytest.param("97110", TIMED, id="therapeutic exercise"),
        pytest.param("97033", TIMED, id="iontophoresis, which some lists call untimed"),
        pytest.param("97763", TIMED, id="orthotics, later encounter"),
        pytest.param("97150", UNTIMED, id="group"),
        pytest.param("97161", UNTIMED, id="evaluation"),
        pytest.param("97168", UNTIMED, id="OT re-evaluation"),
        pytest.param("G0283", UNTIMED, id="unattended stimulation, for Medicare"),
        pytest.param("20560", UNTIMED, id="dry needling"),
        pytest.param("97130", OTHERWISE, id="an add-on of its own length"),
        pytest.param("97545", OTHERWISE, id="two hours"),
    ],
)
def test_list(code, where):
    """Each code stands in its list."""
    assert code in where
