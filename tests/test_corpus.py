"""Do we say of the sample notes what an auditor says? Figures, and floors under them."""

import pytest
from corpus_scoring import Judged, Label, by_element, kappa, labels, score
from samples import NOTES, document

from lint97110.model import ELEMENTS, SCOPES, Status

FLOORS = {
    "kind": 0.95,
    "billing": 0.90,
    "status": 0.94,
    "gap kappa": 0.90,
    "scopes": 0.93,
    "minutes": 0.97,
    "units": 0.92,
    "questions": 0.95,
    "answers": 0.95,
}

LABELS = {label.id: label for label in labels()}


@pytest.fixture(scope="module")
def judged(linter, figures) -> list[Judged]:
    """Each sample note with its label and our report; the figures go to the end of the run."""
    notes = [Judged(LABELS[note.stem], linter.lint(document(note))) for note in NOTES]
    table = [*score(notes).items(), *by_element(notes).items()]
    figures["sample notes"] = [f"{name:<14}{figure:7.3f}" for name, figure in table]
    return notes


@pytest.mark.parametrize(("name", "floor"), FLOORS.items(), ids=FLOORS)
def test_floor(name, floor, judged):
    """Each figure is at least where it was."""
    assert score(judged)[name] >= floor


def test_every_figure_has_a_floor(judged):
    """No figure can fall unseen."""
    assert list(score(judged)) == list(FLOORS)


def test_each_note_has_its_label():
    """Labels and notes belong together by their names."""
    assert sorted(LABELS) == sorted(note.stem for note in NOTES)


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_label_is_sound(note):
    """A label speaks of every element and scope, and quotes the note to the letter."""
    label = LABELS[note.stem]
    text = document(note).text
    quoted = [words for many in label.evidence.values() for words in many]

    assert set(label.elements) == (set(ELEMENTS) if label.kind.has_elements else set())
    assert set(label.scopes) == set(SCOPES)
    assert all(words in text for words in (*quoted, *label.answers))
    assert all(words in text for words, _ in label.questions)
    assert set(label.evidence) <= _with_words(label)


def _with_words(label: Label) -> set[str]:
    return {name for name, status in label.elements.items() if status is not Status.ABSENT}


@pytest.mark.parametrize(
    ("expected", "pairs"),
    [
        (1.0, [(True, True), (False, False)]),
        (-1.0, [(True, False), (False, True)]),
        (0.0, [(True, True), (True, False), (False, True), (False, False)]),
        (1.0, [(True, True)]),
    ],
    ids=["agreed", "opposed", "chance", "one class"],
)
def test_kappa(expected, pairs):
    """Agreement beyond chance, as Cohen counts it."""
    assert kappa(pairs) == pytest.approx(expected)
