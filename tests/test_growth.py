"""Twice the text takes twice the time, and no more, whatever is written over and over again."""

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from lint97110.engine import Linter, Settings
from lint97110.model import Document

SHORT, LONG = 8_000, 64_000  # characters
MOST = 3  # times the growth of the text; sixty-fourfold would be a square
TRIES = 3


@pytest.fixture(scope="module")
def linter() -> Linter:
    """The linter, which has read a note before."""
    made = Linter(Settings(every_note=True))
    made.lint(Document("warm", "Squats 3x10"))
    return made


@contextmanager
def undisturbed() -> Iterator[None]:
    """No collection of garbage meanwhile: its time comes when it likes."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


def seconds(linter: Linter, words: str, length: int) -> float:
    """The time of this process for a note of that length; of several tries, the best."""
    document = Document("long", words * (length // len(words)))
    times = []
    with undisturbed():
        for _ in range(TRIES):
            start = time.process_time()
            linter.lint(document)
            times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "words",
    ["3x10 ", "10 sec ", "Jane Roe, PT ", "JANE ROE ", "Squats 3x10; ", "97110 ", "3x10.\n", "("],
)
def test_time_grows_with_the_text(words, linter):
    """Where each word looks at all the others, a note that was pasted wrong never ends."""
    short, long = (seconds(linter, words, length) for length in (SHORT, LONG))

    assert long < MOST * LONG / SHORT * short
