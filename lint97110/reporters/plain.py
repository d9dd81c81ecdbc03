"""Words from outside made fit for a terminal: one line, nothing that a terminal obeys."""

import unicodedata

# Control characters, and those that reorder or break a line, could rewrite the screen.
UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain(character: str) -> str:
    r"""The character itself, a space for white space, nothing for a format mark, else `?`.

    >>> [plain(character) for character in "a\t\x1b\u202e"]
    ['a', ' ', '?', '']
    """
    if " " <= character <= "~":
        return character
    category = unicodedata.category(character)
    if category not in UNSAFE:
        return character
    if category == "Cf":
        return ""
    return " " if character.isspace() else "?"


def one_line(words: str) -> str:
    r"""`words` as one printable line.

    >>> one_line("knee\n07.txt")
    'knee 07.txt'
    """
    return words if words.isascii() and words.isprintable() else "".join(map(plain, words))
