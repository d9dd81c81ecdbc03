"""Whatever the text, a report: places that exist, in an order that holds, the same every time."""

import json
from collections.abc import Iterator

import pytest
from clinical_text import FRAGMENTS, MUTATIONS, SAMPLES, anything, notes
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from lint97110.engine import Linter, Settings
from lint97110.lines import Lines
from lint97110.model import Document, Note, NoteReport, Quote, Report, Span
from lint97110.reporters import REPORTERS
from lint97110.reporters.json import schema

LONGEST_EVIDENCE = 120

SCHEMA = Draft202012Validator(json.loads(schema()))


@pytest.fixture(scope="session")
def other() -> Linter:
    """A second linter, which has seen other notes than the first."""
    return Linter(Settings(every_note=True))


@pytest.fixture(scope="session")
def every(linter_of) -> Linter:
    """A linter that has something to say on every note, whatever it bills."""
    return linter_of(Settings(every_note=True))


def quotes(report: NoteReport) -> Iterator[Quote]:
    """All words of a note that its report quotes."""
    for element in report.elements.values():
        yield from element.evidence
    yield from (question.quote for question in report.questions)
    yield from report.answers
    yield from (finding.at for finding in report.findings)


def spans(note: Note) -> Iterator[Span]:
    """All places that an understood note holds."""
    yield from note.kind_evidence
    yield from (section.heading for section in note.sections if section.heading)
    yield from (section.body for section in note.sections)
    for fact in note.facts:
        yield fact.span
        yield fact.clause.span
    for element in note.elements.values():
        yield from element.evidence
    yield from (question.span for question in note.questions)
    yield from note.answers


def rendered(report: NoteReport, form: str) -> str:
    """A report on one note in some format."""
    return REPORTERS[form](Report((report,)))


def require_sound(text: str, linter: Linter) -> None:
    """All that must be true of a report, of any text."""
    report = linter.lint(Document("note.txt", text))
    for quote in quotes(report):
        _require_place(quote, text)
    ranks = [["error", "warning", "info"].index(each.severity) for each in report.findings]
    assert ranks == sorted(ranks)
    for prompts in ([one.quote.start for one in report.questions], _starts(report.answers)):
        assert prompts == sorted(prompts)
    assert not list(SCHEMA.iter_errors(json.loads(rendered(report, "json"))))
    again = linter.lint(Document("note.txt", text))
    for form in REPORTERS:
        assert rendered(again, form) == rendered(report, form)


def _require_place(quote: Quote, text: str) -> None:
    assert 0 <= quote.start <= quote.end <= len(text)
    assert len(quote.text) < LONGEST_EVIDENCE
    assert text[quote.start : quote.end].startswith(quote.text)
    assert (quote.line, quote.column) == Lines.of(text).place(quote.start)


def _starts(found: tuple[Quote, ...]) -> list[int]:
    return [quote.start for quote in found]


@given(text=anything())
@example(text="")
@example(text=" \n\f\r ")
@example(text="x" * 5000)
@example(text="[" * 500 + "(" * 500)
@example(text="3x" * 1000)
@example(text="| " * 1000)
@example(text="S: " * 500)
def test_any_text(text, every):
    """Text that is no note at all gets a report like any other."""
    require_sound(text, every)


@given(text=notes())
def test_any_note(text, every):
    """So does text made of what notes are made of, in whatever order."""
    require_sound(text, every)


@given(text=notes())
def test_places_of_facts(text, every):
    """Everything that is understood has its place within the text."""
    note = every.understand(Document("note.txt", text))

    assert all(0 <= span.start <= span.end <= len(text) for span in spans(note))


@given(text=notes())
def test_same_bytes(text, every, other):
    """The same text gives the same bytes: again, and from a linter with another past."""
    document = Document("note.txt", text)
    first = rendered(every.lint(document), "json").encode()

    assert rendered(every.lint(document), "json").encode() == first
    assert rendered(other.lint(document), "json").encode() == first


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_sample_written_otherwise(number, mutate, every):
    """A sample note in another dress gets a sound report."""
    require_sound(mutate(SAMPLES[number]), every)


@given(
    text=st.sampled_from(FRAGMENTS),
    mutations=st.lists(st.sampled_from(tuple(MUTATIONS)), min_size=1, max_size=3),
)
def test_fragment_written_otherwise(text, mutations, every):
    """So does a sentence of a clinician, changed in several ways."""
    for name in mutations:
        text = MUTATIONS[name](text)
    require_sound(text, every)
