"""A line that may sign a note: its fields, and what stands around a name on it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lint97110.model import Fact

MARKS = " -–—_*\t/~|"  # in front of a signature
_MOST_WORDS_AROUND = 4
_LOWER = re.compile(r"\b[a-z]{3,}\b")  # words of running text
_UPPER = re.compile(r"\b[A-Z]{3,}\b")  # the same where all is written in capitals
STUMPS = frozenset(("nc", "ec", "cc", "pc", "gc", "oc", "sc", "wc"))
"""What is left of specialists' titles (NCS, ECS) without an S: oxygen, eyes closed, a copy."""
_SMALL_INITIALS = re.compile(
    r"(?:^|\s{2})[-–—~/\s]*([a-z]{2,3})[\s,/]*$"
)  # in a field of their own
_ROOM_TO_SIGN = r"_{3,}|\[\s*\]"
_PARTS = re.compile(  # between the fields of a line
    r"[\s.](?:(?<=\s)(?:\s{2,}|/\s)|(?<=[a-z\d)%\"'\u2019\u201d]\.)\s)"
)
_MOST_NAMES = 4  # words of a name
_REACH = 300  # characters around a name that can tell whether it signs
_CELLS = re.compile(r"\s{2,}|\d|:|\b(?:end|of|the|in|if|no)\b", re.IGNORECASE)
_DASHES = " -–—\t"


class SigningWords:
    """The words of rules/signing.yaml, ready to be looked for."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """Take over the lists by their names."""
        self.titles = frozenset(words["titles"])
        self.no_names = frozenset(words["no_names"])
        self.no_middles = frozenset(words["no_middles"])
        self.no_firsts = frozenset(words["no_firsts"])
        self.no_initials = frozenset(words["no_initials"])
        self.small_words = frozenset(words["small_words"])
        told_to, others, to_come, second = (
            "|".join(map(re.escape, _longest_first(words[name])))
            for name in ("told_to", "others", "to_come", "second")
        )
        self.second = re.compile(rf"\b(?:{second})", re.IGNORECASE)
        self.field_end = re.compile(rf"\s{{3,}}|\b(?:{second})", re.IGNORECASE)
        self.told_to = re.compile(rf"\b(?:{told_to})[\s:]*$", re.IGNORECASE)
        self.others = re.compile(rf"\b(?:{others})\b", re.IGNORECASE)
        self.bars = re.compile(rf"\b(?:{others})\b|{to_come}|{_ROOM_TO_SIGN}", re.IGNORECASE)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


@dataclass(frozen=True)
class Line:
    """A line with a name or a credential in it, and how it stands in the note."""

    words: str
    start: int
    is_title: bool
    is_end: bool
    is_last: bool
    is_signed: bool
    signing: SigningWords
    _barred: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def _part_starts(self) -> list[int]:
        return [0, *(match.end() for match in _PARTS.finditer(self.words))]

    def part(self, fact: Fact) -> str:
        """The field of the line in which the words of a fact stand."""
        first, last = fact.span.start - self.start, fact.span.end - self.start
        low = self._part_starts[bisect_right(self._part_starts, first) - 1]
        return self.words[max(low, first - _REACH) : self._end_of_part(last)]

    def _end_of_part(self, last: int) -> int:
        """Where the field ends in which a fact ends at `last`; a second signature is another."""
        end = _PARTS.search(self.words, last, last + _REACH)
        stop = end.start() if end else min(last + _REACH, len(self.words))
        second = self.signing.second.search(self.words, last, stop)
        return second.start() if second else stop

    def said(self, fact: Fact) -> str:
        """The words of a fact that lie on the line."""
        return self.words[fact.span.start - self.start : fact.span.end - self.start]

    def bars(self, part: str) -> bool:
        """Whether a field of the line speaks of somebody else, or of a signature to come."""
        if part not in self._barred:
            self._barred[part] = self.signing.bars.search(part) is not None
        return self._barred[part]

    def tells_of(self, fact: Fact) -> bool:
        """Whether somebody was told or spoken with, and does not sign: "cc: Jane Doe, PT"."""
        return self.signing.told_to.search(self._before(fact)) is not None

    def begins_with(self, fact: Fact) -> bool:
        """Whether nothing but marks stands before a fact."""
        return not self._before(fact).strip(MARKS)

    def closes_with(self, fact: Fact) -> bool:
        """Whether a fact is all that stands behind the last sentence of the line."""
        is_last = not self.words[fact.span.end - self.start :].strip(MARKS + ".")
        return is_last and self._before(fact).rstrip().endswith(".")

    def is_written_large(self, fact: Fact) -> bool:
        """Whether a credential is in capitals: "Pt" is a patient."""
        said = self.said(fact)
        return said[:2].isupper() and said.lower() not in STUMPS

    def has_small_initials(self, fact: Fact) -> bool:
        """Whether nothing but small initials stand before a credential: "vm OTR/L"."""
        found = _SMALL_INITIALS.search(self._before(fact))
        return found is not None and found[1] not in self.signing.small_words

    def _before(self, fact: Fact) -> str:
        """What stands before a fact on its line, as far as a signature reaches."""
        first = fact.span.start - self.start
        return self.words[max(first - _REACH, 0) : first]

    def is_name(self, fact: Fact) -> bool:
        """Whether words in capitals are a name: all of their line, and no cells of a table."""
        return self._may_be_name and self.begins_with(fact)

    @cached_property
    def _may_be_name(self) -> bool:
        """Whether a name can be all of the line."""
        words = self.words.strip(MARKS + ".")
        is_short = len(words.split()) <= _MOST_NAMES and words[:1].isupper()
        return is_short and _CELLS.search(words) is None

    def isolates(self, fact: Fact, most: int = _MOST_WORDS_AROUND) -> bool:
        """Whether little running text stands around a fact: a signature is no sentence."""
        last = fact.span.end - self.start
        before = self._before(fact).rstrip(_DASHES)
        after = self.words[last : self._end_of_part(last)]
        if not _is_running(after, 1):
            return (
                not before.strip(MARKS + ".")
                or before.endswith((".", ":", "/"))
                or not _is_running(before, most)
            )
        begins = not before.strip(MARKS) or (self.is_last and before.endswith("."))
        return begins and not _is_running(after, most)


def _is_running(words: str, most: int) -> bool:
    """Whether there are more than `most` words of running text."""
    running = _UPPER if words.isupper() else _LOWER
    return len(list(islice(running.finditer(words), most + 1))) > most
