"""lint97110.yaml: what a clinic wants of every check, and of the notes in some of its folders."""

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint97110.configuration.choices import NOTHING_CHOSEN, Choices
from lint97110.configuration.folders import names, why_not
from lint97110.configuration.keys import OF_THE_RUN, FolderFile, TopFile, apart
from lint97110.errors import PackError
from lint97110.model import Kind, Severity
from lint97110.packs.fields import read_fields
from lint97110.packs.near import unknown
from lint97110.packs.yaml_tree import Scalar, Table, parse_tree, read_text
from lint97110.selection import Selection

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file: what it says for all notes, for some folders, and for the whole run.

    `rules_line` is where the rules are named, for whoever finds that they do not go together.
    """

    path: Path
    choices: Choices = NOTHING_CHOSEN
    folders: tuple[tuple[str, Choices], ...] = ()
    rules_root: Path | None = None
    rules_line: int = 1
    redact: bool | None = None
    profiles: tuple[Scalar, ...] = ()
    rule_words: tuple[Scalar, ...] = ()

    def choices_for(self, parts: Sequence[str]) -> Choices:
        """What holds for the note of this path, in parts: folders named further down count more."""
        chosen = self.choices
        for pattern, choices in self.folders:
            if names(pattern, parts):
                chosen = choices.over(chosen)
        return chosen


def read_settings(path: Path) -> SettingsFile:
    """The settings in `path`; a file without a word in it says nothing, and is no error.

    Raises PackError, with file, line and the likely cure, for a file that cannot be used.
    """
    _refuse_odd_file(path)
    text = read_text(path)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return SettingsFile(path)
    tree = parse_tree(text, path)
    _refuse_misplaced(tree, path)
    file = read_fields(TopFile, tree, path)
    every = (file, *file.folders.values())
    return SettingsFile(
        path=path,
        choices=_choices(file, path),
        folders=tuple(_folders(file, path)),
        rules_root=_rules_root(file.rules, path) if file.rules else None,
        rules_line=file.rules.line if file.rules else 1,
        redact=_yes_or_no(file.redact, "redact", path),
        profiles=tuple(word for one in every for word in one.profiles),
        rule_words=tuple(word for one in every for word in one.rule_words),
    )


def _refuse_odd_file(path: Path) -> None:
    """Refuse what cannot be opened without harm: a pipe, a device, a folder, a huge file."""
    try:
        status = path.stat()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise PackError(str(path), 1, f"cannot be read: {reason}") from error
    if not stat.S_ISREG(status.st_mode):
        raise PackError(str(path), 1, "cannot be read: it is not a file")
    if status.st_size > MOST_BYTES:
        raise PackError(str(path), 1, "cannot be read: too large for a settings file")


def _refuse_misplaced(tree: object, path: Path) -> None:
    """Say where a key belongs that a folder cannot have."""
    folders = tree.entries.get("folders") if isinstance(tree, Table) else None
    of_folders = folders.entries.values() if isinstance(folders, Table) else ()
    for table in of_folders:
        for key in OF_THE_RUN:
            if isinstance(table, Table) and key in table.lines:
                sentence = f'"{key}" is for all notes of a run: write it at the top of the file'
                raise PackError(str(path), table.lines[key], sentence)


def _folders(file: TopFile, path: Path) -> Iterator[tuple[str, Choices]]:
    for pattern, keys in file.folders.items():
        if cause := why_not(pattern.text):
            raise PackError(str(path), pattern.line, cause)
        yield pattern.text, _choices(keys, path)


def _choices(file: FolderFile, path: Path) -> Choices:
    selection = Selection(_words(file.select), _words(file.ignore), _words(file.extend_select))
    return Choices(
        profile=file.profile.text if file.profile else None,
        default_profile=file.default_profile.text if file.default_profile else None,
        kind=Kind(_one_of(file.kind, "kind", Kind, path, _joined)) if file.kind else None,
        every_note=_yes_or_no(file.every_note, "every-note", path),
        fail_on=Severity(_one_of(file.fail_on, "severity", Severity, path))
        if file.fail_on
        else None,
        selections=(selection,) if selection.words else (),
    )


def _joined(word: str) -> str:
    """A kind as the program writes it: "Treatment note" is treatment_note."""
    return "_".join(word.lower().replace("-", " ").replace("_", " ").split())


def _one_of(
    word: Scalar,
    what: str,
    known: type[Kind] | type[Severity],
    path: Path,
    fold: Callable[[str], str] = str.lower,
) -> str:
    choices = [str(each) for each in known]
    if fold(word.text) not in choices:
        raise unknown(path, what, word, choices)
    return fold(word.text)


def _yes_or_no(word: Scalar | None, key: str, path: Path) -> bool | None:
    if word is None or isinstance(word.value, bool):
        return None if word is None else bool(word.value)
    raise PackError(str(path), word.line, f'"{key}" is yes or no, not "{word.text}"')


def _words(words: tuple[Scalar, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in apart(words))


def _rules_root(word: Scalar, path: Path) -> Path:
    """The folder of rules, counted from that of the settings file."""
    root = path.parent / word.text
    if not root.is_dir():
        raise PackError(str(path), word.line, f'"{word.text}" is not a folder of rules')
    return root
