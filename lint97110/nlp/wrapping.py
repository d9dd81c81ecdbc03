"""Sentences that go on in the next line of a page or of a cell, put together letter for letter."""

import re

_LINE = re.compile(r"\n(?<=[^\n]{30}[a-z,]\n)(?= *(?!(?:[a-z]|[ivx]{1,4})[.):/\]][ ])[a-z])")
_CELL = re.compile(  # "| How did it go, and what got in |    |" above "| the way?       |    |"
    r"\|(?<=[a-z,] \|)[ |]*\n[ ]*\|[ ]*(?=[a-z][^|\n]*\|)"
    r"|[ ]{2}(?<=[a-z,]  )[ |]*\n[ ]*\|[ ]*(?=[a-z][^|\n]*\|)"
)
_FEWEST_LETTERS = 25  # of a cell that is broken because it is full


def unwrapped(text: str) -> str:
    r"""The text with gaps for the line ends that are no ends, letter for letter.

    >>> unwrapped("| What does it do that nobody |  |\n| else does?                    |  |")
    '| What does it do that nobody        else does?                    |  |'
    """
    text = _LINE.sub(" ", text)
    return _CELL.sub(_gap, text) if "|" in text else text


def _gap(match: re.Match[str]) -> str:
    """A gap as long as what is between two pieces of a sentence in cells."""
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    words = line.rpartition("|")[2].strip()
    is_full = len(words) >= _FEWEST_LETTERS and line.strip().startswith("|")
    return " " * len(match.group()) if is_full else match.group()
