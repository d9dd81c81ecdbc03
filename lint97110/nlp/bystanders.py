"""Whether somebody who is named is no patient: who gives orders, is written to, or is met."""

import re

from lint97110.nlp.mentions import Mentions

_ALONE_ON_ITS_LINE = re.compile(
    r"[ \t]*(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \t]+[A-Z][\w'’-]+[ \t]*$", re.MULTILINE
)
_ADDRESSED = re.compile(r"\b(?:dear|to|attn|attention|cc)[:.]?\s+$", re.IGNORECASE)
_OTHERS = frozenset(("others",))


def is_anothers(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether who is named beside a title is written to, gives orders, or stands beside others."""
    text = mentions.reading.text
    return (
        not _is_alone(mentions, match.start())
        or is_attributed(text, match)
        or _is_addressed(text, match.start())
        or _is_advisers(text, match.span())
        or _is_met(mentions, match.start())
        or text.startswith(" (", match.end())
    )


def is_attributed(text: str, match: re.Match[str]) -> bool:
    """Whether a name is no more than added to what somebody did: "hip replacement, Mr. Vane"."""
    before, behind = text[: match.start()].rstrip(" \t")[-1:], text[match.end() :].lstrip(" \t")[:1]
    return before in _ADDED and behind in _PARTED


_ADDED = (",", "(", ";", "/", "-", "–")
_PARTED = ("", "\n", ",", ")", ".", ";")


def _is_met(mentions: Mentions, offset: int) -> bool:
    """Whether a plan is to see whoever is named: "measure on 30 June with Mr. Abara"."""
    clause = mentions.clause(offset)
    is_ahead = clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)
    return _WITH.search(mentions.small[max(0, offset - 12) : offset]) is not None and (
        is_ahead or _DATED.search(mentions.small, max(0, offset - 48), offset) is not None
    )


_AHEAD = frozenset(("planned", "conditional", "ordered"))
_WITH = re.compile(r"\b(?:with|w/|by|from|for|via|to)[ ]$")
_DATED = re.compile(r"\bon (?:the )?(?:\d|[a-z]+day)|\d/\d")


def _is_addressed(text: str, start: int) -> bool:
    """Whether a letter is written to, or by, whoever is named there: "Dear Ms. Vane"."""
    return _ADDRESSED.search(text[max(0, start - 12) : start]) is not None or (
        _ALONE_ON_ITS_LINE.match(text, text.rfind("\n", 0, start) + 1) is not None
    )


def _is_advisers(text: str, span: tuple[int, int]) -> bool:
    """Whether whoever is named gives orders or advice: "on Mr Faulds' advice", "per Ms. Vane"."""
    start, end = span
    before = text[max(0, start - 24) : start]
    return _BY_ORDER.search(before) is not None or _ORDER.match(text, end) is not None


_BY_ORDER = re.compile(
    r"\b(?:per|under|surgeon|consultant|referred by|referral from|letter from|seen by|review with"
    r"|follow[- ]up with|f/u with|clinic with|list of|until|by)[:,]?\s+$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:['’]s?)?\s+(?:(?:from|of) (?:the )?[a-z]+|advice|request|list|team|clinic|orders?"
    r"|protocol|instructions?|review|office"
    r"|recommendations?|rooms|referral|letter|registrar|secretary)\b",
    re.IGNORECASE,
)


def _is_alone(mentions: Mentions, offset: int) -> bool:
    """Whether nobody else is named in the sentence."""
    return _OTHERS.isdisjoint(mentions.groups(mentions.piece(offset)))
