"""What is told about a session on the command line: its date, and when it began and ended."""

import re
from datetime import date

import click

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_SLASHES = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:\s?(?P<half>[ap])\.?m\.?)?", re.IGNORECASE
)
_LEAP = 2000  # a year in which every day of a calendar exists
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date, left as it was written."""
    if value is not None and not _is_day(value):
        sentence = f"{value!r} is not a date; write it like 2026-03-31 or 3/31/2026."
        raise click.BadParameter(sentence, ctx, param)
    return value


def clock(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A time of day, left as it was written."""
    if value is not None and minute_of(value) is None:
        sentence = f"{value!r} is not a time of day; write it like 9:05 or 2:30 pm."
        raise click.BadParameter(sentence, ctx, param)
    return value


def minute_of(value: str) -> int | None:
    """The minute of the day; None for what is no time of day.

    >>> [minute_of(each) for each in ("9:05", "12:10 am", "2:30 pm", "14:30", "25:00")]
    [545, 10, 870, 870, None]
    """
    match = _CLOCK.fullmatch(value.strip())
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"]), match["half"]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    return hour * 60 + minute if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _is_day(value: str) -> bool:
    match = _ISO.fullmatch(value) or _SLASHES.fullmatch(value)
    if match is None:
        return False
    try:
        date(int(match["year"] or _LEAP), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True
