"""Reading a note: symbols, statements, clauses with their standing, facts."""

from bisect import bisect_right
from dataclasses import dataclass

from lint97110.language import LEVELS, REPLACING
from lint97110.lines import Lines
from lint97110.model import Clause, Fact, Section, Span
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.cascade import Found, Symbols, replace
from lint97110.nlp.grammar import Grammar, StandingTest
from lint97110.nlp.layout import Block, Layout, lay_out
from lint97110.nlp.patterns import Bag


@dataclass(slots=True)
class Statement:
    """One statement: its symbols, its place, its sections, what stands in it, its clauses."""

    first: int
    last: int
    span: Span
    sections: tuple[str, ...]
    mask: int
    clauses: list[Clause]
    masks: list[int]

    def clause_at(self, offset: int) -> Clause:
        """The clause in which `offset` stands."""
        for clause in self.clauses:
            if offset < clause.span.end:
                return clause
        return self.clauses[-1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, read: its shape, its symbols, its statements and its facts in order."""

    text: str
    lines: Lines
    layout: Layout
    symbols: Symbols
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...]


def read(text: str, grammar: Grammar) -> Reading:
    """Read `text` by `grammar`."""
    lines = Lines.of(text)
    layout = lay_out(text, lines, grammar.headings)
    symbols = _bounded(text, grammar.vocabulary.symbols(text), layout.blocks, grammar.abbreviations)
    for level in LEVELS:
        if level in REPLACING:
            found = list(grammar.levels[level].longest(symbols, text))
            symbols = replace(symbols, found, grammar.vocabulary.kind_chars)
    cues = _cues(text, symbols, grammar)
    statements = _statements(symbols, layout, grammar, cues)
    facts = _facts(text, symbols, statements, grammar)
    return Reading(text, lines, layout, symbols, tuple(statements), tuple(facts))


def _bounded(
    text: str, symbols: Symbols, blocks: tuple[Block, ...], abbreviations: frozenset[str]
) -> Symbols:
    """The symbols with a mark after each statement, without those of bare heading lines."""
    out = Symbols("", [], [], [])
    chars: list[str] = []
    at, count = 0, len(symbols.chars)
    for block in blocks:
        while at < count and symbols.starts[at] < block.start:
            at += 1
        while at < count and symbols.starts[at] < block.end:
            if not block.is_heading:
                chars.append(symbols.chars[at])
                out.starts.append(symbols.starts[at])
                out.ends.append(symbols.ends[at])
                out.values.append(symbols.values[at])
                if _ends_statement(text, symbols, at, abbreviations):
                    _bound(chars, out)
            at += 1
        _bound(chars, out)
    out.chars = "".join(chars)
    return out


def _bound(chars: list[str], out: Symbols) -> None:
    if chars and chars[-1] != BOUND:
        chars.append(BOUND)
        out.starts.append(out.ends[-1])
        out.ends.append(out.ends[-1])
        out.values.append(None)


_SHORT = 3  # letters of an abbreviated unit: "6 in. box"


def _ends_statement(text: str, symbols: Symbols, at: int, abbreviations: frozenset[str]) -> bool:
    start, end = symbols.starts[at], symbols.ends[at]
    if end - start != 1:
        return False
    mark = text[start]
    if mark == ";":
        return True
    if mark not in ".!?" or not (end >= len(text) or text[end].isspace() or text[end] in "\"')]”"):
        return False
    if mark != "." or at == 0 or symbols.ends[at - 1] != start:
        return True
    if symbols.chars[at - 1] in abbreviations:
        return False
    before = text[symbols.starts[at - 1] : start]
    if len(before) <= _SHORT and before.isalpha() and text[end : end + 2].strip()[:1].islower():
        return False
    follows_number = at > 1 and text[symbols.starts[at - 2]].isdigit()
    is_initial = len(before) == 1 and before.isupper() and not follows_number
    return not (is_initial and text[end : end + 2].strip()[:1].isupper())


def _cues(text: str, symbols: Symbols, grammar: Grammar) -> dict[int, int]:
    """The cues of standing, as bits at the symbol that they begin with."""
    bits: dict[int, int] = {}
    for match in grammar.levels["cues"].every(symbols, text):
        bits[match.first] = bits.get(match.first, 0) | grammar.bits[match.kind]
    return bits


def _statements(
    symbols: Symbols, layout: Layout, grammar: Grammar, cues: dict[int, int]
) -> list[Statement]:
    section_starts = [s.heading.start if s.heading else s.body.start for s in layout.sections]
    found = []
    first = 0
    for at, char in enumerate(symbols.chars):
        if char != BOUND:
            continue
        if at > first:
            found.append(_statement(symbols, first, at, layout.sections, section_starts, grammar, cues))
        first = at + 1
    return found


def _statement(
    symbols: Symbols,
    first: int,
    last: int,
    sections: tuple[Section, ...],
    section_starts: list[int],
    grammar: Grammar,
    cues: dict[int, int],
) -> Statement:
    span = Span(symbols.starts[first], symbols.ends[last - 1])
    names = sections[bisect_right(section_starts, span.start) - 1].names
    pieces, mask = _pieces(symbols, first, last, grammar, cues)
    clauses: list[Clause] = []
    before = 0
    for start, stop, own in pieces:
        before |= own
        place = Span(symbols.starts[start], symbols.ends[stop - 1])
        standing = _stand(own, before, mask, names, grammar)
        if clauses and clauses[-1].status == "negated" and not own & grammar.fresh_start:
            standing = "negated"  # "declined lunges, squats and steps": a bare list goes on
        clauses.append(Clause(place, standing, names))
    return Statement(first, last, span, names, mask, clauses, [own for _, _, own in pieces])


def _pieces(
    symbols: Symbols, first: int, last: int, grammar: Grammar, cues: dict[int, int]
) -> tuple[list[tuple[int, int, int]], int]:
    """The clauses of a statement with what stands in each, and what stands in all."""
    masks, breaks = grammar.masks, grammar.breaks
    pieces = []
    start, own, whole = first, 0, 0
    for at in range(first, last):
        char = symbols.chars[at]
        if char in breaks and at > start:
            pieces.append((start, at, own))
            start, own = at, 0
        bits = masks[char] | cues.get(at, 0)
        own |= bits
        whole |= bits
    pieces.append((start, last, own))
    return pieces, whole


def _stand(own: int, before: int, whole: int, sections: tuple[str, ...], grammar: Grammar) -> str:
    sections = sections or ("none",)
    for test in grammar.standing:
        mask = own if test.within == "clause" else before if test.within == "before" else whole
        if _holds(test, mask, sections):
            return test.standing
    for name in sections:
        standing = grammar.language.section_standing.get(name)
        if standing:
            return standing
    return "performed"


def _holds(test: StandingTest, mask: int, sections: tuple[str, ...]) -> bool:
    if test.sections and not test.sections.intersection(sections):
        return False
    return not mask & test.barred and all(mask & wanted for wanted in test.wanted)


def _facts(
    text: str, symbols: Symbols, statements: list[Statement], grammar: Grammar
) -> list[Fact]:
    firsts = [statement.first for statement in statements]
    facts = list(_replaced(symbols, statements, firsts, grammar))
    for name in ("facts", "statements"):
        found = list(grammar.levels[name].every(symbols, text))
        for match in found:
            statement = statements[bisect_right(firsts, match.first) - 1]
            facts.append(_fact(match, symbols, statement))
        together = [
            (statement, fact)
            for statement in statements
            for fact in _bag_facts(statement, symbols, grammar, name)
        ]
        facts += [fact for _, fact in together]
        for match in found:
            statements[bisect_right(firsts, match.first) - 1].mask |= grammar.bits[match.kind]
        for statement, fact in together:
            statement.mask |= grammar.bits[fact.kind]
    return sorted(facts, key=lambda fact: (fact.span, fact.kind))


def _replaced(
    symbols: Symbols, statements: list[Statement], firsts: list[int], grammar: Grammar
) -> "list[Fact]":
    """The quantities and doses that became symbols are facts too."""
    kind_of = {char: kind for kind, char in grammar.vocabulary.kind_chars.items()}
    found = []
    for at, char in enumerate(symbols.chars):
        kind = kind_of.get(char)
        if kind is None:
            continue
        statement = statements[bisect_right(firsts, at) - 1]
        slots = symbols.values[at]
        match = Found(kind, at, at + 1, slots if isinstance(slots, dict) else {})
        found.append(_fact(match, symbols, statement))
    return found


def _fact(match: Found, symbols: Symbols, statement: Statement) -> Fact:
    span = Span(symbols.starts[match.first], symbols.ends[match.last - 1])
    return Fact(match.kind, span, statement.clause_at(span.start), match.slots)


def _bag_facts(
    statement: Statement, symbols: Symbols, grammar: Grammar, level: str
) -> "list[Fact]":
    """Facts whose classes stand together, in the statement or in one of its clauses."""
    found = []
    for one in grammar.bags[level]:
        if one.within == "clause":
            for clause, mask in zip(statement.clauses, statement.masks, strict=True):
                if _together(mask, one):
                    found.append(Fact(one.kind, clause.span, clause))
        elif _together(statement.mask, one):
            clause = statement.clause_at(symbols.starts[_trigger(statement, symbols, one)])
            found.append(Fact(one.kind, clause.span, clause))
    return found


def _together(mask: int, one: Bag) -> bool:
    return not mask & one.barred and all(mask & wanted for wanted in one.wanted)


def _trigger(statement: Statement, symbols: Symbols, one: Bag) -> int:
    """The symbol that places the fact: the first of the class that its pattern names first."""
    for at in range(statement.first, statement.last):
        if symbols.chars[at] in one.trigger:
            return at
    return statement.first
