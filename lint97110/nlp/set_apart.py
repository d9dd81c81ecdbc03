"""Main headings on lines of their own, in whatever way a form counts, frames or spaces them.

"Part 1, Subjective", "[PLAN]", "H I S T O R Y", "B. Objective", "3  ASSESSMENT", and with a word to
the writer behind it: "PLAN. Be exact about dates."
"""

import re
from collections.abc import Iterable

_SIGNS = (
    r"(?:</?(?:b|i|u|em|strong|h\d|p|div|td|th)>|[^\w\n]*_*[^\w\n]*)"  # a frame, a bullet, a rule
)
_NUMBER = (
    r"(?:\d{1,2}(?:(?:\.|/| of )\d{1,2})*|[IVX]{1,4}|[A-H]|[SOAP]"
    r"|[A-Z]{2}(?=\. )|(?i:one|two|three|four|five|six))"
)
_WORD = re.compile(r"[a-z]+")
_COUNTED_AGAIN = re.compile(r"\d{1,2}[^\w\n]+")  # "[1] SUBJECTIVE [1]"
_STRESS, _APART = " *_#", frozenset(",;/|(<-–—=")
_STOP = "."
_ITEM = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")  # "HISTORY. 1. How did it begin?"
_LONGEST = 90  # letters of a heading with a word to the writer
_LETTERED = re.compile(r"[\W\d_]*(?:[A-Z] ){3,}[A-Z](?![A-Za-z])")  # "P L A N"
_BETWEEN_WORDS = re.compile(r"(?<=[A-Z]) {2,}(?=[A-Z] )")
_BETWEEN_LETTERS = re.compile(r"(?<=[A-Z]) (?=[A-Z](?![a-z]))")


class SetApart:
    """Knows the main headings and the words that count them."""

    def __init__(self, names: Iterable[str], counters: Iterable[str]) -> None:
        """Told the names of the sections, and words such as "part" and "step"."""
        named = tuple(names)
        self._first = frozenset(_WORD.findall(each.lower())[0] for each in named)
        known = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
        counted = "|".join(map(re.escape, counters))
        self._found = re.compile(
            rf"(?P<before>{_SIGNS}(?:(?i:{counted})\s*)?(?:{_NUMBER}(?=[\W_]))?{_SIGNS})"
            rf"(?<![A-Za-z])(?P<name>(?i:{known}))(?![A-Za-z])"
            rf"(?P<mark>(?:</\w+>)*[^\w\n?]*_*)(?P<behind>.*)$"
        )

    def heading(self, line: str) -> tuple[str, int, bool] | None:
        """The name of the heading that a line is, where it ends, and whether it is all of the line.

        >>> SetApart(["plan"], ["part"]).heading("Part 4: [Plan]")
        ('Plan', 14, True)
        """
        if _LETTERED.match(line):
            closed = _BETWEEN_LETTERS.sub("", _BETWEEN_WORDS.sub("\n", line)).replace("\n", " ")
            match = self._found.match(closed)
            is_whole = match is not None and not match["behind"]
            return (match["name"], len(line), True) if match and is_whole else None
        if self._first.isdisjoint(
            _WORD.findall(line[:_LONGEST].lower())
        ):  # most lines name no section
            return None
        match = self._found.match(line)
        if match is None or not match["name"][0].isupper():
            return None
        if not match["behind"] or _COUNTED_AGAIN.fullmatch(match["behind"]):
            return match["name"], len(line), True
        is_short = len(line) <= _LONGEST or match["mark"].strip() == _STOP
        is_apart = is_short and _is_told_apart(match)
        return (match["name"], match.end("mark"), False) if is_apart else None


def _is_told_apart(match: re.Match[str]) -> bool:
    """Whether what stands behind a name is a word to the writer and no part of a sentence."""
    mark, behind = match["mark"], match["behind"]
    if mark.strip() == _STOP:
        is_begun = behind[:1].isupper() or _ITEM.match(behind) is not None
        return is_begun and mark.endswith(" ")
    is_mark = mark.strip(_STRESS)[:1] in _APART
    is_counted = any(char.isalnum() or char in _STRESS.strip() for char in match["before"])
    return is_mark and not behind.isupper() and (match["name"].isupper() or is_counted)
