"""Under which label a statement stands: "Prior level:", "| Now |", "Why this frequency?"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import itemgetter

from lint97110.nlp.reading import Reading
from lint97110.wording import any_of

_NONE: frozenset[str] = frozenset()
_DECORATION = re.compile(r"[\s>|*#•·\[–—-]*(?:\(?\d{1,2}[.)]\s+)?")
_BEHIND = r"(?:\s*\([^()\n]*\))?[*_\]]*(?:[ ]*[:?|]|\.?[ ]*$|\.\s|\s{2,}|\t|\s[–—-]+\s)"
"""What makes the words before it a label: a sign, a gap as in a table, or the end of the line."""
_OTHER = re.compile(r"[A-Z][^\n:.;,?|]{1,40}[:?|]")  # a label that is none of ours


class Labels:
    """Lists of wordings that label what a person answers to one point."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._labels = {
            name: re.compile(f"(?:{any_of(words).pattern}){_BEHIND}", re.IGNORECASE | re.MULTILINE)
            for name, words in lists.items()
        }

    def in_force(self, reading: Reading) -> Iterator[frozenset[str]]:
        """For each statement the lists whose label it stands under."""
        openings = list(self._openings(reading))
        for statement in reading.statements:
            at = bisect_right(openings, statement.span.start, key=itemgetter(0))
            yield openings[at - 1][1] if at else _NONE

    def _openings(self, reading: Reading) -> Iterator[tuple[int, frozenset[str]]]:
        """Where labels begin to hold; none holds behind another heading or an empty line.

        The paragraph below a label that has its line for itself is the label's.
        """
        text, is_alone = reading.text, False
        headings = {each.heading.start for each in reading.layout.sections if each.heading}
        places = {*reading.lines.starts, *(s.span.start for s in reading.statements), len(text)}
        for place, following in pairwise(sorted(places)):
            opened = _DECORATION.match(text, place)
            words = opened.end() if opened else place
            matches = {name: label.match(text, words) for name, label in self._labels.items()}
            names = frozenset(name for name, match in matches.items() if match)
            if names:
                yield place, names
                is_alone = any(not text[m.end() : following].strip() for m in matches.values() if m)
            elif not text[place:following].strip():
                if not is_alone:
                    yield place, _NONE
            else:
                is_alone = False
                if place in headings or _OTHER.match(text, words):
                    yield place, _NONE
