"""How long one note may take: a note that never ends must not keep the others waiting."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from lint97110.errors import LintError

MOST_SECONDS = 120.0
"""Of computing, not of the clock on the wall, so that a busy machine changes no report. A thousand
notes pasted into one file take a fifth of it."""


class TooLongError(LintError):
    """A note took longer than any note should; the fault is ours."""


@contextmanager
def time_limit() -> Iterator[None]:
    """Raise TooLongError in what takes longer, also amid one regular expression.

    Windows has no such clock, nor has any thread but the first: there is no limit there.
    """
    if not _has_clock():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _has_clock() -> bool:
    is_first = threading.current_thread() is threading.main_thread()
    return is_first and hasattr(signal, "setitimer")


def _stop(_number: int, _frame: object) -> None:
    raise TooLongError
