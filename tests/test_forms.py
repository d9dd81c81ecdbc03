"""The closed loop: a form of ours is a clean template, and as a note it is held for its blanks."""

from functools import cache
from io import BytesIO

import docx
import pytest

from lint97110.engine import Settings
from lint97110.form import SECTIONS, Header, Paper
from lint97110.forms import FORMATS
from lint97110.forms.making import make_form
from lint97110.model import Document, Kind, Status, Verdict
from lint97110.packs import builtin
from lint97110.packs.banks import load_banks

BANKS = load_banks(builtin())
KINDS = {Paper.NOTE: Kind.TREATMENT_NOTE, Paper.JUSTIFICATION: Kind.JUSTIFICATION}
FORMS = [pytest.param(bank, paper, id=f"{bank.type}-{paper}") for bank in BANKS for paper in Paper]


def words_of(form: str | bytes) -> str:
    """The words of a form, a line for each paragraph of a Word document."""
    if isinstance(form, str):
        return form
    return "\n".join(each.text for each in docx.Document(BytesIO(form)).paragraphs) + "\n"


@cache
def written(bank_type: str, paper: Paper) -> tuple[tuple[str, int], ...]:
    """The empty form in each format, and for each region, with how many questions it asks."""
    (bank,) = [bank for bank in BANKS if bank.type == bank_type]
    wanted = [(None, name) for name in FORMATS] + [(r.name, "text") for r in bank.regions]
    found = []
    for region, name in wanted:
        form = make_form(bank, paper, Header(), region)
        count = sum(len(bank.asked(paper, section, region)) for section in SECTIONS[paper])
        found.append((words_of(FORMATS[name](form)), count))
    return tuple(found)


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_every_question_is_open(bank, paper, linter_of):
    """Our own engine finds each question of a form, and finds it open."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    for words, count in written(bank.type, paper):
        types = [question.type for question in linter.lint(Document("form", words)).questions]
        assert types == ["open"] * count


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_a_clean_template(bank, paper, linter_of):
    """With `--kind template` nothing is found on an empty form."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    for words, _ in written(bank.type, paper):
        assert not linter.lint(Document("form", words)).findings


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_held_among_notes(bank, paper, linter):
    """Among notes an empty form is known for what it is, and held."""
    for words, _ in written(bank.type, paper):
        report = linter.lint(Document("form", words))
        assert (report.kind, report.verdict) == (Kind.TEMPLATE, Verdict.HOLD)
        assert "PL003" in {finding.rule.code for finding in report.findings}


@pytest.mark.parametrize(("bank", "paper"), FORMS)
def test_held_as_a_note(bank, paper, linter_of):
    """As a note, an empty form has no element and is held; its questions tell nothing."""
    linter = linter_of(Settings(kind=KINDS[paper]))
    for words, _ in written(bank.type, paper):
        report = linter.lint(Document("form", words))
        assert report.verdict is Verdict.HOLD
        assert {result.status for result in report.elements.values()} == {Status.ABSENT}
