"""The line of a note with a caret run under the words that a finding points at."""

from dataclasses import dataclass

from rich.cells import cell_len

from lint97110.model import Finding
from lint97110.reporters.plain import one_line

CUT = "..."
LOOKED_HERE = "looked here"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of the note, cut to fit, and what stands below it."""

    line: str
    below: str


def snippet(finding: Finding, room: int) -> Snippet | None:
    """The line that `finding` points at in at most `room` cells; None when there is no line.

    Where something is missing there are no words to underline: the line is the place where we
    looked, and says so.
    """
    if not finding.context.strip():
        return None
    start = min(max(finding.at.column - 1, 0), len(finding.context))
    end = min(start + len(finding.at.text), len(finding.context))
    if start == end:
        indent = len(finding.context) - len(finding.context.lstrip())
        start = end = max(start, indent)
    before, words, after = _cut(finding.context, start, end, room)
    offset = " " * cell_len(before)
    if not finding.at.text:
        offset = offset if len(offset) + len(LOOKED_HERE) + 2 <= room else ""
        return Snippet(before + words + after, f"{offset}^ {LOOKED_HERE}")
    return Snippet(before + words + after, offset + "^" * max(1, cell_len(words)))


def _cut(line: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """What stands before, at and after the words, with ellipses where the line was cut."""
    before, words, after = (
        one_line(part) for part in (line[:start].lstrip(), line[start:end], line[end:].rstrip())
    )
    if cell_len(before + words + after) <= room:
        return before, words, after
    if cell_len(words) > room - 2 * len(CUT):
        before = CUT if before else ""
        return before, _head(words, room - len(before)), ""
    left = room - cell_len(words)
    # A third of what is left goes to the words before: what follows explains more.
    share = max(left // 3, left - cell_len(after))
    before = _tail(before, share)
    return before, words, _head(after, left - cell_len(before))


def _head(words: str, room: int) -> str:
    """The first cells of `words`, with an ellipsis when some are left out."""
    if cell_len(words) <= room:
        return words
    kept = words[:room]
    while kept and cell_len(kept) + len(CUT) > room:
        kept = kept[:-1]
    return kept + CUT


def _tail(words: str, room: int) -> str:
    """The last cells of `words`, with an ellipsis when some are left out."""
    if cell_len(words) <= room:
        return words
    kept = words[-room:]
    while kept and cell_len(kept) + len(CUT) > room:
        kept = kept[1:]
    return CUT + kept
