"""YAML to typed values: the rules, the elements and the sources of a pack."""

from pathlib import Path

from lint97110.packs.catalogue import load_catalogue

__all__ = ["builtin", "load_catalogue"]


def builtin() -> Path:
    """The folder of the rules that travel with the program."""
    package = Path(__file__).parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"
