"""Many notes, a row each: verdict, path, gaps and the findings to read first."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from lint97110.model import NoteReport
from lint97110.reporters import vocabulary
from lint97110.reporters.plain import one_line

TOP = 3
GAP = 2
HEADER = ("verdict", "note", "gaps", "first findings")


def row_lines(notes: tuple[NoteReport, ...], width: int) -> Iterator[Text]:
    """A header and a row for each note; a path too long for its column has a line of its own."""
    if not notes:
        return
    verdict = max(len(HEADER[0]), *(len(vocabulary.VERDICTS[note.verdict]) for note in notes)) + GAP
    codes = max(len(HEADER[3]), *(len(_codes(note)) for note in notes))
    most = width - verdict - len(HEADER[2]) - codes - 2 * GAP
    paths = [cell_len(_path(note)) for note in notes]
    path = max(len(HEADER[1]), *(cells for cells in [0, *paths] if cells <= most)) + GAP
    indent = " " * verdict
    yield Text(f"{HEADER[0]:<{verdict}}{HEADER[1]:<{path}}{HEADER[2]}  {HEADER[3]}", style="dim")
    for note in notes:
        label = vocabulary.VERDICTS[note.verdict]
        numbers = f"{_gaps(note):>{len(HEADER[2])}}  {_codes(note)}".rstrip()
        start = (f"{label:<{verdict}}", vocabulary.VERDICT_STYLES[note.verdict])
        room = path - cell_len(_path(note))
        if room >= GAP:
            yield Text.assemble(start, f"{_path(note)}{' ' * room}{numbers}")
        else:
            yield Text.assemble(start, _path(note))
            yield Text(f"{indent}{' ' * path}{numbers}")
    yield Text()
    yield Text("One note in full: lint97110 check PATH. All in full: --all.", style="dim")


def _path(note: NoteReport) -> str:
    record = "" if note.record is None else f" [{one_line(note.record)}]"
    return one_line(note.path) + record


def _gaps(note: NoteReport) -> str:
    count = vocabulary.gaps(note)
    return "-" if count is None else str(count)


def _codes(note: NoteReport) -> str:
    codes = list(dict.fromkeys(finding.rule.code for finding in note.findings))
    more = f" +{len(codes) - TOP}" if len(codes) > TOP else ""
    return " ".join(codes[:TOP]) + more
