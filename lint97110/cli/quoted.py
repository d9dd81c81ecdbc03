"""What `new justification --from` does with the notes: read, understand, quote."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lint97110.cli.group import WrongUsageError
from lint97110.engine import Linter, Settings
from lint97110.form import Told
from lint97110.model import Note
from lint97110.quoting import doubts, told
from lint97110.readers import read


def from_notes(names: Iterable[str], rules_root: Path | None, *, is_one_patient: bool) -> Told:
    """The words of the notes that document an element.

    Raises UnreadableError for what is not a note, and WrongUsageError for notes that seem to be of
    two patients, unless somebody has said that they are of one.
    """
    notes = tuple(_understood(names, Linter(Settings(rules_root=rules_root))))
    if not is_one_patient:
        _refuse_two_patients(notes)
    return told(notes)


def _refuse_two_patients(notes: Iterable[Note]) -> None:
    """Only names of files are told: what the notes say of their patients is theirs."""
    for doubt in doubts(notes):
        differ = f"{doubt.one} and {doubt.other} tell of {doubt.what}"
        if doubt.is_sure:
            raise WrongUsageError(
                f"{differ}, so they seem to be of two patients. Leave one of them out; "
                f"if the patient is one and the same, say --one-patient."
            )
        click.echo(f"{differ}, though of one patient by the rest of their heads.", err=True)


def _understood(names: Iterable[str], linter: Linter) -> Iterator[Note]:
    for name in names:
        note = linter.understand(read(Path(name)))
        if not note.kind.has_elements:
            click.echo(f"{name} is not a therapy note; nothing is quoted from it.", err=True)
        yield note
