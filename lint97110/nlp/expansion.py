"""Words of a pattern as classes: each stands for itself, or in a phrase with those beside it."""

from collections.abc import Callable

from lint97110.nlp.alphabet import literal
from lint97110.nlp.crossing import Crossings, Parts, Words, in_tokens
from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Word


class Expander:
    """Rewrites patterns without words in them."""

    def __init__(self, folded: Callable[[str], Words], crossings: Crossings) -> None:
        """Told the folded tokens of a word, and where phrases cross from part to part."""
        self._folded = folded
        self._crossings = crossings

    def expand(self, node: Node) -> Sequence:
        """The same pattern, of classes and gaps alone."""
        parts = node.parts if isinstance(node, Sequence) else (node,)
        return Sequence(self._parts(tuple(t for p in parts for t in in_tokens(p, self._folded))))

    def _parts(self, parts: Parts) -> Parts:
        """Parts in order, where those that a phrase joins have a way for each phrase."""
        found: list[Node] = []
        at = 0
        while at < len(parts):
            end = self._joined(parts, at)
            found += self._ways(parts[at:end])
            at = end
        return tuple(found)

    def _joined(self, parts: Parts, at: int) -> int:
        """Where the parts end that phrases join to the one at `at`."""
        end = at + 1
        while at < end:
            ends = (each.ends for each in self._crossings.of(parts[at], parts[at + 1 :]))
            end = max(end, at + 1 + max(ends, default=0))
            at += 1
        return end

    def _ways(self, parts: Parts) -> Parts:
        """A part alone, or joined parts: the first by itself, or a phrase that begins in it."""
        first, rest = parts[0], parts[1:]
        if not rest:
            return (self._alone(first),)
        phrases: dict[tuple[Parts, Parts], list[str]] = {}
        for before, words, ends, left in self._crossings.of(first, rest):
            names = phrases.setdefault((before, (*left, *rest[ends:])), [])
            names.append(literal(" ".join(words)))
        ways = [(self._alone(first), *self._parts(rest))]
        for (before, behind), names in phrases.items():
            one_of = Class(tuple(dict.fromkeys(names)))
            ways.append((*self._parts(before), one_of, *self._parts(behind)))
        return (Choice(tuple(map(Sequence, ways))),) if phrases else ways[0]

    def _alone(self, node: Node) -> Node:
        match node:
            case Word(text):
                return Class((literal(text),))
            case Choice(options, optional):
                return Choice(tuple(Sequence(self._parts(o.parts)) for o in options), optional)
            case Sequence(parts):
                return Sequence(self._parts(parts))
            case _:
                return node


def firsts(node: Node) -> tuple[frozenset[str], bool]:
    """The classes that a match can start with, and whether it can be empty; without words."""
    match node:
        case Class(names):
            return frozenset(names), False
        case Sequence(parts):
            found: frozenset[str] = frozenset()
            for part in parts:
                classes, empty = firsts(part)
                found |= classes
                if not empty:
                    return found, False
            return found, True
        case Choice(options, optional):
            each = [firsts(option) for option in options]
            classes = frozenset[str]().union(*(found for found, _ in each))
            return classes, optional or any(empty for _, empty in each)
        case Gap():
            return frozenset(), True
        case Word():
            raise TypeError("expand the pattern first")
