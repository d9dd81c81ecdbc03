"""Clock times in words, as they are dictated: "ten past one", "nine oh one", "quarter to three"."""

_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty")
_NUMBERS = {word: n for n, word in enumerate(_SMALL, 1)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_PARTS = {"quarter": 15, "half": 30}
_AFTER = frozenset(("past", "after"))
_BEFORE = frozenset(("to", "of", "till", "before"))
_NAMED = {"noon": (12, 0), "midnight": (0, 0)}
_OPENING = _NUMBERS.keys() | _PARTS.keys() | _NAMED.keys()  # what stands before it leads to it


def spoken(words: str) -> tuple[int, int] | None:
    """The hour and the minute that are said; None when no time is.

    >>> [spoken(w) for w in ("at ten past one", "nine oh one", "to quarter to three")]
    [(1, 10), (9, 1), (2, 45)]
    >>> [spoken(w) for w in ("from eight forty-five", "six o'clock", "at noon", "the knee")]
    [(8, 45), (6, 0), (12, 0), None]
    """
    said = words.lower().replace("-", " ").replace("’", "'").split()
    opening = next((at for at, word in enumerate(said) if word in _OPENING), len(said))
    said = [word for word in said[opening:] if word not in ("minutes", "oh", "o'clock")]
    if len(said) == 1 and said[0] in _NAMED:
        return _NAMED[said[0]]
    turn = next((at for at, word in enumerate(said) if word in _AFTER | _BEFORE), None)
    if turn is None:
        hour, minute = _amount(said[:1]), _amount(said[1:])
    else:
        hour, minute = _amount(said[turn + 1 :]), _amount(said[:turn])
    if not hour:
        return None
    if turn is not None and said[turn] in _BEFORE:
        return (hour - 1 or 12), 60 - minute
    return hour, minute


def _amount(said: list[str]) -> int:
    return sum(_PARTS.get(word, _NUMBERS.get(word, 0)) for word in said)
