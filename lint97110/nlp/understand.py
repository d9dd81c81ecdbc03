"""Document to Note: the whole of understanding, in one line of steps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from lint97110.lines import unified
from lint97110.model import (
    SCOPES,
    Clause,
    Document,
    Element,
    Fact,
    Kind,
    Note,
    Section,
    Span,
    Stated,
)
from lint97110.nlp.argued import is_argued
from lint97110.nlp.below_questions import hints
from lint97110.nlp.bodies import body_facts
from lint97110.nlp.box_shapes import without_tags
from lint97110.nlp.chosen import without_unchosen
from lint97110.nlp.counters import counter_facts
from lint97110.nlp.days import day_facts
from lint97110.nlp.dosing import Doser
from lint97110.nlp.elements import Decided, decide
from lint97110.nlp.filled_blanks import without_lines
from lint97110.nlp.flattened import restored
from lint97110.nlp.form_sections import FormSections
from lint97110.nlp.forms import form_share
from lint97110.nlp.goals import GoalReader
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.identifiers import IdentifierFinder
from lint97110.nlp.instructions import InstructionReader
from lint97110.nlp.kept_options import KeptOptions
from lint97110.nlp.kinds import KindFinder, KindGuess, Told
from lint97110.nlp.left_in_forms import LeftInForms
from lint97110.nlp.measure_tables import responses
from lint97110.nlp.mention_words import Lexicon
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.passages import PassageReader
from lint97110.nlp.persons import person_facts
from lint97110.nlp.placeholders import Remarks, placeholders
from lint97110.nlp.plans import PlanReader
from lint97110.nlp.poles import kept_opposites
from lint97110.nlp.prompt_facts import (
    asked_facts,
    blank_facts,
    clause_of,
    left_open,
    outside,
    without_prompts,
)
from lint97110.nlp.questions import Asked, Questioner
from lint97110.nlp.reading import Reading, read
from lint97110.nlp.recast import recast
from lint97110.nlp.run_on import on_lines
from lint97110.nlp.several import several_facts
from lint97110.nlp.signing import SignatureReader
from lint97110.nlp.spoken import with_marks
from lint97110.nlp.stacked import Stacks
from lint97110.nlp.stated import Clockwork
from lint97110.nlp.whole import bills_97110, is_unfilled

_PLACE = attrgetter("span", "kind")
_THERAPY_FACTS = frozenset(("exercise_dose", "exercise_time", "session_time", "units_stated"))
_TREATMENT_FACTS = frozenset(
    (
        *("exercise_dose", "exercise_time", "exercise_named", "practised_movement", "walked_often"),
        *("task_practised", "technique_done", "dosed_thing", "laps_done", "machine_time"),
        *("moved_counted", "cueing", "helped"),
    )
)


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
        self._stacks = Stacks(language.wordings)
        self._doser = Doser(self._grammar)
        self._goals = GoalReader(self._grammar)
        self._plans = PlanReader(self._grammar)
        self._clockwork = Clockwork(self._grammar, language.services)
        self._questioner = Questioner(language)
        self._signatures = SignatureReader(language.signing, grammar.unknown)
        self._instructions = InstructionReader(language.wordings)
        self._options = KeptOptions(language.wordings)
        self._kinds = KindFinder(language)
        self._exams = frozenset(language.headings.exams)
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
        text = without_lines(self._laid_out(document))
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
            bills_97110=bills_97110(found.facts, kind),
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
        text = self._laid_out(document)
        return clause_of(read(text, self._grammar), Span(offset, offset + 1)).status

    def _laid_out(self, document: Document) -> str:
        """The text of a document with the line ends that it lost, letter for letter."""
        text = self._stacks.joined(restored(with_marks(unified(document.text))))
        return on_lines(text, self._grammar.headings.names)

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
        yield from self._instructions.facts(mentions, asked)
        kept = tuple(self._options.find(found.reading.text, asked))
        for span in (*kept, *kept_opposites(mentions, (*asked, *kept))):
            yield Fact("option_kept", span, clause_of(found.reading, span))

    def _read(self, text: str) -> _Read:
        reading = read(without_unchosen(text), self._grammar)
        found_tables = reading.tables
        stated, time_facts = self._clockwork.read(reading, found_tables)
        in_tables = tuple(Span(t.header.start, t.rows[-1].span.end) for t in found_tables)
        asked = self._questioner.ask(text, reading.lines, in_tables)
        framed = [section.heading for section in reading.layout.sections if section.heading]
        blanks = tuple(
            span
            for span in placeholders(without_tags(text), self._remarks)
            if not any(heading.start <= span.start < heading.end for heading in framed)
        )
        signed = tuple(self._signatures.facts(reading))
        heads = [table.header for table in found_tables if table.tells_charges]
        facts = [
            *outside(reading.facts, [*(fact.span for fact in signed), *heads]),
            *self._doser.facts(reading, found_tables),
            *time_facts,
            *self._goals.facts(reading, found_tables),
            *responses(reading, found_tables),
            *self._plans.facts(reading),
            *signed,
            *asked_facts(asked, reading),
            *blank_facts(blanks, reading),
        ]
        kept = without_prompts(text, facts, asked, left_open(text, blanks))
        kept = _without_billed_time(kept)
        kept.sort(key=_PLACE)
        return _Read(reading, stated, asked, blanks, tuple(kept))

    def _kind(self, text: str, found: _Read) -> KindGuess:
        asking = [q.span for q in found.asked.questions if not q.answered]
        share = form_share(text, (*asking, *hints(text, asking), *found.blanks))
        therapy = sum(fact.kind in _THERAPY_FACTS for fact in found.facts)
        treated = sum(
            f.kind in _TREATMENT_FACTS and f.clause.status == "performed" for f in found.facts
        )
        is_billed = any(
            f.kind in ("session_time", "units_stated") and f.slots.get("code", "total") != "total"
            for f in found.facts
        )
        argued = is_argued(text, found.reading.layout.sections, self._exams)
        signed = [fact.span for fact in found.facts if fact.kind == "signed"]
        sections = found.reading.layout.sections
        body = next((one.start for one in sections if "subjective" in one.names), len(text))
        told = Told(share, therapy, treated, signed, body, is_billed, argued)
        return self._kinds.guess(text, told)


_TIMED = ("exercise_time", "walked_time")


def _without_billed_time(facts: list[Fact]) -> list[Fact]:
    """Minutes that are the session's, or may be feet, are no exercise's: "Tx time 40 min"."""
    ends = {f.span.end for f in facts if f.kind in ("session_time", "feet_or_minutes")}
    begun = [f.span for f in facts if f.kind == "session_time"]  # "(50 min) Heel slides x15"
    return [
        f
        for f in facts
        if f.kind not in _TIMED
        or not (f.span.end in ends or any(one.start <= f.span.start < one.end for one in begun))
    ]


def _form_facts(kind: Kind, told: Kind | None, found: _Read, decided: Decided) -> Iterator[Fact]:
    """A blank form among notes is one fact: there is nothing in it yet."""
    is_form = kind is Kind.TEMPLATE and told is None
    prompts = len(found.asked.questions) + len(found.blanks)
    is_empty = (
        told is not None and kind.has_elements and is_unfilled(prompts, decided.elements.values())
    )
    if is_form or is_empty:
        first = next((s.span for s in found.reading.statements), Span(0, 0))
        yield Fact("unfilled_form", first, Clause(first, "template"))
