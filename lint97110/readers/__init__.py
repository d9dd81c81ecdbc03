"""From a file or bytes to a document: one reader for each format, chosen by suffix."""

import errno
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from lint97110.errors import UnreadableError
from lint97110.model import Document
from lint97110.readers import text, word

MAX_BYTES = 2_000_000

Reader = Callable[[bytes, str], Document]

READERS: Mapping[str, Reader] = {
    ".docx": word.decode,
    ".md": text.decode,
    ".text": text.decode,
    ".txt": text.decode,
}


def read(path: Path, name: str | None = None, *, max_bytes: int = MAX_BYTES) -> Document:
    """The note in the file `path`, under `name` or the path itself.

    Raises UnreadableError, which says what to do, for anything that is not a note.
    """
    name = name or display_name(path)
    status = look_up(path, name)
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(name, "is a folder, not a note; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        # Opening a named pipe that nobody writes to would wait for ever.
        raise UnreadableError(
            name, "is not an ordinary file; pass the note on standard input instead, as -"
        )
    _require_size(status.st_size, name, max_bytes)
    try:
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:  # it has grown since
                data += file.read(max_bytes)
    except OSError as error:
        raise UnreadableError(name, sentence_for(path, error)) from error
    return decode(data, name, max_bytes=max_bytes)


def decode(data: bytes, name: str, *, max_bytes: int = MAX_BYTES) -> Document:
    """The note in `data`, read as the suffix of `name` says; an unknown suffix is read as text.

    Raises UnreadableError, which says what to do, for anything that is not a note.
    """
    _require_size(len(data), name, max_bytes)
    reader = READERS.get(_suffix(name), text.decode)
    return reader(data, name)


def has_reader(name: str) -> bool:
    """Whether a file of this name is a note by its suffix, in any case.

    >>> has_reader("visit-07.TXT"), has_reader("visit-07.pdf")
    (True, False)
    """
    return _suffix(name) in READERS


def display_name(path: Path) -> str:
    r"""The path as reports print it; bytes that are not text are shown as escapes.

    >>> display_name(Path("visit-\udcff.txt"))
    'visit-\\udcff.txt'
    """
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")


def look_up(path: Path, name: str) -> os.stat_result:
    """What the file system says about `path`, links followed.

    Raises UnreadableError for a missing file, a broken link, or no permission to look.
    """
    try:
        return path.stat()
    except OSError as error:
        raise UnreadableError(name, sentence_for(path, error)) from error


def sentence_for(path: Path, error: OSError) -> str:
    """What an error of the file system means for `path`, and what to do about it."""
    if isinstance(error, PermissionError):
        return "cannot be opened: permission denied; ask its owner for permission to read it"
    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself; repair it, or name the file itself"
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        cause = error.strerror or type(error).__name__
        return f"could not be read ({cause}); check the disk or the network, and try again"
    if path.is_symlink():
        return "is a broken link: its target does not exist; repair it, or name the file itself"
    return "does not exist; check how the path is spelled"


def _require_size(size: int, name: str, max_bytes: int) -> None:
    if size > max_bytes:
        raise UnreadableError(
            name,
            f"is larger than {max_bytes:,} bytes; export it as plain text, one note per file",
        )


def _suffix(name: str) -> str:
    _, dot, suffix = name.rpartition(".")
    return dot + suffix.lower()
