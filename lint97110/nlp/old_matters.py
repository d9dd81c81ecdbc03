"""What a note tells of long ago: with no more than its year, or as an old or another matter."""

import re

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions

_REACH = 28
_NO_REASON = re.compile(  # a good repetition explains no side
    r"good (?:reps?|repetitions?|form|control|quality|contraction|recruitment|technique|activation)"
    r"|(?:no|without|has) (?:\w+ )?lag|extensor lag|new today|year[ -]old"
    r"|(?:leg|limb|tandem|sl) stance"
    r"|too (?:weak|stiff|tight|high|low|far|fast|slow|heavy|hard|early|late|much|many|little|short"
    r"|long|quickly|painful|sore|tired|wide|narrow|deep|straight|loose|unstable|irritable)"
)
_SIDE_ONLY = re.compile(r"\b(?:right|left|rt|lt|r|l) only$")
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-]\d)|(?<= )['’]\d\d\b")
_DAY_BEFORE = re.compile(
    r"\d(?:[a-z]{2})?[ ][a-z]{3,9}[.,]*[ ]$|[a-z]{3,9}[.]?[ ]\d\d?(?:[a-z]{2})?,?[ ]$"
)


def is_old(mentions: Mentions, mention: Mention) -> bool:
    """Whether what stands there is told with no more than its year, or as an old matter."""
    part = _with_brackets(mentions, mention)
    return has_year(mentions, mention) or "both.told" in mentions.groups(part)


def has_year(mentions: Mentions, mention: Mention) -> bool:
    """Whether what stands there is told with no more than its year: "L TKA 2021"."""
    part, text = _with_brackets(mentions, mention), mentions.small
    return any(
        _DAY_BEFORE.search(text[max(0, year.start() - _REACH) : year.start()]) is None
        for year in _YEAR.finditer(text, part.start, part.end + 1)
    )


def _with_brackets(mentions: Mentions, mention: Mention) -> Span:
    part = mentions.part(mention.start)
    if mentions.small[part.end : part.end + 1] != "(":
        return part
    return Span(part.start, mentions.piece(mention.start).end)


def is_told(mentions: Mentions, span: Span) -> bool:
    """Whether a word says that it is another or an old matter, and not that a set was good."""
    text = mentions.small
    apart = [match.span() for match in _NO_REASON.finditer(text, span.start, span.end)]
    return any(
        each.group == "both"
        and each.value == "told"
        and not any(start <= each.start < end for start, end in apart)
        and _SIDE_ONLY.search(text, max(0, each.start - 6), each.end) is None
        for each in mentions.within(span)
    )
