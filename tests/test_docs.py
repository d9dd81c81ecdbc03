"""What the documents say is so: generated parts are fresh, commands exist, links lead somewhere."""

import re
import shlex
from pathlib import Path

import click
import pytest

from lint97110.cli import main
from lint97110.docs import README, refreshed

ROOT = README.parent
DOCUMENTS = [README, ROOT / ".github" / "CONTRIBUTING.md", ROOT / "benchmarks" / "README.md"]

LINK = re.compile(r"\]\(([^)#:]+)\)")
NAMED = re.compile(r"`((?:rules|lint97110|tests|benchmarks|sample_notes|\.ci|\.github)/[\w./-]*)`")
COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?lint97110 (.+)$", re.MULTILINE)


def targets() -> list:
    """Each file that a document links to or names, with the folder that the words start from."""
    found = []
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        linked = {(document.parent, target) for target in LINK.findall(text)}
        named = {(ROOT, target) for target in NAMED.findall(text)}
        found += [
            pytest.param(folder / target, id=f"{document.name}-{target}")
            for folder, target in sorted(linked | named)
        ]
    return found


def commands() -> list:
    """Each command line that a document shows."""
    found = {
        line for document in DOCUMENTS for line in COMMAND.findall(document.read_text("utf-8"))
    }
    return sorted(found)


def test_generated_parts_are_fresh():
    """The report and the list of rules in the README are what the program says now."""
    readme = README.read_text("utf-8")

    assert readme == refreshed(readme), "run: python -m lint97110.docs"


def test_example_note_is_short():
    """The first screen shows a note of six lines."""
    shown = README.read_text("utf-8").partition("<<'END'\n")[2].partition("END\n")[0]

    assert len(shown.splitlines()) == 6


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        pytest.param("<!-- rules: begin -->\n", "rules", id="no begin"),
        pytest.param("<!-- report: end -->\n", "report", id="no end"),
        pytest.param("cat > visit-07.txt", "visit-07.txt", id="no note"),
    ],
)
def test_lost_marks_are_told(damage, part):
    """A README whose marks were lost is refused, rather than left as it is."""
    readme = README.read_text("utf-8").replace(damage, "")

    with pytest.raises(ValueError, match=part):
        refreshed(readme)


@pytest.mark.parametrize("target", targets())
def test_files_that_are_named_exist(target):
    """A file or folder that a document speaks of is there."""
    assert Path(target).exists()


@pytest.mark.parametrize("line", commands())
def test_commands_are_understood(line):
    """A command that a document shows exists, with the options that it is given there."""
    name, *arguments = shlex.split(line.partition("  #")[0])
    arguments = arguments[: next((i for i, word in enumerate(arguments) if word in "<>|"), None)]
    group = click.Context(main)
    command = main.get_command(group, name)

    assert command is not None
    command.make_context(name, arguments, parent=group)
