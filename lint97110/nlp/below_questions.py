"""Hints below the questions of a form, which answer nothing: "(site, severity)", "Hint: ..."."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Span

HINT = re.compile(
    r"\s*(?:>\s*)?[*_](?![*_\s])[^*_?\n]{6,}[*_]\s*$"  # in italics
    r"|\s*[↳→⤷└▹]\s*[a-z(\"][^\n\d]*$"  # behind an arrow
    r"|[\s>*_|\-•]*(?:\([^()\d\n]{3,}\)"
    r"|(?i:e\.g\.|for example,|(?:hints?|tips?|example|guidance|guide|help text|prompts?)[*_]*"
    r"(?::|[ ][-–—])[*_]*)[ ][^\n]*)[\s_|*]*$"
)
_FIRST = re.compile(r"[\s_.|*]*\n")  # what is left of the line of a question


def hints(text: str, asked: Iterable[Span]) -> Iterator[Span]:
    """The lines right below a question that say how it is to be answered."""
    for question in asked:
        rest = _FIRST.match(text, question.end)
        if rest is None:
            continue
        end = text.find("\n", rest.end())
        line = Span(rest.end(), len(text) if end < 0 else end)
        if HINT.match(line.of(text)):
            yield line


def is_in_hint(text: str, offset: int) -> bool:
    """Whether a place is in a hint right below a question, which asks for nothing more."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    if "?" in line or HINT.match(line) is None:
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    return above.rstrip(" _.|*").endswith("?")
