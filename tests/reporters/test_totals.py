"""Counts that leave nothing out."""

from dataclasses import replace

from lint97110.model import Report, Severity, Verdict
from lint97110.reporters.totals import totals_of


def test_every_input_and_note_is_counted_once(many):
    """Read, unreadable and duplicate make the inputs; checked, out of scope, failed the notes."""
    totals = totals_of(many)

    assert (totals.read, totals.unreadable, totals.duplicate) == (4, 1, 1)
    assert (totals.checked, totals.out_of_scope, totals.failed) == (2, 1, 1)
    assert (totals.inputs, totals.notes) == (6, 4)
    assert totals.verdicts == {Verdict.HOLD: 1, Verdict.REVIEW: 0, Verdict.READY: 1}
    assert totals.findings == {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 1}


def test_a_row_is_an_input_of_its_own(held):
    """Two rows of one table are two inputs; two notes in one row are one."""
    rows = (replace(held, record="1"), replace(held, record="2"), replace(held, record="2"))

    assert totals_of(Report(rows)).read == 2
    assert totals_of(Report(rows)).notes == 3
