"""Do the units fit: each fault, each way to count, and what is left alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.allocation import allocate
from lint97110.arithmetic.table import units_of
from lint97110.billing.judging import Fault, judge
from lint97110.billing.visit import Visit

EMPTY = Visit({}, {}, {}, {}, (), None, None, None, frozenset())
CODES = ("97110", "97112", "97140")
VISITS = st.dictionaries(
    st.sampled_from(CODES), st.tuples(st.integers(0, 60), st.integers(0, 5)), min_size=1
)


def visit(**billed):
    """A visit of codes with their minutes and units: c97110=(24, 2)."""
    return replace(
        EMPTY,
        minutes={code[1:]: minutes for code, (minutes, _) in billed.items()},
        units={code[1:]: units for code, (_, units) in billed.items() if units},
    )


def faults(of, rule):
    """The faults of a visit under a rule."""
    return [judgement.fault for judgement in judge(of, rule)]


CASES = [
    # minutes and units of up to three codes, then Medicare, midpoint, and both
    pytest.param([(38, 3)], [], [], [], id="fits"),
    pytest.param([(24, 2), (23, 1)], [], [Fault.BELOW], [Fault.BELOW], id="one of two"),
    pytest.param([(37, 3)], [Fault.OVER_TOTAL_TIME], [Fault.OVER_MIDPOINT], [Fault.OVER_TOTAL_TIME],
                 id="over both"),
    pytest.param([(24, 2), (23, 2)], [Fault.OVER_TOTAL_TIME], [], [Fault.UNDECIDED],
                 id="over the total alone"),
    pytest.param([(33, 2), (7, 1)], [], [Fault.OVER_MIDPOINT], [Fault.UNDECIDED],
                 id="over the midpoint alone"),
    pytest.param([(33, 3), (7, 0)], [Fault.MISPLACED], [Fault.OVER_MIDPOINT], [Fault.UNDECIDED],
                 id="on the wrong code"),
    pytest.param([(30, 1), (15, 2)], [Fault.MISPLACED], [Fault.OVER_MIDPOINT], [Fault.MISPLACED],
                 id="on the wrong code, and both agree"),
    pytest.param([(10, 2), (30, 0)], [Fault.MISPLACED], [Fault.OVER_MIDPOINT], [Fault.MISPLACED],
                 id="too few, and on the wrong code"),
    pytest.param([(20, 1), (20, 2)], [], [Fault.OVER_MIDPOINT], [Fault.UNDECIDED], id="a tie"),
    pytest.param([(38, 2)], [Fault.BELOW], [Fault.BELOW], [Fault.BELOW], id="below both"),
    pytest.param([(10, 1), (10, 0)], [], [Fault.BELOW], [Fault.BELOW], id="a unit for two tens"),
    pytest.param([(8, 1), (8, 1), (8, 1)], [Fault.OVER_TOTAL_TIME], [], [Fault.UNDECIDED],
                 id="three eights"),
]  # fmt: skip


@pytest.mark.parametrize(("amounts", "medicare", "midpoint", "both"), CASES)
def test_faults(amounts, medicare, midpoint, both):
    """What is wrong by the total, code by code, and when nobody knows which counts."""
    billed = visit(**{f"c{code}": each for code, each in zip(CODES, amounts, strict=False)})

    assert faults(billed, "medicare") == medicare
    assert faults(billed, "midpoint") == midpoint
    assert faults(billed, "unknown") == both


@pytest.mark.parametrize(
    ("changed", "rule", "expected"),
    [
        pytest.param({"timed": 38}, "medicare", [], id="the total supports them"),
        pytest.param({"timed": 37}, "medicare", [Fault.OVER_TOTAL_TIME], id="the total does not"),
        pytest.param({"total": 37}, "medicare", [Fault.OVER_TOTAL_TIME], id="all minutes do not"),
        pytest.param({"total": 60}, "medicare", [], id="nobody knows how many were timed"),
        pytest.param({"timed": 24}, "midpoint", [], id="three codes of eight are possible"),
        pytest.param({"timed": 23}, "midpoint", [Fault.OVER_MIDPOINT], id="three are not"),
        pytest.param({"timed": 24}, "unknown", [], id="one of the two would do"),
        pytest.param({"timed": 21}, "unknown", [Fault.OVER_TOTAL_TIME], id="neither would"),
        pytest.param({}, "medicare", [], id="no minutes, no arithmetic"),
        pytest.param({"timed": 10, "unsure": frozenset({"97110"})}, "medicare", [], id="unsure"),
    ],
)
def test_by_totals(changed, rule, expected):
    """Three units of two codes without minutes of their own, against a total."""
    assert faults(replace(EMPTY, units={"97110": 2, "97140": 1}, **changed), rule) == expected


def test_two_totals():
    """Codes that do not make the stated total: which figure counts is asked first."""
    assert faults(replace(visit(c97110=(24, 3)), timed=38), "medicare") == []


def test_the_sum_is_shown():
    """The minutes, what they make, what is billed, and who gets the unit beyond."""
    (judgement,) = judge(visit(c97110=(24, 2), c97112=(23, 2)), "medicare")

    assert judgement.says == (
        "97110 24 + 97112 23 = 47 timed minutes → 3 units (Medicare total time); "
        "the third belongs to 97110 (9 left over against 8); 4 billed."
    )


def test_both_sums_are_shown():
    """One judgement says what each way makes of it."""
    (judgement,) = judge(visit(c97110=(24, 2), c97112=(23, 2)), "unknown")

    assert "3 units (Medicare total time); the third belongs to 97110" in judgement.says
    assert "(9 left over against 8); 4 billed" in judgement.says
    assert "4 units (midpoint, each code by itself), 4 billed" in judgement.says


@given(VISITS)
def test_right_units_are_left_alone(billed):
    """What the table and the sharing give is never a fault, by the payer's own way to count."""
    minutes = {code: amount for code, (amount, _) in billed.items()}
    shared = replace(EMPTY, minutes=minutes, units=allocate(minutes).units)
    alone = replace(
        EMPTY, minutes=minutes, units={code: units_of(n) for code, n in minutes.items()}
    )

    assert faults(shared, "medicare") == []
    assert faults(alone, "midpoint") == []


@given(VISITS, st.sampled_from(["medicare", "midpoint", "unknown"]))
def test_at_most_one_judgement(billed, rule):
    """One visit, one thing to say about its units."""
    assert len(faults(visit(**{f"c{code}": each for code, each in billed.items()}), rule)) <= 1


@given(VISITS)
def test_over_both_is_never_undecided(billed):
    """When nobody knows the payer, an error is only what both ways call too many."""
    of = visit(**{f"c{code}": each for code, each in billed.items()})
    is_over = Fault.OVER_TOTAL_TIME in faults(of, "unknown")

    assert is_over == (
        of.billed > units_of(sum(of.minutes.values()))
        and of.billed > sum(units_of(n) for n in of.minutes.values())
    )


@pytest.mark.parametrize(
    ("changed", "doubt"),
    [
        pytest.param({}, "", id="firm"),
        pytest.param({"total": 12}, "", id="nothing is left"),
        pytest.param(
            {"total": 40},
            "35 minutes of the visit are not assigned to any code.",
            id="a part of the minutes",
        ),
        pytest.param(
            {"repeated": frozenset({"97110"})},
            "The minutes of 97110 are stated twice: is that one period, or two?",
            id="twice",
        ),
    ],
)
def test_doubts(changed, doubt):
    """Too many units are less than sure where the note leaves room for other minutes."""
    (judgement,) = judge(replace(visit(c97110=(5, 2)), **changed), "unknown")

    assert judgement.is_open is bool(doubt)
    assert judgement.says.endswith(doubt or "2 billed.")
