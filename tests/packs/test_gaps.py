"""A wording with many gaps is refused before it is ever looked for."""

from pathlib import Path

import pytest

from lint97110.errors import PackError
from lint97110.packs.gaps import MOST_GAPS, refuse_many_gaps
from lint97110.packs.yaml_tree import Scalar

PATH = Path("rules/core/TO/TO001.yaml")


def scalar(words: str) -> Scalar:
    """A wording on the third line of its file."""
    return Scalar(words, words, 3)


def test_many_gaps():
    """The limit is a line of the file, and the wording is named."""
    words = " ... ".join("abcdefgh")

    with pytest.raises(PackError, match=r"TO001.yaml:3: .* has more than 3 gaps"):
        refuse_many_gaps([scalar("some words"), scalar(words)], PATH)


def test_some_gaps():
    """What the limit allows is left alone."""
    refuse_many_gaps([scalar(" ... ".join("abcdefgh"[: MOST_GAPS + 1]))], PATH)
