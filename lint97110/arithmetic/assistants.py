"""Which units of one service carry the assistant's modifier, CQ or CO?

Units are worked out from the minutes of therapist and assistant together, so who treated does not
change their number. Minutes in which both worked with the patient are the therapist's. The law is
86 FR 64996 (2021-11-19) on the last unit and 84 FR 62702 (2019-11-15) on the tenth; the figures of
both were not read in the final text, so nothing here is firm enough for an error.
"""

from dataclasses import dataclass

from lint97110.arithmetic.table import FIRST_UNIT, PER_UNIT

TENTH = 10  # the assistant's share that is left out of account, in percent
_LEAST_OF_TWO = 23  # minutes for the two last units together, 9 to 14 of each person


@dataclass(frozen=True, slots=True)
class Shares:
    """The units of a service that carry the modifier, those that do not, and those in doubt."""

    marked: int
    unmarked: int
    doubtful: int
    because: str


def assistant_units(assistant: int, therapist: int, units: int) -> Shares:
    """Share `units` of one service between the minutes of an assistant and of a therapist.

    Raises ValueError for minutes below nought, and for units that these minutes cannot make.

    >>> assistant_units(8, 7, units=1).marked, assistant_units(7, 8, units=1).marked
    (1, 0)
    >>> assistant_units(12, 14, units=2)
    Shares(marked=1, unmarked=1, doubtful=0, because='each has 9 to 14 minutes of the last two')
    """
    whole_a, left_a = divmod(assistant, PER_UNIT)
    whole_t, left_t = divmod(therapist, PER_UNIT)
    remaining = units - whole_a - whole_t
    if min(assistant, therapist) < 0 or not 0 <= remaining <= (left_a > 0) + (left_t > 0):
        sentence = f"{assistant} and {therapist} minutes do not make {units} units of one service"
        raise ValueError(sentence)
    last = _last(left_a, left_t, remaining)
    return Shares(whole_a + last.marked, whole_t + last.unmarked, last.doubtful, last.because)


def _last(assistant: int, therapist: int, remaining: int) -> Shares:
    """What is beyond the full 15 minutes of each person."""
    if not remaining:
        return Shares(0, 0, 0, "every unit is 15 full minutes of one person")
    if remaining == 1:
        return _last_one(assistant, therapist)
    if assistant + therapist >= _LEAST_OF_TWO:
        return Shares(1, 1, 0, "each has 9 to 14 minutes of the last two")
    return Shares(0, 0, 2, "two units are left for less than 23 minutes")


def _last_one(assistant: int, therapist: int) -> Shares:
    if therapist >= FIRST_UNIT:
        return Shares(0, 1, 0, "the therapist has 8 minutes or more of the last unit")
    if not assistant:
        return Shares(0, 1, 0, "the assistant has no part in the last unit")
    by_percent, by_minute = _is_over_tenth(assistant, assistant + therapist)
    if by_percent and by_minute:
        return Shares(1, 0, 0, "the assistant has more than a tenth of the last unit")
    if by_percent or by_minute:
        return Shares(0, 0, 1, "the two ways to work out a tenth disagree on the last unit")
    return Shares(0, 1, 0, "the assistant has a tenth of the last unit at most")


def _is_over_tenth(part: int, total: int) -> tuple[bool, bool]:
    """Whether a part is over a tenth: as a rounded percentage, and as rounded minutes and one.

    >>> _is_over_tenth(1, 8), _is_over_tenth(2, 9), _is_over_tenth(1, 15)
    ((True, False), (True, True), (False, False))
    """
    percent = (200 * part + total) // (2 * total)
    tenth = (2 * total + TENTH) // (2 * TENTH)
    return percent > TENTH, part >= tenth + 1
