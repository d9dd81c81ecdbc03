"""An evaluation's findings are no treatment, its list is a plan; a report stands ahead of both."""

import pytest

from lint97110.engine import Linter, Settings
from lint97110.model import Document, Kind, Status

FOUND = "Objective:\nGait: walks 40 ft with a cane, stooped, tires on the ramp.\n"
TREATED = "Objective:\nGait stooped. Step-ups 2x8 on the low stool, tired by the second set.\n"
LISTED = "Interventions:\nBalance training, stair training with one rail, taping.\n"
TOLD_FIRST = "Winded on the hill. Bridges 2x10, clams 2x12.\n"
TOLD_LAST = "Bridges 2x10, clams 2x12. Winded on the hill.\n"
RATED = "Frequency/Duration: 1wk1, 2wk6\n"


@pytest.fixture(scope="module")
def elements():
    """How each element stands in a text of some kind."""
    linters = {}

    def read(text, kind):
        linter = linters.setdefault(kind, Linter(Settings(kind=kind)))
        return linter.understand(Document("note.txt", text)).elements

    return read


@pytest.mark.parametrize(
    ("text", "kind", "element", "status"),
    [
        (FOUND, Kind.EVALUATION, "response", Status.ABSENT),
        (FOUND, Kind.EVALUATION, "exercises", Status.ABSENT),
        (FOUND, Kind.TREATMENT_NOTE, "exercises", Status.PRESENT),
        (TREATED, Kind.EVALUATION, "exercises", Status.PRESENT),
        (TREATED, Kind.EVALUATION, "response", Status.PRESENT),
        (LISTED, Kind.EVALUATION, "exercises", Status.ABSENT),
        (LISTED, Kind.EVALUATION, "plan_update", Status.PRESENT),
        (RATED, Kind.EVALUATION, "plan_update", Status.PRESENT),
        (TOLD_FIRST, Kind.TREATMENT_NOTE, "response", Status.ABSENT),
        (TOLD_LAST, Kind.TREATMENT_NOTE, "response", Status.PRESENT),
        (RATED, Kind.TREATMENT_NOTE, "plan_update", Status.ABSENT),
    ],
)
def test_recast(elements, text, kind, element, status):
    """The same words stand otherwise in an evaluation."""
    assert elements(text, kind)[element].status is status
