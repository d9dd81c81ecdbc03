"""Where in its course a note stands: the number of the visit, the weeks since surgery, the day."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Fact
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.since import since_facts
from lint97110.nlp.visits_left import (
    counted,
    other_counts,
    stands_alone,
    tells_of_now,
    words_before,
)

_WRITTEN_DAY = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4}"
    r"|[a-z]{3,9}[ ]\d{1,2},[ ]\d{4})"
)
_DAY = re.compile(_WRITTEN_DAY)
_DAY_BEHIND = re.compile(r"[,;|)( \t-]{1,12}" + _WRITTEN_DAY)
_IN_HEAD = re.compile(
    _WRITTEN_DAY + r"[ \t|,;.]{1,6}[(#](?P<n>\d{1,3})[ ]?(?:/|of)[ ]?(?P<of>\d{1,3})\b"
)
_MONTHS = 12
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))


def counter_facts(mentions: Mentions, days: Iterable[Fact]) -> Iterator[Fact]:
    """`visit_counted`, `visits_allowed` and `since_surgery`, each with its number."""
    yield from _visits(mentions)
    yield from since_facts(mentions, days)


def _visits(mentions: Mentions) -> Iterator[Fact]:
    text, words = mentions.figured, mentions.lexicon.visits
    found = tuple(words.visit.finditer(text, mentions.words))
    allowed = {match["of"] for match in found if match["of"] and not match["slash"]}
    slashed = [match["of"] for match in found if match["slash"]]
    allowed |= {of for of in slashed if slashed.count(of) > 1}
    now: re.Match[str] | None = None
    for match in found:
        before = words_before(text, match.start()).rpartition(". ")[2]
        if match["slash"] and match["of"] not in allowed and not _is_no_day(mentions, match):
            continue  # a day: "visit 5/20"
        if _is_now(mentions, match, before, now):
            now = now or match
            yield from _counted(mentions, match)
        elif now:
            yield from _planned(mentions, match, before, int(now["n"]))
    for match in _ordinals(mentions):
        now = now or match
        yield from _counted(mentions, match)
    yield from _impossible(mentions)
    if now is None:
        now = _in_head(mentions)
        if now is not None:
            yield from _counted(mentions, now)
    if now:
        yield from other_counts(mentions, now)


def _impossible(mentions: Mentions) -> Iterator[Fact]:
    """More visits than there are: "10 of 8 visits"."""
    for match in mentions.lexicon.visits.all_of.finditer(mentions.figured):
        if int(match["n"]) > int(match["of"]):
            yield from _counted(mentions, match)


def _ordinals(mentions: Mentions) -> Iterator[re.Match[str]]:
    """The ordinal visits that are this one; "9th of 12" names none, and counts in the head."""
    text, words = mentions.figured, mentions.lexicon.visits
    nth = words.nth.finditer(text, mentions.counted)
    for match in (*nth, *words.nth_of.finditer(text, mentions.counted)):
        is_bare = match.groupdict().get("noun", "") is None
        if is_bare and match.start() >= mentions.head_end:
            continue
        before = words_before(text, match.start())
        is_told = _is_told_as_now(mentions, match, before)
        if is_told or stands_alone(mentions, match) or _is_ordinal(mentions, match, before):
            yield match


def _is_now(
    mentions: Mentions, match: re.Match[str], before: str, now: re.Match[str] | None
) -> bool:
    """Whether a visit is this one; "treatment 11" without a mark counts in the head alone."""
    if match["bare"] and (now or match.start() >= mentions.head_end):
        return False
    is_next = now is not None and _is_the_one_to_come(mentions, match, before, int(now["n"]))
    return not is_next and _is_of_today(mentions, match, before)


def _planned(mentions: Mentions, match: re.Match[str], before: str, now: int) -> Iterator[Fact]:
    """What a visit to come says of this one: it is the one before, and no later than it."""
    number, span = int(match["n"]), mentions.written(match.span())
    if _is_set_against(mentions, match, before):
        return
    if _is_beyond(mentions, match, now):
        yield mentions.fact("visit_counted", span, counted(number))
        return
    is_no_day = not (match["slash"] and number <= _MONTHS)  # "next visit 4/16"
    if _is_the_next(mentions, match, before):
        slots = counted(number - 1) | {"given": False, "alone": number < now and is_no_day}
        yield mentions.fact("visit_counted", span, slots)
    elif number < now and is_no_day and _is_ahead(mentions, match.start(), before):
        yield mentions.fact("visit_counted", span, counted(number))


def _is_beyond(mentions: Mentions, match: re.Match[str], now: int) -> bool:
    """Whether a visit that is still to come is told as if it had been: "since session 13"."""
    if not now + 1 < int(match["n"]) <= _MOST or match["slash"] or match["bare"]:
        return False
    if mentions.lexicon.visits.told.search(words_before(mentions.figured, match.start())):
        return False
    clause, piece = mentions.clause(match.start()), mentions.piece(match.start())
    is_ahead = clause is None or clause.status in _AHEAD or not _LATER.isdisjoint(clause.sections)
    ahead = mentions.lexicon.visits.ahead
    return not (is_ahead or ahead.search(mentions.figured, piece.start, piece.end))


_MOST = 60  # visits of a course
_LATER = frozenset(("plan", "goals", "header", "charges", "administrative"))


def _is_the_one_to_come(mentions: Mentions, match: re.Match[str], before: str, now: int) -> bool:
    """Whether the number is that of the next visit, and nothing says that it is this one."""
    is_told = match["of"] or mentions.lexicon.visits.today.search(before)
    return int(match["n"]) == now + 1 and match.start() >= mentions.head_end and not is_told


def _in_head(mentions: Mentions) -> re.Match[str] | None:
    """A count that needs no label in the head, "05/14/2026 (7/12)", or the total of a report."""
    text, words = mentions.figured, mentions.lexicon.visits
    head = _IN_HEAD.search(text, 0, mentions.head_end)
    if head is not None and int(head["n"]) <= int(head["of"]):
        return head
    end = max(mentions.head_end, _FRONT)
    every = words.total.finditer(text, mentions.words)
    totals = (match for match in every if match.end() <= end)
    return next((each for each in totals if words.of_all.search(each.group())), None)


_FRONT = 800  # characters in which a report tells its totals


def _is_no_day(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether "visit 6/8" counts: it cannot be a day, or the day stands elsewhere in the head."""
    number, most = int(match["n"]), int(match["of"])
    if number > most:
        return False
    if number > _MONTHS or "#" in match.group() or _DAY_BEHIND.match(mentions.small, match.end()):
        return True
    is_in_head = match.start() < mentions.head_end
    return is_in_head and _DAY.search(mentions.small, 0, mentions.head_end) is not None


def _is_of_today(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    words = mentions.lexicon.visits
    if words.at.fullmatch(before):  # "At visit 6 he walks alone"
        piece = mentions.piece(match.start())
        is_dated = words.on_a_day.match(mentions.figured, match.end()) is not None
        then = words.at_another_time.search(mentions.figured, piece.start, piece.end)
        return then is None and not is_dated
    in_head = match.start() < mentions.head_end
    is_told = in_head or words.today.search(before) is not None
    if words.was.match(mentions.figured, match.end()) or _is_set_against(mentions, match, before):
        return False
    if not in_head and _is_the_next(mentions, match, before):
        return False
    if not is_told and words.on_a_day.match(mentions.figured, match.end()):
        return False
    if (
        words.behind_minutes.search(before)
        or words.of_then.search(before)
        or (words.not_today.search(before) and not is_told)
    ):
        return False
    is_first = not words.whose.sub("", before).strip(" \t-*•|")
    return is_told or bool(match["of"]) or is_first


def _is_told_as_now(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether the head, or "today", has an ordinal visit; "the second on 11 June" is another."""
    words = mentions.lexicon.visits
    if words.on_a_day.match(mentions.figured, match.end()):
        return False
    if words.at_the.search(before) and not tells_of_now(mentions, match.start()):
        return False
    return match.start() < mentions.head_end or words.today.search(before) is not None


def _is_set_against(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether a figure of today is compared with that of a visit: "12 s (session 5: 40)"."""
    is_aside = before.rstrip().endswith("(") and mentions.figured.startswith(":", match.end())
    is_aside = is_aside or (
        _FIGURE_ASIDE.search(words_before(mentions.figured, match.start(), _ASIDE)) is not None
    )
    return is_aside or mentions.figured.startswith(" comparison", match.end())


_ASIDE = 80
_FIGURE_ASIDE = re.compile(r"[(][^()]*\d[^()]*$")  # "(260 on entry, 298 at session 12)"


def _is_ordinal(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether "Third visit;" opens a sentence, or "on her third visit" tells of now."""
    words, text = mentions.lexicon.visits, mentions.figured
    opening = before.rpartition(". ")[2].strip(" \t-*•|")
    if words.on_a_day.match(text, match.end()) or words.told.search(before):
        return False
    if not opening or _SECTION_LETTER.fullmatch(opening):
        return words.ordinal_ends.match(text, match.end()) is not None
    return words.ordinal_for.search(before) is not None and tells_of_now(mentions, match.start())


_SECTION_LETTER = re.compile(r"[soap][:/.)-]*", re.IGNORECASE)


def _is_ahead(mentions: Mentions, start: int, before: str) -> bool:
    """Whether a plan looks forward to a visit."""
    clause = mentions.clause(start)
    is_planned = clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)
    return is_planned and mentions.lexicon.visits.told.search(before) is None


def _is_the_next(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether a plan names the visit that comes next: "Next: visit 8", "Session 7: clay"."""
    if match["of"] or not _is_ahead(mentions, match.start(), before):
        return False
    if mentions.lexicon.visits.is_done.match(mentions.figured, match.end()):
        return False
    is_first = not before.strip(" \t-*•|")
    return is_first or mentions.lexicon.visits.next_.search(before) is not None


def _counted(mentions: Mentions, match: re.Match[str]) -> Iterator[Fact]:
    span = mentions.written(match.span())
    allowed = match.groupdict().get("of")
    is_beyond = allowed is not None and int(match["n"]) > int(allowed)
    slots = counted(int(match["n"])) | {"given": not is_beyond}
    yield mentions.fact("visit_counted", span, slots)
    if allowed and is_beyond:  # no visit is the thirteenth of ten
        slots = counted(int(allowed)) | {"alone": False}
        yield mentions.fact("visit_counted", span, slots)
    elif allowed:
        yield mentions.fact("visits_allowed", span, counted(int(allowed)))
