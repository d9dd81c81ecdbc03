"""The day of the visit as a note writes it, in its head, in its text and beside the signature."""

import re
from collections.abc import Iterator
from datetime import date

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = (
    r"(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ ]\d{1,2},?[ ]\d{4}"
    r"|\d{1,2}/\d{1,2}(?![\d/%]))"
)
_OF_SERVICE = re.compile(
    rf"\b(?:date of (?:service|treatment|visit)|dos|(?:treatment|visit|session|service) date"
    rf"|today(?:['’]s date)?(?:,| is| \()?)[ \t:.]*{_DAY}"
    r"(?![ \t]*(?:to|-|–|through|thru|,)[ \t]*\d)"
)
_ELSE = r"(?:physician|referr|order|consent|certif|plan of care|poc\b|\bmd\b|patient|guardian)"
_SIGNED = re.compile(rf"\b(?:e-?signed|signed|signature|/s/)(?![^\n]*{_ELSE})[^\n]{{0,60}}?{_DAY}")
_PARTS = re.compile(r"\d+|(?<![a-z])[a-z]{3}")
_CENTURY, _OLDEST = 2000, 1000


def day_facts(mentions: Mentions) -> Iterator[Fact]:
    """`day_of_service` and `day_signed`, as numbers that sort as days do.

    A day without its year is of the year that the note names first.
    """
    found = [
        (kind, match)
        for kind, shape in (("day_of_service", _OF_SERVICE), ("day_signed", _SIGNED))
        for match in shape.finditer(mentions.small)
    ]
    years = [year for _, match in found if (year := _parts(match["day"])[0])]
    for kind, match in found:
        day = _day(match["day"], years[0] if years else _CENTURY)
        if day is not None:
            span = Span(*match.span("day"))
            slots: dict[str, SlotValue] = {"is": day.toordinal(), "given": True, "alone": True}
            clause = mentions.clause(span.start) or Clause(span, "performed", ("header",))
            yield Fact(kind, span, clause, slots)


def _day(written: str, year: int) -> date | None:
    """The day that is meant, month before day; None for one that is not in the calendar.

    >>> [str(_day(words, 2025)) for words in ("2026-03-04", "3/4/26", "march 4, 2026", "3/4")]
    ['2026-03-04', '2026-03-04', '2026-03-04', '2025-03-04']
    >>> _day("13/4", 2025)
    """
    told, month, day = _parts(written)
    try:
        return date(told or year, month, day)
    except ValueError:
        return None


def _parts(written: str) -> tuple[int, int, int]:
    """Year, month and day; the year is 0 where it is not told."""
    words = _PARTS.findall(written)
    first, second, *rest = (
        _MONTHS.index(word) + 1 if word.isalpha() else int(word) for word in words[:3]
    )
    if first > _OLDEST:
        return first, second, rest[0]
    year = rest[0] if rest else 0
    return (year + _CENTURY if 0 < year < _OLDEST else year), first, second
