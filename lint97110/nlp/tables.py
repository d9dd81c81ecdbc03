"""Tables: rows under a header, in pipes, tabs or aligned columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.language import Language
from lint97110.lines import Lines
from lint97110.model import Span
from lint97110.nlp.table_cells import Column, Head, has_cells, head, line_at
from lint97110.nlp.table_rows import Row, rows_under
from lint97110.nlp.tally import MOST_UNITS
from lint97110.wording import one_of

_WORDS = re.compile(r"[a-z0-9#%/]+")  # of a column's name
_OF_TREATMENT = frozenset(("sets", "reps", "load", "hold", "minutes", "units", "code"))
_OF_VISITS = frozenset(("earlier", "baseline", "at_start"))
"""In a sheet of visits the column of exercises may have no name."""

_CODE = re.compile(r"9[27]\d{3}\b")
_OF_BILLING = frozenset(("code", "block", "minutes", "units"))
CLOCK_IN, CLOCK_OUT = "clock_in", "clock_out"
"""The columns of the times at which each row began and ended."""

_OF_CHARGES = frozenset(("code", "units", CLOCK_IN))

LABEL = "label"
"""The column of a table on its side that says what its rows hold."""

_NAMED_CELLS = 2  # as many known names make a header
_LONGEST_NAME = 5  # words in the name of a column


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

    @property
    def tells_charges(self) -> bool:
        """Whether its columns are those of codes, units or clock times."""
        return self.is_side or not _OF_CHARGES.isdisjoint(self.roles)

    @property
    def is_side(self) -> bool:
        """Whether it is one on its side: codes stand over its columns."""
        return LABEL in self.roles or any(role.isdigit() for role in self.roles)


class TableFinder:
    """Finds tables by the names of their columns, as rules/columns.yaml has them."""

    def __init__(
        self,
        names: Mapping[str, str],
        services: Mapping[str, str],
        wordings: Mapping[str, tuple[str, ...]],
    ) -> None:
        """`names` says which column names hold what, `services` which words name which code."""
        self._names = names
        self._services = services
        self._visit = _visit(wordings)
        self._clocks = [tuple(pair.split("/")) for pair in wordings["tables.clock_columns"]]
        amounts = one_of(wordings["tables.amounts"], begins=False)
        self._amount = re.compile(rf"\d\s*{amounts}", re.IGNORECASE)

    @classmethod
    def of(cls, language: Language) -> "TableFinder":
        """One that knows the words of a pack."""
        return cls(language.columns, language.services, language.wordings)

    def tables(self, text: str, lines: Lines) -> Iterator[Table]:
        """The tables of `text`, one below the other."""
        count = len(lines.starts)
        number = 0
        while number < count:
            table, number = self._table(text, lines, number)
            if table is not None and table.rows:
                yield table

    def row_holds(self, text: str, row: Row) -> str | None:
        """What the row of a table on its side holds, minutes or units, by its label.

        Without one, whole numbers are units where all of them are small.
        """
        if LABEL not in row.cells:
            cells = [cell.of(text) for cell in row.every if cell.end > cell.start]
            if not cells or not all(cell.isdigit() for cell in cells):
                return None
            return "units" if max(map(int, cells)) <= MOST_UNITS else "minutes"
        role = self._role(row.cells[LABEL].of(text))
        return role if role in ("minutes", "units") else None

    def _table(self, text: str, lines: Lines, number: int) -> tuple[Table | None, int]:
        """The table under a line, if it heads one, and the number of the line behind it."""
        line = line_at(text, lines, number)
        if not has_cells(text, line):
            return None, number + 1
        for read in (self._codes_header, self._header):
            header, columns = read(text, line)
            if header is None or columns is None:
                continue
            rows, after = rows_under(text, lines, number + 1, header, columns)
            roles = tuple(column.role for column in columns)
            is_side = read == self._codes_header
            if not is_side or any(self.row_holds(text, row) for row in rows):
                return Table(Span(*line), roles, tuple(rows)), after
        return None, number + 1

    def _codes_header(
        self, text: str, line: tuple[int, int]
    ) -> tuple[Head | None, list[Column] | None]:
        """The columns of a table on its side: codes or services stand over them."""
        header = head(text, line)
        if header is None:
            return None, None
        roles = [self._code(cell.of(text)) for cell in header.cells]
        if roles and roles[0] is None:
            roles[0] = LABEL
        named = [role for role in roles if role is not None]
        if len(named) < len(roles) or sum(role.isdigit() for role in named) < _NAMED_CELLS:
            return None, None
        columns = header.columns(named)
        if not header.mark and LABEL not in named:
            columns.insert(0, Column(LABEL, 0, columns[0].start - 1))
        return header, columns

    def _code(self, cell: str) -> str | None:
        """The code that stands over a column, or `timed` or `total`."""
        words = cell.strip(" *_").lower()
        if _CODE.match(words):
            return words[:5]
        role = self._names.get(words)
        return self._services.get(words) or (role if role in ("timed", "total") else None)

    def _header(self, text: str, line: tuple[int, int]) -> tuple[Head | None, list[Column] | None]:
        """The columns of a table whose names are known, two of them at least."""
        header = head(text, line, parted=True)
        if header is None or len(header.cells) < _NAMED_CELLS:
            return None, None
        words = [cell.of(text) for cell in header.cells]
        roles = self._by_clock([self._role(word) for word in words], words)
        roles = self._by_visit(roles, words)
        is_named = sum(role is not None for role in roles) >= _NAMED_CELLS
        of_visits = roles[0] in _OF_VISITS
        if not is_named or any(map(self._amount.search, words)):
            return None, None
        if any(char.isdigit() for char in words[0]) and not of_visits:
            return None, None
        columns = header.columns([role or "other" for role in roles])
        if of_visits and not header.mark:
            columns.insert(0, Column("exercise", 0, columns[0].start - 1))
        return header, columns

    def _role(self, cell: str) -> str | None:
        """What a column of that name holds."""
        words = _WORDS.findall(cell.lower().strip(" *_"))
        if not 0 < len(words) <= _LONGEST_NAME:
            return None
        return self._names.get(" ".join(words)) or self._names.get(words[0])

    def _by_clock(self, roles: list[str | None], cells: list[str]) -> list[str | None]:
        """Columns of clock times beside one of codes, services, minutes or units."""
        if _OF_BILLING.isdisjoint(roles):
            return roles
        words = [cell.strip(" *_").lower() for cell in cells]
        pair = next((pair for pair in self._clocks if set(words).issuperset(pair)), None)
        if pair is None:
            return roles
        named = list(roles)
        for word, role in zip(pair, (CLOCK_IN, CLOCK_OUT), strict=True):
            named[words.index(word)] = role
        return named

    def _by_visit(self, roles: list[str | None], cells: list[str]) -> list[str | None]:
        """A flow sheet has a column a visit: the last is today, before it stands the last time."""
        visits = [at for at, cell in enumerate(cells) if self._visit.match(cell.strip(" *"))]
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


def _visit(wordings: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """The head of a column for one visit: "11/12", "Visit 4 (re-eval)", "wk 3 4/12"."""

    def of(name: str) -> str:
        return one_of(wordings[name], begins=False)

    day = r"\d{1,2}[/.\-]\d{1,2}"
    months = "|".join(wordings["days.months"])
    return re.compile(
        rf"(?:{day}(?:[/.\-]\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}|{of('tables.visit')}"
        rf"|\d{{1,2}} (?:{months})[a-z]*|{of('tables.week')} \d+(?: {day})?)"
        r"(?:\s*\([^)]*\))?$",
        re.IGNORECASE,
    )
