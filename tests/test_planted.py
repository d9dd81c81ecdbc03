"""Sixty notes with one leftover each, and the thirty clean ones that they were made of.

By a writer who saw no code. A finding counts where it points at the planted words, or they at it.
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
LABELS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (FOLDER / "labels.yaml").read_text("utf-8")
)
LEFTOVERS = Settings(select=("WP", "CX", "PL"), every_note=True)
FEWEST_FOUND, MOST_FLAGGED = 57, 0


@pytest.fixture(scope="module")
def told(linter_of) -> dict[str, list[Finding]]:
    """What the rules about leftovers say of each note."""
    linter = linter_of(LEFTOVERS)
    paths = sorted(FOLDER.glob("*.txt"))
    return {path.name: list(linter.lint(read(path, path.name)).findings) for path in paths}


def _is_found(findings: list[Finding], at: str) -> bool:
    return any(same_words(words_of(finding.at.text), words_of(at)) for finding in findings)


def test_set_is_whole():
    """Every spoilt note has its label and its clean original."""
    spoilt = sorted(path.name for path in FOLDER.glob("spoilt-*.txt"))

    assert sorted(LABELS) == spoilt
    assert all((FOLDER / label["clean"]).is_file() for label in LABELS.values())
    assert all(label["at"] in (FOLDER / name).read_text("utf-8") for name, label in LABELS.items())


def test_figures(told, figures):
    """Most leftovers are found at their words, and the clean notes are left in peace."""
    found = Counter(
        label["type"] for name, label in LABELS.items() if _is_found(told[name], label["at"])
    )
    every = Counter(label["type"] for label in LABELS.values())
    flagged = [name for name, findings in told.items() if name.startswith("clean") and findings]
    figures["planted leftovers"] = [
        f"found {found.total()} of {every.total()}, clean notes flagged {len(flagged)}",
        *(f"  {kind:<24}{found[kind]} of {count}" for kind, count in sorted(every.items())),
    ]

    assert found.total() >= FEWEST_FOUND
    assert len(flagged) <= MOST_FLAGGED, flagged
