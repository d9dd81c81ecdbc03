"""Compiled rules kept between runs: in the user's cache folder, never a word of a note.

The cache is a convenience: where it cannot be read or written, everything is compiled anew. What is
kept is plain JSON, so that reading it runs nothing, and it is believed only under its own stamp.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from lint97110 import __version__

FOLDER = "LINT97110_CACHE_DIR"
MOST_FILES = 8  # of other rules folders; the oldest go first
DRAFT = ".draft-"
DRAFT_SECONDS = 3600  # no run takes so long to write one; an older draft is left from one that died

_PACKAGE = Path(__file__).parent


def stamp(root: Path) -> str:
    """What tells one state of a rules folder, and of the program that reads it, from another.

    The files themselves are not read: their sizes and the times of their last changes are enough.
    """
    told = sha256(f"{__version__} {sys.version}".encode())
    for path in (*_files(root, ".yaml"), *_files(_PACKAGE, ".py")):
        status = os.stat(path)  # noqa: PTH116, a Path of each would take as long again
        told.update(f"\n{path} {status.st_size} {status.st_mtime_ns}".encode("utf-8", "replace"))
    return told.hexdigest()


def _files(root: Path, suffix: str) -> list[str]:
    """The files below a folder whose names end so, in order."""
    return sorted(
        f"{folder}{os.sep}{name}"
        for folder, _, names in os.walk(root)
        for name in names
        if name.endswith(suffix)
    )


def kept(root: Path, current: str, part: str = "rules") -> Mapping[str, Any] | None:
    """What was kept for the rules folder `root` under the stamp `current`, if anything was."""
    file = _file(root, part)
    try:
        with file.open(encoding="utf-8") as lines:
            if lines.readline().strip() != current:
                return None
            found = json.load(lines)
    except (OSError, ValueError, RuntimeError):
        return None
    return found if isinstance(found, dict) else None


def keep(root: Path, current: str, value: Mapping[str, Any], part: str = "rules") -> None:
    """Keep `value` for the next run, whole or not at all; without a word when that cannot be."""
    file = _file(root, part)
    with contextlib.suppress(OSError, RuntimeError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _prune(file, part)
        words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        _write(file, f"{current}\n{words}\n")


def _write(file: Path, words: str) -> None:
    """Other processes see the old file or the new one, never half of it."""
    import tempfile  # noqa: PLC0415, a quarter of the time that reading takes

    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=DRAFT)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as lines:
            lines.write(words)
        Path(draft).replace(file)
    except BaseException:  # Ctrl-C, too
        Path(draft).unlink(missing_ok=True)
        raise


def _prune(file: Path, part: str) -> None:
    others = [path for path in file.parent.glob(f"{part}-*.json") if path != file]
    others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    drafts = file.parent.glob(f"{DRAFT}*")
    dead = (path for path in drafts if path.stat().st_mtime < time.time() - DRAFT_SECONDS)
    for path in (*others[MOST_FILES - 1 :], *dead):
        path.unlink(missing_ok=True)


def _file(root: Path, part: str) -> Path:
    name = sha256(str(root.resolve()).encode("utf-8", "replace")).hexdigest()[:16]
    return _folder() / f"{part}-{name}.json"


def _folder() -> Path:
    chosen = os.environ.get(FOLDER)
    if chosen:
        return Path(chosen)
    return _of_system() / "lint97110"


def _of_system() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
