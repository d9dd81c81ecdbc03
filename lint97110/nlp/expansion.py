"""Words of a pattern as classes: each stands for itself, or in a phrase with those beside it."""

from collections.abc import Callable, Iterator

from lint97110.nlp.alphabet import literal
from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Word


class Expander:
    """Rewrites patterns without words in them."""

    def __init__(
        self,
        folded: Callable[[str], tuple[str, ...]],
        phrase: Callable[[tuple[str, ...]], tuple[str, ...]],
    ) -> None:
        """Told the folded tokens of a word, and the class of the phrase that some tokens make."""
        self._folded = folded
        self._phrase = phrase

    def expand(self, node: Node) -> Sequence:
        """The same pattern, of classes and gaps alone."""
        parts = node.parts if isinstance(node, Sequence) else (node,)
        return Sequence(tuple(self._parts(parts)))

    def firsts(self, node: Node) -> tuple[frozenset[str], bool]:
        """The classes that a match can start with, and whether it can be empty."""
        match node:
            case Word(text):
                words = self._folded(text)
                return frozenset((literal(words[0]), *self._begun(words))), False
            case Class(names):
                return frozenset(names), False
            case Gap():
                return frozenset(), True
            case Sequence(parts):
                return self._first_of(parts)
            case Choice(options, optional):
                each = [self.firsts(option) for option in options]
                classes = frozenset[str]().union(*(found for found, _ in each))
                return classes, optional or any(empty for _, empty in each)

    def _first_of(self, parts: tuple[Node, ...]) -> tuple[frozenset[str], bool]:
        run, _ = self._words_first(parts)
        found = frozenset(self._begun(run))
        for part in parts:
            classes, empty = self.firsts(part)
            found |= classes
            if not empty:
                return found, False
        return found, True

    def _begun(self, words: tuple[str, ...]) -> Iterator[str]:
        """The classes of the phrases that the first words may have become."""
        for length in range(2, len(words) + 1):
            yield from self._phrase(words[:length])

    def _parts(self, parts: tuple[Node, ...]) -> Iterator[Node]:
        while parts:
            run, parts = self._words_first(parts)
            yield from self._run(run)
            if parts:
                yield self._other(parts[0])
                parts = parts[1:]

    def _words_first(self, parts: tuple[Node, ...]) -> tuple[tuple[str, ...], tuple[Node, ...]]:
        """The words that `parts` begin with, and the rest."""
        run: tuple[str, ...] = ()
        for at, part in enumerate(parts):
            if not isinstance(part, Word):
                return run, parts[at:]
            run += self._folded(part.text)
        return run, ()

    def _run(self, words: tuple[str, ...]) -> tuple[Node, ...]:
        """Words in order, where any stretch of them may stand as the phrase that it is."""
        if not words:
            return ()
        plain = (Class((literal(words[0]),)), *self._run(words[1:]))
        ways = [plain]
        for length in range(2, len(words) + 1):
            phrase = self._phrase(words[:length])
            if phrase:
                ways.append((Class(phrase), *self._run(words[length:])))
        return plain if len(ways) == 1 else (Choice(tuple(Sequence(way) for way in ways)),)

    def _other(self, node: Node) -> Node:
        match node:
            case Choice(options, optional):
                return Choice(tuple(self.expand(option) for option in options), optional)
            case Sequence():
                return self.expand(node)
            case _:
                return node
