"""Patterns of the pack become small regular expressions over the alphabet."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lint97110.language import Pattern
from lint97110.nlp.alphabet import BOUND, Alphabet, literal, ranges
from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Together, Word

PhraseFinder = Callable[[tuple[str, ...]], str]
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

    def __init__(self, alphabet: Alphabet, words: Folder, phrase: PhraseFinder) -> None:
        self._alphabet = alphabet
        self._words = words
        self._phrase = phrase

    def kind(self, kind: str, sequences: Iterable[Sequence]) -> KindPattern:
        """One expression for all `sequences`; the one that can reach farthest is tried first."""
        ordered = sorted(sequences, key=self._reach, reverse=True)
        slots: list[str] = []
        sources = [self._source(sequence, slots) for sequence in ordered]
        firsts = frozenset().union(*(self._firsts(sequence)[0] for sequence in ordered))
        return KindPattern(kind, "|".join(f"(?:{source})" for source in sources), tuple(slots), firsts)

    def _set(self, names: Iterable[str]) -> str:
        return self._alphabet.members(*names)

    def _source(self, node: Node, slots: list[str]) -> str:
        match node:
            case Word(text):
                return self._run(self._words(text))
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
                return self._sequence(parts, slots)
            case Choice(options, optional):
                inside = "|".join(self._source(option, slots) for option in options)
                return f"(?:{inside})" + ("?" if optional else "")

    def _sequence(self, parts: tuple[Node, ...], slots: list[str]) -> str:
        """The parts in order; words that stand side by side may have become one phrase."""
        found: list[str] = []
        run: list[str] = []
        for part in parts:
            if isinstance(part, Word):
                run += self._words(part.text)
                continue
            found.append(self._run(tuple(run)))
            run = []
            found.append(self._source(part, slots))
        return "".join([*found, self._run(tuple(run))])

    def _run(self, words: tuple[str, ...]) -> str:
        """Words in order, where any stretch of them may stand as the phrase that it is."""
        if not words:
            return ""
        chars = self._set((literal(words[0]),))
        ways = [(f"[{ranges(chars)}]" if chars else _NEVER) + self._run(words[1:])]
        for length in range(2, len(words) + 1):
            phrase = self._phrase(words[:length])
            if phrase:
                ways.append(f"[{phrase}]" + self._run(words[length:]))
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"

    def _firsts(self, node: Node) -> tuple[frozenset[str], bool]:
        """The characters that a match can start with, and whether it can be empty."""
        match node:
            case Word(text):
                words = self._words(text)
                phrases = (self._phrase(words[:n]) for n in range(2, len(words) + 1))
                first = self._set((literal(words[0]),))
                return frozenset((*first, *(char for chars in phrases for char in chars))), False
            case Class(names, _, _):
                return frozenset(self._set(names)), False
            case Gap():
                return frozenset(), True
            case Sequence(parts):
                found = self._first_phrases(parts)
                for part in parts:
                    chars, empty = self._firsts(part)
                    found |= chars
                    if not empty:
                        return found, False
                return found, True
            case Choice(options, optional):
                each = [self._firsts(option) for option in options]
                return frozenset().union(*(c for c, _ in each)), optional or any(e for _, e in each)

    def _first_phrases(self, parts: tuple[Node, ...]) -> frozenset[str]:
        """The phrases that the first words of a sequence may have become."""
        run: list[str] = []
        for part in parts:
            if not isinstance(part, Word):
                break
            run += self._words(part.text)
        phrases = (self._phrase(tuple(run[:length])) for length in range(2, len(run) + 1))
        return frozenset(char for chars in phrases for char in chars)

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
