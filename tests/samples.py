"""The sample notes: invented documents of every habit, each beside its expected report."""

from pathlib import Path

from lint97110.model import Document
from lint97110.readers import has_reader, read

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "sample_notes"
NOTES = tuple(sorted(path for path in FOLDER.iterdir() if has_reader(path.name)))
EXPECTED = ".report"  # no reader takes it, so that a folder of samples is a folder of notes


def document(path: Path) -> Document:
    """The note at `path`, named as a person in the project's folder would name it."""
    return read(path, path.relative_to(ROOT).as_posix())


def expected(path: Path) -> Path:
    """Where the expected report of the note at `path` stands."""
    return path.with_suffix(EXPECTED)
