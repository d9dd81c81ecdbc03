"""Phrases, packed under their first word and unpacked when a note has it."""

from collections.abc import Iterable, Mapping

# No wording has a control character in it: YAML lets none in. JSON writes these as they are.
NEXT = "\x7f"
_PART, _PHRASE = "\x80", "\x81"

Tree = Mapping[str, tuple[str, str] | None]
"""The symbol and the name of each phrase by its words after the first, each led by NEXT; None where
a longer phrase goes on."""


def pack(phrases: Iterable[tuple[tuple[str, ...], str, str]]) -> str:
    """Phrases of one first word: the words after it, the symbol and the name of each."""
    return _PHRASE.join(
        _PART.join((NEXT.join(("", *words)), char, name)) for words, char, name in phrases
    )


def unpack(packed: str) -> Tree:
    r"""The tree of the phrases.

    >>> unpack(pack([(("leg", "press"), "x", "leg press")]))
    {'\x7fleg': None, '\x7fleg\x7fpress': ('x', 'leg press')}
    """
    tree: dict[str, tuple[str, str] | None] = {}
    for phrase in packed.split(_PHRASE):
        words, char, name = phrase.split(_PART)
        at = words.find(NEXT, 1)
        while at > 0:
            tree.setdefault(words[:at])
            at = words.find(NEXT, at + 1)
        tree[words] = (char, name)
    return tree
