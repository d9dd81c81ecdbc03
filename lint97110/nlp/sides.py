"""Sides of the body: which is the other one, what is told of one, and which are of the brain."""

import re

from lint97110.model import Span
from lint97110.nlp.mentions import Mention

_MARKS = (",", ";", ". ", "\n", "(", ")", " / ")
_BRAIN = re.compile(
    r"[ -](?:sided )?(?:\w+ )?(?:mca|aca|pca|m c a|a c a|p c a|cva|stroke|infarct\w*"
    r"|hemispher\w*|basal|thalam\w*|lacun\w*|frontal|parietal|pontine|cerebral|ich|intra\w+"
    r"|h[ae]+morrhag\w*|bleed|sdh|subdural|corona|brain)\b"
)


def other(side: str) -> str:
    """The other one of two sides."""
    return "left" if side == "right" else "right"


def own_item(text: str, side: Mention) -> Span:
    """What stands between two marks around a side."""
    return Span(
        max(text.rfind(mark, 0, side.start) + 1 for mark in _MARKS),
        min((at for mark in _MARKS if (at := text.find(mark, side.end)) >= 0), default=len(text)),
    )


def is_of_the_brain(text: str, side: Mention) -> bool:
    """Whether a side is one of the brain: "R MCA infarct"."""
    return _BRAIN.match(text, side.end) is not None
