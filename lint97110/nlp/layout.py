"""The shape of a note: blocks and sections. A sentence may wrap, a line may hold three fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from lint97110.lines import Lines
from lint97110.model import Section, Span
from lint97110.nlp.headings import LASTING, LETTERS, Headings, Label, aligned_label, field_label
from lint97110.nlp.options import has_ticks, option_starts
from lint97110.nlp.tables import Table

_RULE = re.compile(r"[-=*~|+#\s:–—]+$")  # a line that is drawn, not written
_BULLET = re.compile(r"[*•▪◦●○■□☐☑–—\-+>]\s|\(?\d{1,2}[.)]\s|[a-z][.)]\s|\[[ xX]?\]\s")
_NUMBERED = re.compile(r"(\d{1,2})\s+[A-Za-z]")  # "1 decrease pain": an item under a heading
_TERMINAL = re.compile(r"[.!?;:]['\")\]]*$")  # the end of a sentence
_RATE = re.compile(r"\d\s?[xX]\s?/\s?w")  # "3x/wk then recheck": a plan begins
_COLUMN_GAP = re.compile(r"\t+| {3,}|\|")

_CORE = frozenset(("subjective", "objective", "interventions", "assessment", "plan"))
_TREATMENT = frozenset(("objective", "interventions"))
_TOLD_AHEAD = frozenset(("plan", "home_program"))
_TOLD_ONCE = frozenset(("goals",))
_NOT_TREATED = frozenset(("subjective", "history", "header", "precautions", "medications"))
_TELLING = frozenset(("signature",))  # "Signed by PT" is a heading that says something itself
_TREATED = "interventions"
_PLANNED = ("plan",)
_TITLE = ("header",)  # "DAILY NOTE" names the paper, not what stands below it
_FEWEST_UNDER_TITLE = 4  # lines of a note that has a title
_NEXT_LINE = 2  # characters from the end of a line to the next line, with none between
_LONG_LINE = 58  # characters; a shorter line was ended on purpose
_HANGING = 4  # spaces; a line so far in goes on with the item above
_LONGEST_TITLE, _MOST_TITLE_WORDS = 45, 6
_FEWEST_COLUMNS = 3  # two may be a label and its value


class Block(NamedTuple):
    """A stretch that a sentence does not leave: a heading, a paragraph, an item, a field, a row."""

    start: int
    end: int
    section: int
    is_heading: bool = False


_RATED = ("frequency",)
_OF_A_SYMPTOM = re.compile(  # "Pain: 5/10   Location: low back   Frequency: constant"
    r"\W*(?:pain|location|symptoms?|intensity|quality|nature|onset)\b[^:\n]{0,20}:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a note in order, and its sections."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    def section_at(self, offset: int) -> Section:
        """The section in which `offset` stands."""
        return next(s for s in reversed(self.sections) if s.start <= offset)


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    is_rule: bool

    @property
    def is_blank(self) -> bool:
        return self.start == self.end


def _lines(text: str, lines: Lines) -> Iterator[_Line]:
    for number, start in enumerate(lines.starts):
        stop = lines.starts[number + 1] if number + 1 < len(lines.starts) else len(text)
        raw = text[start:stop]
        body = raw.strip()
        first = start + len(raw) - len(raw.lstrip()) if body else start
        yield _Line(first, first + len(body), first - start, bool(body) and bool(_RULE.match(body)))


def lay_out(text: str, lines: Lines, headings: Headings, tables: tuple[Table, ...] = ()) -> Layout:
    """Find the blocks and sections of `text`, in which `tables` stand."""
    return _Walk(text, headings, tables).run(list(_lines(text, lines)))


class _Walk:
    """Line by line through a note, with the section that is open and the block that grows."""

    def __init__(self, text: str, headings: Headings, tables: tuple[Table, ...]) -> None:
        self.text = text
        self.has_ticks = has_ticks(text)
        self.headings = headings
        self.treating = {t.header.start: t.rows[-1].span.end for t in tables if t.tells_treatment}
        self.goals = {t.header.start: t.rows[-1].span.end for t in tables if t.tells_goals}
        self.interrupted: tuple[str, ...] = ()
        self.widest = 0  # characters of the longest line
        self.asks_ahead = False  # whether the line before asks for the plan
        self.asked: tuple[str, ...] | None = None  # what the answer to a prompt stands among
        self.in_tables = [(t.header.start, t.rows[-1].span.end) for t in tables]
        self.table_end = -1
        self.is_under_title = False  # whether the parent's heading stood on a line of its own
        self.bullets: int | None = None  # how far in the items of a list stand
        self.field: tuple[int, int] | None = None  # where the values of aligned fields begin
        self.blocks: list[Block] = []
        self.sections: list[tuple[tuple[str, ...], Span | None, int]] = [((), None, 0)]
        self.parent: tuple[str, ...] = ()
        self.is_passing = False
        self.opening_indent = 0
        self.uses_letters = False
        self.only_subjective = False
        self._labels: dict[int, Label | None] = {}
        self.pending: Block | None = None
        self.last: _Line | None = None

    def run(self, lines: list[_Line]) -> Layout:
        """Every line in turn."""
        self.only_subjective = not self._has_treatment_heading(lines)
        title = self._title(lines)
        self.widest = max((line.end - line.start + line.indent for line in lines), default=0)
        for line in lines:
            if title is not None and line.start > title:
                self._neutral(line.start)
                title = None
            if line.is_blank or line.is_rule:
                self._flush()
                self._pass(line.start)
                self.last = None
                continue
            self._line(line)
            self.last = line
        self._flush()
        return Layout(tuple(self._told(self.blocks)), self._finished())

    def _told(self, blocks: list[Block]) -> Iterator[Block]:
        """A service under the heading of the treatment, with nothing below it, is all that is told.

        "Interventions:" and in the next line "Transfer training".
        """
        for block, after in zip_longest(blocks, blocks[1:]):
            is_last = block.is_heading and (after is None or after.is_heading)
            if is_last and self._is_named_treatment(block):
                yield block._replace(is_heading=False)
            else:
                yield block

    def _is_named_treatment(self, block: Block) -> bool:
        above, own = (self.sections[at][0] for at in (block.section - 1, block.section))
        is_label = self.text[block.start : block.end].endswith(":")
        return not is_label and _TREATED in above and _TREATED in own

    def _title(self, lines: list[_Line]) -> int | None:
        """Where the first line begins, when it is the title of the paper and no sentence."""
        written = [line for line in lines if not line.is_rule and not line.is_blank]
        if len(written) < _FEWEST_UNDER_TITLE:
            return None
        first, second = written[:2]
        words = self.text[first.start : first.end]
        is_apart = second.start - first.end > _NEXT_LINE or len(words) < _LONG_LINE
        if (
            not is_apart
            or _TERMINAL.search(words)
            or self.headings.at_start(self.text, first.start, first.end)
        ):
            return None
        self.sections[0] = (_TITLE, None, 0)
        return first.start

    def _has_treatment_heading(self, lines: list[_Line]) -> bool:
        """Whether any heading says where the treatment is told; if not, a paragraph ends S."""
        for line in lines:
            label = self._label(line)
            if label and _TREATMENT.intersection(label.names) and not label.text[:1].isdigit():
                return True
            inner = self.headings.inside(self.text, line.start, line.end, letters=True)
            if any(_TREATMENT.intersection(each.names) for each in inner):
                return True
        return False

    def _finished(self) -> tuple[Section, ...]:
        ends = [*(start for _, _, start in self.sections[1:]), len(self.text)]
        found = []
        for (names, heading, start), end in zip(self.sections, ends, strict=True):
            first = heading.end if heading else start
            found.append(Section(names, heading, Span(first, max(end, first))))
        return tuple(found)

    def _label(self, line: _Line) -> Label | None:
        """The heading that a line begins with; most lines are asked for it twice."""
        if line.start not in self._labels:
            self._labels[line.start] = self.headings.at_start(self.text, line.start, line.end)
        return self._labels[line.start]

    def _line(self, line: _Line) -> None:
        self._table(line)
        label = self._label(line)
        if label is not None and self._is_no_heading(label, line):
            label = None
        if label is None and self._is_unknown_heading(line):
            self._flush()
            self.is_passing = False
            self.parent = ()
            self.sections.append(
                (self.headings.hinted(self.text[line.start : line.end]), None, line.start)
            )
        if label is None:
            self._prompt(line)
            self._hint(line)
        self._field(line, label)
        if label is None:
            self._body(line.start, line.end, line)
            return
        self._flush()
        self.asked, self.asks_ahead = None, False
        self._open(label, line)
        if label.is_alone and _TELLING.isdisjoint(label.names) and not self._signs(label, line):
            self.blocks.append(Block(line.start, line.end, len(self.sections) - 1, is_heading=True))
        else:
            self._body(line.start, line.end, line, skip=label.end)

    def _signs(self, label: Label, line: _Line) -> bool:
        """Whether a title of a clinician ends the note: "-- PTA" heads nothing any more."""
        is_last = not self.text[line.end :].strip()
        return is_last and label.names == _TITLE and ":" not in self.text[line.start : line.end]

    def _is_no_heading(self, label: Label, line: _Line) -> bool:
        """Whether a code or a word that begins a line is one of a list or of a table's row."""
        if label.text[:1].isdigit():
            return "charges" in self.sections[-1][0]
        is_dated = label.text[-1:].isdigit() and label.is_by_gap
        if is_dated and "plan" in self.sections[-1][0]:
            return True  # "Recert due 12/1" is what was planned
        is_row = any(first < line.start < last for first, last in self.in_tables)
        return label.is_by_gap and (is_row or not self._may_head_a_table(label, line))

    def _may_head_a_table(self, label: Label, line: _Line) -> bool:
        """A table's head may begin with the heading of a section: "OBJECTIVE   IE   NOW"."""
        is_head = any(first == line.start for first, _ in self.in_tables)
        return not is_head or bool(_CORE.intersection(label.names))

    def _table(self, line: _Line) -> None:
        """A table of exercises or charges tells of treatment, wherever it stands."""
        if self.table_end >= 0 and line.start >= self.table_end:
            self.table_end = -1
            self._neutral(line.start)
            self.sections[-1] = (self.interrupted, None, line.start)
            self.interrupted = ()
        rows_end = self.goals.get(line.start - line.indent)
        if rows_end is not None and "goals" not in self.sections[-1][0]:
            self.table_end, self.interrupted = rows_end, self.sections[-1][0]
            self._neutral(line.start)
            self.sections[-1] = (("goals",), None, line.start)
            return
        end = self.treating.get(line.start - line.indent)
        if end is not None and _NOT_TREATED.intersection(self.sections[-1][0]):
            self.table_end = end
            self._neutral(line.start)

    def _neutral(self, at: int) -> None:
        """Leave every section that is open."""
        self._flush()
        self.is_passing = False
        self.parent = ()
        self.is_under_title = False
        self.sections.append(((), None, at))

    def _field(self, line: _Line, label: Label | None) -> None:
        """In a list of aligned fields each label is a peer: an unknown one ends the field above."""
        end = aligned_label(self.text, line.start, line.end)
        field = None if end is None else (line.indent, end - line.start)
        if field is not None and field == self.field and label is None:
            self._flush()
            names = self.headings.hinted(self.text[line.start : line.start + field[1]])
            self.sections.append((self.parent if self.is_under_title else names, None, line.start))
        self.field = field

    def _hint(self, line: _Line) -> None:
        """An unknown label above its paragraph may speak of what comes next: "Next Thurs: ..."."""
        end = field_label(self.text, line.start, line.end)
        if end is None or (self.is_under_title and line.indent > 0):
            return
        names = self.headings.hinted(self.text[line.start : end])
        if _TOLD_AHEAD.intersection(names) or (self.last is None and names):
            self._flush()
            # "Goal of TUG under 20 s: 27 today" is one goal
            self.is_passing = bool(_TOLD_ONCE.intersection(names))
            self.opening_indent = line.indent
            self.sections.append((names, None, line.start))

    def _prompt(self, line: _Line) -> None:
        """What stands below a form's question about the next visit is the plan."""
        words = self.text[line.start : line.end]
        if words.endswith("?") or self._is_item(line):
            self._end_answer(line.start)
            self.asks_ahead = words.endswith("?") and self.headings.asks_ahead(words)
        elif self.asks_ahead:
            self._flush()
            self.asks_ahead, self.asked = False, self.sections[-1][0]
            self.sections.append((_PLANNED, None, line.start))

    def _end_answer(self, at: int) -> None:
        """Go back to what a prompt stood among, when its answer is told."""
        if self.asked is not None:
            self._flush()
            self.sections.append((self.asked, None, at))
            self.asked = None

    def _is_unknown_heading(self, line: _Line) -> bool:
        """A short line of its own that ends with a colon, or stands alone above a paragraph."""
        words = self.text[line.start : line.end]
        if len(words) > _LONGEST_TITLE or any(char.isdigit() for char in words) or "|" in words:
            return False
        if words.endswith(":"):
            return words[:1].isupper() and len(words.split()) <= _MOST_TITLE_WORDS
        return (
            self.last is None
            and bool(self.sections[-1][0])
            and words[:1].isupper()
            and words[-1].isalpha()
            and 1 < len(words.split()) <= _MOST_TITLE_WORDS
            and not (words.isupper() and self.text.isupper())
            and self.headings.hinted(words) != ()
        )

    def _body(self, start: int, end: int, line: _Line, skip: int | None = None) -> None:
        """The text of a line, cut where a further heading stands in it."""
        at = start
        for inner in self.headings.inside(self.text, skip or start, end, letters=self.uses_letters):
            if inner.names == _RATED and _OF_A_SYMPTOM.match(self.text, line.start, end):
                continue
            self._add(at, inner.start, line, starts_new=skip is not None)
            self._flush()
            self._open(inner, line)
            at, skip = inner.start, inner.end
        begins = at
        for option in option_starts(self.text[begins:end]) if self.has_ticks else ():
            self._add(at, begins + option, line, starts_new=skip is not None)
            self._flush()  # what was not ticked is said of nobody
            at = skip = begins + option
        self._add(at, end, line, starts_new=skip is not None)

    def _add(self, start: int, end: int, line: _Line, *, starts_new: bool) -> None:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if end <= start:
            return
        if not starts_new and self._continues(start, end, line):
            pending = self.pending
            if pending is not None:
                self.pending = Block(pending.start, end, pending.section)
                return
        self._flush()
        if not starts_new and self._ends_field(start, end, line):
            self._pass(start)
        self._list(line, starts_new=starts_new)
        self.pending = Block(start, end, len(self.sections) - 1)

    def _is_item(self, line: _Line) -> bool:
        """Whether a line has a bullet or a number; the first number of a list is a one."""
        numbered = _NUMBERED.match(self.text, line.start)
        is_counted = numbered is not None and (self.bullets is not None or numbered[1] == "1")
        return is_counted or _BULLET.match(self.text, line.start, line.end) is not None

    def _list(self, line: _Line, *, starts_new: bool) -> None:
        """A line of prose that goes on with no item ends a list, and the section with it."""
        if self._is_item(line):
            asks = self.text[line.start : line.end].rstrip().endswith("?")  # its answer is no item
            if self.bullets is None and self._is_first(line) and not asks:
                self.bullets = line.indent
        elif self.bullets is not None and line.indent < self.bullets + 1 and not starts_new:
            self.bullets = None
            self._neutral(line.start)

    def _is_first(self, line: _Line) -> bool:
        """Whether a line is the first under the heading of its section."""
        _, heading, _ = self.sections[-1]
        return heading is not None and not self.text[heading.end : line.start].strip(" :\n\t\r")

    def _flush(self) -> None:
        if self.pending is not None:
            self.blocks.append(self.pending)
            self.pending = None

    def _open(self, label: Label, line: _Line) -> None:
        if len(label.text) == 1 and label.text.lower() in LETTERS:
            self.uses_letters = True
        names = () if label.is_alone and label.names == _TITLE else label.names
        is_lasting = label.is_alone or bool(LASTING.intersection(label.names))
        is_core = bool(_CORE.intersection(label.names)) and not (
            self.only_subjective and "subjective" in label.names
        )
        self.is_passing = not (label.is_alone or is_core)
        if not self.is_passing and is_lasting:
            is_peer = self.field is not None and not label.is_alone
            self.parent = () if is_peer else names
            self.is_under_title = label.is_alone
        self.bullets = None
        self.opening_indent = line.indent
        self.sections.append((names, Span(label.start, label.end), label.start))

    def _pass(self, at: int) -> None:
        """Leave a section that was opened by a label inside running text."""
        if self.is_passing:
            self.is_passing = False
            self.sections.append((self.parent, None, at))

    def _ends_field(self, start: int, end: int, line: _Line) -> bool:
        """Whether a line that continues nothing ends the field before it."""
        return self.is_passing and (
            line.indent <= self.opening_indent or field_label(self.text, start, end) is not None
        )

    def _continues(self, start: int, end: int, line: _Line) -> bool:
        """Whether this line goes on with the sentence of the line before it."""
        last, pending = self.last, self.pending
        if last is None or pending is None or _BULLET.match(self.text, start, end):
            return False
        before = self.text[pending.start : pending.end]
        here = self.text[start:end]
        if (
            "|" in before
            or "|" in here
            or _RATE.match(here)
            or field_label(self.text, start, end) is not None
        ):
            return False
        if _is_columns(here) or _is_columns(self.text[last.start : last.end]):
            return False
        length = last.end - last.start + last.indent
        if line.indent > last.indent + 1:
            return not _TERMINAL.search(before) or line.indent >= _HANGING
        if length >= _LONG_LINE:
            return here[:1].islower() or not self._has_room(length, here)
        return here[:1].islower() and not _TERMINAL.search(before) and length >= _LONG_LINE // 2

    def _has_room(self, length: int, here: str) -> bool:
        """Whether the line before could have held the first word of this one."""
        first, *_ = here.split(maxsplit=1)
        return length + 1 + len(first) <= self.widest


def _is_columns(line: str) -> bool:
    """Whether a line is laid out in columns."""
    may_be = "   " in line or "\t" in line or "|" in line
    return may_be and sum(map(bool, map(str.strip, _COLUMN_GAP.split(line)))) >= _FEWEST_COLUMNS
