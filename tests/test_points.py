"""Single sentences of requests: what tells a point, and what only sounds like it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint97110.engine import Settings
from lint97110.model import Document, Kind, Status

FOLDER = Path(__file__).parent / "justifications" / "points"
SENTENCES: Mapping[str, Any] = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yaml"))
}
LEAST = {"open": 0.98, "held": 0.9}
"""The least share of sentences that are read as they are meant."""


def _sentences(share: str) -> Iterator[tuple[str, str, str, bool]]:
    """Point, heading, words, and whether they tell the point."""
    for point, of_point in SENTENCES.items():
        lists = of_point["held"] if share == "held" else of_point
        for is_told in (True, False):
            for words in lists["present" if is_told else "gap"]:
                yield point, of_point["under"], words, is_told


@pytest.mark.parametrize("share", LEAST)
def test_sentences(share, linter_of, figures):
    """A point is told by a sentence of content, and by no claim or stock phrase."""
    linter = linter_of(Settings(kind=Kind.JUSTIFICATION))
    wrong, count = [], 0
    for point, heading, words, is_told in _sentences(share):
        note = f"Request for further treatment\n\n{heading}:\n{words}\n"
        status = linter.lint(Document("request", note)).points[point].status
        count += 1
        if (status is Status.PRESENT) != is_told:
            wrong.append(point if share == "held" else f"{point}: {words}: {status}")
    figures[f"sentences of requests, {share}"] = [f"{count - len(wrong)}/{count}", *sorted(wrong)]

    assert 1 - len(wrong) / count >= LEAST[share], wrong
