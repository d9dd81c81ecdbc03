"""A word that nobody knows, and the one that was probably meant."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from lint97110.errors import PackError
from lint97110.packs.yaml_tree import Scalar

SHORT_LIST = 8  # as many choices as a person reads in an error line


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of an error line: the nearest of `known`, or the choices when they are few.

    >>> did_you_mean("serverity", ["severity", "check"])
    ' (did you mean "severity"?)'
    >>> did_you_mean("xyz", ["weak", "absent"])
    ' (one of: absent, weak)'
    """
    choices = sorted(known)
    folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(word.casefold(), folded, n=1)
    if near:
        return f' (did you mean "{folded[near[0]]}"?)'
    if 0 < len(choices) <= SHORT_LIST:
        return f" (one of: {', '.join(choices)})"
    return ""


def unknown(path: Path, what: str, word: Scalar, known: Collection[str]) -> PackError:
    """The error about a word of a file that is none of `known`."""
    sentence = f'unknown {what} "{word.text}"{did_you_mean(word.text, known)}'
    return PackError(str(path), word.line, sentence)
