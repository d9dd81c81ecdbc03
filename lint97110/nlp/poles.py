"""Opposites on both sides of a slash, one of which was to be chosen: "Denies/reports falls"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lint97110.model import Span
from lint97110.nlp.kept_options import CHOSEN, QUOTED, VALUES
from lint97110.nlp.mentions import Mentions

_BEFORE = re.compile(r"(?<![\w/])(?P<word>[a-z-]+) ?$")
_NOT = re.compile(
    r" ?(?P<not>(?:did|does|do|was|were|is|are|has|had|can|could|will) ?n[o']t) [a-z]+"
)
_BEHIND = re.compile(r" ?(?P<word>[a-z-]+)(?P<more>(?: ?/ ?[a-z-]+)*)(?![\w/])")
_POLES = ("poles.more", "poles.less", "poles.same", "poles.so", "poles.not_so")
_LONGEST = 24


def kept_opposites(mentions: Mentions, apart: Sequence[Span]) -> Iterator[Span]:
    """Opposites that a slash joins, but for those that stand in what is said apart."""
    text, sets = mentions.small, mentions.lexicon.sets
    at = text.find("/")
    while at >= 0:
        first = _BEFORE.search(text, max(0, at - _LONGEST), at)
        second = _second(text, at + 1) if first else None
        if first and second and _are_options(first["word"], second, sets):
            span = Span(first.start("word"), second.end())
            line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
            is_said = VALUES.match(line) or CHOSEN.match(text, span.end) or QUOTED.search(line)
            is_apart = mentions.is_quoted(span.start) or any(span.overlaps(e) for e in apart)
            if not (is_said or is_apart):
                yield span
        at = text.find("/", at + 1)


def _second(text: str, start: int) -> re.Match[str] | None:
    """What stands behind a slash: a verb that is denied, or a word with more of them."""
    return _NOT.match(text, start) or _BEHIND.match(text, start)


def _are_options(first: str, second: re.Match[str], sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether a writer was to choose: of opposites, of grades, or whether it was so at all."""
    told = second.groupdict()
    if "not" in told:  # "tolerated/did not tolerate"
        return first not in _JOINS
    words = [first, told["word"], *filter(None, _WORDS.split(told["more"]))]
    grades = sets["poles.grades"]
    return _are_opposite(first, told["word"], sets) or (
        len(words) >= _FEWEST_GRADES and all(word in grades for word in words)
    )


_JOINS = frozenset(("and", "or"))
_WORDS = re.compile(r"[ /]+")
_FEWEST_GRADES = 3  # "cga/sba/independent"; two of them are a range


def _are_opposite(first: str, second: str, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of two words says more and the other less, or one that it is so and one not."""
    poles = [{name for name in _POLES if word in sets[name]} for word in (first, second)]
    one, other = poles
    if not (one and other) or one & other:
        return False
    return any(
        (one <= some and other <= rest) or (other <= some and one <= rest)
        for some, rest in _OPPOSITES
    )


_OPPOSITES = (
    ({"poles.more"}, {"poles.less"}),
    ({"poles.more", "poles.less"}, {"poles.same"}),
    ({"poles.so"}, {"poles.not_so", "poles.less"}),
)
"""More and less, or a change and none; but "decreased/absent" and "improved/normal" are one."""
