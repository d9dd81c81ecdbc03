"""Whose note it is: in one of occupational therapy "OT" is the one who treats.

Everywhere else "OT" is a colleague, whose work is not this session's.
"""

from lint97110.nlp.vocabulary import Vocabulary

_COLLEAGUE, _OWN = ("OT", "ot", "Ot"), ("OTR", "otr", "Otr")


class Disciplines:
    """Reads "OT" as the therapist of the note where the letters behind the names say so."""

    def __init__(
        self, vocabulary: Vocabulary, of_ot: frozenset[str], of_pt: frozenset[str]
    ) -> None:
        """Take the symbols of the letters that only the one or the other profession signs with."""
        self._of_ot, self._of_pt = of_ot, of_pt
        symbols = map(vocabulary.symbol, _COLLEAGUE), map(vocabulary.symbol, _OWN)
        self._own = str.maketrans(dict(zip(*symbols, strict=True)))

    def told(self, chars: str) -> str:
        """The symbols of a note, with OT as the one who treats where it is an OT's note."""
        if self._of_ot.isdisjoint(chars) or not self._of_pt.isdisjoint(chars):
            return chars
        return chars.translate(self._own)
