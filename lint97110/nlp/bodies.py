"""Which part of the body, and which side of it, a note speaks of."""

import re
from collections.abc import Iterator, Mapping

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mentions import Mention, Mentions

_NAMES_THE_PROBLEM = re.compile(
    r"\b(?:dx|diagnosis|s/p|status post|referral|referred for|reason for (?:visit|referral))\b",
    re.IGNORECASE,
)
_REACH = 24  # characters between a side and its region: "R total knee", "left distal radius"
_ELSEWHERE = frozenset(("history", "medications", "precautions", "home_program", "administrative"))


def body_facts(mentions: Mentions) -> Iterator[Fact]:
    """`sided` for each region with its side, `region` for each region: the problem's is `given`.

    `alone` says that the statement compares nothing and tells of today.
    """
    given = _statements_of_the_problem(mentions)
    sides = list(mentions.of("sides"))
    per_statement = _sides_by_statement(sides)
    is_general = any(
        each.group == "general" and _is_given(mentions, each, given) for each in mentions.every
    )
    vague = {mention.start for mention in mentions.of("vague")}
    for mention in mentions.of("regions"):
        is_given = _is_given(mentions, mention, given)
        span = Span(mention.start, mention.end)
        alone = _is_alone(mentions, mention)
        slots: dict[str, SlotValue] = {
            "is": mention.value,
            "given": is_given,
            "alone": alone and not is_general and mention.start not in vague,
        }
        yield _fact(mentions, "region", span, slots)
        side = _side_of(mention, sides, mentions.reading.text)
        if side is not None:
            one_side = len(per_statement.get(mention.statement, ())) == 1
            told: dict[str, SlotValue] = {
                "is": side.value,
                "of": mention.value,
                "given": is_given,
                "alone": alone and one_side,
            }
            whole = Span(min(side.start, mention.start), max(side.end, mention.end))
            yield _fact(mentions, "sided", whole, told)


def _statements_of_the_problem(mentions: Mentions) -> frozenset[int]:
    """The statements that say what the patient is treated for."""
    found = set()
    for at, statement in enumerate(mentions.reading.statements):
        if "diagnosis" in statement.sections or _NAMES_THE_PROBLEM.search(
            statement.span.of(mentions.reading.text)
        ):
            found.add(at)
    return frozenset(found)


def _is_given(mentions: Mentions, mention: Mention, given: frozenset[int]) -> bool:
    return mention.start < mentions.head_end or mention.statement in given


def _sides_by_statement(sides: list[Mention]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = {}
    for side in sides:
        found.setdefault(side.statement, set()).add(side.value)
    return found


def _is_alone(mentions: Mentions, mention: Mention) -> bool:
    clause = mentions.clause(mention.start)
    if clause is None or not _ELSEWHERE.isdisjoint(clause.sections):
        return False
    near = mentions.by_statement.get(mention.statement, frozenset())
    return clause.status != "historical" and near.isdisjoint(("both", "others"))


def _side_of(region: Mention, sides: list[Mention], text: str) -> Mention | None:
    """The side that stands right before a region, or in brackets behind it."""
    before = [side for side in sides if side.end <= region.start]
    if before and _joins(text[before[-1].end : region.start]):
        return before[-1]
    behind = next((side for side in sides if side.start >= region.end), None)
    if behind is not None and text[region.end : behind.start].strip(" ") == "(":
        return behind
    return None


_MOST_BETWEEN = 2
_PARTING = frozenset(
    ("and", "or", "with", "to", "of", "on", "the", "in", "at", "for", "than", "is")
)


def _joins(gap: str) -> bool:
    """Whether a side belongs to a region behind it: no mark between them, and two words at most.

    >>> [_joins(gap) for gap in (" ", " reverse total ", " and ", ", ")]
    [True, True, False, False]
    """
    words = gap.lower().split()
    is_open = any(mark in gap for mark in ",;:/.&+\n")
    is_near = len(gap) <= _REACH and len(words) <= _MOST_BETWEEN
    return not is_open and is_near and _PARTING.isdisjoint(words)


def _fact(mentions: Mentions, kind: str, span: Span, slots: dict[str, SlotValue]) -> Fact:
    clause = mentions.clause(span.start) or Clause(span, "performed", ("header",))
    return Fact(kind, span, clause, slots)
