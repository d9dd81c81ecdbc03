"""What of the rules nothing exercises is told, with its place."""

import pytest
from samples import ROOT

from lint97110.compiled import load_grammar
from lint97110.nlp.proof import unproved
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language
from lint97110.unproved import report

MOST_PATTERNS = 90  # without a sentence of their own; only to fall


@pytest.fixture(scope="module")
def found():
    """What of the pack one sentence leaves unproved."""
    root = builtin()
    return unproved(load_language(root), load_grammar(root), ["Bridges 10 reps x 3 sets."])


@pytest.mark.parametrize(("kind", "is_proved"), [("dose", True), ("rate", False)])
def test_pattern(kind, is_proved, found):
    """A pattern is proved by a sentence that it matches."""
    missing = {pattern.text for pattern in found.patterns if pattern.kind == kind}
    every = {
        pattern.text
        for level in load_language(builtin()).levels
        for pattern in level.patterns
        if pattern.kind == kind
    }

    assert (missing < every) is is_proved
    assert missing


@pytest.mark.parametrize(("wording", "is_proved"), [("bridge", True), ("SLR", False)])
def test_word(wording, is_proved, found):
    """A wording is proved where it is written, in any case and number."""
    assert (wording not in {term.wording for term in found.terms}) is is_proved


def test_report():
    """The patterns stand with their places, the words are counted by class; most are proved."""
    words = report(builtin(), [ROOT / "tests" / "kits", ROOT / "sample_notes"])
    first, *rest = words.splitlines()

    assert int(first.split()[0]) <= MOST_PATTERNS
    assert rest[0].startswith("  facts/")
    assert any(line.startswith("  exercise: ") for line in rest)
