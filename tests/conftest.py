"""What all tests share: one linter, no network, golden files on request, figures at the end."""

import os
import socket
from collections.abc import Callable, Iterator
from functools import cache
from typing import NoReturn

import pytest
from hypothesis import settings

from lint97110.engine import Linter, Settings

FIGURES = pytest.StashKey[dict[str, list[str]]]()

settings.register_profile("dev", max_examples=30, deadline=None)
settings.register_profile("ci", max_examples=150, deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


class NetworkUsedError(Exception):
    """A test reached for the network."""


def pytest_addoption(parser):
    """`--update-golden` writes the expected reports anew."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the expected reports beside the sample notes anew",
    )


def pytest_sessionfinish(session):
    """A worker hands its tables to the run that it works for."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["figures"] = session.config.stash.get(FIGURES, {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """What a worker measured is printed with the rest; one that died has nothing to hand on."""
    tables = node.config.stash.setdefault(FIGURES, {})
    for title, lines in getattr(node, "workeroutput", {}).get("figures", {}).items():
        tables.setdefault(title, []).extend(lines)


def pytest_terminal_summary(terminalreporter, config):
    """Print the tables of figures, whatever the outcome."""
    for title, lines in sorted(config.stash.get(FIGURES, {}).items()):
        terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def figures(pytestconfig) -> dict[str, list[str]]:
    """Tables to print when the run ends: lines by title."""
    return pytestconfig.stash.setdefault(FIGURES, {})


@pytest.fixture(scope="session")
def update_golden(pytestconfig) -> bool:
    """Whether the expected reports are to be written anew."""
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.fixture(scope="session")
def linter_of() -> Callable[[Settings], Linter]:
    """A linter for some settings; each is made once, for the pack takes a while to compile."""
    return cache(Linter)


@pytest.fixture(scope="session")
def linter(linter_of) -> Linter:
    """The linter that a person gets who asks for nothing special."""
    return linter_of(Settings())


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """No socket can be opened, in whatever way it was imported; child processes are free to."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise NetworkUsedError("the linter works without a network")

    with pytest.MonkeyPatch.context() as patch:
        # In its place: a class that somebody imported before would slip through.
        patch.setattr(socket.socket, "__init__", refuse)
        patch.setattr(socket, "socketpair", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield
