"""The blocks and sections of a note while they grow, line by line."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from lint97110.model import Section, Span

TITLE = ("header",)
"""What the title of the paper opens: "DAILY NOTE" names the paper, not what stands below it."""

_SIGNED = ("signature",)
_TREATED = "interventions"


class Block(NamedTuple):
    """A stretch that a sentence does not leave: a heading, a paragraph, an item, a field, a row."""

    start: int
    end: int
    section: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a note in order, and its sections."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]

    def section_at(self, offset: int) -> Section:
        """The section in which `offset` stands."""
        return next(s for s in reversed(self.sections) if s.start <= offset)


class Outline:
    """The section that is open, what was open around it, and the block that grows."""

    def __init__(self, text: str) -> None:
        """Nothing is open yet."""
        self._text = text
        self._blocks: list[Block] = []
        self._sections: list[tuple[tuple[str, ...], Span | None, int]] = [((), None, 0)]
        self.pending: Block | None = None
        self.parent: tuple[str, ...] = ()
        self.is_passing = False
        """Whether a label inside running text opened the section: it ends with the text."""
        self.is_under_title = False
        """Whether the parent's heading stood on a line of its own."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the section that is open."""
        return self._sections[-1][0]

    @property
    def heading(self) -> Span | None:
        """The heading of the section that is open."""
        return self._sections[-1][1]

    def has_opened(self, names: AbstractSet[str]) -> bool:
        """Whether a section of one of these names was opened."""
        return any(not names.isdisjoint(section[0]) for section in self._sections)

    def has_title(self) -> None:
        """The first section is the title of the paper."""
        self._sections[0] = (TITLE, None, 0)

    def begin(self, names: tuple[str, ...], at: int, heading: Span | None = None) -> None:
        """Open a section."""
        self._sections.append((names, heading, at))

    def switch(self, names: tuple[str, ...], at: int) -> None:
        """End the block that grows, and open a section without a heading."""
        self.flush()
        self.begin(names, at)

    def neutral(self, at: int, names: tuple[str, ...] = ()) -> None:
        """Leave every section that is open, for one of these names."""
        self.is_passing = False
        self.parent = ()
        self.is_under_title = False
        self.switch(names, at)

    def leave_passing(self, at: int) -> None:
        """Leave a section that was opened by a label inside running text.

        What stands below a signature goes on with nothing above it.
        """
        if self.is_passing:
            self.is_passing = False
            self.parent = () if self.names == _SIGNED else self.parent
            self.begin(self.parent, at)

    def grow(self, end: int) -> None:
        """Let the block that grows go on up to `end`."""
        if self.pending is not None:
            self.pending = self.pending._replace(end=end)

    def start_block(self, start: int, end: int) -> None:
        """Let a block grow in the section that is open."""
        self.pending = Block(start, end, len(self._sections) - 1)

    def add_heading(self, start: int, end: int) -> None:
        """A line that is a heading and nothing else."""
        self._blocks.append(Block(start, end, len(self._sections) - 1, is_heading=True))

    def flush(self) -> None:
        """End the block that grows."""
        if self.pending is not None:
            self._blocks.append(self.pending)
            self.pending = None

    def finished(self) -> Layout:
        """Everything, when the last line was seen."""
        self.flush()
        return Layout(tuple(self._told()), tuple(self._closed()))

    def _closed(self) -> Iterator[Section]:
        ends = [*(start for _, _, start in self._sections[1:]), len(self._text)]
        for (names, heading, start), end in zip(self._sections, ends, strict=True):
            first = heading.end if heading else start
            yield Section(names, heading, Span(first, max(end, first)))

    def _told(self) -> Iterator[Block]:
        """A service under the heading of the treatment, with nothing below it, is all that is told.

        "Interventions:" and in the next line "Transfer training".
        """
        for block, after in zip_longest(self._blocks, self._blocks[1:]):
            is_last = block.is_heading and (after is None or after.is_heading)
            if is_last and self._is_named_treatment(block):
                yield block._replace(is_heading=False)
            else:
                yield block

    def _is_named_treatment(self, block: Block) -> bool:
        above, own = (self._sections[at][0] for at in (block.section - 1, block.section))
        is_label = self._text[block.start : block.end].endswith(":")
        return not is_label and _TREATED in above and _TREATED in own
