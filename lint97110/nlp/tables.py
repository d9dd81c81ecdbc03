"""Tables: rows under a header, in pipes, tabs or aligned columns. A blank cell is blank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.lines import Lines
from lint97110.model import Span

_ALIGNED = re.compile(r"\S+(?: \S+)*")  # a cell between wide gaps
_RULE = re.compile(r"[-=_|+:\s]+$")  # a line that is drawn
_VISIT = re.compile(  # the head of a column for one visit: "11/12", "Visit 4 (re-eval)"
    r"(?:\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?|\d{4}-\d{2}-\d{2}|visit \d+|v\d+"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|(?:wk|week|day) \d+(?: \d{1,2}[/.\-]\d{1,2})?)"
    r"(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d\s*(?:min|unit|sec|lb|kg|rep)", re.IGNORECASE)  # no name of a column
_WORDS = re.compile(r"[a-z0-9#%/]+")  # of a column's name
_OF_TREATMENT = frozenset(("sets", "reps", "load", "hold", "minutes", "units", "code"))
_OF_VISITS = frozenset(
    ("earlier", "baseline", "at_start")
)  # a sheet whose column of exercises has no name
_NAMED_CELLS = 2  # as many known names make a header
_CODE = re.compile(r"9[27]\d{3}\b")
LABEL = "label"
"""The column of a table on its side that says what its rows hold."""
_LONGEST_NAME = 5  # words in the name of a column
_SLANT = 2  # characters that a cell stands beside its column
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

    @property
    def tells_goals(self) -> bool:
        """Whether it has a column of goals."""
        return "goal" in self.roles

    @property
    def tells_treatment(self) -> bool:
        """Whether its columns are those of exercises that were done or of time that was spent."""
        return bool(_OF_TREATMENT.intersection(self.roles))


@dataclass(frozen=True, slots=True)
class _Column:
    role: str
    start: int
    end: int


def tables(
    text: str, lines: Lines, names: Mapping[str, str], services: Mapping[str, str]
) -> Iterator[Table]:
    """The tables of `text`; `names` says which column names hold what, `services` name codes."""
    count = len(lines.starts)
    number = 0
    while number < count:
        line = _line(text, lines, number)
        found = None
        for columns in (_codes_header(text, line, names, services), _header(text, line, names)):
            if columns is not None and found is None:
                rows, after = _rows(text, lines, number + 1, line, columns)
                roles = tuple(column.role for column in columns)
                if LABEL not in roles or any(row_holds(text, row, names) for row in rows):
                    found = Table(Span(*line), roles, tuple(rows)), after
        table, number = found or (None, number + 1)
        if table is not None and table.rows:
            yield table


def row_holds(text: str, row: Row, names: Mapping[str, str]) -> str | None:
    """What the row of a table on its side holds, minutes or units, by its label."""
    role = _role(row.cells[LABEL].of(text), names) if LABEL in row.cells else None
    return role if role in ("minutes", "units") else None


def _codes_header(
    text: str, line: tuple[int, int], names: Mapping[str, str], services: Mapping[str, str]
) -> list[_Column] | None:
    """The columns of a table on its side: codes or services stand over them."""
    mark = _mark(text, line)
    if not mark and _is_one_cell(text[line[0] : line[1]]):
        return None
    cells = _cells(text, line, mark, framed=_is_in_frame(text, line))
    roles = [_head(cell.of(text), names, services) for cell in cells]
    if roles and roles[0] is None:
        roles[0] = LABEL
    if None in roles or sum(str(role).isdigit() for role in roles) < _NAMED_CELLS:
        return None
    if mark:
        return [_Column(str(role), at, at) for at, role in enumerate(roles)]
    columns = [
        _Column(str(role), cell.start - line[0], cell.end - line[0])
        for cell, role in zip(cells, roles, strict=True)
    ]
    if LABEL not in roles:
        columns.insert(0, _Column(LABEL, 0, columns[0].start - 1))
    return columns


def _head(cell: str, names: Mapping[str, str], services: Mapping[str, str]) -> str | None:
    """The code that stands over a column, or `timed` or `total`."""
    words = cell.strip(" *_").lower()
    if _CODE.match(words):
        return words[:5]
    role = names.get(words)
    return services.get(words) or (role if role in ("timed", "total") else None)


def _line(text: str, lines: Lines, number: int) -> tuple[int, int]:
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


def _cells(text: str, line: tuple[int, int], mark: str, *, framed: bool) -> list[Span]:
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


def _parted(text: str, cells: list[Span]) -> list[Span]:
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


def _role(cell: str, names: Mapping[str, str]) -> str | None:
    words = _WORDS.findall(cell.lower().strip(" *_"))
    if not 0 < len(words) <= _LONGEST_NAME:
        return None
    whole = " ".join(words)
    return names.get(whole) or names.get(words[0])


def _header(text: str, line: tuple[int, int], names: Mapping[str, str]) -> list[_Column] | None:
    mark = _mark(text, line)
    if not mark and _is_one_cell(text[line[0] : line[1]]):
        return None
    cells = _parted(text, _cells(text, line, mark, framed=_is_in_frame(text, line)))
    if len(cells) < _NAMED_CELLS:
        return None
    words = [cell.of(text) for cell in cells]
    roles = _by_visit([_role(word, names) for word in words], words)
    is_named = sum(role is not None for role in roles) >= _NAMED_CELLS
    of_visits = roles[0] in _OF_VISITS
    if not is_named or any(map(_AMOUNT.search, words)):
        return None
    if any(char.isdigit() for char in words[0]) and not of_visits:
        return None
    if mark:
        return [_Column(role or "other", at, at) for at, role in enumerate(roles)]
    named = [
        _Column(role or "other", cell.start - line[0], cell.end - line[0])
        for cell, role in zip(cells, roles, strict=True)
    ]
    return [_Column("exercise", 0, named[0].start - 1), *named] if of_visits else named


def _is_one_cell(words: str) -> bool:
    """Whether nothing but single spaces parts the words of a line; other spaces do not print."""
    return "  " not in words and words.isprintable()


def _by_visit(roles: list[str | None], cells: list[str]) -> list[str | None]:
    """A flow sheet has a column a visit: the last is today, the one before it the last time."""
    visits = [at for at, cell in enumerate(cells) if _VISIT.match(cell.strip(" *"))]
    if "current" in roles and visits:
        visits.append(roles.index("current"))  # "3/4 | 3/11 | today"
    if len(visits) < _NAMED_CELLS or (0 in visits and len(visits) < len(cells)):
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
    mark, framed = _mark(text, header), _is_in_frame(text, header)
    rows: list[Row] = []
    while number < len(lines.starts):
        line = _line(text, lines, number)
        body = text[line[0] : line[1]]
        if body.strip() and _RULE.match(body.strip()):
            number += 1
            continue
        if not body.strip() and not mark and _goes_on(text, lines, number + 1, columns):
            number += 1
            continue
        if not body.strip() or ("|" in body) != (mark == "|"):
            break
        cells = _cells(text, line, mark, framed=framed)
        if mark == "|" and len(cells) < len(columns):
            cells = _parted(text, cells)
        is_prose = len(body) > _WIDE or "?" in body
        if mark != "|" and len(cells) == 1 and is_prose and not body.startswith(" "):
            break
        rows.append(_row(line, cells, columns, is_marked=bool(mark)))
        number += 1
    return rows, number


def _goes_on(text: str, lines: Lines, number: int, columns: list[_Column]) -> bool:
    """Whether a table by alignment goes on in line `number`: every cell begins under its column."""
    if number >= len(lines.starts):
        return False
    line = _line(text, lines, number)
    cells = _cells(text, line, "", framed=False)
    return len(cells) == len(columns) and all(
        abs(cell.start - line[0] - column.start) <= _SLANT
        for cell, column in zip(cells[1:], columns[1:], strict=True)
    )


def _row(
    line: tuple[int, int], cells: list[Span], columns: list[_Column], *, is_marked: bool
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


def _under(start: int, end: int, columns: list[_Column]) -> _Column | None:
    """The column that a cell stands under: the one it overlaps most, else the nearest."""

    def distance(column: _Column) -> int:
        if start < column.end and column.start < end:
            return -1
        return min(abs(start - column.start), abs(end - column.end), abs(start - column.end))

    return min(columns, key=distance, default=None)
