"""The one sentence that tells of a part of the body that the note is not about.

What a note is about are the parts that its problem and its head name. Of another part a note may
tell much: what ails it too, what is compared, how the patient gets about. So one sentence counts
only where it alone tells of that part, by a test of it, a finding or an exercise, and says no
reason. A note of the whole body, as of a stroke, is at odds with the tests of one joint only.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import FAMILY, Mention, Mentions
from lint97110.nlp.problem import Problem, is_given
from lint97110.nlp.region_words import AREAS
from lint97110.nlp.treated import TOLD_APART

_ARM, _LEG = frozenset(("shoulder", "elbow", "hand")), frozenset(("hip", "knee", "ankle"))
_BESIDE = {  # what a note of one part may tell of besides
    "jaw": {"neck", "shoulder"},
    "neck": _ARM | {"jaw", "back", "ear"},
    "shoulder": _ARM | {"neck"},
    "elbow": _ARM | {"neck"},
    "hand": _ARM | {"neck"},
    "back": _LEG | {"neck", "pelvic"},
    "hip": _LEG | {"back", "pelvic"},
    "knee": _LEG | {"back"},
    "ankle": _LEG | {"back"},
    "ear": _LEG | {"neck"},
    "pelvic": {"back", "hip"},
}
_TOPICS = {
    "pelvic": frozenset({"pelvic"}),
    "hand": frozenset({"hand"}),
    "arm": frozenset({"shoulder"}),
    "leg": _LEG,
    "neck": frozenset({"neck"}),
    "jaw": frozenset({"jaw"}),
    "vestibular": frozenset({"ear"}),
    "prosthetic": _LEG,
}
_NAMED = {  # what a word names
    "regions": {each: frozenset({each}) for each in AREAS},
    "limbs": {"upper": _ARM, "lower": _LEG, "head": frozenset({"ear"})},
    "topics": _TOPICS,
    "title_topics": _TOPICS | {"arm": _ARM, "trunk": frozenset({"back"})},
}
_FIELDS = {"vestibular": "ear", "vertigo": "ear", "pelvic": "pelvic"}
_NO_BODY = frozenset(  # with these alone a part of the body is treated, and not the whole
    (*_FIELDS, "mva", "mvc", "fall", "falls", "balance", "posture", "multiple")
)
_SURE = frozenset(("pelvic", "hand", "jaw", "vestibular", "prosthetic"))
_OF_FIELDS = frozenset(("ear", "pelvic", "jaw"))
_TOLD_APART = TOLD_APART | {"diagnosis"}
_OTHERS = FAMILY | {"others.outside"}
_FIGURE = re.compile(r"[ :]*\d")  # "endurance 22 s" is measured of a part
_MARKS = (",", ";", ". ", "\n", "(", ")", " / ", " + ")


class StrayRegion(NamedTuple):
    """Where a part of the body is told of that is none of the note's, and which."""

    area: str
    span: Span


class _Case(NamedTuple):
    """What the note is about, and whether the whole body is treated."""

    own: frozenset[str]
    is_general: bool
    near: frozenset[str]


def stray_region(mentions: Mentions, given: Problem, told: Iterable[str]) -> StrayRegion | None:
    """The one place that tells of another part; `told` are the regions of the problem."""
    case = _case(mentions, given, frozenset(told))
    found = list(_strays(mentions, given, case))
    pieces = {mentions.piece(each.span.start) for each, _ in found}
    left_over = next((each for each, is_exercise in found if not is_exercise), None)
    if len(pieces) != 1 or left_over is None:
        return None
    [piece] = pieces
    return left_over if _is_lone(mentions, left_over.area, piece, case) else None


def _case(mentions: Mentions, given: Problem, told: frozenset[str]) -> _Case:
    heads = [each for each in mentions.every if is_given(each, given)]
    own = set(told)
    for each in heads:
        own |= _named(each)
    text = mentions.small
    whole = {
        text[each.start : each.end]
        for each in heads
        if each.group == "general" and not _FIGURE.match(text, each.end)
    }
    own |= {_FIELDS[each] for each in whole if each in _FIELDS}
    near = own.union(*(_BESIDE[each] for each in own)) if own else set()
    is_vague = not told and not any(
        own & _named(each) for each in heads if each.group == "topics" and each.value in _SURE
    )
    is_vague = is_vague and own.isdisjoint(_OF_FIELDS)
    return _Case(frozenset(own), is_vague or bool(whole - _NO_BODY), frozenset(near))


def _named(mention: Mention) -> frozenset[str]:
    """The parts that a word names."""
    return _NAMED.get(mention.group, {}).get(mention.value, frozenset())


def _is_lone(mentions: Mentions, area: str, piece: Span, case: _Case) -> bool:
    """Whether no other sentence tells of that part."""
    words, text = mentions.lexicon.regions, mentions.small
    groups = ("regions", "topics") if case.own else ("regions", "topics", "limbs")
    named = (each.start for group in groups for each in mentions.of(group) if area in _named(each))
    marks = (words.shown[area], words.done[area], words.exercises[area])
    shown = (match.start() for each in marks for match in each.finditer(text, mentions.words))
    return all(piece.start <= start < piece.end for start in (*named, *shown))


def _strays(mentions: Mentions, given: Problem, case: _Case) -> Iterator[tuple[StrayRegion, bool]]:
    """What tells of parts that are none of the note's, and whether it is an exercise of any note.

    Such an exercise is no leftover, but a note that holds one is about more than its problem.
    """
    words, text = mentions.lexicon.regions, mentions.small
    far = [each for each in AREAS if each not in case.near]
    if case.is_general:  # continence and the sense of balance are of the whole body
        is_unsure = words.unsure.search(text) is not None
        far = [each for each in far if each != "pelvic" and not (each == "ear" and is_unsure)]
    goes_about = case.own <= _OF_FIELDS or words.gets_about.search(text) is not None
    is_general = case.is_general or words.cared_for.search(text) is not None
    for area in far:
        matches = words.exercises[area].finditer(text, mentions.words)
        exercises = [Span(*match.span()) for match in matches]
        for match in words.shown[area].finditer(text, mentions.words):
            span = Span(*match.span())
            is_test = _is_no_person(mentions, span)
            if is_test and _is_stray(mentions, given, case, span, is_done=False):
                yield StrayRegion(area, span), span in exercises
        if is_general or (area in _LEG and goes_about):
            continue
        done = words.done[area].finditer(text, mentions.words)
        spans = (*(Span(*match.span()) for match in done), *_measured(mentions, area))
        told = [(span, _is_exercise(mentions, span)) for span in spans]
        told += [(span, True) for span in exercises]
        for span, is_exercise in told:
            if _is_stray(mentions, given, case, span, is_done=True):
                yield StrayRegion(area, span), is_exercise


def _measured(mentions: Mentions, area: str) -> Iterator[Span]:
    """Where a word of a part, also a muscle, stands beside a measure: "gastroc 4/5"."""
    text = mentions.small
    for group in ("regions", "limbs"):
        for each in mentions.of(group):
            word = text[each.start : each.end]
            if area in _named(each) and word not in mentions.lexicon.regions.any_limb:
                item = _item(text, Span(each.start, each.end))
                if _MEASURE.search(text, *item) and not _DOSE.search(text, *item):
                    yield Span(each.start, each.end)


_MEASURE = re.compile(r"\d ?(?:cm|mm|deg|degrees|°)(?!\w)|\d[+-]?/5(?!\d)|\b[ap]rom\b[^,;]{0,20}\d")
_DOSE = re.compile(r"\d ?x(?: ?\d|\b)|\bx ?\d|\d reps\b")
_SIGN = 4  # "Ober (+)": a sign may stand behind the bracket that ends what is told


def _is_no_person(mentions: Mentions, place: Span) -> bool:
    """Whether what may be somebody's name is the name of a test: "Ober neg", not "Mrs. Ober"."""
    words, text = mentions.lexicon.regions, mentions.small
    name = words.names.match(text, place.start)
    if name is None or name.end() < place.end:
        return True
    if words.behind_title.search(text[max(0, place.start - 12) : place.start]):
        return False
    item = _item(text, place)
    return words.as_test.search(text, item.start, item.end + _SIGN) is not None


def _is_exercise(mentions: Mentions, place: Span) -> bool:
    """Whether a motion is told of as so many repetitions: "wrist flexion 2x10"."""
    words, text = mentions.lexicon.regions, mentions.small
    item = _item(text, place)
    is_dosed = _DOSE.search(text, *item) is not None and _MEASURE.search(text, *item) is None
    return is_dosed and words.motions.search(text, *place) is not None


def _is_stray(
    mentions: Mentions, given: Problem, case: _Case, place: Span, *, is_done: bool
) -> bool:
    """Whether it is told of today, of the patient, and without a reason."""
    start, words = place.start, mentions.lexicon.regions
    clause, piece = mentions.clause(start), mentions.piece(start)
    if (
        clause is None
        or start < given.head
        or not _TOLD_APART.isdisjoint(clause.sections)
        or clause.status == "historical"
        or mentions.is_quoted(start)
    ):
        return False
    is_explained = words.explained.search(mentions.small, *piece) is not None or (
        is_done and words.worked_with.search(mentions.small, *piece) is not None
    )
    item = _item(mentions.small, place)
    is_own = any(
        each.group == "regions" and each.value in case.own for each in mentions.within(item)
    )
    return not (is_explained or is_own or not _OTHERS.isdisjoint(mentions.groups(piece)))


def _item(text: str, place: Span) -> Span:
    """What stands between two marks around a place."""
    return Span(
        max(text.rfind(mark, 0, place.start) + 1 for mark in _MARKS),
        min((at for mark in _MARKS if (at := text.find(mark, place.end)) >= 0), default=len(text)),
    )
