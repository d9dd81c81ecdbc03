"""The settings files of one run: what they say of each note, and of the run as a whole."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lint97110.configuration.choices import Choices
from lint97110.configuration.finding import Finder, folder_of
from lint97110.errors import PackError
from lint97110.packs import builtin

if TYPE_CHECKING:
    from lint97110.configuration.settings_file import SettingsFile


class Configuration:
    """What the settings files of a run say, each of them looked at once.

    `rules_root` is the folder of rules that the run uses, None for those of the program; `redacts`
    says whether any file that was met asks for redaction.
    """

    def __init__(self, paths: Iterable[str], finder: Finder, rules_root: Path | None) -> None:
        """For the `paths` that somebody named; `rules_root` is what they said of the rules.

        Raises PackError for a settings file that cannot be used, by itself or beside the others.
        """
        self._finder = finder
        self._are_rules_told = rules_root is not None
        self._met: set[Path] = set()
        self.redacts = False
        files = [file for path in paths if (file := finder.file_in(folder_of(path)))]
        chosen = (file.rules_root for file in files if file.rules_root)
        self.rules_root = rules_root or next(chosen, None)
        for file in files:
            self._meet(file)

    def choices_for(self, path: str) -> Choices:
        """What settings files say of the note at `path`, an absolute path.

        Raises PackError for a file that cannot be used.
        """
        file = self._finder.file_in(os.path.dirname(path))  # noqa: PTH120, once for every note
        if file is not None:
            self._meet(file)
        return self._finder.choices_for(path)

    def _meet(self, file: "SettingsFile") -> None:
        """What a file says of the run is heard, and what it names is looked up, once."""
        if file.path in self._met:
            return
        # Whoever has no settings file need not wait for this.
        from lint97110.configuration.known import refuse_unknown  # noqa: PLC0415

        self._refuse_other_rules(file)
        refuse_unknown(file, self.rules_root or builtin())
        self._met.add(file.path)
        self.redacts |= bool(file.redact)

    def _refuse_other_rules(self, file: "SettingsFile") -> None:
        """One report speaks for one folder of rules."""
        if self._are_rules_told or file.rules_root is None:
            return
        used = (self.rules_root or builtin()).resolve()
        if file.rules_root.resolve() != used:
            sentence = (
                f"these are not the rules of the run ({used}): check this folder by itself, "
                f"or say with --rules which to use"
            )
            raise PackError(str(file.path), file.rules_line, sentence)
