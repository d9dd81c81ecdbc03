"""Days that cannot be: what was lies after the visit, or what is to come before it.

Each day is told by the words between it and the day, the bracket or the sentence before it. They
look back ("since", "eval", the sprain of a diagnosis) or ahead ("next", "retest"); where they do
both, or neither, nothing is said of it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Fact, Span
from lint97110.nlp.day_words import DayWords
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.problem import problem_of
from lint97110.nlp.visit_days import Day

_AHEAD = frozenset(("planned", "ordered"))
_NOT_YET = _AHEAD | {"conditional", "goal"}
_OVER = frozenset(("historical", "by_other", "reported"))
_FURTHEST = 150  # days from the visit that a day without its year is taken to lie at most
_YEAR, _HALF_A_YEAR = 365, 183
_SAME_TIME = 31  # days around the same day of another year
_DAY_ABOVE_MONTHS = re.compile(r"(?<!\d)(?:1[3-9]|2\d|3[01])(?!\d)")  # "5/12" may be a visit
_RANGE = re.compile(r"[ ]?(?:-|–|to|through|thru|/)[ ]?\d")
_RANGE_BEFORE = re.compile(r"\d[ ]?(?:-|–|to|through|thru)[ ]$")
_WORD = re.compile(r"[a-z]+")
_INITIAL = re.compile(r" [a-z][.] $")  # "by K. Vance on"
_ASIDE = re.compile(r"\([^()\n]*$")  # "(pos 2/25)"
_BEHIND = 40
_STARTS = frozenset(("operations", "onsets"))


class Told(NamedTuple):
    """A day and what it is of: a kind of fact, "operated", or nothing that is said plainly."""

    kind: str
    day: Day
    has_year: bool
    before: str


def out_of_order(mentions: Mentions, visit: Day, told: Told) -> Iterator[Fact]:
    """`day_out_of_order` where the words before a day contradict it."""
    words: DayWords = mentions.lexicon.days
    since = _days_since(visit, told)
    is_past = words.past.search(told.before) is not None
    is_ahead = not is_past and words.ahead.search(told.before) is not None
    if told.has_year and (is_past or is_ahead):
        is_wrong = since > 0 if is_past else since < 0
        is_wrong |= _is_of_another_year(mentions, told, since)
    elif since > 0:
        is_past = is_wrong = _has_been(mentions, told)
    else:
        is_wrong = since < 0 and _is_to_come(mentions, told, since)
    if is_wrong:
        yield mentions.fact("day_out_of_order", told.day.span, {"past": is_past})


def _days_since(visit: Day, told: Told) -> int:
    """How many days it lies behind the visit; a day without its year is the one that is nearest."""
    since = told.day.number - visit.number
    if told.has_year or abs(since) <= _HALF_A_YEAR:
        return since
    return since - _YEAR if since > 0 else since + _YEAR


def _is_of_another_year(mentions: Mentions, told: Told, since: int) -> bool:
    """Whether the last visit, or the next, is told of the same time in another year."""
    is_of_visit = mentions.lexicon.days.neighbour.search(told.before) is not None
    return is_of_visit and abs(abs(since) - _YEAR) <= _SAME_TIME


def _said(mentions: Mentions, told: Told) -> str:
    """What stands between a day and the day, the bracket or the sentence before it."""
    span = told.day.span
    start = max(mentions.part(span.start).start, told.day.begins)
    return mentions.small[start : span.start]


def _has_been(mentions: Mentions, told: Told) -> bool:
    """Whether what a day after the visit is told of has been: an evaluation, a sprain."""
    words: DayWords = mentions.lexicon.days
    text, span, said = mentions.small, told.day.span, _said(mentions, told)
    if words.past.search(told.before):
        return True
    clause = mentions.clause(span.start)
    end = mentions.part(span.end - 1).end
    behind = text[span.end : min(end, span.end + _BEHIND)]
    is_planned = clause is not None and (
        "plan" in clause.sections or (clause.status in _NOT_YET and words.was.search(said) is None)
    )
    is_ahead = words.looks_ahead.search(said) is not None
    is_ahead |= not words.before_surgery.isdisjoint(_WORD.findall(behind))
    if is_planned or is_ahead or _is_of_range(mentions, told):
        return False
    is_aside = _ASIDE.search(told.before) is not None
    is_of_then = words.has_been.search(said) is not None
    is_score = words.score.fullmatch(span.of(text)) is not None
    is_on = words.right_before.search(said) is not None
    if is_on and (is_aside or (is_of_then and not told.has_year)):
        return told.has_year or not is_score
    if told.has_year:
        return is_of_then or _is_start(mentions, told)
    is_day = _DAY_ABOVE_MONTHS.search(span.of(text)) is not None and not is_score
    return is_aside and is_day


def _is_start(mentions: Mentions, told: Told) -> bool:
    """Whether it is the day of the onset that the problem names, or of an operation that was."""
    words: DayWords = mentions.lexicon.days
    if mentions.rows & words.before_surgery:
        return False
    is_post_op = words.post_op.search(mentions.small) is not None
    if told.kind:
        return is_post_op
    span, given = told.day.span, problem_of(mentions)
    is_given = span.start < given.front or mentions.statement(span.start) in given.statements
    near = mentions.within(mentions.part(span.start)._replace(end=span.start))
    named = {each.group for each in near if each.start >= told.day.begins}
    return is_given and ("operations" not in named or is_post_op) and not named.isdisjoint(_STARTS)


def _is_of_range(mentions: Mentions, told: Told) -> bool:
    """Whether it begins or ends a range of days."""
    text, span = mentions.small, told.day.span
    return (
        _RANGE.match(text, span.end) is not None
        or _RANGE_BEFORE.search(text, 0, span.start) is not None
    )


def _is_to_come(mentions: Mentions, told: Told, since: int) -> bool:
    """Whether a plan names a day before the visit as one of what is to come: "then FCE 12/04"."""
    words: DayWords = mentions.lexicon.days
    clause, text = mentions.clause(told.day.span.start), mentions.small
    if _is_of_range(mentions, told) or (clause is not None and clause.status in _OVER):
        return False
    piece = mentions.piece(told.day.span.start)
    if _INITIAL.search(text, piece.start - 4, piece.start):
        piece = Span(mentions.piece(piece.start - 4).start, piece.end)
    said = text[max(piece.start, told.day.begins) : told.day.span.start]
    is_planned = clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)
    is_checked = words.checked.search(said) and told.day.span.end + 1 >= piece.end
    is_named = words.to_come.search(said) if is_planned else is_checked
    is_day = told.has_year or _DAY_ABOVE_MONTHS.search(told.day.span.of(text)) is not None
    return (
        is_day
        and since >= -_FURTHEST
        and bool(is_named or words.next_.search(told.before))
        and words.looks_back.search(said) is None
        and words.has_been.search(said) is None
    )
