"""A text in small letters, and the words in it: cheap tests that come before a dear search."""

from collections.abc import Iterator

_ALIKE = {ord("ſ"): "s", ord("ı"): "i", ord("İ"): "i"}
"""Letters that a search which ignores case takes for s and i, and `lower` does not."""


class _Parting(dict[int, str]):
    """What no word holds, as a space; everything else stays, as in a word."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        return char if char.isalnum() or char == "_" else " "


_PARTING = _Parting()


def in_small_letters(text: str) -> str:
    """The text as a search that ignores case sees it; every character keeps its place.

    >>> in_small_letters("Iliopſoas, R")
    'iliopsoas, r'
    """
    return (text if text.isascii() else text.translate(_ALIKE)).lower()


def places(words: str, text: str) -> Iterator[int]:
    r"""Where words stand in a text as `\b` would part them from others.

    >>> list(places("ana", "ana, diana's banana; ana"))
    [0, 21]
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if _parts(text, at) and _parts(text, end):
            yield at
        at = text.find(words, at + 1)


def _parts(text: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    before, behind = text[max(0, at - 1) : at], text[at : at + 1]
    return _is_of_word(before) != _is_of_word(behind)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def words_of(text: str) -> frozenset[str]:
    r"""The words of a text, as `\w+` would find them.

    >>> sorted(words_of("pt's 3x10, knee-extension"))
    ['3x10', 'extension', 'knee', 'pt', 's']
    """
    return frozenset(text.translate(_PARTING).split())
