"""Which region of the body a form is for, by its title and head, and which others it names."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.foreign import goes_back
from lint97110.nlp.limbs import is_general
from lint97110.nlp.mentions import Mentions

_BONE = re.compile(r" of (?:the )?(?:femur|humerus|radius|talus)")  # of which the neck breaks
_OF_BONE = re.compile(r"\b(?:femoral|humeral|radial|talar) $")


def form_regions(mentions: Mentions) -> Iterator[Fact]:
    """`form_region` for each region: those of the head are `given`, and without any there is none.

    Nor is there where the head names an illness of the whole body.
    """
    small = mentions.small
    head_end = max(mentions.head_end, (small + "\n").index("\n"))
    if any(is_general(mentions, each) and each.start < head_end for each in mentions.every):
        return
    vague = {mention.start for mention in mentions.of("vague")}
    for each in mentions.of("regions"):
        is_given = each.start < head_end
        is_bone = _BONE.match(small, each.end) or _OF_BONE.search(small, 0, each.start)
        if is_bone or (not is_given and (each.start in vague or goes_back(mentions, each))):
            continue
        slots: dict[str, SlotValue] = {"is": each.value, "given": is_given, "alone": True}
        yield mentions.fact("form_region", Span(each.start, each.end), slots)
