"""The rows under the head of a table, up to where it ends. A blank cell is blank."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.lines import Lines
from lint97110.model import Span
from lint97110.nlp.table_cells import Column, Head, cells_of, line_at, parted_cells

_RULE = re.compile(r"[-=_|+:\s]+$")  # a line that is drawn
_SLANT = 2  # characters that a cell stands beside its column
_WIDE = 60  # characters; a longer line without columns is prose


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place, its cells by the role of their column, and all of its cells."""

    span: Span
    cells: Mapping[str, Span]
    every: tuple[Span, ...]


def rows_under(
    text: str, lines: Lines, number: int, head: Head, columns: list[Column]
) -> tuple[list[Row], int]:
    """The rows from line `number` on, and the number of the line behind them."""
    mark = head.mark
    rows: list[Row] = []
    while number < len(lines.starts):
        line = line_at(text, lines, number)
        body = text[line[0] : line[1]]
        if body.strip() and _RULE.match(body.strip()):
            number += 1
            continue
        if not body.strip() and not mark and _goes_on(text, lines, number + 1, columns):
            number += 1
            continue
        if not body.strip() or ("|" in body) != (mark == "|"):
            break
        cells = cells_of(text, line, mark, framed=head.framed)
        if mark == "|" and len(cells) < len(columns):
            cells = parted_cells(text, cells)
        is_prose = len(body) > _WIDE or "?" in body
        if mark != "|" and len(cells) == 1 and is_prose and not body.startswith(" "):
            break
        if not mark and _lacks_label(text, cells, columns):
            rows.append(_row(line, cells, columns[1:], is_marked=False))
        else:
            rows.append(_row(line, cells, columns, is_marked=bool(mark)))
        number += 1
    return rows, number


def _goes_on(text: str, lines: Lines, number: int, columns: list[Column]) -> bool:
    """Whether a table by alignment goes on in line `number`: every cell begins under its column."""
    if number >= len(lines.starts):
        return False
    line = line_at(text, lines, number)
    cells = cells_of(text, line, "", framed=False)
    return len(cells) == len(columns) and all(
        abs(cell.start - line[0] - column.start) <= _SLANT
        for cell, column in zip(cells[1:], columns[1:], strict=True)
    )


def _lacks_label(text: str, cells: list[Span], columns: list[Column]) -> bool:
    """Whether a row holds a figure for each column but the first, which is one of labels."""
    is_labelled = columns[0].role == "label" and len(cells) == len(columns) - 1
    return is_labelled and all(cell.of(text).isdigit() for cell in cells)


def _row(
    line: tuple[int, int], cells: list[Span], columns: list[Column], *, is_marked: bool
) -> Row:
    found: dict[str, Span] = {}
    filled = [cell for cell in cells if cell.end > cell.start]
    if len(cells) > len(columns) == len(filled):
        cells = filled  # more than one tab to the next column
    is_whole = is_marked or len(cells) == len(columns)  # as many cells as columns: none is blank
    for index, cell in enumerate(cells):
        if is_whole:
            column = columns[index] if index < len(columns) else None
        else:
            column = _under(cell.start - line[0], cell.end - line[0], columns)
        if column is not None and cell.end > cell.start:
            found.setdefault(column.role, cell)
    return Row(Span(*line), found, tuple(cells))


def _under(start: int, end: int, columns: list[Column]) -> Column | None:
    """The column that a cell stands under: the one it overlaps most, else the nearest."""

    def distance(column: Column) -> int:
        if start < column.end and column.start < end:
            return -1
        return min(abs(start - column.start), abs(end - column.end), abs(start - column.end))

    return min(columns, key=distance, default=None)
