"""Patterns of the pack become small regular expressions over the alphabet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lint97110.language import Pattern
from lint97110.nlp.alphabet import BOUND, Alphabet, literal, ranges
from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Together, Word

Folder = Callable[[str], tuple[str, ...]]

_NEVER = "(?!)"


@dataclass(slots=True)
class KindPattern:
    """All sequences of one kind of fact, as one expression that is compiled when first needed."""

    kind: str
    source: str
    slots: tuple[str, ...]
    firsts: frozenset[str]
    _compiled: "re.Pattern[str] | None" = field(default=None, repr=False)

    def match(self, chars: str, at: int) -> "re.Match[str] | None":
        """The match that starts at `at`, if there is one."""
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled.match(chars, at)


class PatternCompiler:
    """Turns parsed notation into expressions over one alphabet."""

    def __init__(self, alphabet: Alphabet, words: Folder) -> None:
        self._alphabet = alphabet
        self._words = words

    def kind(self, kind: str, sequences: Iterable[Sequence]) -> KindPattern:
        """One expression for all `sequences`; the one that can reach farthest is tried first."""
        ordered = sorted(sequences, key=self._reach, reverse=True)
        slots: list[str] = []
        sources = [self._source(sequence, slots) for sequence in ordered]
        firsts = frozenset().union(*(self._firsts(sequence)[0] for sequence in ordered))
        return KindPattern(kind, "|".join(f"(?:{source})" for source in sources), tuple(slots), firsts)

    def _set(self, names: Iterable[str]) -> str:
        return self._alphabet.members(*names)

    def _word_sets(self, text: str) -> list[str]:
        return [self._set((literal(word),)) for word in self._words(text)]

    def _source(self, node: Node, slots: list[str]) -> str:
        match node:
            case Word(text):
                return "".join(f"[{ranges(chars)}]" if chars else _NEVER for chars in self._word_sets(text))
            case Class(names, slot, most):
                chars = self._set(names)
                source = f"[{ranges(chars)}]" if chars else _NEVER
                source += f"{{1,{most}}}" if most > 1 else ""
                if slot is None:
                    return source
                slots.append(slot)
                return f"({source})"
            case Gap(most):
                return f"[^{BOUND}]{{0,{most}}}?"
            case Sequence(parts):
                return "".join(self._source(part, slots) for part in parts)
            case Choice(options, optional):
                inside = "|".join(self._source(option, slots) for option in options)
                return f"(?:{inside})" + ("?" if optional else "")

    def _firsts(self, node: Node) -> tuple[frozenset[str], bool]:
        """The characters that a match can start with, and whether it can be empty."""
        match node:
            case Word(text):
                return frozenset(self._word_sets(text)[0]), False
            case Class(names, _, _):
                return frozenset(self._set(names)), False
            case Gap():
                return frozenset(), True
            case Sequence(parts):
                found: frozenset[str] = frozenset()
                for part in parts:
                    chars, empty = self._firsts(part)
                    found |= chars
                    if not empty:
                        return found, False
                return found, True
            case Choice(options, optional):
                each = [self._firsts(option) for option in options]
                return frozenset().union(*(c for c, _ in each)), optional or any(e for _, e in each)

    def _reach(self, node: Node) -> int:
        """How many symbols a match can take at the most."""
        match node:
            case Word(text):
                return len(self._words(text))
            case Class(_, _, most) | Gap(most):
                return most
            case Sequence(parts):
                return sum(self._reach(part) for part in parts)
            case Choice(options, _):
                return max(self._reach(option) for option in options)


@dataclass(frozen=True, slots=True)
class Bag:
    """A kind of fact whose classes stand together in a statement, as bit masks."""

    kind: str
    within: str
    trigger: str
    wanted: tuple[int, ...]
    barred: int


def bag(pattern: Pattern, together: Together, bits: dict[str, int], members: Callable[..., str]) -> Bag:
    """Turn `together` into masks; the first class is the trigger that places the fact."""
    wanted = tuple(sum(bits.get(name, 0) for name in names) for names in together.all_of)
    barred = sum(bits.get(name, 0) for name in together.none_of)
    return Bag(pattern.kind, pattern.within, members(*together.all_of[0]), wanted, barred)
