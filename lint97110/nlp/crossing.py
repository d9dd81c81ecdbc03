"""Where the words of a pattern, one behind the other, make a phrase that the pack knows.

The longest phrase becomes one symbol, whatever a pattern says of its words: "(told|asked) to rest"
must match "asked to rest" also where "asked to" is a phrase of the lexicon. The words of such a
phrase may lie in different parts of the pattern: in a choice, and behind it.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from lint97110.nlp.notation import Choice, Node, Sequence, Word

Words = tuple[str, ...]
Parts = tuple[Node, ...]

_HYPHEN = "-"  # a phrase is filed without it


class Crossing(NamedTuple):
    """A phrase that begins inside a part and ends in a later one.

    `before` is what comes before it in its own part, `ends` tells how many parts behind that one
    the phrase ends, and `left` is what it leaves of the part that it ends in.
    """

    before: Parts
    words: Words
    ends: int
    left: Parts


def in_tokens(node: Node, folded: Callable[[str], Words]) -> Parts:
    """The same with a word for each folded token."""
    match node:
        case Word(text):
            return tuple(Word(token) for token in folded(text))
        case Sequence(parts):
            return (Sequence(_all_in_tokens(parts, folded)),)
        case Choice(options, optional):
            each = (Sequence(_all_in_tokens(option.parts, folded)) for option in options)
            return (Choice(tuple(each), optional),)
        case _:
            return (node,)


def _all_in_tokens(parts: Parts, folded: Callable[[str], Words]) -> Parts:
    return tuple(token for part in parts for token in in_tokens(part, folded))


def begun(phrases: Collection[Words]) -> frozenset[Words]:
    """The words that phrases of several words begin with, short of their last."""
    return frozenset(each[:end] for each in phrases for end in range(1, len(each)))


class Crossings:
    """Finds the phrases that cross from one part of a pattern into the next."""

    def __init__(self, begins: Collection[Words], is_phrase: Callable[[Words], bool]) -> None:
        """Told which words a phrase begins with, and which are one."""
        self._begins = begins
        self._is_phrase = is_phrase

    def of(self, first: Node, rest: Parts) -> Iterator[Crossing]:
        """Those that begin in `first` and end in `rest`."""
        for before, inner in _starts(first):
            for words, ends, left in self._ahead(inner, rest, (), 0):
                yield Crossing(before, words, ends, left)

    def inside(self, node: Node) -> Iterator[Words]:
        """The words of every phrase that lies in a pattern, or in a part of it."""
        match node:
            case Sequence(parts):
                for at, part in enumerate(parts):
                    yield from self.inside(part)
                    yield from (each.words for each in self.of(part, parts[at + 1 :]))
            case Choice(options, _):
                for option in options:
                    yield from self.inside(option)
            case _:
                pass

    def _ahead(
        self, inner: Parts, rest: Parts, words: Words, ends: int
    ) -> Iterator[tuple[Words, int, Parts]]:
        """The phrases that go on from `words`, through what is left inside and on into `rest`."""
        if words and words not in self._begins:
            return
        if not inner:
            if rest:
                yield from self._ahead(rest[:1], rest[1:], words, ends + 1)
            return
        part, behind = inner[0], inner[1:]
        match part:
            case Word(text):
                told = words if words and text == _HYPHEN else (*words, text)
                if ends and told is not words and self._is_phrase(told):
                    yield told, ends, behind
                yield from self._ahead(behind, rest, told, ends)
            case Sequence(parts):
                yield from self._ahead((*parts, *behind), rest, words, ends)
            case Choice(options, optional):
                for option in options:
                    yield from self._ahead((*option.parts, *behind), rest, words, ends)
                if optional:
                    yield from self._ahead(behind, rest, words, ends)
            case _:
                pass  # what stands for many words ends every phrase


def _starts(node: Node) -> Iterator[tuple[Parts, Parts]]:
    """Where a phrase can begin in a part: what comes before it, and the part from there on."""
    match node:
        case Word():
            yield (), (node,)
        case Sequence(parts):
            for at, part in enumerate(parts):
                for before, inner in _starts(part):
                    yield (*parts[:at], *before), (*inner, *parts[at + 1 :])
        case Choice(options, _):
            for option in options:
                yield from _starts(option)
        case _:
            pass
