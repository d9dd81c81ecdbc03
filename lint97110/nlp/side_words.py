"""Whether "left", "right", "L" and "R" are sides at all: somebody left, and a knee came right."""

import re
from collections.abc import Mapping

_LAST_WORD = re.compile(r"([a-z']+)[ ]$")
_NEXT_WORD = re.compile(r"[ ]([a-z]+)")
_LABEL = re.compile(r":(?![ ]?\d)")
_LITRES = re.compile(r"[ ]?(?:o2|via|nc|n/c|per|of|oxygen|/min)\b")  # "2 L O2"
_INITIAL = re.compile(r"[.][a-z]")
_JOINED = re.compile(r"(?:[a-z]{2}|(?<![a-z])[a-km-qs-z])[/&-]$")  # "otr/", and not "r/"
_LEFT_OF_ALL = re.compile(r"left[ ](?:of|in)[ ](?:the[ ])?\d")  # "8 left of 29"
_LEFT_THEN = re.compile(r"(?:\d:\d\d[ \t]+|\n[ \t]*)$")  # "13:53  Left."
_SIDES, _NEAR = "lr", 4
_REACH = 16


def is_side(text: str, start: int, end: int, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word for a side, in a text in small letters, is one where it stands.

    >>> sets = {"no_side.left_by": {"he"}, "no_side.left_to": {"at"}, "no_side.the": {"the"}}
    >>> [is_side(text, text.index("left"), text.index("left") + 4, sets)
    ...  for text in ("he left", "left knee", "left at four", "40 on the left at four")]
    [False, True, False, True]
    >>> said = (("otr/l", 4), ("l: ached", 0), ("l 45", 0))
    >>> [is_side(text, at, at + 1, sets) for text, at in said]
    [False, False, True]
    """
    word = text[start:end]
    if len(word) == 1:
        return _is_letter_of_side(text, start, end)
    if word not in ("left", "right"):
        return True
    if word == "left" and (
        _LEFT_OF_ALL.match(text, start) is not None
        or (
            _LEFT_THEN.search(text, max(0, start - _REACH), start) is not None
            and text[end : end + 1] == "."
        )
    ):
        return False
    before = _LAST_WORD.search(text, max(0, start - _REACH), start)
    behind = _NEXT_WORD.match(text, end)
    last, following = before[1] if before else "", behind[1] if behind else ""
    goes_on = following in sets[f"no_side.{word}_to"] and last not in sets["no_side.the"]
    return not (goes_on or last in sets[f"no_side.{word}_by"])


def _is_letter_of_side(text: str, start: int, end: int) -> bool:
    """Whether one letter is a side: that of a credential, a label or a name is none."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if _JOINED.search(text, max(0, start - _NEAR), start):
        return False
    if before[-2:-1].isdigit() and _LITRES.match(text, end):
        return False
    if behind[:1] == "/" and behind[1:].isalpha() and behind[1:] not in _SIDES:
        return False
    opens = before[-1:] in ("", "\n", " ", "*", "-", "|")
    return not ((opens and _LABEL.match(text, end)) or _INITIAL.match(text, end))
