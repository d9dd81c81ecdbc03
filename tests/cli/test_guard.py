"""However a command ends, it ends in a sentence, with its code and without a word of a note."""

import pytest

from lint97110.errors import CheckFailedError, PackError, UnreadableError

PATIENT = "Wilhelmina Brandt"


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        pytest.param(PackError("a.yaml", 3, "unknown key"), 2, "a.yaml:3: unknown key", id="pack"),
        pytest.param(UnreadableError("a.txt", "is empty"), 3, "a.txt: is empty", id="unreadable"),
        pytest.param(CheckFailedError("a.txt", "our fault"), 3, "a.txt: our fault", id="failed"),
        pytest.param(ValueError(PATIENT), 3, "The linter failed (ValueError at ", id="surprise"),
        pytest.param(RecursionError(PATIENT), 3, "(RecursionError at ", id="too deep"),
        pytest.param(KeyboardInterrupt(), 130, "Interrupted", id="Ctrl-C"),
    ],
)
def test_errors(error, code, words, run, monkeypatch):
    """Each error has its exit code; a surprise tells its place and not its words."""

    def fail(*_arguments, **_options):
        raise error

    monkeypatch.setattr("lint97110.cli.checking.run", fail)
    result = run("check", ".")

    assert result.exit_code == code
    assert words in result.stderr
    assert PATIENT not in result.output
    assert not result.stdout


def test_unknown_command(run):
    """An unknown command is wrong usage."""
    assert run("chekc").exit_code == 2
