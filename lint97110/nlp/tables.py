"""Tables: rows under a header, in pipes, tabs or aligned columns. A blank cell is blank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.lines import Lines
from lint97110.model import Span

_PIPE = re.compile(r"[^|]+")  # a cell between bars
_ALIGNED = re.compile(r"\S+(?: \S+)*")  # a cell between wide gaps
_RULE = re.compile(r"[-=_|+:\s]+$")  # a line that is drawn
_VISIT = re.compile(  # the head of a column for one visit: "11/12", "Visit 4 (re-eval)"
    r"(?:\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?|\d{4}-\d{2}-\d{2}|visit \d+|v\d+)"
    r"(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-z0-9#%/]+")  # of a column's name
_NAMED_CELLS = 2  # as many known names make a header
_LONGEST_NAME = 5  # words in the name of a column
_WIDE = 60  # characters; a longer line without columns is prose


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place, its cells by the role of their column, and all of its cells."""

    span: Span
    cells: Mapping[str, Span]
    every: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows under it; `roles` are what its columns hold, left to right."""

    header: Span
    roles: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    role: str
    start: int
    end: int


def tables(text: str, lines: Lines, names: Mapping[str, str]) -> Iterator[Table]:
    """The tables of `text`; `names` says which column names hold what."""
    count = len(lines.starts)
    number = 0
    while number < count:
        line = _line(text, lines, number)
        columns = _header(text, line, names)
        if columns is None:
            number += 1
            continue
        rows, number = _rows(text, lines, number + 1, line, columns)
        if rows:
            yield Table(Span(*line), tuple(column.role for column in columns), tuple(rows))


def _line(text: str, lines: Lines, number: int) -> tuple[int, int]:
    start = lines.starts[number]
    end = lines.starts[number + 1] if number + 1 < len(lines.starts) else len(text)
    return start, start + len(text[start:end].rstrip())


def _cells(text: str, line: tuple[int, int]) -> list[Span]:
    start, end = line
    piped = "|" in text[start:end]
    pattern = _PIPE if piped else _ALIGNED
    found = [_trimmed(match) for match in pattern.finditer(text, start, end)]
    is_indented = piped and text[start:end].lstrip().startswith("|")
    return found[1:] if is_indented and found and found[0].start == found[0].end else found


def _trimmed(match: re.Match[str]) -> Span:
    """A cell without the blanks around its words; a blank cell has no length."""
    words = match.group()
    first = match.start() + (len(words) - len(words.lstrip()) if words.strip() else 0)
    return Span(first, first + len(words.strip()))


def _role(cell: str, names: Mapping[str, str]) -> str | None:
    words = _WORDS.findall(cell.lower().strip(" *_"))
    if not 0 < len(words) <= _LONGEST_NAME:
        return None
    whole = " ".join(words)
    return names.get(whole) or names.get(words[0])


def _header(text: str, line: tuple[int, int], names: Mapping[str, str]) -> list[_Column] | None:
    cells = _cells(text, line)
    if len(cells) < _NAMED_CELLS:
        return None
    words = [cell.of(text) for cell in cells]
    roles = _by_visit([_role(word, names) for word in words], words)
    is_named = sum(role is not None for role in roles) >= _NAMED_CELLS
    if not is_named or any(char.isdigit() for char in words[0]):
        return None
    if "|" in text[line[0] : line[1]]:
        return [_Column(role or "other", at, at) for at, role in enumerate(roles)]
    return [
        _Column(role or "other", cell.start - line[0], cell.end - line[0])
        for cell, role in zip(cells, roles, strict=True)
    ]


def _by_visit(roles: list[str | None], cells: list[str]) -> list[str | None]:
    """A flow sheet has a column a visit: the last is today, the one before it the last time."""
    visits = [at for at, cell in enumerate(cells) if _VISIT.match(cell.strip(" *"))]
    if len(visits) < _NAMED_CELLS or 0 in visits:
        return roles
    named = list(roles)
    for at in visits:
        named[at] = "earlier"
    named[visits[-2]], named[visits[-1]] = "baseline", "current"
    named[0] = named[0] or "exercise"
    return named


def _rows(
    text: str, lines: Lines, number: int, header: tuple[int, int], columns: list[_Column]
) -> tuple[list[Row], int]:
    piped = "|" in text[header[0] : header[1]]
    rows: list[Row] = []
    while number < len(lines.starts):
        line = _line(text, lines, number)
        body = text[line[0] : line[1]]
        if body.strip() and _RULE.match(body.strip()):
            number += 1
            continue
        cells = _cells(text, line)
        if not body.strip() or ("|" in body) != piped or not cells:
            break
        if not piped and len(cells) == 1 and not body.startswith(" ") and len(body) > _WIDE:
            break
        rows.append(_row(line, cells, columns, piped=piped))
        number += 1
    return rows, number


def _row(line: tuple[int, int], cells: list[Span], columns: list[_Column], *, piped: bool) -> Row:
    found: dict[str, Span] = {}
    for index, cell in enumerate(cells):
        if piped:
            column = columns[index] if index < len(columns) else None
        else:
            column = _under(cell.start - line[0], cell.end - line[0], columns)
        if column is not None and cell.end > cell.start:
            found.setdefault(column.role, cell)
    return Row(Span(*line), found, tuple(cells))


def _under(start: int, end: int, columns: list[_Column]) -> _Column | None:
    """The column that a cell stands under: the one it overlaps most, else the nearest."""

    def distance(column: _Column) -> int:
        if start < column.end and column.start < end:
            return -1
        return min(abs(start - column.start), abs(end - column.end), abs(start - column.end))

    return min(columns, key=distance, default=None)
