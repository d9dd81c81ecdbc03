"""How patterns can begin: which symbols can follow each symbol that a match begins with."""

from collections.abc import Callable, Iterator

from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Word

Chars = frozenset[str]

ANY = ""
"""Stands for every symbol."""

_ANY: Chars = frozenset((ANY,))
_DEPTH = 2


class Opener:
    """Finds the openings of patterns without words in them."""

    def __init__(self, of_class: Callable[[tuple[str, ...]], Chars]) -> None:
        """Told which symbols have one of some classes."""
        self._of_class = of_class

    def of(self, pattern: Sequence) -> set[tuple[Chars, ...]]:
        """The sets of symbols that a pattern can begin with, each with those that can follow."""
        return set(self._openings((pattern,), _DEPTH))

    def _openings(self, nodes: tuple[Node, ...], depth: int) -> Iterator[tuple[Chars, ...]]:
        """The sets of symbols that `nodes` in order can begin with, up to `depth` of them."""
        if not nodes or not depth:
            yield ()
            return
        node, rest = nodes[0], nodes[1:]
        match node:
            case Class(names, slot, most):
                again = _optional(Class(names, slot, most - 1)) if most > 1 else ()
                yield from self._after(self._of_class(names), (*again, *rest), depth)
            case Gap(most):
                yield from self._openings(rest, depth)
                if most:
                    yield from self._after(_ANY, (Gap(most - 1), *rest), depth)
            case Sequence(parts):
                yield from self._openings((*parts, *rest), depth)
            case Choice(options, optional):
                for option in options:
                    yield from self._openings((option, *rest), depth)
                if optional:
                    yield from self._openings(rest, depth)
            case Word():
                raise TypeError("expand the pattern first")

    def _after(
        self, first: Chars, rest: tuple[Node, ...], depth: int
    ) -> Iterator[tuple[Chars, ...]]:
        for tail in set(self._openings(rest, depth - 1)):
            yield (first, *tail)


def _optional(node: Node) -> tuple[Node, ...]:
    return (Choice((Sequence((node,)),), optional=True),)
