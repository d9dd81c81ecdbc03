"""From one clock time to another: how many minutes, and what about them is in doubt?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lint97110.arithmetic.clock import (
    NOON,
    Written,
    clock,
    minutes_between,
    read_clock,
)

MOST_MINUTES = 180  # a session that lasts longer is more often a slip of am and pm
_ENDS = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*", re.IGNORECASE)


class Doubt(StrEnum):
    """Why the minutes between two clock times cannot simply be believed."""

    BACKWARDS = "it ends before it begins"
    LONG = "it is longer than 3 hours"
    OVER_MIDNIGHT = "it runs past midnight; the date of service is that of its start"
    MIXED_FORMS = "one end is in 24-hour form and the other is not"


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of the day; `start` and `end` are HH:MM, `minutes` the shortest way between them.

    Nothing is put right: where there are doubts, the minutes are what the writing says at best.
    """

    start: str
    end: str
    minutes: int
    doubts: tuple[Doubt, ...] = ()


def interval(start: str, end: str) -> Interval | None:
    """The stretch between two clock times as written; None when one of them is no time.

    Without am or pm the shortest way forward counts: 11:45 to 12:30 goes over noon.

    >>> [interval(*ends).minutes for ends in (("10:00", "10:45"), ("12:45", "1:30"))]
    [45, 45]
    >>> interval("9:15", "9:00").doubts
    (<Doubt.BACKWARDS: 'it ends before it begins'>, <Doubt.LONG: 'it is longer than 3 hours'>)
    """
    first, last = read_clock(start), read_clock(end)
    if first is None or last is None:
        return None
    begun, ended = _nearest(first, last, clock(start, None, end))
    gap = minutes_between(begun, ended)
    return Interval(begun, ended, gap, tuple(_doubts(first, last, begun, ended)))


def intervals(written: str) -> tuple[Interval, ...] | None:
    """The stretches of a visit, with commas between; None when one of them is none.

    >>> sum(one.minutes for one in intervals("9:00-9:10, 9:25-9:30"))
    15
    """
    found = []
    for block in written.split(","):
        ends = _ENDS.split(block.strip())
        one = interval(*ends) if len(ends) == 2 else None  # noqa: PLR2004, a start and an end
        if one is None:
            return None
        found.append(one)
    return tuple(found)


def overlapping(blocks: Sequence[Interval]) -> tuple[Interval, Interval] | None:
    """The first two blocks that share minutes, which cannot be counted twice.

    >>> overlapping(intervals("9:00-9:30, 9:30-9:45")) is None
    True
    """
    for at, one in enumerate(blocks):
        for other in blocks[at + 1 :]:
            if minutes_between(one.start, other.start) < one.minutes:
                return one, other
            if minutes_between(other.start, one.start) < other.minutes:
                return one, other
    return None


def _nearest(first: Written, last: Written, likely: str | None) -> tuple[str, str]:
    """The readings of both ends with the shortest way between; at a tie, the `likely` start."""
    pairs = [(begun, ended) for begun in _readings(first) for ended in _readings(last)]
    return min(pairs, key=lambda pair: (minutes_between(*pair), pair[0] != likely))


def _readings(time: Written) -> tuple[str, ...]:
    """The hours that a clock time can mean: one, or one before noon and one after."""
    hour = time.hour
    if time.mark:
        hours: Iterable[int] = (hour % NOON + (NOON if time.mark == "p" else 0),)
        if hour > NOON:  # 13:30 pm is 13:30 all the same
            hours = (hour,)
    elif time.is_military or not 0 < hour <= NOON:
        hours = (hour,)
    else:
        hours = (hour % NOON, hour % NOON + NOON)
    return tuple(f"{one:02d}:{time.minute:02d}" for one in hours)


def _doubts(first: Written, last: Written, begun: str, ended: str) -> Iterator[Doubt]:
    gap = minutes_between(begun, ended)
    if gap > MOST_MINUTES:
        if min(_gaps(last, first)) <= MOST_MINUTES:
            yield Doubt.BACKWARDS
        yield Doubt.LONG
    elif ended < begun:
        yield Doubt.OVER_MIDNIGHT
    if _is_in_24(first) != _is_in_24(last) and _was_moved(first, begun, last, ended):
        yield Doubt.MIXED_FORMS


def _gaps(first: Written, last: Written) -> list[int]:
    return [minutes_between(a, b) for a in _readings(first) for b in _readings(last)]


def _is_in_24(time: Written) -> bool:
    return not time.mark and (time.is_military or not 0 < time.hour <= NOON)


def _was_moved(first: Written, begun: str, last: Written, ended: str) -> bool:
    """Whether an end without am or pm had to be put in the afternoon beside a 24-hour time."""
    return any(
        not time.mark and not _is_in_24(time) and int(read[:2]) != time.hour
        for time, read in ((first, begun), (last, ended))
    )
