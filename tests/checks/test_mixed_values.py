"""The check of facts that should be alike."""

import pytest
from made_notes import case, fact, rule

from lint97110.checks.mixed_values import check

RULE = rule({"fact": "placeholder", "slot": "notation"})


def found(*notations: str) -> list[int]:
    """Where the placeholders of those notations, in that order, are flagged."""
    facts = tuple(fact(at, "placeholder", notation=each) for at, each in enumerate(notations))
    return [one.span.start for one in check(RULE, case("x" * 20, facts)) if one.span]


@pytest.mark.parametrize(
    ("notations", "places"),
    [
        pytest.param([], [], id="none"),
        pytest.param(["[", "[", "["], [], id="all alike"),
        pytest.param(["[", "", "["], [], id="a blank has no say"),
        pytest.param(["[", "{", "["], [1], id="the rarer one"),
        pytest.param(["{", "[", "{", "[", "["], [0], id="the first of the rarer"),
        pytest.param(["[", "[", "{", "*"], [3], id="the last of the rarest"),
    ],
)
def test_mixed_values(notations, places):
    """The first of the rarest kind is flagged."""
    assert places == found(*notations)
