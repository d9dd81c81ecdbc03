"""What units do the minutes of a visit support, by the total of the day and code by code?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lint97110.arithmetic import sums
from lint97110.arithmetic.allocation import allocate
from lint97110.arithmetic.table import units_of


class UnitRule(StrEnum):
    """The two ways to count: Medicare's total of the day, or CPT's midpoint, code by code."""

    MEDICARE = "medicare"
    MIDPOINT = "midpoint"


@dataclass(frozen=True, slots=True)
class Earned:
    """The units that minutes support under one rule, and the sum behind them.

    `units` is one right answer; of the codes in `ties` another may get the unit as well. `steps`
    show the sum piece by piece, `sentence` in one line.
    """

    rule: UnitRule
    total_units: int
    units: Mapping[str, int]
    ties: tuple[str, ...]
    steps: tuple[str, ...]
    sentence: str


def earned(minutes: Mapping[str, int], rule: UnitRule) -> Earned:
    """The units that minutes of timed codes support under `rule`.

    Raises ValueError for minutes below nought.

    >>> visit = {"97110": 10, "97140": 10}
    >>> [earned(visit, rule).total_units for rule in UnitRule]
    [1, 2]
    """
    return by_total_time(minutes) if rule is UnitRule.MEDICARE else by_midpoint(minutes)


def by_total_time(minutes: Mapping[str, int]) -> Earned:
    """Medicare (Pub. 100-04, ch. 5, §20.2): the minutes of all timed codes of the day together.

    >>> print(by_total_time({"97110": 24, "97112": 23}).sentence)
    97110 24 + 97112 23 = 47 timed minutes → 3 units (Medicare total time); \
the third belongs to 97110 (9 left over against 8)
    """
    shared = allocate(minutes)
    steps = sums.total_time_steps(minutes, shared)
    return Earned(
        UnitRule.MEDICARE,
        shared.total,
        shared.units,
        shared.tied,
        steps,
        sums.total_time_sentence(minutes, shared),
    )


def by_midpoint(minutes: Mapping[str, int]) -> Earned:
    """CPT's midpoint, or rule of eights: each code by itself, nothing is put together.

    >>> print(by_midpoint({"97110": 24, "97112": 23}).sentence)
    97110 24 → 2, 97112 23 → 2: 4 units (midpoint, each code by itself)
    """
    units = {code: units_of(amount) for code, amount in minutes.items()}
    total = sum(units.values())
    return Earned(
        UnitRule.MIDPOINT,
        total,
        units,
        (),
        sums.midpoint_steps(minutes, units),
        sums.midpoint_sentence(minutes, units),
    )
