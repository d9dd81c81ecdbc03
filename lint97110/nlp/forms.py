"""How much of a text asks: blank fields, placeholders, boxes and questions without an answer."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Span

_FIELD = re.compile(r"[^\n:|]{2,45}:")  # "Precautions:", "Heart rate: 72"
_EMPTY_FIELD = re.compile(r"[^\n:|]{2,45}:\s*$")
_FEWEST_LINES = 4  # a question or two are no form yet
_BOX = re.compile(r"\[ {0,2}\]|☐|□")


def form_share(text: str, asking: Iterable[Span]) -> float:
    """The share of written lines that ask for something, from 0 to 1.

    `asking` are the questions without an answer and the placeholders. A field is empty when the
    next written line is a field too, or when no line follows.
    """
    lines = list(_written(text))
    starts = {_line_start(text, span.start) for span in asking}
    asked = sum(
        start in starts or _BOX.search(line) is not None or _is_empty(line, lines, at)
        for at, (start, line) in enumerate(lines)
    )
    return asked / max(len(lines), _FEWEST_LINES)


def _written(text: str) -> Iterator[tuple[int, str]]:
    """Each line with words in it, and where it begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line
        at += len(line)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _is_empty(line: str, lines: list[tuple[int, str]], at: int) -> bool:
    if not _EMPTY_FIELD.match(line.strip()):
        return False
    return at + 1 >= len(lines) or _FIELD.match(lines[at + 1][1].strip()) is not None
