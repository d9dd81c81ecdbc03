"""Boxes to tick, and a yes beside a no: which are empty, which were chosen."""

import re
from collections.abc import Iterator

_BOX = r"(?:\[[ _]*\]|\([ _]{1,3}\)|☐|□|_{1,4}(?=\s?[A-Za-z]))"  # an empty box
_TICKED = r"(?:\[ ?[xX✓✔*] ?\]|\( ?[xX✓✔*] ?\)|_+[xX]_+|☑|☒|✓|✔)"  # a box with a mark in it
_YES, _NO = r"(?:yes|y)\b", r"(?:no|n)\b"
_GAP = r"[\s/,|]*"  # what stands between the two halves of a pair

_PAIR = re.compile(
    rf"{_BOX}\s*{_YES}{_GAP}{_BOX}\s*{_NO}"  # "[ ] Yes [ ] No"
    rf"|{_YES}\s*{_BOX}{_GAP}{_NO}\s*{_BOX}"  # "Yes [ ] No [ ]"
    rf"|[\[(]?\s*(?<![\"“'])\b{_YES}\s*/\s*{_NO}\s*[\])]?"  # "(Y/N)",
    r"(?!\s*\w)(?!\s*/\s*(?!n/?a\b)\w)"  # and no word or further option behind it
    r"|(?<=\s)(?:YES\s{1,6}NO|Y\s{1,6}N)\b"  # "YES   NO"
    rf"|{_YES}\s?_{{2,}}\s*{_NO}\s?_{{2,}}",  # "Yes ___ No ___"
    re.IGNORECASE,
)
"""A yes beside a no, neither of them chosen."""

_TICKED_PAIR = re.compile(
    rf"{_TICKED}\s*{_YES}{_GAP}{_BOX}\s*{_NO}"  # "[x] Yes [ ] No"
    rf"|{_BOX}\s*{_YES}{_GAP}{_TICKED}\s*{_NO}"  # "[ ] Yes [x] No"
    rf"|{_YES}\s*{_TICKED}{_GAP}{_NO}\s*{_BOX}"  # "Yes [x] No [ ]"
    rf"|{_YES}\s*{_BOX}{_GAP}{_NO}\s*{_TICKED}"  # "Yes [ ] No [x]"
    rf"|[(\[] ?{_YES} ?[)\]]{_GAP}(?<=[\s/]){_NO}"  # "(Y) N", the ring drawn as brackets
    rf"|(?<=[\s:?]){_YES}{_GAP}[(\[] ?{_NO} ?[)\]]",  # "Y (N)"
    re.IGNORECASE,
)
"""A yes beside a no, one of them ticked."""

_MAY_PAIR = re.compile(  # a yes, a no, no other word between: far faster, and misses nothing
    r"[Yy](?:[Ee][Ssſ])?[\s/,|\[\]()_☐□xX✓✔*☑☒]*[Nn][Oo]?\b"
)
_TICK = re.compile(_TICKED)  # any ticked box
_ANY_BOX = re.compile(rf"{_BOX}|{_TICKED}")
_FIRST_BOX = re.compile(rf"\s*{_BOX}\s*[A-Za-z]")  # a box with its label, before all else
_MAY_BOX = re.compile(r"\[[ _\]]|\([ _]|☐|□|_")  # every empty box begins so
_LABELS = re.compile(  # each empty box with its label, up to the next box or bar
    rf"{_BOX}\s*(?P<label>[A-Za-z\d][^\[\](){{}}☐□_]{{0,40}}?)(?=\s*(?:{_BOX}|{_TICKED}|$|[|;]))"
)
_CHOSEN = re.compile(rf"{_TICKED}\s*[^\[\](){{}}☐□☑☒_]*")


def open_pair(words: str) -> re.Match[str] | None:
    """The first yes beside a no, neither of them chosen."""
    return _PAIR.search(words) if _MAY_PAIR.search(words) else None


def ticked_pair(words: str) -> re.Match[str] | None:
    """The first yes beside a no, one of them ticked."""
    return _TICKED_PAIR.search(words) if _MAY_PAIR.search(words) else None


def ticked_pairs(words: str) -> list[re.Match[str]]:
    """Every yes beside a no, one of them ticked, from the left."""
    return list(_TICKED_PAIR.finditer(words)) if _MAY_PAIR.search(words) else []


def in_open_pair(words: str, at: int) -> bool:
    """Whether `at` stands in a yes beside a no."""
    pairs = _PAIR.finditer(words) if _MAY_PAIR.search(words) else ()
    return any(pair.start() <= at < pair.end() for pair in pairs)


def behind_pair(words: str) -> str:
    """The words without an empty pair of yes and no that they begin with."""
    pair = open_pair(words)
    return words[pair.end() :].lstrip() if pair and pair.start() == 0 else words


def not_ticked(words: str) -> Iterator[tuple[int, int]]:
    """What is left of a prompt when its ticked boxes and their labels are taken out of it.

    >>> ["Cane: [ ] none [x] wide base"[a:b] for a, b in not_ticked("Cane: [ ] none [x] wide base")]
    ['Cane: [ ] none ']
    """
    at = 0
    for match in _CHOSEN.finditer(words):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(words):
        yield at, len(words)


def has_ticks(text: str) -> bool:
    """Whether a box is ticked anywhere in a text."""
    return _TICK.search(text) is not None


def option_starts(line: str) -> list[int]:
    """Where the options of a line begin but the first; of a yes and a no they are one.

    >>> option_starts("[x] continue [ ] change [ ] end"), option_starts("Falls? [ ] Yes [x] No")
    ([13, 24], [])
    """
    starts = [match.start() for match in _ANY_BOX.finditer(line)]
    ticks = len(_TICK.findall(line))
    return starts[1:] if 0 < ticks < len(starts) and not ticked_pair(line) else []


def starts_boxes(rest: str) -> bool:
    """Whether words begin with an empty box and its label."""
    return _FIRST_BOX.match(rest) is not None


def pair_at(rest: str, first: int) -> re.Match[str] | None:
    """A yes beside a no that begins at `first`, whether or not one of them was ticked."""
    return _PAIR.match(rest, first) or _TICKED_PAIR.match(rest, first)


def count_of_ticks(words: str) -> int:
    """How many boxes are ticked."""
    return len(_TICK.findall(words))


def empty_labels(words: str) -> list[str]:
    """What stands behind each empty box, up to the next box or bar, in small letters."""
    boxes = _LABELS.finditer(words) if _MAY_BOX.search(words) else ()
    return [match["label"].strip().lower() for match in boxes]


def before_boxes(words: str) -> str:
    """What stands before the first box."""
    return _ANY_BOX.split(words, maxsplit=1)[0]


def is_labelled_tick(body: str) -> bool:
    """Whether a label stands before a pair of yes and no, one of them ticked."""
    pair = ticked_pair(body)
    return pair is not None and body[: pair.start()].rstrip().endswith(("?", ":"))


def has_labelled_pair(body: str) -> bool:
    """Whether a yes and a no to choose from stand behind a label."""
    pair = open_pair(body)
    return pair is not None and pair.start() > 1
