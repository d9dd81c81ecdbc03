"""Sharing units among codes, against every way in which they could be shared."""

from collections.abc import Iterator
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint97110.arithmetic.allocation import allocate

CODES = ("97110", "97112", "97140", "97530")
MOST = 40


def lawful(minutes: tuple[int, ...]) -> set[tuple[int, ...]]:
    """Every lawful sharing, by trying them all and keeping those to which nobody can object.

    The manual's text, not the algorithm: the units add up to the day's; a code has its full 15
    minutes' worth and one unit beyond them at most; no code without that one had more left over.
    """
    total = sum(minutes)
    day = 0 if total < 8 else 1 + (total - 8) // 15
    return {
        shares
        for shares in product(*((amount // 15, amount // 15 + 1) for amount in minutes))
        if sum(shares) == day and not any(_objections(minutes, shares))
    }


def _objections(minutes: tuple[int, ...], shares: tuple[int, ...]) -> Iterator[bool]:
    each = [
        (amount % 15, share > amount // 15) for amount, share in zip(minutes, shares, strict=True)
    ]
    for (mine, has_mine), (other, has_other) in product(each, repeat=2):
        yield mine > other and not has_mine and has_other


def accepted(minutes: tuple[int, ...]) -> set[tuple[int, ...]]:
    """Every sharing that the allocation accepts, of all that come near it."""
    by_code = dict(zip(CODES, minutes, strict=False))
    shared = allocate(by_code)
    near = product(*(range(max(0, amount // 15 - 1), amount // 15 + 3) for amount in minutes))
    return {shares for shares in near if shared.accepts(dict(zip(CODES, shares, strict=False)))}


@pytest.mark.parametrize(
    ("codes", "step"),
    [
        pytest.param(1, 1, id="one"),
        pytest.param(2, 1, id="two"),
        pytest.param(3, 1, id="three"),
        pytest.param(4, 97, id="four, a sample"),
    ],
)
def test_every_visit(codes, step):
    """What is accepted is what is lawful: up to 40 minutes of each code, exhaustive up to two."""
    visits = list(combinations_with_replacement(range(MOST + 1), codes))[::step]

    assert [v for v in visits if accepted(v) != lawful(v)] == []


@pytest.mark.parametrize("codes", [1, 2, 3, 4])
def test_one_answer_is_lawful(codes):
    """The sharing that is told is one of the lawful ones: dense samples of up to four codes."""
    visits = combinations_with_replacement(range(MOST + 1), codes)
    step = 17 if codes == len(CODES) else 1
    wrong = [
        visit
        for number, visit in enumerate(visits)
        if number % step == 0
        and tuple(allocate(dict(zip(CODES, visit, strict=False))).units.values())
        not in lawful(visit)
    ]

    assert wrong == []


@given(st.lists(st.integers(0, MOST), min_size=4, max_size=4))
def test_four_codes(minutes):
    """Four codes in any order: what is accepted is what is lawful."""
    assert accepted(tuple(minutes)) == lawful(tuple(minutes))


@given(st.permutations(list(zip(CODES, (22, 7, 22, 9), strict=True))))
def test_order_of_codes_does_not_matter(pairs):
    """Whoever is named first, the same codes are sure of their unit and the same are tied."""
    shared, usual = allocate(dict(pairs)), allocate(dict(sorted(pairs)))

    assert set(shared.extra) == set(usual.extra)
    assert set(shared.tied) == set(usual.tied)


def test_a_unit_for_another_code_is_refused():
    """A code without minutes has no unit."""
    assert not allocate({"97110": 15}).accepts({"97110": 1, "97140": 1})
    assert allocate({"97110": 15}).accepts({"97110": 1})
