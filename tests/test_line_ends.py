"""However the lines of a note end, it is the same note."""

import pytest

from lint97110.model import Document

NOTE = """\
Daily note, visit 7
S: Takes the stairs one at a time, pain 4/10.
O: SLR 3x10, clamshells 3x12 with red band, was yellow last time. Cued for the pelvis.

A: Pain 2/10 after the exercises. Goal 1, stairs step over step: half of them.
P: Add step-ups, 2x/wk for 3 weeks.
97110: 38 min, 3 units
Ines Okafor, PT, DPT
"""


def told(linter, text):
    """What is said of a text, with the line of each finding."""
    report = linter.lint(Document("note.txt", text))
    statuses = {name: str(result.status) for name, result in report.elements.items()}
    return statuses, [(each.rule.code, each.at.line, each.at.column) for each in report.findings]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_line_ends(end, linter):
    """Every line end that some program writes ends a line."""
    assert told(linter, NOTE.replace("\n", end)) == told(linter, NOTE)
