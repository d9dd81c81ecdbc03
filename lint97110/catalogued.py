"""The catalogue of a rules folder: out of the cache, or read when anything in it has changed."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from lint97110 import cache, packs
from lint97110.model import Catalogue
from lint97110.packs.catalogue_plain import as_plain, from_plain
from lint97110.packs.names import CHECK_NAMES

PART = "catalogue"


def load_catalogue(root: Path, checks: Collection[str] = CHECK_NAMES) -> Catalogue:
    """The rules, elements and sources of the pack in `root`.

    Raises PackError for a pack that cannot be used.
    """
    current = cache.stamp(root)
    found = cache.kept(root, current, PART)
    catalogue = _revived(found) if found is not None else None
    return catalogue or _read(root, current, checks)


def _revived(found: Mapping[str, Any]) -> Catalogue | None:
    """The catalogue that was kept; None for a file that somebody has damaged."""
    try:
        return from_plain(found)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _read(root: Path, current: str, checks: Collection[str]) -> Catalogue:
    catalogue = packs.load_catalogue(root, checks)
    cache.keep(root, current, as_plain(catalogue), PART)
    return catalogue
