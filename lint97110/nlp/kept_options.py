"""Both options of a pair, where the writer was to choose one: "he/she", "left/right knee"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint97110.model import Span
from lint97110.nlp.plain_words import in_small_letters
from lint97110.wording import one_of

_TWO_VALUES = re.compile(
    r"\d\S*\s*(?:/|,|and|&|vs\.?)\s*\d|\beach\b|\bboth\b|[LR] ?[:=]? ?\d", re.IGNORECASE
)
CHOSEN = re.compile(r"[ \t]*(?:\(|--?|→|->|:|=)[ \t]*[a-z]{3,}\b", re.IGNORECASE)
"""What was chosen stands behind: "Good / Fair / Poor (Fair)"."""
VALUES = re.compile(
    r"[^:\n]{0,24}\b(?:start|initial|eval|before|then|pre|ie|soc|first|was|baseline) ?/ ?"
    r"(?:finish|end|now|current|after|today|post|d/?c|discharge|final|last)\b[^:\n]{0,12}:",
    re.IGNORECASE,
)
"""What opens a line of values of two days: "Start/finish: painful arc positive/negative"."""
_BRACKETED = re.compile(r"\(s\)he\b(?P<side>(?!))?", re.IGNORECASE)
_STATEMENT_END = re.compile(r"[.;](?=\s)|\n|$")
_OPENED = "("
_SLASH = re.compile(r"/(?= ?[A-Za-z])")
_BEFORE = re.compile(r"[(\w.]+ ?$")
_LONGEST = 20  # characters of the first option
_QUOTE = '"'
QUOTED = re.compile(r"(?:^|[\s:(])['‘][^'’\n]*$")
"""What stands before the end of a line is somebody's words in single quotation marks."""


class KeptOptions:
    """Finds pairs of which neither was struck out."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions from rules/wordings/options.yaml once."""
        pairs = "|".join(_either_way(wordings["options.pairs"]))
        sides = "|".join(_either_way(wordings["options.sides"]))
        self._pairs = re.compile(
            rf"(?<![\w/])(?:{pairs}|(?P<side>(?:{sides})(?=\)?[ ]\w)))(?![\w/])", re.IGNORECASE
        )
        self._sided = re.compile(rf"[ ]{one_of(wordings['options.sided'])}", re.IGNORECASE)
        options = [pair.split("/") for pair in wordings["options.side_by_side"]]
        self._beside = [" ".join(way) for pair in options for way in (pair, pair[::-1])]

    def find(self, text: str, asked: Iterable[Span]) -> Iterator[Span]:
        """Each pair in a note; what a prompt in `asked` offers is another matter."""
        prompts = tuple(asked)
        for span in (*self._slashed(text), *self._side_by_side(text)):
            line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
            if VALUES.match(line):
                continue
            is_said = line.count(_QUOTE) % 2 == 1 or QUOTED.search(line) is not None
            if not is_said and not any(span.overlaps(each) for each in prompts):
                yield span

    def _slashed(self, text: str) -> Iterator[Span]:
        for match in self._matches(text):
            is_open = not match["side"] or self._is_unchosen_side(text, match)
            if is_open and not CHOSEN.match(text, match.end()):
                yield Span(*match.span())

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """The pairs around each slash; slashes are few, and to look at each is fast."""
        yield from _BRACKETED.finditer(text)
        end = 0
        for slash in _SLASH.finditer(text):
            first = _BEFORE.search(text, max(end, slash.start() - _LONGEST), slash.start())
            start = first.start() + first.group().startswith(_OPENED) if first else 0
            match = self._pairs.match(text, start) if first else None
            if match:
                yield match
                end = match.end()

    def _is_unchosen_side(self, text: str, match: re.Match[str]) -> bool:
        """Whether a region with one side stands behind, and no value for each side."""
        end = _STATEMENT_END.search(text, match.end())
        rest = text[match.end() : end.start() if end else len(text)].removeprefix(")")
        return self._sided.match(rest) is not None and _TWO_VALUES.search(rest) is None

    def _side_by_side(self, text: str) -> Iterator[Span]:
        """Opposites with nothing but a space between them."""
        small = in_small_letters(text)
        for words in self._beside:
            if words in small:
                found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", small)
                yield from (Span(*match.span()) for match in found)


def _either_way(pairs: Iterable[str]) -> Iterator[str]:
    """Each list of options as an expression, as it stands and from its end."""
    for pair in pairs:
        options = [re.escape(each).replace(r"\ ", "[ -]?") for each in pair.split("/")]
        yield " ?/ ?".join(options)
        yield " ?/ ?".join(reversed(options))
