"""The same words once: of quotations that say the same, the newest; of one in another, the other.

A quotation may be wanted under several headings. It stands under the one that its note had it
under, where that is one of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lint97110.form import Excerpt
from lint97110.quoting.dates import is_later

_LABEL = re.compile(r"(?:[A-Za-z][A-Za-z/& ]{0,24}:|[-*•]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation under one heading: what it shows there, and whether its note had it there too."""

    excerpt: Excerpt
    section: str
    elements: frozenset[str]
    is_at_home: bool = False


def once(wanted: Sequence[Wanted]) -> list[Wanted]:
    """The quotations to show, in their order, no words of them twice.

    What a quotation shows that is left out is shown by the one that stays, if that stands under the
    same heading.
    """
    newest: dict[str, Wanted] = {}
    for one in wanted:
        words = folded(one.excerpt.words)
        if words not in newest or _is_better(one, newest[words]):
            newest[words] = one
    kept = {words: one for words, one in newest.items() if not any(_inside(words, newest))}
    shown = {words: set(one.elements) for words, one in kept.items()}
    for one in wanted:
        words = folded(one.excerpt.words)
        for whole in (words, *_inside(words, kept)):
            if whole in kept and kept[whole].section == one.section:
                shown[whole] |= one.elements
    return [
        replace(one, elements=frozenset(shown[words]))
        for one in wanted
        if kept.get(words := folded(one.excerpt.words)) is one
    ]


def folded(words: str) -> str:
    """Words without the label, the case and the marks that make no difference.

    >>> folded("P: Add step-downs next visit.") == folded("add step-downs next visit")
    True
    """
    label = _LABEL.match(words)
    bare = words[label.end() :] if label else words
    return " ".join(bare.casefold().split()).rstrip(".;, ")


def _is_better(one: Wanted, other: Wanted) -> bool:
    """Whether a quotation comes in place of another of the same words, which was named earlier."""
    if one.excerpt.place == other.excerpt.place:
        return one.is_at_home and not other.is_at_home
    later = is_later(one.excerpt.dated, other.excerpt.dated)
    return later is not False


def _inside(words: str, others: dict[str, Wanted]) -> Iterator[str]:
    """The longer ones of other words that hold these, from one end of a word to another."""
    for whole in others:
        at = whole.find(words) if len(whole) > len(words) else -1
        while at >= 0:
            before, behind = whole[at - 1 : at] if at else "", whole[at + len(words) :][:1]
            if not (before.isalnum() or behind.isalnum()):
                yield whole
                break
            at = whole.find(words, at + 1)
