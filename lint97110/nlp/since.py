"""How long ago surgery was: "6 weeks post-op", "POD 14", "nine weeks since the repair"."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions

_REACH_BEHIND = 40
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))
_NOT_NOW = _AHEAD | {"historical"}
_WEEK, _REACH = 7, 24


def since_facts(mentions: Mentions) -> Iterator[Fact]:
    """`since_surgery` in days, for each place that tells it of today."""
    text, words = mentions.figured, mentions.lexicon.surgery
    for match in words.unit_first.finditer(text):
        unit = match["a"] or match["b"] or match["c"]
        if _is_now(mentions, match, ""):
            yield _fact(mentions, match.span(), int(match["n"]), unit)
    for match in words.number_first.finditer(text):
        if _is_of_surgery(mentions, match) and _is_now(mentions, match, match["link"]):
            end = match.end() if match["sure"] or match["post"] else match.end("unit")
            yield _fact(mentions, (match.start(), end), int(match["n"]), match["unit"])
    for match in words.at.finditer(text):
        if words.before_at.search(_before(text, match.start())) and _is_told_now(mentions, match):
            yield _fact(mentions, match.span(), int(match["n"]), match["unit"])
    for match in words.as_expected.finditer(text):
        if _is_told_now(mentions, match):
            yield _fact(mentions, match.span("said"), int(match["n"]), match["unit"])


def _before(text: str, start: int) -> str:
    """What stands before a place on its line, as far as it matters."""
    return text[max(0, start - _REACH) : start].rpartition("\n")[2]


def _is_told_now(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether "at 6 weeks" is told of today: of no plan, and of nothing that was."""
    clause, piece = mentions.clause(match.start("n")), mentions.piece(match.start("n"))
    if clause is None or "plan" in clause.sections or clause.status in _NOT_NOW:
        return False
    is_then = mentions.lexicon.surgery.of_another_time.search
    return is_then(mentions.figured, piece.start, piece.end) is None


def _is_now(mentions: Mentions, match: re.Match[str], link: str) -> bool:
    """Whether it is told of today; "At 6 weeks post-op she" opens a sentence about today."""
    start, words = match.start(), mentions.lexicon.surgery
    clause = mentions.clause(start)
    never = _NOT_NOW if link in words.then else _AHEAD
    if clause is not None and clause.status in never and start >= mentions.head_end:
        return False
    before = _before(mentions.small, start)
    return words.opens.search(before) is not None or words.not_today.search(before) is None


def _is_of_surgery(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether what is counted from is an operation."""
    text, words, end = mentions.small, mentions.lexicon.surgery, match.end()
    if match["sure"]:
        return True
    if match["out"]:
        before = _before(text, match.start())
        is_told = words.from_.match(text, end) is None or _names_operation(mentions, end)
        return is_told and words.stands.search(before) is not None
    if match["ago"]:
        piece = mentions.piece(match.start())
        return "operations" in mentions.groups(Span(piece.start, match.start()))
    return _names_operation(mentions, end)


def _names_operation(mentions: Mentions, start: int) -> bool:
    """Whether the words right behind a place name an operation."""
    stop = mentions.lexicon.surgery.stops.search(mentions.small, start, start + _REACH_BEHIND)
    end = stop.start() if stop else start + _REACH_BEHIND
    return "operations" in mentions.groups(Span(start, end))


def _fact(mentions: Mentions, span: tuple[int, int], number: int, unit: str) -> Fact:
    days = number * _WEEK if unit in mentions.lexicon.surgery.weeks else number
    slots: dict[str, SlotValue] = {"is": days, "given": True, "alone": True}
    return mentions.fact("since_surgery", mentions.written(span), slots)
