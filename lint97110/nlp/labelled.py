"""Under which label a statement stands: "Prior level:", "| Now |", "Why this frequency?"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from lint97110.nlp.reading import Reading
from lint97110.wording import any_of, one_of

_NONE: frozenset[str] = frozenset()
_BULLETED = re.compile(r"\s*[*•·>–—-]\s")
_DECORATION = re.compile(r"[\s>|*#•·\[–—-]*(?:\(?\d{1,2}[.)]\s+|Q\d{0,2}[.:)]\s*)?")
_GOES_ON = (
    r"(?P<on>(?:[ ]*[,&/]|[ ]+(?:at|on|of|by|in|for|from|since|and|with|to|as)\b|[ ]+\d)"
    r"[^:.\n|?]{0,40}[:?|])"
)
"""With what a label may go on up to its sign: "Tests, 4 February:", "Outcome by 15 May:"."""
_BEHIND = (
    rf"(?:{_GOES_ON}|(?:\s*\([^()\n]*\))?[*_\]]*"
    r"(?:[ ]*[:?|]|\.?[ ]*$|\.\s|\s{2,}|\t|\s[–—-]+\s))"
)
"""What makes the words before it a label: a sign, a gap as in a table, or the end of the line."""
_OTHER = re.compile(r"[A-Z][^\n:.;,?|]{1,40}[:?|]")  # a label that is none of ours
_TWO_NUMBERS = re.compile(r"[^\d\n]*\d[^\n]*?\s[^\d\n]*\d")
_FULL_LINE = 70  # characters of a line that goes on in the next
MOMENTS = "moments"
"""The words that stand over a column of values; a line of two of them labels the rows below it."""


class Under(NamedTuple):
    """The lists whose label a statement stands under, and whether it stands right behind it."""

    labels: frozenset[str]
    is_first: bool


class _Opening(NamedTuple):
    """A place where labels begin to hold."""

    place: int
    labels: frozenset[str]


class Labels:
    """Lists of wordings that label what a person answers to one point."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]], moments: tuple[str, ...]) -> None:
        """`moments` are the words that stand over a column of values: a day, "initial"."""
        self._labels = {
            name: re.compile(f"(?:{any_of(words).pattern}){_BEHIND}", re.IGNORECASE | re.MULTILINE)
            for name, words in lists.items()
        }
        moment = one_of(moments, beside_digits=True) if moments else "(?!)"
        self._columns = re.compile(
            rf"(?:[A-Za-z]\S*[ \t:|(]+){{0,4}}?{moment}[^\w\n]+(?:(?:and|to|then|vs)[ .]+)?{moment}"
            r"(?:[^\w\n]+\w+)?[^\w\n]*?(?:$|[:|])",
            re.IGNORECASE | re.MULTILINE,
        )

    def in_force(self, reading: Reading) -> Iterator[Under]:
        """For each statement the lists whose label it stands under."""
        openings = list(self._openings(reading))
        last = -1
        for statement in reading.statements:
            at = bisect_right([each.place for each in openings], statement.span.start) - 1
            yield Under(openings[at].labels if at >= 0 else _NONE, at != last)
            last = at

    def _openings(self, reading: Reading) -> Iterator[_Opening]:
        """Where labels begin to hold; none holds behind another heading or an empty line.

        The paragraph below a label that has its line for itself is the label's.
        """
        text, is_alone, is_bulleted = reading.text, False, False
        names = _NONE
        headings = {each.heading.start for each in reading.layout.sections if each.heading}
        places = {*reading.lines.starts, *(s.span.start for s in reading.statements), len(text)}
        for place, following in pairwise(sorted(places)):
            found, end = self._at(text, place)
            if found:
                names = found
                is_alone, is_bulleted = not text[end:following].strip(), _is_item(text, place)
                yield _Opening(place, names)
            elif not text[place:following].strip():
                if not is_alone:
                    names = _NONE
                    yield _Opening(place, names)
            elif names and not is_alone and _is_told(text, place):
                names = _NONE
                yield _Opening(place, names)
            else:
                is_alone = False
                is_other = place in headings or (is_bulleted and _is_item(text, place))
                if is_other or _is_labelled(text, place, names):
                    names = _NONE
                    yield _Opening(place, names)

    def _at(self, text: str, place: int) -> tuple[frozenset[str], int]:
        """The lists whose label stands at a place, and where it ends."""
        opened = _DECORATION.match(text, place)
        words = opened.end() if opened else place
        found = {name: label.match(text, words) for name, label in self._labels.items()}
        matches = {name: match for name, match in found.items() if match}
        plain = {name: match for name, match in matches.items() if not match["on"]}
        matches = plain or matches
        columns = self._columns.match(text, words)
        names = frozenset((*matches, MOMENTS) if columns else matches)
        return names, max((m.end() for m in (*matches.values(), columns) if m), default=words)


def _is_told(text: str, place: int) -> bool:
    """Whether a short line that ends a sentence stands above: its label has been answered."""
    line = text[text.rfind("\n", 0, place - 1) + 1 : place] if place else ""
    return line.endswith("\n") and line.rstrip().endswith(".") and len(line) < _FULL_LINE


def _is_item(text: str, place: int) -> bool:
    return _BULLETED.match(text, place) is not None


def _is_labelled(text: str, place: int, names: frozenset[str]) -> bool:
    """Whether a label of another kind stands at a place; a row of a table has none."""
    opened = _DECORATION.match(text, place)
    words = opened.end() if opened else place
    is_row = MOMENTS in names and _TWO_NUMBERS.match(text, words) is not None
    return not is_row and _OTHER.match(text, words) is not None
