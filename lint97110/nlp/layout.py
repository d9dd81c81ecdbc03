"""The shape of a note: blocks and sections. A sentence may wrap, a line may hold three fields."""

from lint97110.lines import Lines
from lint97110.model import Span
from lint97110.nlp.heading_marks import LETTERS, aligned_label, field_label
from lint97110.nlp.headings import LASTING, Headings, Label
from lint97110.nlp.outline import TITLE, Layout, Outline
from lint97110.nlp.prompted import PromptedPlan
from lint97110.nlp.table_sections import TableSections
from lint97110.nlp.tables import Table
from lint97110.nlp.tick_boxes import has_ticks, option_starts
from lint97110.nlp.written_lines import (
    LONG_LINE,
    Line,
    Wrapping,
    ends_sentence,
    is_item,
    written_lines,
)

_CORE = frozenset(("subjective", "objective", "interventions", "assessment", "plan"))
_TREATMENT = frozenset(("objective", "interventions"))
_TOLD_AHEAD = frozenset(("plan", "home_program"))
_TREATED = (("interventions",), ("assessment",))
_TOLD_ONCE = frozenset(("goals",))
_TELLING = frozenset(("signature",))  # "Signed by PT" is a heading that says something itself
_RATED = ("frequency",)
_FEWEST_UNDER_TITLE = 4  # lines of a note that has a title
_NEXT_LINE = 2  # characters from the end of a line to the next line, with none between
_LONGEST_TITLE, _MOST_TITLE_WORDS = 45, 6


def lay_out(text: str, lines: Lines, headings: Headings, tables: tuple[Table, ...] = ()) -> Layout:
    """Find the blocks and sections of `text`, in which `tables` stand."""
    return _Walk(text, headings, tables).run(list(written_lines(text, lines)))


class _Walk:
    """Line by line through a note: which section each line opens, leaves or goes on with."""

    def __init__(self, text: str, headings: Headings, tables: tuple[Table, ...]) -> None:
        self.text = text
        self.headings = headings
        self.outline = Outline(text)
        self.tables = TableSections(self.outline, tables)
        self.prompted = PromptedPlan(self.outline, headings)
        self.wrapping = Wrapping(text, [])
        self.has_ticks = has_ticks(text)
        self.uses_letters = False
        self.only_subjective = False
        self.bullets: int | None = None  # how far in the items of a list stand
        self.field: tuple[int, int] | None = None  # where the values of aligned fields begin
        self.opening_indent = 0
        self.last: Line | None = None
        self._labels: dict[int, Label | None] = {}

    def run(self, lines: list[Line]) -> Layout:
        """Every line in turn."""
        self.only_subjective = not self._has_treatment_heading(lines)
        title = self._title(lines)
        self.wrapping = Wrapping(self.text, lines)
        for line in lines:
            if title is not None and line.start > title:
                self.outline.neutral(line.start)
                title = None
            if line.is_blank or line.is_rule:
                self.outline.flush()
                self.outline.leave_passing(line.start)
                self.last = None
                continue
            self._line(line)
            self.last = line
        return self.outline.finished()

    def _title(self, lines: list[Line]) -> int | None:
        """Where the first line begins, when it is the title of the paper and no sentence."""
        written = [line for line in lines if not line.is_rule and not line.is_blank]
        if len(written) < _FEWEST_UNDER_TITLE:
            return None
        first, second = written[:2]
        words = self.text[first.start : first.end]
        is_apart = second.start - first.end > _NEXT_LINE or len(words) < LONG_LINE
        if (
            not is_apart
            or ends_sentence(words)
            or self.headings.at_start(self.text, first.start, first.end)
        ):
            return None
        self.outline.has_title()
        return first.start

    def _has_treatment_heading(self, lines: list[Line]) -> bool:
        """Whether any heading says where the treatment is told; if not, a paragraph ends S."""
        for line in lines:
            label = self._label(line)
            if label and _TREATMENT.intersection(label.names) and not label.text[:1].isdigit():
                return True
            inner = self.headings.inside(self.text, line.start, line.end, letters=True)
            if any(_TREATMENT.intersection(each.names) for each in inner):
                return True
        return False

    def _label(self, line: Line) -> Label | None:
        """The heading that a line begins with; most lines are asked for it twice."""
        if line.start not in self._labels:
            self._labels[line.start] = self.headings.at_start(self.text, line.start, line.end)
        return self._labels[line.start]

    def _line(self, line: Line) -> None:
        self.tables.pass_line(line)
        label = self._label(line)
        if label is not None and self._is_no_heading(label, line):
            label = None
        if label is None:
            self._unlabelled(line)
        self._field(line, label)
        if label is None:
            self._body(line.start, line.end, line)
        else:
            self._labelled(label, line)

    def _unlabelled(self, line: Line) -> None:
        """A line without a known heading may still open something."""
        if self._is_unknown_heading(line):
            self.outline.is_passing = False
            self.outline.parent = ()
            names = self.headings.hinted(self.text[line.start : line.end])
            self.outline.switch(names, line.start)
        words = self.text[line.start : line.end]
        self.prompted.pass_line(words, line.start, is_item=self._is_item(line))
        self._hint(line)

    def _labelled(self, label: Label, line: Line) -> None:
        self.outline.flush()
        self.prompted.end()
        self._open(label, line, line.start)  # with the stars or the bullet before it
        if label.is_alone and _TELLING.isdisjoint(label.names) and not self._signs(label, line):
            self.outline.add_heading(line.start, line.end)
        else:
            self._body(line.start, line.end, line, skip=label.end)

    def _signs(self, label: Label, line: Line) -> bool:
        """Whether a title of a clinician ends the note: "-- PTA" heads nothing any more."""
        is_last = not self.text[line.end :].strip()
        return is_last and label.names == TITLE and ":" not in self.text[line.start : line.end]

    def _is_no_heading(self, label: Label, line: Line) -> bool:
        """Whether a code or a word that begins a line is one of a list or of a table's row."""
        if label.text[:1].isdigit():
            return "charges" in self.outline.names
        is_dated = label.text[-1:].isdigit() and label.is_by_gap
        if is_dated and "plan" in self.outline.names:
            return True  # "Recert due 12/1" is what was planned
        if not label.is_by_gap or self.tables.is_row(line):
            return label.is_by_gap
        # A table's head may begin with the heading of a section: "OBJECTIVE   IE   NOW".
        return self.tables.is_head(line) and _CORE.isdisjoint(label.names)

    def _field(self, line: Line, label: Label | None) -> None:
        """In a list of aligned fields each label is a peer: an unknown one ends the field above."""
        end = aligned_label(self.text, line.start, line.end)
        field = None if end is None else (line.indent, end - line.start)
        if field is not None and field == self.field and label is None:
            names = self.headings.hinted(self.text[line.start : line.start + field[1]])
            outline = self.outline
            outline.switch(outline.parent if outline.is_under_title else names, line.start)
        self.field = field

    def _hint(self, line: Line) -> None:
        """An unknown label above its paragraph may speak of what comes next: "Next Thurs: ..."."""
        end = field_label(self.text, line.start, line.end)
        if end is None or (self.outline.is_under_title and line.indent > 0):
            return
        names = self.headings.hinted(self.text[line.start : end])
        ends_list = self._hints_elsewhere(line.start, end)
        if _TOLD_AHEAD.intersection(names) or (self.last is None and names) or ends_list:
            # "Goal of TUG under 20 s: 27 today" is one goal
            self.outline.is_passing = bool(_TOLD_ONCE.intersection(names))
            self.opening_indent = line.indent
            self.bullets = None if ends_list else self.bullets
            self.outline.switch(names, line.start)

    def _is_unknown_heading(self, line: Line) -> bool:
        """A short line of its own that ends with a colon, or stands alone above a paragraph."""
        words = self.text[line.start : line.end]
        if len(words) > _LONGEST_TITLE or "|" in words or any(map(str.isdigit, words)):
            return False
        if words.endswith(":"):
            return words[:1].isupper() and len(words.split()) <= _MOST_TITLE_WORDS
        return (
            self.last is None
            and bool(self.outline.names)
            and words[:1].isupper()
            and words[-1].isalpha()
            and 1 < len(words.split()) <= _MOST_TITLE_WORDS
            and not (words.isupper() and self.text.isupper())
            and self.headings.hinted(words) != ()
        )

    def _body(self, start: int, end: int, line: Line, skip: int | None = None) -> None:
        """The text of a line, cut where a further heading stands in it."""
        at = start
        for inner in self.headings.inside(self.text, skip or start, end, letters=self.uses_letters):
            if inner.names == _RATED and self._is_of_a_symptom(line.start, end):
                continue
            self._add(at, inner.start, line, starts_new=skip is not None)
            self.outline.flush()
            self._open(inner, line, inner.start)
            at, skip = inner.start, inner.end
        begins = at
        for option in option_starts(self.text[begins:end]) if self.has_ticks else ():
            self._add(at, begins + option, line, starts_new=skip is not None)
            self.outline.flush()  # what was not ticked is said of nobody
            at = skip = begins + option
        self._add(at, end, line, starts_new=skip is not None)

    def _is_of_a_symptom(self, start: int, end: int) -> bool:
        """Whether a frequency is a symptom's: "Pain: 5/10   Location: back   Frequency: often"."""
        return self.headings.words.of_a_symptom.match(self.text, start, end) is not None

    def _add(self, start: int, end: int, line: Line, *, starts_new: bool) -> None:
        """Words of a line go on with the block that grows, or begin the next one."""
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if end <= start:
            return
        if not starts_new and self._continues(start, end, line):
            self.outline.grow(end)
            return
        self.outline.flush()
        if not starts_new and self._ends_field(start, end, line):
            self.outline.leave_passing(start)
        self._list(line, starts_new=starts_new)
        self.outline.start_block(start, end)

    def _continues(self, start: int, end: int, line: Line) -> bool:
        """Whether this line goes on with the sentence of the line before it."""
        last, pending = self.last, self.outline.pending
        if last is None or pending is None:
            return False
        above = Span(pending.start, pending.end)
        return self.wrapping.goes_on(Span(start, end), line, last, above)

    def _is_item(self, line: Line) -> bool:
        return is_item(self.text, line, in_list=self.bullets is not None)

    def _list(self, line: Line, *, starts_new: bool) -> None:
        """A line of prose that goes on with no item ends a list, and the section with it."""
        if self._is_item(line):
            asks = self.text[line.start : line.end].rstrip().endswith("?")  # its answer is no item
            if self.bullets is None and self._is_first(line) and not asks:
                self.bullets = line.indent
        elif self.bullets is not None and line.indent < self.bullets + 1 and not starts_new:
            if self._tells_of_a_goal(line):
                return
            self.bullets = None
            self.outline.neutral(line.start)

    def _tells_of_a_goal(self, line: Line) -> bool:
        """Whether a label right below a goal of a list says how it stands: "Current level: ..."."""
        is_below = self.last is not None and "goals" in self.outline.names
        end = field_label(self.text, line.start, line.end)
        return is_below and end is not None and not self._hints_elsewhere(line.start, end)

    def _hints_elsewhere(self, start: int, end: int) -> bool:
        """Whether an unknown label below a list opens something else: "Treatment this period:"."""
        return self.bullets is not None and self.headings.hinted(self.text[start:end]) in _TREATED

    def _is_first(self, line: Line) -> bool:
        """Whether a line is the first under the heading of its section."""
        heading = self.outline.heading
        return heading is not None and not self.text[heading.end : line.start].strip(" :\n\t\r")

    def _open(self, label: Label, line: Line, at: int) -> None:
        """Open the section of a heading; one in running text passes with it."""
        if len(label.text) == 1 and label.text.lower() in LETTERS:
            self.uses_letters = True
        names = () if label.is_alone and label.names == TITLE else label.names
        is_lasting = label.is_alone or bool(LASTING.intersection(label.names))
        is_core = bool(_CORE.intersection(label.names)) and not (
            self.only_subjective and "subjective" in label.names
        )
        outline = self.outline
        is_field = "plan" in names and not outline.has_opened(_CORE)  # "POC: 2x/wk" of a head
        outline.is_passing = not label.is_alone and (not is_core or is_field)
        if not outline.is_passing and is_lasting:
            is_peer = self.field is not None and not label.is_alone
            outline.parent = () if is_peer else names
            outline.is_under_title = label.is_alone
        self.bullets = None
        self.opening_indent = line.indent
        outline.begin(names, at, Span(at, label.end))

    def _ends_field(self, start: int, end: int, line: Line) -> bool:
        """Whether a line that continues nothing ends the field before it."""
        return self.outline.is_passing and (
            line.indent <= self.opening_indent or field_label(self.text, start, end) is not None
        )
