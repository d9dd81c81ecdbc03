"""Is this file a report of ours? Only such a file may be replaced by the next one."""

import re
from collections.abc import Iterable
from pathlib import Path

from lint97110.reporters.vocabulary import KINDS, VERDICTS

_BEGINNING = 1000  # bytes in which a report has said what it is


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, wherever their lines are folded."""
    return "|".join(r"\s".join(map(re.escape, each.split())) for each in words)


_FORMS = tuple(
    map(
        re.compile,
        (
            r'\{\s*"schema":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"lint97110"',
            rf"(?s:(?:{_any_of(VERDICTS.values())}): .+:\s(?:{_any_of(KINDS.values())})\b)",
            r"verdict {2,}note\b|\d+ inputs?: ",
            r"\S.*?:\d+:\d+: (?:error|warning|info) [A-Z]{2}\d{3} ",
            r"\S.*?: (?:failed|unreadable), not checked: |Not checked \(\d+\):",
        ),
    )
)


def is_report(path: Path) -> bool:
    """Whether a file is empty, or begins as the reports of this program do.

    Raises OSError when it cannot be read.
    """
    with path.open("rb") as file:
        beginning = file.read(_BEGINNING).decode("utf-8", "replace")
    return not beginning or any(form.match(beginning) for form in _FORMS)
