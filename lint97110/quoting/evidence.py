"""What notes tell already, in their own words, for the headings of a justification.

Nothing is written and nothing is summed up: a quotation is a sentence of a note, letter for letter
but for the line breaks in it, with the date of the note and the line that it begins on.
"""

import re
from collections.abc import Iterable, Iterator

from lint97110.form import Excerpt, Told
from lint97110.lines import Lines
from lint97110.model import Note, Section, Span, Status
from lint97110.quoting.dates import date_of
from lint97110.quoting.same_words import Wanted, once

MOST_OF_ONE = 3
"""Quotations of one element from one note: enough to show it, few enough to read."""

HEADINGS = {
    "function": "history",
    "response": "physical_exam",
    "exercises": "assessment",
    "progression": "assessment",
    "goal_progress": "assessment",
    "skilled": "assessment",
    "plan_update": "plan",
}
"""The section of a justification to which each element belongs."""

_PLANNED_AS = {"frequency": "therapy_rate", "duration": "therapy_course"}
"""Elements that are told of what was done and of what is planned; the facts that tell the plan."""

_MEANT = frozenset(("planned", "ordered"))  # how a clause stands that plans the course of care
_NOT_QUOTED = frozenset(("header", "administrative", "signature", "medications"))
_PLAN = frozenset(("plan", "frequency", "goals", "home_program"))
_SENTENCE = re.compile(r"(?<=[.!?])[ \t]+(?=[A-Z\d\"(\[-])")
_HOMES = {
    "history": frozenset(("subjective", "history")),
    "physical_exam": frozenset(("objective", "measures", "response")),
    "assessment": frozenset(("assessment", "interventions", "education")),
    "plan": _PLAN,
}
"""The sections of a note whose words belong under each heading."""


def told(notes: Iterable[Note]) -> Told:
    """What the notes document as present, by the section and the element that it is about."""
    excerpts: dict[str, list[Excerpt]] = {}
    known: dict[str, set[str]] = {}
    for one in once([each for note in notes for each in _wanted(note)]):
        excerpts.setdefault(one.section, []).append(one.excerpt)
        known.setdefault(one.section, set()).update(one.elements)
    return Told(
        {section: tuple(each) for section, each in excerpts.items()},
        {section: frozenset(each) for section, each in known.items()},
    )


def _wanted(note: Note) -> Iterator[Wanted]:
    """The quotations of a note, one for each sentence and heading."""
    shows: dict[tuple[str, Span], set[str]] = {}
    for (section, element), spans in _evidence(note).items():
        for span in spans[:MOST_OF_ONE]:
            shows.setdefault((section, span), set()).add(element)
    for (section, span), elements in shows.items():
        home = not _sections(span, note).isdisjoint(_HOMES[section])
        yield Wanted(_excerpt(note, span), section, frozenset(elements), home)


def _evidence(note: Note) -> dict[tuple[str, str], list[Span]]:
    """The sentences that show what is present, by the section they go to and the element."""
    found: dict[tuple[str, str], list[Span]] = {}
    for section, element, span in _places(note):
        if _sections(span, note).isdisjoint(_NOT_QUOTED):
            sentences = found.setdefault((section, element), [])
            sentence = _sentence(note.document.text, span)
            if sentence not in sentences:
                sentences.append(sentence)
    return found


def _places(note: Note) -> Iterator[tuple[str, str, Span]]:
    """Words that show an element, and the section that they go to."""
    for name, result in note.elements.items():
        if result.status is not Status.PRESENT:
            continue
        if name in HEADINGS:
            yield from ((HEADINGS[name], name, span) for span in result.evidence)
        elif name in _PLANNED_AS:
            done = (span for span in result.evidence if _sections(span, note).isdisjoint(_PLAN))
            yield from (("assessment", name, span) for span in done)
            yield from (("plan", name, span) for span in _planned(name, note))


def _planned(element: str, note: Note) -> Iterator[Span]:
    """Words that say how often, or how long, the course of care is to be."""
    for fact in note.facts:
        if fact.kind == _PLANNED_AS[element] and fact.clause.status in _MEANT:
            yield fact.span


def _sections(span: Span, note: Note) -> frozenset[str]:
    """The names of the section in which words stand."""
    return frozenset(
        name
        for section in note.sections
        if _start(section) <= span.start < section.body.end
        for name in section.names
    )


def _start(section: Section) -> int:
    return section.heading.start if section.heading else section.body.start


def _sentence(text: str, span: Span) -> Span:
    """The sentence, or the line of a list, in which words stand."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    cuts = [match.end() for match in _SENTENCE.finditer(text, line_start, line_end)]
    start = max((cut for cut in cuts if cut <= span.start), default=line_start)
    end = min((cut for cut in cuts if cut >= span.end), default=line_end)
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip(" \t-*•")), start + len(words.rstrip()))


def _excerpt(note: Note, sentence: Span) -> Excerpt:
    text = note.document.text
    line, _ = Lines.of(text).place(sentence.start)
    words = " ".join(sentence.of(text).split())
    return Excerpt(words, f"{note.document.name}, line {line}", date_of(text))
