"""The few ideas that rules are made of; a rule names one of them in its key `check`."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from lint97110.checks import conflict, count, element, fact_present, section_missing, words
from lint97110.model import Note, Rule, Span

Check: TypeAlias = Callable[[Rule, Note], Iterator[Span | None]]
"""Yields the place of each finding; None where there are no words to point at, only a gap."""

CHECKS: Mapping[str, Check] = {
    "conflict": conflict.check,
    "count": count.check,
    "element": element.check,
    "fact-present": fact_present.check,
    "section-missing": section_missing.check,
    "words": words.check,
}
