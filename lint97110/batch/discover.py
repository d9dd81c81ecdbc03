"""From the paths that a person names to the inputs that they mean, each of them once."""

import os
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint97110.errors import UnreadableError
from lint97110.model import Unread
from lint97110.readers import READERS, display_name, has_reader, look_up, sentence_for

STDIN = "-"
STDIN_NAME = "<stdin>"
HIDDEN = (".", "~$")
"""How names begin that no folder shows; the second is Word's mark that somebody has a file open."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to lint, or standard input where `path` is None; reports call it `name`.

    `settings` are its own, where they are not those of the run.
    """

    name: str
    path: Path | None
    settings: Hashable = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An input that was met before, under this name or another."""

    name: str


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    real: str
    is_folder: bool


# What is met, after the place that tells whether it was met before.
_Met = tuple[str, Input | Unread]


def discover(
    paths: Sequence[str], *, stdin_name: str = STDIN_NAME
) -> Iterator[Input | Duplicate | Unread]:
    """The inputs behind `paths`, in their order; what a folder holds comes sorted by path.

    Hidden files and folders are left out unless they are named themselves.
    """
    met: set[str] = set()
    for path in paths:
        for real, found in _expand(path, stdin_name):
            if real in met:
                yield Duplicate(found.path if isinstance(found, Unread) else found.name)
            else:
                met.add(real)
                yield found


def _expand(path: str, stdin_name: str) -> Iterator[_Met]:
    if path == STDIN:
        yield STDIN, Input(stdin_name, None)
    elif not path:  # an empty variable of the shell; Path would take it for this folder
        yield path, Unread("''", "is empty; name a file or a folder")
    elif Path(path).is_dir():
        yield from _folder(Path(path))
    else:
        yield os.path.realpath(path), _file(Path(path))


def _folder(folder: Path) -> Iterator[_Met]:
    is_bare = True
    for met in _walk(folder):
        is_bare = False
        yield met
    if is_bare:
        suffixes = ", ".join(sorted(READERS))
        reason = f"has no notes in it ({suffixes}); name another folder, or the files"
        yield os.path.realpath(folder), Unread(display_name(folder), reason)


def _walk(top: Path) -> Iterator[_Met]:
    """What stands below `top`, depth first; a folder reached again by a link is passed by."""
    walked: set[str] = set()
    ahead = [_Entry(top, os.path.realpath(top), is_folder=True)]
    while ahead:
        entry = ahead.pop()
        if not entry.is_folder:
            yield entry.real, _file(entry.path)
        elif entry.real not in walked:
            walked.add(entry.real)
            try:
                ahead.extend(_inside(entry))
            except OSError as error:
                reason = sentence_for(entry.path, error)
                yield entry.real, Unread(display_name(entry.path), reason)


def _inside(folder: _Entry) -> list[_Entry]:
    """The notes and folders right inside a folder, last one first."""
    # The real folder: a path through very many links cannot be opened.
    with os.scandir(folder.real) as listing:
        visible = [item for item in listing if not item.name.startswith(HIDDEN)]
    visible.sort(key=lambda item: item.name, reverse=True)
    entries = ((item, _entry(folder, item)) for item in visible)
    return [entry for item, entry in entries if entry.is_folder or _may_be_note(item)]


def _entry(folder: _Entry, item: os.DirEntry[str]) -> _Entry:
    path = folder.path / item.name
    if item.is_symlink():
        real = os.path.realpath(item.path)
        return _Entry(path, real, is_folder=Path(real).is_dir())
    is_folder = item.is_dir(follow_symlinks=False)
    return _Entry(path, item.path, is_folder=is_folder)


def _may_be_note(item: os.DirEntry[str]) -> bool:
    if has_reader(item.name):
        return True
    # A broken link without a suffix may have led to a folder of notes.
    is_broken = item.is_symlink() and not Path(item.path).exists()
    return is_broken and not Path(item.name).suffix


def _file(path: Path) -> Input | Unread:
    name = display_name(path)
    try:
        look_up(path, name)
    except UnreadableError as error:
        return Unread(error.path, error.reason)
    return Input(name, path)
