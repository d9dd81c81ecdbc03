"""Reading a note: symbols, statements, clauses with their standing, facts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import or_

from lint97110.language import LEVELS, REPLACING
from lint97110.lines import Lines
from lint97110.model import Clause, Fact, Span
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.cascade import Found, Symbols, replace
from lint97110.nlp.grammar import STOPS, Grammar
from lint97110.nlp.layout import Block, Layout, lay_out
from lint97110.nlp.tables import Table, tables
from lint97110.nlp.together import Bag, Bags


@dataclass(slots=True)
class Statement:
    """One statement: its symbols, its place, its sections, what stands in it, its clauses."""

    first: int
    last: int
    span: Span
    sections: tuple[str, ...]
    mask: int
    clauses: list[Clause]
    ends: list[int]
    masks: list[int]

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
    found_tables = tuple(tables(text, lines, grammar.language.columns))
    layout = lay_out(text, lines, grammar.headings, found_tables)
    symbols = _bounded(text, grammar.vocabulary.symbols(text), layout.blocks, grammar)
    for level in LEVELS:
        if level in REPLACING:
            found = list(grammar.levels[level].longest(symbols, text))
            symbols = replace(symbols, found, grammar.vocabulary.kind_chars)
    cues = _cues(text, symbols, grammar)
    statements = _statements(symbols, layout, grammar, cues)
    facts = _facts(text, symbols, statements, grammar)
    ends = tuple(statement.span.end for statement in statements)
    return Reading(
        text, lines, layout, found_tables, symbols, tuple(statements), tuple(facts), ends
    )


def _bounded(text: str, symbols: Symbols, blocks: tuple[Block, ...], grammar: Grammar) -> Symbols:
    """The symbols with a mark after each statement, without those of bare heading lines."""
    out = Symbols("", [], [], [])
    chars: list[str] = []
    stops = symbols.where(grammar.may_end)
    at = 0
    for block in blocks:
        first = bisect_left(symbols.starts, block.start, at)
        at = bisect_left(symbols.starts, block.end, first)
        if block.is_heading:
            continue
        for stop in stops[bisect_left(stops, first) : bisect_left(stops, at)]:
            if symbols.chars[stop] in grammar.discourse:
                if stop - first > _BREATH:
                    _bound(chars, out, symbols, first, stop)
                    first = stop
            elif _ends_statement(text, symbols, stop, grammar):
                _bound(chars, out, symbols, first, stop + 1)
                first = stop + 1
        _bound(chars, out, symbols, first, at)
    out.chars = "".join(chars)
    return out


def _bound(chars: list[str], out: Symbols, symbols: Symbols, first: int, last: int) -> None:
    """Add one statement and its mark."""
    if first == last:
        return
    end = symbols.ends[last - 1]
    chars += (symbols.chars[first:last], BOUND)
    out.starts += symbols.starts[first:last]
    out.starts.append(end)
    out.ends += symbols.ends[first:last]
    out.ends.append(end)
    out.values += symbols.values[first:last]
    out.values.append(None)


_BREATH = 12  # symbols without a full stop, after which a speaker's "and then" begins anew
_TITLES = frozenset(("dr", "mr", "mrs", "ms", "st", "vs", "no", "approx", "prof", "e.g", "i.e"))
_HEAD_OF_SENTENCE = 24  # characters in which the first word of a sentence is found
_SHORT = 3  # letters of an abbreviated unit: "6 in. box"


def _ends_statement(text: str, symbols: Symbols, at: int, grammar: Grammar) -> bool:
    start, end = symbols.starts[at], symbols.ends[at]
    mark = text[start:end]
    if mark == ";":
        return True
    if len(mark) > 1:  # "until 11:14 a.m. The"
        return text[end : end + 1].isspace() and text[end:].lstrip()[:1].isupper()
    return _is_full_stop(text, symbols, at, grammar)


def _is_full_stop(text: str, symbols: Symbols, at: int, grammar: Grammar) -> bool:
    """Whether a mark ends a sentence, and no abbreviation, initial or number."""
    start, end = symbols.starts[at], symbols.ends[at]
    mark = text[start:end]
    if mark not in STOPS or not (end >= len(text) or text[end].isspace() or text[end] in "\"')]”"):
        return False
    if text[end : end + 2] == " (":  # "4 x 10! (up from 35 on Friday)": an aside belongs to it
        return False
    if mark != "." or at == 0 or symbols.ends[at - 1] != start:
        return True
    before = text[symbols.starts[at - 1] : start]
    follows_number = at > 1 and text[symbols.starts[at - 2]].isdigit()
    if symbols.chars[at - 1] in grammar.abbreviations:
        return before.lower() not in _TITLES and _begins_anew(text, end, after=follows_number)
    is_short = len(before) <= _SHORT and before.isalpha()
    if is_short and text[end : end + 2].strip()[:1].islower():
        return False
    is_initial = len(before) == 1 and before.isupper() and not follows_number
    return not (is_initial and text[end : end + 2].strip()[:1].isupper())


def _begins_anew(text: str, at: int, *, after: bool) -> bool:
    """Whether a sentence begins behind an abbreviation; `after` a number capitals are enough."""
    words = text[at : at + _HEAD_OF_SENTENCE].split(maxsplit=1)
    first = words[0] if words else ""
    return len(first) > 1 and first[0].isupper() and (after or first[1].islower())


def _cues(text: str, symbols: Symbols, grammar: Grammar) -> dict[int, int]:
    """The cues of standing, as bits at the symbol that they begin with."""
    bits: dict[int, int] = {}
    for match in grammar.levels["cues"].every(symbols, text):
        bits[match.first] = bits.get(match.first, 0) | grammar.bits[match.kind]
    return bits


def _statements(
    symbols: Symbols, layout: Layout, grammar: Grammar, cues: dict[int, int]
) -> list[Statement]:
    section_starts = [section.start for section in layout.sections]
    masks = list(map(grammar.masks.__getitem__, symbols.chars))
    for at, bits in cues.items():
        masks[at] |= bits
    cutter = _Cutter(symbols, masks, grammar)
    breaks = symbols.where(grammar.breaks)
    found: list[Statement] = []
    first = 0
    while first < len(masks):
        last = symbols.chars.index(BOUND, first)
        section = bisect_right(section_starts, symbols.starts[first]) - 1
        names = layout.sections[section].names
        if "header" not in names and grammar.signs(symbols.chars[first:last]):
            names = _SIGNED
        elif len(names) > 1 and names[0] == "subjective":
            whole = reduce(or_, masks[first:last])
            names = names[1:] if whole & grammar.of_treatment else names[:1]
        elif len(names) > 1 and names[0] == "assessment":
            names = _told_in(names, reduce(or_, masks[first:last]), grammar)
        running = found[-1] if found and symbols.chars[first - 2] == grammar.semicolon else None
        cuts = [first, *breaks[bisect_right(breaks, first) : bisect_left(breaks, last)], last]
        goes_on = running.mask & grammar.going_on if running and running.sections == names else 0
        statement = cutter.statement(cuts, names, goes_on)
        if statement.mask & grammar.refers_back and found:
            _share_standing(statement, found[-1])
        found.append(statement)
        first = last + 1
    return found


_SIGNED = ("signature",)


def _told_in(names: tuple[str, ...], whole: int, grammar: Grammar) -> tuple[str, ...]:
    """Under "A/P" or "Assessment/Goals/Plan" a statement is of the part that it speaks of."""
    if "goals" in names and whole & grammar.of_goals:
        return ("goals",)
    return ("plan",) if "plan" in names and whole & grammar.of_plan else names[:1]


def _share_standing(statement: Statement, before: Statement) -> None:
    """What is said of "all of them" was said of the statement before."""
    if statement.clauses[0].status == "negated":
        before.clauses = [Clause(c.span, "negated", c.sections) for c in before.clauses]


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts statements into clauses, by what can be said of each symbol."""

    symbols: Symbols
    masks: list[int]
    grammar: Grammar

    def statement(self, cuts: list[int], names: tuple[str, ...], before: int) -> Statement:
        """The statement whose clauses begin and end at `cuts`; `before` goes on from the last."""
        first, last = cuts[0], cuts[-1]
        starts, ends = self.symbols.starts, self.symbols.ends
        own = [reduce(or_, self.masks[start:stop]) for start, stop in pairwise(cuts)]
        whole = reduce(or_, own)
        clauses: list[Clause] = []
        standing, is_goal = "", bool(before)
        for start, stop, mask in zip(cuts, cuts[1:], own, strict=False):
            before |= mask
            goes_on = standing == "negated" and not mask & self.grammar.fresh_start
            if not goes_on:  # "declined lunges, squats and steps": a bare list goes on
                standing = self.grammar.standings.of(mask, before, whole, names)
            if is_goal and standing == "performed":
                standing = "goal"
            clauses.append(Clause(Span(starts[start], ends[stop - 1]), standing, names))
        span = Span(starts[first], ends[last - 1])
        clause_ends = [ends[stop - 1] for stop in cuts[1:]]
        return Statement(first, last, span, names, whole, clauses, clause_ends, own)


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
        together = list(_together(symbols, statements, grammar.bags[name]))
        facts += [fact for _, fact in together]
        for match in found:
            statements[bisect_right(firsts, match.first) - 1].mask |= grammar.bits[match.kind]
        for statement, fact in together:
            statement.mask |= grammar.bits[fact.kind]
    return _distinct(facts)


def _distinct(facts: list[Fact]) -> list[Fact]:
    """Each fact once, in reading order: two patterns of a kind may tell the same."""
    found = {(fact.span, fact.kind): fact for fact in reversed(facts)}
    return [found[place] for place in sorted(found)]


def _replaced(
    symbols: Symbols, statements: list[Statement], firsts: list[int], grammar: Grammar
) -> Iterator[Fact]:
    """The quantities and doses that became symbols are facts too."""
    for at in symbols.where(grammar.kind_chars):
        statement = statements[bisect_right(firsts, at) - 1]
        value = symbols.values[at]
        slots = value if isinstance(value, dict) else {}
        yield _fact(
            Found(grammar.kind_of[symbols.chars[at]], at, at + 1, slots), symbols, statement
        )


def _fact(match: Found, symbols: Symbols, statement: Statement) -> Fact:
    span = Span(symbols.starts[match.first], symbols.ends[match.last - 1])
    return Fact(match.kind, span, statement.clause_at(span.start), match.slots)


def _together(
    symbols: Symbols, statements: list[Statement], bags: Bags
) -> Iterator[tuple[Statement, Fact]]:
    """Facts whose classes stand together, in a statement or in one of its clauses."""
    for statement in statements:
        whole = statement.mask
        # What is not in the statement is in none of its clauses.
        for one in bags.possible(whole):
            if one.within == "clause":
                if not one.may_stand(whole):
                    continue
                for clause, mask in zip(statement.clauses, statement.masks, strict=True):
                    if mask & one.first and one.stands(mask):
                        yield statement, Fact(one.kind, clause.span, clause)
            elif not whole & one.barred and one.may_stand(whole):
                clause = statement.clause_at(symbols.starts[_trigger(statement, symbols, one)])
                yield statement, Fact(one.kind, clause.span, clause)


def _trigger(statement: Statement, symbols: Symbols, one: Bag) -> int:
    """The symbol that places the fact: the first of the class that its pattern names first."""
    for at in range(statement.first, statement.last):
        if symbols.chars[at] in one.trigger:
            return at
    return statement.first
