"""One input behind a guard: whatever goes wrong with it, the others go on."""

from typing import Any, Protocol

from lint97110.batch import limits
from lint97110.batch.discover import Input
from lint97110.batch.limits import TooLongError, time_limit
from lint97110.errors import CheckFailedError, UnreadableError
from lint97110.model import Document, NoteReport, Unread
from lint97110.readers import decode, read

_TOO_LONG = (
    "could not be checked: it took more than {:g} seconds; please report it, without the note"
)


class LinterLike(Protocol):
    """What a batch needs of a linter."""

    @property
    def pack_version(self) -> str:
        """The version of the pack that the linter speaks for."""
        ...

    def lint(self, document: Document) -> NoteReport:
        """Say everything about one note; raises CheckFailedError when the fault is ours."""
        ...

    def under(self, settings: Any) -> "LinterLike":  # noqa: ANN401, whatever this linter is told
        """The linter for an input that has settings of its own."""
        ...


def lint_one(source: Input, linter: LinterLike, stdin: bytes = b"") -> NoteReport | Unread:
    """What `linter` says of one input, or why it says nothing; `stdin` stands for no path."""
    try:
        document = _document(source, stdin)
        own = linter if source.settings is None else linter.under(source.settings)
        with time_limit():
            return own.lint(document)
    except TooLongError:
        return Unread(source.name, _TOO_LONG.format(limits.MOST_SECONDS), failed=True)
    except UnreadableError as error:
        return Unread(error.path, error.reason)
    except CheckFailedError as error:
        return Unread(error.path, error.reason, failed=True)
    except Exception as error:  # noqa: BLE001  reported below as failed, so that the others go on
        # The name of its class only: an exception's words may quote the note.
        cause = type(error).__name__
        reason = f"could not be checked: {cause} in the linter; please report it, without the note"
        return Unread(source.name, reason, failed=True)


def _document(source: Input, stdin: bytes) -> Document:
    if source.path is None:
        return decode(stdin, source.name)
    return read(source.path, source.name)
