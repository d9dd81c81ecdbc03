"""Every command says in a sentence what it is for, and shows how to call it."""

import re

import click
import pytest

from lint97110.cli import COMMANDS, main


def command(name: str) -> click.Command:
    """The command of that name."""
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def test_the_list(run):
    """All commands are listed with their summaries."""
    result = run("--help")

    assert result.exit_code == 0
    listed = result.stdout.partition("Commands:")[2]
    assert re.findall(r"^  (\w+)  +\w", listed, re.MULTILINE) == list(COMMANDS)


def test_version(run):
    """The version is told."""
    assert re.match(r"lint97110, version \d", run("--version").stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name, run):
    """A sentence, examples that begin with the command, and a text for every option."""
    result = run(name, "--help")
    summary = result.stdout.split("\n\n")[1].strip()

    assert result.exit_code == 0
    assert re.fullmatch(r"[A-Z][^.]+\.", summary)
    assert f"Examples:\n    lint97110 {name}" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_without_help(name):
    """Each option says what it does."""
    options = [one for one in command(name).params if isinstance(one, click.Option)]

    assert all(option.help for option in options)
