"""Where in its course a note stands: the number of the visit, the weeks since surgery, the day."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.since import since_facts

_WRITTEN_DAY = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[ -][a-z]{3,9}[ -]\d{2,4}"
    r"|[a-z]{3,9}[ ]\d{1,2},[ ]\d{4})"
)
_DAY = re.compile(_WRITTEN_DAY)
_DAY_BEHIND = re.compile(r"[,;|)( \t-]{1,12}" + _WRITTEN_DAY)
_IN_HEAD = re.compile(_WRITTEN_DAY + r"[ \t|,;]{1,6}\((?P<n>\d{1,3})/(?P<of>\d{1,3})\)")
_MONTHS = 12
_REACH = 40
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))


def counter_facts(mentions: Mentions, days: Iterable[Fact]) -> Iterator[Fact]:
    """`visit_counted`, `visits_allowed` and `since_surgery`, each with its number."""
    yield from _visits(mentions)
    yield from since_facts(mentions, days)


def _visits(mentions: Mentions) -> Iterator[Fact]:
    text, words = mentions.figured, mentions.lexicon.visits
    found = tuple(words.visit.finditer(text))
    allowed = {match["of"] for match in found if match["of"] and not match["slash"]}
    slashed = [match["of"] for match in found if match["slash"]]
    allowed |= {of for of in slashed if slashed.count(of) > 1}
    now: re.Match[str] | None = None
    for match in found:
        before = _before(text, match.start(), _REACH).rpartition(". ")[2]
        if match["slash"] and match["of"] not in allowed and not _is_no_day(mentions, match):
            continue  # a day: "visit 5/20"
        is_now = _is_of_today(mentions, match, before)
        if is_now:
            now = now or match
            yield from _counted(mentions, match)
        elif now:
            yield from _planned(mentions, match, before, int(now["n"]))
    for match in words.nth.finditer(text):
        before = _before(text, match.start(), _REACH)
        is_told = _is_told_as_now(mentions, match, before)
        if is_told or _is_whole(mentions, match) or _is_ordinal(mentions, match, before):
            now = now or match
            yield from _counted(mentions, match)
    if now is None:
        now = _in_head(mentions)
        if now is not None:
            yield from _counted(mentions, now)
    if now:
        yield from _remaining(mentions, now)
        yield from _done(mentions, now)


def _planned(mentions: Mentions, match: re.Match[str], before: str, now: int) -> Iterator[Fact]:
    """What a visit to come says of this one: it is the one before, and no later than it."""
    number, span = int(match["n"]), mentions.written(match.span())
    is_no_day = not (match["slash"] and number <= _MONTHS)  # "next visit 4/16"
    if _is_the_next(mentions, match, before):
        slots = _slots(number - 1) | {"given": False, "alone": number < now and is_no_day}
        yield mentions.fact("visit_counted", span, slots)
    elif number < now and is_no_day and _is_ahead(mentions, match.start(), before):
        yield mentions.fact("visit_counted", span, _slots(number))


def _in_head(mentions: Mentions) -> re.Match[str] | None:
    """A count that needs no label in the head, "05/14/2026 (7/12)", or the total of a report."""
    text, words = mentions.figured, mentions.lexicon.visits
    head = _IN_HEAD.search(text, 0, mentions.head_end)
    if head is not None and int(head["n"]) <= int(head["of"]):
        return head
    totals = words.total.finditer(text, 0, max(mentions.head_end, _FRONT))
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
        return words.at_another_time.search(mentions.figured, piece.start, piece.end) is None
    in_head = match.start() < mentions.head_end
    is_told = in_head or words.today.search(before) is not None
    if _WAS.match(mentions.figured, match.end()) or _is_set_against(mentions, match, before):
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


_WAS = re.compile(r",?[ ](?:was|were|had)\b")


def _is_told_as_now(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether the head, or "today", has an ordinal visit; "the second on 11 June" is another."""
    words = mentions.lexicon.visits
    if words.on_a_day.match(mentions.figured, match.end()):
        return False
    return match.start() < mentions.head_end or words.today.search(before) is not None


def _is_set_against(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether a figure of today is compared with that of a visit: "12 seconds (session 5: 40)"."""
    is_aside = before.rstrip().endswith("(") and mentions.figured.startswith(":", match.end())
    return is_aside or mentions.figured.startswith(" comparison", match.end())


def _is_ordinal(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    """Whether "Third visit;" opens a sentence, or "on her third visit" tells of now."""
    words, text = mentions.lexicon.visits, mentions.figured
    opening = before.rpartition(". ")[2].strip(" \t-*•|")
    if not opening or _SECTION_LETTER.fullmatch(opening):
        return words.ordinal_ends.match(text, match.end()) is not None
    return words.ordinal_for.search(before) is not None and _tells_of_now(mentions, match.start())


def _tells_of_now(mentions: Mentions, start: int) -> bool:
    """Whether no word of the sentence says that something was or will be."""
    piece = mentions.piece(start)
    then = (mentions.lexicon.visits.at_another_time, mentions.lexicon.surgery.of_another_time)
    return not any(each.search(mentions.figured, piece.start, piece.end) for each in then)


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
    return is_first or _NEXT.search(before) is not None


_NEXT = re.compile(r"\bnext\b[^.;\w]*(?:=[ ])?$")


def _remaining(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """The visit that follows from how many are left, where it is another than this or the next."""
    is_of_another = mentions.lexicon.visits.of_another_count.search
    for match in _told_to_be_left(mentions, is_day=bool(now.groupdict().get("day"))):
        allowed = match.groupdict().get("of") or now.groupdict().get("of")
        following = int(allowed) - int(match["n"]) if allowed else int(now["n"])
        is_elsewhere = abs(following - int(now["n"])) > 1
        if is_elsewhere and not any(map(is_of_another, _around(mentions, match))):
            yield mentions.fact("visit_counted", mentions.written(match.span()), _slots(following))


def _done(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """How many visits were made, where that is neither this one nor the one before."""
    words = mentions.lexicon.visits
    told = {int(each["n"]) for each in words.total.finditer(mentions.figured)}
    for match in words.done.finditer(mentions.figured):
        number = int(match["n"] or match["k"])
        if number in told:
            continue
        is_other = any(map(words.of_another_count.search, _around(mentions, match)))
        is_far = abs(number - int(now["n"])) > 1
        is_now = number > int(now["n"]) or _tells_of_now(mentions, match.start())
        if is_far and is_now and not is_other:
            yield mentions.fact("visit_counted", mentions.written(match.span()), _slots(number))
    for match in words.attended.finditer(mentions.figured):
        is_counted = (
            match["what"]
            or _USED.match(match.group())
            or (match["of"] and match["of"] == now.groupdict().get("of"))
        )
        is_far = abs(int(match["n"]) - int(now["n"])) > 1
        if is_counted and is_far and not _is_of_others(mentions, match.start()):
            span = mentions.written(match.span())
            yield mentions.fact("visit_counted", span, _slots(int(match["n"])))


_USED = re.compile(r"(?:visits|sessions)\b")


def _is_of_others(mentions: Mentions, start: int) -> bool:
    """Whether somebody else came so often, or another service was given."""
    piece = mentions.piece(start)
    return "others" in mentions.groups(Span(piece.start, start))


def _told_to_be_left(mentions: Mentions, *, is_day: bool) -> Iterator[re.Match[str]]:
    """Numbers of visits that are left; of days only where the note counts days."""
    words = mentions.lexicon.visits
    for match in words.left.finditer(mentions.figured):
        if match["what"] is None:
            is_counted = (
                _is_whole(mentions, match)
                or any(map(words.counted.search, _around(mentions, match)))
                or _is_planned(mentions, match)
            )
        else:
            is_counted = is_day or match["what"] not in words.days
        if is_counted:
            yield match
    yield from words.remaining.finditer(mentions.figured)


def _is_whole(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether nothing else stands in a sentence or line: "16 left"."""
    piece = mentions.piece(match.start())
    return mentions.written(match.span()).of(mentions.figured) == piece.of(mentions.figured)


def _around(mentions: Mentions, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a match on its line."""
    text, (start, end) = mentions.figured, match.span()
    stop = text.find("\n", end)
    return _before(text, start, _REACH), text[end : max(stop, end)][:_REACH]


def _is_planned(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether a plan ends an item with how many are left: "2x/wk, 4 left."."""
    clause = mentions.clause(match.start())
    before, behind = (
        mentions.small[match.start() - 2 : match.start()],
        mentions.small[match.end() :],
    )
    is_item = before == ", " and behind[:1] in (".", ",", ";", "\n", "")
    return is_item and clause is not None and "plan" in clause.sections


def _before(text: str, start: int, reach: int) -> str:
    """What stands before a place on its line."""
    return text[max(0, start - reach) : start].rpartition("\n")[2]


def _counted(mentions: Mentions, match: re.Match[str]) -> Iterator[Fact]:
    span = mentions.written(match.span())
    yield mentions.fact("visit_counted", span, _slots(int(match["n"])))
    allowed = match.groupdict().get("of")
    if allowed:
        yield mentions.fact("visits_allowed", span, _slots(int(allowed)))


def _slots(number: int) -> dict[str, SlotValue]:
    return {"is": number, "given": True, "alone": True}
