"""The check of what must not come before something else."""

import pytest
from made_notes import case, fact, rule

from lint97110.checks.order import check

RULE = rule({"fact": "day_signed", "follows": "day_of_service"})


@pytest.mark.parametrize(
    ("signed", "served", "is_found"),
    [
        ([12], [14], True),
        ([14], [14], False),
        ([16], [14], False),
        ([12], [], False),
        ([13], [12, 14], False),
        ([16, 12], [14], True),
    ],
)
def test_order(signed, served, is_found):
    """A day before every day that it must follow is flagged, once."""
    facts = [fact(at, "day_of_service", **{"is": day}) for at, day in enumerate(served)]
    facts += [fact(10 + at, "day_signed", **{"is": day}) for at, day in enumerate(signed)]

    assert len(list(check(RULE, case("x" * 30, tuple(facts))))) == is_found
