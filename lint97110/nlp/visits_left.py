"""How many visits were made, and how many are left, where that tells of another visit than this."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions

_REACH = 40


def other_counts(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """`visit_counted` for each count of visits from which another visit follows than this one."""
    yield from _remaining(mentions, now)
    yield from _done(mentions, now)


def _remaining(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """The visit that follows from how many are left, where it is another than this, or the next."""
    is_of_another = mentions.lexicon.visits.of_another_count.search
    authorised = _authorised(mentions, int(now["n"]))
    for match in _told_to_be_left(mentions, is_day=bool(now.groupdict().get("day"))):
        allowed = match.groupdict().get("of") or now.groupdict().get("of")
        following = int(allowed) - int(match["n"]) if allowed else int(now["n"])
        is_another = any(map(is_of_another, _around(mentions, match)))
        if is_another and authorised:
            following, is_another, allowed = authorised - int(match["n"]), False, ""
        most = 0 if allowed and not any(map(_WITH_THIS.search, _around(mentions, match))) else 1
        is_elsewhere = abs(following - int(now["n"])) > most
        if is_elsewhere and not is_another:
            yield mentions.fact("visit_counted", mentions.written(match.span()), counted(following))


_WITH_THIS = re.compile(r"\b(?:incl\w*|counting|with today|after (?:this|next)|before)\b")


def _authorised(mentions: Mentions, now: int) -> int:
    """The one number of visits that are authorised, where this one can be among them; else 0."""
    found = mentions.lexicon.visits.authorised.finditer(mentions.figured)
    told = {int(match["a"] or match["b"]) for match in found}
    return told.pop() if len(told) == 1 and max(told) >= now else 0


def _done(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """How many visits were made, where that is neither this one nor the one before."""
    words = mentions.lexicon.visits
    done = _made(mentions)
    totals = tuple(words.total.finditer(mentions.figured, mentions.words))
    told = {int(each["n"]) for each in totals}
    for match in totals:
        is_far = abs(int(match["n"]) - int(now["n"])) > 1
        if is_far and match.start() != now.start() and _TO_DATE.search(match.group()):
            yield mentions.fact(
                "visit_counted", mentions.written(match.span()), counted(int(match["n"]))
            )
    for match in done:
        number = int(match["n"])
        if number in told:
            continue
        is_other = any(map(words.of_another_count.search, _around(mentions, match)))
        is_far = abs(number - int(now["n"])) > 1
        is_now = number > int(now["n"]) or tells_of_now(mentions, match.start())
        if is_far and is_now and not is_other:
            yield mentions.fact("visit_counted", mentions.written(match.span()), counted(number))
    for match in words.attended.finditer(mentions.figured, mentions.words):
        is_counted = (
            match["what"]
            or words.used.match(match.group())
            or (match["of"] and match["of"] == now.groupdict().get("of"))
            or _is_field(mentions, match)
        )
        is_far = abs(int(match["n"]) - int(now["n"])) > 1
        if is_counted and is_far and not _is_of_others(mentions, match.start()):
            span = mentions.written(match.span())
            yield mentions.fact("visit_counted", span, counted(int(match["n"])))


_TO_DATE = re.compile(r"to date|so far")


def _is_field(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether a number fills a field of the head: "Attended: 9"."""
    text, end = mentions.figured, match.end()
    is_labelled = ":" in match.group() and match.start() < mentions.head_end
    return is_labelled and _FIELD_END.match(text, end) is not None


_FIELD_END = re.compile(r"[ \t]*(?:$|\n|[|;,])|[ \t]{2}")


def _made(mentions: Mentions) -> list[re.Match[str]]:
    """Each number of visits that were made, in order: "5 visits done", "over 5 visits"."""
    words, text = mentions.lexicon.visits, mentions.figured
    over = words.over.finditer(text, mentions.words)
    found: list[re.Match[str]] = []
    for match in sorted(
        (*words.done.finditer(text, mentions.counted), *over), key=lambda each: each.start()
    ):
        if not found or match.start() >= found[-1].end():
            found.append(match)
    return found


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
                stands_alone(mentions, match)
                or any(map(words.counted.search, _around(mentions, match)))
                or _is_planned(mentions, match)
            )
        else:
            is_counted = is_day or match["what"] not in words.days
        if is_counted:
            yield match
    yield from words.remaining.finditer(mentions.figured)


def stands_alone(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether nothing else stands in a sentence or line: "16 left"."""
    piece = mentions.piece(match.start())
    return mentions.written(match.span()).of(mentions.figured) == piece.of(mentions.figured)


def _around(mentions: Mentions, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a match on its line."""
    text, (start, end) = mentions.figured, match.span()
    stop = text.find("\n", end)
    return words_before(text, start), text[end : max(stop, end)][:_REACH]


def _is_planned(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether a plan ends an item with how many are left: "2x/wk, 4 left."."""
    clause = mentions.clause(match.start())
    before, behind = (
        mentions.small[match.start() - 2 : match.start()],
        mentions.small[match.end() :],
    )
    is_item = before == ", " and behind[:1] in (".", ",", ";", "\n", "")
    return is_item and clause is not None and "plan" in clause.sections


def tells_of_now(mentions: Mentions, start: int) -> bool:
    """Whether no word of the sentence says that something was or will be."""
    piece = mentions.piece(start)
    then = (mentions.lexicon.visits.at_another_time, mentions.lexicon.surgery.of_another_time)
    return not any(each.search(mentions.figured, piece.start, piece.end) for each in then)


def words_before(text: str, start: int, reach: int = _REACH) -> str:
    """What stands before a place on its line."""
    return text[max(0, start - reach) : start].rpartition("\n")[2]


def counted(number: int) -> dict[str, SlotValue]:
    """What a count of visits tells."""
    return {"is": number, "given": True, "alone": True}
