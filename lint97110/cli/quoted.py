"""What `new justification --from` does with the notes: read, understand, quote."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lint97110.engine import Linter, Settings
from lint97110.form import Told
from lint97110.model import Note
from lint97110.quoting import told
from lint97110.readers import read


def from_notes(names: Iterable[str], rules_root: Path | None) -> Told:
    """The words of the notes that document an element.

    Raises UnreadableError for what is not a note.
    """
    return told(_understood(names, Linter(Settings(rules_root=rules_root))))


def _understood(names: Iterable[str], linter: Linter) -> Iterator[Note]:
    for name in names:
        note = linter.understand(read(Path(name)))
        if not note.kind.has_elements:
            click.echo(f"{name} is not a therapy note; nothing is quoted from it.", err=True)
        yield note
