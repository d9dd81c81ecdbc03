"""Which region of the body a form is for, by its title and head, and which others it names."""

import re
from collections.abc import Iterator

from lint97110.language import Language
from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.foreign import goes_back
from lint97110.nlp.limbs import is_general
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.wording import one_of

_BONE = re.compile(r" of (?:the )?(?:femur|humerus|radius|talus)")  # of which the neck breaks
_OF_BONE = re.compile(r"\b(?:femoral|humeral|radial|talar) $")
_DEFINITE = re.compile(r"\b(?:the|this|his|her|that) (?:\w+ ){0,2}$")
_REACH = 24


class FormRegions:
    """Knows what is done to a region, and happens to it."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        operated = one_of(language.wordings["forms.operated"])
        self._operated = re.compile(rf"(?: \w+){{0,2}} {operated}")

    def facts(self, mentions: Mentions) -> Iterator[Fact]:
        """`form_region` for each region: those of the head are `given`.

        There is none where none is given, nor where the head names an illness of the whole body.
        A neighbour to which something was done is that of another patient, and goes with no region.
        """
        head_end = max(mentions.head_end, (mentions.small + "\n").index("\n"))
        if any(is_general(mentions, each) and each.start < head_end for each in mentions.every):
            return
        vague = {mention.start for mention in mentions.of("vague")}
        regions = [each for each in mentions.of("regions") if not _is_bone(mentions, each)]
        own = {each.value for each in regions if each.start < head_end}
        for each in regions:
            is_given = each.start < head_end
            is_anothers = each.value not in own and self._is_done(mentions, each)
            is_certain = is_given or is_anothers or each.start not in vague
            if not is_certain or (not is_given and goes_back(mentions, each)):
                continue
            value = f"another {each.value}" if is_anothers else each.value
            slots: dict[str, SlotValue] = {"is": value, "given": is_given, "alone": True}
            yield mentions.fact("form_region", Span(each.start, each.end), slots)

    def _is_done(self, mentions: Mentions, region: Mention) -> bool:
        """Whether something was done to a region, of which all know: "the rotator cuff repair"."""
        before = mentions.small[max(0, region.start - _REACH) : region.start]
        is_done = self._operated.match(mentions.small, region.end) is not None
        return is_done and _DEFINITE.search(before) is not None


def _is_bone(mentions: Mentions, region: Mention) -> bool:
    """Whether a part of a bone is named as a region is: "the neck of the femur"."""
    behind = _BONE.match(mentions.small, region.end)
    return behind is not None or _OF_BONE.search(mentions.small, 0, region.start) is not None
