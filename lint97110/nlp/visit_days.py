"""The day of the visit where no label tells it plainly: the day that the head gives as its own.

Each day that is written with its year is told by the words before it on its line: it is one of the
visit, of birth, of an operation, or of something else; or it stands bare, as on top of a letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mentions

_FRONT_LINES = 12
_LAST_LINES = 6
_BILLS = re.compile(r"9(?<!\w.)[257]\d{3}\b")
_TIMED = re.compile(r"\d[ ]?(?:min|['’′]|hours?\b|hrs?\b)|\b(?:te|ta|mt|nmr|gt|tx)[ :=x]{1,3}\d")
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))
_RANGE_BEFORE = re.compile(r"(?:-|–|\bto|through|thru|\band|&)$")
_LONGEST_RANGE = 8  # letters of "through", and one before it
_RANGE_BEHIND = re.compile(r"[ \t]*(?:-|–|to|through|thru|&)[ \t]*\d")
_CELL = re.compile(r"[|;(]|[ \t]{2,}|\.{3,}|[.][ ]")


class Day(NamedTuple):
    """A day with its year: where it stands, its number, and where the one before it ends."""

    span: Span
    number: int
    begins: int


def head_day(mentions: Mentions, days: Sequence[Day]) -> Day | None:
    """The day of the visit by the head: by its label, else the first bare one."""
    end = _front_end(mentions)
    front = [each for each in days if each.span.start < end]
    told = [(_label(mentions, each), each) for each in front]
    bare = [each for label, each in told if not label]
    told = [
        (label, each)
        for label, each in told
        if not (label == "visit" and bare and _is_of_surgery(mentions, each, bare[0]))
    ]
    for wanted in ("visit", ""):
        for label, each in told:
            if label == wanted:
                return each
    return None


def _is_of_surgery(mentions: Mentions, day: Day, visit: Day) -> bool:
    """Whether "DOS" behind an operation dates it, for the visit was later."""
    start, _ = _line(mentions.small, day.span)
    before = Span(max(start, day.begins), day.span.start)
    is_letters = _IN_LETTERS.search(before.of(mentions.small)) is not None
    return is_letters and day.number < visit.number and "operations" in mentions.groups(before)


_IN_LETTERS = re.compile(r"\bd[.]?o[.]?s[.]?[ :=]*$")


def billed_days(mentions: Mentions, days: Sequence[Day]) -> Iterator[Day]:
    """Days beside codes, or beside minutes in the last lines: what is billed was that day."""
    found = [each for each in days if _is_billed(mentions, each)]
    if len({each.number for each in found}) == 1:  # more of them are a ledger's
        yield from found


def _is_billed(mentions: Mentions, day: Day) -> bool:
    text, at = mentions.small, day.span.start
    starts = mentions.reading.lines.starts
    last = starts[-_LAST_LINES] if len(starts) > _LAST_LINES else 0
    start, end = mentions.piece(at)
    is_coded = _BILLS.search(text, start, end) is not None
    if not (is_coded or (start >= last and _TIMED.search(text, start, end) is not None)):
        return False
    clause = mentions.clause(at)
    is_planned = clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)
    return (is_coded or not is_planned) and _label(mentions, day) in ("visit", "")


def operated_days(mentions: Mentions, days: Sequence[Day], visit: Day) -> Iterator[Day]:
    """Days of operations that the head tells."""
    end = _front_end(mentions)
    for each in days:
        if each.span.start < end and (
            _label(mentions, each) == "operation" or _is_of_surgery(mentions, each, visit)
        ):
            yield each


def onset_days(mentions: Mentions, days: Sequence[Day]) -> Iterator[Day]:
    """Days of a stroke, an injury or another onset that the head tells."""
    end = _front_end(mentions)
    for each in days:
        if each.span.start < end and _label(mentions, each) == "other":
            start, _ = _line(mentions.small, each.span)
            said = mentions.within(Span(max(start, each.begins), each.span.start))
            near = [e for e in said if e.group in ("days", "operations", "onsets")]
            if near and any(e.group == "onsets" and e.start == near[-1].start for e in near):
                yield each


def _front_end(mentions: Mentions) -> int:
    """Where the front of the note ends: its first lines, or where its story begins."""
    starts = mentions.reading.lines.starts
    end = starts[_FRONT_LINES] if len(starts) > _FRONT_LINES else len(mentions.small)
    return max(mentions.head_end, min(end, mentions.story_start))


def _label(mentions: Mentions, day: Day) -> str:
    """What the words before a day say it is of; empty where none says anything."""
    text, span = mentions.small, day.span
    line, end = _line(text, span)
    line = max(line, day.begins)
    before = text[line : span.start].rstrip(" \t")[-_LONGEST_RANGE:]
    if _RANGE_BEFORE.search(before) or _RANGE_BEHIND.match(text, span.end, end):
        return "other"
    cells = [line, *(m.end() for m in _CELL.finditer(text, line, span.start))]
    own = next((at for at in reversed(cells) if text[at : span.start].strip(" \t:|.")), line)
    in_head = span.start < _front_end(mentions)
    for start in (own, line) if in_head else (own,):
        label = _nearest(mentions, Span(start, span.start))
        if label:
            return label
    return ""


def _nearest(mentions: Mentions, span: Span) -> str:
    """The last word of a stretch that labels a day; one that looks back or ahead outweighs it."""
    found = [e for e in mentions.within(span) if e.group in ("days", "operations")]
    if any(each.value == "never" for each in found):
        return "other"
    for each in reversed(found):
        if each.group == "operations":
            return "operation"
        if each.value != "neutral":
            return each.value
    return "visit" if found else ""


def _line(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text)
