"""Units from minutes: the manual's worked examples, the published comparisons, and what is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.codes import TIMED
from lint97110.arithmetic.earned import UnitRule, by_midpoint, by_total_time, earned
from lint97110.arithmetic.table import units_of

MINUTES = st.dictionaries(st.sampled_from(sorted(TIMED)), st.integers(0, 120), max_size=6)

# Pub. 100-04, ch. 5, §20.2: minutes by code, the units of the day, one right way to share them,
# and the codes among which the therapist chooses.
WORKED = {
    "1": ({"97112": 24, "97110": 23}, 3, (2, 1), ()),
    "2": ({"97112": 20, "97110": 20}, 3, (2, 1), ("97112", "97110")),
    "3": ({"97110": 33, "97140": 7}, 3, (2, 1), ()),
    "4": ({"97110": 18, "97140": 13, "97116": 10, "97035": 8}, 3, (1, 1, 1, 0), ()),
    "5": ({"97112": 7, "97110": 7, "97140": 7}, 1, (1, 0, 0), ("97112", "97110", "97140")),
    "remainders, not totals": ({"97110": 31, "97140": 22}, 4, (2, 2), ()),
}

# Minutes, Medicare's total and split, the midpoint's total and split; None where codes are tied.
COMPARED = [
    ((7,), 0, (0,), 0, (0,)),
    ((8,), 1, (1,), 1, (1,)),
    ((22,), 1, (1,), 1, (1,)),
    ((23,), 2, (2,), 2, (2,)),
    ((15, 7), 1, (1, 0), 1, (1, 0)),
    ((15, 8), 2, (1, 1), 2, (1, 1)),
    ((12, 11), 2, (1, 1), 2, (1, 1)),
    ((30, 15, 8), 4, (2, 1, 1), 4, (2, 1, 1)),
    ((23, 12, 3), 3, (2, 1, 0), 3, (2, 1, 0)),
    ((30, 20), 3, (2, 1), 3, (2, 1)),
    ((8, 8), 1, None, 2, (1, 1)),
    ((10, 10), 1, None, 2, (1, 1)),
    ((8, 8, 8), 2, None, 3, (1, 1, 1)),
    ((8, 8, 8, 8), 2, None, 4, (1, 1, 1, 1)),
    ((24, 23), 3, (2, 1), 4, (2, 2)),
    ((23, 8), 2, None, 3, (2, 1)),
    ((18, 13, 10, 8), 3, (1, 1, 1, 0), 4, (1, 1, 1, 1)),
    ((7, 7), 1, None, 0, (0, 0)),
    ((5, 4), 1, (1, 0), 0, (0, 0)),
    ((7, 7, 7), 1, None, 0, (0, 0, 0)),
    ((22, 7), 2, None, 1, (1, 0)),
    ((33, 7), 3, (2, 1), 2, (2, 0)),
    ((20, 20), 3, None, 2, (1, 1)),
    ((22, 22), 3, None, 2, (1, 1)),
    ((22, 22, 22), 4, None, 3, (1, 1, 1)),
    ((37, 7), 3, None, 2, (2, 0)),
    ((31, 6, 6), 3, None, 2, (2, 0, 0)),
    ((16, 6, 1), 2, (1, 1, 0), 1, (1, 0, 0)),
]


def by_code(amounts):
    """The minutes under some timed codes, in their order."""
    return dict(zip(sorted(TIMED), amounts, strict=False))


@pytest.mark.parametrize(("minutes", "total", "shares", "ties"), WORKED.values(), ids=WORKED)
def test_worked_example(minutes, total, shares, ties):
    """Medicare's own examples come out as the manual has them."""
    made = by_total_time(minutes)

    assert (made.total_units, tuple(made.units.values()), made.ties) == (total, shares, ties)


@pytest.mark.parametrize("row", COMPARED, ids=lambda row: "+".join(map(str, row[0])))
def test_compared(row):
    """Both rules, side by side, on the visits where they agree and where they do not."""
    amounts, medicare, shares, midpoint, alone = row
    total, each = by_total_time(by_code(amounts)), by_midpoint(by_code(amounts))

    assert (total.total_units, each.total_units) == (medicare, midpoint)
    assert tuple(each.units.values()) == alone
    assert bool(total.ties) is (shares is None)
    if shares is not None:
        assert tuple(total.units.values()) == shares


@given(MINUTES)
def test_medicare_total_is_the_table(minutes):
    """Under Medicare the total is the table's for the sum, and the codes share exactly that."""
    made = by_total_time(minutes)

    assert made.total_units == units_of(sum(minutes.values()))
    assert sum(made.units.values()) == made.total_units
    assert made.units.keys() == minutes.keys()


@given(MINUTES, st.sampled_from(sorted(TIMED)), st.integers(0, 60))
def test_medicare_total_rises_with_minutes(minutes, code, more):
    """More minutes of any code never make the day's total smaller."""
    longer = {**minutes, code: minutes.get(code, 0) + more}

    assert by_total_time(longer).total_units >= by_total_time(minutes).total_units


@given(MINUTES)
def test_full_quarters_are_never_lost(minutes):
    """A code has a unit for each full 15 minutes, and one more at most."""
    made = by_total_time(minutes)

    assert all(made.units[code] - amount // 15 in (0, 1) for code, amount in minutes.items())


@given(MINUTES, MINUTES)
def test_midpoint_looks_at_one_code(minutes, others):
    """Under the midpoint rule the minutes of another code change nothing."""
    both = {**others, **minutes}

    assert {code: by_midpoint(both).units[code] for code in minutes} == by_midpoint(minutes).units


@given(st.sampled_from(sorted(TIMED)), st.integers(0, 300))
def test_one_code(code, amount):
    """On one code the rules agree."""
    first, second = (earned({code: amount}, rule) for rule in UnitRule)

    assert (first.total_units, first.units) == (second.total_units, second.units)


@given(MINUTES)
def test_same_total_same_shares(minutes):
    """Where the totals agree the codes agree, and nobody is tied: one sentence is enough."""
    total, each = by_total_time(minutes), by_midpoint(minutes)

    if total.total_units == each.total_units:
        assert (total.units, total.ties) == (each.units, ())


def test_not_monotone_in_another_code():
    """A code can lose a unit by another's minutes, although the total does not fall."""
    before = by_total_time({"97110": 7, "97140": 1})
    after = by_total_time({"97110": 7, "97140": 8})

    assert (before.total_units, before.units["97110"]) == (1, 1)
    assert (after.total_units, after.units["97110"]) == (1, 0)


@pytest.mark.parametrize("rule", UnitRule)
def test_below_nought(rule):
    """Minutes below nought are refused, also where another code makes up for them."""
    with pytest.raises(ValueError, match="cannot be negative"):
        earned({"97110": -1, "97140": 30}, rule)


@pytest.mark.parametrize("rule", UnitRule)
def test_nothing(rule):
    """No minutes make no units."""
    assert earned({}, rule).total_units == 0
