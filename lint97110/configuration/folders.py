"""Names of folders as a settings file writes them, and the paths that they stand for.

A single name stands for every folder or file of that name, however deep; a name with a slash in it
is counted from the folder of the settings file. `*`, `?` and `[ab]` stand for letters within a
name, and `**` for any number of folders. What lies in a folder that is named is named with it.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase

ANY_DEPTH = "**"
BACK = ".."


def names(pattern: str, parts: Sequence[str]) -> bool:
    """Whether a pattern stands for the path of these parts, or for a folder that it lies in.

    >>> names("forms", ("2026", "forms", "knee.txt")), names("2026/forms", ("forms", "knee.txt"))
    (True, False)
    >>> names("letters/**/old", ("letters", "a", "b", "old", "one.txt"))
    True
    """
    wanted = tuple(part for part in pattern.split("/") if part not in ("", "."))
    if len(wanted) == 1 and wanted != (ANY_DEPTH,):
        return any(fnmatchcase(part, wanted[0]) for part in parts)
    return _reaches(wanted, parts)


def _reaches(wanted: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether all that is wanted is met on the way down; step by step, so that none can hang."""
    ahead = _passed({0}, wanted)  # how many of `wanted` may have been met so far
    for part in parts:
        if len(wanted) in ahead:
            return True
        stays = {at for at in ahead if wanted[at] == ANY_DEPTH}
        goes = {at + 1 for at in ahead - stays if fnmatchcase(part, wanted[at])}
        ahead = _passed(stays | goes, wanted)
    return len(wanted) in ahead


def _passed(ahead: set[int], wanted: Sequence[str]) -> set[int]:
    """The same, and what is met by passing over the `**` that may stand for no folder at all."""
    passed = set(ahead)
    for at in sorted(ahead):
        step = at
        while step < len(wanted) and wanted[step] == ANY_DEPTH:
            step += 1
            passed.add(step)
    return passed


def why_not(pattern: str) -> str:
    """Why a pattern can stand for nothing; empty when it can."""
    if "\\" in pattern:
        return f'"{pattern}": write / between folders, not \\'
    if pattern.startswith("/") or pattern[1:2] == ":":
        return f'"{pattern}": name folders from the folder of this file, without a / in front'
    if BACK in pattern.split("/"):
        return f'"{pattern}": a settings file speaks only of what lies below its own folder'
    return ""
