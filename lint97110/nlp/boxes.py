"""Groups of tick boxes: one prompt each, from its heading to its last box, over as many lines."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from lint97110.lines import Lines
from lint97110.nlp.options import OptionLists
from lint97110.nlp.tick_boxes import open_pair

_BOX = re.compile(r"\[[ _]{0,3}\]|\([ _]{1,3}\)|☐|□")
_TICK = re.compile(r"\[[xX✓✔*]\]|\([xX✓✔*]\)|☑|☒|✓|✔")
_FIRST_BOX = re.compile(rf"[\s>|*•▪\-–]*(?:{_BOX.pattern})")
_LABEL = re.compile(rf"(?:{_BOX.pattern})\s*(?P<label>[A-Za-z\d*][^|;\[\]☐□]*)")
_REST = re.compile(r"\s*(?:others?\b[\w /&]{0,30})?[\s:|_.]*$", re.IGNORECASE)  # "Other ____"
_ASIDE = re.compile(r"\s*\(\*?if\b", re.IGNORECASE)  # "(*If not met, please explain)"
_OTHER = re.compile(r"\bothers?\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?:\d+\s*)?(?:units?|u|min(?:ute)?s?)\b", re.IGNORECASE)  # "[ ] 2 units"
_LETTERS = re.compile(r"[A-Za-z]{2}")
_BOX_ENDS = tuple("])☐□")
_FEWEST, _MOST_BLANK, _LONGEST_HEADING = 2, 1, 110


@dataclass(slots=True)
class _Group:
    """A prompt that grows: where it stands, and the labels of its boxes.

    `has_rest` says that something else may be written in; `is_listed` that its boxes begin lines.
    """

    start: int
    end: int
    labels: list[str] = field(default_factory=list)
    has_rest: bool = False
    is_listed: bool = False


class BoxReader:
    """Finds the groups; `fields` are words that begin a prompt of their own within a line."""

    def __init__(self, fields: str, options: OptionLists) -> None:
        """Told the words, as alternatives of an expression, and what `options` are contraries."""
        self._options = options
        self._field = re.compile(rf"(?<=[\s|])(?:{fields})\b", re.IGNORECASE)

    def groups(self, text: str, lines: Lines) -> Iterator[tuple[int, int, str]]:
        """Start, end and type of each group of empty boxes in `text`."""
        if len(_BOX.findall(text, 0)) < _FEWEST:
            return
        for group in self._grown(text, lines):
            kind = self._type(group)
            if kind:
                yield group.start, group.end, kind

    def _type(self, group: _Group) -> str | None:
        """`yes_no` or `choice`; None where a single box, or an amount, asks for nothing."""
        labels = group.labels
        if len(labels) + group.has_rest < _FEWEST or any(map(_COUNTED.match, labels)):
            return None
        return "yes_no" if self._options.contrary(labels) else "choice"

    def _grown(self, text: str, lines: Lines) -> Iterator[_Group]:
        heading: int | None = None
        group: _Group | None = None
        header, blank = "", 0
        for start in lines.starts:
            stop = text.find("\n", start)
            line = text[start : stop if stop >= 0 else len(text)].rstrip()
            if not line.strip():
                blank += 1
                continue
            is_near, is_next, blank = blank <= _MOST_BLANK, not blank, 0
            if _rows(line, header):
                yield from _in_cells(line, start, header)
            elif group and _goes_on(line) and (is_near if group.is_listed else is_next):
                _extend(group, line, start)
                continue
            if group:
                yield group
            group = None
            if _is_prompt(line) and not _rows(line, header):
                *whole, last = self._pieces(line)
                yield from (_new(line[a:b], start + a) for a, b in whole)
                group = _new(line[last[0] : last[1]], start + last[0])
                if heading is not None and is_near and not whole and _FIRST_BOX.match(line):
                    group.start = heading
                group.is_listed = _FIRST_BOX.match(line) is not None
            heading = start + len(line) - len(line.lstrip()) if _is_heading(line) else None
            header = line if "|" in line and not _BOX.search(line) else header
        if group:
            yield group

    def _pieces(self, line: str) -> list[tuple[int, int]]:
        """The prompts of a line: a new one begins with a word of `fields`, behind a box."""
        cuts = [0]
        boxes = [match.start() for match in _BOX.finditer(line)]
        for match in self._field.finditer(line):
            before = bisect_left(boxes, match.start())
            is_behind = before > 0 and boxes[before - 1] >= cuts[-1]
            is_option = line[match.start() - 2 : match.start()].rstrip()[-1:] in _BOX_ENDS
            if is_behind and before < len(boxes) and not is_option:
                cuts.append(match.start())
        return list(zip(cuts, [*cuts[1:], len(line)], strict=True))


def _is_prompt(line: str) -> bool:
    """Whether a line has boxes to tick; one in front of a question is its bullet."""
    if not _BOX.search(line) or _TICK.search(line) or open_pair(line) is not None:
        return False
    return not (line.endswith("?") and _FIRST_BOX.match(line))


def _is_heading(line: str) -> bool:
    """Whether a line may stand above its boxes."""
    is_short = len(line) <= _LONGEST_HEADING and not line.rstrip().endswith((".", "?", "__"))
    return is_short and not _BOX.search(line) and not _TICK.search(line)


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the group above: it begins with a box, or leaves room for more."""
    return bool(_FIRST_BOX.match(line) and _is_prompt(line)) or bool(_REST.match(line))


def _new(words: str, at: int) -> _Group:
    first = len(words) - len(words.lstrip())
    group = _Group(at + first, at + first)
    _extend(group, words, at)
    return group


def _extend(group: _Group, line: str, start: int) -> None:
    aside = _ASIDE.search(line)
    told = line[: aside.start()] if aside else line
    group.labels += [match["label"].strip(" *_.,:").lower() for match in _LABEL.finditer(told)]
    group.has_rest |= _OTHER.search(told) is not None
    group.end = start + len(told.rstrip())


def _rows(line: str, header: str) -> bool:
    """Whether a line is a row of bare boxes under a header."""
    cells = [cell.strip() for cell in line.split("|")]
    return bool(header) and sum(bool(_BOX.fullmatch(cell)) for cell in cells) >= _FEWEST


def _in_cells(line: str, start: int, header: str) -> Iterator[_Group]:
    """The prompts of such a row: each label with the boxes on its right, or else on its left."""
    heads = [cell.strip().lower() for cell in header.split("|")]
    at, labelled, boxes = 0, -1, 0
    cells = line.split("|")
    for number, cell in enumerate(cells):
        stop = at + len(cell)
        if _BOX.fullmatch(cell.strip()):
            boxes += 1
            is_last = number + 1 == len(cells) or not _BOX.fullmatch(cells[number + 1].strip())
            if labelled >= 0 and boxes >= _FEWEST and is_last:
                options = heads[number + 1 - boxes : number + 1]
                yield _Group(start + labelled, start + len(line[:stop].rstrip()), options)
        elif _LETTERS.search(cell):
            if labelled < 0 and boxes >= _FEWEST and not _REST.match(cell):
                yield _Group(start, start + len(line[:stop].rstrip()), heads[:boxes])
            labelled, boxes = at + len(cell) - len(cell.lstrip()), 0
        else:
            labelled, boxes = -1, 0
        at = stop + 1
