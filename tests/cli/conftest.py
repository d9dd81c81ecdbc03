"""A linter that does what the words of a note tell it to, in the place of the real one."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from lint97110.cli import main
from lint97110.engine import Settings
from lint97110.errors import CheckFailedError, LintError
from lint97110.model import (
    Basis,
    Document,
    Finding,
    Kind,
    NoteReport,
    Quote,
    Rule,
    Severity,
    Stated,
    Status,
    Verdict,
)
from lint97110.why import Candidate, Why

PATIENT = "Wilhelmina Brandt"


def finding(severity: Severity, text: str) -> Finding:
    """A finding that points at the first word of the note."""
    rule = Rule(
        code="PR001",
        name="progression-missing",
        basis=Basis.EXPECTED,
        severity={},
        check="element",
        options={"element": "progression"},
        message="Nothing here says how the exercises changed.",
        ask="How did the difficulty change?",
        why="",
        sources=(),
        examples=(),
        path="",
    )
    return Finding(rule, severity, first_word(text), text.partition("\n")[0], "f")


def first_word(text: str) -> Quote:
    """The first word of a note."""
    word = text.split(maxsplit=1)[0]
    return Quote(word, 0, len(word), 1, 1)


class FakeLinter:
    """Finds an `error`, a `warning` or an `info` where the note has that word; dies of `crash`."""

    pack_version = "test"
    settings: list[Settings] = []  # noqa: RUF012, emptied by the fixture

    def __init__(self, settings: Settings) -> None:
        """Remember the settings; one code is unknown."""
        if "XX999" in settings.select:
            raise LintError('unknown rule "XX999"')
        self.settings.append(settings)

    def under(self, settings: Settings) -> "FakeLinter":
        """Another, for a note with settings of its own."""
        return FakeLinter(settings)

    def lint(self, document: Document) -> NoteReport:
        """What the words ask for."""
        if "crash" in document.text:
            raise CheckFailedError(document.name, "ValueError in checks/count.py")
        severities = [severity for severity in Severity if severity in document.text]
        return NoteReport(
            path=document.name,
            kind=Kind.TREATMENT_NOTE,
            bills_97110=True,
            profile="base",
            verdict=Verdict.HOLD if severities else Verdict.READY,
            elements={},
            scopes={},
            stated=Stated(),
            questions=(),
            answers=(),
            findings=tuple(finding(severity, document.text) for severity in severities),
        )

    def why(self, document: Document, element: str) -> Why:
        """One candidate: the first word."""
        if "crash" in document.text:
            raise CheckFailedError(document.name, "ValueError in checks/count.py")
        word = document.text.split()[0]
        seen = Candidate(
            Quote(word, 0, len(word), 1, 1), "plan item", "by other", "Another did it."
        )
        candidates = () if "nothing" in document.text else (seen,)
        return Why(element, "The element", Status.WEAK, "Only a plan is named.", candidates)


@pytest.fixture
def linted(monkeypatch) -> list[Settings]:
    """The settings that linters were made with, in this test."""
    made: list[Settings] = []
    monkeypatch.setattr(FakeLinter, "settings", made)
    monkeypatch.setattr("lint97110.cli.checking.Linter", FakeLinter)
    monkeypatch.setattr("lint97110.cli.looking.Linter", FakeLinter)
    return made


@pytest.fixture
def run(linted) -> Callable[..., Result]:  # noqa: ARG001, no command here meets the real linter
    """The command line, with the fake linter behind it."""

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return invoke


@pytest.fixture
def notes(tmp_path):
    """A folder with one note of each sort, and one file that is no note."""
    folder = tmp_path / "notes"
    folder.mkdir()
    for name in ("clean", "info", "warning", "error"):
        (folder / f"{name}.txt").write_text(f"{name} {PATIENT}\n", "utf-8")
    return folder


@pytest.fixture
def unreadable(tmp_path):
    """A picture that calls itself a note."""
    path = tmp_path / "scan.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    return path


@pytest.fixture
def crashing(tmp_path):
    """A note on which the linter fails."""
    path = tmp_path / "crash.txt"
    path.write_text(f"crash {PATIENT}\n", "utf-8")
    return path
