"""The sections of a form whose headings are its own: "What we saw", "•S•", columns side by side.

They are looked for only where the headings that everybody knows leave a section out.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint97110.language import Language
from lint97110.model import Section, Span
from lint97110.nlp.below_questions import HINT
from lint97110.wording import one_of

_SOAP = ("subjective", "objective", "assessment", "plan")
_ARGUED = ("history", "objective", "assessment", "plan")
_COUNTS_AS = {"interventions": "objective", "measures": "objective"}
_HINTS = ("history", *_SOAP)
"""The lists of rules/wordings/forms.yaml with the words that speak for a section."""

_LETTERED = re.compile(  # "•S• How did", "**O -** What was", "A | Which", "P ... tell"
    r"[^\w\n]*(?P<letter>[SOAP])(?=[^\w\n'’]*[^\w\s'’]| {2,}|\t|\s*$)[^\w\n]*"
)
_NUMBERED = re.compile(r"[^\w\n]*(?P<letter>[SOAP])[-. ]?\d{1,2}\b")
_FEWEST_LETTERS = 3
_MOST_PIECES = 3  # of a heading: "Part A - History (4)"
_FEWEST_BELOW = 3  # questions that make the line above them a heading
_LONGEST = 70  # letters of a heading
_GAP = re.compile(r"[ \t]*\|[ \t]*| {3,}|\t+")  # between columns
_FIELD = re.compile(r"_{2,}|\.{4,}|\[|\{|<|:[ \t]*[^\s:*_]")  # "Date: ____" heads nothing
_COUNTED = re.compile(
    r"^(?:[^\w\n]*(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]{1,4})[.):]*\s)?"
)  # "2. ", "IV) "
_BAR = " \t|"
_FRAME = " *_>#|"  # around the words of a line
_BESIDE = re.compile(r"[^\w\s&'’]+|\d+")  # between "CARD 1" and "SUBJECTIVE"
_RUNS_ON = (".", ",", ";", "?", "!")


class _Line(NamedTuple):
    """A written line: where it stands, its words, how many questions begin in it."""

    start: int
    words: str
    asks: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.words))


class FormSections:
    """Finds the sections that only the shape of a form tells."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        self._known = language.headings.opens
        self._hints = {
            name: re.compile(one_of(language.wordings[f"forms.{name}"]), re.IGNORECASE)
            for name in _HINTS
        }

    def complete(
        self, text: str, sections: tuple[Section, ...], asked: Sequence[Span]
    ) -> tuple[Section, ...]:
        """The sections of a form, with those that no known heading opens."""
        lines = list(_lines(text, [span.start for span in asked]))
        sections = _with(sections, self._columns(lines))
        lines = [each._replace(asks=0) if self._asks_in_heading(each) else each for each in lines]
        there = {name for each in sections for name in _main(each)}
        wanted = _ARGUED if "history" in there and "subjective" not in there else _SOAP
        if there.issuperset(wanted):
            return sections
        lettered = list(_lettered(lines)) or list(_numbered(lines))
        return _with(sections, lettered or self._by_order(lines, sections, wanted))

    def _columns(self, lines: Sequence[_Line]) -> Iterator[Section]:
        """Two sections side by side: their headings in one line, their questions below each."""
        heads: list[tuple[str, Span]] = []
        for line in lines:
            cells = list(_cells(line))
            names = [self._core(cell) for cell, _ in cells]
            if len(cells) > 1 and all(names):
                heads = [
                    (name, Span(span.end - len(cell), span.end))
                    for name, (cell, span) in zip(names, cells, strict=True)
                ]
            elif not line.asks:
                heads = [] if line.words.strip("|+-=_ ") else heads
            elif len(cells) == len(heads):
                for (name, head), (_, span) in zip(heads, cells, strict=True):
                    yield Section((name,), head, span)

    def _core(self, words: str) -> str:
        """The main section that a heading opens, if it opens one."""
        names = self._known.get(words.strip(" :*_#").lower(), ())
        return next((name for name in map(_as_main, names) if name in _HINTS), "")

    def _asks_in_heading(self, line: _Line) -> bool:
        """Whether a question has the name of a section behind it: "What did we find? (Exam)"."""
        _, mark, aside = line.words.rpartition("? (")
        return bool(mark) and self._core(aside.rstrip(")")) != ""

    def _counted(self, words: str) -> str:
        """The main section that a part of a heading opens: "CARD 1 / SUBJECTIVE"."""
        pieces = [piece for piece in _BESIDE.split(words) if len(piece.strip()) > 1]
        if not 1 <= len(pieces) <= _MOST_PIECES:
            return ""
        names = {name for piece in pieces if (name := self._core(piece))}
        return names.pop() if len(names) == 1 else ""

    def _by_order(
        self, lines: Sequence[_Line], sections: Iterable[Section], wanted: Sequence[str]
    ) -> Iterator[Section]:
        """Headings of the form's own, by the words in them, or by where they stand among four."""
        known = [(e.heading.start, _main(e)) for e in sections if e.heading and _main(e)]
        found: list[tuple[_Line, str, bool]] = []
        for line, below in self._headed(lines):
            opened = next((n for at, n in known if line.start <= at < line.span.end), ())
            if opened or below >= _FEWEST_BELOW:
                found.append((line, opened[0] if opened else self._hinted(line), bool(opened)))
        capitals = {line.words.isupper() for line, _, is_known in found if is_known}
        found = [
            (line, name, is_known)
            for line, name, is_known in found
            if is_known or not capitals or line.words.isupper() in capitals
        ]
        names = _in_order([name for _, name, _ in found], wanted)
        for (line, _, is_known), name in zip(found, names, strict=True):
            if name and not is_known:
                yield Section((name,), line.span, Span(line.span.end, line.span.end))

    def _headed(self, lines: Sequence[_Line]) -> Iterator[tuple[_Line, int]]:
        """The lines that may be headings, and how many questions stand below each."""
        head, below = None, 0
        for line in lines:
            if line.asks or not (_may_head(line) or self._counted(line.words)):
                below += line.asks
                continue
            if head is not None:
                yield head, below
            head, below = line, 0
        if head is not None:
            yield head, below

    def _hinted(self, line: _Line) -> str:
        """The section that the words of a heading speak for, if they speak for one only."""
        counted = self._counted(line.words)
        if counted:
            return counted
        names = [name for name, hint in self._hints.items() if hint.search(line.words)]
        return names[0] if len(names) == 1 else ""


def _in_order(names: list[str], wanted: Sequence[str]) -> list[str]:
    """The names of the headings; of just four, all in order, where at most one is against it."""
    kinds = (wanted, _ARGUED)
    for order in kinds if len(names) == len(wanted) else ():
        pairs = list(zip(names, order, strict=True))
        against = sum(name not in ("", own) for name, own in pairs)
        if not against or (against == 1 and sum(name == own for name, own in pairs) > 1):
            return list(order)
    return names


def _lettered(lines: Sequence[_Line]) -> Iterator[Section]:
    """Sections that a letter opens, in whatever signs it stands, where the letters are in order."""
    found = [(line, match) for line in lines if (match := _LETTERED.match(line.words))]
    letters = "".join(match["letter"] for _, match in found)
    if len(letters) < _FEWEST_LETTERS or letters not in ("SOAP", "OAP", "SAP", "SOP", "SOA"):
        return
    for line, match in found:
        at = line.start + match.start("letter")
        name = next(each for each in _SOAP if each.startswith(match["letter"].lower()))
        yield Section((name,), Span(at, at + 1), Span(at + 1, at + 1))


def _may_head(line: _Line) -> bool:
    words = line.words
    if HINT.match(words):
        return False
    if words.startswith("|") and len([cell for cell in words.split("|") if cell.strip()]) > 1:
        return False  # "| # | Prompt | Notes |" heads columns
    is_short = len(words) <= _LONGEST and any(map(str.isalpha, words))
    is_short &= not any(map(str.isdigit, _COUNTED.sub("", words)))  # "Page 1 of 2"
    return is_short and not _FIELD.search(words) and not words.rstrip(_FRAME).endswith(_RUNS_ON)


def _numbered(lines: Sequence[_Line]) -> Iterator[Section]:
    """Sections whose letters stand in the numbers of their questions: "S1 How", "O-2 What"."""
    found = [(line, match["letter"]) for line in lines if (match := _NUMBERED.match(line.words))]
    changed = (each for before, each in pairwise(found) if each[1] != before[1])
    firsts = [*found[:1], *changed]
    if "".join(letter for _, letter in firsts) != "SOAP":
        return
    for (line, _), name in zip(firsts, _SOAP, strict=True):
        letter = Span(line.start, line.start + 1)
        yield Section((name,), letter, Span(letter.end, letter.end))


def _as_main(name: str) -> str:
    return _COUNTS_AS.get(name, name)


def _main(section: Section) -> tuple[str, ...]:
    """The main sections that a section with a heading is."""
    names = map(_as_main, section.names) if section.heading else ()
    return tuple(name for name in names if name in _HINTS)


def _lines(text: str, asked: Sequence[int]) -> Iterator[_Line]:
    """The written lines of a text, with the questions that begin in each."""
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        start, end = at + len(raw) - len(raw.lstrip()), at + len(raw)
        if words:
            yield _Line(start, words, sum(at <= each < end for each in asked))
        at = end + 1


def _cells(line: _Line) -> Iterator[tuple[str, Span]]:
    """The cells of a line in columns: their words, and the stretch up to the next one."""
    cuts = [0, *(match.end() for match in _GAP.finditer(line.words)), len(line.words)]
    for low, high in pairwise(cuts):
        words = line.words[low:high].strip(_BAR)
        if words:
            begin, end = (len(line.words[:at].rstrip(_BAR)) for at in (low, high))
            yield words, Span(line.start + begin, line.start + end)


def _with(sections: tuple[Section, ...], new: Iterable[Section]) -> tuple[Section, ...]:
    """Sections with further ones, each to where the next begins."""
    added = sorted(new, key=_begin)
    if not added:
        return sections
    headings = [each.heading for each in added if each.heading]
    begun = {each.body.start for each in added}
    kept = [each for each in sections if not _is_replaced(each, headings, begun)]
    every = sorted((*kept, *added), key=_begin)
    ends = [*(_begin(each) for each in every[1:]), max(each.body.end for each in sections)]
    return tuple(
        Section(each.names, each.heading, Span(each.body.start, max(end, each.body.start)))
        for each, end in zip(every, ends, strict=True)
    )


def _is_replaced(section: Section, headings: Iterable[Span], begun: Container[int]) -> bool:
    """Whether a section begins within the heading of a new one, or with its body and no heading."""
    is_same = section.heading is None and section.start in begun
    return is_same or any(each.start <= section.start <= each.end for each in headings)


def _begin(section: Section) -> int:
    """Where a section begins; a cell stands apart from its heading."""
    is_apart = section.heading is None or section.heading.end < section.body.start
    return section.body.start if is_apart else section.start
