"""What tables do to the sections of a note: they tell of treatment or goals, wherever found."""

from lint97110.nlp.outline import Outline
from lint97110.nlp.tables import Table
from lint97110.nlp.written_lines import Line

_GOALS = "goals"
_NOT_TREATED = frozenset(("subjective", "history", "header", "precautions", "medications"))


class TableSections:
    """Opens a section where a table begins that its surroundings do not suit, and ends it below."""

    def __init__(self, outline: Outline, tables: tuple[Table, ...]) -> None:
        """Note where each of `tables` begins and ends."""
        self._outline = outline
        ends = {t.header.start: t.rows[-1].span.end for t in tables}
        self._treating = {t.header.start: ends[t.header.start] for t in tables if t.tells_treatment}
        self._goals = {t.header.start: ends[t.header.start] for t in tables if t.tells_goals}
        self._tables = tuple(ends.items())
        self._end = -1
        self._interrupted: tuple[str, ...] = ()

    def pass_line(self, line: Line) -> None:
        """Open or leave the section of a table where `line` begins or follows one."""
        outline = self._outline
        if self._end >= 0 and line.start >= self._end:
            self._end = -1
            outline.neutral(line.start, self._interrupted)
            self._interrupted = ()
        rows_end = self._goals.get(line.start - line.indent)
        if rows_end is not None and _GOALS not in outline.names:
            self._end, self._interrupted = rows_end, outline.names
            outline.neutral(line.start, (_GOALS,))
            return
        end = self._treating.get(line.start - line.indent)
        if end is not None and _NOT_TREATED.intersection(outline.names):
            self._end = end
            outline.neutral(line.start)

    def is_row(self, line: Line) -> bool:
        """Whether a line stands inside a table, below its head."""
        return any(first < line.start < last for first, last in self._tables)

    def is_head(self, line: Line) -> bool:
        """Whether a table begins with a line."""
        return any(first == line.start for first, _ in self._tables)
