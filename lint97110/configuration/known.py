"""Whether the rules and payers that a settings file names are there."""

from pathlib import Path

from lint97110.catalogued import load_catalogue
from lint97110.configuration.settings_file import SettingsFile
from lint97110.errors import LintError, PackError
from lint97110.packs import profile_names
from lint97110.profiles import unknown
from lint97110.selection import named


def refuse_unknown(file: SettingsFile, root: Path) -> None:
    """Raise PackError, with the line and the likely cure, for a name that the rules do not have."""
    profiles = profile_names(root) if file.profiles else ()
    for word in file.profiles:
        if word.text not in profiles:
            raise PackError(str(file.path), word.line, unknown(word.text, profiles))
    rules = load_catalogue(root).rules if file.rule_words else ()
    for word in file.rule_words:
        try:
            named(rules, (word.text,))
        except LintError as error:
            raise PackError(str(file.path), word.line, str(error)) from error
