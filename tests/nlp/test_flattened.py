"""A dictated report whose lines were joined by commas is read as if its lines were there."""

import pytest

from lint97110.model import Document

REPORT = (
    "DIAGNOSIS: , Stiff elbow.,MEDICATIONS:,1.  Iron.,2.  Zinc.,OBJECTIVE:  ,Reach is short."
    ",ASSESSMENT: , She would gain from therapy.,TREATMENT PLAN:  ,Seen twice weekly for 5 weeks."
    ",LONG-TERM GOALS TO BE ACHIEVED IN 5 WEEKS:,1.  To knead dough.,2.  To row a boat."
)


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("Stiff", ("diagnosis",)),
        ("Zinc", ("medications",)),
        ("Reach", ("objective",)),
        ("She would", ("assessment",)),
        ("Seen twice", ("plan",)),
        ("To row", ("goals",)),
    ],
)
def test_sections(linter, words, section):
    """Each heading opens its section, though no line ends."""
    found = linter.understand(Document("note.txt", REPORT)).sections
    at = REPORT.index(words)

    assert next(s for s in reversed(found) if s.start <= at).names == section
