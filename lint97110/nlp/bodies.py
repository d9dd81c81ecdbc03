"""Which part of the body, and which side of it, a note speaks of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.limbs import is_dominance, is_general, is_measured, is_old, stray_sides
from lint97110.nlp.mentions import Mention, Mentions

_NAMES_THE_PROBLEM = re.compile(
    r"\b(?:dx|diagnosis|s/p|status post|referral|referred for|reason for (?:visit|referral))\b"
    r"|^[ \t*|-]*(?:problem|condition|injury|procedure|operation|surgery|sx|op|reason|for|why"
    r"|indication|complaint|cc|chief complaint)[ \t]*[:>|]",
    re.MULTILINE,
)
_REACH = 24  # characters between a side and its region: "R total knee", "left distal radius"
_ELSEWHERE = frozenset(("history", "medications", "precautions", "home_program", "administrative"))


class Problem(NamedTuple):
    """The statements that say what the patient is treated for, and where the head ends."""

    statements: frozenset[int]
    front: int


def body_facts(mentions: Mentions) -> Iterator[Fact]:
    """`sided` for each region with its side, `region` for each region: the problem's is `given`.

    `alone` says that the statement compares nothing and tells of today.
    """
    given = _problem(mentions)
    is_general_head = any(
        is_general(mentions, each) and _is_given(each, given) for each in mentions.every
    )
    regions = [
        each
        for each in mentions.of("regions")
        if not (is_dominance(mentions.reading.text, each) or goes_back(mentions, each))
    ]
    old = _old(mentions, regions, given)
    sided = tuple(_sided(mentions, regions, given, old))
    yield from _foreign(mentions, regions, given, is_general=is_general_head)
    yield from sided
    told = {each.value for each in regions if _is_given(each, given) and each.start not in old}
    # The problem may name a region and, further off, its side: "Right index and middle finger".
    apart = told - {fact.slots["of"] for fact in sided if fact.slots["given"]}
    known = [f.span for f in sided if not f.slots["given"] and f.slots["of"] not in apart]
    for span, side, is_treated in stray_sides(mentions, given.statements, told):
        is_new = is_treated or not any(span.overlaps(each) for each in known)
        slots: dict[str, SlotValue] = {
            "is": side,
            "of": "limb",
            "given": is_treated,
            "alone": is_new,
        }
        yield mentions.fact("sided", span, slots)


def goes_back(mentions: Mentions, region: Mention) -> bool:
    """Whether "back" is where somebody goes: "held back", "back at work"."""
    text, start, end = mentions.small, region.start, region.end
    if text[start:end] != "back":
        return False
    before = _WORD_BEFORE.search(text, max(0, start - _SIDE_REACH * 2), start)
    return _RETURNS.match(text, end) is not None or (
        before is not None and before["word"] in mentions.lexicon.sets["returns.words"]
    )


_RETURNS = re.compile(r"[ ](?:at|to|in|on|into|from|for|by|when|if|after|next|up|home|off)\b")
_WORD_BEFORE = re.compile(r"\b(?P<word>[a-z]+) $")


def _foreign(
    mentions: Mentions, regions: list[Mention], given: Problem, *, is_general: bool
) -> Iterator[Fact]:
    """`region` for each region that is named."""
    text = mentions.small
    past = _past(mentions, regions, given)
    vague = {mention.start for mention in mentions.of("vague")}
    is_back = any(e.value == "back" and _is_given(e, given) for e in regions)
    for mention in regions:
        if mention.start in past:
            continue
        is_wound = _WOUND.match(text, mention.end) is not None
        is_measured = _MEASURED.match(text, mention.end) is not None and _SIDE.search(
            text, max(0, mention.start - _SIDE_REACH), mention.start
        )
        may_be = is_wound or not (is_general or (mention.start in vague and not is_measured))
        if is_back and mention.value in _CARRIED:
            may_be = may_be and _is_strong(mentions, mention)
        slots: dict[str, SlotValue] = {
            "is": mention.value,
            "given": _is_given(mention, given),
            "alone": may_be and _is_alone(mentions, mention, _TOLD),
        }
        yield mentions.fact("region", Span(mention.start, mention.end), slots)


def _past(mentions: Mentions, regions: list[Mention], given: Problem) -> frozenset[int]:
    """What the problem names of long ago beside that of today: "carpal tunnel release 2021"."""
    told = [each for each in regions if _is_given(each, given)]
    old = {each.start for each in told if is_old(mentions, each)}
    return frozenset(old) if len(old) < len(told) else frozenset()


_CARRIED = ("shoulder", "neck")  # a note of a back speaks of them in lifting and in posture


def _is_strong(mentions: Mentions, region: Mention) -> bool:
    """Whether a region is measured, or has pain: not "waist to shoulder 30 lb"."""
    before = mentions.small[max(0, region.start - _SIDE_REACH) : region.start]
    return _PLACE.search(before) is None and is_measured(mentions, region.end)


_PLACE = re.compile(r"\b(?:to|at|over|above|below|past|from|or|and)[ -](?:the )?$")
_TOLD = ("both.told", "others")
_COMPARED = ("both", "others")
_SIDES = ("sides.left", "sides.right")
_SIDE_REACH = 7
_SIDE = re.compile(r"\b(?:right|left|rt|lt|r|l)[ ]$")
_WOUND = re.compile(
    r"[ ](?:surgical )?(?:incision|scar|wound|portals?|graft|sutures?|staples|dressing)"
)
_MEASURED = re.compile(
    r"[ ](?:pain )?(?:\d{1,2}/10|flexion|extension|a?a?rom|prom|pain|swelling|edema|strength|mmt)\b"
)


def _old(mentions: Mentions, regions: list[Mention], given: Problem) -> frozenset[int]:
    """Where the problem names an old one beside that of today: "R knee OA, L TKA 2019"."""
    sides = {each.value for each in mentions.of("sides") if _is_given(each, given)}
    if len(sides) == 1:
        return frozenset()
    return frozenset(
        each.start for each in regions if _is_given(each, given) and is_old(mentions, each)
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
        or (_is_given(mention, given) and (side := _side_behind(mentions, mention)) is not None)
    ]
    where = {
        (mention.statement, mention.value, side.value)
        for mention, side in found
        if not _is_given(mention, given)
    }
    for mention, side in found:
        own = mention.statement
        one_side = not mentions.groups(mentions.piece(mention.start)).issuperset(_SIDES)
        other = "left" if side.value == "right" else "right"
        slots: dict[str, SlotValue] = {
            "is": side.value,
            "of": mention.value,
            "given": _is_given(mention, given) and mention.start not in old,
            "alone": _is_alone(mentions, mention, _COMPARED)
            and one_side
            and not any(
                (at, mention.value, other) in where and _are_measured(mentions, own, at)
                for at in (own - 1, own + 1)
            ),
        }
        whole = Span(min(side.start, mention.start), max(side.end, mention.end))
        yield mentions.fact("sided", whole, slots)


def _are_measured(mentions: Mentions, *statements: int) -> bool:
    """Whether each of the statements has a figure, as where one side is measured for the other."""
    text = mentions.reading.text
    every = mentions.reading.statements
    return all(
        at < len(every) and any(char.isdigit() for char in every[at].span.of(text))
        for at in statements
    )


def _problem(mentions: Mentions) -> Problem:
    """What says what the patient is treated for.

    The head goes to the end of the paragraph of the problem, where that stands in it.
    """
    statements = mentions.reading.statements
    found = {
        mentions.statement(match.start()) for match in _NAMES_THE_PROBLEM.finditer(mentions.small)
    }
    found |= {at for at, each in enumerate(statements) if "diagnosis" in each.sections}
    front = mentions.head_end
    starts = [statements[at].span.start for at in found if at < len(statements)]
    first = min((start for start in starts if start < front), default=front)
    blank = mentions.small.find("\n\n", first, front)
    return Problem(frozenset(found), blank if blank >= 0 else front)


def _is_given(mention: Mention, given: Problem) -> bool:
    return mention.start < given.front or mention.statement in given.statements


def _is_alone(mentions: Mentions, mention: Mention, others: tuple[str, ...]) -> bool:
    clause = mentions.clause(mention.start)
    if others is _COMPARED and _is_topic(mentions, mention):
        return False
    if clause is None or not _ELSEWHERE.isdisjoint(clause.sections):
        return False
    near = mentions.groups(mentions.piece(mention.start))
    return clause.status != "historical" and near.isdisjoint(others)


def _is_topic(mentions: Mentions, region: Mention) -> bool:
    """Whether a sentence begins with the region and tells how it is: "Right thumb fine."

    So one speaks of the other side. What is measured or treated there is another matter.
    """
    piece = mentions.piece(region.start)
    opening = mentions.small[piece.start : region.start]
    return (
        _OPENING.fullmatch(opening) is not None
        and not is_measured(mentions, region.end)
        and _AS_BEFORE.match(mentions.small, region.end) is None
    )


_AS_BEFORE = re.compile(r"[ ](?:still|no longer|continues|again|now|remains)\b")


_OPENING = re.compile(
    r"(?:[soap][ ]?[:>-]+)?[\s*•>-]*(?:but |and |his |her |the )?(?:right|left|rt|lt|r|l)[ ]"
    r"(?:[a-z]+[ ]){0,2}"
)


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
