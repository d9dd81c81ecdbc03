"""Fields as screens, forms and programs write them, each made a label, a colon and its value.

A label stands above its value, or dots lead from one to the other, or an equals sign joins them, or
both are in quotation marks.
"""

import re
from collections.abc import Mapping

from lint97110.wording import one_of

_STACKED = re.compile(
    r"^[ \t]*(?P<label>[A-Z][A-Za-z /()#.'-]{1,38}?)(?P<mark>:?)"
    r"(?P<gap>[ \t]*\n[ \t]*(?:\n[ \t]*)?)"
    r"(?=(?!\d{5})\d[\d:.,/xX-]*(?:[ ]?[A-Za-z/.]+){0,4}[ \t]*$)",  # "40 min", "2 times per week"
    re.MULTILINE,
)
_LED = re.compile(r"^([ \t]*[A-Z][A-Za-z0-9 /()&'#%-]{1,40}?)([ ]?\.{3,})(?=[ ]?\d)", re.MULTILINE)
_QUOTED = re.compile(r'^[ \t]*"\w[\w ]*"[ \t]*:', re.MULTILINE)  # "plan": "add lunges",
_LIST_END = re.compile(r",(?=[ \t]*$)", re.MULTILINE)
_NO_SIGNS = str.maketrans('"{}[]_', "      ")
_EQUAL = re.compile(r"(?<![\w=])(\w+)=(?=[\w-])")  # visit=6
_EQUAL_LINE = re.compile(r"^[ \t]*\w+=[\w-]", re.MULTILINE)
_FEWEST = 3  # fields that are written so


class Stacks:
    """Knows the labels whose value is an amount."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Told what such labels end in."""
        self._valued = re.compile(one_of(wordings["tables.valued"]) + r"[ )]*$", re.IGNORECASE)

    def joined(self, text: str) -> str:
        r"""The text with each such value behind its label, letter for letter.

        >>> Stacks({"tables.valued": ("time", "duration")}).joined("Total Time\n40 min\nPain\n3/10")
        'Total Time:40 min\nPain\n3/10'
        """
        text = _STACKED.sub(self._in_line, _written_out(text))
        return _LED.sub(_with_colon, text) if "..." in text else text

    def _in_line(self, match: re.Match[str]) -> str:
        if self._valued.search(match["label"]) is None:
            return match.group()
        gap = " " * len(match["gap"])
        return f"{match.group()[: -len(gap)]}{gap if match['mark'] else ':' + gap[1:]}"


def _with_colon(match: re.Match[str]) -> str:
    return f"{match[1]}:{' ' * (len(match[2]) - 1)}"


def _written_out(text: str) -> str:
    """The text without the signs between which a program writes labels and values."""
    if '":' in text and len(_QUOTED.findall(text)) >= _FEWEST:
        text = _LIST_END.sub(" ", text).translate(_NO_SIGNS)
    if "=" in text and len(_EQUAL_LINE.findall(text)) >= _FEWEST:
        text = _EQUAL.sub(lambda match: match[1].replace("_", " ") + ":", text)
    return text
