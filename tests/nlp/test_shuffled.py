"""Sentences of our own notes in any order, with other sides and parts of the body: none fails."""

import random
import re
from pathlib import Path

import pytest

from lint97110.engine import Settings
from lint97110.model import Document

NOTES = Path(__file__).parents[2] / "sample_notes"
SWAPS = (
    *(("right", "left"), ("R ", "L "), ("knee", "head"), ("shoulder", "jaw"), ("hand", "pelvis")),
    *(("he ", "she "), ("left", "both"), ("hip", "neck")),
)


@pytest.mark.parametrize("seed", range(40))
def test_any_order(seed, linter_of):
    """A note that nobody wrote is read all the same, whatever it says of whom and of what."""
    chance = random.Random(seed)  # noqa: S311, the same notes each time
    texts = [path.read_text("utf-8") for path in sorted(NOTES.glob("*.txt"))]
    sentences = [one for text in texts for one in re.split(r"(?<=[.;:])\s|\n", text) if one.strip()]
    text = "\n".join(chance.sample(sentences, 25))
    for words, others in chance.sample(SWAPS, 4):
        text = text.replace(words, others)

    report = linter_of(Settings(every_note=True)).lint(Document("made.txt", text))

    assert all(finding.at.text in text for finding in report.findings)


def test_a_side_of_the_head(linter_of):
    """A part that is no limb has no regions of one."""
    text = "Head turns 3x10, R head tilt.\nR foot leads, R foot drags.\n97110 x 2\n"

    assert linter_of(Settings()).lint(Document("made.txt", text)).findings
