"""Do we read the notes of other writers as they do? Figures, and floors under them."""

import pytest
from corpus_scoring import Judged, Label, by_element, labels, score
from samples import ROOT

from lint97110.readers import read

FEWEST = 15
FOLDER = ROOT / "tests" / "readers"
FLOORS = {
    "twenty-one": {"kind": 0.99, "status": 0.88, "gap kappa": 0.72, "scopes": 0.94},
    "one": {"kind": 0.99, "status": 0.93, "gap kappa": 0.93, "scopes": 0.97},
    "two": {"kind": 0.99, "status": 0.91, "gap kappa": 0.91, "scopes": 0.96},
    "three": {"kind": 0.99, "status": 0.92, "gap kappa": 0.91, "scopes": 0.93},
    "four": {"kind": 0.99, "status": 0.95, "gap kappa": 0.94, "scopes": 0.96},
    "five": {"kind": 0.99, "status": 0.94, "gap kappa": 0.93, "scopes": 0.95},
    "six": {"kind": 0.99, "status": 0.88, "gap kappa": 0.86, "scopes": 0.95},
    "seven": {"kind": 0.99, "status": 0.96, "gap kappa": 0.98, "scopes": 0.96},
    "eight": {"kind": 0.99, "status": 0.94, "gap kappa": 0.91, "scopes": 0.92},
    "nine": {"kind": 0.99, "status": 0.95, "gap kappa": 0.90, "scopes": 0.93},
    "ten": {"kind": 0.99, "status": 0.93, "gap kappa": 0.90, "scopes": 0.88},
    "eleven": {"kind": 0.99, "status": 0.91, "gap kappa": 0.85, "scopes": 0.85},
    "fourteen": {"kind": 0.99, "status": 0.90, "gap kappa": 0.84, "scopes": 0.91},
    "thirteen": {"kind": 0.91, "status": 0.83, "gap kappa": 0.73, "scopes": 0.85},
    "fifteen": {"kind": 0.99, "status": 0.92, "gap kappa": 0.87, "scopes": 0.95},
    "sixteen": {"kind": 0.99, "status": 0.90, "gap kappa": 0.84, "scopes": 0.94},
    "seventeen": {"kind": 0.92, "status": 0.89, "gap kappa": 0.80, "scopes": 0.85},
    "eighteen": {"kind": 0.99, "status": 0.89, "gap kappa": 0.74, "scopes": 0.88},
    "nineteen": {"kind": 0.99, "status": 0.92, "gap kappa": 0.82, "scopes": 0.95},
    "twenty": {"kind": 0.99, "status": 0.82, "gap kappa": 0.74, "scopes": 0.87},
    "twenty-two": {"kind": 0.99, "status": 0.88, "gap kappa": 0.82, "scopes": 0.91},
    "twenty-four": {"kind": 0.99, "status": 0.94, "gap kappa": 0.90, "scopes": 0.93},
    "twenty-five": {"kind": 0.96, "status": 0.89, "gap kappa": 0.80, "scopes": 0.88},
    "twenty-six": {"kind": 0.96, "status": 0.94, "gap kappa": 0.90, "scopes": 0.94},
    "twenty-seven": {"kind": 0.96, "status": 0.94, "gap kappa": 0.88, "scopes": 0.94},
    "twenty-eight": {"kind": 0.96, "status": 0.96, "gap kappa": 0.94, "scopes": 0.96},
    "twenty-nine": {"kind": 0.99, "status": 0.95, "gap kappa": 0.90, "scopes": 0.96},
    "thirty": {"kind": 0.99, "status": 0.93, "gap kappa": 0.86, "scopes": 0.91},
    "twelve": {"kind": 0.95, "status": 0.90, "gap kappa": 0.87, "scopes": 0.95},
}


@pytest.fixture(scope="module")
def judged(linter, figures) -> dict[str, list[Judged]]:
    """Each set of notes with its labels and our reports; the figures go to the end of the run."""
    sets = {}
    for name in FLOORS:
        notes = [_judged(linter, label, name) for label in labels(FOLDER / name)]
        table = [*score(notes).items(), *by_element(notes).items()]
        figures[f"readers: {name}"] = [f"{what:<14}{figure:7.3f}" for what, figure in table]
        sets[name] = notes
    return sets


def _judged(linter, label: Label, name: str) -> Judged:
    path = FOLDER / name / f"{label.id}.txt"
    return Judged(label, linter.lint(read(path, path.relative_to(ROOT).as_posix())))


@pytest.mark.parametrize("name", FLOORS)
def test_set_is_whole(name):
    """Labels and notes belong together by their names."""
    notes = sorted(path.stem for path in (FOLDER / name).glob("*.txt"))

    assert [label.id for label in labels(FOLDER / name)] == notes
    assert len(notes) >= FEWEST


@pytest.mark.parametrize(
    ("name", "figure", "floor"),
    [(name, figure, floor) for name, floors in FLOORS.items() for figure, floor in floors.items()],
)
def test_floor(name, figure, floor, judged):
    """Each figure is at least where it was."""
    assert score(judged[name])[figure] >= floor
