"""Document to Note: the whole of understanding, in one line of steps."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter

from lint97110.lines import unified
from lint97110.model import (
    SCOPES,
    Clause,
    Document,
    Element,
    ElementResult,
    Fact,
    Kind,
    Note,
    Question,
    Section,
    SlotValue,
    Span,
    Stated,
    Status,
)
from lint97110.nlp.bodies import body_facts
from lint97110.nlp.counters import counter_facts
from lint97110.nlp.days import day_facts
from lint97110.nlp.dosing import Doser
from lint97110.nlp.elements import Decided, decide
from lint97110.nlp.flattened import restored
from lint97110.nlp.form_sections import FormSections
from lint97110.nlp.forms import empty_fields, form_share
from lint97110.nlp.goals import GoalReader
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.identifiers import IdentifierFinder
from lint97110.nlp.instructions import instruction_facts
from lint97110.nlp.kept_options import kept_options
from lint97110.nlp.kinds import KindFinder, KindGuess
from lint97110.nlp.left_in_forms import LeftInForms
from lint97110.nlp.measure_tables import responses
from lint97110.nlp.mentions import Lexicon, Mentions
from lint97110.nlp.options import not_ticked, ticked_options
from lint97110.nlp.passages import PassageReader
from lint97110.nlp.persons import person_facts
from lint97110.nlp.placeholders import Remarks, notation, placeholders
from lint97110.nlp.plans import PlanReader
from lint97110.nlp.questions import Asked, Questioner
from lint97110.nlp.reading import Reading, read
from lint97110.nlp.recast import recast
from lint97110.nlp.several import several_facts
from lint97110.nlp.signing import SignatureReader
from lint97110.nlp.stated import Clockwork

_THERAPY_FACTS = frozenset(("exercise_dose", "exercise_time", "session_time", "units_stated"))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the steps before the elements found."""

    reading: Reading
    stated: Stated
    asked: Asked
    blanks: tuple[Span, ...]
    facts: tuple[Fact, ...]


class Understander:
    """Reads documents by one pack: its language, compiled, and its elements."""

    def __init__(
        self, grammar: Grammar, elements: tuple[Element, ...], *, identifies: bool = False
    ) -> None:
        """With `identifies`, what would identify somebody is looked for in notes too."""
        language = grammar.language
        self._grammar = grammar
        self._elements = elements
        self._doser = Doser(self._grammar)
        self._goals = GoalReader(self._grammar)
        self._plans = PlanReader(self._grammar)
        self._clockwork = Clockwork(self._grammar, language.services)
        self._questioner = Questioner(language)
        self._signatures = SignatureReader(language.signing, grammar.unknown)
        self._kinds = KindFinder(language)
        self._passages = PassageReader(language)
        self._lexicon = Lexicon(language)
        sets = self._lexicon.sets
        self._remarks = Remarks(*(sets[f"brackets.{each}"] for each in Remarks._fields))
        self._identifiers = IdentifierFinder(language, self._grammar.unknown)
        self._identifies = identifies
        self._form_sections = FormSections(language)
        self._left_in_forms = LeftInForms(language)

    def understand(self, document: Document, told: Kind | None = None) -> Note:
        """The note that `document` is; `told` is its kind, where somebody knows it."""
        text = restored(unified(document.text))
        found = self._read(text)
        guess = self._kind(text, found)
        kind = told or guess.kind
        if kind is Kind.JUSTIFICATION:
            found = self._with_passages(found)
        found = self._recast(found, kind)
        decided = self._decide(found, kind)
        facts = (*found.facts, *_form_facts(kind, told, found, decided))
        sections = self._sections(text, found, kind)
        if kind.has_elements:
            facts = (*facts, *self._told_of(found))
        if kind is Kind.TEMPLATE:
            mentions = Mentions(found.reading, self._lexicon)
            left = self._left_in_forms.facts(mentions, sections, found.facts, found.blanks)
            facts = (*facts, *left)
        if kind is Kind.TEMPLATE or self._identifies:
            in_form = kind is Kind.TEMPLATE
            facts = (
                *facts,
                *self._identifiers.facts(found.reading, found.facts, found.blanks, in_form=in_form),
            )
        return Note(
            document=document,
            kind=kind,
            kind_evidence=() if told else guess.evidence,
            bills_97110=_bills(found, kind),
            sections=sections,
            facts=facts,
            elements=decided.elements,
            scopes=decided.scopes,
            stated=found.stated,
            questions=found.asked.questions,
            answers=found.asked.answers,
            points=decided.points,
        )

    def _sections(self, text: str, found: _Read, kind: Kind) -> tuple[Section, ...]:
        """The sections of a document; a form may have headings that only its shape tells."""
        sections = found.reading.layout.sections
        if kind is not Kind.TEMPLATE:
            return sections
        asked = [question.span for question in found.asked.questions]
        return self._form_sections.complete(text, sections, asked)

    def standing(self, document: Document, offset: int) -> str:
        """How the clause at `offset` stands."""
        return _clause(
            read(restored(unified(document.text)), self._grammar), Span(offset, offset + 1)
        ).status

    def _decide(self, found: _Read, kind: Kind) -> Decided:
        if not kind.has_elements:
            return Decided({}, dict.fromkeys(SCOPES, False), {})
        return decide(self._elements, found.facts, kind)

    def _recast(self, found: _Read, kind: Kind) -> _Read:
        """What was found, standing as it does in a document of that kind."""
        facts = recast(found.facts, self._grammar.language.kind_standing, kind)
        return found if facts is found.facts else replace(found, facts=facts)

    def _with_passages(self, found: _Read) -> _Read:
        """What the sentences of a justification tell, among the other facts."""
        asked = [question.span for question in found.asked.questions]
        told = self._passages.facts(found.reading, found.facts, (*asked, *found.blanks))
        facts = sorted((*found.facts, *told), key=lambda fact: (fact.span, fact.kind))
        return replace(found, facts=tuple(facts))

    def _told_of(self, found: _Read) -> Iterator[Fact]:
        """Whom, what and when the note speaks of, for what does not fit the rest of it."""
        grammar = self._grammar
        mentions = Mentions(found.reading, self._lexicon, grammar.unknown, grammar.done)
        signed = tuple(fact for fact in found.facts if fact.kind == "signed")
        signatures = tuple(fact.span for fact in signed)
        days = tuple(day_facts(mentions, signatures))
        course = (*days, *counter_facts(mentions, days))  # the day of surgery comes first
        yield from person_facts(mentions, signatures, course)
        yield from body_facts(mentions)
        yield from course
        yield from several_facts(mentions, (*signed, *course))
        asked = [question.span for question in found.asked.questions]
        yield from instruction_facts(mentions, asked)
        for span in kept_options(found.reading.text, asked):
            yield Fact("option_kept", span, _clause(found.reading, span))

    def _read(self, text: str) -> _Read:
        reading = read(text, self._grammar)
        found_tables = reading.tables
        stated, time_facts = self._clockwork.read(reading, found_tables)
        in_tables = tuple(Span(t.header.start, t.rows[-1].span.end) for t in found_tables)
        asked = self._questioner.ask(text, reading.lines, in_tables)
        framed = [section.heading for section in reading.layout.sections if section.heading]
        blanks = tuple(
            span
            for span in placeholders(text, self._remarks)
            if not any(heading.start <= span.start < heading.end for heading in framed)
        )
        signed = tuple(self._signatures.facts(reading))
        facts = [
            *_outside(reading.facts, signed),
            *self._doser.facts(reading, found_tables),
            *time_facts,
            *self._goals.facts(reading, found_tables),
            *responses(reading, found_tables),
            *self._plans.facts(reading),
            *signed,
            *_asked_facts(asked, reading),
            *_blank_facts(blanks, reading),
        ]
        kept = _without_prompts(text, facts, asked, _left_open(text, blanks))
        kept = _without_billed_time(kept)
        kept.sort(key=_PLACE)
        return _Read(reading, stated, asked, blanks, tuple(kept))

    def _kind(self, text: str, found: _Read) -> KindGuess:
        asking = [q.span for q in found.asked.questions if not q.answered]
        share = form_share(text, (*asking, *found.blanks))
        therapy = sum(fact.kind in _THERAPY_FACTS for fact in found.facts)
        is_billed = any(
            f.kind in ("session_time", "units_stated") and "code" in f.slots for f in found.facts
        )
        argued = _is_argued(text, found.reading.layout.sections)
        return self._kinds.guess(text, share, therapy, is_billed=is_billed, is_argued=argued)


_ARGUMENT = frozenset(("history", "exam", "assessment", "plan"))
_TREATING = frozenset(("interventions", "subjective", "goals"))
_EXAM = re.compile(r"(?:physical|clinical)? ?exam(?:ination)?\W*|p\.?e\.?\W*", re.IGNORECASE)


def _is_argued(text: str, sections: Iterable[Section]) -> bool:
    """Whether history, physical exam, assessment and plan are the headings, and no treatment."""
    title = text.find("\n")
    headed = [each for each in sections if each.heading and each.start > title]
    names = {name for each in headed for name in each.names}
    headings = [each.heading for each in headed if each.heading]
    is_examined = any(_EXAM.fullmatch(heading.of(text)) for heading in headings)
    names |= {"exam"} if is_examined else set()
    return names >= _ARGUMENT and _TREATING.isdisjoint(names)


def _clause(reading: Reading, span: Span) -> Clause:
    at = bisect_right(reading.ends, span.start)
    if at == len(reading.statements):
        return Clause(span, "performed")
    return reading.statements[at].clause_at(span.start)


def _asked_facts(asked: Asked, reading: Reading) -> Iterator[Fact]:
    for question in asked.questions:
        slots: dict[str, SlotValue] = {
            "type": question.type,
            "answered": question.answered,
            "disguised": question.type == "choice" or question.closes,
        }
        yield Fact("question", question.span, _clause(reading, question.span), slots)
    for answer in asked.answers:
        yield Fact("answer", answer, _clause(reading, answer), {"screen": answer in asked.screens})


def _blank_facts(blanks: tuple[Span, ...], reading: Reading) -> Iterator[Fact]:
    for span in blanks:
        slots: dict[str, SlotValue] = {"notation": notation(span.of(reading.text))}
        yield Fact("placeholder", span, _clause(reading, span), slots)


_LABEL = re.compile(r"[ \t]*[^\n:]{1,40}:[ \t]*$")


def _with_label(text: str, blank: Span) -> Span:
    """A placeholder with its label, when nothing else stands on its line."""
    start = text.rfind("\n", 0, blank.start) + 1
    end = text.find("\n", blank.end)
    is_alone = not text[blank.end : len(text) if end < 0 else end].strip(" .")
    return Span(start, blank.end) if is_alone and _LABEL.match(text[start : blank.start]) else blank


def _left_open(text: str, blanks: tuple[Span, ...]) -> tuple[Span, ...]:
    """The placeholders with their labels, and the fields that a form leaves empty."""
    labelled = (_with_label(text, blank) for blank in blanks)
    return (*labelled, *(Span(*field) for field in empty_fields(text)))


_START = attrgetter("start")
_PLACE = attrgetter("span", "kind")


def _outside(facts: Iterable[Fact], signed: tuple[Fact, ...]) -> Iterator[Fact]:
    """The facts that are no names: "Fern Hill, PT" walked up no hill."""
    spans = sorted(fact.span for fact in signed)
    starts = [span.start for span in spans]
    ends = list(accumulate((span.end for span in spans), max))
    for fact in facts:
        before = bisect_right(starts, fact.span.start)
        if not before or fact.span.end > ends[before - 1]:
            yield fact


_OF_FORMS = frozenset(("question", "answer", "placeholder"))


def _tells_amount(words: str) -> bool:
    """Whether an amount was ticked: "Frequency: [ ] 1x/wk [x] 2x/wk" is told, and not asked."""
    return any(map(str.isdigit, "".join(ticked_options(words))))


def _open_parts(text: str, question: Question) -> Iterator[Span]:
    """What a question asks; of options, those that were not ticked."""
    if question.type != "choice":
        yield question.span
        return
    start = question.span.start
    for first, last in not_ticked(question.span.of(text)):
        yield Span(start + first, start + last)


def _without_prompts(
    text: str, facts: Iterable[Fact], asked: Asked, blanks: tuple[Span, ...]
) -> list[Fact]:
    """What a question asks about, or a placeholder stands for, is no fact of the note."""
    prompts = (q for q in asked.questions if not _tells_amount(q.span.of(text)))
    asking = (span for q in prompts for span in _open_parts(text, q))
    spans = sorted((*asking, *blanks))
    if not spans:
        return list(facts)
    longest = max(span.end - span.start for span in spans)

    def is_asked(span: Span) -> bool:
        first = bisect_left(spans, span.start - longest, key=_START)
        last = bisect_left(spans, span.end, key=_START)
        return any(_is_asked(span, each) for each in spans[first:last])

    return [fact for fact in facts if fact.kind in _OF_FORMS or not is_asked(fact.span)]


_TIMED = ("exercise_time", "walked_time")


def _without_billed_time(facts: list[Fact]) -> list[Fact]:
    """Minutes that are the session's, or may be feet, are no exercise's: "Tx time 40 min"."""
    told = {f.span.end for f in facts if f.kind in ("session_time", "feet_or_minutes")}
    return [f for f in facts if f.kind not in _TIMED or f.span.end not in told]


def _is_asked(span: Span, question: Span) -> bool:
    """Whether most of a stretch lies inside a question."""
    shared = min(span.end, question.end) - max(span.start, question.start)
    return shared * 2 > span.end - span.start


def _form_facts(kind: Kind, told: Kind | None, found: _Read, decided: Decided) -> Iterator[Fact]:
    """A blank form among notes is one fact: there is nothing in it yet."""
    is_form = kind is Kind.TEMPLATE and told is None
    is_empty = (
        told is not None and kind.has_elements and _is_unfilled(found, decided.elements.values())
    )
    if is_form or is_empty:
        first = next((s.span for s in found.reading.statements), Span(0, 0))
        yield Fact("unfilled_form", first, Clause(first, "template"))


def _is_unfilled(found: _Read, results: Iterable[ElementResult]) -> bool:
    asking = len(found.asked.questions) + len(found.blanks)
    return asking >= 5 and not any(result.status is Status.PRESENT for result in results)  # noqa: PLR2004, a handful of prompts makes a form


def _bills(found: _Read, kind: Kind) -> bool | None:
    """Whether 97110 is billed: named, or therapeutic exercise charged under another wording."""
    if kind is Kind.OTHER:
        return None
    codes = {
        fact.slots.get("code")
        for fact in found.facts
        if fact.kind in ("session_time", "units_stated")
    }
    named = {str(f.slots.get("code", "")).lower() for f in found.facts if f.kind == "code_named"}
    if "97110" in codes | named or any(f.kind == "billed_exercise" for f in found.facts):
        return True
    if any(str(code)[:1].isdigit() for code in codes | named):
        return False
    return None
