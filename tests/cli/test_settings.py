"""Settings files, as somebody at the command line meets them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from lint97110.cli import main
from lint97110.engine import Settings
from lint97110.model import Kind
from lint97110.packs import builtin
from lint97110.selection import Selection

NAME = "lint97110.yaml"
PERSON = "Patient: Hannelore Brandtner\nObjective:\nSLR 3x10.\n"
FORM = "DAILY NOTE\nPatient: Hannelore Brandtner\n" + "".join(
    f"{ask}\n______________________________\n"
    for ask in (
        "What does the patient report?",
        "Which exercises were done, and with what dose?",
        "How did the patient respond?",
        "How many minutes of treatment were given?",
        "What happens at the next visit?",
    )
)


@pytest.fixture
def clinic(tmp_path, monkeypatch):
    """A folder with a note, one with a form, and settings above both; the current folder."""
    for name, words in (("visits/one.txt", PERSON), ("forms/two.txt", FORM)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(words, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def really(*arguments: str, stdin: str | None = None):
    """The command line with the real linter."""
    return CliRunner().invoke(main, list(arguments), input=stdin)


def codes(*arguments: str) -> dict[str, tuple[str, set[str]]]:
    """The kind and the rules that spoke of each note, by the name of its file."""
    report = json.loads(really("check", *arguments, "--output-format", "json").stdout)
    return {
        Path(note["path"]).name: (note["kind"], {finding["code"] for finding in note["findings"]})
        for note in report["notes"]
    }


def test_two_folders_in_one_run(clinic):
    """Forms are linted as templates, notes as notes."""
    (clinic / NAME).write_text("folders: {forms: {kind: template}}")
    found = codes(".")

    assert found["two.txt"][0] == "template"
    assert "PL003" not in found["two.txt"][1]
    assert found["one.txt"][0] == "treatment_note"
    assert "SG001" in found["one.txt"][1]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_identifiers_in_one_folder(jobs, clinic):
    """Names are looked for where the file says so, and nowhere else, in any number of jobs."""
    (clinic / "samples").mkdir()
    for number in range(70 if jobs == "2" else 1):
        (clinic / "samples" / f"{number:02}.txt").write_text(PERSON)
    (clinic / NAME).write_text("folders: {samples: {extend-select: PI}, forms: {kind: template}}")
    found = codes(".", "-j", jobs)

    assert "PI004" not in found.pop("one.txt")[1]
    assert "PI001" in found.pop("two.txt")[1]
    assert all("PI004" in each for _, each in found.values())


def test_the_nearest_file_counts(clinic, run, linted):
    """The file beside a note, not the one above it."""
    (clinic / NAME).write_text("kind: discharge\nevery-note: yes")
    (clinic / "visits" / NAME).write_text("kind: evaluation")
    run("check", "visits", "forms")

    assert {settings.kind for settings in linted[1:]} == {Kind.EVALUATION, Kind.DISCHARGE}
    assert [one.every_note for one in linted if one.kind is Kind.EVALUATION] == [False]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param([], Settings("va", "uhc", Kind.DISCHARGE, every_note=True), id="file"),
        pytest.param(
            ["--profile", "ama"], Settings("ama", "uhc", Kind.DISCHARGE, every_note=True), id="one"
        ),
        pytest.param(
            ["--profile=ama", "--default-profile=base", "--kind=other", "--no-every-note"],
            Settings("ama", "base", Kind.OTHER),
            id="all",
        ),
        pytest.param(["--isolated"], Settings(), id="isolated"),
        pytest.param(["--config", "our.yaml"], Settings("cigna"), id="config"),
    ],
)
def test_the_command_line_wins(options, expected, clinic, run, linted):
    """What is said on the command line is not asked of a file."""
    (clinic / NAME).write_text(
        "profile: va\ndefault-profile: uhc\nkind: discharge\nevery-note: yes"
    )
    (clinic / "our.yaml").write_text("profile: cigna")
    run("check", "visits", *options)

    assert linted[-1] == expected


def test_selections_come_one_over_the_other(clinic, run, linted):
    """The file's, the folder's, the command line's."""
    (clinic / NAME).write_text("ignore: QN\nfolders: {visits: {extend-select: PI}}")
    run("check", "visits", "--ignore", "TM")

    assert linted[-1].selections == (
        Selection(ignore=("QN",)),
        Selection(extend=("PI",)),
        Selection(ignore=("TM",)),
    )


def test_a_selection_begins_anew(clinic):
    """--select leaves nothing of what a file selects; --ignore takes from it."""
    (clinic / NAME).write_text("extend-select: PI")

    assert codes("visits", "--select", "SG")["one.txt"][1] == {"SG001"}
    assert "PI004" not in codes("visits", "--ignore", "PI")["one.txt"][1]
    assert "PI004" in codes("visits", "--ignore", "EX")["one.txt"][1]


def test_where_a_run_fails(clinic, run):
    """Each note fails by its own folder's words, and all by the command line's."""
    (clinic / "visits" / "one.txt").write_text("warning here\n")
    (clinic / NAME).write_text("folders: {visits: {fail-on: warning}}")

    assert run("check", "visits").exit_code == 1
    assert run("check", "visits", "--redact").exit_code == 1
    assert run("check", "visits", "--fail-on", "error").exit_code == 0
    assert run("check", "visits", "--isolated").exit_code == 0


def test_redact(clinic, run):
    """A file may ask for redaction, and the command line may do without."""
    (clinic / "visits" / NAME).write_text("redact: yes")
    (clinic / "visits" / "one.txt").write_text("error here\n")

    assert "one.txt" not in run("check", ".").output
    assert "one.txt" in run("check", ".", "--no-redact").output


def test_standard_input(clinic, run, linted):
    """A note from a pipe lies where its name says, else here."""
    (clinic / NAME).write_text("kind: discharge")
    (clinic / "visits" / NAME).write_text("kind: evaluation")
    run("check", "-", stdin="x")
    run("check", "-", "--stdin-filename", "visits/new.txt", stdin="x")

    assert [one.kind for one in linted if one.kind] == [Kind.DISCHARGE, Kind.EVALUATION]


@pytest.mark.parametrize("command", ["check", "why", "new", "explain", "rules"])
def test_a_broken_file(command, clinic, run):
    """Every command that heeds the file says what is wrong with it, and ends with 2."""
    (clinic / NAME).write_text("# ours\nprofil: va\n")
    arguments = {
        "check": ["visits"],
        "why": ["exercises", "visits/one.txt"],
        "new": ["note", "--session-type", "gait"],
        "explain": ["PR001"],
        "rules": [],
    }[command]
    result = run(command, *arguments)

    assert result.exit_code == 2
    assert f'{NAME}:2: unknown key "profil" (did you mean "profile"?)' in result.stderr
    assert not result.stdout
    assert run(command, *arguments, "--isolated").exit_code == 0


def test_a_broken_file_further_down(clinic, run):
    """A file that is met on the way ends the run as well."""
    (clinic / "visits" / NAME).write_text("kind: visit\n")
    result = run("check", ".")

    assert result.exit_code == 2
    assert f"visits/{NAME}:1: unknown kind" in result.stderr.replace("\\", "/")


def test_rules_of_a_clinic(clinic, run, linted):
    """One folder of rules for a run: a file's, but not those of two files."""
    for name in ("ours", "theirs"):
        (clinic / name).symlink_to(builtin())
    (clinic / NAME).write_text("rules: ours")
    run("check", "visits")
    assert linted[-1].rules_root == clinic / "ours"

    (clinic / "forms" / NAME).write_text("rules: ../theirs")
    (clinic / "theirs").unlink()
    (clinic / "theirs").mkdir()
    result = run("check", "visits", "forms")
    assert result.exit_code == 2
    assert "not the rules of the run" in result.stderr
    assert run("check", "visits", "forms", "--rules", builtin()).exit_code == 0


def test_other_commands(clinic):
    """`why` knows the kind of a note's folder, `new` the payer."""
    (clinic / NAME).write_text("profile: va\nfolders: {forms: {kind: template}}")

    assert "of kind template" in really("why", "exercises", "forms/two.txt").stdout
    assert "Under va, a note is held" in really("new", "note", "--session-type", "gait").stderr


def test_config_or_isolated(clinic, run):
    """Not both."""
    (clinic / "our.yaml").write_text("profile: va")
    result = run("check", "visits", "--config", "our.yaml", "--isolated")

    assert result.exit_code == 2
    assert "--isolated refuses all" in result.stderr


def test_samples_are_looked_through_for_identifiers(tmp_path, monkeypatch):
    """The folder of the sample notes says so itself."""
    sample = Path(__file__).parents[2] / "sample_notes" / NAME
    (tmp_path / NAME).write_text(sample.read_text("utf-8"), "utf-8")
    (tmp_path / "one.txt").write_text(PERSON)
    monkeypatch.chdir(tmp_path)

    assert "PI004" in codes("one.txt")["one.txt"][1]
