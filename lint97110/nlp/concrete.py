"""Whether a sentence tells anything of one patient: it has words that would not fit every other."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"(?<![\w'’])(?:[a-z]|(?:(?<=^)|(?<=[:.|] ))[A-Z](?=[a-z]))[a-z]{2,}")
"""A word in small letters, or the first of a sentence; names and abbreviations tell nothing."""
_FEWEST = 2


class Stock:
    """The words that any request may hold, whoever the patient is."""

    def __init__(self, wordings: Iterable[str]) -> None:
        """Told each word, with a star behind it where it may end in anything."""
        every = [each.lower() for each in wordings]
        self._words = {each: True for each in every if not each.endswith("*")}
        self._stems = tuple(each[:-1] for each in every if each.endswith("*"))

    def is_concrete(self, text: str) -> bool:
        """Whether a few words of a sentence are not of the stock.

        >>> stock = Stock(["the", "patient", "has", "with", "of", "decreas*", "function*"])
        >>> stock.is_concrete("The patient has decreased functioning.")
        False
        >>> stock.is_concrete("The patient has a chisel cut of the palm.")
        True
        """
        found = {word for word in map(str.lower, _WORD.findall(text)) if not self._holds(word)}
        return len(found) >= _FEWEST

    def _holds(self, word: str) -> bool:
        """Whether a word is of the stock; each is looked for once."""
        known = self._words.get(word)
        if known is None:
            known = self._words[word] = word.startswith(self._stems)
        return known
