"""The options about settings files, and what such files say of the path of a command."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from lint97110.batch.discover import STDIN, STDIN_NAME
from lint97110.configuration.finding import NAME, Finder
from lint97110.configuration.run import Configuration
from lint97110.packs import builtin

F = TypeVar("F", bound=Callable[..., object])

_CONFIG = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"Use these settings in place of the nearest {NAME}.",
)
_ISOLATED = click.option("--isolated", "is_isolated", is_flag=True, help="Use no settings file.")


def settings_options(command: F) -> F:
    """The two options about settings files."""
    return _CONFIG(_ISOLATED(command))


def place_of(path: str, stdin_name: str | None = None) -> str:
    """Where a path lies; what comes from standard input lies where its name says, or else here."""
    name = (stdin_name or STDIN_NAME) if path == STDIN else path
    return os.path.abspath(name)  # noqa: PTH100, links are kept, as the person wrote them


def configured(
    paths: Iterable[str], *, config: Path | None, is_isolated: bool, rules_root: Path | None
) -> Configuration:
    """What settings files say of a run over `paths`; `rules_root` is what its --rules says.

    Raises PackError for a settings file that cannot be used.
    """
    if config and is_isolated:
        raise click.UsageError("--config names a settings file, and --isolated refuses all.")
    return Configuration(paths, Finder(config, is_isolated=is_isolated), rules_root)


def rules_here(config: Path | None, rules_root: Path | None, *, is_isolated: bool) -> Path:
    """The folder of rules that a check in this folder would use.

    Raises PackError for a settings file that cannot be used.
    """
    here = (place_of("."),)
    found = configured(here, config=config, is_isolated=is_isolated, rules_root=rules_root)
    return found.rules_root or builtin()
