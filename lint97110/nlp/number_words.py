"""Numbers in words, written in figures where they stand: "visit five of nine"."""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

_TENS = re.compile(r"[2-9]0")


class Word(Protocol):
    """A number in words: which it is, and where it stands."""

    @property
    def value(self) -> str:
        """The number in figures."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def in_figures(text: str, words: Sequence[Word]) -> str:
    """A text with its numbers in figures, each in its place: "visit 5    of 9   "."""
    parts: list[str] = []
    at = 0
    for start, end, value in _numbers(words):
        parts += (text[at:start], value.ljust(end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _numbers(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand, and which they are; tens go with what follows them."""
    tens: Word | None = None
    for each in words:
        if tens is not None:
            is_one = each.start == tens.end + 1 and _is_unit(each.value)
            end, value = (
                (each.end, f"{tens.value[0]}{each.value}") if is_one else (tens.end, tens.value)
            )
            yield tens.start, end, value
            tens = None
            if is_one:
                continue
        if _TENS.fullmatch(each.value):
            tens = each
        else:
            yield each.start, each.end, each.value
    if tens is not None:
        yield tens.start, tens.end, tens.value


def _is_unit(number: str) -> bool:
    """Whether a number may follow a round one in words: "fifty-eight".

    >>> [_is_unit(number) for number in ("8", "2nd", "12", "20")]
    [True, True, False, False]
    """
    return not number[1:2].isdigit()
