"""What a form asks and leaves open, as facts; what it asks about is no fact of the note."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import attrgetter

from lint97110.model import Clause, Fact, Question, SlotValue, Span
from lint97110.nlp.below_questions import hints
from lint97110.nlp.bullets import first_word
from lint97110.nlp.forms import empty_fields
from lint97110.nlp.placeholders import notation
from lint97110.nlp.prompts import added_to_items
from lint97110.nlp.questions import Asked
from lint97110.nlp.reading import Reading
from lint97110.nlp.tick_boxes import has_ticks, not_ticked

_LABEL = re.compile(r"[ \t]*[^\n:]{1,40}:[ \t]*$")
_OF_FORMS = frozenset(("question", "answer", "placeholder"))
_START = attrgetter("start")


def clause_of(reading: Reading, span: Span) -> Clause:
    """The clause in which a stretch begins."""
    at = bisect_right(reading.ends, span.start)
    if at == len(reading.statements):
        return Clause(span, "performed")
    return reading.statements[at].clause_at(span.start)


def asked_facts(asked: Asked, reading: Reading) -> Iterator[Fact]:
    """`question` for each prompt, and `answer` for each of a word."""
    added = added_to_items(reading.text, asked.questions)
    for question in asked.questions:
        slots: dict[str, SlotValue] = {
            "type": question.type,
            "answered": question.answered,
            "disguised": question.type == "choice" or question.closes,
            "added": question in added,
        }
        yield Fact("question", question.span, clause_of(reading, question.span), slots)
    for answer in asked.answers:
        yield Fact(
            "answer", answer, clause_of(reading, answer), {"screen": answer in asked.screens}
        )


def blank_facts(blanks: tuple[Span, ...], reading: Reading) -> Iterator[Fact]:
    """`placeholder` for each."""
    for span in blanks:
        slots: dict[str, SlotValue] = {"notation": notation(span.of(reading.text))}
        yield Fact("placeholder", span, clause_of(reading, span), slots)


def left_open(text: str, blanks: tuple[Span, ...]) -> tuple[Span, ...]:
    """The placeholders with their labels, and the fields that a form leaves empty."""
    labelled = (_with_label(text, blank) for blank in blanks)
    return (*labelled, *(Span(*field) for field in empty_fields(text)))


def _with_label(text: str, blank: Span) -> Span:
    """A placeholder with its label, when nothing else stands on its line."""
    start = text.rfind("\n", 0, blank.start) + 1
    end = text.find("\n", blank.end)
    is_alone = not text[blank.end : len(text) if end < 0 else end].strip(" .")
    return Span(start, blank.end) if is_alone and _LABEL.match(text[start : blank.start]) else blank


def outside(facts: Iterable[Fact], named: Iterable[Span]) -> Iterator[Fact]:
    """The facts that are no names, of people or columns: "Fern Hill, PT" walked up no hill."""
    spans = sorted(named)
    starts = [span.start for span in spans]
    ends = list(accumulate((span.end for span in spans), max))
    for fact in facts:
        before = bisect_right(starts, fact.span.start)
        if not before or fact.span.end > ends[before - 1]:
            yield fact


def without_prompts(
    text: str, facts: Iterable[Fact], asked: Asked, blanks: tuple[Span, ...]
) -> list[Fact]:
    """What a question asks about, or a placeholder stands for, is no fact of the note."""
    asking = (span for q in asked.questions for span in _open_parts(text, q))
    spans = sorted((*asking, *blanks, *hints(text, (q.span for q in asked.questions))))
    if not spans:
        return list(facts)
    longest = max(span.end - span.start for span in spans)

    def is_asked(span: Span) -> bool:
        first = bisect_left(spans, span.start - longest, key=_START)
        last = bisect_left(spans, span.end, key=_START)
        return any(_is_asked(span, each) for each in spans[first:last])

    return [fact for fact in facts if fact.kind in _OF_FORMS or not is_asked(fact.span)]


def _open_parts(text: str, question: Question) -> Iterator[Span]:
    """What a question asks; of options, those that were not ticked."""
    line_start = text.rfind("\n", 0, question.span.start) + 1
    if line_start + first_word(text[line_start : question.span.end]) == question.span.start:
        yield Span(line_start, question.span.start)  # "*5 What was done?": a bullet is no dose
    if question.type != "choice":
        yield question.span
        return
    start, words = question.span.start, question.span.of(text)
    if has_ticks(words) and "\n" not in words:
        return  # one of its options is told, and the others were not read
    for first, last in not_ticked(words):
        yield Span(start + first, start + last)


def _is_asked(span: Span, question: Span) -> bool:
    """Whether most of a stretch lies inside a question."""
    shared = min(span.end, question.end) - max(span.start, question.start)
    return shared * 2 > span.end - span.start
