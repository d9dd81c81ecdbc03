"""The cells of a line, and the column that each stands under: by bars, by tabs, by alignment."""

import re
from dataclasses import dataclass

from lint97110.lines import Lines
from lint97110.model import Span

_ALIGNED = re.compile(r"\S+(?: \S+)*")  # a cell between wide gaps
_RULE = re.compile(r"[-=_|+:\s]+$")  # a line that is drawn


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and between which characters of a line its head stands."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The line over a table, how its cells are parted, and the cells."""

    line: tuple[int, int]
    mark: str
    """A bar, a tab, or nothing but their alignment."""
    framed: bool
    """Whether a bar stands before the table, not only behind the blank first cell of its head."""
    cells: tuple[Span, ...]

    def columns(self, roles: list[str]) -> list[Column]:
        """The columns under cells that hold `roles`; by their number, where a mark parts them."""
        if self.mark:
            return [Column(role, at, at) for at, role in enumerate(roles)]
        return [
            Column(role, cell.start - self.line[0], cell.end - self.line[0])
            for cell, role in zip(self.cells, roles, strict=True)
        ]


def head(text: str, line: tuple[int, int], *, parted: bool = False) -> Head | None:
    """A line as the head of a table; None where it has but one cell.

    `parted` tells cells apart that stand in one with a wide gap between: "MIN     UNITS".
    """
    mark = _mark(text, line)
    if not mark and _is_one_cell(text[line[0] : line[1]]):
        return None
    framed = _is_in_frame(text, line)
    cells = cells_of(text, line, mark, framed=framed)
    return Head(line, mark, framed, tuple(parted_cells(text, cells) if parted else cells))


def has_cells(text: str, line: tuple[int, int]) -> bool:
    """Whether more than single spaces parts the words of a line: most lines head no table."""
    words = text[line[0] : line[1]]
    return "|" in words or not _is_one_cell(words)


def line_at(text: str, lines: Lines, number: int) -> tuple[int, int]:
    """Where a line begins and ends, without the room behind it."""
    start = lines.starts[number]
    end = lines.starts[number + 1] if number + 1 < len(lines.starts) else len(text)
    return start, start + len(text[start:end].rstrip())


def _mark(text: str, header: tuple[int, int]) -> str:
    """What parts the cells of a table: a bar, a tab, or nothing but their alignment."""
    words = text[header[0] : header[1]]
    if "|" in words:
        return "|"
    is_tabbed = all(cell.strip() for cell in words.strip().split("\t"))
    return "\t" if "\t" in words and is_tabbed else ""


def cells_of(text: str, line: tuple[int, int], mark: str, *, framed: bool) -> list[Span]:
    """The cells of a line, the blank ones too where a mark parts them."""
    start, end = line
    if not mark:
        return [Span(*match.span()) for match in _ALIGNED.finditer(text, start, end)]
    found = []
    for words in text[start:end].split(mark):
        lead = len(words) - len(words.lstrip()) if words.strip() else 0
        found.append(Span(start + lead, start + lead + len(words.strip())))
        start += len(words) + len(mark)
    if mark == "|" and not text[found[-1].start : end].strip():
        found.pop()
    return found[1:] if framed and _is_framed(text, line) else found


def parted_cells(text: str, cells: list[Span]) -> list[Span]:
    """The cells, those apart that stand in one with a wide gap between: "MIN     UNITS"."""
    found: list[Span] = []
    for cell in cells:
        inner = [Span(*each.span()) for each in _ALIGNED.finditer(text, cell.start, cell.end)]
        found += inner or [cell]
    return found


def _is_framed(text: str, line: tuple[int, int]) -> bool:
    """Whether a bar stands before the first cell."""
    return text[line[0] : line[1]].lstrip().startswith("|")


def _is_in_frame(text: str, header: tuple[int, int]) -> bool:
    """Whether a bar stands before the table, not only behind the blank first cell of its header."""
    if not _is_framed(text, header):
        return False
    below = (line.strip() for line in text[header[1] :].splitlines())
    return next((line for line in below if not _RULE.match(line + "-")), "|").startswith("|")


def _is_one_cell(words: str) -> bool:
    """Whether nothing but single spaces parts the words of a line; other spaces do not print."""
    return "  " not in words and words.isprintable()
