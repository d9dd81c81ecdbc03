"""Sets of notes with one leftover each, and of the clean ones they were made of.

By writers who saw no code. A finding counts where it points at the planted words, or they at it.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from kit_scoring import same_words, words_of

from lint97110.engine import Settings
from lint97110.model import Finding
from lint97110.readers import read

FOLDER = Path(__file__).parent / "planted"
LEFTOVERS = Settings(select=("WP", "CX", "PL"), every_note=True)
FEWEST_FOUND = {
    "first": 58,
    "second": 56,
    "third": 55,
    "fourth": 51,
    "fifth": 58,
    "sixth": 52,
    "seventh": 23,
    "eighth": 22,
    "ninth": 16,
    "tenth": 21,
    "eleventh": 26,
    "twelfth": 24,
}
MOST_FLAGGED = {
    "first": 0,
    "second": 0,
    "third": 0,
    "fourth": 0,
    "fifth": 0,
    "sixth": 0,
    "seventh": 0,
    "eighth": 0,
    "ninth": 0,
    "tenth": 0,
    "eleventh": 0,
    "twelfth": 0,
}
SETS = sorted(FEWEST_FOUND)


def _labels(name: str) -> Mapping[str, Mapping[str, str]]:
    return yaml.safe_load((FOLDER / name / "labels.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def told(linter_of):
    """What the rules about leftovers say of each note of a set."""
    linter = linter_of(LEFTOVERS)

    def tell(name: str) -> dict[str, list[Finding]]:
        paths = sorted((FOLDER / name).glob("*.txt"))
        return {path.name: list(linter.lint(read(path, path.name)).findings) for path in paths}

    return tell


def _is_found(findings: list[Finding], at: str) -> bool:
    return any(same_words(words_of(finding.at.text), words_of(at)) for finding in findings)


@pytest.mark.parametrize("name", SETS)
def test_set_is_whole(name):
    """Every spoilt note has its label and its clean original."""
    folder, labels = FOLDER / name, _labels(name)
    spoilt = sorted(path.name for path in folder.glob("spoilt-*.txt"))

    assert sorted(labels) == spoilt
    assert all((folder / label["clean"]).is_file() for label in labels.values())
    assert all(label["at"] in (folder / note).read_text("utf-8") for note, label in labels.items())


@pytest.mark.parametrize("name", SETS)
def test_figures(name, told, figures):
    """Most leftovers are found at their words, and the clean notes are left in peace."""
    labels, findings = _labels(name), told(name)
    found = Counter(
        label["type"] for note, label in labels.items() if _is_found(findings[note], label["at"])
    )
    every = Counter(label["type"] for label in labels.values())
    flagged = [note for note, each in findings.items() if note.startswith("clean") and each]
    figures[f"planted leftovers, {name} set"] = [
        f"found {found.total()} of {every.total()}, clean notes flagged {len(flagged)}",
        *(f"  {kind:<24}{found[kind]} of {count}" for kind, count in sorted(every.items())),
    ]

    assert found.total() >= FEWEST_FOUND[name]
    assert len(flagged) <= MOST_FLAGGED[name], flagged
