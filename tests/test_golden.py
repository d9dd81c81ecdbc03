"""The sample notes and what a therapist reads about each; `--update-golden` writes it anew."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from samples import EXPECTED, FOLDER, NOTES, ROOT, document, expected

from lint97110.cli import main
from lint97110.model import Report
from lint97110.reporters import REPORTERS, TextOptions
from lint97110.reporters.json import schema

SAMPLES = 32


@pytest.fixture
def check(monkeypatch, linter_of):
    """`lint97110 check` in the project's folder, with a linter that is compiled already."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("lint97110.cli.checking.Linter", linter_of)
    return lambda *words: CliRunner().invoke(main, ["check", *words])


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_report(note, linter, update_golden):
    """The report of each note is, to the letter, the one that stands beside it."""
    report = Report((linter.lint(document(note)),), pack_version=linter.pack_version)
    words = REPORTERS["text"](report, TextOptions(width=80))
    if update_golden:
        expected(note).write_text(words, "utf-8", newline="\n")

    assert expected(note).is_file(), "pytest --update-golden writes it"
    assert words == expected(note).read_text("utf-8")


def test_each_report_has_its_note():
    """No two notes share a report, and no report stands alone."""
    reports = {expected(note) for note in NOTES}

    assert len(reports) == len(NOTES) == SAMPLES
    assert reports == set(FOLDER.glob(f"*{EXPECTED}"))


def test_the_command_says_the_same(check):
    """What stands beside a note is what `check` prints."""
    note = NOTES[0]

    assert check(note.relative_to(ROOT).as_posix()).stdout == expected(note).read_text("utf-8")


def test_a_folder_of_samples_is_a_folder_of_notes(check):
    """`check sample_notes/` reads each note once, nothing else, and the JSON keeps its schema."""
    report = json.loads(check("sample_notes/", "--output-format", "json").stdout)

    assert report["summary"]["inputs"] == {"read": SAMPLES, "unreadable": 0, "duplicate": 0}
    assert [note["path"] for note in report["notes"]] == [
        note.relative_to(ROOT).as_posix() for note in NOTES
    ]
    assert not list(Draft202012Validator(json.loads(schema())).iter_errors(report))


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format(form, linter):
    """Each format has a place for each note."""
    report = Report(tuple(linter.lint(document(note)) for note in NOTES))
    words = REPORTERS[form](report, TextOptions(width=80, show_all=True))
    silent = {note.path for note in report.notes if not note.findings}

    for note in report.notes:
        assert note.path in words or (form == "concise" and note.path in silent)
