"""Is a sentence read alike however it is written? The kits, in capitals, wrapped, with a slip."""

from collections.abc import Iterator, Mapping

import pytest
from kit_mutations import MUTATIONS, mutated
from kit_scoring import Entry, KitScorer, entries, kits

FLOOR = 0.93
FEWEST = 20  # entries of a kit that a mutation changes, from which on a share says something


@pytest.fixture(scope="module")
def right(linter_of) -> tuple[KitScorer, tuple[Entry, ...]]:
    """The entries that are read right as their authors wrote them."""
    scorer = KitScorer(linter_of)
    every = (entry for kit in kits() for entry in entries(kit) if not entry.held)
    return scorer, tuple(entry for entry in every if scorer.is_right(entry))


def _otherwise(name: str, every: tuple[Entry, ...]) -> Iterator[Entry]:
    return filter(None, (mutated(entry, name) for entry in every))


def _shares(outcomes: Mapping[str, list[bool]]) -> dict[str, float]:
    return {kit: sum(kept) / len(kept) for kit, kept in outcomes.items() if len(kept) >= FEWEST}


@pytest.mark.parametrize("name", MUTATIONS)
def test_kits_written_otherwise(name, right, figures):
    """Of what is read right, nearly all is read right when it is written otherwise."""
    scorer, every = right
    outcomes: dict[str, list[bool]] = {}
    for entry in _otherwise(name, every):
        outcomes.setdefault(entry.kit, []).append(scorer.is_right(entry))
    shares = _shares(outcomes)
    lines = figures.setdefault("kits written otherwise", [])
    lines.append(f"{name:<24}" + "".join(f"{kit[:8]:>9} {s:.2f}" for kit, s in shares.items()))

    assert shares
    assert {kit: share for kit, share in shares.items() if share < FLOOR} == {}


def test_a_mutation_changes_the_words_that_are_asked_about():
    """The words whose standing is asked for are those of the sentence as it is written now."""
    entry = Entry("status", 1, "Bridges deferred.", held=False, fields={"words": "Bridges"})
    loud = mutated(entry, "capitals")

    assert loud is not None
    assert (loud.text, loud.fields["words"]) == ("BRIDGES DEFERRED.", "BRIDGES")
    assert mutated(entry, "typeset signs") is None
