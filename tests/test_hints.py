"""A closed question is told how it could open; nothing in a hint is a value."""

import pytest

from lint97110.engine import Settings
from lint97110.model import Document, Kind
from lint97110.packs import builtin, load_catalogue

CATALOGUE = load_catalogue(builtin())


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Did pain change?", '"how"'),
        ("2) Has the range improved?", "course of the change"),
        ("Did the patient complete the home program?", "what was done"),
        ("Any falls?", "each one has to be named"),
        ("Can the patient climb stairs?", "manner and help"),
        ("Should the load be raised?", "decision and its reason"),
        ("Are goals still appropriate?", "where each goal stands"),
        ("Fell since the last visit? [ ] Yes [ ] No", "place of the boxes"),
        ("HEP updated? Y / N", "place of the boxes"),
        ("The pain is better, isn't it?", "left its answer out"),
        ("Is the end feel firm or empty?", "none of the choices"),
        ("Level of assistance: min / mod / max", "place of the list"),
        ("How is the pain today: better?", "ended before the answer"),
    ],
)
def test_hint(asked, words, linter_of):
    """The question to answer fits the words that are flagged."""
    report = linter_of(Settings(kind=Kind.TEMPLATE, select=("QN001", "QN002"))).lint(
        Document("form.txt", f"Subjective:\n{asked}\n")
    )
    (finding,) = report.findings

    assert words in finding.ask
    assert finding.ask != finding.rule.ask


@pytest.mark.parametrize(
    ("kind", "words"),
    [(Kind.TEMPLATE, "had to describe something"), (Kind.TREATMENT_NOTE, "answers this question")],
)
def test_forms_and_notes(kind, words, linter_of):
    """Whoever writes a form is asked how to ask; whoever writes a note, what was found."""
    linter = linter_of(Settings(kind=kind, select=("QN001",)))
    (finding,) = linter.lint(
        Document("x.txt", "Subjective:\nDid pain change?\nPain today?\n")
    ).findings[1:]

    assert words in finding.ask


def test_hints_propose_no_value():
    """No digit and no word of a note stands in a hint."""
    hints = [hint for rule in CATALOGUE.rules for hint in rule.hints]

    assert len(hints) > 10
    assert not [hint.ask for hint in hints if any(map(str.isdigit, hint.ask))]
