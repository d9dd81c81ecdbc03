"""The one place that treats, or speaks of, the side that the note does not treat.

Of the other side a note tells a great deal: it is compared, leads on stairs, holds the cane, hurt
years ago. So a place counts only where it is spoken of as the treated one: hands are laid on it, an
exercise is done with it alone, it has changed, or it still falls short.
"""

import re
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import FAMILY, Mention, Mentions
from lint97110.nlp.old_matters import has_year
from lint97110.nlp.problem import Problem, is_given
from lint97110.nlp.sides import is_of_the_brain, other, own_item
from lint97110.nlp.treated import LIMBS, TOLD_APART, is_half, sides_of_head, treated_side

_PEOPLE = FAMILY | {"others.outside"}
_BODY = ("regions", "limbs")
_DOSE = re.compile(r"\b\d+[ ]?(?:x|×|min\b|['’]|reps?)|x[ ]?\d|(?:/\d+){3}")
_BETWEEN = re.compile(r"(?:[ ][a-z]+){0,2}[ ]")
_FIGURE = re.compile(r"[ ,:]*(?:\w+[ ]){0,2}-?\d")
_FORE = re.compile(r"(?:[a-z][a-z-]*[a-z]|[)0-9]),?[ ](?:on[ ](?:the[ ])?)?$")
_AS_WELL = re.compile(
    r"(?:\b(?:to|towards?|from|over|of|vs[.]?|than|against|with|below|above|behind|beyond)[ ]"
    r"(?:the[ ])?|[(])$"
)
_ALIKE = re.compile(r"each[ ](?!side|leg|arm|hand|limb|way|foot|knee|hip)[a-z]|too[ ][a-z]")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)?")
_BEFORE, _BEHIND = 4, 2  # words around a side
_REACH = 28


class StraySide(NamedTuple):
    """Where the side of the case is told, which it is, and the one place that tells another."""

    told: Span
    side: str
    stray: Span


class _Case(NamedTuple):
    """What the head says: the side, the limbs, and what else bears on what a side may mean."""

    side: str
    regions: frozenset[str]
    limbs: frozenset[str]
    is_trunk: bool  # the neck or the back: a side of theirs is nobody's limb
    is_half: bool  # one half of the body is weak, or a limb is gone: what it shows counts alone
    is_known: bool  # the head tells of the other side of that limb too, or it is an ear


class _Place(NamedTuple):
    """A side, the part of the body beside it, and what stands between two marks around it."""

    side: Mention
    part: Mention | None
    item: Span
    piece: Span

    @property
    def end(self) -> int:
        """Where the words of the side end; with its part, where that stands behind it."""
        return max(self.side.end, self.part.end if self.part else 0)


def stray_side(mentions: Mentions, given: Problem, told: frozenset[str]) -> StraySide | None:
    """The one place that tells the other side; `told` are the regions of the problem."""
    treated = treated_side(mentions, given)
    if treated is None:
        return None
    case = _case(mentions, given, treated, told)
    strays = [
        found
        for each in mentions.of("sides")
        if each.value != case.side
        and each.start > treated.start
        and each.statement not in given.statements
        and (found := _stray(mentions, each, case)) is not None
    ]
    if not case.limbs or len(strays) != 1:
        return None
    return StraySide(Span(treated.start, treated.end), case.side, strays[0])


def _case(mentions: Mentions, given: Problem, treated: Mention, told: frozenset[str]) -> _Case:
    near = mentions.within(_place(mentions, treated).item)
    told |= {each.value for each in near if each.group == "regions"}
    side = treated.value
    regions = told & {region for parts in LIMBS.values() for region in parts}
    limbs = {limb for limb, parts in LIMBS.items() if not told.isdisjoint(parts)}
    limbs |= {each.value for each in mentions.of("limbs") if is_given(each, given)}
    limbs |= {each.value for each in near if each.group == "limbs"}
    if is_half(mentions, given):
        limbs |= set(LIMBS)
    is_trunk = not told.isdisjoint(("neck", "back"))
    case = _Case(
        side, regions, frozenset(limbs), is_trunk, is_half(mentions, given), is_known=False
    )
    others = (each for each in sides_of_head(mentions, given) if each.value != side)
    parts = [_place(mentions, each).part for each in others]
    return case._replace(
        is_known=limbs == {"head"} or any(part is None or _is_of_it(part, case) for part in parts)
    )


def _is_of_it(part: Mention, case: _Case) -> bool:
    """Whether a part of the body is one of the limb that is treated."""
    if part.group == "regions" and case.regions and not case.is_half:
        return part.value in case.regions
    return part.value in case.limbs or any(part.value in LIMBS.get(e, ()) for e in case.limbs)


def _stray(mentions: Mentions, side: Mention, case: _Case) -> Span | None:
    """The words of a side, where they are spoken of as those of the treated one."""
    place = _place(mentions, side)
    is_of_it = not case.is_trunk if place.part is None else _is_of_it(place.part, case)
    if not (is_of_it and _is_told_of_today(mentions, side)) or _is_explained(mentions, place):
        return None
    is_meant = _is_handled(mentions, place) or (
        not case.is_known and (_is_dosed(mentions, place, case) or _fails(mentions, place, case))
    )
    if not is_meant:
        return None
    if place.end > side.end:
        return Span(side.start, place.end)
    text, start = mentions.small, max(0, side.start - _REACH)
    fore = _FORE.search(text, start, side.start)
    is_set_beside = _AS_WELL.search(text, start, side.start) is not None
    return None if is_set_beside else Span(fore.start() if fore else side.start, side.end)


def _is_told_of_today(mentions: Mentions, side: Mention) -> bool:
    """Whether the therapist tells it of today, and not of the brain."""
    clause = mentions.clause(side.start)
    return (
        clause is not None
        and TOLD_APART.isdisjoint(clause.sections)
        and clause.status != "historical"
        and not mentions.is_quoted(side.start)
        and not is_of_the_brain(mentions.small, side)
    )


def _place(mentions: Mentions, side: Mention) -> _Place:
    item, text = own_item(mentions.small, side), mentions.small
    part = next(
        (
            each
            for each in mentions.behind(side.end)
            if each.group in _BODY
            and each.start < item.end
            and _BETWEEN.fullmatch(text, side.end, each.start)
        ),
        None,
    )
    if part is None:
        before = mentions.within(Span(max(item.start, side.start - _REACH), side.start))
        part = next((each for each in reversed(before) if each.group in _BODY), None)
    return _Place(side, part, item, mentions.piece(side.start))


def _is_explained(mentions: Mentions, place: _Place) -> bool:
    """Whether its sentence compares, tells of an old matter or of somebody else, or of a hold."""
    text, sets = mentions.small, mentions.lexicon.sets
    groups = mentions.groups(place.piece)
    if (
        f"sides.{other(place.side.value)}" in groups
        or has_year(mentions, place.side)
        or not _PEOPLE.isdisjoint(groups)
    ):
        return True
    if any(
        each.group == "both" and not _ALIKE.match(text, each.start)
        for each in mentions.within(place.piece)
    ):
        return True
    before = _WORDS.findall(text, place.item.start, place.side.start)
    behind = _WORDS.findall(text, place.side.end, place.item.end)
    near = (*before[-_BEFORE:], *behind[:_BEHIND])
    return not (sets["held.near"] | sets["held.well"]).isdisjoint((*before, *behind)) or not sets[
        "held.beside"
    ].isdisjoint(near)


def _is_handled(mentions: Mentions, place: _Place) -> bool:
    """Whether hands are laid on it: "mobs to the left talus"; or it is a "residual limb"."""
    words = _WORDS.findall(mentions.small, place.item.start, place.item.end)
    is_treated = not mentions.lexicon.sets["held.treated"].isdisjoint(words)
    return is_treated or "done.treats" in mentions.groups(place.item)


def _is_dosed(mentions: Mentions, place: _Place, case: _Case) -> bool:
    """Whether an exercise is done with it, and not with the treated one in a row of its own."""
    text = mentions.small
    if case.is_half or not mentions.names_done(place.piece):
        return False
    following = text.find(",", place.item.end + 1, place.piece.end)
    end = following if following >= 0 else place.piece.end
    if _DOSE.search(text, place.item.start, end) is None:
        return False
    other = _OTHER.get(text[place.side.start : place.side.end])
    before = _NAMED.search(text, max(0, place.side.start - _REACH), place.side.start)
    behind = _NAMES.match(text, place.side.end)
    is_own_row = before is not None and f"{before.group()}{other}" in text
    return not is_own_row and (behind is None or f"{other}{behind.group()}" not in text)


_OTHER = {"l": "r", "r": "l", "left": "right", "right": "left"}
_NAMED = re.compile(r"[a-z]{3,}[ ]$")
_NAMES = re.compile(r"[ ][a-z]{3,}")


def _fails(mentions: Mentions, place: _Place, case: _Case) -> bool:
    """Whether it has changed or still falls short: "R quad strength is what limits him"."""
    clause = mentions.clause(place.side.start)
    shows = "signs" in mentions.groups(place.item)
    if case.is_half:
        return place.part is not None and shows
    words = _WORDS.findall(mentions.small, place.piece.start, place.piece.end)
    is_argued = clause is not None and "assessment" in clause.sections
    is_changed = not mentions.lexicon.sets["held.changed"].isdisjoint(words)
    if place.part is not None:
        return is_argued or is_changed or shows
    is_history = _FIGURE.match(mentions.small, place.side.end) is not None and "was" in words
    return is_history or (is_argued and is_changed)
