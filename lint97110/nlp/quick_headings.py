"""Headings that remember the labels of the notes before: most notes use the same few."""

from collections.abc import Iterator, Mapping

from lint97110.nlp.headings import Headings, Label

MOST_REMEMBERED = 10_000


class QuickHeadings(Headings):
    """Finds the same headings as `Headings`, sooner."""

    def __init__(
        self,
        known: Mapping[str, tuple[str, ...]],
        modifiers: tuple[str, ...],
        hints: Mapping[str, str],
        misspelt: tuple[str, ...],
    ) -> None:
        """The heading lexicon, the words around a heading, and those that hint at a section."""
        super().__init__(known, modifiers, hints, misspelt)
        self._remembered: dict[str, tuple[str, ...]] = {}

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

    def inside(self, text: str, start: int, end: int, *, letters: bool) -> Iterator[Label]:
        """Headings further on in a line: each has a colon behind it."""
        if text.find(":", start, end) >= 0:
            yield from super().inside(text, start, end, letters=letters)
