"""Which part of the body, and which side of it, a note speaks of."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.foreign import foreign_facts, goes_back, is_idle
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.old_matters import is_old
from lint97110.nlp.problem import Problem, is_given, problem_of
from lint97110.nlp.sides import other
from lint97110.nlp.stray_region import stray_region
from lint97110.nlp.stray_side import stray_side
from lint97110.nlp.treated import is_dominance, is_general

_REACH = 24  # characters between a side and its region: "R total knee", "left distal radius"


def body_facts(mentions: Mentions) -> Iterator[Fact]:
    """`sided` for each region with its side, `region` for each region: the problem's is `given`.

    `alone` says that the statement compares nothing and tells of today.
    """
    given = problem_of(mentions)
    is_general_head = any(
        is_general(mentions, each) and is_given(each, given) for each in mentions.every
    )
    regions = [
        each
        for each in mentions.of("regions")
        if not (
            is_dominance(mentions.reading.text, each)
            or goes_back(mentions, each)
            or is_idle(mentions, each)
        )
    ]
    old = _old(mentions, regions, given)
    sided = tuple(_sided(mentions, regions, given, old))
    yield from foreign_facts(mentions, regions, given, is_general=is_general_head)
    yield from sided
    told = {each.value for each in regions if is_given(each, given) and each.start not in old}
    found = stray_side(mentions, given, frozenset(told))
    if found is not None:
        slots: dict[str, SlotValue] = {"is": found.side, "of": "case", "given": True, "alone": True}
        yield mentions.fact("sided", found.told, slots)
        slots = {"is": other(found.side), "of": "case", "given": False, "alone": True}
        yield mentions.fact("sided", found.stray, slots)
    yield from _stray_region(mentions, given, told)


def _stray_region(mentions: Mentions, given: Problem, told: set[str]) -> Iterator[Fact]:
    """The one place that tells of another part of the body than the case."""
    found = stray_region(mentions, given, told)
    if found is not None:
        slots: dict[str, SlotValue] = {"is": "own", "of": "case", "given": True, "alone": True}
        yield mentions.fact("region", Span(0, 0), slots)
        slots = {"is": found.area, "of": "case", "given": False, "alone": True}
        yield mentions.fact("region", found.span, slots)


def _old(mentions: Mentions, regions: list[Mention], given: Problem) -> frozenset[int]:
    """Where the problem names an old one beside that of today: "R knee OA, L TKA 2019"."""
    sides = {each.value for each in mentions.of("sides") if is_given(each, given)}
    if len(sides) == 1:
        return frozenset()
    return frozenset(
        each.start for each in regions if is_given(each, given) and is_old(mentions, each)
    )


def _sided(
    mentions: Mentions, regions: list[Mention], given: Problem, old: frozenset[int]
) -> Iterator[Fact]:
    """`sided` for each region that has its side."""
    sides = list(mentions.of("sides"))
    found = [
        (mention, side)
        for mention in regions
        if (side := _side_of(mention, sides, mentions.reading.text)) is not None
        or (is_given(mention, given) and (side := _side_behind(mentions, mention)) is not None)
    ]
    for mention, side in found:
        whole = Span(min(side.start, mention.start), max(side.end, mention.end))
        slots: dict[str, SlotValue] = {
            "is": side.value,
            "of": mention.value,
            "given": is_given(mention, given) and mention.start not in old,
            "alone": False,
        }
        yield mentions.fact("sided", whole, slots)


def _side_of(region: Mention, sides: list[Mention], text: str) -> Mention | None:
    """The side that stands right before a region, or in brackets behind it."""
    before = [side for side in sides if side.end <= region.start]
    if before and _joins(text[before[-1].end : region.start]):
        return before[-1]
    behind = next((side for side in sides if side.start >= region.end), None)
    if behind is not None and text[region.end : behind.start].strip(" ") == "(":
        return behind
    return None


def _side_behind(mentions: Mentions, region: Mention) -> Mention | None:
    """The side behind a region that a problem names: "total hip L", "ankle sprain, right"."""
    near = mentions.behind(region.end)
    side = next((each for each in near if each.group in ("sides", "regions")), None)
    if side is None or side.group != "sides":
        return None
    gap = mentions.small[region.end : side.start]
    following = next((each for each in near if each.start >= side.end), None)
    is_next = following is not None and following.group == "regions"
    is_its_own = is_next and following is not None and following.start - side.end <= _NEXT
    return side if _BEHIND.fullmatch(gap) and not is_its_own else None


_BEHIND = re.compile(r"(?:[ ][a-z]+)?,?[ ](?:- )?")
_NEXT = 2
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
