"""Which settings each input of a run is checked by: the command line's, over its folder's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from lint97110.batch.discover import STDIN, Input
from lint97110.batch.run import Found
from lint97110.cli.asked import Asked
from lint97110.configuration.choices import Choices
from lint97110.configuration.run import Configuration
from lint97110.engine import Settings
from lint97110.model import Severity
from lint97110.profiles import BASE

_KEPT = 64  # different settings in one run; each folder of a clinic may have its own


class Plan:
    """The settings of a run, and those of each input that has settings of its own."""

    def __init__(self, asked: Asked, configuration: Configuration) -> None:
        """What somebody asked for, and the settings files in whose folders notes lie."""
        self._asked = asked
        self._configuration = configuration
        self._usual = asked.choices
        self._fails_on: dict[str, Severity] = {}
        self._settings = lru_cache(_KEPT)(
            lambda choices: settings_of(choices, configuration.rules_root)
        )
        self.settings = self._settings(self._usual)

    def planned(self, found: Iterable[Found]) -> Iterator[Found]:
        """The same inputs, each with its own settings where it has any.

        Raises PackError for a settings file that cannot be used.
        """
        for item in found:
            yield self._planned(item) if isinstance(item, Input) else item

    def fails_on(self, name: str) -> Severity:
        """From which severity on a finding makes the run fail, in the note of this name."""
        return self._fails_on.get(name, self._usual.fail_on or Severity.ERROR)

    def _planned(self, source: Input) -> Input:
        place = self._asked.place_of(STDIN if source.path is None else str(source.path))
        choices = self._usual.over(self._configuration.choices_for(place))
        if choices == self._usual:
            return source
        if choices.fail_on != self._usual.fail_on and choices.fail_on:
            self._fails_on[source.name] = choices.fail_on
        return replace(source, settings=self._settings(choices))


def settings_of(choices: Choices, rules_root: Path | None) -> Settings:
    """What a linter is told."""
    *earlier, own = choices.selections
    return Settings(
        profile=choices.profile,
        default_profile=choices.default_profile or BASE,
        kind=choices.kind,
        every_note=bool(choices.every_note),
        select=own.select,
        ignore=own.ignore,
        extend_select=own.extend,
        rules_root=rules_root,
        earlier=tuple(earlier),
    )
