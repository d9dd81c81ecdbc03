"""Whether somebody who is named is no patient: who gives orders, is written to, or has a part."""

import re

from lint97110.model import Span
from lint97110.nlp.mentions import Mentions

_ALONE_ON_ITS_LINE = re.compile(
    r"[ \t]*(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \t]+[A-Z][\w'’-]+[ \t]*$", re.MULTILINE
)
_ROLE = re.compile(r"(?P<role>[A-Za-z/-]+(?:er|or|ist|ian|ant|ent|son|man|ee|ive)),?[ ]$")
BESIDE = re.compile(  # between who somebody is and the name: "her sons Ada and Ruth"
    r"(?:[ ,:(/&-]|\b(?:and|or|the|his|her|their|a|an|named|called)\b"
    r"|[A-Z]\w+[ ,](?! )|[A-Z]\.[ ])*$"
)
_BEHIND = re.compile(
    r"[ ,(]*(?:\b(?:is|was|and|or|the|his|her|their|a|an|from|of|at|in|our)\b ?){0,3}(?:[a-z-]+ )?$"
)
_ADDED = (",", "(", ";", "/", "-", "–")
_PARTED = ("", "\n", ",", ")", ".", ";")
_OF_PATIENT = re.compile(r"\b(?:[Pp]atient|[Cc]lient|[Pp]t|[Rr]esident|[Cc]laimant)[.]?, $")
_REACH, _FAR = 24, 48


def is_anothers(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether who is named beside a title is written to, gives orders, or stands beside others."""
    return is_introduced(mentions, match) or mentions.reading.text.startswith(" (", match.end())


def is_introduced(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether it is told there who that is, so that the name may stand anywhere else."""
    return (
        _has_part(mentions, match)
        or _is_attributed(mentions.reading.text, match)
        or _is_addressed(mentions, match.start())
        or _is_advisers(mentions, match.span())
    )


def _is_attributed(text: str, match: re.Match[str]) -> bool:
    """Whether a name is no more than added to what somebody did: "hip replacement, Mr. Vane"."""
    before, behind = text[: match.start()].rstrip(" \t")[-1:], text[match.end() :].lstrip(" \t")[:1]
    return (
        before in _ADDED
        and behind in _PARTED
        and not _OF_PATIENT.search(text, max(0, match.start() - _REACH), match.start())
    )


def _has_part(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether it is said who that is: "helmet maker Mr. Vane", "Mr. Vane, her boss"."""
    start, end = match.span()
    text, words = mentions.small, mentions.lexicon.people
    before = text[max(0, start - _REACH) : start].rpartition(". ")[2]
    role = _ROLE.search(before)
    if role is not None and not words.no_role.fullmatch(role["role"]):
        return True
    if words.beside_somebody.search(before) or words.described.match(text, end):
        return True
    piece = mentions.piece(start)
    for each in mentions.within(Span(piece.start, min(len(text), end + _FAR))):
        if each.group != "others":
            continue
        if each.end <= start and BESIDE.fullmatch(mentions.reading.text, each.end, start):
            return True
        if each.start >= end and _BEHIND.fullmatch(text, end, each.start):
            return True
    return False


def _is_addressed(mentions: Mentions, start: int) -> bool:
    """Whether a letter is written to, or by, whoever is named there: "Dear Ms. Vane"."""
    text = mentions.reading.text
    before = mentions.small[max(0, start - _REACH) : start]
    return mentions.lexicon.people.addressed.search(before) is not None or (
        _ALONE_ON_ITS_LINE.match(text, text.rfind("\n", 0, start) + 1) is not None
    )


def _is_advisers(mentions: Mentions, span: tuple[int, int]) -> bool:
    """Whether whoever is named gives orders or advice: "on Mr Faulds' advice", "per Ms. Vane"."""
    start, end = span
    words, before = mentions.lexicon.people, mentions.small[max(0, start - _REACH) : start]
    return (
        words.by_order.search(before) is not None
        or words.order.match(mentions.small, end) is not None
    )
