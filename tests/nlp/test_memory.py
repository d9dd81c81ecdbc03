"""What is remembered from note to note is bounded, and forgetting it changes nothing."""

import pytest

from lint97110.compiled import load_grammar
from lint97110.nlp import cascade, courses, quick_headings, shapes, together, vocabulary
from lint97110.nlp.reading import read
from lint97110.packs import builtin

NOTE = (
    "Subjective: {name} says the knee is better than last visit.\n"
    "Interventions:\nSquats 3x{n} with {name}, increased from 2x10. HEP: bridges 2x12 daily.\n"
    "{name} findings: held SLR due to pain, plan to progress next visit.\n"
)


@pytest.fixture
def grammar(tmp_path, monkeypatch):
    """A grammar that has read nothing yet."""
    monkeypatch.setenv("LINT97110_CACHE_DIR", str(tmp_path))
    return load_grammar(builtin())


def note(number):
    """A note with a name that no other has."""
    name = "Q" + "".join("bcdfghjklm"[int(digit)] + "a" for digit in str(number))
    return NOTE.format(name=name, n=number % 20 + 1)


def test_memory_is_bounded(grammar, monkeypatch):
    """With every new word, tokens, pairs, shapes and headings are forgotten in time."""
    monkeypatch.setattr(vocabulary, "MOST_TOKENS", 100)
    monkeypatch.setattr(cascade, "MOST_PAIRS", 60)
    monkeypatch.setattr(together, "MOST_REMEMBERED", 20)
    monkeypatch.setattr(quick_headings, "MOST_REMEMBERED", 10)
    monkeypatch.setattr(shapes, "MOST_SHAPES", 30)
    monkeypatch.setattr(shapes, "MOST_REDUCED", 40)
    monkeypatch.setattr(courses, "MOST_REMEMBERED", 30)
    for number in range(200):
        read(note(number), grammar)
    assert grammar.vocabulary.remembered <= 100 + len(note(0).split()) * 2
    assert all(len(level.pairs) <= 60 for level in (*grammar.replacing, grammar.reporting))
    assert grammar.standings.remembered <= 20
    assert all(bags.remembered <= 20 for bags in grammar.bags.values())
    assert grammar.headings.remembered <= 10
    assert len(grammar.reductions.shapes) <= 30
    assert len(grammar.reductions) <= 40
    assert grammar.courses.remembered <= 30


def told(number, grammar):
    """What is read of a note: its symbols, its facts, how its clauses stand."""
    reading = read(note(number), grammar)
    return reading.symbols, reading.facts, [s.clauses for s in reading.statements]


def test_forgetting_changes_nothing(grammar, monkeypatch):
    """A note is read alike by a grammar that remembers nothing and by one that remembers all."""
    remembering = [told(number, grammar) for number in range(20)]
    monkeypatch.setattr(vocabulary, "MOST_TEXT", 0)
    monkeypatch.setattr(cascade, "MOST_PAIRS", 1)
    monkeypatch.setattr(together, "MOST_REMEMBERED", 1)
    monkeypatch.setattr(quick_headings, "MOST_REMEMBERED", 1)
    monkeypatch.setattr(shapes, "MOST_SHAPES", 1)
    monkeypatch.setattr(shapes, "MOST_REDUCED", 1)
    monkeypatch.setattr(courses, "MOST_REMEMBERED", 1)
    grammar.reductions.clear()
    grammar.reductions.shapes.clear()
    assert [told(number, grammar) for number in range(20)] == remembering
