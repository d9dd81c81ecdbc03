"""The other side of the limb that is treated, where no region stands beside it to compare."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.other_side import is_explained, is_of_the_brain, is_old, item
from lint97110.nlp.set_beside import other

_LIMBS = {
    "upper": frozenset(("shoulder", "elbow", "hand")),
    "lower": frozenset(("hip", "knee", "ankle")),
}
_LIMBS["body"] = _LIMBS["upper"] | _LIMBS["lower"]
_TRUNK = frozenset(("neck", "back"))
_NERVES = {"neck": "upper", "back": "lower"}  # where the limb is that a pinched root goes to
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
    mentions: Mentions, given: Collection[int], told: Iterable[str]
) -> Iterator[tuple[Span, str, bool]]:
    """The side of the limb that is treated, and one place that speaks of the other one.

    `given` are the statements of the problem, `told` the regions that it names. Where more than
    one place speaks of the other side the note treats both, or compares.
    """
    limb = _limb(mentions, given, frozenset(told))
    treated = _treated(mentions, given, is_body=limb == "body")
    if treated is None and _OF_BODY.isdisjoint(e.group for e in _heads(mentions, given)):
        limb, treated = _by_most(mentions)
    if treated is None or limb is None:
        return
    span, value = treated
    places = [
        place
        for side in mentions.of("sides")
        if side.value != value
        and side.statement not in given
        and side.start >= mentions.head_end
        and (place := _stray(mentions, side, limb))
    ]
    if len(places) == 1:
        yield span, value, True
        yield places[0], other(value), False


def is_half(mentions: Mentions) -> bool:
    """Whether the note treats one half of the body, or a limb that is gone."""
    return any(
        each.value == "limb" or _is_hemi(mentions.small, each) for each in mentions.of("general")
    ) or any(each.value == "prosthetic" for each in mentions.of("topics"))


def _is_hemi(text: str, mention: Mention) -> bool:
    """Whether a word says that one half of the body is weak; "s/p hemi" is a new hip."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    return _HEMI.match(text, mention.start) is not None and _NEW_HIP.search(before) is None


_NEW_HIP = re.compile(r"\b(?:s/p|fx|fracture|hip)\b[^.;\n]*$")


def treated_side(mentions: Mentions, given: Collection[int]) -> str | None:
    """The one side that the problem names, where it names a side."""
    found = _treated(mentions, given, is_body=True)
    return found[1] if found else None


def _by_most(mentions: Mentions) -> tuple[str | None, tuple[Span, str] | None]:
    """The limb and the side that nearly all of a note tells of, where nothing names its problem."""
    sides, limbs = Counter(each.value for each in mentions.of("sides")), Counter[str]()
    for each in mentions.of("regions"):
        limbs.update(limb for limb in ("upper", "lower") if each.value in _LIMBS[limb])
    if not sides or not limbs or len(limbs) > 1 or "both.compared" in mentions.groups(_ALL):
        return None, None
    [(value, count), *others] = sides.most_common()
    first = next(each for each in mentions.of("sides") if each.value == value)
    is_plain = count >= _MANY and sum(n for _, n in others) == 1
    return (min(limbs), (Span(first.start, first.end), value)) if is_plain else (None, None)


_MANY = 4
_ALL = Span(0, 10**9)


def is_measured(mentions: Mentions, offset: int) -> bool:
    """Whether a measure, or a figure, stands there: right behind a region."""
    match = _BEHIND.match(mentions.small, offset)
    if match is None or match["word"] is None:
        return match is not None
    return ("done", "measures") in mentions.lexicon.readings.get(match["word"], ())


def is_dominance(text: str, region: Mention) -> bool:
    """Whether a hand is named as the one that somebody writes with: "R-hand dominant"."""
    return _DOMINANT.match(text, region.end) is not None


def is_general(mentions: Mentions, mention: Mention) -> bool:
    """Whether a word says that more is treated than a region; the title in "Ms. Quill" does not."""
    if mention.group != "general":
        return False
    return _TITLE.match(mentions.reading.text, mention.start) is None


_TITLE = re.compile(r"Ms\.?[ \t]+[A-Z]")
_DOMINANT = re.compile(r"[- ]?(?:dominan\w*|dom\b|handed)", re.IGNORECASE)


def _treated(
    mentions: Mentions, given: Collection[int], *, is_body: bool
) -> tuple[Span, str] | None:
    """The first side of the problem, where its first part that has sides names one alone.

    What else the problem names, "Right carpal tunnel release 2018", is another one or an old one.
    The side of the brain is not that of the body.
    """
    text = mentions.small
    every = [side for side in mentions.of("sides") if not _WRITES.match(text, side.end)]
    if is_body:
        every = [side for side in every if not is_of_the_brain(text, side)]
    sides = [side for side in every if side.statement in given and side.start < mentions.head_end]
    sides = sides or [
        side for side in every if side.start < mentions.head_end or side.statement in given
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


def _compares(mentions: Mentions, statement: int) -> bool:
    """Whether a problem compares the sides; which hand somebody writes with compares nothing."""
    return any(
        each.statement == statement
        and each.value == "compared"
        and not mentions.small.startswith(("dominant", "handed", "side"), each.start)
        for each in mentions.of("both")
    )


_WRITES = re.compile(r"[- ]?(?:hand(?:ed)?)?[- ]?(?:dominan\w*|dom\b|handed)")
_HEMI = re.compile(r"hemi|stroke\b|cva\b")
_HALF = re.compile(r"hemi|stroke\b|cva\b|tia\b|neuro\b|cerebral|weakness|gait|fall|balance")


def _heads(mentions: Mentions, given: Collection[int]) -> list[Mention]:
    """What the head and the problem mention of the body and of what ails it."""
    return [
        each for each in mentions.every if each.start < mentions.head_end or each.statement in given
    ]


_OF_BODY = frozenset(("regions", "limbs", "general", "nerves", "vague"))


def _limb(mentions: Mentions, given: Collection[int], told: frozenset[str]) -> str | None:
    """The one limb that is treated; none where the trunk is, or the whole body.

    Where one side of the body is weak, it is that: "body".
    """
    heads = _heads(mentions, given)
    whole = [each for each in heads if each.value == "whole" and is_general(mentions, each)]
    if whole:
        text = mentions.small
        is_half = any(_HEMI.match(text, each.start) for each in whole)
        is_other = any(_HALF.match(text, each.start) is None for each in whole)
        return "body" if is_half and not is_other else None
    if any(each.group == "general" and each.value == "limb" for each in heads):
        return "body"
    trunk = told & _TRUNK
    if trunk:
        is_nerve = any(each.group == "nerves" for each in heads)
        return _NERVES[min(trunk)] if is_nerve and len(trunk) == 1 else None
    found = {limb for limb, regions in _LIMBS.items() if limb != "body" and told & regions}
    if not found and any(each.group == "nerves" for each in heads):
        levels = _LEVEL.finditer(mentions.small, heads[0].start, heads[-1].end)
        found = {"upper" if match.group().startswith("c") else "lower" for match in levels}
    found = found or {each.value for each in heads if each.group == "limbs"}
    return found.pop() if len(found) == 1 else None


_LEVEL = re.compile(r"\b(?:c[3-8]|t1|l[1-5]|s[12])(?![\w])")


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
    if found is not None and limb in _LIMBS and mentions.names_done(tested):
        return Span(side.start - len(found.group()), side.end)
    is_treated = "done.treats" in mentions.groups(piece)
    is_treated = is_treated or (limb in _LIMBS and mentions.names_done(tested))
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
        if is_part or (each.group == "regions" and each.value in _LIMBS.get(limb, ())):
            return each
        is_measure = (each.group, each.value) == ("done", "measures")
        if is_measure and limb != "body" and _FIGURED.match(text, each.end):
            return each
    return None


_FIGURED = re.compile(r"[ ](?:is |was |mmt |strength |to |of )?-?\d")
