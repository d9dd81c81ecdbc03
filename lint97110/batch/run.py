"""Every input through the linter, in one process or many, with the same outcome."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from contextlib import closing
from itertools import chain, islice

from lint97110.batch.discover import Duplicate, Input
from lint97110.batch.one import LinterLike, lint_one
from lint97110.batch.workers import Files, Results, SettingsT, Task, Workers
from lint97110.collector import leave_alone
from lint97110.model import NoteReport, Report, Unread

CHUNK = 64

Found = Input | Duplicate | Unread
Outcome = NoteReport | Duplicate | Unread
_Chunk = tuple[Found, ...]


def run(
    found: Iterable[Found],
    settings: SettingsT,
    *,
    make_linter: Callable[[SettingsT], LinterLike],
    jobs: int = 1,
    stdin: bytes = b"",
) -> Report:
    """Everything to say about the inputs found, in their order, whatever the number of jobs.

    Raises LintError, or what `make_linter` raises, when nothing can be linted at all.
    """
    linter = make_linter(settings)
    outcomes = _outcomes(found, linter, Task(make_linter, settings), jobs, stdin)
    with closing(outcomes):
        return assemble(outcomes, linter.pack_version)


def lint_inputs(
    found: Iterable[Found],
    settings: SettingsT,
    *,
    make_linter: Callable[[SettingsT], LinterLike],
    jobs: int = 1,
    stdin: bytes = b"",
) -> Generator[Outcome, None, None]:
    """One outcome for each input found, in their order, as they come.

    Close it to stop early: that ends the worker processes. Raises as `run` does.
    """
    linter = make_linter(settings)
    return _outcomes(found, linter, Task(make_linter, settings), jobs, stdin)


def assemble(outcomes: Iterable[Outcome], pack_version: str) -> Report:
    """One report of many outcomes, each kind in the order of the inputs."""
    notes: list[NoteReport] = []
    unread: list[Unread] = []
    duplicates = 0
    for outcome in outcomes:
        match outcome:
            case NoteReport():
                notes.append(outcome)
            case Unread():
                unread.append(outcome)
            case Duplicate():
                duplicates += 1
    return Report(tuple(notes), tuple(unread), duplicates, pack_version)


def _outcomes(
    found: Iterable[Found],
    linter: LinterLike,
    task: Task[SettingsT],
    jobs: int,
    stdin: bytes,
) -> Generator[Outcome, None, None]:
    leave_alone()
    rest = iter(found)
    first = _until_worth_a_pool(rest) if jobs > 1 else []
    everything = chain(first, rest)
    if sum(isinstance(item, Input) for item in first) <= CHUNK:
        yield from (_outcome(item, linter, stdin) for item in everything)
        return
    with Workers(task, jobs) as workers:
        for chunk, results in _shared_out(_chunks(everything), workers):
            told = iter(results)
            for item in chunk:
                yield next(told) if _is_file(item) else _outcome(item, linter, stdin)


def _until_worth_a_pool(found: Iterator[Found]) -> list[Found]:
    """The first items, up to one input more than a single process does sooner."""
    first: list[Found] = []
    inputs = 0
    for item in found:
        first.append(item)
        inputs += isinstance(item, Input)
        if inputs > CHUNK:
            break
    return first


def _outcome(item: Found, linter: LinterLike, stdin: bytes) -> Outcome:
    return lint_one(item, linter, stdin) if isinstance(item, Input) else item


def _shared_out(
    chunks: Iterable[_Chunk], workers: Workers[SettingsT]
) -> Iterator[tuple[_Chunk, Results]]:
    """The chunks in their order, with what the workers said of the files in them."""
    waiting: deque[tuple[_Chunk, Files, Future[Results]]] = deque()
    for chunk in chunks:
        files = tuple(item for item in chunk if isinstance(item, Input) and _is_file(item))
        waiting.append((chunk, files, workers.submit(files)))
        if len(waiting) > 2 * workers.jobs:  # enough to keep each busy, few enough to hold
            yield _collected(waiting, workers)
    while waiting:
        yield _collected(waiting, workers)


def _collected(
    waiting: deque[tuple[_Chunk, Files, Future[Results]]], workers: Workers[SettingsT]
) -> tuple[_Chunk, Results]:
    chunk, files, future = waiting.popleft()
    return chunk, workers.collect(files, future)


def _chunks(found: Iterable[Found]) -> Iterator[_Chunk]:
    rest = iter(found)
    while chunk := tuple(islice(rest, CHUNK)):
        yield chunk


def _is_file(item: Found) -> bool:
    return isinstance(item, Input) and item.path is not None
