"""What stands below a form's question about the next visit is the plan."""

from lint97110.nlp.headings import Headings
from lint97110.nlp.outline import Outline

_PLANNED = ("plan",)


class PromptedPlan:
    """Opens the plan below a question that asks ahead, and ends it with the next prompt."""

    def __init__(self, outline: Outline, headings: Headings) -> None:
        """No question was asked yet."""
        self._outline = outline
        self._headings = headings
        self._asks_ahead = False  # whether the line before asks for the plan
        self._among: tuple[str, ...] | None = None  # what the question stood among

    def pass_line(self, words: str, at: int, *, is_item: bool) -> None:
        """Look at a line without a heading."""
        if words.endswith("?") or is_item:
            if self._among is not None:
                self._outline.switch(self._among, at)
                self._among = None
            self._asks_ahead = words.endswith("?") and self._headings.words.asks_ahead(words)
        elif self._asks_ahead:
            self._asks_ahead, self._among = False, self._outline.names
            self._outline.switch(_PLANNED, at)

    def end(self) -> None:
        """A heading ends what the question was about."""
        self._among, self._asks_ahead = None, False
