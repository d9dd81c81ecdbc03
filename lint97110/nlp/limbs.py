"""The other side of the limb that is treated, where no region stands beside it to compare."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.other_side import is_explained, item
from lint97110.nlp.problem import Problem
from lint97110.nlp.set_beside import other
from lint97110.nlp.treated import LIMBS, treated_limb

_DOSE = re.compile(
    r"\b(?:\d+[ ]?(?:x|×|min|m\b|ft\b|reps?|sec|s\b|\"|')|x[ ]?\d"
    r"|\d+[ ]?lbs?|gr(?:ade)?[ .]*[iv1-5]+\b)"
)
_BEHIND = re.compile(r"[ ,]*(?:(?:in|for|at) )?(?:(?P<word>[a-z]+)|\d{1,3}(?!/10|\d))")
_GOES_ON = re.compile(
    r"[ ]*(?:$|[,.;:(]|only\b|alone\b|x?[ ]?\d|w/|gr\b|grade\b|single\b|against\b)"
)
_FORE = re.compile(r"(?:[a-z][a-z-]*[a-z]|[)0-9]),?[ ](?P<on>on[ ](?:the[ ])?)?$")
_TOWARD = re.compile(
    r"\b(?:to|toward|towards|from|into|and|or|with|the|in|is|was|by|at|of|lead|leads)[ ]$"
)
_ON_THE = re.compile(
    r"\b(?P<word>[a-z]+) (?:is |was )?(?:\w+ )?(?:on|of) (?:the )?$|\b(?P<bare>[a-z]+) $"
)
_REACH = 28
_FOUND = re.compile(  # what a test found: "Spurling mildly positive L"
    r"(?:\+ ?ve|[+]|\b(?:mildly |still )?(?:positive|negative|pos|neg)|reflex|tight|\d)[ ]"
    r"(?:on the )?$"
    r"|\bon (?:the )?$"
)
_FIGURE = re.compile(r"[ ]-?\d")
_WEIGHT = frozenset(
    ("weight", "load", "loading", "push-off", "tightness", "tenderness", "weakness", "pain")
)
_SUBJECTIVE = "subjective"


def stray_sides(
    mentions: Mentions, given: Problem, told: Iterable[str]
) -> Iterator[tuple[Span, str, bool]]:
    """The side of the limb that is treated, and one place that speaks of the other one.

    `given` is the problem, `told` the regions that it names. Where more than one place speaks of
    the other side the note treats both, or compares.
    """
    found = treated_limb(mentions, given, frozenset(told))
    if found is None:
        return
    limb, (span, value) = found
    places = [
        place
        for side in mentions.of("sides")
        if side.value != value
        and side.statement not in given.statements
        and side.start >= given.head
        and (place := _stray(mentions, side, limb))
    ]
    if len(places) == 1:
        yield span, value, True
        yield places[0], other(value), False


def is_measured(mentions: Mentions, offset: int) -> bool:
    """Whether a measure, or a figure, stands there: right behind a region."""
    match = _BEHIND.match(mentions.small, offset)
    if match is None or match["word"] is None:
        return match is not None
    return ("done", "measures") in mentions.lexicon.readings.get(match["word"], ())


def _stray(mentions: Mentions, side: Mention, limb: str) -> Span | None:
    """The words that treat, measure or describe the limb of the other side."""
    clause = mentions.clause(side.start)
    if clause is None or _SUBJECTIVE in clause.sections:
        return None
    part = _part_behind(mentions, side, limb)
    end = part.end if part is not None else side.end
    if is_explained(mentions, side, end):
        return None
    around = item(mentions.small, mentions.part(side.start), side.start)
    if limb == "body" and "signs" not in mentions.groups(around):
        return None
    if part is not None:
        return Span(side.start, part.end)
    return None if limb == "body" else _fore(mentions, side, around, limb)


def _fore(mentions: Mentions, side: Mention, around: Span, limb: str) -> Span | None:
    """What is done or measured, right before its side: "stretch, right", "strength on the left"."""
    text, whole = mentions.small, mentions.part(side.start)
    before, behind = text[whole.start : side.start], text[side.end : around.end]
    measure = _ON_THE.search(before)
    if measure is not None:
        word = measure["word"] or measure["bare"]
        is_one = ("done", "measures") in mentions.lexicon.readings.get(word, ()) or word in _WEIGHT
        is_plain = measure["word"] is not None or _FIGURE.match(behind) is not None
        if is_one and is_plain:
            return Span(side.start - len(measure.group()), side.end)
    piece = mentions.piece(side.start)
    found = _FOUND.search(before)
    tested = Span(max(whole.start, side.start - _REACH), side.start)
    if found is not None and limb in LIMBS and mentions.names_done(tested):
        return Span(side.start - len(found.group()), side.end)
    is_treated = "done.treats" in mentions.groups(piece)
    is_treated = is_treated or (limb in LIMBS and mentions.names_done(tested))
    is_treated = is_treated or _DOSE.search(text, piece.start, piece.end) is not None
    if not (is_treated and _GOES_ON.match(behind)):
        return None
    fore = _FORE.search(before)
    if fore is not None and fore["on"] is None and _TOWARD.search(before):
        return None
    return Span(side.start - len(fore.group()), side.end) if fore else None


_MOST_BETWEEN = 2
_PARTING = frozenset(
    (
        "and",
        "or",
        "with",
        "to",
        "of",
        "on",
        "the",
        "in",
        "at",
        "for",
        "than",
        "is",
        "was",
        "then",
        "from",
        "by",
    )
)
_MARKS = re.compile(r"[,;:/.&+()\n]|\d")


def _part_behind(mentions: Mentions, side: Mention, limb: str) -> Mention | None:
    """The part of the limb right behind a side, or a measure of it: "L arm", "R hip abd 4/5"."""
    text = mentions.small
    for each in mentions.behind(side.end):
        gap = text[side.end : each.start]
        words = gap.split()
        if _MARKS.search(gap) or len(words) > _MOST_BETWEEN or not _PARTING.isdisjoint(words):
            return None
        is_part = each.group == "limbs" and limb in (each.value, "body")
        if is_part or (each.group == "regions" and each.value in LIMBS.get(limb, ())):
            return each
        is_measure = (each.group, each.value) == ("done", "measures")
        if is_measure and limb != "body" and _FIGURED.match(text, each.end):
            return each
    return None


_FIGURED = re.compile(r"[ ](?:is |was |mmt |strength |to |of )?-?\d")
