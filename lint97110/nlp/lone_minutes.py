"""Minutes that nothing names, where nothing else tells how long a visit was.

They are the session's where no exercise, modality, rest or plan can claim them: beside who
treated, beside where and how the visit was given, or alone in a sentence. Where the minutes of
codes are told, they are no fewer than those.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from lint97110.arithmetic.duration import duration
from lint97110.model import Clause, Fact, Span
from lint97110.nlp.charge_amounts import KEPT_OUT
from lint97110.nlp.charge_marks import Marks
from lint97110.nlp.reading import Reading, Statement
from lint97110.nlp.tally import MOST_MINUTES, Tally, number

_FEWEST = 15
"""Fewer may be those of the exercise before: "NuStep L4. 10 min."."""

_FEWEST_AT_END = 8
"""In a line of their own at the end of a note; no timed code is billed for fewer."""

_MOST_WORDS = 10
_FEWEST_UNKNOWN = 25  # beside a word that nobody knows: few modalities last so long
_OF_A_NAME = 3  # symbols, of which a name is the end: "with J. Ray PT"
_MOST_BY_MARK = 60  # 45' may be minutes; 150' are feet
_FEW_WORDS = 4  # of a line that names a thing, with its minutes below
_NOT_TREATED = frozenset(
    ("subjective", "history", "home_program", "goals", "measures", "medications", "plan")
)
_OF_OTHERS = frozenset(("minutes_of_thing", "of_another_visit", "gap_explained"))
_SIGNED, _HEADED, _OF_VISIT = "signed_minutes", "headed_minutes", "visit_minutes"


@dataclass(frozen=True, slots=True)
class _Told:
    """Minutes that may be the session's: how many, and where."""

    amount: int
    span: Span
    clause: Clause
    is_exact: bool = False
    """Whether they are the session's only as the sum of the minutes of codes."""


def read_lone(reading: Reading, marks: Marks, tally: Tally) -> None:
    """Take the likeliest minutes for the session's, where no time is told otherwise.

    Where there are none, the last that tell about how long it was leave the time weak.
    """
    if not tally.minutes.keys().isdisjoint(("total", "timed")):
        return
    codes = sum(amount for code, amount in tally.stated().minutes.items() if code.isdigit())
    is_told = any(fact.kind == "session_time" for fact in tally.facts)
    headed = (*_named(reading, marks, _SIGNED), *_headed(reading, marks))
    alone = () if tally.start else _alone(reading, marks)
    is_open = not (tally.start or is_told)
    beside = (*_of_visit(reading, marks), *_at_edge(reading, marks)) if is_open else ()
    for told in (*headed, *alone, *beside):
        is_sum = is_told and told.amount == codes
        if is_sum or (told.amount > codes and not told.is_exact):
            tally.add_minutes("total", told.amount, told.span, told.clause)
            return
    if not (is_told or tally.start):
        rough = _rough(reading, marks)
        if rough is not None and _NOT_TREATED.isdisjoint(rough.clauses[0].sections):
            tally.facts.append(Fact("time_weak", rough.span, rough.clauses[0]))


def _named(reading: Reading, marks: Marks, kind: str) -> Iterator[_Told]:
    """Minutes of the facts of a kind that nothing beside them can claim.

    Those before a name begin a field: no "NuStep 10 min".
    """
    text = reading.text
    for fact in reading.facts:
        if fact.kind != kind or _is_of_others(reading, fact.span):
            continue
        if _is_claimed(reading, marks, fact.span, is_signed=kind == _SIGNED):
            continue
        amount = number(fact.slots.get("n", "")) or 0
        words = fact.span.of(text)
        begins = kind != _SIGNED or not words[0].isdigit() or _begins_field(text, fact.span.start)
        is_feet = words[-1] in "'’′" and amount > _MOST_BY_MARK
        if begins and not is_feet and _FEWEST_AT_END <= amount <= MOST_MINUTES:
            yield _Told(amount, fact.span, fact.clause)


def _is_of_others(reading: Reading, told: Span) -> bool:
    """Whether words say that minutes are a thing's, or another visit's."""
    return any(each.kind in _OF_OTHERS and each.span.overlaps(told) for each in reading.facts)


def _is_claimed(reading: Reading, marks: Marks, told: Span, *, is_signed: bool) -> bool:
    """Whether words beside minutes own them: "Bike in gym 20 min", "2 units / 25 min bike".

    What stands before them tells of the visit, or they are not its minutes; a name may end any
    sentence, but for "Walked with J. Ray PTA, 20 min". What stands behind them, up to a mark, has
    no amount of its own if it is done for so long.
    """
    statement = next(each for each in reading.statements if told.start < each.span.end)
    symbols = reading.symbols
    first = bisect_left(symbols.starts, told.start)
    last = bisect_left(symbols.starts, told.end)
    bodies = (each.body.start for each in reading.layout.sections)
    opens = max((at for at in bodies if at <= told.start), default=0)  # behind "O:"
    begins = max(statement.first, bisect_left(symbols.starts, opens))
    before = symbols.chars[begins:first]
    if is_signed:
        if not marks.company.isdisjoint(before[-_OF_A_NAME:]):
            return True
    elif any(char not in marks.of_a_visit or char in marks.company for char in before):
        return True
    behind = symbols.chars[last : statement.last]
    if marks.dose in behind:
        return False
    near = takewhile(lambda char: char not in marks.ends_claim, behind.lstrip(marks.closing))
    return not (marks.claiming - marks.company).isdisjoint(near)


def _begins_field(text: str, at: int) -> bool:
    """Whether what stands at a place begins its line, its bracket or a field behind a wide gap."""
    before = text[:at].rpartition("\n")[2]
    return not before.strip(" \t(-–—[") or before.endswith(("  ", "("))


def _headed(reading: Reading, marks: Marks) -> Iterator[_Told]:
    """Minutes in the line that heads a note."""
    for told in _named(reading, marks, _HEADED):
        above = reading.text[: told.span.start].rpartition("\n")[2]
        if told.amount >= _FEWEST and not above.strip() and _is_treated(told.clause):
            yield told


def _of_visit(reading: Reading, marks: Marks) -> Iterator[_Told]:
    """Minutes beside where and how the visit was given."""
    for told in _named(reading, marks, _OF_VISIT):
        if told.amount >= _FEWEST and _is_treated(told.clause):
            yield told


def _is_treated(clause: Clause) -> bool:
    """Whether a clause speaks of what was done at the visit."""
    is_told = clause.status not in KEPT_OUT and clause.status != "planned"
    return is_told and _NOT_TREATED.isdisjoint(clause.sections)


def _alone(reading: Reading, marks: Marks) -> Iterator[_Told]:
    """Minutes that are all of a sentence."""
    before: Statement | None = None
    for place, statement in enumerate(reading.statements):
        amount = _amount(reading, statement, marks)
        if amount and not _is_of_others(reading, statement.span):
            is_last = _is_last(reading, place, marks)
            is_line = _is_line(reading.text, statement.span)
            clause = statement.clauses[0]
            is_free = is_last or is_line or _is_treated(clause) or _was_done(before)
            if is_free and amount >= (_FEWEST_AT_END if is_last and is_line else _FEWEST):
                is_of = _is_of(before, reading, marks, is_line=is_line)
                yield _Told(amount, statement.span, clause, is_exact=is_of)
        before = statement


def _at_edge(reading: Reading, marks: Marks) -> Iterator[_Told]:
    """Minutes in the few words that begin a note, or end it, and that nothing can claim."""
    for place, statement in enumerate(reading.statements):
        chars = _chars(reading, statement)
        if chars.count(marks.minutes) != 1 or len(chars) > _MOST_WORDS:
            continue
        if marks.is_amount_alone(chars) or _is_of_others(reading, statement.span):
            continue
        if not marks.claiming.isdisjoint(chars) or not _is_treated(statement.clauses[0]):
            continue
        told = marks.of_a_visit | marks.unknown
        if not marks.company.isdisjoint(chars) or not told.issuperset(chars):
            continue
        if place and not _is_last(reading, place, marks):
            continue
        at = statement.first + chars.index(marks.minutes)
        amount = number(reading.symbols.slot(at, at + 1, reading.text)) or 0
        if amount >= (_FEWEST if marks.unknown.isdisjoint(chars) else _FEWEST_UNKNOWN):
            yield _Told(amount, statement.span, statement.clauses[0])


def _amount(reading: Reading, statement: Statement, marks: Marks) -> int:
    """The minutes that are all of a sentence; hours, and "40m", where they are of its few words."""
    chars = _chars(reading, statement)
    if marks.minutes in chars and marks.is_amount_alone(chars):
        at = reading.symbols.chars.index(marks.minutes, statement.first)
        return number(reading.symbols.slot(at, at + 1, reading.text)) or 0
    if len(chars) > _FEW_WORDS or (marks.rough | {marks.distance}).isdisjoint(chars):
        return 0
    told = duration(statement.span.of(reading.text).strip(" ().,;-–—"))
    return told.minutes if told else 0


def _chars(reading: Reading, statement: Statement) -> str:
    """The symbols of a sentence."""
    return reading.symbols.chars[statement.first : statement.last]


def _was_done(before: Statement | None) -> bool:
    """Whether the sentence before tells what was done, whatever the heading that stands above."""
    return before is not None and before.clauses[0].status == "performed"


def _is_last(reading: Reading, place: int, marks: Marks) -> bool:
    """Whether nothing but charges and signatures follows."""
    return all(
        "signature" in statement.sections
        or "charges" in statement.sections
        or not marks.codes.isdisjoint(reading.symbols.chars[statement.first : statement.last])
        for statement in reading.statements[place + 1 :]
    )


def _is_line(text: str, span: Span) -> bool:
    """Whether a sentence is all of its line."""
    before, behind = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return not before.strip() and not behind.strip()


def _rough(reading: Reading, marks: Marks) -> Statement | None:
    """The last sentence that is no more than about so many minutes."""
    before: Statement | None = None
    rough: Statement | None = None
    for statement in reading.statements:
        chars = reading.symbols.chars[statement.first : statement.last]
        is_led = chars[0] in marks.estimating
        if marks.is_rough_alone(chars[is_led:]) and not _is_of(before, reading, marks):
            rough = statement
        before = statement
    return rough


def _is_of(
    before: Statement | None, reading: Reading, marks: Marks, *, is_line: bool = False
) -> bool:
    """Whether the sentence before names what the minutes may be those of."""
    if before is None:
        return False
    chars = reading.symbols.chars[before.first : before.last]
    if before.span.of(reading.text).endswith("?"):
        return True  # what it answers
    is_near = not is_line or _is_line(reading.text, before.span)
    is_near = is_near and (not is_line or len(chars) <= _FEW_WORDS)
    _, mark, tail = chars.rpartition(marks.minutes)
    if is_line and mark and marks.dose not in tail and not marks.done.isdisjoint(tail):
        return True  # the last of a list of minutes: "Bike 5 min, then treadmill"
    is_bare = {marks.minutes, marks.dose, marks.distance}.isdisjoint(chars)
    return is_near and is_bare and not marks.done.isdisjoint(chars)
