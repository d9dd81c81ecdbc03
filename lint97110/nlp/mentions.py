"""Whom and what a note speaks of, word by word: pronouns, other people, body regions and sides."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mention_words import Lexicon
from lint97110.nlp.number_words import in_figures
from lint97110.nlp.plain_words import in_small_letters
from lint97110.nlp.reading import Reading
from lint97110.nlp.side_words import is_side

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_COUNTED = re.compile(r"\d+[ \t-]*([a-z]+)")
_ROW = re.compile(r"[a-z]+")
_HEAD_LINES = 5
_TITLE_LINES = 2
_FEW = 6
_FULL = 60  # characters of a line that is broken because it is full
_NUMBER = re.compile(r"(?:[ \t]+(?:date|number|no|day|of service))?[ \t.:#=|]*\d")
_DIGITS = re.compile(r"\d[/.-]\d")
_STOPS = '.:;!?)"”'
_PARTS = ("(", ")", ", then ")
_ENDS = ("\n", ". ", "; ")
FAMILY = frozenset(("others.family", "others.men_of_family", "others.women_of_family"))
"""The groups of words that name somebody of the patient's family."""
_OPENING = frozenset(  # sections with which the body of a note begins
    (
        "history",
        "subjective",
        "objective",
        "interventions",
        "assessment",
        "plan",
        "goals",
        "measures",
    )
)
_BODY = re.compile(  # "#s#", "[S]", "Dear Dr. Vane"
    r"^[ \t]*(?:[#*\[(<]+[ ]?(?:s|subj|subjective|o|obj|objective|rx|tx|cc|hx)[ ]?[#*\])>:]"
    r"|(?:s|subj|subjective|o|obj|objective)[ ]?[\])>/]"
    r"|dear\b)",
    re.MULTILINE,
)
_STORY = _OPENING - {"history"}


class Mention(NamedTuple):
    """A word that tells something: the group it is of, what it says, where it stands."""

    group: str
    value: str
    start: int
    end: int
    statement: int


@dataclass(frozen=True)
class Mentions:
    """What a reading mentions, in order."""

    reading: Reading
    lexicon: Lexicon
    unknown: frozenset[str] = frozenset()  # the symbols of words that the language does not know
    done: frozenset[str] = frozenset()  # and those of exercises, tests and techniques

    @cached_property
    def small(self) -> str:
        """The text in small letters, each where it stands."""
        return in_small_letters(self.reading.text)

    @cached_property
    def figured(self) -> str:
        """The text in small letters with the numbers that it has in words written in figures.

        Each keeps its place: "visit five of nine" is "visit 5    of 9   ".
        """
        return in_figures(self.small, self.of("numbers"))

    @cached_property
    def counted(self) -> Mapping[str, Sequence[int]]:
        """Where the numbers stand in `figured`, by the word right behind each: "6 weeks", "2nd"."""
        found: dict[str, list[int]] = {}
        for match in _COUNTED.finditer(self.figured):
            found.setdefault(match[1], []).append(match.start())
        return found

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Where each word of the text in small letters begins; "pt's" is a word of its own."""
        found: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.small):
            found.setdefault(match.group(), []).append(match.start())
        return found

    @cached_property
    def rows(self) -> frozenset[str]:
        """The rows of letters of the text in small letters, also those that an apostrophe joins."""
        return frozenset(_ROW.findall(" ".join(self.words)))

    @cached_property
    def every(self) -> tuple[Mention, ...]:
        """Each word of the note that is in the lexicon, with each of its readings."""
        return tuple(self._found())

    def of(self, group: str) -> Sequence[Mention]:
        """The mentions of one group."""
        return self._by_group.get(group, ())

    @cached_property
    def _by_group(self) -> Mapping[str, Sequence[Mention]]:
        found: dict[str, list[Mention]] = {}
        for mention in self.every:
            found.setdefault(mention.group, []).append(mention)
        return found

    def _found(self) -> Iterator[Mention]:
        told_by, small, ends = self.lexicon.told, self.small, self.reading.ends
        sets = self.lexicon.sets
        at, statements = 0, len(ends)
        telling = ((word, starts) for word, starts in self.words.items() if told_by[word])
        for start, word in sorted((start, word) for word, starts in telling for start in starts):
            end = start + len(word)
            while at < statements and ends[at] <= start:
                at += 1
            is_level = end - start == 1 and small[end : end + 1].isdigit()  # "L3"
            for group, value in told_by[word]:
                if group != "sides" or not (is_level or not is_side(small, start, end, sets)):
                    yield Mention(group, value, start, end, at)

    def piece(self, offset: int) -> Span:
        """The stretch between line ends, full stops and semicolons around a place."""
        marks = ((self.small.rfind(mark, 0, offset), len(mark)) for mark in _ENDS)
        start = max(at + length if at >= 0 else 0 for at, length in marks)
        ends = (self.small.find(mark, offset) for mark in _ENDS)
        return Span(start, min((end for end in ends if end >= 0), default=len(self.small)))

    def part(self, offset: int) -> Span:
        """The part of a sentence around a place: brackets and ", then" end it too."""
        piece = self.piece(offset)
        marks = ((self.small.rfind(mark, piece.start, offset), len(mark)) for mark in _PARTS)
        start = max(at + length if at >= 0 else piece.start for at, length in marks)
        ends = (self.small.find(mark, offset, piece.end) for mark in _PARTS)
        return Span(start, min((end for end in ends if end >= 0), default=piece.end))

    def line_start(self, offset: int) -> int:
        """Where the line at a place begins; with those before it that break in a sentence."""
        text = self.small
        start = text.rfind("\n", 0, offset) + 1
        while start > 1:
            above = text.rfind("\n", 0, start - 1) + 1
            words = text[above : start - 1].rstrip()
            if len(words) < _FULL or words[-1] in _STOPS:
                break
            start = above
        return start

    def behind(self, offset: int) -> tuple[Mention, ...]:
        """The few mentions that follow a place."""
        first = bisect_left(self._starts, offset)
        return self.every[first : first + _FEW]

    def groups(self, span: Span) -> frozenset[str]:
        """The groups that a stretch mentions, and the values of each: "others.family"."""
        found = self.within(span)
        values = (f"{each.group}.{each.value}" for each in found)
        return frozenset((*(each.group for each in found), *values))

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in a stretch."""
        first = bisect_left(self._starts, span.start)
        return self.every[first : bisect_left(self._starts, span.end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.every]

    def names_done(self, span: Span) -> bool:
        """Whether an exercise, a test or a technique is named in a stretch."""
        symbols = self.reading.symbols
        first = bisect_left(symbols.starts, span.start)
        last = bisect_left(symbols.starts, span.end, first)
        return not self.done.isdisjoint(symbols.chars[first:last])

    def is_unknown(self, name: str, start: int) -> bool:
        """Whether no word is known that is written so, and the note has it in capitals alone."""
        if name in self.lexicon.readings or name in self.reading.text:
            return False
        symbols = self.reading.symbols
        at = bisect_left(symbols.starts, start)
        return at < len(symbols.starts) and symbols.chars[at] in self.unknown

    def statement(self, offset: int) -> int:
        """The place of the statement that holds `offset`, or that follows it."""
        return bisect_right(self.reading.ends, offset)

    def clause(self, offset: int) -> Clause | None:
        """The clause at `offset`; None in a heading and behind the last statement."""
        at = self.statement(offset)
        if at == len(self.reading.statements):
            return None
        statement = self.reading.statements[at]
        return statement.clause_at(offset) if statement.span.start <= offset else None

    def written(self, span: tuple[int, int]) -> Span:
        """A stretch of `figured` to the end of the number in words that it stops in."""
        start, end = span
        while end < len(self.small) and self.small[end - 1 : end + 1].isalpha():
            end += 1
        return Span(start, end)

    def fact(self, kind: str, span: Span, slots: Mapping[str, SlotValue]) -> Fact:
        """A fact there, in its clause; what stands in no statement belongs to the head."""
        clause = self.clause(span.start) or Clause(span, "performed", ("header",))
        return Fact(kind, span, clause, slots)

    @cached_property
    def head_end(self) -> int:
        """Where the head of the note ends: its first lines, before the body begins."""
        starts = self.reading.lines.starts
        end = starts[_HEAD_LINES] if len(starts) > _HEAD_LINES else len(self.reading.text)
        opening = _BODY.search(self.small, 0, end)
        end = opening.start() if opening and opening.start() else end
        sections = self.reading.layout.sections
        headers = (each.start for each in sections if "header" in each.names)
        last = max(self._title_end, *(start for start in headers if start < end), 0)
        title = next((each.names for each in sections if each.start < last and each.names), None)
        for section in sections:  # what a title names, "Hand therapy", goes on behind the head
            is_title = section.start < last or section.names == title
            is_title = is_title or self._counts(section.start)
            if section.start < end and not is_title and not _OPENING.isdisjoint(section.names):
                return section.start
        if title is not None and not _OPENING.isdisjoint(title):
            text = self.reading.text
            blank = text.find("\n\n", last, end)
            if blank >= 0 and "\n" not in text[:blank].strip():  # no more than the title
                blank = text.find("\n\n", blank + 2, end)
            return blank if blank >= 0 else end
        return end

    @cached_property
    def _title_end(self) -> int:
        """Where the first line ends, where it is a title: "Aquatic therapy daily note"."""
        text = self.reading.text
        start = len(text) - len(text.lstrip())
        end = text.find("\n", start)
        line = text[start:end].replace("::", "")
        is_title = end >= 0 and line[-1:].isalnum() and ":" not in line
        return end if is_title else 0

    def _counts(self, start: int) -> bool:
        """Whether a heading labels the day, the number of the visit or an operation.

        "Session: 14" and "Procedure: L cuff repair 08/11/2025" belong to the head.
        """
        word = _WORD.match(self.small, start)
        groups = {group for group, _ in self.lexicon.readings.get(word.group(), ())} if word else ()
        if word is None or not groups:
            return False
        if "days" in groups and _NUMBER.match(self.small, word.end()) is not None:
            return True
        end = self.small.find("\n", start)
        line = Span(word.end(), end if end >= 0 else len(self.small))
        return "operations" in groups and (
            _DIGITS.search(line.of(self.small)) is not None or "sides" in self.groups(line)
        )

    @cached_property
    def story_start(self) -> int:
        """Where the first section begins that tells of the patient; the end, where none does."""
        starts = self.reading.lines.starts
        title = starts[_TITLE_LINES] if len(starts) > _TITLE_LINES else 0
        for section in self.reading.layout.sections:
            is_head = section.start < title or self._counts(section.start)
            if not is_head and not _STORY.isdisjoint(section.names):
                return section.start
        return len(self.reading.text)

    def is_quoted(self, start: int) -> bool:
        """Whether `start` stands between quotation marks that opened on its line.

        A mark behind a figure, where none is open, is one of inches: 6" step.
        """
        text = self.reading.text
        line = text[text.rfind("\n", 0, start) + 1 : start]
        is_open = False
        for at, char in enumerate(line):
            if char == '"':
                is_open = not (is_open or line[at - 1 : at].isdigit())
        return is_open or line.count("“") > line.count("”")
