"""A length of time as clinicians write it: 45', 45 min, 0:45, 3/4 hr, 1 h 5."""

import re
from dataclasses import dataclass

from lint97110.arithmetic.clock import MINUTES_IN_HOUR

MOST_HOURS = 4  # no outpatient visit lasts longer: 7:31 is seven minutes and 31 seconds

_HOURS = re.compile(
    r"(?:(\d+)\s*/\s*(\d+)|(\d+))\s*(?:h|hr|hrs|hour|hours)\b\.?"
    r"(?:\s*(?:and\s*)?(\d{1,2})\s*(?:m|min|mins|minute|minutes|')?)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d+)(\.\d+)?\s*(?:m|min|mins|minute|minutes|')", re.IGNORECASE)
_COLON = re.compile(r"(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole minutes; `is_cut` when a fraction was left off, as Medicare's table asks."""

    minutes: int
    is_cut: bool = False


def duration(written: str) -> Duration | None:
    """The whole minutes that are written; None for a range, an estimate, or what could be either.

    >>> [duration(w).minutes for w in ("45'", "45 min", "0:45", "3/4 hr", "1 h 5", "7.5 min")]
    [45, 45, 45, 45, 65, 7]
    >>> [duration(w) for w in ("30-45 min", "about 40 min", "1:05", "2 units")]
    [None, None, None, None]
    """
    words = written.strip()
    if match := _MINUTES.fullmatch(words):
        return Duration(int(match[1]), is_cut=bool(match[2]) and float(match[2]) > 0)
    if match := _HOURS.fullmatch(words):
        return _of_hours(match)
    if match := _COLON.fullmatch(words):
        return _of_colon(int(match[1]), int(match[2]))
    return None


def _of_hours(match: re.Match[str]) -> Duration | None:
    part, whole, hours, minutes = (int(group) if group else 0 for group in match.groups())
    if match[2] and not whole:
        return None
    amount = part * MINUTES_IN_HOUR / whole if whole else hours * MINUTES_IN_HOUR
    return Duration(int(amount) + minutes, is_cut=amount != int(amount))


def _of_colon(first: int, second: int) -> Duration | None:
    """Hours and minutes from nought hours on, minutes and seconds where hours are out of reach."""
    if second >= MINUTES_IN_HOUR or 0 < first < MOST_HOURS:
        return None
    if not first:
        return Duration(second)
    return Duration(first, is_cut=second > 0)
