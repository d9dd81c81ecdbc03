"""Reading a note: symbols, statements, clauses with their standing, facts."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.lines import Lines
from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.bounds import statement_bounds
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.layout import lay_out
from lint97110.nlp.outline import Layout
from lint97110.nlp.shapes import Shape
from lint97110.nlp.tables import Table


@dataclass(slots=True)
class Statement:
    """One statement: its symbols, its place, its sections, what stands in it, its clauses."""

    first: int
    last: int
    span: Span
    sections: tuple[str, ...]
    shape: Shape
    clauses: list[Clause]
    ends: list[int]

    @property
    def mask(self) -> int:
        """Everything that was found in it, as bits."""
        return self.shape.mask

    def clause_at(self, offset: int) -> Clause:
        """The clause in which `offset` stands."""
        at = bisect_right(self.ends, offset)
        return self.clauses[at] if at < len(self.clauses) else self.clauses[-1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read: its shape, its symbols, its statements and its facts in order."""

    text: str
    lines: Lines
    layout: Layout
    tables: tuple[Table, ...]
    symbols: Symbols
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]
    ends: tuple[int, ...]
    """Where each statement ends, to find one fast."""

    def over(self, span: Span) -> Statement | None:
        """The first statement that shares a stretch with `span`."""
        at = bisect_right(self.ends, span.start)
        if at == len(self.ends) or not self.statements[at].span.overlaps(span):
            return None
        return self.statements[at]


def read(text: str, grammar: Grammar) -> Reading:
    """Read `text` by `grammar`."""
    lines = Lines.of(text)
    found_tables = tuple(grammar.tables.tables(text, lines))
    layout = lay_out(text, lines, grammar.headings, found_tables)
    words = grammar.vocabulary.symbols(text)
    words.chars = grammar.disciplines.told(words.chars)
    bounds = statement_bounds(text, words, layout.blocks, grammar)
    pieces = [_piece(text, words, first, last, grammar) for first, last in bounds]
    symbols = _joined(pieces)
    statements = tuple(_statements(text, pieces, layout, grammar))
    facts = tuple(_facts(text, symbols, statements))
    ends = tuple(statement.span.end for statement in statements)
    return Reading(text, lines, layout, found_tables, symbols, statements, facts, ends)


_Piece = tuple[Shape, Symbols]
"""The symbols of one statement, and what follows from them."""


def _piece(text: str, words: Symbols, first: int, last: int, grammar: Grammar) -> _Piece:
    """The statement between two words, with quantities and doses as one symbol each."""
    steps, shape = grammar.reductions[words.chars[first:last]]
    symbols = Symbols(
        shape.chars, words.starts[first:last], words.ends[first:last], words.values[first:last]
    )
    for matches in steps:
        symbols.replace(matches, text)
    return shape, symbols


def _joined(pieces: list[_Piece]) -> Symbols:
    """All symbols of a note in a row, with a mark behind each statement."""
    chars: list[str] = []
    joined = Symbols("", [], [], [])
    for shape, symbols in pieces:
        end = symbols.ends[-1]
        chars += (shape.chars, BOUND)
        joined.starts += symbols.starts
        joined.starts.append(end)
        joined.ends += symbols.ends
        joined.ends.append(end)
        joined.values += symbols.values
        joined.values.append(None)
    joined.chars = "".join(chars)
    return joined


def _statements(
    text: str, pieces: list[_Piece], layout: Layout, grammar: Grammar
) -> Iterator[Statement]:
    section_starts = [section.start for section in layout.sections]
    before: Statement | None = None
    first = 0
    for shape, symbols in pieces:
        section = bisect_right(section_starts, symbols.starts[0]) - 1
        written = layout.sections[section].names
        names = _sections(written, shape, grammar)
        if before and _goes_on_planning(before, written, shape, grammar):
            names = _PLAN
        if before and written in _FIELDS and _goes_past(before, written, shape, grammar):
            names = () if "\n" not in text[before.span.end : symbols.starts[0]] else names
        goes_on = 0
        if before and before.sections == names and before.shape.chars[-1] == grammar.semicolon:
            goes_on = before.shape.whole & grammar.going_on
        standings = grammar.courses.standings(shape, names, goes_on)
        statement = _statement(shape, symbols, first, names, standings)
        if before and shape.whole & grammar.refers_back:
            _share_standing(statement, before)
        yield statement
        before = statement
        first = statement.last + 1


def _statement(
    shape: Shape, symbols: Symbols, first: int, names: tuple[str, ...], standings: tuple[str, ...]
) -> Statement:
    starts, cuts = symbols.starts, shape.cuts
    ends = [symbols.ends[cut - 1] for cut in cuts[1:]]
    clauses = [
        Clause(Span(starts[cut], end), standing, names)
        for cut, end, standing in zip(cuts, ends, standings, strict=False)
    ]
    span = Span(starts[0], ends[-1])
    return Statement(first, first + cuts[-1], span, names, shape, clauses, ends)


_SIGNED, _PLAN, _HOME = ("signature",), ("plan",), ("home_program",)
_PLANS_NOTHING = frozenset(
    (
        *("subjective", "history", "header", "home_program", "education", "precautions"),
        *("medications", "signature", "plan"),
    )
)
"""Sections in which "next week" opens no plan of care, or needs not to."""


def _sections(names: tuple[str, ...], shape: Shape, grammar: Grammar) -> tuple[str, ...]:
    """The sections that a statement stands in: under a merged heading, by what it speaks of."""
    if "header" not in names and grammar.signs(shape):
        return _SIGNED
    if shape.mask & grammar.opens_plan and _opens_plan(shape, names):
        return _PLAN
    if len(names) > 1 and names[0] == "subjective":
        return names[1:] if shape.whole & grammar.of_treatment else names[:1]
    if len(names) > 1 and names[0] == "assessment":
        return _told_in(names, shape.whole, grammar)
    return names


def _opens_plan(shape: Shape, names: tuple[str, ...]) -> bool:
    """Whether a statement begins as a plan does, wherever it stands: "Next visit: stairs"."""
    firsts = [told.first for told in shape.facts if told.kind == "plan_opening"]
    if names == _HOME:  # "HEP: bridges 2x10. RTC in a week"
        return 0 in firsts
    return any(first <= 1 for first in firsts) and _PLANS_NOTHING.isdisjoint(names)


_GOALS = ("goals",)
_FIELDS = (("precautions",), ("medications",), _GOALS, _HOME)
"""Labels whose field ends with its sentence, where the session is told on the same line."""
_OF_THE_VISIT = frozenset(("responded", "tolerated_well"))
"""What ends the field of a home programme: how the patient took the visit."""


def _goes_past(before: Statement, written: tuple[str, ...], shape: Shape, grammar: Grammar) -> bool:
    """Whether the session is told behind a short field: "Precautions: WBAT. Bridges 2x10."."""
    whole = shape.whole
    if written == before.sections == _GOALS:
        return bool(whole & grammar.of_session)
    if written == before.sections == _HOME:
        tells = any(told.kind in _OF_THE_VISIT for told in shape.facts)
        return tells and not whole & grammar.for_home
    is_dosed = bool(whole & grammar.exercised and whole & grammar.dosed)
    return not before.sections or (before.sections == written and is_dosed)


def _goes_on_planning(
    before: Statement, names: tuple[str, ...], shape: Shape, grammar: Grammar
) -> bool:
    """Whether an order to oneself follows a plan: "Thursday same time. Bring the beam in."."""
    goes_on = before.sections == _PLAN and shape.chars[0] in grammar.imperatives
    return goes_on and _PLANS_NOTHING.isdisjoint(names)


def _told_in(names: tuple[str, ...], whole: int, grammar: Grammar) -> tuple[str, ...]:
    """Under "A/P" or "Assessment/Goals/Plan" a statement is of the part that it speaks of."""
    if "goals" in names and whole & grammar.of_goals:
        return ("goals",)
    return ("plan",) if "plan" in names and whole & grammar.of_plan else names[:1]


def _share_standing(statement: Statement, before: Statement) -> None:
    """What is said of "all of them" was said of the statement before."""
    if statement.clauses[0].status == "negated":
        before.clauses = [
            Clause(c.span, "negated" if c.status == "performed" else c.status, c.sections)
            for c in before.clauses
        ]


_NO_SLOTS: Mapping[str, SlotValue] = {}


def _facts(text: str, symbols: Symbols, statements: tuple[Statement, ...]) -> Iterator[Fact]:
    """The facts of all statements, in the order of the text."""
    starts, ends = symbols.starts, symbols.ends
    for statement in statements:
        offset, clauses = statement.first, statement.clauses
        for told in statement.shape.facts:
            first, last, kind, clause, slots = told
            span = Span(starts[offset + first], ends[offset + last - 1])
            held = _NO_SLOTS
            if slots is None:
                value = symbols.values[offset + first]
                held = value if isinstance(value, dict) else _NO_SLOTS
            elif slots:
                held = symbols.held(slots, offset, text)
            yield Fact(kind, span, clauses[clause], held)
