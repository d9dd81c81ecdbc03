"""Days that cannot be: what was lies after the visit, or what is to come before it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Fact
from lint97110.nlp.day_words import DayWords
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.visit_days import Day

_AHEAD = frozenset(("planned", "ordered"))
_FURTHEST = 150  # days back that a day without its year, told of what is to come, can lie
_TO_COME = re.compile(
    r"\b(?:then|on|by|until|till|thru|through|due|fce|recheck|f/u|follow[- ]up|appt|appointment"
    r"|recert|re-?eval|retest|week of|resumes?|returns?|session|surgeon|md)[ :]+$"
)
_NEXT = re.compile(r"\bnext[ :]+$")
_LOOKS_BACK = re.compile(
    r"\b(?:since|from|dated?|signed|issued|given|was|were|last|prior|previous|per|ordered|started"
    r"|begun|began|eval|evaluation|poc|cert|as of|seen|missed|on hold|held|reviewed"
    r"|sent|faxed|received)\b"
)
_DAY_ABOVE_MONTHS = re.compile(r"(?<!\d)(?:1[3-9]|2\d|3[01])(?!\d)")  # "5/12" may be a visit
_RANGE = re.compile(r"[ ]?(?:-|–|to|through|thru|/)[ ]?\d")


class Told(NamedTuple):
    """A day and what it is of: a kind of fact, "operated", or nothing that is said plainly."""

    kind: str
    day: Day
    has_year: bool
    before: str


def out_of_order(mentions: Mentions, visit: Day, told: Told) -> Iterator[Fact]:
    """`day_out_of_order` where the words before a day contradict it."""
    words: DayWords = mentions.lexicon.days
    day, before = told.day, told.before
    is_past = told.has_year and words.past.search(before) is not None
    is_ahead = told.has_year and not is_past and words.ahead.search(before) is not None
    is_before = day.number < visit.number
    is_wrong = (is_past and day.number > visit.number) or (
        is_before and (is_ahead or _is_to_come(mentions, visit, told))
    )
    if is_wrong:
        yield mentions.fact("day_out_of_order", day.span, {"past": is_past})


def _is_to_come(mentions: Mentions, visit: Day, told: Told) -> bool:
    """Whether a plan names the day of what is to come: "then FCE 12/04"."""
    day = told.day
    clause = mentions.clause(day.span.start)
    is_next = _NEXT.search(told.before) is not None
    if not is_next and (clause is None or clause.status not in _AHEAD):
        return False
    piece = mentions.piece(day.span.start)
    said = mentions.small[piece.start : day.span.start]
    words = told.day.span.of(mentions.small)
    is_day = told.has_year or _DAY_ABOVE_MONTHS.search(words) is not None
    return (
        is_day
        and visit.number - day.number <= _FURTHEST
        and (is_next or _TO_COME.search(said) is not None)
        and _LOOKS_BACK.search(said) is None
        and _RANGE.match(mentions.small, day.span.end) is None
    )
