"""lint97110 check: what it runs, what it writes, and the code it ends with."""

import json
import os

import pytest

from lint97110.engine import Settings
from lint97110.model import Kind

PATIENT = "Wilhelmina Brandt"


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        pytest.param("clean", [], 0, id="clean"),
        pytest.param("info", [], 0, id="info passes"),
        pytest.param("warning", [], 0, id="warning passes"),
        pytest.param("error", [], 1, id="error fails"),
        pytest.param("warning", ["--fail-on", "warning"], 1, id="warning fails when asked"),
        pytest.param("info", ["--fail-on", "warning"], 0, id="info passes below a warning"),
        pytest.param("error", ["--fail-on", "warning"], 1, id="error is above a warning"),
        pytest.param("info", ["--fail-on", "info"], 1, id="info fails when asked"),
        pytest.param("error", ["--exit-zero"], 0, id="exit zero"),
    ],
)
def test_exit_code_of_a_note(name, options, code, run, notes):
    """1 from the severity of --fail-on on, unless --exit-zero; else 0."""
    assert run("check", notes / f"{name}.txt", *options).exit_code == code


@pytest.fixture(params=["unreadable", "crashing"])
def lost(request):
    """An input that cannot be read, or that we fail on."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("other", ["clean", "error"])
@pytest.mark.parametrize("options", [[], ["--exit-zero"]], ids=["", "exit-zero"])
def test_an_input_that_was_not_checked_is_never_clean(lost, other, options, run, notes):
    """3 wins over 1 and over --exit-zero, and everything else is still reported."""
    result = run("check", lost, notes / f"{other}.txt", *options)

    assert result.exit_code == 3
    assert "Not checked (1):" in result.stdout
    assert lost.name in result.stdout
    assert f"{other}.txt" in result.stdout


def test_a_path_that_does_not_exist(run, notes):
    """A name that leads nowhere is an input that could not be read."""
    result = run("check", notes / "gone.txt", notes / "clean.txt")

    assert result.exit_code == 3
    assert "does not exist" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param([], "Say what to check", id="no paths"),
        pytest.param(["x", "--stdin-filename", "y"], "names the note on -", id="no stdin"),
        pytest.param(["x", "--statistics", "--output-format", "json"], "-o json=FILE", id="counts"),
        pytest.param(["x", "-j", "none"], "neither auto nor a whole number", id="jobs"),
        pytest.param(["x", "-j", "0"], "neither auto nor a whole number", id="no jobs"),
        pytest.param(["x", "-o", "json"], "FORMAT=FILE", id="output without a file"),
        pytest.param(["x", "-o", "xml=x"], "text, json, concise", id="unknown format"),
        pytest.param(["x", "-o", "json=gone/x.json"], "folder that exists", id="no such folder"),
        pytest.param(["x", "--select", "XX999"], 'unknown rule "XX999"', id="unknown rule"),
        pytest.param(["x", "--profile", "medium"], "medium", id="unknown profile"),
        pytest.param(["x", "--kind", "letter"], "letter", id="unknown kind"),
        pytest.param(["x", "--rules", "gone"], "gone", id="no rules"),
        pytest.param(
            ["x", "--config", "x.yaml"], "x.yaml:1: cannot be read", id="settings that are lost"
        ),
    ],
)
def test_wrong_usage(arguments, words, run):
    """Wrong usage ends with 2 and a sentence that says what to do."""
    result = run("check", *arguments)

    assert result.exit_code == 2
    assert words in result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        pytest.param([], Settings(), id="none"),
        pytest.param(["--profile", "strict"], Settings(profile="strict"), id="profile"),
        pytest.param(["--kind", "discharge"], Settings(kind=Kind.DISCHARGE), id="kind"),
        pytest.param(
            ["--kind", "treatment-note"],
            Settings(kind=Kind.TREATMENT_NOTE),
            id="a kind with hyphen",
        ),
        pytest.param(["--every-note"], Settings(every_note=True), id="every note"),
        pytest.param(["--select", "PR, TM001"], Settings(select=("PR", "TM001")), id="commas"),
        pytest.param(
            ["--select", "PR", "--select", "TM001,"],
            Settings(select=("PR", "TM001")),
            id="repeated",
        ),
        pytest.param(["--ignore", "QN"], Settings(ignore=("QN",)), id="ignore"),
        pytest.param(["--extend-select", "QN"], Settings(extend_select=("QN",)), id="extend"),
    ],
)
def test_options_reach_the_linter(options, settings, run, notes, linted):
    """Every option of the linter arrives there, and nothing else does."""
    run("check", notes / "clean.txt", *options)

    assert linted == [settings]


def test_rules_folder_reaches_the_linter(run, notes, linted, tmp_path):
    """--rules names the folder of another pack."""
    run("check", notes / "clean.txt", "--rules", tmp_path)

    assert linted == [Settings(rules_root=tmp_path)]


def test_a_folder_has_rows(run, notes):
    """A folder is a row for each note, in order, and totals."""
    result = run("check", notes)
    order = [result.stdout.index(f"{name}.txt") for name in ("clean", "error", "info", "warning")]

    assert order == sorted(order)
    assert "4 inputs: 4 read." in result.stdout


def test_the_same_note_twice(run, notes):
    """A note that is named twice is checked once, and counted as a duplicate."""
    assert "1 read, 1 duplicate" in run("check", notes / "clean.txt", notes / "clean.txt").stdout


@pytest.mark.parametrize(
    ("options", "name"),
    [([], "<stdin>"), (["--stdin-filename", "visit-07.txt"], "visit-07.txt")],
    ids=["unnamed", "named"],
)
def test_standard_input(options, name, run):
    """A note may come through a pipe, under a name of choice."""
    result = run("check", "-", "--output-format", "concise", *options, stdin="error SLR\n")

    assert result.exit_code == 1
    assert result.stdout.startswith(f"{name}:1:1: error PR001 ")


def test_standard_input_that_is_no_text(run):
    """What comes through a pipe is read as carefully as a file."""
    assert run("check", "-", stdin=b"\x89PNG\r\n\x1a\n").exit_code == 3


def test_json(run, notes):
    """JSON goes to standard output alone."""
    result = run("check", notes, "--output-format", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["summary"]["notes"]["checked"] == 4
    assert not result.stderr


@pytest.mark.parametrize(
    ("option", "there", "gone"),
    [
        pytest.param("--quiet", "4 notes:", "warning.txt", id="quiet"),
        pytest.param("-q", "4 notes:", "warning.txt", id="q"),
        pytest.param("--statistics", "PR001  progression-missing", "warning.txt", id="statistics"),
        pytest.param("--all", "To answer: How did", "first findings", id="all"),
    ],
)
def test_how_much_is_shown(option, there, gone, run, notes):
    """The text report can be shortened, counted or had in full."""
    words = run("check", notes, option).stdout

    assert there in words
    assert gone not in words


def test_files_beside_the_screen(run, notes, tmp_path):
    """-o writes full reports to files, whatever the screen shows."""
    result = run(
        "check", notes, "-q", "-o", f"json={tmp_path}/r.json", "-o", f"text={tmp_path}/r.txt"
    )
    value = json.loads((tmp_path / "r.json").read_text("utf-8"))

    assert "warning.txt" not in result.stdout
    assert len(value["notes"]) == 4
    assert "warning.txt" in (tmp_path / "r.txt").read_text("utf-8")


def test_a_slip_in_the_command(run):
    """A command that does not exist is answered with the one that was probably meant."""
    result = run("chek", "x")

    assert result.exit_code == 2
    assert 'did you mean "check"?' in result.stderr


def test_no_report_over_a_note(run, notes):
    """A report is never written over a note that is being checked."""
    note = notes / "clean.txt"
    before = note.read_bytes()
    result = run("check", notes, "-o", f"json={note}", "--force")

    assert result.exit_code == 2
    assert "replace one of the notes" in result.stderr
    assert note.read_bytes() == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or not os.path.exists("/dev/full"),  # noqa: PTH110, collected once
    reason="needs a device that is full",
)
def test_a_file_that_cannot_be_written(run, notes):
    """A full disk is told, not passed over."""
    result = run("check", notes / "clean.txt", "-o", "json=/dev/full")

    assert result.exit_code == 3
    assert "cannot be written: No space left" in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "concise"])
def test_no_report_over_anything_else(form, run, notes, tmp_path):
    """What stands in a file may be somebody's work; only --force replaces it."""
    path = tmp_path / "work.txt"
    path.write_text("HOLD: HEP until the MD calls\nBP 120/80\n", "utf-8")
    before = path.read_bytes()
    refused = run("check", notes, "-o", f"{form}={path}")

    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert path.read_bytes() == before
    assert run("check", notes, "-o", f"{form}={path}", "--force").exit_code == 1
    assert path.read_bytes() != before


@pytest.mark.parametrize("form", ["text", "json", "concise"])
@pytest.mark.parametrize("which", ["clean.txt", "error.txt", "gone.txt", ""])
def test_a_report_replaces_the_last_one(form, which, run, notes, tmp_path):
    """The same command every day needs no --force, whatever yesterday's report said."""
    path = tmp_path / "report"
    for _ in range(2):
        assert run("check", notes / which, "-o", f"{form}={path}").exit_code != 2


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_refusal_without_names(options, run, tmp_path):
    """The name of a note may be a patient's: it is in no sentence of a redacted run."""
    note = tmp_path / "brandt.txt"
    note.write_text("clean note\n", "utf-8")
    result = run("check", note, "--redact", "-o", f"json={note}", *options)

    assert result.exit_code == 2
    assert "brandt" not in result.output


def test_one_file_for_each_report(run, notes, tmp_path):
    """Of two reports in one file, only the last would be left."""
    path = tmp_path / "r.txt"
    result = run("check", notes, "-o", f"text={path}", "-o", f"json={path}")

    assert result.exit_code == 2
    assert "named twice" in result.stderr
    assert not path.exists()


@pytest.mark.parametrize("form", ["text", "json", "concise"])
def test_redact(form, run, notes, crashing, monkeypatch):
    """No words of the notes and no names are left, and a key of one's own makes runs agree."""
    monkeypatch.setenv("LINT97110_REDACT_KEY", "the key of the clinic")
    arguments = ["check", notes, crashing, "--redact", "--output-format", form]
    first, second = run(*arguments), run(*arguments)

    assert first.exit_code == 3
    assert first.output == second.output
    assert PATIENT not in first.output
    assert "notes" + os.sep not in first.output
    assert "crash" not in first.output


@pytest.mark.parametrize(
    ("options", "is_told"), [([], True), (["-q"], False)], ids=["loud", "quiet"]
)
def test_redact_without_a_key(options, is_told, run, notes, monkeypatch):
    """Without a key of one's own, one is made for the run, and said to be."""
    monkeypatch.delenv("LINT97110_REDACT_KEY", raising=False)
    arguments = ["check", notes, "--redact", "-o", f"json={notes.parent}/r.json", *options]
    result = run(*arguments)
    first = (notes.parent / "r.json").read_bytes()
    run(*arguments)

    assert ("LINT97110_REDACT_KEY" in result.stderr) is is_told
    assert first != (notes.parent / "r.json").read_bytes()


def test_jobs_change_nothing(run, notes):
    """Any number of jobs says the same."""
    once = run("check", notes, "-j", "1").stdout

    assert run("check", notes, "-j", "4").stdout == once
    assert run("check", notes, "-j", "auto").stdout == once
