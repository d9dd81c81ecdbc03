"""Which settings file holds for a note: the one that was named, none, or the nearest above it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lint97110.configuration.choices import NOTHING_CHOSEN, Choices

if TYPE_CHECKING:
    from lint97110.configuration.settings_file import SettingsFile

NAME = "lint97110.yaml"


class Finder:
    """The settings file of each folder, looked for once; the nearest above a note holds alone."""

    def __init__(self, named: Path | None = None, *, is_isolated: bool = False) -> None:
        """With `named`, that file for every note; isolated, none for any.

        Raises PackError for a named file that cannot be used.
        """
        self._named = _read(named) if named else None
        self._is_isolated = is_isolated
        self._of: dict[str, SettingsFile | None] = {}

    def file_in(self, folder: str) -> "SettingsFile | None":
        """The file that holds for what lies in `folder`, an absolute path.

        Raises PackError for a file that cannot be used.
        """
        if self._named or self._is_isolated:
            return self._named
        passed = []
        while folder not in self._of:
            above = os.path.dirname(folder)  # noqa: PTH120, a Path for each note takes longer
            own = _own(folder)
            if own or above == folder:
                self._of[folder] = own
            else:
                passed.append(folder)
                folder = above
        self._of.update(dict.fromkeys(passed, self._of[folder]))
        return self._of[folder]

    def choices_for(self, path: str) -> Choices:
        """What holds for the note at `path`, an absolute path.

        Raises PackError for a file that cannot be used.
        """
        file = self.file_in(os.path.dirname(path))  # noqa: PTH120
        if file is None:
            return NOTHING_CHOSEN
        # A file that was named may lie anywhere: its folders are counted from here.
        base = str(Path.cwd()) if self._named else os.path.dirname(file.path)  # noqa: PTH120
        return file.choices_for(_parts(path, base))


def folder_of(path: str) -> str:
    """The folder, as an absolute path, whose settings hold for a path that somebody names."""
    absolute = os.path.abspath(path)  # noqa: PTH100, links are kept, as the person wrote them
    return absolute if os.path.isdir(absolute) else os.path.dirname(absolute)  # noqa: PTH112, PTH120


def _parts(path: str, base: str) -> list[str]:
    """The folders on the way from `base` to a note, and its name; from the root, if elsewhere."""
    inside = base.rstrip(os.sep) + os.sep
    way = path.removeprefix(inside) if path.startswith(inside) else path
    return [part for part in way.split(os.sep) if part]  # noqa: PTH206, once for every note


def _own(folder: str) -> "SettingsFile | None":
    """The file right in a folder; a broken link is one that cannot be used."""
    path = Path(folder, NAME)
    return _read(path) if os.path.lexists(path) else None


def _read(path: Path) -> "SettingsFile":
    # Most runs find no file, and need not wait for the modules that read YAML.
    from lint97110.configuration.settings_file import read_settings  # noqa: PLC0415

    return read_settings(path)
