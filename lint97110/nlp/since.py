"""How long ago surgery or an onset was: "6 weeks post-op", "POD 14", "two weeks since the fall"."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import FAMILY, Mentions

_REACH_BEHIND = 40
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))
_WEEK, _MONTH, _REACH = 7, 30.44, 24
_HALF_A_WEEK = 3
_NEAR = 12
_IN_WORDS = 2  # days that a count in words may be off
_FAR = 0.3  # how far months may be off, for they are told roundly
OPERATION, ONSET = "operation", "onset"


class _Told(NamedTuple):
    """How long ago something was: what, where it says so, and the days; months are told roundly."""

    of: str
    span: Span
    days: int
    in_months: bool
    in_days: bool


def since_facts(mentions: Mentions, known: Iterable[Fact]) -> Iterator[Fact]:
    """`since_surgery` in days, for each place that tells it of today.

    `known` hold how long ago it was by the calendar, `of` an operation or an onset. What is more
    than that can be no matter of the past, so that less is asked of the sentence that tells it.
    """
    by_calendar = {
        str(fact.slots["of"]): int(str(fact.slots["is"]))
        for fact in known
        if fact.kind == "since_surgery"
    }
    for match, of in _matches(mentions, by_calendar):
        told = _told(mentions, match, of)
        then = by_calendar.get(of)
        if told.in_months and (then is None or abs(told.days - then) <= max(21, _FAR * then)):
            continue
        is_later = then is not None and told.days > then + _WEEK
        if _is_of_today(mentions, match, is_later=is_later):
            slots: dict[str, SlotValue] = {"is": told.days, "of": of, "given": True, "alone": True}
            slots["exact"] = (
                then is not None and told.in_days and _is_exact(mentions, match, told, then)
            )
            yield mentions.fact("since_surgery", told.span, slots)


def _is_exact(mentions: Mentions, match: re.Match[str], told: _Told, then: int) -> bool:
    """Whether days were counted to the day: no "POD 45, about", nor "day 44 post op" of 42.

    In words the count may begin with the day of the operation or the one behind it.
    """
    is_in_words = match.groupdict().get("a") is None
    if is_in_words and abs(told.days - then) <= _IN_WORDS:
        return False
    start, end = match.span()
    near = mentions.small[max(0, start - _NEAR) : end + _NEAR]
    return mentions.lexicon.surgery.roughly.search(near) is None


def _told(mentions: Mentions, match: re.Match[str], of: str) -> _Told:
    """What a match tells."""
    words, groups = mentions.lexicon.surgery, match.groupdict()
    unit = next(each for each in map(groups.get, ("unit", "a", "b", "c")) if each)
    start, end = match.span("said") if groups.get("said") else match.span()
    if groups.get("link") and not (groups["sure"] or groups["post"]):
        end = match.end("unit")
    is_months = unit in words.months
    factor = _MONTH if is_months else _WEEK if unit in words.weeks else 1
    days = round(int(groups.get("n") or groups["nth"]) * factor)
    if groups.get("nth"):
        days -= _HALF_A_WEEK  # in the sixth week five are over
    days += int(groups.get("more") or 0)
    return _Told(of, mentions.written((start, end)), days, is_months, factor == 1)


def _matches(
    mentions: Mentions, by_calendar: Mapping[str, int]
) -> Iterator[tuple[re.Match[str], str]]:
    """Every place that counts from an operation or an onset, with which of the two it is."""
    text, words = mentions.figured, mentions.lexicon.surgery
    plain = ONSET if by_calendar.keys() == {ONSET} else OPERATION
    for match in words.unit_first.finditer(text, mentions.words):
        of = OPERATION if match["a"] or match["b"] or match["sure"] else _named(mentions, match)
        if of:
            yield match, of
    for match in words.number_first.finditer(text, mentions.counted):
        of = _counted_from(mentions, match, plain)
        if of:
            yield match, of
    for match in words.at.finditer(text, mentions.counted):
        if words.before_at.search(_before(text, match.start())) and _is_no_plan(mentions, match):
            yield match, plain
    for match in (
        *words.as_expected.finditer(text, mentions.words),
        *words.mark.finditer(text, mentions.counted),
    ):
        if _is_no_plan(mentions, match):
            yield match, plain
    yield from _matches_by_themselves(mentions, plain if by_calendar else "")


def _matches_by_themselves(mentions: Mentions, plain: str) -> Iterator[tuple[re.Match[str], str]]:
    """Weeks that name nothing to count from, where the note gives a day; and what is so old."""
    text, words = mentions.figured, mentions.lexicon.surgery
    for match in words.old.finditer(text, mentions.counted):
        near = mentions.groups(Span(max(0, match.start() - _REACH), match.end() + _REACH))
        if "operations" in near:
            yield match, OPERATION
    for match in words.in_brackets.finditer(text):
        near = mentions.groups(Span(mentions.piece(match.start()).start, match.start()))
        is_dated = not near.isdisjoint(("operations", "general.limb"))
        if is_dated and not _is_of_another(mentions, match.start()):
            yield match, OPERATION
    for bare in words.bare if plain else ():
        for match in bare.finditer(text):
            is_body = match.start() >= mentions.head_end
            is_heads = match.groupdict().get("head") is not None
            is_anothers = is_heads and (is_body or _is_of_another(mentions, _place(match)))
            if _is_no_plan(mentions, match) and not is_anothers:
                yield match, plain


def _is_of_another(mentions: Mentions, start: int) -> bool:
    """Whether what is told last before a place is no onset and no operation: "cast off 09/30"."""
    near = mentions.within(Span(mentions.piece(start).start, start))
    told = [each for each in near if each.group in ("days", *_STARTS)]
    last = [each.group for each in told if each.start == told[-1].start]
    return bool(last) and _STARTS.isdisjoint(last)


_STARTS = frozenset(("operations", "onsets"))


def _before(text: str, start: int) -> str:
    """What stands before a place on its line, as far as it matters."""
    return text[max(0, start - _REACH) : start].rpartition("\n")[2]


def _is_no_plan(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether "at 6 weeks", which names nothing to count from, stands in no plan."""
    clause = mentions.clause(_place(match))
    return clause is not None and _NO_DAY_OF_ITS_OWN.isdisjoint(clause.sections)


_NO_DAY_OF_ITS_OWN = frozenset(("plan", "goals", "home_program"))


def _place(match: re.Match[str]) -> int:
    """Where the number of weeks stands."""
    return match.start("said") if match.groupdict().get("said") else match.start("n")


def _is_of_today(mentions: Mentions, match: re.Match[str], *, is_later: bool) -> bool:
    """Whether it is told of today; "At 6 weeks post-op she" opens a sentence about today."""
    start, words = match.start(), mentions.lexicon.surgery
    before, groups = _before(mentions.small, start), match.groupdict()
    is_elsewhere = words.not_today.search(before) is not None
    if start < mentions.head_end:
        return not is_elsewhere or bool(groups.get("said"))
    opens = words.opens.search(before) is not None
    is_present = words.present.search(before) is not None
    may_be = _may_be_now(mentions, match, is_present=is_present, is_later=is_later)
    clause = mentions.clause(_place(match))
    is_past = clause is not None and clause.status == "historical"
    if is_past and not (is_present or is_later or opens):
        may_be = may_be and groups.get("link") is not None and groups["link"] not in words.then
    return may_be and (opens or not is_elsewhere or bool(groups.get("ago") or groups.get("said")))


def _may_be_now(
    mentions: Mentions, match: re.Match[str], *, is_present: bool, is_later: bool
) -> bool:
    """Whether nothing in the sentence says that it is told of another day, or of somebody else."""
    start, words, text = match.start(), mentions.lexicon.surgery, mentions.figured
    clause, piece = mentions.clause(_place(match)), mentions.piece(start)
    if clause is not None and clause.status in _AHEAD:
        return False
    if FAMILY & mentions.groups(Span(piece.start, start)):
        return False
    if not is_present and words.ahead.search(text, piece.start, piece.end):
        return False
    is_then = words.of_another_time.search(text, piece.start, piece.end) is not None
    return is_present or is_later or not is_then


def _counted_from(mentions: Mentions, match: re.Match[str], plain: str) -> str:
    """What is counted from: an operation, an onset, or neither."""
    text, words, end = mentions.small, mentions.lexicon.surgery, match.end()
    if match["sure"]:
        return OPERATION
    if match["into"]:
        return plain
    if match["out"]:
        is_from = words.from_.match(text, end) is not None
        named = _named(mentions, match) if is_from else plain
        is_sure = is_from and named == OPERATION
        is_told = is_sure or words.stands.search(_before(text, match.start()))
        return named if is_told else ""
    if match["ago"]:
        piece = mentions.piece(match.start())
        near = mentions.groups(Span(piece.start, match.start()))
        return OPERATION if "operations" in near else ""
    return _named(mentions, match)


def _named(mentions: Mentions, match: re.Match[str]) -> str:
    """What the words right behind a match name."""
    start = match.end()
    stop = mentions.lexicon.surgery.stops.search(mentions.small, start, start + _REACH_BEHIND)
    end = stop.start() if stop else start + _REACH_BEHIND
    near = mentions.groups(Span(start, end))
    return OPERATION if "operations" in near else ONSET if "onsets" in near else ""
