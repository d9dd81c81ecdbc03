"""Worker processes that lint chunks of files; one that dies is replaced."""

import signal
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing import get_context
from typing import Generic, Self, TypeVar

from lint97110.batch.discover import Input
from lint97110.batch.one import LinterLike, lint_one
from lint97110.collector import be_patient, leave_alone
from lint97110.errors import LintError
from lint97110.model import NoteReport, Unread

SettingsT = TypeVar("SettingsT", bound=Hashable)
Files = tuple[Input, ...]
Results = tuple[NoteReport | Unread, ...]

_DIED = "could not be checked: its worker process died; please report it, without the note"


@dataclass(frozen=True, slots=True)
class Task(Generic[SettingsT]):
    """How a worker makes its linter; a spawned process imports `make_linter` by its name."""

    make_linter: Callable[[SettingsT], LinterLike]
    settings: SettingsT


@dataclass(slots=True)
class _Pool(Generic[SettingsT]):
    """An executor that starts with its first chunk, and starts anew after it broke."""

    task: Task[SettingsT]
    count: int
    executor: ProcessPoolExecutor | None = None

    def submit(self, files: Files) -> Future[Results]:
        executor = self.executor or self._start()
        try:
            return executor.submit(_lint_chunk, self.task, files)
        except BrokenProcessPool:
            executor.shutdown()
            return self._start().submit(_lint_chunk, self.task, files)

    def end(self, *, at_once: bool) -> None:
        if self.executor is None:
            return
        if at_once:
            # Python 3.14 has terminate_workers for this.
            for process in tuple((self.executor._processes or {}).values()):  # noqa: SLF001
                process.terminate()
        self.executor.shutdown(cancel_futures=at_once)

    def _start(self) -> ProcessPoolExecutor:
        self.executor = ProcessPoolExecutor(
            self.count, mp_context=get_context("spawn"), initializer=_begin
        )
        return self.executor


@dataclass(slots=True)
class Workers(Generic[SettingsT]):
    """`jobs` processes for whole chunks, and one where a chunk whose worker died is retried.

    An executor breaks as a whole when one process dies, so it cannot tell which note was guilty;
    a process alone with one note can.
    """

    task: Task[SettingsT]
    jobs: int
    _many: _Pool[SettingsT] = field(init=False)
    _alone: _Pool[SettingsT] = field(init=False)

    def __post_init__(self) -> None:
        """No process starts before the first chunk."""
        self._many = _Pool(self.task, self.jobs)
        self._alone = _Pool(self.task, 1)

    def __enter__(self) -> Self:
        """The workers themselves."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let the processes finish; or end them at once, when whoever waited has left."""
        self._many.end(at_once=kind is not None)
        self._alone.end(at_once=kind is not None)

    def submit(self, files: Files) -> Future[Results]:
        """Start to lint `files` in some process."""
        return self._many.submit(files)

    def collect(self, files: Files, future: Future[Results]) -> Results:
        """What the process said of `files`, in their order.

        Raises LintError when no process can live here, whatever it is given.
        """
        try:
            return future.result()
        except BrokenProcessPool:
            return self._retry(files)

    def _retry(self, files: Files) -> Results:
        try:
            return self._alone.submit(files).result()
        except BrokenProcessPool:
            self._require_life()
            return tuple(self._retry_one(source) for source in files)

    def _retry_one(self, source: Input) -> NoteReport | Unread:
        try:
            return self._alone.submit((source,)).result()[0]
        except BrokenProcessPool:
            return Unread(source.name, _DIED, failed=True)

    def _require_life(self) -> None:
        try:
            self._alone.submit(()).result()
        except BrokenProcessPool as error:
            raise LintError("worker processes cannot run here; use a single job (-j 1)") from error


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; only the first one answers it."""
    be_patient()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lint_chunk(task: Task[SettingsT], files: Files) -> Results:
    linter = _linter(task)
    return tuple(lint_one(source, linter) for source in files)


@lru_cache(maxsize=1)
def _linter(task: Task[Hashable]) -> LinterLike:
    """The linter of this process, made once; no other process sees it."""
    linter = task.make_linter(task.settings)
    leave_alone()
    return linter
