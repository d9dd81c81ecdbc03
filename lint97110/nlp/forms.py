"""How much of a text asks, and whether it is a bank of phrases to choose from."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Span

_FIELD = re.compile(r"[^\n:|]{2,45}:")  # "Precautions:", "Heart rate: 72"
_EMPTY_FIELD = re.compile(r"[^\n:|]{2,45}:\s*$")
_SAID = re.compile(  # a line that is drawn to write on says nothing, nor does "A." before an answer
    r"(?!\W*(?:A\d{0,2}|Answer)[.:)][\s_.*]*$)[^\n]*?(?:[^\W_]|[\[☐□{<])"
)
_FEWEST_LINES = 4  # a question or two are no form yet
_LINE_OF_LABEL = re.compile(r":[ \t]*\n")
_FEWEST_EMPTY = 8
_FEWEST_PHRASES, _MOST_PHRASES = 6, 0.8  # lines of a bank, and the share that must be alike
_FEWEST_ROWS = 10
_BLANK_FIELD = r"(?:[A-Za-z)#] ?:?[ \t]*(?P<it>_{3,})|[A-Za-z)#] ?:[ \t]*(?P<dots>\.{5,}))"
_LABELLED_BLANK = re.compile(  # "Date: ____", "Visit no.: ......"
    rf"^(?!.*(?:\?|(?i:sign))).*?{_BLANK_FIELD}", re.MULTILINE
)
_NEXT_BLANK = re.compile(_BLANK_FIELD)
_FEWEST_BLANKS = 3
_STOCK_GOAL = re.compile(  # "Pt will ...", "2) Caregiver/family to ..."
    r"\W*(?:\d+[.)]\s*)?(?:pt|patient|cg|caregiver|client|resident)(?:/\w+)?\s+(?:will|to)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(  # a person, a day, a field
    r"\b(?:the patient|she|he|her|his|today)\b|\b\d{1,2}/\d{1,2}\b|:", re.IGNORECASE
)
_BOX = re.compile(r"\[ {0,2}\]|☐|□")


def form_share(text: str, asking: Iterable[Span]) -> float:
    """The share of written lines that ask for something, from 0 to 1.

    `asking` are the questions without an answer and the placeholders. A field is empty when the
    next written line is a field too, or when no line follows, or when it waits below a question.
    """
    lines = [(start, line) for start, line in _written(text) if _SAID.match(line)]
    asked_spans = tuple(asking)
    starts = {_line_start(text, span.start) for span in asked_spans}
    starts.update(*(_line_starts_within(text, span) for span in asked_spans))
    asked = sum(
        start in starts
        or _BOX.search(line) is not None
        or _is_empty(line, lines, at)
        or (at > 0 and lines[at - 1][0] in starts and _EMPTY_FIELD.match(line.strip()) is not None)
        for at, (start, line) in enumerate(lines)
    )
    return asked / max(len(lines), _FEWEST_LINES)


def _line_starts_within(text: str, span: Span) -> Iterator[int]:
    """Where the further lines of a question begin that goes over several."""
    at = text.find("\n", span.start, span.end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, span.end)


def empty_fields(text: str) -> Iterator[tuple[int, int]]:
    """Where the fields stand that a form leaves empty; a few are headings, and no form."""
    if len(_LINE_OF_LABEL.findall(text)) < _FEWEST_EMPTY:
        return iter(())
    lines = list(_written(text))
    found = [
        (start, start + len(line.rstrip()))
        for at, (start, line) in enumerate(lines)
        if _is_empty(line, lines, at)
    ]
    return iter(found if len(found) >= _FEWEST_EMPTY else ())


def blank_fields(text: str) -> list[Span]:
    """Blanks behind labels, where they are the way in which a form leaves room; none for a few."""
    found = [
        Span(*match.span(match.lastgroup or 0))
        for line in _LABELLED_BLANK.finditer(text)
        for match in _NEXT_BLANK.finditer(text, line.start(), _line_end(text, line.end()))
    ]
    return found if len(found) >= _FEWEST_BLANKS else []


def is_bank(text: str) -> bool:
    """Whether every line is a phrase to choose from: a goal for anybody, a dose for nobody.

    A single heading may stand above; a table of exercises with dates or a patient is no bank.
    """
    lines = [line for _, line in _written(text)]
    if len(lines) < _FEWEST_PHRASES or not (
        "|" in lines[0] or any(map(_STOCK_GOAL.match, lines[:3]))
    ):
        return False
    stock = sum(_STOCK_GOAL.match(line) is not None for line in lines)
    if stock >= _MOST_PHRASES * len(lines):
        return True
    is_table = len(lines) >= _FEWEST_ROWS and all("|" in line for line in lines)
    return is_table and not _SOMEBODY.search(text)


def _written(text: str) -> Iterator[tuple[int, str]]:
    """Each line with words in it, and where it begins."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line
        at += len(line)


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _is_empty(line: str, lines: list[tuple[int, str]], at: int) -> bool:
    if not _EMPTY_FIELD.match(line.strip()):
        return False
    return at + 1 >= len(lines) or _FIELD.match(lines[at + 1][1].strip()) is not None
