"""lint97110 new: a form on the screen or in a file, and what wrong wishes are told."""

import sys

import pytest
from click.testing import CliRunner

from lint97110.cli import main
from lint97110.packs import builtin

BALANCE = ("new", "note", "--session-type", "balance")
OWN = """\
type: wheelchair
title: Wheelchair
note:
  subjective:
    - ask: What changed today?
      about:
        - exercises
        - frequency
        - duration
        - progression
        - goal_progress
        - plan_update
        - skilled
        - response
        - function
"""
OWN += "".join(f"    - ask: What changed {'so ' * n}since?\n" for n in range(4))
for _name in ("objective", "assessment", "plan"):
    OWN += f"  {_name}:\n" + "".join(
        f"    - ask: How did {_name} {'so ' * n}go?\n" for n in range(5)
    )


def test_note(run):
    """A note in SOAP form on standard output, and nothing else."""
    result = run(*BALANCE)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith("TREATMENT NOTE, CPT 97110\n")
    headings = [line for line in result.stdout.splitlines() if line.isupper() and "," not in line]
    assert headings == ["SUBJECTIVE", "OBJECTIVE", "ASSESSMENT", "PLAN"]
    assert "base of support" in result.stdout


def test_justification(run):
    """A justification in H&P form."""
    result = run("new", "justification", "--session-type", "hand therapy", "--region", "thumb")

    assert result.exit_code == 0
    assert "\nPHYSICAL EXAM\n" in result.stdout
    assert "Session type: Hand therapy, thumb\n" in result.stdout
    assert "web space" in result.stdout


def test_header(run):
    """Date and times stand as they were given."""
    result = run(*BALANCE, "--date", "3/4/2026", "--start", "9:05", "--end", "9:45 am")

    assert "Treatment date: 3/4/2026\nStart time: 9:05\nEnd time: 9:45 am\n" in result.stdout
    assert "Treatment date: 3/4/26\n" in run(*BALANCE, "--date", "3/4/26").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--session-type", "blance"], 'did you mean "balance"', id="type"),
        pytest.param([], "aquatic, balance, endurance", id="no type"),
        pytest.param([*BALANCE[2:], "--region", "kne"], 'did you mean "knee"', id="region"),
        pytest.param([*BALANCE[2:], "--date", "2/30/2026"], "is not a date", id="date"),
        pytest.param([*BALANCE[2:], "--date", "soon"], "is not a date", id="no date"),
        pytest.param([*BALANCE[2:], "--start", "25:00"], "is not a time of day", id="time"),
        pytest.param(
            [*BALANCE[2:], "--start", "2:00 pm", "--end", "13:30"], "is not after", id="order"
        ),
        pytest.param([*BALANCE[2:], "-o", "form.pdf"], "does not show a format", id="format"),
        pytest.param([*BALANCE[2:], "-o", "nowhere/form.txt"], "cannot be written", id="folder"),
    ],
)
def test_wrong_usage(run, arguments, words, tmp_path, monkeypatch):
    """A wish that cannot be met ends with 2 and a sentence that says what can be."""
    monkeypatch.chdir(tmp_path)
    result = run("new", "note", *arguments)

    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""
    assert not list(tmp_path.iterdir())


def test_unknown_type_lists_all(run):
    """The types stand in the sentence."""
    said = run("new", "note", "--session-type", "yoga").stderr

    for path in (builtin() / "questions").glob("*.yaml"):
        assert path.stem.split("-")[0] in said


@pytest.mark.parametrize(("name", "first"), [("form.txt", "TREATMENT NOTE"), ("form.md", "# Tr")])
def test_output(run, tmp_path, name, first):
    """The name of the file says the format."""
    path = tmp_path / name

    assert run(*BALANCE, "--output", path).stdout == ""
    assert path.read_text("utf-8").startswith(first)


def test_word(run, tmp_path):
    """A Word document goes into a file, and is one."""
    path = tmp_path / "form.docx"

    assert run(*BALANCE, "-o", path).exit_code == 0
    assert path.read_bytes().startswith(b"PK")
    refused = run(*BALANCE, "--output-format", "docx")
    assert refused.exit_code == 2
    assert "-o FORM.docx" in refused.stderr


def test_word_without_its_library(run, tmp_path, monkeypatch):
    """What is missing is told, and no file is begun."""
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run(*BALANCE, "-o", tmp_path / "form.docx")

    assert result.exit_code == 2
    assert "lint97110[docx]" in result.stderr
    assert not list(tmp_path.iterdir())


def test_format_is_told(run, tmp_path):
    """--output-format is stronger than the name of the file."""
    path = tmp_path / "form.note"
    run(*BALANCE, "-o", path, "--output-format", "markdown")

    assert path.read_text("utf-8").startswith("# Treatment note")


@pytest.mark.parametrize("ends", [("11:30", "1:15"), ("12:50", "1:30"), ("9:05", "9:45")])
def test_over_noon(ends, run):
    """The clock is read as everywhere else: 11:30 to 1:15 goes over noon."""
    start, end = ends

    assert run(*BALANCE, "--start", start, "--end", end).exit_code == 0


def test_a_file_is_not_written_over(run, tmp_path):
    """What exists may be a note; only --force writes over it."""
    path = tmp_path / "visit.txt"
    path.write_text("a note", "utf-8")
    refused = run(*BALANCE, "-o", path)

    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert path.read_text("utf-8") == "a note"
    assert run(*BALANCE, "-o", path, "--force").exit_code == 0
    assert path.read_text("utf-8").startswith("TREATMENT NOTE")


def test_own_bank(run, tmp_path):
    """A clinic's bank is used by itself, or by its type; the others stay within reach."""
    path = tmp_path / "ours.yaml"
    path.write_text(OWN, "utf-8")

    assert "How did plan so go?" in run("new", "note", "--bank", path).stdout
    named = run("new", "note", "--bank", path, "--session-type", "Wheelchair session")
    assert "Session type: Wheelchair\n" in named.stdout
    other = run("new", "note", "--bank", path, "--session-type", "gait")
    assert "Session type: Gait\n" in other.stdout
    missing = run("new", "justification", "--bank", path)
    assert missing.exit_code == 2
    assert "no questions for a justification" in missing.stderr


def test_own_bank_with_a_slip(run, tmp_path):
    """A slip in a clinic's bank is told with its file and line."""
    path = tmp_path / "ours.yaml"
    path.write_text(OWN.replace("How did plan go?", "Did plan go?"), "utf-8")
    result = run("new", "note", "--bank", path)

    assert result.exit_code == 2
    assert f"{path}:" in result.stderr
    assert 'begins with "Did"' in result.stderr


@pytest.fixture
def visit(tmp_path):
    """A note to quote from."""
    path = tmp_path / "visit.txt"
    path.write_text("Date: 03/04\nO: SLR 3x10, raised from 2x10.\nP: 2x/wk for 4 weeks.\n", "utf-8")
    return path


def test_from(visit):
    """Notes are quoted with date and place, and what they tell is not asked again."""
    arguments = ["new", "justification", "--session-type", "strengthening", "--from", str(visit)]
    result = CliRunner().invoke(main, arguments)
    asked = CliRunner().invoke(main, arguments[:4]).stdout

    assert result.exit_code == 0
    assert f'"P: 2x/wk for 4 weeks." (03/04, {visit}, line 3)\n' in result.stdout
    assert "Which exercises were performed over the period" in asked
    assert "Which exercises were performed over the period" not in result.stdout
    assert "What event or course of illness" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["note", "--from", "visit.txt"], 2, "for a justification", id="a note"),
        pytest.param(["justification", "--from", "none.txt"], 3, "does not exist", id="no file"),
        pytest.param(
            ["justification", "--from", "visit.txt", "-o", "visit.txt", "--force"],
            2,
            "is one of the notes",
            id="over the note",
        ),
    ],
)
def test_from_refused(visit, monkeypatch, arguments, code, words):
    """A note is quoted for a justification only, has to be there, and is never written over."""
    monkeypatch.chdir(visit.parent)
    before = visit.read_bytes()
    result = CliRunner().invoke(main, ["new", *arguments, "--session-type", "gait"])

    assert result.exit_code == code
    assert words in result.stderr
    assert visit.read_bytes() == before


def test_from_two_patients(visit):
    """Notes of two patients are refused, without a word of either, unless they are of one."""
    visit.write_text("Patient: Marta Quill\n" + visit.read_text("utf-8"), "utf-8")
    other = visit.with_name("other.txt")
    other.write_text("Patient: Osric Vane\nO: Bridges 2x15.\nP: Add a band.\n", "utf-8")
    arguments = ["new", "justification", "--session-type", "gait"]
    arguments += ["--from", str(visit), "--from", str(other)]
    refused = CliRunner().invoke(main, arguments)
    told = CliRunner().invoke(main, [*arguments, "--one-patient"])

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"{visit} and {other} tell of different names" in refused.stderr
    assert "Quill" not in refused.stderr
    assert told.exit_code == 0
    assert "Bridges 2x15" in told.stdout


def test_from_a_form(tmp_path):
    """A blank form is told to be one."""
    path = tmp_path / "form.txt"
    CliRunner().invoke(main, [*BALANCE, "-o", str(path)])
    result = CliRunner().invoke(
        main, ["new", "justification", "--session-type", "balance", "--from", str(path)]
    )

    assert result.exit_code == 0
    assert "nothing is quoted from it" in result.stderr


def test_profile(run):
    """--profile says beside the form what the document is held without."""
    base = run(*BALANCE, "--profile", "base")
    strict = run(*BALANCE, "--profile", "strict")

    assert base.stdout == strict.stdout == run(*BALANCE).stdout
    assert "exercises, time spent, signature" in " ".join(base.stderr.split())
    assert "progression" in strict.stderr
    assert run(*BALANCE, "--profile", "medicare").stderr.startswith("Under medicare, ")


def test_unknown_profile(run):
    """A payer that nobody knows is told before any form is written."""
    result = run(*BALANCE, "--profile", "medicar")

    assert (result.exit_code, result.stdout) == (2, "")
    assert 'did you mean "medicare"?' in result.stderr


def test_region_without_questions(run):
    """A region that the type does not ask about by itself is still named, and that is said."""
    result = run(*BALANCE, "--region", "wrist")

    assert "Session type: Balance, wrist\n" in result.stdout
    assert "None of the questions for balance" in result.stderr


def test_own_bank_that_is_not_there(run, tmp_path):
    """A bank that cannot be read is told by its name."""
    result = run("new", "note", "--bank", tmp_path / "none.yaml")

    assert result.exit_code == 2
    assert "none.yaml:1: cannot be read" in result.stderr
