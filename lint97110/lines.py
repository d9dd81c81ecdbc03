"""Offsets to lines and columns, and back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_ENDS = "\n\r\f\v\x85\u2028\u2029"  # all that ends a line in some program or other
_OTHER_ASCII_ENDS = _ENDS[1:4]
_OTHER_END = re.compile(f"\r(?!\n)|[{_ENDS[2:]}]")


def unified(text: str) -> str:
    r"""The same text, letter for letter, with a line feed wherever a line ends.

    >>> unified("S: sore\u2028O: SLR\rP: go on\r\n")
    'S: sore\nO: SLR\nP: go on\r\n'
    """
    return _OTHER_END.sub("\n", text) if _may_end_otherwise(text) else text


def _may_end_otherwise(text: str) -> bool:
    """Whether a line may end in anything but a line feed; most texts are told at a glance."""
    return not text.isascii() or any(end in text for end in _OTHER_ASCII_ENDS)


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text start, in code points.

    A line ends at a line feed, a carriage return (with or without line feed), a form feed, a
    vertical tab, or one of the three line ends of Unicode.
    """

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        r"""Find the line starts of `text`.

        >>> Lines.of("a\r\nb\n").starts
        (0, 3, 5)
        """
        lengths = (len(line) + 1 for line in unified(text).split("\n"))
        return cls(text, (0, *accumulate(lengths))[:-1])

    def place(self, offset: int) -> tuple[int, int]:
        r"""Line and column of `offset`, both from 1, columns in code points.

        >>> Lines.of("SLR\n3x10").place(5)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The words of line `number` (from 1), without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip(_ENDS)
