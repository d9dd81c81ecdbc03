"""Notes and rules for tests of one check each."""

from collections.abc import Mapping

from lint97110.billing.case import Case
from lint97110.model import (
    Basis,
    Clause,
    Document,
    Fact,
    Kind,
    Note,
    Question,
    Rule,
    Section,
    Severity,
    SlotValue,
    Span,
    Stated,
    Terms,
)


def rule(options: Mapping[str, SlotValue], words: tuple[str, ...] = ()) -> Rule:
    """A rule with those options; what it says does not matter."""
    return Rule(
        code="QN001",
        name="closed-question",
        basis=Basis.HOUSE,
        severity={Kind.TEMPLATE: Severity.WARNING},
        check="",
        options=options,
        message="",
        ask="",
        why="",
        sources=(),
        examples=(),
        path="",
        words=words,
    )


def note(
    text: str,
    facts: tuple[Fact, ...] = (),
    headings: Mapping[str, tuple[str, ...]] | None = None,
    questions: tuple[str, ...] = (),
) -> Note:
    """A form of that text; each of its `headings` opens the sections beside it."""
    starts = [(text.index(word), word, names) for word, names in (headings or {}).items()]
    ends = [*(start for start, _, _ in starts[1:]), len(text)][: len(starts)]
    return Note(
        document=Document("form.txt", text),
        kind=Kind.TEMPLATE,
        kind_evidence=(),
        bills_97110=None,
        sections=tuple(
            Section(names, Span(start, start + len(word)), Span(start + len(word), end))
            for (start, word, names), end in zip(starts, ends, strict=True)
        ),
        facts=facts,
        elements={},
        scopes={},
        stated=Stated(),
        questions=tuple(Question(at(text, words), "open", answered=False) for words in questions),
        answers=(),
    )


def case(
    text: str,
    facts: tuple[Fact, ...] = (),
    headings: Mapping[str, tuple[str, ...]] | None = None,
    questions: tuple[str, ...] = (),
) -> Case:
    """The note of that text before the rules of a payer that nobody knows."""
    return Case(note(text, facts, headings, questions), Terms())


def at(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def fact(start: int, kind: str = "question", **slots: SlotValue) -> Fact:
    """A fact of one character."""
    span = Span(start, start + 1)
    return Fact(kind, span, Clause(span, "template"), slots)
