"""What only a process of its own can show: what is imported, and a pipe that is closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

IMPORTED = """
import sys
from lint97110.cli import main
code = main({arguments}, standalone_mode=False)
print(code, *sorted({{"spacy", "rich", "numpy"}} & set(sys.modules)), file=sys.stderr)
"""

MANY_FINDINGS = """
import sys
from lint97110.cli import check, checking, main
from lint97110.model import Report, Unread

def run(*arguments, **options):
    list(arguments[0])
    return Report((), (Unread("x" * 100, "is empty"),) * 100_000)

checking.run = run
main(["check", "-", "--output-format", sys.argv[1]], prog_name="lint97110")
"""


def python(program: str, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter of its own."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=False,
        capture_output=True,
        text=True,
        **options,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["why", "--help"],
        ["explain", "PR001"],
        ["explain", "progression"],
        ["rules"],
        ["new", "--help"],
        ["new", "note", "--session-type", "balance"],
        ["rules", "--output-format", "json"],
        ["rules", "--profile", "medicare", "--as-of", "2026-03-01"],
        ["units", "97110=24", "97112=23"],
    ],
    ids=" ".join,
)
def test_light_commands(arguments):
    """What reads no note never waits for spaCy, nor for rich."""
    result = python(IMPORTED.format(arguments=arguments))

    assert result.stdout
    assert result.stderr.split()[-1] in ("0", "None")


@pytest.mark.skipif(os.name == "nt", reason="pipes of another kind")
@pytest.mark.parametrize("form", ["text", "json", "concise"])
def test_closed_pipe(form):
    """`| head -1` ends in silence, and the exit code still says what was found."""
    with subprocess.Popen(
        [sys.executable, "-c", MANY_FINDINGS, form],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert first
    assert said == b""
    assert process.returncode == 3


@pytest.mark.parametrize(
    ("environment", "is_colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, False), ({"NO_COLOR": "1"}, False)],
    ids=["pipe", "forced", "refused"],
)
def test_no_color_in_a_pipe(environment, is_colored):
    """A pipe gets no colours, whatever the environment says to other programs."""
    program = MANY_FINDINGS.replace("100_000", "1")
    result = python(program, "text", input="", env={**os.environ, **environment})

    assert ("\x1b" in result.stdout) is is_colored
    assert "Not checked (1):" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["rules"], ["rules", "--output-format", "json"]])
def test_a_full_disk(arguments):
    """A full disk is no fault of the linter, and is told as what it is."""
    program = f"from lint97110.cli import main\nmain({arguments})"
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-c", program],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert result.returncode == 3
    assert result.stderr == "Error: The output cannot be written: No space left on device.\n"
