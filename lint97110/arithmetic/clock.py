"""Clock times as clinicians write them: 9:05, 1405, 3:10 pm, 1:15 to 1:58 PM."""

import re
from dataclasses import dataclass

from lint97110.arithmetic.spoken import spoken

AFTERNOON_BEFORE = 7  # clinics open at seven: an earlier hour without am or pm is an afternoon's
NOON, LAST_HOUR, LAST_MINUTE = 12, 23, 59
MINUTES_IN_HOUR, HOURS_IN_DAY = 60, 24
_DOTTED = re.compile(r"(?<=\d)\.(?=\d\d(?!\d))")  # "10.30"
_MILITARY_DIGITS = 3  # 905 and 1405 are hours and minutes in one number


@dataclass(frozen=True, slots=True)
class Written:
    """A clock time as written: hour, minute, `a` or `p` or nothing, and whether it is 24 h."""

    hour: int
    minute: int
    mark: str
    is_military: bool


def clock(written: str, start: str | None = None, other: str = "") -> str | None:
    """A clock time as HH:MM, None when it is none.

    Without am or pm, the mark of the `other` end of the session counts, then the hours that a
    clinic is open; an end lies after its `start`.

    >>> [clock(w) for w in ("9:05", "1405", "3:10", "12:15 pm", "8.40 a.m.")]
    ['09:05', '14:05', '15:10', '12:15', '08:40']
    >>> clock("1:15", other="1:58 pm"), clock("12:40", other="1:10 pm"), clock("1:10", "12:40")
    ('13:15', '12:40', '13:10')
    """
    time = read_clock(written)
    if time is None:
        return None
    mark = time.mark
    if not mark and other and not time.is_military:
        mark = _shared_mark(time.hour, other)
    return f"{_hour(time, mark, start):02d}:{time.minute:02d}"


def minutes_between(start: str, end: str) -> int:
    """Minutes from one HH:MM to the next, over midnight where need be.

    >>> minutes_between("11:45", "12:30"), minutes_between("23:40", "00:10")
    (45, 30)
    """
    begun, ended = (int(t[:2]) * MINUTES_IN_HOUR + int(t[3:]) for t in (start, end))
    return (ended - begun) % (HOURS_IN_DAY * MINUTES_IN_HOUR)


def read_clock(written: str) -> Written | None:
    """The hour, minute and mark that are written; None for what is no time of day."""
    low = _DOTTED.sub(":", written.lower()).replace(".", "").strip()
    digits = "".join(char if char.isdigit() else " " for char in low).split()
    if not digits:
        said = spoken(low)
        return Written(*said, "", is_military=False) if said else None
    is_one_number = len(digits) == 1 and len(digits[0]) >= _MILITARY_DIGITS
    if is_one_number:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return None
    mark = low.rstrip("m")[-1:] if not low[-1:].isdigit() else ""
    is_padded = len(digits[0]) > 1 and digits[0].startswith("0")
    return Written(hour, minute, mark if mark in ("a", "p") else "", is_one_number or is_padded)


def _hour(time: Written, mark: str, start: str | None) -> int:
    if mark == "p":
        return time.hour + NOON if time.hour < NOON else time.hour
    if mark == "a":
        return 0 if time.hour == NOON else time.hour
    if time.is_military or time.hour >= NOON:
        return time.hour
    begins = int(start[:2]) if start else 0
    is_afternoon = time.hour < AFTERNOON_BEFORE or time.hour < begins < time.hour + NOON
    return time.hour + NOON if is_afternoon else time.hour


def _shared_mark(hour: int, other: str) -> str:
    """The am or pm of the end, where the start has none: 1:15 to 1:58 pm, 11:30 to 12:10 pm."""
    end = read_clock(other)
    if end is None or not end.mark:
        return ""
    if hour == NOON or hour <= end.hour < NOON:
        return end.mark
    return "a" if end.mark == "p" else "p"
