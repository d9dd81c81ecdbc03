"""Where in its course a note stands: the number of the visit, the weeks since surgery, the day."""

import re
from collections.abc import Iterator

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions

_VISIT = re.compile(
    r"\b(?:visit|session)[ \t]*(?:#|no\.?|number|count|:|\.+)*[ \t]*#?[ \t]*"
    r"(?P<n>\d{1,3})(?:[ \t]*(?:of|out of)[ \t]*(?P<of>\d{1,3}))?"
    r"(?!\d|[/.:%-]\d|[ \t]*(?:min|x\b|units?|weeks?|wks?|days?|times))"
)
_NTH = re.compile(r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)[ \t]+(?:visit|session|treatment)\b")
_NOT_TODAY = re.compile(
    r"\b(?:next|until|till|by|before|after|since|at|last|prior|previous|from|through|every|per|on"
    r"|md|surgeon|follow[- ]?up|in|report due|progress|first|initial|home|er|ed|office|goal|if|when"
    r"|missed|was)\b[^.\n]{0,24}$"
)
_OF_THEN = re.compile(r"\b(?:on|at|since|from|until|till|by|after|before|last|prior|vs)[ \t]+$")
_TODAY = re.compile(r"\b(?:today|this|is|seen for)\b[^.\n]{0,16}$")
_SINCE = re.compile(
    r"\b(?:(?P<unit>pod|pow)[ \t]*#?:?[ \t]*(?P<n>\d{1,3})\b"
    r"|(?P<m>\d{1,3})[ \t-]*(?P<what>d|days?|wks?|weeks?)[ \t]+"
    r"(?:post[- ]?op\w*|s/p|after surgery|out from surgery))"
)
_NOT_NOW = frozenset(("planned", "conditional", "goal", "ordered", "historical"))
_WEEK = 7


def counter_facts(mentions: Mentions) -> Iterator[Fact]:
    """`visit_counted`, `visits_allowed` and `since_surgery`, each with its number."""
    yield from _visits(mentions)
    yield from _since(mentions)


def _visits(mentions: Mentions) -> Iterator[Fact]:
    text = mentions.small
    for match in _VISIT.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
        in_head = match.start() < mentions.head_end
        if _OF_THEN.search(before) or (
            _NOT_TODAY.search(before) and not (in_head or _TODAY.search(before))
        ):
            continue
        if in_head or match["of"] or not before.strip() or _TODAY.search(before):
            yield from _counted(mentions, match)
    for match in _NTH.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].rpartition("\n")[2]
        if match.start() < mentions.head_end or _TODAY.search(before):
            yield from _counted(mentions, match)


def _counted(mentions: Mentions, match: re.Match[str]) -> Iterator[Fact]:
    span = Span(*match.span())
    slots: dict[str, SlotValue] = {
        "is": int(match["n"]),
        "given": True,
        "alone": True,
    }
    yield _fact(mentions, "visit_counted", span, slots)
    allowed = match.groupdict().get("of")
    if allowed:
        yield _fact(mentions, "visits_allowed", span, {**slots, "is": int(allowed)})


def _since(mentions: Mentions) -> Iterator[Fact]:
    text = mentions.small
    for match in _SINCE.finditer(text):
        clause = mentions.clause(match.start())
        before = text[max(0, match.start() - 24) : match.start()].rpartition("\n")[2]
        if (clause and clause.status in _NOT_NOW) or _NOT_TODAY.search(before):
            continue
        number = int(match["n"] or match["m"])
        is_weeks = match["unit"] == "pow" or (match["what"] or "").startswith("w")
        slots: dict[str, SlotValue] = {
            "is": number * _WEEK if is_weeks else number,
            "given": True,
            "alone": True,
        }
        yield _fact(mentions, "since_surgery", Span(*match.span()), slots)


def _fact(mentions: Mentions, kind: str, span: Span, slots: dict[str, SlotValue]) -> Fact:
    clause = mentions.clause(span.start) or Clause(span, "performed", ("header",))
    return Fact(kind, span, clause, slots)
