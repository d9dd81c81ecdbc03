"""The sums in words: what was added, what it makes, and which code gets the unit beyond."""

from collections.abc import Iterable, Mapping, Sequence

from lint97110.arithmetic.allocation import Allocation
from lint97110.arithmetic.table import PER_UNIT, least_minutes, most_minutes

TOTAL_TIME = "Medicare total time"
MIDPOINT = "midpoint, each code by itself"

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def counted(amount: int, noun: str) -> str:
    """An amount with its noun.

    >>> counted(1, "unit"), counted(3, "unit")
    ('1 unit', '3 units')
    """
    return f"{amount} {noun}" if amount == 1 else f"{amount} {noun}s"


def added(minutes: Mapping[str, int], noun: str = "timed minute") -> str:
    """The minutes of all codes, added up.

    >>> added({"97110": 24, "97112": 23})
    '97110 24 + 97112 23 = 47 timed minutes'
    >>> added({"97110": 24})
    '97110 24 timed minutes'
    """
    total = sum(minutes.values())
    if len(minutes) == 1:
        return f"{next(iter(minutes))} {counted(total, noun)}"
    parts = " + ".join(f"{code} {amount}" for code, amount in minutes.items())
    return f"{parts} = {counted(total, noun)}"


def total_time_sentence(
    minutes: Mapping[str, int], shared: Allocation, *, billed: int | None = None
) -> str:
    """The sum by Medicare's total of the day, in one line; `billed` units stand beside it."""
    total = f"{added(minutes)} → {counted(shared.total, 'unit')} ({TOTAL_TIME})"
    beyond = _beyond(shared)
    if beyond:
        return f"{total}; {beyond}{_billed(billed, ';')}"
    if len(minutes) > 1 and shared.total:
        return f"{total}: {_by_code(shared.full)}{_billed(billed, ';')}"
    return f"{total}{_billed(billed)}"


def total_time_steps(minutes: Mapping[str, int], shared: Allocation) -> tuple[str, ...]:
    """The same sum, piece by piece."""
    steps = [added(minutes), _from_table(sum(minutes.values()), shared.total)]
    if len(minutes) > 1 and shared.total:
        full = ", ".join(
            f"{code} {count} ({shared.left[code]} left over)" for code, count in shared.full.items()
        )
        steps.append(f"full {PER_UNIT} minutes: {full}")
        steps.append(_beyond(shared) or "the full 15 minutes of each code make them all")
    return tuple(steps)


def midpoint_sentence(
    minutes: Mapping[str, int], units: Mapping[str, int], *, billed: int | None = None
) -> str:
    """The sum code by code, in one line; `billed` units stand beside it."""
    if len(minutes) == 1:
        total = counted(sum(units.values()), "unit")
        return f"{added(minutes)} → {total} (midpoint){_billed(billed)}"
    parts = ", ".join(f"{code} {amount} → {units[code]}" for code, amount in minutes.items())
    return f"{parts}: {counted(sum(units.values()), 'unit')} ({MIDPOINT}){_billed(billed)}"


def _billed(units: int | None, mark: str = ",") -> str:
    return "" if units is None else f"{mark} {units} billed"


def midpoint_steps(minutes: Mapping[str, int], units: Mapping[str, int]) -> tuple[str, ...]:
    """The same sum, piece by piece."""
    each = [f"{code}: {_from_table(amount, units[code])}" for code, amount in minutes.items()]
    if len(each) == 1:
        return tuple(each)
    parts = " + ".join(str(count) for count in units.values())
    return (*each, f"{parts} = {counted(sum(units.values()), 'unit')}")


def _from_table(minutes: int, units: int) -> str:
    low, high = least_minutes(units), most_minutes(units)
    made = counted(units, "unit") if units else "no unit"
    return f"{counted(minutes, 'minute')} make {made} (from {low} to {high})"


def _beyond(shared: Allocation) -> str:
    """Who gets the units beyond the full 15 minutes; nothing where there is but one code."""
    if len(shared.full) == 1 or not (shared.extra or shared.tied):
        return ""
    firm = sum(shared.full.values()) + 1
    opened = firm + len(shared.extra)
    said = []
    if shared.extra:
        names = _list(f"{code} ({shared.left[code]} left over)" for code in shared.extra)
        verb = "belongs" if len(shared.extra) == 1 else "belong"
        said.append(f"the {_ordinals(firm, len(shared.extra))} {verb} to {names}")
    if shared.tied:
        said.append(_open(shared, opened))
    elif said:
        said[-1] = _against(shared, said[-1])
    return "; ".join(said)


def _against(shared: Allocation, said: str) -> str:
    """The same with the minutes of the next code, where another had some left over."""
    others = [left for code, left in shared.left.items() if code not in shared.extra and left]
    if not others or not said.endswith(" left over)"):
        return said
    return f"{said[:-1]} against {max(others)})"


def _open(shared: Allocation, number: int) -> str:
    """The units that the therapist places among codes with as many minutes left over."""
    left = f"({shared.left[shared.tied[0]]} left over each)"
    seats = _ordinals(number, shared.open_units)
    if shared.open_units == 1:
        return f"the {seats} may go to {_list(shared.tied, 'or')} {left}"
    return f"the {seats} may each go to one of {_list(shared.tied)} {left}"


def _by_code(units: Mapping[str, int]) -> str:
    return ", ".join(f"{code} {count}" for code, count in units.items())


def _ordinals(number: int, count: int) -> str:
    return _list(_ordinal(n) for n in range(number, number + count))


def _ordinal(number: int) -> str:
    """The word for a place in a row.

    >>> [_ordinal(n) for n in (1, 9, 10, 13, 21, 22)]
    ['first', 'ninth', '10th', '13th', '21st', '22nd']
    """
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    is_teen = number // 10 % 10 == 1
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _list(words: Iterable[str], last: str = "and") -> str:
    """Words with commas, and a word before the last.

    >>> _list(["a"]), _list(["a", "b"], "or"), _list(["a", "b", "c"])
    ('a', 'a or b', 'a, b and c')
    """
    every: Sequence[str] = list(words)
    if len(every) == 1:
        return every[0]
    return f"{', '.join(every[:-1])} {last} {every[-1]}"
