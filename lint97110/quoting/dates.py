"""The date of service as a note writes it, and which of two such dates is the later one."""

import re
from datetime import date

from lint97110.payer import read_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = (
    r"(?P<date>\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4})"
)
_DATED = (  # "Date of service: 05/14"; no date of birth, of surgery or of an evaluation
    re.compile(
        r"(?:\b(?:dates? of (?:service|treatment|visit)|dos|(?:treatment|visit|session|service)"
        rf" dates?)|(?:^|\n|[ \t]{{2}}|\|[ \t]*)date)[ \t.:]*{_DATE}(?![\w/])",
        re.IGNORECASE,
    ),
    re.compile(  # in the title: "PT daily note 11/02"
        r"\A[^\n:]{0,40}?\b(?:note|visit|report|session|tx|treatment|record|therapy|pt|ot)\b"
        rf"[^\n:]{{0,20}}?(?<![\w/.]){_DATE}(?![\w/])",
        re.IGNORECASE,
    ),
)
_IN_WORDS = re.compile(r"(?P<month>[A-Za-z]{3})[a-z]*\.? (?P<day>\d{1,2}),? (?P<year>\d{4})")
_MONTH_AND_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
_LEAP = 2000  # a year in which every day of a calendar exists
_YEAR, _HALF = 366, 183


def date_of(text: str) -> str:
    """The date of service as a note writes it; empty when the note does not say.

    >>> date_of("Dx: s/p TKA   Date: 05/14"), date_of("DOB: 3/14/1951")
    ('05/14', '')
    """
    found = (pattern.search(text) for pattern in _DATED)
    return next((match["date"] for match in found if match), "")


def is_later(one: str, other: str) -> bool | None:
    """Whether the first of two dates is the later one; None where they do not tell.

    Without their years, days lie within half a year of each other.

    >>> is_later("March 4, 2026", "2/27/2026"), is_later("01/05", "12/28"), is_later("", "5/1")
    (True, True, None)
    """
    first, second = _day(one), _day(other)
    if first and second:
        return None if first == second else first > second
    first, second = _day_of_some_year(one), _day_of_some_year(other)
    if first is None or second is None or first == second:
        return None
    return (first - second).days % _YEAR < _HALF


def _day(written: str) -> date | None:
    """A date with its year."""
    in_words = _IN_WORDS.fullmatch(written)
    if in_words and in_words["month"].lower() in _MONTHS:
        month = _MONTHS.index(in_words["month"].lower()) + 1
        return read_date(f"{month}/{in_words['day']}/{in_words['year']}")
    return read_date(written)


def _day_of_some_year(written: str) -> date | None:
    """A date that has no year, in a year that stands for any."""
    match = _MONTH_AND_DAY.fullmatch(written)
    return read_date(f"{match[1]}/{match[2]}/{_LEAP}") if match else None
