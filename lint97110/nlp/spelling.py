"""Slips of the pen in long words: "strenghtening", "excercise", "flexon"."""

from collections.abc import Iterable

SHORTEST = 7  # letters; in a shorter word a slip makes too many others
_SHORTEST_SWAPPED = 9  # letters of a word in which one letter may stand for another
_HEAD = 2  # letters at the beginning that are taken to be right
_ENDING = 2  # letters that tell "progressed" from "progresses": a slip there is none


class Spelling:
    """Finds the word of the lexicon that somebody meant to write."""

    def __init__(self, words: Iterable[str]) -> None:
        """The words that can be meant; short ones are left out."""
        self._alike: dict[tuple[str, int], list[str]] = {}
        for word in words:
            if len(word) >= SHORTEST:
                self._alike.setdefault((word[:_HEAD], len(word)), []).append(word)

    def near(self, word: str) -> str | None:
        """The one word that is a slip away from `word`: a letter more, less, doubled or astray.

        >>> spelling = Spelling(["strengthening", "exercise", "progresses"])
        >>> [spelling.near(each) for each in ("strenghtening", "excercise", "progressed")]
        ['strengthening', 'exercise', None]
        """
        head, length = word[:_HEAD], len(word)
        found = {
            each
            for size in (length - 1, length, length + 1)
            for each in self._alike.get((head, size), ())
            if each[-1] == word[-1] and _is_slip(word, each)
        }
        return found.pop() if len(found) == 1 else None


def _is_slip(written: str, meant: str) -> bool:
    """Whether one slip, not in the ending, parts two words that begin alike."""
    if abs(len(written) - len(meant)) > 1:
        return False
    at = 0
    shorter = min(len(written), len(meant))
    while at < shorter and written[at] == meant[at]:
        at += 1
    if len(written) != len(meant):
        if at >= shorter - 1:
            return False
        longer, other = (written, meant) if len(written) > len(meant) else (meant, written)
        return longer[at + 1 :] == other[at:]
    if at >= shorter - _ENDING:
        return False
    if written[at + 2 :] == meant[at + 2 :] and written[at : at + 2] == meant[at + 1 : at - 1 : -1]:
        return True
    return len(meant) >= _SHORTEST_SWAPPED and written[at + 1 :] == meant[at + 1 :]
