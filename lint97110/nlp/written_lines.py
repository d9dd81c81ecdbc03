"""The lines of a note as they are written: how far in, with what sign, which go on with which."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint97110.lines import Lines
from lint97110.model import Span
from lint97110.nlp.heading_marks import field_label

_RULE = re.compile(r"[-=*~|+#\s:–—]+$")  # a line that is drawn, not written
_BULLET = re.compile(r"[*•▪◦●○■□☐☑–—\-+>]\s|\(?\d{1,2}[.)]\s|[a-z][.)]\s|\[[ xX]?\]\s")
_NUMBERED = re.compile(r"(\d{1,2})\s+[A-Za-z]")  # "1 decrease pain": an item under a heading
_TERMINAL = re.compile(r"[.!?;:]['\")\]]*$")  # the end of a sentence
_RATE = re.compile(r"\d\s?[xX]\s?/\s?w")  # "3x/wk then recheck": a plan begins
_TIME = re.compile(  # the time of a visit, on a line of its own: "23 min", "in 1:00p out 1:48p"
    r"\(?\d{1,3}(?: ?(?:min|mins|minutes)\b\.?|')(?: total| tot)?\)?(?= *$|  )"
    r"|(?:time |tx |session |pt )?(?:in|start|started|arrived|arr|seen|out|end|stop)\b[ :@]*"
    r"(?:at )?\d{1,2}:?\d\d",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNER = re.compile(  # "Pia Holm, DPT, #40213"
    r"[-–—/*~ ]*(?:[A-Z][\w.'’-]*,? ){1,4}(?:(?:[A-Z]\w{1,4}), )?\(?"
    r"(?:[DMLRS]?PTA?|MSPT|M?OT|OT[DR]|OTA|COTA|OTR/L|COTA/L|OTD)\b(?!:)"
)
_COLUMN_GAP = re.compile(r"\t+| {3,}|\|")
LONG_LINE = 58
"""Characters; a shorter line was ended on purpose."""

_FEWEST_LINES, _MARGIN = (
    5,
    12,
)  # of a note in small letters; how far from the widest a full line ends
_HANGING = 4  # spaces; a line so far in goes on with the item above
_FEWEST_COLUMNS = 3  # two may be a label and its value


class Line(NamedTuple):
    """A line of a note, from its first word to its last."""

    start: int
    end: int
    indent: int
    is_rule: bool

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.start == self.end


def written_lines(text: str, lines: Lines) -> Iterator[Line]:
    """Every line of a text, blank ones too."""
    for number, start in enumerate(lines.starts):
        stop = lines.starts[number + 1] if number + 1 < len(lines.starts) else len(text)
        raw = text[start:stop]
        body = raw.strip()
        first = start + len(raw) - len(raw.lstrip()) if body else start
        yield Line(first, first + len(body), first - start, bool(body) and bool(_RULE.match(body)))


def is_item(text: str, line: Line, *, in_list: bool) -> bool:
    """Whether a line has a bullet or a number; the first number of a list is a one."""
    numbered = _NUMBERED.match(text, line.start)
    is_counted = numbered is not None and (in_list or numbered[1] == "1")
    return is_counted or _BULLET.match(text, line.start, line.end) is not None


def ends_sentence(words: str) -> bool:
    """Whether words end with the mark of a sentence, or of what opens one."""
    return _TERMINAL.search(words) is not None


class Wrapping:
    """Tells a line that goes on with the sentence above it from one that begins its own."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        """The lines of `text` tell how wide it is, and whether small letters begin a sentence."""
        self._text = text
        widths = [line.end - line.start + line.indent for line in lines if not line.is_blank]
        self._widest = max(widths, default=0)
        small = sum(text[line.start].islower() for line in lines if not line.is_blank)
        full = sum(width >= self._widest - _MARGIN for width in widths)
        self._is_full = full > 1  # one wide line alone tells of no page that is so wide
        self._is_small = len(widths) >= _FEWEST_LINES and 2 * small >= len(widths) > 4 * full

    def goes_on(self, here: Span, line: Line, last: Line, above: Span) -> bool:
        """Whether the words of `line` go on with those `above`, of which `last` is the end."""
        words, before = here.of(self._text), above.of(self._text)
        if self._begins(words, here) or "|" in before:
            return False
        if _is_columns(words) or _is_columns(self._text[last.start : last.end]):
            return False
        length = last.end - last.start + last.indent
        if self._is_small and line.indent <= last.indent + 1:
            return False
        if line.indent > last.indent + 1:
            return not ends_sentence(before) or line.indent >= _HANGING
        is_small = words[:1].islower()
        if length >= LONG_LINE:
            return is_small or (self._is_full and not self._has_room(length, words))
        return is_small and not ends_sentence(before) and length >= LONG_LINE // 2

    def _begins(self, words: str, here: Span) -> bool:
        """Whether words look like an item, a row, a rate, a time or a field of their own."""
        return (
            _BULLET.match(self._text, here.start, here.end) is not None
            or "|" in words
            or _RATE.match(words) is not None
            or _TIME.match(words) is not None
            or _SIGNER.match(words) is not None
            or field_label(self._text, here.start, here.end) is not None
        )

    def _has_room(self, length: int, here: str) -> bool:
        """Whether the line before could have held the first word of this one."""
        first, *_ = here.split(maxsplit=1)
        return length + 1 + len(first) <= self._widest


def _is_columns(line: str) -> bool:
    """Whether a line is laid out in columns."""
    may_be = "   " in line or "\t" in line or "|" in line
    return may_be and sum(map(bool, map(str.strip, _COLUMN_GAP.split(line)))) >= _FEWEST_COLUMNS
