"""YAML to typed values: the rules, the elements and the sources of a pack."""

from collections.abc import Collection
from pathlib import Path

from lint97110.model import Catalogue
from lint97110.packs.names import CHECK_NAMES

PAYERS = "payers"
"""The folder of the profiles, in a pack."""


def builtin() -> Path:
    """The folder of the rules that travel with the program."""
    package = Path(__file__).parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def profile_names(root: Path) -> list[str]:
    """The profiles of the pack in `root`, by the names of their files; base is always one."""
    return sorted({"base", *(path.stem for path in (root / PAYERS).glob("*.yaml"))})


def load_catalogue(root: Path, checks: Collection[str] = CHECK_NAMES) -> Catalogue:
    """The rules, elements and sources of the pack in `root`, read from its files.

    Raises PackError, with file, line and the likely cure, for the first thing that cannot be used.
    """
    # Most runs find them in the cache, and need not wait for the modules that read YAML.
    from lint97110.packs import catalogue  # noqa: PLC0415

    return catalogue.load_catalogue(root, checks)
