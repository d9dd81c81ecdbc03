"""Is a settings file read as it is meant, and refused with its line where it cannot be used?"""

import os
from pathlib import Path

import pytest

from lint97110.configuration.finding import NAME, Finder
from lint97110.configuration.known import refuse_unknown
from lint97110.configuration.settings_file import MOST_BYTES, read_settings
from lint97110.errors import PackError
from lint97110.model import Kind, Severity
from lint97110.packs import builtin
from lint97110.selection import Selection

FULL = """
profile: medicare
default-profile: va
kind: Treatment note
every-note: yes
fail-on: warning
select: [EX, TM001]
ignore: TM008, QN
redact: no
rules: own
folders:
  forms: {kind: template, every-note: no}
  "*.md":
    extend-select: [PI]
"""


@pytest.fixture
def settings(tmp_path):
    """Read these words as a settings file."""

    def read(words: str):
        path = tmp_path / NAME
        path.write_text(words, "utf-8")
        return read_settings(path)

    return read


def test_everything(settings, tmp_path):
    """Each key arrives under its own meaning."""
    (tmp_path / "own").mkdir()
    file = settings(FULL)
    chosen = file.choices_for(["2026", "a.txt"])

    assert (chosen.profile, chosen.default_profile) == ("medicare", "va")
    assert chosen.kind is Kind.TREATMENT_NOTE
    assert chosen.every_note is True
    assert chosen.fail_on is Severity.WARNING
    assert chosen.selections == (Selection(("EX", "TM001"), ("TM008", "QN")),)
    assert (file.rules_root, file.redact) == (tmp_path / "own", False)


def test_folders_change_what_they_name(settings, tmp_path):
    """A folder's words come over those of the file, and the last folder's over all."""
    (tmp_path / "own").mkdir()
    chosen = settings(FULL).choices_for(["forms", "a.md"])

    assert chosen.kind is Kind.TEMPLATE
    assert chosen.every_note is False
    assert chosen.profile == "medicare"
    assert chosen.selections[1:] == (Selection(extend=("PI",)),)


@pytest.mark.parametrize("words", ["", "# nothing yet\n\n"])
def test_a_file_without_words(words, settings):
    """A file that says nothing is none that cannot be used."""
    assert settings(words).choices_for(["a.txt"]).selections == ()


@pytest.mark.parametrize(
    ("words", "line", "sentence"),
    [
        pytest.param("profil: va", 1, 'did you mean "profile"', id="key"),
        pytest.param("\nfail_on: error", 2, 'did you mean "fail-on"', id="underscore"),
        pytest.param("kind: templat", 1, 'did you mean "template"', id="kind"),
        pytest.param("fail-on: warnings", 1, 'did you mean "warning"', id="severity"),
        pytest.param("redact: perhaps", 1, "yes or no", id="neither yes nor no"),
        pytest.param("profile: [a", 2, "not YAML", id="no YAML"),
        pytest.param("- profile", 1, "must be a table", id="a list"),
        pytest.param("profile:", 1, '"profile" is empty', id="nothing behind a key"),
        pytest.param("rules: nowhere", 1, "not a folder of rules", id="no such folder"),
        pytest.param("profile: !!python/name:os.system", 1, "tags", id="what could run"),
        pytest.param("folders:\n  **/a: {kind: other}", 2, "quotation marks around", id="a star"),
        pytest.param("folders:\n  *a: {kind: other}", 2, "quotation marks around", id="an alias"),
        pytest.param("folders:\n  a: {redact: yes}", 2, "top of the file", id="of the run"),
        pytest.param("folders:\n  a:\n    kindd: x", 3, 'did you mean "kind"', id="in a folder"),
        pytest.param("folders:\n  ../a: {kind: other}", 2, "below its own folder", id="above"),
        pytest.param("folders: [a]", 1, "must be a table", id="a list of folders"),
    ],
)
def test_refused(words, line, sentence, settings, tmp_path):
    """File, line, and a sentence that helps."""
    with pytest.raises(PackError) as refused:
        settings(words)

    assert refused.value.path == str(tmp_path / NAME)
    assert refused.value.line == line
    assert sentence in refused.value.sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("a: 1\nprofile: medcare", 'did you mean "medicare"', id="profile"),
        pytest.param("a: 1\nignore: [EX, TM0008]", 'did you mean "TM008"', id="rule"),
        pytest.param("folders:\n  a: {default-profile: vaa}", 'did you mean "va"', id="folder"),
    ],
)
def test_unknown_names(words, sentence, settings):
    """Payers and rules that are not there are told with the line on which they are named."""
    with pytest.raises(PackError) as refused:
        refuse_unknown(settings(words.replace("a: 1\n", "# a\n")), builtin())

    assert refused.value.line == 2
    assert sentence in refused.value.sentence


@pytest.mark.parametrize("what", ["folder", "link", "pipe", "bytes", "size"])
def test_unreadable(what, tmp_path):
    """What is no file of text is refused, and never waited for."""
    path = tmp_path / NAME
    match what:
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to("nowhere")
        case "pipe":
            os.mkfifo(path)
        case "bytes":
            path.write_bytes(b"profile: \xff\xfe")
        case _:
            path.write_bytes(b"#" * (MOST_BYTES + 1))

    with pytest.raises(PackError, match=r"cannot be read|not UTF-8"):
        Finder().file_in(str(tmp_path))


def test_nearest(tmp_path):
    """The file beside a note holds alone; where there is none, the one above it."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / NAME).write_text("profile: va")
    (tmp_path / "a" / NAME).write_text("every-note: yes")
    finder = Finder()

    assert finder.choices_for(str(tmp_path / "x.txt")).profile == "va"
    assert finder.choices_for(str(tmp_path / "a" / "b" / "x.txt")).every_note is True
    assert finder.choices_for(str(tmp_path / "a" / "x.txt")).profile is None


def test_named_and_isolated(tmp_path, monkeypatch):
    """A named file holds everywhere, its folders counted from here; isolated, no file does."""
    (tmp_path / NAME).write_text("profile: va")
    named = tmp_path / "our.yaml"
    named.write_text("folders: {forms: {kind: template}, letters/new: {kind: other}}")
    monkeypatch.chdir(tmp_path)
    finder = Finder(named)

    assert finder.choices_for(str(Path("/elsewhere/forms/x.txt"))).kind is Kind.TEMPLATE
    assert finder.choices_for(str(tmp_path / "letters" / "new" / "x.txt")).kind is Kind.OTHER
    assert finder.choices_for(str(tmp_path / "x.txt")).profile is None
    assert Finder(is_isolated=True).choices_for(str(tmp_path / "x.txt")).profile is None
