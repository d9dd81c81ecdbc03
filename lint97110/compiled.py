"""The grammar of a rules folder: out of the cache, or compiled when anything in it has changed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lint97110 import cache
from lint97110.nlp.grammar import Grammar
from lint97110.packs.language_plain import as_plain, from_plain


def load_grammar(root: Path) -> Grammar:
    """Everything that reading a note by the pack in `root` needs.

    Raises PackError for a pack that cannot be used.
    """
    current = cache.stamp(root)
    found = cache.kept(root, current)
    grammar = _revived(found) if found is not None else None
    return grammar or _compiled(root, current)


def _revived(found: Mapping[str, Any]) -> Grammar | None:
    """The grammar that was kept; None for a file that somebody has damaged."""
    try:
        return Grammar(from_plain(found["language"]), found["grammar"])
    except (LookupError, TypeError, ValueError, AttributeError):
        return None


def _compiled(root: Path, current: str) -> Grammar:
    # Most runs find a grammar in the cache, and need not wait for the modules that make one.
    from lint97110.nlp.compiler import compile_grammar  # noqa: PLC0415
    from lint97110.packs.language_files import load_language  # noqa: PLC0415

    language = load_language(root)
    plain = compile_grammar(language)
    cache.keep(root, current, {"language": as_plain(language), "grammar": plain})
    return Grammar(language, plain)
