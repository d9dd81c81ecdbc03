"""How long ago surgery was: "6 weeks post-op", "POD 14", "nine weeks since the repair"."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions

_POST = r"post[- ]?op(?:erative(?:ly)?)?\b|post[- ]?surg\w*|p/o\b|s/p\b|status[- ]post\b"
_UNIT_FIRST = re.compile(  # "POD 14", "post-op week 6", "week 6 post-op"
    r"\b(?:po(?P<a>[dw])|(?:post[- ]?op(?:erative)?|s/p)[ ](?P<b>day|week|wk)s?"
    r"|(?P<c>week|wk|day)(?=[ \t]*#?[ \t]*\d{1,3}[ ]+(?:" + _POST + r")))"
    r"[ \t]*#?:?[ \t]*(?P<n>\d{1,3})(?![\w/.]\d|\d)"
)
_NUMBER_FIRST = re.compile(
    r"(?<![\w/.-])(?P<n>\d{1,3})(?:[ \t]*|-)(?P<unit>d|days?|w|wks?|weeks?)"
    r"(?:[ ]?\d[ ]?d(?:ays?)?)?[ \t-]+"
    r"(?P<link>" + _POST + r"|post\b|after\b|since\b|following\b|from\b|ago\b|out\b(?![ ]of\b))"
)
_AT = re.compile(  # where the note tells when surgery was: "At 6 weeks she is ahead"
    r"(?:^|[.;:(]|\b[soap]:)[ \t]*(?:at|now(?: at)?)[ ]"
    r"(?P<unit_said>(?P<n>\d{1,3})[ ]+(?P<unit>weeks?|wks?))"
    r"(?=,|[ ](?:she|he|they|the (?:patient|pt)|pt|patient)\b)",
    re.MULTILINE,
)
_OPENS = re.compile(r"(?:^|[.;:] |\b[soap]:)[ \t*•-]*at[ ]$")
_FROM = re.compile(r"[ ]from\b")
_REACH_BEHIND = 40
_STOPS = re.compile(r"[.,;:()\n]| and ")
_STANDS = re.compile(
    r"(?:^|[.;:,(] *|\b(?:now|is|currently|about|approx\w*|almost|pt|patient|he|she) |~)$"
)
_NOT_TODAY = re.compile(
    r"\b(?:next|until|till|by|before|after|since|at|last|prior|previous|from|through|every|per|on"
    r"|md|surgeon|follow[- ]?up|in|report due|progress|first|initial|goal|if|when|started|begun"
    r"|removed|was|were|lasted|for)\b[^.\n]{0,24}$"
)
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))
_NOT_NOW = _AHEAD | {"historical"}
_OF_THEN = frozenset(("after", "following", "from", "ago"))  # in a history these tell of then
_WEEK, _REACH = 7, 24
_SURE = ("post", "p/o", "s/p", "status")


def since_facts(mentions: Mentions) -> Iterator[Fact]:
    """`since_surgery` in days, for each place that tells it of today."""
    text = mentions.figured
    for match in _UNIT_FIRST.finditer(text):
        unit = match["a"] or match["b"] or match["c"]
        if _is_now(mentions, match, ""):
            yield _fact(mentions, match.span(), int(match["n"]), unit)
    for match in _NUMBER_FIRST.finditer(text):
        if _is_of_surgery(mentions, match) and _is_now(mentions, match, match["link"]):
            end = match.end() if match["link"].startswith(_SURE) else match.end("unit")
            yield _fact(mentions, (match.start(), end), int(match["n"]), match["unit"])
    for match in _AT.finditer(text):
        clause = mentions.clause(match.start("n"))
        if clause is not None and "plan" not in clause.sections and clause.status not in _NOT_NOW:
            yield _fact(mentions, match.span("unit_said"), int(match["n"]), match["unit"])


def _is_now(mentions: Mentions, match: re.Match[str], link: str) -> bool:
    """Whether it is told of today; "At 6 weeks post-op she" opens a sentence about today."""
    start = match.start()
    clause = mentions.clause(start)
    never = _NOT_NOW if link in _OF_THEN else _AHEAD
    if clause is not None and clause.status in never and start >= mentions.head_end:
        return False
    before = mentions.small[max(0, start - _REACH) : start].rpartition("\n")[2]
    return _OPENS.search(before) is not None or _NOT_TODAY.search(before) is None


def _is_of_surgery(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether what is counted from is an operation."""
    text, link, end = mentions.small, match["link"], match.end()
    if link.startswith(_SURE) and link != "post":
        return True
    if link == "out":
        before = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        is_told = _FROM.match(text, end) is None or _names_operation(mentions, end)
        return is_told and _STANDS.search(before) is not None
    if link == "ago":
        piece = mentions.piece(match.start())
        return "operations" in mentions.groups(Span(piece.start, match.start()))
    return _names_operation(mentions, end)


def _names_operation(mentions: Mentions, start: int) -> bool:
    """Whether the words right behind a place name an operation."""
    stop = _STOPS.search(mentions.small, start, start + _REACH_BEHIND)
    end = stop.start() if stop else start + _REACH_BEHIND
    return "operations" in mentions.groups(Span(start, end))


def _fact(mentions: Mentions, span: tuple[int, int], number: int, unit: str) -> Fact:
    days = number * _WEEK if unit.startswith("w") else number
    slots: dict[str, SlotValue] = {"is": days, "given": True, "alone": True}
    return mentions.fact("since_surgery", mentions.written(span), slots)
