"""Words of a pattern that make a phrase of the pack are met as that phrase, wherever they stand."""

import pytest

from lint97110.nlp.crossing import Crossings, in_tokens
from lint97110.nlp.expansion import Expander
from lint97110.nlp.notation import Choice, Class, Sequence, parse
from lint97110.nlp.tokens import folded

PHRASES = {("asked", "to"), ("out", "of"), ("out", "of", "bed"), ("set", "up")}


@pytest.fixture
def crossings():
    """Of a pack with a few phrases."""
    return Crossings(PHRASES, {"verb": {("asked",), ("told",), ("got", "out")}})


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("asked to rest", {("asked", "to")}),
        ("(told|asked) to rest", {("asked", "to")}),
        ("asked [him] to", {("asked", "to")}),
        ("(rolled|moved out) of [the] (bed|chair)", {("out", "of"), ("out", "of", "bed")}),
        ("{word} (set|moved) [right] (up|down)", {("set", "up")}),
        ("asked {person} to", set()),
        ("{verb|noun} [him] to", {("asked", "to")}),
        ("{verb}*2 to", set()),
        ("{v:verb} to", set()),
        ("(asked|to)", set()),
    ],
)
def test_inside(pattern, found, crossings):
    """Phrases are found in a choice, behind it, and around what may be left out."""
    nodes = in_tokens(parse(pattern), folded)

    assert {words for node in nodes for words in crossings.inside(node)} == found


def _ways(node):
    """Every row of classes that a pattern without gaps stands for."""
    match node:
        case Class(names):
            return [[name] for name in names]
        case Sequence(parts):
            rows = [[]]
            for part in parts:
                rows = [row + more for row in rows for more in _ways(part)]
            return rows
        case Choice(options, optional):
            return [row for option in options for row in _ways(option)] + ([[]] if optional else [])


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("asked to", {"=asked =to", "=asked to"}),
        ("(told|asked) to", {"=told =to", "=asked =to", "=asked to"}),
        ("out of [bed]", {"=out =of", "=out =of =bed", "=out of", "=out of =bed", "=out of bed"}),
        (
            "(she was asked|is) to (set|get) up",
            {
                f"{lead} {tail}"
                for lead in ("=she =was =asked =to", "=she =was =asked to", "=is =to")
                for tail in ("=set =up", "=set up", "=get =up")
            },
        ),
    ],
)
def test_expanded(pattern, ways, crossings):
    """A pattern matches its words and every phrase that some of them make, in any mixture."""
    expanded = Expander(folded, crossings).expand(parse(pattern))

    assert {" ".join(row) for row in _ways(expanded)} == ways
