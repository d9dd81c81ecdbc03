"""The days that a note writes: of the visit, of the signature, and how long ago surgery was."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.day_order import Told, out_of_order
from lint97110.nlp.day_words import DayWords
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.since import ONSET, OPERATION
from lint97110.nlp.visit_days import Day, billed_days, head_day, onset_days, operated_days

_SCORE = re.compile(r"\d{1,2}/(?:5|10)")
_PARTS = re.compile(r"\d+|(?<![a-z])[a-z]{3}")
_CENTURY, _OLDEST, _LAST_MONTH, _LAST_DAY = 2000, 1000, 12, 31
_PARTS_WITH = (".", ";", "|")
_LOOK_AT = 16
_LOOK_BACK, _BEHIND_NAME = 72, 40
_LONGEST_SINCE = 540  # days after which nobody counts weeks


class _Written(NamedTuple):
    """A day as it is written, with what stands before it on its line."""

    span: Span
    words: str
    before: str


def day_facts(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[Fact]:
    """`day_of_service`, `day_signed`, `born`, as numbers that sort as days do, and `since_surgery`.

    What labels say comes first. Where none gives the day of the visit, the head does, and any day
    that something is billed for is compared with it.
    """
    told = tuple(_told(mentions, signed))
    others = [each.day for each in told if each.has_year and not each.kind]
    served = [each.day for each in told if each.kind == "day_of_service"]
    head = None
    if not any(day.span.start < mentions.head_end for day in served):
        head = head_day(mentions, others)
    billed = [day for day in billed_days(mentions, others) if day != head]
    if head is not None:
        yield _fact(mentions, "day_of_service", head.span, head.number, given=True)
    for kind, day, _, _ in told:
        if kind and kind != _OPERATION:
            is_given = kind != "day_of_service" or day.span.start < mentions.head_end
            yield _fact(mentions, kind, day.span, day.number, given=is_given)
    for day in billed:
        yield _fact(mentions, "day_of_service", day.span, day.number, given=False)
    visit = next(iter((*filter(None, (head,)), *served, *billed)), None) or next(
        (each.day for each in told if each.kind == "day_signed"), None
    )
    operated = [each.day for each in told if each.kind == _OPERATION]
    if visit is not None:
        for each in told:
            if each.kind in ("", _OPERATION):
                yield from out_of_order(mentions, visit, each)
        yield from _since(
            mentions, visit, OPERATION, operated or operated_days(mentions, others, visit)
        )
        yield from _since(mentions, visit, ONSET, onset_days(mentions, others))


def _since(mentions: Mentions, visit: Day, what: str, days: Iterable[Day]) -> Iterator[Fact]:
    """How long ago an operation or an onset was, where the note gives one day of it."""
    by_number = {day.number: day for day in days}
    if len(by_number) == 1:
        [day] = by_number.values()
        since = visit.number - day.number
        if 0 <= since <= _LONGEST_SINCE:
            slots: dict[str, SlotValue] = {"is": since, "of": what, "given": True, "alone": True}
            yield mentions.fact("since_surgery", day.span, slots)


_OPERATION = "operated"


def _told(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[Told]:
    """Every day of the note, with what its label says.

    A day without its year is of the year that the note names first. Where one day is above twelve
    and stands first, the note writes days before months.
    """
    written = tuple(_written(mentions))
    months = mentions.lexicon.days.months
    parts = [_parts(each.words, months) for each in written]
    year = next((told for told, *_ in parts if told), _CENTURY)
    day_first = any(told and day <= _LAST_MONTH < month <= _LAST_DAY for told, month, day in parts)
    end = 0
    for each, (told, month, number) in zip(written, parts, strict=True):
        is_turned = day_first and _is_in_figures(each.words)
        day = _day(told or year, *((number, month) if is_turned else (month, number)))
        if day is not None:
            kind = _kind(mentions, each, signed) or _other_kind(mentions, each)
            yield Told(kind, Day(each.span, day.toordinal(), end), bool(told), each.before)
            end = each.span.end


def _other_kind(mentions: Mentions, each: _Written) -> str:
    if mentions.lexicon.days.born.search(each.before):
        return "born"
    return _OPERATION if _is_of_surgery(mentions, each) else ""


def _fact(mentions: Mentions, kind: str, span: Span, number: int, *, given: bool) -> Fact:
    slots: dict[str, SlotValue] = {"is": number, "given": given, "alone": True}
    return mentions.fact(kind, span, slots)


def _written(mentions: Mentions) -> Iterator[_Written]:
    text = mentions.small
    for match in mentions.lexicon.days.day.finditer(text):
        start = match.start()
        line = max(text.rfind("\n", 0, start) + 1, start - _LOOK_BACK)
        yield _Written(Span(*match.span()), match.group(), text[line:start])


def _kind(mentions: Mentions, each: _Written, signed: tuple[Span, ...]) -> str:
    """What the day is of; empty where the note does not say, or it is another matter."""
    words = mentions.lexicon.days
    if _is_signed(mentions, each, signed):
        return "day_signed"
    in_head = each.span.start < mentions.head_end
    behind = mentions.small[each.span.end : each.span.end + 32]
    if words.not_alone.match(behind):
        return ""
    label = words.of_service.search(each.before)
    if label and label["now"] and _SCORE.fullmatch(each.words):
        return ""  # "today (4/10 to 2/10)"
    before = "" if label and label.group()[:1] in _PARTS_WITH else each.before
    if label and not words.before_service.search(before[: label.start()]):
        is_surgery = label["letters"] and words.operated.search(each.before[: label.start()])
        return "" if is_surgery else "day_of_service"
    if in_head and words.dated.search(each.before):
        return "day_of_service"
    is_visit = words.visit_behind.match(behind) and words.opens_visit.search(each.before)
    return "day_of_service" if is_visit and not words.before_service.search(each.before) else ""


def _is_signed(mentions: Mentions, each: _Written, signed: tuple[Span, ...]) -> bool:
    """Whether the day stands behind a signature, or behind the name of who signed."""
    text, words = mentions.small, mentions.lexicon.days
    label = words.signed.search(each.before)
    if label and not words.day.search(label.group()):
        end = text.find("\n", each.span.end)
        start = each.span.start - len(label.group())
        if words.who_signed.search(text, start - 4, start):
            start = text.rfind("\n", 0, start) + 1
        line = text.rfind("\n", 0, start) + 1
        begins = max(line, text.rfind(". ", 0, start) + 1, start - _LOOK_AT)
        return words.by_others.search(text, begins, end if end >= 0 else len(text)) is None
    for span in signed:
        gap = text[span.end : each.span.start] if span.end <= each.span.start else "?" * 99
        is_near = len(gap) <= _BEHIND_NAME and gap.count("\n") <= 1
        if is_near and words.ends_name.fullmatch(gap) and not _is_labelled(words, each, gap):
            return True
    return False


def _is_labelled(words: DayWords, each: _Written, gap: str) -> bool:
    """Whether the line below a name has a label of its own, which is no date's: "Dx: ACLR"."""
    return "\n" in gap and ":" in each.before and words.dated.search(each.before) is None


def _is_of_surgery(mentions: Mentions, each: _Written) -> bool:
    """Whether the head, or a diagnosis, dates an operation."""
    clause = mentions.clause(each.span.start)
    is_told = each.span.start < mentions.head_end or (clause and "diagnosis" in clause.sections)
    match = mentions.lexicon.days.operated.search(each.before) if is_told else None
    if match is None:
        return False
    words = mentions.lexicon.days
    gap = words.in_letters.sub("", match["gap"])  # there "DOS" is the day of the surgery
    return not (words.something_else.search(gap) or words.day.search(gap))


def _is_in_figures(written: str) -> bool:
    """Whether a day is written in figures without its year in front."""
    return not written[:4].isdigit() and not any(char.isalpha() for char in written)


def _day(year: int, month: int, day: int) -> date | None:
    """The day that is meant; None for one that is not in the calendar."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(written: str, months: tuple[str, ...]) -> tuple[int, int, int]:
    """Year, month and day as they stand; the year is 0 where it is not told.

    >>> said = ("2026-03-04", "3/4/26", "mar 4, 2026", "3/4", "4th mar 26")
    >>> [_parts(each, ("jan", "feb", "mar")) for each in said]
    [(2026, 3, 4), (2026, 3, 4), (2026, 3, 4), (0, 3, 4), (2026, 3, 4)]
    """
    words = _PARTS.findall(written)[:3]
    if words[1].isalpha():  # "14 Nov 2024"
        words[0], words[1] = words[1], words[0]
    first, second, *rest = (
        months.index(word) + 1 if word.isalpha() else int(word) for word in words
    )
    if first > _OLDEST:
        return first, second, rest[0]
    year = rest[0] if rest else 0
    return (year + _CENTURY if 0 < year < _OLDEST else year), first, second
