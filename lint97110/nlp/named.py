"""Names in a form, which holds none: two words that nobody knows otherwise, or one that acts."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from lint97110.model import Span
from lint97110.nlp.reading import Reading

_FULL_NAME = re.compile(
    r"(?<![\w.'’\-/])(?P<it>[A-Z][a-z'’]+(?: [A-Z]\.)?"
    r"(?: [A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)?){1,2})(?P<behind>, [A-Z]{2,})?(?!\w)"
)
_ACTS = re.compile(  # "How did Delphine manage"
    r"\b(?:did|does|has|is|was|will|can|could|had|would)(?: not)? "
    r"(?P<it>[A-Z][a-z'’]{2,})(?= [a-z])"
)
_WITH_INITIAL = re.compile(  # "copied from R. Quill"
    r"(?<=[a-z:,] )(?P<it>(?:[A-Z]\. ?){1,2} ?(?P<surname>[A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)?))(?!\w)"
)
_CALLED = re.compile(r"(?<=[a-z,:] )(?P<it>[A-Z][a-z'’]{2,})(?=[ ,.?]|$)", re.MULTILINE)
_TO_SOMEBODY = re.compile(r"(?:\b[a-z]+|\b[Cc]c|[a-z]:)[:.]? $")  # "thanks to", "Cc: "
_CAPITALS = re.compile(  # a title: "Facial Palsy Clinic"
    r"(?:[^\w\n]*(?:[A-Z][\w'’]*(?![\w'’])|\d+(?!\d)|(?:and|of|the|for|to|in|on|a)\b))+[^\w\n]*"
)
_NAME_WORD = re.compile(r"[A-Z][A-Za-z'’]+")
_TITLE_LINES = 2


class Namer:
    """Finds names of people by first names, and by words that the language does not know."""

    def __init__(
        self,
        first_names: frozenset[str],
        eponyms: frozenset[str],
        unknown: frozenset[str],
        person: str,
    ) -> None:
        """`eponyms` are names of tests and makers, `unknown` the symbols of unknown words.

        `person` is the expression of what somebody is called in front of a name.
        """
        self._labelled = re.compile(  # "Surgeon: Quill"
            rf"{person}(?:[ \t]*:[ \t]*(?P<it>[A-Z][a-z'’]{{3,}})[ \t]*$"
            rf"|[ ](?P<or>[A-Z][a-z'’]{{3,}})\b)",
            re.MULTILINE,
        )
        self._first_names = first_names
        self._eponyms = eponyms
        self._unknown = unknown

    def names(self, reading: Reading) -> Iterator[Span]:
        """Whoever is named in a form: in a question, or below its title."""
        for match in _ACTS.finditer(reading.text):
            is_known = match["it"].casefold() in self._eponyms
            if not is_known and self._is_strange(reading, match, 1):
                yield Span(*match.span("it"))
        yield from self._single_names(reading)
        for match in _FULL_NAME.finditer(reading.text, _title_end(reading.text)):
            if self._is_name(reading, match):
                yield Span(*match.span("it"))

    def _single_names(self, reading: Reading) -> Iterator[Span]:
        """A surname behind an initial or a label, and a first name in the middle of a line."""
        text = reading.text
        for match in _WITH_INITIAL.finditer(text):
            at = bisect_left(reading.symbols.starts, match.start("surname"))
            is_known = match["surname"].casefold() in self._eponyms
            if not is_known and reading.symbols.chars[at] in self._unknown:
                yield Span(*match.span("it"))
        for match in self._labelled.finditer(text):
            group = match.lastgroup or "it"
            is_known = match[group].casefold() in self._eponyms
            is_known |= group == "or" and self._is_title(text, match)
            if not is_known and self._is_strange(reading, match, 1, group):
                yield Span(*match.span(group))
        for match in _CALLED.finditer(text, _title_end(text)):
            name = match["it"].casefold()
            line = text.rfind("\n", 0, match.start()) + 1, _end_of_line(text, match.end())
            is_first = name in self._first_names and name not in self._eponyms
            if is_first and not _CAPITALS.fullmatch(text, *line):
                yield Span(*match.span("it"))

    def _is_name(self, reading: Reading, match: re.Match[str]) -> bool:
        text = reading.text
        names = [each.casefold() for each in _NAME_WORD.findall(match["it"])]
        if not self._eponyms.isdisjoint(names):
            return False
        if names[0] in self._first_names:
            return True
        line_start = text.rfind("\n", 0, match.start()) + 1
        is_title = _CAPITALS.fullmatch(text, line_start, _end_of_line(text, match.end()))
        is_marked = match["behind"] or _TO_SOMEBODY.search(text[line_start : match.start()])
        if self._is_strange(reading, match, len(names)):
            return bool(is_marked or not is_title)
        return match["behind"] is not None and self._is_strange(reading, match, 1)

    @staticmethod
    def _is_title(text: str, match: re.Match[str]) -> bool:
        """Whether a match stands in a title, where every word has a capital: "Therapist Note"."""
        line = text.rfind("\n", 0, match.start()) + 1, _end_of_line(text, match.end())
        return match.start() < _title_end(text) or _CAPITALS.fullmatch(text, *line) is not None

    def _is_strange(
        self, reading: Reading, match: re.Match[str], count: int, group: str = "it"
    ) -> bool:
        """Whether the first words of a match are none that the language knows."""
        at = bisect_left(reading.symbols.starts, match.start(group))
        return all(each in self._unknown for each in reading.symbols.chars[at : at + count])


def _title_end(text: str) -> int:
    """Where the first written lines of a text end."""
    at = len(text) - len(text.lstrip())
    for _ in range(_TITLE_LINES):
        at = _end_of_line(text, at) + 1
    return min(at, len(text))


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
