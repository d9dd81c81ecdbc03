"""The check of facts that do not fit the rest."""

import pytest
from made_notes import case, fact, rule

from lint97110.checks.unlike import check


def found(options: dict[str, object], *told: tuple[object, ...]) -> list[int]:
    """Where facts of that value, given or not, alone or not, are flagged; the last may be `of`."""
    facts = tuple(
        fact(at, "named", **dict(zip(("is", "given", "alone", "of"), each, strict=False)))
        for at, each in enumerate(told)
    )
    asked = rule({"fact": "named", **options})
    return [one.span.start for one in check(asked, case("x" * 30, facts)) if one.span]


GIVEN = ("she", True, False)
SHE, HE, NEAR = ("she", False, True), ("he", False, True), ("he", False, False)


@pytest.mark.parametrize(
    ("told", "places"),
    [
        pytest.param([], [], id="none"),
        pytest.param([GIVEN, SHE], [], id="alike"),
        pytest.param([GIVEN, HE], [1], id="another than the given"),
        pytest.param([HE, GIVEN], [0], id="wherever it stands"),
        pytest.param([GIVEN, NEAR], [], id="it may be somebody near"),
        pytest.param([GIVEN, HE, HE, HE], [], id="too many for a leftover"),
        pytest.param([SHE, SHE, HE], [2], id="most decide where nothing is given"),
        pytest.param([SHE, HE], [], id="one against one"),
        pytest.param([SHE, SHE, HE, HE], [], id="two against two"),
    ],
)
def test_against_the_given_or_most(told, places):
    """The head of the note decides, else the majority; few may stray."""
    assert found({}, *told) == places


def test_most():
    """How many may stray is an option."""
    assert found({"most": 9}, GIVEN, HE, HE, HE) == [1]


def test_numbers_within():
    """Numbers may be some way apart; the first that is given counts."""
    told = [(61, True, True), (62, True, True), (74, True, True)]

    assert found({"within": 1}, *told) == [2]
    assert found({}, *told) == [1]


def test_groups():
    """Only what shares a slot is compared, and two given values are both meant."""
    right, left = ("right", True, False, "knee"), ("left", False, True, "knee")

    assert found({"by": "of", "given": "one"}, right, left) == [1]
    assert found({"by": "of", "given": "one"}, right, ("left", False, True, "hip")) == []
    assert found({"by": "of", "given": "one"}, right, ("left", True, True, "knee"), left) == []


def test_near():
    """Values that go with each other fit, and any that is given counts."""
    knee, hip = ("knee", True, False), ("hip", False, True)
    neck, ankle = ("neck", False, True), ("ankle", True, False)

    assert found({"given": "any", "near": "hip+knee"}, knee, hip, neck) == [2]
    assert found({"given": "any", "near": "hip+knee knee+neck"}, knee, ankle, hip, neck) == []
    assert found({"given": "any"}, hip, hip, neck) == []
