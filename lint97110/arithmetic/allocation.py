"""Which code gets which unit, when one total of minutes is shared by several codes?

Pub. 100-04, ch. 5, §20.2: each code has a unit for each full 15 minutes; what the total supports
beyond those goes to the codes with the most minutes left over, one each. Where two have as many,
the therapist chooses.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.arithmetic.table import PER_UNIT, units_of


@dataclass(frozen=True, slots=True)
class Allocation:
    """The units of a day by code.

    `full` counts the full 15 minutes of each code and `left` the minutes beyond them. `extra` are
    the codes that get one unit more, most minutes first; `open_units` more go to as many of `tied`.
    """

    total: int
    full: Mapping[str, int]
    left: Mapping[str, int]
    extra: tuple[str, ...]
    tied: tuple[str, ...]
    open_units: int

    @property
    def units(self) -> Mapping[str, int]:
        """One right answer: of codes that are tied, those named first get the units."""
        chosen = {*self.extra, *self.tied[: self.open_units]}
        return {code: count + (code in chosen) for code, count in self.full.items()}

    def accepts(self, billed: Mapping[str, int]) -> bool:
        """Whether units are shared out rightly, whatever was chosen among codes that are tied.

        >>> shared = allocate({"97110": 20, "97112": 20})
        >>> [shared.accepts({"97110": a, "97112": b}) for a, b in ((2, 1), (1, 2), (3, 0))]
        [True, True, False]
        """
        chosen = {code for code in self.tied if billed.get(code, 0) > self.full[code]}
        wanted = {
            code: count + (code in self.extra or code in chosen)
            for code, count in self.full.items()
        }
        is_shared = all(billed.get(code, 0) == count for code, count in wanted.items())
        return is_shared and len(chosen) == self.open_units and billed.keys() <= wanted.keys()


def allocate(minutes: Mapping[str, int]) -> Allocation:
    """Share the units of the total among codes with these minutes.

    Raises ValueError for minutes below nought.

    >>> allocate({"97112": 24, "97110": 23}).units
    {'97112': 2, '97110': 1}
    >>> allocate({"97110": 31, "97140": 22}).units
    {'97110': 2, '97140': 2}
    >>> allocate({"97110": 20, "97112": 20}).tied
    ('97110', '97112')
    """
    units_of(min(minutes.values(), default=0))  # refuses what is below nought
    total = units_of(sum(minutes.values()))
    full = {code: amount // PER_UNIT for code, amount in minutes.items()}
    left = {code: amount % PER_UNIT for code, amount in minutes.items()}
    beyond = total - sum(full.values())
    ranked = sorted(minutes, key=lambda code: -left[code])
    if not 0 < beyond < len(ranked):
        return Allocation(total, full, left, tuple(ranked[:beyond]), (), 0)
    last, first_out = left[ranked[beyond - 1]], left[ranked[beyond]]
    if last > first_out:
        return Allocation(total, full, left, tuple(ranked[:beyond]), (), 0)
    extra = tuple(code for code in ranked if left[code] > last)
    tied = tuple(code for code in ranked if left[code] == last)
    return Allocation(total, full, left, extra, tied, beyond - len(extra))
