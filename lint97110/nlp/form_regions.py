"""Which region of the body a form is for, by title or questions, and which others it names."""

import re
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from lint97110.language import Language
from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.foreign import goes_back
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.treated import is_general
from lint97110.wording import one_of

_BONE = re.compile(r" of (?:the )?(?:femur|humerus|radius|talus)")  # of which the neck breaks
_OF_BONE = re.compile(r"\b(?:femoral|humeral|radial|talar) $")
_ROTATOR = re.compile(r"(?:ex|in)ternal rotator")  # of the hip as of the shoulder
_DEFINITE = re.compile(r"\b(?:the|this|his|her|that) (?:\w+ ){0,2}$")
_JOINT = re.compile(  # what makes "elbow", "thumb" and "humeral" a part of the body to be treated
    r" (?:(?:joint|tendon|ligament|nerve|capsule|bone|shaft|flexor|extensor)s?|head|flexion"
    r"|extension|abduction|adduction|rotation|opposition|supination|pronation|deviation|range"
    r"|[ap]?rom|mobility|stiffness|splint)\b"
)
_REGIONS = ("shoulder", "elbow", "hand", "neck", "back", "hip", "knee", "ankle")
_REACH = 24
_PLACE = attrgetter("start", "end", "value")  # a set has no order that is the same twice
_FEWEST, _FEWEST_LINES = 4, 3  # mentions by which the questions say for which region they are
_OF_LIMBS = frozenset(("leg", "arm", "hand", "neck", "trunk", "jaw"))
_STRENGTH = "strength"  # "Strengthening program" is of no field


class FormRegions:
    """Knows what is done to a region, and happens to it."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        self._moving = re.compile(one_of(language.wordings["forms.moving"]) + "$")
        self._signs = {
            region: re.compile(one_of(language.wordings[f"forms.of_{region}"]))
            for region in _REGIONS
        }
        operated = one_of(language.wordings["forms.operated"])
        self._operated = re.compile(rf"(?: \w+){{0,2}} {operated}")

    def facts(self, mentions: Mentions) -> Iterator[Fact]:
        """`form_region` for each region: those of the head are `given`.

        Where the head gives none, that which the questions name most is given once. There is none
        where the head names an illness of the whole body. A neighbour to which something was done
        is that of another patient, and goes with no region.
        """
        head_end = max(mentions.head_end, (mentions.small + "\n").index("\n"))
        if any(is_general(mentions, each) and each.start < head_end for each in mentions.every):
            return
        vague = {mention.start for mention in mentions.of("vague")}
        regions = [each for each in mentions.of("regions") if not _is_bone(mentions, each)]
        signs = set(self._signs_of(mentions))
        regions = sorted({*regions, *signs}, key=_PLACE)
        heads = [each for each in regions if each.start < head_end]
        heads = heads or told_most(mentions)[:1]
        own = {each.value for each in heads}
        for each in regions:
            is_given = each in heads
            is_anothers = each.value not in own and self._is_done(mentions, each)
            is_vague = each.start in vague and each not in signs
            is_vague = is_vague and not self._is_matter(mentions, each)
            is_certain = is_given or is_anothers or not is_vague
            if not is_certain or (not is_given and goes_back(mentions, each)):
                continue
            value = f"another {each.value}" if is_anothers else each.value
            slots: dict[str, SlotValue] = {"is": value, "given": is_given, "alone": True}
            yield mentions.fact("form_region", Span(each.start, each.end), slots)

    def _signs_of(self, mentions: Mentions) -> Iterator[Mention]:
        """What belongs to one region without naming it: its tests, exercises and tools."""
        for region, signs in self._signs.items():
            for match in signs.finditer(mentions.small):
                statement = mentions.statement(match.start())
                yield Mention("regions", region, match.start(), match.end(), statement)

    def _is_matter(self, mentions: Mentions, region: Mention) -> bool:
        """Whether a part is measured, or moves: "thumb opposition", "How did the thumb move?"."""
        start = mentions.small.rfind("\n", 0, region.start) + 1
        is_moving = self._moving.search(mentions.small[start : region.end]) is not None
        return is_moving or _JOINT.match(mentions.small, region.end) is not None

    def _is_done(self, mentions: Mentions, region: Mention) -> bool:
        """Whether something was done to a region, of which all know: "the rotator cuff repair"."""
        before = mentions.small[max(0, region.start - _REACH) : region.start]
        is_done = self._operated.match(mentions.small, region.end) is not None
        return is_done and _DEFINITE.search(before) is not None


def _is_bone(mentions: Mentions, region: Mention) -> bool:
    """Whether a part of a bone is named as a region is: "the neck of the femur"."""
    behind = _BONE.match(mentions.small, region.end)
    if _ROTATOR.match(mentions.small, max(0, region.start - len("external "))):
        return True
    return behind is not None or _OF_BONE.search(mentions.small, 0, region.start) is not None


def told_most(mentions: Mentions) -> list[Mention]:
    """The mentions of the region that the questions name most; none where none stands out.

    Where the head names a field of therapy that is of no limb, the form is for that.
    """
    head_end = max(mentions.head_end, (mentions.small + "\n").index("\n"))
    for each in (*mentions.of("topics"), *mentions.of("title_topics")):
        is_of_limb = each.value in _OF_LIMBS or mentions.small.startswith(_STRENGTH, each.start)
        if each.start < head_end and not is_of_limb:
            return []
    every = [
        each
        for each in mentions.of("regions")
        if not (_is_bone(mentions, each) or goes_back(mentions, each))
    ]
    if not every or every[0].start < head_end:
        return []
    value = Counter(each.value for each in every).most_common(1)[0][0]
    told = [each for each in every if each.value == value]
    lines = {mentions.small.count("\n", 0, each.start) for each in told}
    return told if len(told) >= _FEWEST and len(lines) >= _FEWEST_LINES else []
