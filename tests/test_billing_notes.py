"""A hundred invented notes: fifty billed wrong, and fifty look-alikes that are billed right."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from lint97110.readers import read

FOLDER = Path(__file__).parent / "billing_notes"
WATCHED = frozenset(
    (
        *("TM003", "TM005", "TM006", "TM007", "TM009", "TM010", "TM012", "TM014"),
        *("BC001", "BC002", "BC005"),
    )
)
"""The rules of sums, clocks and modifiers; those that ask for more words are scored elsewhere."""


@dataclass(frozen=True, slots=True)
class Billed:
    """A note with the code that fits it, None where it is right, and others that fit as well."""

    file: str
    code: str | None
    also: frozenset[str]


def _labels() -> list[Billed]:
    loaded = yaml.safe_load((FOLDER / "labels.yaml").read_text("utf-8"))
    return [Billed(one["file"], one["code"], frozenset(one.get("also", ()))) for one in loaded]


LABELS = _labels()


def _told(linter, label: Billed) -> frozenset[str]:
    report = linter.lint(read(FOLDER / label.file, label.file))
    return frozenset(finding.rule.code for finding in report.findings) & WATCHED


@pytest.fixture(scope="module")
def told(linter) -> dict[str, frozenset[str]]:
    """The watched codes that each note is told, by its own payer."""
    return {label.file: _told(linter, label) for label in LABELS}


def test_set_is_whole():
    """Every label has its note, and half of them are wrong."""
    assert sorted(label.file for label in LABELS) == sorted(p.name for p in FOLDER.glob("*.txt"))
    assert sum(label.code is not None for label in LABELS) == len(LABELS) // 2


def test_figures(told, figures):
    """A wrong note is told the code that fits it, a right one none; both figures have a floor."""
    wrong = [label for label in LABELS if label.code]
    found = sum(bool(told[one.file] & {one.code, *one.also}) for one in wrong)
    quiet = sum(not told[one.file] for one in LABELS if not one.code)
    figures["billing notes"] = [f"{'found':<14}{found:4d}/50", f"{'left alone':<14}{quiet:4d}/50"]


@pytest.mark.parametrize("label", [one for one in LABELS if one.code], ids=lambda one: one.file)
def test_wrong_is_found(label, told):
    """A note that is billed wrong is told so, under a code that fits and under no other."""
    fitting = {label.code, *label.also}

    assert told[label.file] & fitting
    assert told[label.file] <= fitting


@pytest.mark.parametrize("label", [one for one in LABELS if not one.code], ids=lambda one: one.file)
def test_right_is_left_alone(label, told):
    """A note that is billed right is told none of these codes."""
    assert told[label.file] == frozenset()
