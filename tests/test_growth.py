"""Twice the text takes twice the steps, whatever is written over and over again."""

import sys

import pytest

from lint97110.engine import Linter, Settings
from lint97110.model import Document

SHORT, LONG = 3_000, 12_000  # characters
MOST = 1.6  # times the growth of the text; four times would be a square


@pytest.fixture(scope="module")
def linter() -> Linter:
    """A linter of its own, that has read a note before."""
    made = Linter(Settings(every_note=True))
    made.lint(Document("warm", "Squats 3x10"))
    return made


def steps(linter: Linter, words: str, length: int) -> int:
    """How many lines of Python a note of that length takes, loops counted each time."""
    document = Document("long", words * (length // len(words)))
    linter.lint(document)  # what is remembered of its words is not counted
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        linter.lint(document)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "words",
    ["3x10 ", "10 sec ", "Jane Roe, PT ", "JANE ROE ", "Squats 3x10; ", "97110 ", "3x10.\n", "("],
)
def test_steps_grow_with_the_text(words, linter):
    """Where each word looks at all the others, a note that was pasted wrong never ends."""
    short, long = (steps(linter, words, length) for length in (SHORT, LONG))

    assert long < MOST * LONG / SHORT * short
