"""Are there words in the document that should not be?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from lint97110.billing.case import Case
from lint97110.model import Found, Rule, Span

_GAP = "..."  # in a wording: up to four words of any kind
_QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"“”]")  # somebody's own words


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield each place of the rule's words: in a question, outside one, or anywhere.

    Words in quotation marks are somebody else's, and are left alone.
    """
    note = case.note
    text, where = note.document.text, rule.options["where"]
    asked = [question.span for question in note.questions]
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    for match in _pattern(rule.words).finditer(text):
        span = Span(*match.span())
        is_asked = _overlaps(asked, span)
        is_meant = where == "anywhere" or is_asked == (where == "question")
        if is_meant and not _overlaps(quoted, span):
            yield Found(span)


def _overlaps(ordered: list[Span], span: Span) -> bool:
    """Whether one of the stretches, which stand in order and apart, shares one with `span`."""
    at = bisect_right(ordered, span.start, key=attrgetter("end"))
    return at < len(ordered) and ordered[at].overlaps(span)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """All wordings as one expression, the longest first, in any case and over any white space."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_wording(each) for each in longest), re.IGNORECASE)


def _wording(words: str) -> str:
    if not any(map(str.isalnum, words)):
        return re.escape(words)  # "[ ]" is a box, and a wider one a line to write on
    parts = [r"\s+".join(map(re.escape, part.split())) for part in words.split(_GAP)]
    joined = r"\s+(?:[^\s.?!;]+\s+){0,4}?".join(parts)
    before = r"(?<!\w)" if parts[0][:1].isalnum() else ""
    behind = r"(?!\w)" if parts[-1][-1:].isalnum() else ""
    return before + joined + behind
