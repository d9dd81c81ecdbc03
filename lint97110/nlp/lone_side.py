"""One lone mention of the other side in a note that tells of one side everywhere else.

Every mention of a side either speaks of the case or has its reason: it is compared, a device has
it, somebody turns to it, it was treated long ago. Where many speak of one side with no reason and
a single one of the other, that one is left over.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.other_side import is_explained, is_of_the_brain, is_old, item, other

_FEWEST, _MANY = 2, 3  # mentions that tell a side where no problem names it
_TIMES = 2  # as often as the other side
_BODY = frozenset(("regions", "limbs", "done", "nerves"))
_APART = frozenset(("signature", "charges", "subjective", "goals"))
_TELLS = re.compile(r"\d|\b(?:neg\w*|pos\w*|normal|nil|none|acceptable|clear|free|steady)\b|[+]")
_INITIAL = re.compile(r"[.][ ]?[a-z]|[ ][a-z][\w'’-]+,? (?:pt|ot|otr|pta|cota|dpt|md)\b")
_DOSE = re.compile(r"\d[ ]?x[ ]?\d|x[ ]?\d")
_ENDS_IN_FIGURE = re.compile(r"\d[^.;:]*[,;(]$")
_TO = re.compile(r"\b(?:to|toward|towards|onto|into|over|past)[ ](?:the |his |her |their )?$")
_THING = re.compile(r"[a-z]{3,}")
_NEXT_WORD = re.compile(r"[ ]*[a-z][a-z-]+")
_WORD_BEFORE = re.compile(r"[a-z][a-z/-]*[ ,:]{1,2}(?:on[ ](?:the[ ])?)?$")
_REACH = 24
_LETTERS = 5  # by which words are the same: "flex", "flexion"
_NEAR = 3  # sentences or lines before a place, and behind it


class LoneSide(NamedTuple):
    """Where the side of the case is told, which it is, and the one place that tells another."""

    told: Span
    side: str
    stray: Span


def lone_side(mentions: Mentions, treated: str | None, *, half: bool | None) -> LoneSide | None:
    """The one place that tells the other side, where there is a single one.

    `treated` is the side of the problem, where that is known.
    """
    if half is None:
        return None
    sides = [each for each in mentions.of("sides") if not _is_nobody(mentions, each)]
    plain = [each for each in sides if _is_plain(mentions, each)]
    side = treated or _told_by_most(plain, sides)
    if side is None:
        return None
    own = [each for each in plain if each.value == side]
    strays = [each for each in plain if each.value != side and not is_set_beside(mentions, each)]
    if (
        len(strays) != 1
        or len(own) < _FEWEST
        or not _is_of_the_body(mentions, strays[0], half=half)
    ):
        return None
    return LoneSide(Span(own[0].start, own[0].end), side, _words(mentions, strays[0]))


def _told_by_most(plain: Collection[Mention], every: Collection[Mention]) -> str | None:
    """The side that most mentions tell; of few, nearly all must tell it, with a reason or none."""
    [(side, count), *_] = Counter(each.value for each in plain).most_common() or [("", 0)]
    same = sum(each.value == side for each in every)
    is_told = count >= _MANY or (count >= _FEWEST and same > _TIMES * (len(every) - same))
    return side if is_told and count * _TIMES > len(plain) else None


def _is_nobody(mentions: Mentions, side: Mention) -> bool:
    """Whether a letter is one of a name, "R. Vance, OTR/L", or the side is that of the brain."""
    is_letter = side.end - side.start == 1
    is_initial = is_letter and _INITIAL.match(mentions.small, side.end) is not None
    return is_initial or is_of_the_brain(mentions.small, side)


def _is_plain(mentions: Mentions, side: Mention) -> bool:
    """Whether nothing explains why the note speaks of a side there."""
    clause = mentions.clause(side.start)
    if clause is None or not _APART.isdisjoint(clause.sections):
        return False
    return not (is_explained(mentions, side, side.end) or is_old(mentions, side))


def is_set_beside(mentions: Mentions, side: Mention) -> bool:
    """Whether the same is told of the side of the case nearby, or it is no more than a figure.

    "R flex 140. L flex 168", "heel raise R x 12, heel raise L x 12", "knee R 0-110; L 0-130".
    """
    text = mentions.small
    start, end = _item(text, side)
    if _TO.search(text[start : side.start]) and not _is_part(mentions, side):
        return True
    if _TELLS.search(text, start, end) is None:
        return False
    things = set(_things(mentions, Span(start, end)))
    piece, side_told = mentions.piece(side.start), f"sides.{other(side.value)}"
    opens = not text[start : side.start].strip(" and")
    if opens and len(things) <= 1 and _ENDS_IN_FIGURE.search(text, piece.start, start):
        return True
    if _DOSE.search(text, start, end) and side_told not in mentions.groups(piece):
        things = set(_things(mentions, piece))
    near = [
        word
        for stretch in _around(mentions, side)
        if side_told in mentions.groups(stretch) and _tells(mentions, stretch)
        for word in ("", *_things(mentions, stretch, Span(start, end)))
    ]
    return bool(near) and things.issubset(near)


def _is_part(mentions: Mentions, side: Mention) -> bool:
    """Whether a part of the body stands right behind a side, or a word between them."""
    return any(
        each.group in ("regions", "limbs") and each.start - side.end <= _REACH
        for each in mentions.behind(side.end)[:2]
    )


def _tells(mentions: Mentions, span: Span) -> bool:
    return _TELLS.search(mentions.small, span.start, span.end) is not None


def _item(text: str, side: Mention) -> Span:
    """What stands between two marks around a side."""
    return Span(
        max(text.rfind(mark, 0, side.start) + 1 for mark in _MARKS),
        min((at for mark in _MARKS if (at := text.find(mark, side.end)) >= 0), default=len(text)),
    )


_MARKS = (",", ";", ". ", "\n", "(", ")", " / ")


def _things(mentions: Mentions, span: Span, without: Span | None = None) -> Iterator[str]:
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


def _is_of_the_body(mentions: Mentions, side: Mention, *, half: bool) -> bool:
    """Whether the item tells of the body, of what was done with it, or of a figure.

    Where one half of the body is weak, or a limb is gone, the other one works for it: there it
    must show what only the weak one does.
    """
    around = item(mentions.small, mentions.part(side.start), side.start)
    if half:
        return "signs" in mentions.groups(_item(mentions.small, side))
    groups = mentions.groups(around)
    return not _BODY.isdisjoint(groups) or mentions.names_done(around)


def _words(mentions: Mentions, side: Mention) -> Span:
    """A side with the word behind it, or the one before where none is that names a thing."""
    text, small = mentions.small, mentions.lexicon.sets["held.nothing"]
    behind = _NEXT_WORD.match(text, side.end)
    if behind and behind.group().strip() not in small:
        return Span(side.start, behind.end())
    before = _WORD_BEFORE.search(text, max(0, side.start - _REACH), side.start)
    return Span(before.start() if before else side.start, side.end)
