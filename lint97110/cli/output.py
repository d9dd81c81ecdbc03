"""Words for standard output: fit for its terminal, and quiet when nobody reads on."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from lint97110.cli.group import cannot_be_written

NARROWEST, WIDEST, PIPE = 40, 100, 80  # columns; prose wider than that is hard to read


def show(words: str) -> None:
    """Write text; what the terminal's encoding lacks is shown as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    with _reader_may_leave():
        click.echo(words.encode(encoding, "backslashreplace").decode(encoding), nl=False)


def show_data(words: str) -> None:
    """Write a machine's format: UTF-8 whatever the terminal."""
    with _reader_may_leave():
        click.echo(words.encode("utf-8"), nl=False)


def has_color() -> bool:
    """Whether colour is welcome: on a terminal, unless NO_COLOR says otherwise."""
    is_refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not is_refused


def width() -> int:
    """The columns to fill: those of the terminal within reason; the same always for a pipe."""
    if not sys.stdout.isatty():
        return PIPE
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """`| head -1` has read enough: no traceback, and the exit code still tells what was found.

    Raises NotWrittenError where the output goes nowhere: onto a disk that is full.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
    except OSError as error:
        _write_nowhere()
        raise cannot_be_written("The output", error) from None


def _write_nowhere() -> None:
    """Python flushes once more on its way out, and must find somewhere to write to."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
