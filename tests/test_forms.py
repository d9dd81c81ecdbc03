"""The closed loop: a form of ours is a clean template, and as a note it is held for its blanks."""

from collections.abc import Iterator

import pytest

from lint97110.engine import Settings
from lint97110.form import SECTIONS, Bank, Header, Paper
from lint97110.forms import FORMATS
from lint97110.forms.making import make_form
from lint97110.model import Document, Kind, Status, Verdict
from lint97110.packs import builtin
from lint97110.packs.banks import load_banks

BANKS = load_banks(builtin())
KINDS = {Paper.NOTE: Kind.TREATMENT_NOTE, Paper.JUSTIFICATION: Kind.JUSTIFICATION}
FORMS = [pytest.param(bank, paper, id=f"{bank.type}-{paper}") for bank in BANKS for paper in Paper]
WORDED = ("text", "markdown")


def written(bank: Bank, paper: Paper) -> Iterator[tuple[str, int]]:
    """The empty form for each region in each format, and how many questions it asks."""
    for region in (None, *(region.name for region in bank.regions)):
        form = make_form(bank, paper, Header(), region)
        count = sum(len(bank.asked(paper, section, region)) for section in SECTIONS[paper])
        for name in WORDED:
            yield FORMATS[name](form), count


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_every_question_is_open(bank, paper, linter_of):
    """Our own engine finds each question of a form, and finds it open."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    for words, count in written(bank, paper):
        types = [question.type for question in linter.lint(Document("form", words)).questions]
        assert types == ["open"] * count


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_a_clean_template(bank, paper, linter_of):
    """With `--kind template` nothing is found on an empty form."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    for words, _ in written(bank, paper):
        assert not linter.lint(Document("form", words)).findings


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_held_among_notes(bank, paper, linter):
    """Among notes an empty form is known for what it is, and held."""
    for words, _ in written(bank, paper):
        report = linter.lint(Document("form", words))
        assert (report.kind, report.verdict) == (Kind.TEMPLATE, Verdict.HOLD)
        assert "PL003" in {finding.rule.code for finding in report.findings}


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_held_as_a_note(bank, paper, linter_of):
    """As a note, an empty form has no element and is held; its questions tell nothing."""
    linter = linter_of(Settings(kind=KINDS[paper]))
    for words, _ in written(bank, paper):
        report = linter.lint(Document("form", words))
        assert report.verdict is Verdict.HOLD
        assert {result.status for result in report.elements.values()} == {Status.ABSENT}
