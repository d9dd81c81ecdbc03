"""Scales to choose from, in numbers or in words with gaps between, and how far options reach."""

import re
from itertools import pairwise

from lint97110.nlp.tick_boxes import pair_at, starts_boxes

_SCALE = re.compile(r"[ \t]*\d{1,2}(?:[ \t|.\-–_]+\d{1,2}){3,}[ \t]*$")  # "0 1 2 3 4 5"
_GRADED = re.compile(r"\s*[01][+\-]?(?: ?/ ?\d[+\-]?){2,}\s*")  # "Edema: 0 / 1+ / 2+ / 3+"
_STEP = re.compile(r"\d+")
_GAPPED = re.compile(r"\s+[a-z][a-z\-]*(?: [a-z]+)?(?:\s{2,}[a-z][a-z\-]*(?: [a-z]+)?){2,}\s*")


def length_of_options(rest: str) -> int:
    """How far the options reach that words begin with; 0 when they begin with none."""
    first = len(rest) - len(rest.lstrip())
    pair = pair_at(rest, first)
    if pair:
        return pair.end()
    return len(rest) if starts_boxes(rest) else length_of_scale(rest)


def length_of_scale(rest: str) -> int:
    """How far a scale of numbers reaches that words begin with: "0 1 2 3 4 5".

    >>> length_of_scale(" 0 1 2 3 4 5"), length_of_scale(" 4 2 6 8 1")
    (12, 0)
    """
    match = _SCALE.match(rest)
    if match is None:
        return 0
    steps = [int(step) for step in _STEP.findall(match.group())]
    is_scale = all(after - before == 1 for before, after in pairwise(steps))
    return match.end() if is_scale else 0


def is_scale(body: str) -> bool:
    """Whether a label has a scale behind it, of numbers or of words with gaps between them."""
    label, _, behind = body.partition(":")
    if not behind or not label:
        return False
    if _GRADED.fullmatch(behind):
        return True
    return length_of_scale(behind) == len(behind) or _GAPPED.fullmatch(behind) is not None
