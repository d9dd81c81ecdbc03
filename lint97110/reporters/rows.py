"""Many notes, a row each: verdict, path, gaps and the findings to read first."""

from collections.abc import Iterator
from os.path import commonprefix

from rich.cells import cell_len
from rich.text import Text

from lint97110.model import NoteReport
from lint97110.reporters import vocabulary
from lint97110.reporters.plain import one_line

TOP = 3
GAP = 2
HEADER = ("verdict", "note", "gaps", "first findings")


def row_lines(notes: tuple[NoteReport, ...], width: int) -> Iterator[Text]:
    """A header and a row for each note.

    Where paths are too long, the folder that all share is named once; one that is still too long
    for its column has a line of its own.
    """
    if not notes:
        return
    verdict = max(len(HEADER[0]), *(len(vocabulary.VERDICTS[note.verdict]) for note in notes)) + GAP
    codes = max(len(HEADER[3]), *(len(_codes(note)) for note in notes))
    most = width - verdict - len(HEADER[2]) - codes - 2 * GAP
    paths = [_path(note) for note in notes]
    folder = _shared_folder(paths) if max(map(cell_len, paths)) > most else ""
    paths = [path.removeprefix(folder) for path in paths]
    head = f"{HEADER[1]} in {folder}" if folder else HEADER[1]
    cells = [cell_len(path) for path in (head, *paths)]
    column = max(len(HEADER[1]), *(each for each in [0, *cells] if each <= most)) + GAP
    yield from _row((f"{HEADER[0]:<{verdict}}", "dim"), head, f"{HEADER[2]}  {HEADER[3]}", column)
    for note, path in zip(notes, paths, strict=True):
        label = f"{vocabulary.VERDICTS[note.verdict]:<{verdict}}"
        numbers = f"{_gaps(note):>{len(HEADER[2])}}  {_codes(note)}".rstrip()
        yield from _row((label, vocabulary.VERDICT_STYLES[note.verdict]), path, numbers, column)
    yield Text()
    yield Text("One note in full: lint97110 check PATH. All in full: --all.", style="dim")


def _row(start: tuple[str, str], path: str, numbers: str, column: int) -> Iterator[Text]:
    """One row on one line, or on two where the path leaves no room."""
    style = "dim" if start[1] == "dim" else ""
    room = column - cell_len(path)
    if room >= GAP:
        yield Text.assemble(start, (f"{path}{' ' * room}{numbers}", style))
    else:
        yield Text.assemble(start, (path, style))
        yield Text(f"{' ' * (len(start[0]) + column)}{numbers}", style=style)


def _shared_folder(paths: list[str]) -> str:
    """The folder in which all of `paths` lie, with its last stroke; empty where there is none."""
    shared = commonprefix(paths)  # noqa: RUF071, cut at the last stroke below
    return shared[: max(shared.rfind("/"), shared.rfind("\\")) + 1]


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
