"""Which limb a note treats, and which side of it, by its problem or by most of what it tells."""

import re
from collections import Counter

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.other_side import is_of_the_brain, is_old
from lint97110.nlp.problem import Problem

_ARM = frozenset(("shoulder", "elbow", "hand"))
_LEG = frozenset(("hip", "knee", "ankle"))
LIMBS = {"upper": _ARM, "lower": _LEG, "body": _ARM | _LEG}
_TRUNK = frozenset(("neck", "back"))
_NERVES = {"neck": "upper", "back": "lower"}  # where the limb is that a pinched root goes to
_OF_BODY = frozenset(("regions", "limbs", "general", "nerves", "vague"))
_LEVEL = re.compile(r"\b(?:c[3-8]|t1|l[1-5]|s[12])(?![\w])")
_WRITES = re.compile(r"[- ]?(?:hand(?:ed)?)?[- ]?(?:dominan\w*|dom\b|handed)")
_HEMI = re.compile(r"hemi|stroke\b|cva\b")
_HALF = re.compile(r"hemi|stroke\b|cva\b|tia\b|neuro\b|cerebral|weakness|gait|fall|balance")
_NEW_HIP = re.compile(r"\b(?:s/p|fx|fracture|hip)\b[^.;\n]*$")
_TITLE = re.compile(r"Ms\.?[ \t]+[A-Z]")
_DOMINANT = re.compile(r"[- ]?(?:dominan\w*|dom\b|handed)", re.IGNORECASE)
_DOMINANT_IS = re.compile(r"\bdominan(?:t|ce)(?: is)?[ :]*(?:the )?$", re.IGNORECASE)
_ALL = Span(0, 10**9)
_MANY, _REACH = 4, 28

Sided = tuple[Span, str]
"""A side where it stands, and which it is."""


def treated_limb(
    mentions: Mentions, given: Problem, told: frozenset[str]
) -> tuple[str, Sided] | None:
    """The one limb that is treated, with its side; `told` are the regions of the problem."""
    limb = _limb(mentions, given, told)
    treated = _treated(mentions, given, is_body=limb == "body")
    if treated is None and _OF_BODY.isdisjoint(e.group for e in _heads(mentions, given)):
        limb, treated = _by_most(mentions)
    return None if treated is None or limb is None else (limb, treated)


def treated_side(mentions: Mentions, given: Problem) -> str | None:
    """The one side that the problem names, where it names a side."""
    found = _treated(mentions, given, is_body=True)
    return found[1] if found else None


def is_half(mentions: Mentions) -> bool:
    """Whether the note treats one half of the body, or a limb that is gone."""
    return any(
        each.value == "limb" or _is_hemi(mentions.small, each) for each in mentions.of("general")
    ) or any(each.value == "prosthetic" for each in mentions.of("topics"))


def _is_hemi(text: str, mention: Mention) -> bool:
    """Whether a word says that one half of the body is weak; "s/p hemi" is a new hip."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    return _HEMI.match(text, mention.start) is not None and _NEW_HIP.search(before) is None


def is_dominance(text: str, region: Mention) -> bool:
    """Whether a hand is named as the one that somebody writes with: "R-hand dominant"."""
    before = text[max(0, region.start - _REACH) : region.start]
    return _DOMINANT.match(text, region.end) is not None or _DOMINANT_IS.search(before) is not None


def is_general(mentions: Mentions, mention: Mention) -> bool:
    """Whether a word says that more is treated than a region; the title in "Ms. Quill" does not."""
    if mention.group != "general":
        return False
    if mentions.small[mention.start : mention.end] == "hemi" and not _is_hemi(
        mentions.small, mention
    ):
        return False
    return _TITLE.match(mentions.reading.text, mention.start) is None


def _by_most(mentions: Mentions) -> tuple[str | None, Sided | None]:
    """The limb and the side that nearly all of a note tells of, where nothing names its problem."""
    sides, limbs = Counter(each.value for each in mentions.of("sides")), Counter[str]()
    for each in mentions.of("regions"):
        limbs.update(limb for limb in ("upper", "lower") if each.value in LIMBS[limb])
    if not sides or not limbs or len(limbs) > 1 or "both.compared" in mentions.groups(_ALL):
        return None, None
    [(value, count), *others] = sides.most_common()
    first = next(each for each in mentions.of("sides") if each.value == value)
    is_plain = count >= _MANY and sum(n for _, n in others) == 1
    return (min(limbs), (Span(first.start, first.end), value)) if is_plain else (None, None)


def _treated(mentions: Mentions, given: Problem, *, is_body: bool) -> Sided | None:
    """The first side of the problem, where its first part that has sides names one alone.

    What else the problem names, "Right carpal tunnel release 2018", is another one or an old one.
    The side of the brain is not that of the body.
    """
    text = mentions.small
    every = [
        side
        for side in mentions.of("sides")
        if not (_is_of_writing(text, side) or _is_of_family(mentions, side))
    ]
    if is_body:
        every = [side for side in every if not is_of_the_brain(text, side)]
    sides = [
        side for side in every if side.statement in given.statements and side.start < given.head
    ]
    sides = sides or [
        side for side in every if side.start < given.head or side.statement in given.statements
    ]
    if not sides:
        return None
    first = mentions.part(sides[0].start)
    own = [side for side in sides if first.start <= side.start < first.end]
    is_one = len({side.value for side in own}) == 1
    is_new = own == sides or any(is_old(mentions, side) for side in sides if side not in own)
    compared = any(_compares(mentions, s.statement) for s in sides) and own == sides
    is_known = is_one and is_new and not compared
    return (Span(sides[0].start, sides[0].end), sides[0].value) if is_known else None


def _is_of_family(mentions: Mentions, side: Mention) -> bool:
    """Whether a side is that of a relative: "His wife has a broken ankle on the left"."""
    piece = mentions.piece(side.start)
    return not _FAMILY.isdisjoint(mentions.groups(Span(piece.start, side.start)))


_FAMILY = frozenset(("others.family", "others.men_of_family", "others.women_of_family"))


def _is_of_writing(text: str, side: Mention) -> bool:
    """Whether a side is that of the hand that somebody writes with: "dominant hand R"."""
    before = text[max(0, side.start - _REACH) : side.start].removesuffix("hand ")
    return _WRITES.match(text, side.end) is not None or _DOMINANT_IS.search(before) is not None


def _compares(mentions: Mentions, statement: int) -> bool:
    """Whether a problem compares the sides; which hand somebody writes with compares nothing."""
    return any(
        each.statement == statement
        and each.value == "compared"
        and not mentions.small.startswith(("dominant", "handed", "side"), each.start)
        for each in mentions.of("both")
    )


def _heads(mentions: Mentions, given: Problem) -> list[Mention]:
    """What the head and the problem mention of the body and of what ails it."""
    return [
        each
        for each in mentions.every
        if each.start < given.head or each.statement in given.statements
    ]


def _limb(mentions: Mentions, given: Problem, told: frozenset[str]) -> str | None:
    """The one limb that is treated; none where the trunk is, or the whole body.

    Where one side of the body is weak, it is that: "body".
    """
    heads = _heads(mentions, given)
    whole = [each for each in heads if each.value == "whole" and is_general(mentions, each)]
    if whole:
        text = mentions.small
        is_hemi = any(_HEMI.match(text, each.start) for each in whole)
        is_other = any(_HALF.match(text, each.start) is None for each in whole)
        return "body" if is_hemi and not is_other else None
    if any(each.group == "general" and each.value == "limb" for each in heads):
        return "body"
    trunk = told & _TRUNK
    if trunk:
        is_nerve = any(each.group == "nerves" for each in heads)
        return _NERVES[min(trunk)] if is_nerve and len(trunk) == 1 else None
    found = {limb for limb, regions in LIMBS.items() if limb != "body" and told & regions}
    if not found and any(each.group == "nerves" for each in heads):
        levels = _LEVEL.finditer(mentions.small, heads[0].start, heads[-1].end)
        found = {"upper" if match.group().startswith("c") else "lower" for match in levels}
    found = found or {each.value for each in heads if each.group == "limbs"}
    return found.pop() if len(found) == 1 else None
