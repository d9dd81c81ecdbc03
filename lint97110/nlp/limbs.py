"""The other side of the limb that is treated, where no region stands beside it to compare."""

import re
from collections.abc import Collection, Iterable, Iterator

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions

_LIMBS = {
    "upper": frozenset(("shoulder", "elbow", "hand")),
    "lower": frozenset(("hip", "knee", "ankle")),
}
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
    r"\b(?:balance|strength|control|quad\w*|rom|flexion|extension|stability|swelling|edema|oedema"
    r"|tightness|tenderness|weakness) (?:is |was )?(?:\w+ )?(?:on|of) (?:the )?$"
)
_SINGLE = re.compile(r"\bsl (?:(?:leg|single) )?(?:press|hop|rdl|squat|bridge|calf|heel|dead)")
_WORD = re.compile(r"[a-z-]+")
_BEARS = re.compile(r"\b(?:stand\w*|stood|stance)\b[^,;]*\bon (?:the |his |her )?$")
_REACH = 28


def stray_sides(
    mentions: Mentions, given: Collection[int], told: Iterable[str]
) -> Iterator[tuple[Span, str, bool]]:
    """The side of the limb that is treated, and one place that speaks of the other one.

    `given` are the statements of the problem, `told` the regions that it names. Where more than
    one place speaks of the other side the note treats both, or compares.
    """
    treated = _treated(mentions, given)
    limb = _limb(mentions, given, frozenset(told))
    if treated is None or limb is None:
        return
    places = [
        span
        for side in mentions.of("sides")
        if side.value != treated.value
        and side.statement not in given
        and side.start >= mentions.head_end
        and (span := _stray(mentions, side, treated.value, limb))
    ]
    if len(places) == 1:
        yield Span(treated.start, treated.end), treated.value, True
        yield places[0], _other(treated.value), False


def _other(side: str) -> str:
    return "left" if side == "right" else "right"


def _item(text: str, part: Span, offset: int) -> Span:
    """The item of a list around a place, with a word or two behind it: "L knee 130, uninvolved"."""
    if text.count(",", part.start, part.end) < _LIST:
        return part
    start = text.rfind(",", part.start, offset) + 1 or part.start
    end = text.find(",", offset, part.end)
    if end >= 0 and not _NEXT_ITEM.match(text, end):
        end = text.find(",", end + 1, part.end)
    return Span(start, end if end >= 0 else part.end)


_LIST = 2  # commas of a list of exercises, at least
_NEXT_ITEM = re.compile(r",[ ][^,;.]{8,}")


def compares(mentions: Mentions, span: Span) -> bool:
    """Whether a stretch compares the sides; "each position" does not."""
    return any(
        each.group == "both"
        and _EACH.match(mentions.small, each.start) is None
        and _SIDE_ONLY.search(mentions.small, max(0, each.start - 6), each.end) is None
        for each in mentions.within(span)
    )


_SIDE_ONLY = re.compile(r"\b(?:right|left|rt|lt|r|l) only$")
_EACH = re.compile(
    r"each (?:position|set|rep|repetition|time|trial|round|lap|visit|day|morning|night|evening"
    r"|week|step|stride|bout|exercise|one|attempt|stroke|squat|session|transfer|turn|direction)s?\b"
)


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


def _treated(mentions: Mentions, given: Collection[int]) -> Mention | None:
    """The first side of the problem, where its first part that has sides names one alone.

    What else the problem names, "Right carpal tunnel release 2018", is another one or an old one.
    """
    text = mentions.small
    every = [side for side in mentions.of("sides") if not _WRITES.match(text, side.end)]
    sides = [side for side in every if side.statement in given and side.start < mentions.head_end]
    sides = sides or [
        side for side in every if side.start < mentions.head_end or side.statement in given
    ]
    if not sides:
        return None
    first = mentions.part(sides[0].start)
    own = [side for side in sides if first.start <= side.start < first.end]
    near = [mentions.by_statement.get(at, frozenset()) for at in {s.statement for s in sides}]
    is_one = len({side.value for side in own}) == 1
    is_new = own == sides or any(is_old(mentions, side) for side in sides if side not in own)
    compared = any("both.compared" in each for each in near) and own == sides
    return sides[0] if is_one and is_new and not compared else None


def is_old(mentions: Mentions, mention: Mention) -> bool:
    """Whether what stands there is told with no more than its year, or as an old matter."""
    part, text = mentions.part(mention.start), mentions.small
    is_dated = any(
        _DAY_BEFORE.search(text[max(0, year.start() - _REACH) : year.start()]) is None
        for year in _YEAR.finditer(text, part.start, part.end + 1)
    )
    return is_dated or "both.told" in mentions.groups(part)


_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-]\d)|(?<= )['’]\d\d\b")
_DAY_BEFORE = re.compile(
    r"\d(?:[a-z]{2})?[ ][a-z]{3,9}[.,]*[ ]$|[a-z]{3,9}[.]?[ ]\d\d?(?:[a-z]{2})?,?[ ]$"
)
_WRITES = re.compile(r"[- ]?(?:hand(?:ed)?)?[- ]?(?:dominan\w*|dom\b|handed)")


def _limb(mentions: Mentions, given: Collection[int], told: frozenset[str]) -> str | None:
    """The one limb that is treated; none where the trunk is, or the whole body."""
    heads = [
        each for each in mentions.every if each.start < mentions.head_end or each.statement in given
    ]
    if any(e.value == "whole" and is_general(mentions, e) for e in heads):
        return None
    trunk = told & _TRUNK
    if trunk:
        is_nerve = any(each.group == "nerves" for each in heads)
        return _NERVES[min(trunk)] if is_nerve and len(trunk) == 1 else None
    found = {limb for limb, regions in _LIMBS.items() if told & regions}
    if not found and any(each.group == "nerves" for each in heads):
        levels = _LEVEL.finditer(mentions.small, heads[0].start, heads[-1].end)
        found = {"upper" if match.group().startswith("c") else "lower" for match in levels}
    found = found or {each.value for each in heads if each.group == "limbs"}
    return found.pop() if len(found) == 1 else None


_LEVEL = re.compile(r"\b(?:c[3-8]|t1|l[1-5]|s[12])(?![\w])")


def _stray(mentions: Mentions, side: Mention, treated: str, limb: str) -> Span | None:
    """The words that treat, or measure, the limb of the other side."""
    clause = mentions.clause(side.start)
    if clause is None or clause.status == "historical" or not _TOLD.isdisjoint(clause.sections):
        return None
    text, piece = mentions.small, mentions.part(side.start)
    near = mentions.groups(piece)
    around = mentions.piece(side.start)
    item = _item(text, piece, side.start)
    before, behind = text[piece.start : side.start], text[side.end : piece.end]
    beside = (before[-_REACH:], behind[:_REACH])
    is_elsewhere = _BEARS.search(before) is not None or any(_is_held(mentions, e) for e in beside)
    is_other = "others.family" in near or f"sides.{treated}" in mentions.groups(item)
    is_other = is_other or compares(mentions, item)
    if is_elsewhere or is_other or mentions.is_quoted(side.start):
        return None
    is_treated = "done.treats" in mentions.groups(around)
    is_treated = is_treated or _DOSE.search(text, around.start, around.end) is not None
    part = _part_behind(mentions, side, limb)
    if part is not None:
        return Span(side.start, part.end) if is_treated or is_measured(mentions, part.end) else None
    return _fore(side, before, behind, is_treated=is_treated)


def _is_held(mentions: Mentions, words: str) -> bool:
    """Whether something has a side of its own there: a device, the way one lies, turns or goes."""
    held = mentions.lexicon.sets["held.words"]
    return not held.isdisjoint(_WORD.findall(_SINGLE.sub("", words)))


def _fore(side: Mention, before: str, behind: str, *, is_treated: bool) -> Span | None:
    """What is done or measured, right before its side: "stretch, right", "strength on the left"."""
    fore = _ON_THE.search(before)
    if fore is None and is_treated and _GOES_ON.match(behind):
        fore = _FORE.search(before)
        if fore is not None and fore["on"] is None and _TOWARD.search(before):
            fore = None
    return Span(side.start - len(fore.group()), side.end) if fore else None


_TOLD = frozenset(("history", "subjective", "header", "medications", "precautions"))


_BETWEEN = re.compile(
    r"[ -]*(?:(?:residual|lower|upper|great|big|index|middle|ring|little|small)[ ])?"
)


def _part_behind(mentions: Mentions, side: Mention, limb: str) -> Mention | None:
    """The part of the limb right behind a side: "L arm", "left palm"."""
    text = mentions.small
    for each in mentions.behind(side.end):
        gap = text[side.end : each.start]
        if len(gap) > _REACH or not _BETWEEN.fullmatch(gap):
            return None
        is_part = each.group == "limbs" and each.value == limb
        if is_part or (each.group == "regions" and each.value in _LIMBS[limb]):
            return each
    return None
