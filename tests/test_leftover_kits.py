"""Sentences of another patient, put into clean notes: each kind in many wordings, with look-alikes.

A kit is a file of tests/leftovers. `planted` are entries `[note, was, now, at]`: in that note `now`
stands in place of `was`, and a rule is to point at the words `at`. `alike` are `[note, was, now]`,
of which nothing is to be said.
"""

from pathlib import Path

import pytest
import yaml
from kit_scoring import same_words, words_of

from lint97110.engine import Settings
from lint97110.model import Document

FOLDER = Path(__file__).parent / "leftovers"
NOTES = {
    name: text
    for path in sorted(FOLDER.glob("notes*.yaml"))
    for name, text in yaml.safe_load(path.read_text("utf-8")).items()
}
KITS = sorted(path.stem for path in FOLDER.glob("*.yaml") if not path.stem.startswith("notes"))
FEWEST_FOUND = {
    "age": 29,
    "day": 33,
    "name": 28,
    "people": 122,
    "places": 47,
    "pronoun": 28,
    "region": 37,
    "side": 15,
    "template": 38,
    "visit": 26,
    "weeks": 30,
}
MOST_FLAGGED = {"places": 1}
LEFTOVERS = Settings(select=("WP", "CX", "PL"), every_note=True)


@pytest.fixture(scope="module")
def said(linter_of):
    """What the rules about leftovers point at in a text."""
    linter = linter_of(LEFTOVERS)
    return lambda text: [each.at.text for each in linter.lint(Document("note.txt", text)).findings]


def _put(note: str, was: str, now: str) -> str:
    text = NOTES[note]
    assert text.count(was) == 1, (note, was)
    return text.replace(was, now)


def _points_at(found: list[str], at: str) -> bool:
    words = words_of(at)
    return any(same_words(words_of(each), words) if words else at in each for each in found)


@pytest.mark.parametrize("note", sorted(NOTES))
def test_clean_notes(note, said):
    """Nothing is left over in the notes themselves."""
    assert said(NOTES[note]) == []


@pytest.mark.parametrize("kit", KITS)
def test_figures(kit, said, figures):
    """Most of what was put in is found at its words, and look-alikes are left in peace."""
    entries = yaml.safe_load((FOLDER / f"{kit}.yaml").read_text("utf-8"))
    missed = [
        (note, now)
        for note, was, now, at in entries["planted"]
        if not _points_at(said(_put(note, was, now)), str(at))
    ]
    flagged = [(note, now) for note, was, now in entries["alike"] if said(_put(note, was, now))]
    found = len(entries["planted"]) - len(missed)
    figures.setdefault("kits of leftovers", []).append(
        f"{kit:<12}found {found} of {len(entries['planted'])}, "
        f"flagged {len(flagged)} of {len(entries['alike'])}"
    )

    assert found >= FEWEST_FOUND[kit], missed
    assert len(flagged) <= MOST_FLAGGED.get(kit, 0), flagged
