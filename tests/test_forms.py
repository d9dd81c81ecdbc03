"""The closed loop: a form of ours is a clean template, and as a note it is held for its blanks."""

import re
from functools import cache

import pytest
from samples import NOTES, document

from lint97110.engine import Settings
from lint97110.form import FEWEST_ASKS, SECTIONS, Header, Paper
from lint97110.forms import FORMATS
from lint97110.forms.making import make_form
from lint97110.model import POINTS, Document, Kind, Status, Verdict
from lint97110.packs import builtin
from lint97110.packs.banks import load_banks, pick_bank
from lint97110.readers import decode

BANKS = load_banks(builtin())
FILLED = [path for path in NOTES if path.stem.startswith("filled-")]
KINDS = {Paper.NOTE: Kind.TREATMENT_NOTE, Paper.JUSTIFICATION: Kind.JUSTIFICATION}
FORMS = [pytest.param(bank, paper, id=f"{bank.type}-{paper}") for bank in BANKS for paper in Paper]


def words_of(form: str | bytes) -> str:
    """The words of a form; those of a Word document as `check` reads them."""
    return form if isinstance(form, str) else decode(form, "form.docx").text


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


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
def test_filled_is_ready(path, linter):
    """A form that is filled in as a clinician would is a note, and ready."""
    report = linter.lint(document(path))

    assert report.verdict is Verdict.READY
    assert report.kind in KINDS.values()
    assert {result.status for result in report.elements.values()} == {Status.PRESENT}


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
def test_filled_asks_what_forms_ask(path):
    """The questions of a filled form are those that its bank asks now, in their order."""
    lines = document(path).text.splitlines()
    words = next(line for line in lines if line.startswith("Session type: "))
    title, _, region = words.removeprefix("Session type: ").partition(", ")
    paper = Paper.JUSTIFICATION if "HISTORY" in lines else Paper.NOTE
    bank = pick_bank(builtin(), title)
    form = make_form(bank, paper, Header(), region or None)
    asked = [prompt.ask for part in form.parts for prompt in part.prompts]

    assert asked == [words for _, words in questions(document(path).text)]


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
def test_each_answer_counts(path, linter):
    """Take one answer away, and the note is held for that very question."""
    text = document(path).text
    asked = questions(text)
    assert len(asked) >= 2 * FEWEST_ASKS

    for start, words in asked:
        line_end = text.index("\n", start)
        answer_end = text.index("\n", line_end + 1)
        report = linter.lint(Document(path.name, text[: line_end + 1] + text[answer_end:]))
        found = [finding.at.text for finding in report.findings if finding.rule.code == "QN004"]
        assert report.verdict is Verdict.HOLD, words
        assert len(found) == 1
        assert words.startswith(found[0])


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    ("pattern", "words", "code"),
    [
        pytest.param(r"Patient: .*", "Patient: [patient]", "PL001", id="patient"),
        pytest.param(r"Signed by: .*", "Signed by:", "SG", id="signature"),
        pytest.param(
            r"(?s)Start time: .*?\nEnd time: [^\n]*\n(.*)Minutes of 97110: [^\n]*\n",
            r"\1",
            "TM001",
            id="time",
        ),
    ],
)
def test_each_line_counts(path, pattern, words, code, linter):
    """A placeholder left, no signature, no time: each is found."""
    text, count = re.subn(pattern, words, document(path).text)
    report = linter.lint(Document(path.name, text))

    assert count == 1
    assert any(finding.rule.code.startswith(code) for finding in report.findings)


def test_filled_types():
    """A form of each type is filled in, three of them justifications."""
    titles = {re.search(r"Session type: ([^\n,]+)", document(path).text)[1] for path in FILLED}

    assert titles == {bank.title for bank in BANKS}
    assert len(FILLED) == len(BANKS)
    assert sum("justification" in path.stem for path in FILLED) == 3


@pytest.mark.parametrize(
    "path", [path for path in FILLED if "justification" in path.stem], ids=lambda path: path.stem
)
def test_filled_justifications_tell_everything(path, linter):
    """A justification that is filled in has every point; without its answers it has none."""
    text = document(path).text
    asked = {words for _, words in questions(text)}
    empty = "".join(
        line
        for line in text.splitlines(keepends=True)
        if line.rstrip(":\n").isupper() or any(words in line for words in asked)
    )
    told = linter.lint(Document(path.name, text)).points
    left = linter.lint(Document(path.name, f"BILLING JUSTIFICATION\n{empty}")).points

    assert tuple(told) == POINTS
    assert {point.status for point in told.values()} == {Status.PRESENT}
    assert Status.PRESENT not in {point.status for point in left.values()}


def questions(text: str) -> list[tuple[int, str]]:
    """Where each numbered question of a form stands, and its words."""
    return [(match.start(), match[1]) for match in re.finditer(r"(?m)^\d\. (.+)$", text)]


@pytest.mark.parametrize("path", FILLED, ids=lambda path: path.stem)
def test_answers_stay_in_their_sections(path, linter):
    """No answer ends the section that its question stands in."""
    text = document(path).text
    note = linter.understand(document(path))
    headed = [section for section in note.sections if section.heading]
    for start, _ in questions(text):
        expected = max(
            (
                section
                for section in headed
                if section.heading.of(text).isupper() and section.heading.start < start
            ),
            key=lambda section: section.heading.start,
        )
        at = text.index("\n", start) + 1
        assert set(expected.names) <= set(sections_at(note, at)), text[at : at + 40]


def sections_at(note, offset: int) -> tuple[str, ...]:
    """The names of the section in which an offset stands."""
    return next(s.names for s in reversed(note.sections) if s.body.start <= offset)
