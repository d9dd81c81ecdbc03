"""Which side of the body a note treats, by its problem."""

import re
from collections.abc import Sequence

from lint97110.model import Span
from lint97110.nlp.mentions import FAMILY, Mention, Mentions
from lint97110.nlp.old_matters import is_old
from lint97110.nlp.problem import Problem, is_given
from lint97110.nlp.sides import is_of_the_brain, own_item

_ARM = frozenset(("shoulder", "elbow", "hand"))
_LEG = frozenset(("hip", "knee", "ankle"))
LIMBS = {"upper": _ARM, "lower": _LEG}
TOLD_APART = frozenset(
    (
        *("history", "header", "medications", "precautions", "administrative", "subjective"),
        *("home_program", "goals", "signature", "charges"),
    )
)
"""Sections that tell of no treatment of this visit."""
_WRITES = re.compile(r"[- ]?(?:hand(?:ed)?)?[- ]?(?:dominan\w*|dom\b|handed)")
_HEMI = re.compile(r"hemi|stroke\b|cva\b")
_NEW_HIP = re.compile(r"\b(?:s/p|fx|fracture|hip)\b[^.;\n]*$")
_TITLE = re.compile(r"Ms\.?[ \t]+[A-Z]")
_DOMINANT = re.compile(r"[- ]?(?:dominan\w*|dom\b|handed)", re.IGNORECASE)
_DOMINANT_IS = re.compile(r"\bdominan(?:t|ce)(?: is)?[ :]*(?:the )?$", re.IGNORECASE)
_REACH = 28


def is_half(mentions: Mentions, given: Problem) -> bool:
    """Whether the problem is one weak half of the body, or a limb that is gone."""
    return any(
        (each.group == "general" and (each.value == "limb" or _is_hemi(mentions.small, each)))
        or (each.group, each.value) == ("topics", "prosthetic")
        for each in _heads(mentions, given)
    )


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


def treated_side(mentions: Mentions, given: Problem) -> Mention | None:
    """The one side that the problem names, or its first part does.

    Where nothing is labelled as the problem, it is the side that the head tells alone, or the note
    first and most, beside a part of the body.
    """
    heads = sides_of_head(mentions, given)
    told = [e for e in heads if e.statement in given.statements and not is_old(mentions, e)]
    if not told:
        sides = [each for each in mentions.of("sides") if _is_of_body(mentions, each)]
        return _of_a_part(mentions, heads) if _are_one(heads) else _told_most(mentions, sides)
    first, statements = mentions.part(told[0].start), {each.statement for each in told}
    beside = [each for each in told if first.start <= each.start < first.end]
    is_of_both = any(
        each.value == "compared"
        and each.statement in statements
        and _BOTH.match(mentions.small, each.start)
        for each in mentions.of("both")
    )
    return told[0] if _are_one(beside) and not is_of_both else None


def _are_one(sides: Sequence[Mention]) -> bool:
    return len({each.value for each in sides}) == 1


def _of_a_part(mentions: Mentions, sides: Sequence[Mention]) -> Mention | None:
    """The first of the sides that has a part of the body."""
    for each in sides:
        if not _BODY.isdisjoint(mentions.groups(own_item(mentions.small, each))):
            return each
    return None


def _told_most(mentions: Mentions, sides: Sequence[Mention]) -> Mention | None:
    """The side that is told first and most, unless it is an old matter."""
    first = _of_a_part(mentions, sides)
    if first is None or is_old(mentions, first):
        return None
    same = sum(each.value == first.value for each in sides)
    return first if same > len(sides) - same else None


_BODY = frozenset(("regions", "limbs"))


def sides_of_head(mentions: Mentions, given: Problem) -> list[Mention]:
    """The sides of the body that the head tells; those of the brain and of relatives are others."""
    return [
        side
        for side in _heads(mentions, given)
        if side.group == "sides" and _is_of_body(mentions, side)
    ]


def _is_of_body(mentions: Mentions, side: Mention) -> bool:
    """Whether a side is that of the patient's body, and no letter of a name."""
    text = mentions.small
    return not (
        _is_of_writing(text, side)
        or _is_of_family(mentions, side)
        or is_of_the_brain(text, side)
        or _INITIAL.match(mentions.reading.text, side.start)
    )


_INITIAL = re.compile(r"[LR][.][ ]?[A-Z]")
_BOTH = re.compile(r"b(?:oth|il|[ul]e)")


def _is_of_family(mentions: Mentions, side: Mention) -> bool:
    """Whether a side is that of a relative: "His wife has a broken ankle on the left"."""
    piece = mentions.piece(side.start)
    return not FAMILY.isdisjoint(mentions.groups(Span(piece.start, side.start)))


def _is_of_writing(text: str, side: Mention) -> bool:
    """Whether a side is that of the hand that somebody writes with: "dominant hand R"."""
    before = text[max(0, side.start - _REACH) : side.start].removesuffix("hand ")
    return _WRITES.match(text, side.end) is not None or _DOMINANT_IS.search(before) is not None


def _heads(mentions: Mentions, given: Problem) -> list[Mention]:
    """What the head and the problem mention of the body and of what ails it."""
    return [each for each in mentions.every if is_given(each, given)]
