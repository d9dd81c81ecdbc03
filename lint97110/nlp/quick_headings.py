"""Headings that remember the labels of the notes before: most notes use the same few."""

import re
from collections.abc import Iterator

from lint97110.language import HeadingWords
from lint97110.nlp.headings import Headings, Label
from lint97110.nlp.set_apart import SetApart

MOST_REMEMBERED = 10_000
_LETTER = re.compile(r"(?=.*[^\w\s])[^\w\n]*(?P<it>[SOAP])[^\w\n]*")  # a letter in a frame
_STRESS = "*_"
_ASKED = re.compile(
    r"[ \t]*[*_]*Q(?:uestion)?[ .\-]?\d{0,2}[.:)][^\n]*\n\s*\Z"
)  # the line above "A."


class QuickHeadings(Headings):
    """Finds the same headings as `Headings`, sooner, and those that a form sets apart."""

    def __init__(self, words: HeadingWords) -> None:
        """Nothing is remembered yet."""
        super().__init__(words)
        self._remembered: dict[str, tuple[str, ...]] = {}
        self._set_apart = SetApart(words.main, words.counters)

    @property
    def remembered(self) -> int:
        """How many labels are remembered from the notes before."""
        return len(self._remembered)

    def names(self, label: str) -> tuple[str, ...]:
        """The sections that a label opens, in order; none when it is not a heading."""
        found = self._remembered.get(label)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[label] = super().names(label)
        return found

    def at_start(self, text: str, start: int, end: int) -> Label | None:
        """The heading that the line `start` to `end` begins with; "A." below "Q." is an answer."""
        label = super().at_start(text, start, end)
        if label is None:
            return self._framed(text, start, end) if start else None
        is_letter = label.text.rstrip(".") == "A"
        is_plain = is_letter and not text[start : label.start].strip(_STRESS)
        return None if is_plain and _is_answer(text, start) else label

    def _framed(self, text: str, start: int, end: int) -> Label | None:
        """A main heading that is counted, framed or spaced out."""
        letter = _LETTER.fullmatch(text, start, end)
        if letter:  # "S)", "*** S: ***"
            return Label(self.names(letter["it"]), start, end, is_alone=True, text=letter["it"])
        found = self._set_apart.heading(text[start:end])
        if found is None:
            return None
        name, length, is_alone = found
        return Label(self.names(name), start, start + length, is_alone, name)

    def inside(self, text: str, start: int, end: int, *, letters: bool) -> Iterator[Label]:
        """Headings further on in a line: each has a colon behind it."""
        if text.find(":", start, end) >= 0:
            yield from super().inside(text, start, end, letters=letters)


def _is_answer(text: str, start: int) -> bool:
    """Whether the last written line above `start` is a question marked "Q."."""
    above = text[:start].rstrip()
    return _ASKED.match(above[above.rfind("\n") + 1 :] + "\n") is not None
