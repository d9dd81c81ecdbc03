"""What `why` does once its arguments are understood: read the note, ask, tell."""

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from lint97110.batch.discover import STDIN, STDIN_NAME
from lint97110.engine import Linter, Settings
from lint97110.model import Document, Kind
from lint97110.readers import MAX_BYTES, decode, read
from lint97110.reporters.plain import one_line
from lint97110.reporters.vocabulary import STATUSES
from lint97110.why import Candidate, Why


def look(element: str, path: str, kind: Kind | None, rules_root: Path | None, width: int) -> str:
    """How `element` stands in the note at `path`, and what was seen of it, as text.

    Raises UnreadableError for what is not a note, and CheckFailedError when the fault is ours.
    """
    document = _document(path)
    answer = Linter(Settings(kind=kind, rules_root=rules_root)).why(document, element)
    return "\n".join(_lines(answer, document.name, width)) + "\n"


def _document(path: str) -> Document:
    if path == STDIN:
        return decode(sys.stdin.buffer.read(MAX_BYTES + 1), STDIN_NAME)
    return read(Path(path))


def _lines(answer: Why, name: str, width: int) -> Iterator[str]:
    yield f"{answer.title} ({answer.element}): {STATUSES[answer.status]}"
    yield from _fold(answer.decided_by, width, "  ")
    yield ""
    if not answer.candidates:
        yield "Nothing that could count was found."
    else:
        yield "What was found:"
    for candidate in answer.candidates:
        yield from _candidate(candidate, name, width)
    yield ""
    yield f"What counts: lint97110 explain {answer.element}"


def _candidate(candidate: Candidate, name: str, width: int) -> Iterator[str]:
    quote = candidate.quote
    yield ""
    yield f"  {one_line(name)}:{quote.line}:{quote.column}"
    yield from _fold(f'"{one_line(quote.text)}"', width, "    ")
    seen = f"{candidate.fact} ({candidate.standing}): {candidate.says}"
    yield from _fold(seen, width, "    ")


def _fold(words: str, width: int, indent: str) -> list[str]:
    return wrap(words, width, initial_indent=indent, subsequent_indent=indent)
