"""Offsets to lines and columns, and back."""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text start, in code points.

    A line ends at a line feed, a carriage return (with or without line feed) or a form feed.
    """

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        r"""Find the line starts of `text`.

        >>> Lines.of("a\r\nb\n").starts
        (0, 3, 5)
        """
        starts = [0]
        if "\r" not in text and "\f" not in text:
            position = text.find("\n")
            while position != -1:
                starts.append(position + 1)
                position = text.find("\n", position + 1)
            return cls(text, tuple(starts))
        for index, character in enumerate(text):
            if character in "\n\f" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                starts.append(index + 1)
        return cls(text, tuple(starts))

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
        return self.text[start:end].rstrip("\r\n\f")
