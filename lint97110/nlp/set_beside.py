"""What is told of one side beside the same of the other: "R flex 140. L flex 168"."""

import re
from collections.abc import Iterator

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions

_TELLS = re.compile(
    r"\d|\b(?:neg\w*|pos\w*|normal|nil|none|acceptable|clear|free|steady|min|mod|max|mild)\b|[+]"
)
_DOSE = re.compile(r"(?<![a-z])x[ ]?\d")
_ENDS_IN_FIGURE = re.compile(r"\d[^.;:]*[,;(]$")
_BARE_DOSE = re.compile(r"[ ]\d+ ?x ?\d")
_PAIRED = re.compile(r"\b(?:l|r|lt|rt|left|right)[ ]\d+ ?x ?\d[^,.;]*, ?$")
_TO = re.compile(r"\b(?:to|toward|towards|onto|into|over|past)[ ](?:the |his |her |their )?$")
_LABEL = re.compile(r"[ ]?[a-z ]{0,30}:")  # "LEFT LEG:", as "RIGHT LEG:"
_MARK = re.compile(r"[.,;:()\n]")
_THING = re.compile(r"[a-z]{2,}")
_REACH = 24
_LETTERS = 5  # by which words are the same: "flex", "flexion"
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))
_NEAR = 3  # sentences or lines before a place, and behind it


def other(side: str) -> str:
    """The other one of two sides."""
    return "left" if side == "right" else "right"


def is_set_beside(mentions: Mentions, side: Mention) -> bool:
    """Whether the same is told of the side of the case nearby, or it is no more than a figure.

    "R flex 140. L flex 168", "heel raise R x 12, heel raise L x 12", "knee R 0-110; L 0-130".
    """
    text = mentions.small
    start, end = own_item(text, side)
    if _TO.search(text[start : side.start]) and not _is_part(mentions, side):
        return True
    if _LABEL.match(text, side.end) and any(
        each.value != side.value and _LABEL.match(text, each.end) for each in mentions.of("sides")
    ):
        return True
    if _TELLS.search(text, start, end) is None:
        return False
    named = set(things(mentions, Span(start, end)))
    piece, side_told = mentions.piece(side.start), f"sides.{other(side.value)}"
    is_dosed = _DOSE.search(text, start, end) is not None
    opens = not (is_dosed or text[start : side.start].strip(" and"))
    if _BARE_DOSE.match(text, side.end) and _PAIRED.search(text, piece.start, start):
        return True  # "SLS L 3x20 s, R 1x30 s"
    if opens and len(named) <= 1 and _ENDS_IN_FIGURE.search(text, piece.start, start):
        return True
    if is_dosed and side_told not in mentions.groups(piece):
        named = set(things(mentions, piece))
    near: set[str] = set()
    is_near = False
    is_ahead = _is_ahead(mentions, side.start)
    for stretch in _around(mentions, side):
        if _is_ahead(mentions, stretch.start) and not is_ahead:
            continue  # a condition of the plan measures nothing
        groups = mentions.groups(stretch)
        is_plain = "sides" not in groups and not is_dosed and stretch.start < start
        if _TELLS.search(text, stretch.start, stretch.end) and (side_told in groups or is_plain):
            is_near = is_near or side_told in groups or bool(named)
            near.update(things(mentions, stretch, Span(start, end)))
    return is_near and named.issubset(near)


def _is_ahead(mentions: Mentions, offset: int) -> bool:
    """Whether what stands there is a plan or a goal."""
    clause = mentions.clause(offset)
    return clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)


def _is_part(mentions: Mentions, side: Mention) -> bool:
    """Whether a part of the body stands right behind a side, or a word between them."""
    return any(
        each.group in ("regions", "limbs")
        and _MARK.search(mentions.small, side.end, each.start) is None
        and each.start - side.end <= _REACH
        for each in mentions.behind(side.end)[:2]
    )


def own_item(text: str, side: Mention) -> Span:
    """What stands between two marks around a side."""
    return Span(
        max(text.rfind(mark, 0, side.start) + 1 for mark in _MARKS),
        min((at for mark in _MARKS if (at := text.find(mark, side.end)) >= 0), default=len(text)),
    )


_MARKS = (",", ";", ". ", "\n", "(", ")", " / ")


def things(mentions: Mentions, span: Span, without: Span | None = None) -> Iterator[str]:
    """The first letters of each word that is not a small one, nor a side."""
    small = mentions.lexicon.sets["held.nothing"]
    for match in _THING.finditer(mentions.small, span.start, span.end):
        is_out = without is not None and without.start <= match.start() < without.end
        if match.group() not in small and not is_out:
            yield match.group()[:_LETTERS]


def _around(mentions: Mentions, side: Mention) -> Iterator[Span]:
    """The sentences and lines around a side, its own one first."""
    before = behind = mentions.piece(side.start)
    yield before
    for _ in range(_NEAR):
        before = mentions.piece(max(0, before.start - 3))
        behind = mentions.piece(min(len(mentions.small), behind.end + 2))
        yield from (before, behind)
