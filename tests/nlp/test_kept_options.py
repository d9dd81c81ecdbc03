"""Pairs of which neither was struck out, and slashes that mean something else."""

import pytest

from lint97110.model import Span
from lint97110.nlp.kept_options import KeptOptions
from lint97110.packs import builtin
from lint97110.packs.wording_files import read_wordings

OPTIONS = KeptOptions(read_wordings(builtin() / "wordings"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patient states he/she slept.", ["he/she"]),
        ("His/Her knee, (s)he says", ["(s)he", "His/Her"]),
        ("Heel slides to the left/right knee", ["left/right"]),
        ("R/L shoulder flexion with wand", ["R/L"]),
        ("R/L shoulder flexion 120/135", []),
        ("Weight shifts left/right x 20", []),
        ("Range is increased / decreased", ["increased / decreased"]),
        ("Goal 1 met/not met", ["met/not met"]),
        ("He is/is not able", ["is/is not"]),
        ("min/mod A, PT/OT, 3/5, and/or, w/ and w/o", []),
        ('Her form says "he/she"', []),
        ("The/hers", []),
        ("Distance increased decreased to 90 ft", ["increased decreased"]),
        ("Tolerated well. Poorly lit hall.", []),
    ],
)
def test_kept(text, words):
    """Only pairs that contradict each other are found."""
    assert [span.of(text) for span in OPTIONS.find(text, ())] == words


def test_prompts():
    """What a form offers to choose from is found as a question."""
    text = "Goal 1: met / not met"

    assert list(OPTIONS.find(text, [Span(0, len(text))])) == []
