"""Sharing units among codes, against every way in which they could be shared."""

from collections.abc import Iterator
from functools import cache
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
    """What is accepted is what is lawful, of all near it: up to 40 minutes of each code."""
    visits = list(combinations_with_replacement(range(MOST + 1), codes))[::step]

    assert [v for v in visits if accepted(v) != lawful(v)] == []


@pytest.mark.parametrize("codes", [1, 2, 3, 4])
def test_every_split(codes):
    """Every visit of up to four codes with 1 to 40 minutes each, and none left out.

    Of the ways to give each code its full units and one beyond them at most, the lawful ones are
    accepted and no other, and the one that is told is among them. The order of the codes does not
    matter, which `test_four_codes` tries.
    """
    visits = combinations_with_replacement(range(1, MOST + 1), codes)

    assert [v for v in visits if not _is_right(v)] == []


def _is_right(minutes: tuple[int, ...]) -> bool:
    codes, right = CODES[: len(minutes)], lawful(minutes)
    shared = allocate(dict(zip(codes, minutes, strict=True)))
    ways = _ways(tuple(amount // 15 for amount in minutes))
    told = {way for way, billed in ways if shared.accepts(billed)}
    return told == right and tuple(shared.units[code] for code in codes) in right


@cache
def _ways(full: tuple[int, ...]) -> tuple[tuple[tuple[int, ...], dict[str, int]], ...]:
    """Each code with its full units, or with one beyond them; as numbers and by code."""
    ways = product(*((units, units + 1) for units in full))
    return tuple((way, dict(zip(CODES, way, strict=False))) for way in ways)


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
