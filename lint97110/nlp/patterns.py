"""Patterns of the pack become small regular expressions, one for each kind of fact.

See KindPattern for what they are written in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from lint97110.nlp.alphabet import Alphabet, ranges, runs_of
from lint97110.nlp.compiled import PlainKind
from lint97110.nlp.crossing import Crossings
from lint97110.nlp.expansion import Expander, firsts
from lint97110.nlp.kind_pattern import FIRST_LETTER
from lint97110.nlp.notation import Choice, Class, Gap, Node, Sequence, Word
from lint97110.nlp.openings import ANY, Opener

_NEVER = "(?!)"
_HOW_OFTEN = {"exercise": 50, "function_word": 1_000, "number": 5_000, "punctuation": 50_000}
"""How often a symbol of a class is met, against one of other classes, by and large."""
_OF_A_QUANTITY = 5_000


class PatternCompiler:
    """Turns parsed notation into expressions over one alphabet."""

    def __init__(
        self,
        alphabet: Alphabet,
        words: Callable[[str], tuple[str, ...]],
        crossings: Crossings,
    ) -> None:
        """Told the folded tokens of a word, and where phrases cross from part to part."""
        self._alphabet = alphabet
        self._words = words
        self._expander = Expander(words, crossings)
        self._how_often = {_OF_A_QUANTITY: alphabet.alone()}
        for name, often in _HOW_OFTEN.items():
            mask = alphabet.mask(name)
            self._how_often = {n: each & ~mask for n, each in self._how_often.items()}
            self._how_often[often] = self._how_often.get(often, 0) | mask

    def kind(self, kind: str, sequences: Iterable[Sequence]) -> PlainKind:
        """One expression for all `sequences`, each looked for ahead of the same place.

        The longest match wins; of two as long, that of the pattern that can reach farthest.
        """
        ordered = sorted(sequences, key=self._reach, reverse=True)
        expanded = [self._expander.expand(each) for each in ordered]
        used = {names for each in expanded for names in _classes(each)}
        masks = {names: self._alphabet.mask(*names) for names in used}
        groups = _groups(set(masks.values()))
        begun = tuple(sorted({name for each in expanded for name in firsts(each)[0]}))
        masks[begun] = self._alphabet.mask(*begun)
        writer = _Writer(masks, groups, self._how_often)
        sources, slots = zip(*map(writer.source_and_slots, expanded), strict=True)
        return PlainKind(
            kind=kind,
            sources=list(sources),
            starts=[writer.starts(each) for each in expanded],
            slots=list(slots),
            reach=max(self._reach(sequence) for sequence in ordered),
            groups=list(map(self._alphabet.ranges_of, groups)),
            begins=writer.letters(begun),
            needs=[writer.needs(each) for each in expanded],
        )

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


class _Writer:
    """Writes the patterns of one kind, without words in them, in the kind's own letters."""

    def __init__(
        self,
        masks: Mapping[tuple[str, ...], int],
        groups: list[int],
        how_often: Mapping[int, int],
    ) -> None:
        """Told the symbols of some classes, of each letter, and of each weight, as bits."""
        self._slots: list[str] = []
        letters = [(group, chr(at)) for at, group in enumerate(groups, FIRST_LETTER)]
        by_first = {(group & -group).bit_length() - 1: letter for group, letter in letters}
        firsts = reduce(or_, (group & -group for group in groups), 0)
        self._classes = {
            names: frozenset(by_first[at] for run in runs_of(mask & firsts) for at in range(*run))
            for names, mask in masks.items()
        }
        self._sources = {names: _one_of(letters) for names, letters in self._classes.items()}
        self._weights = {letter: _weight(group, how_often) for group, letter in letters}
        self._all = frozenset(self._weights)

    def letters(self, names: tuple[str, ...]) -> str:
        """The letters of some classes, in order."""
        return "".join(sorted(self._classes[names]))

    def starts(self, sequence: Sequence) -> list[tuple[str | None, str | None]]:
        """The letters that a pattern can begin with, each set with those that can follow."""
        openings = Opener(self._classes.__getitem__).of(sequence)
        return sorted(
            ((_letters(first), _letters(*second)) for first, *second in openings), key=repr
        )

    def needs(self, sequence: Sequence) -> str:
        """Letters of which every match of a pattern has one: those that are rarest in notes."""
        return "".join(sorted(self._rarest(sequence) or self._all))

    def _rarest(self, node: Node) -> frozenset[str] | None:
        """The rarest letters of which a match must have one; None where it can do without."""
        match node:
            case Class(names):
                return self._classes[names]
            case Sequence(parts):
                each = [found for part in parts if (found := self._rarest(part)) is not None]
                return min(each, key=self._weight, default=None)
            case Choice(options, False):
                ways = [self._rarest(option) for option in options]
                sure = [way for way in ways if way is not None]
                return frozenset[str]().union(*sure) if len(sure) == len(ways) else None
            case _:
                return None

    def _weight(self, letters: frozenset[str]) -> int:
        return sum(self._weights[letter] for letter in letters)

    def source_and_slots(self, sequence: Sequence) -> tuple[str, list[str]]:
        """The expression of a pattern, and the names of its groups."""
        self._slots = []
        return self._source(sequence), self._slots

    def _source(self, node: Node) -> str:
        match node:
            case Class(names, slot, most):
                source = self._sources[names]
                source += f"{{1,{most}}}" if most > 1 else ""
                if slot is None:
                    return source
                self._slots.append(slot)
                return f"({source})"
            case Gap(most):
                return f".{{0,{most}}}?"
            case Sequence(parts):
                return "".join(map(self._source, parts))
            case Choice(options, optional):
                return f"(?:{'|'.join(map(self._source, options))})" + ("?" if optional else "")
            case Word():
                raise TypeError("expand the pattern first")


def _letters(letters: frozenset[str] = frozenset((ANY,))) -> str | None:
    """Letters as they are kept; None for any letter, and where nothing need follow."""
    return None if ANY in letters else "".join(sorted(letters))


def _one_of(letters: frozenset[str]) -> str:
    return f"[{ranges(sorted(letters))}]" if letters else _NEVER


def _weight(group: int, how_often: Mapping[int, int]) -> int:
    """How often any of some symbols is met; once, where nothing else is said of one."""
    more = ((often - 1) * (group & symbols).bit_count() for often, symbols in how_often.items())
    return group.bit_count() + sum(more)


def _classes(node: Node) -> Iterator[tuple[str, ...]]:
    """The names of each class of a pattern."""
    match node:
        case Class(names):
            yield names
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _classes(part)
        case _:
            pass


def _groups(sets: Iterable[int]) -> list[int]:
    """The symbols that stand in the same sets, together, by the first symbol of each group."""
    groups: list[int] = []
    known = 0
    for chars in sets:
        inside = [group & chars for group in groups]
        outside = [group ^ part for group, part in zip(groups, inside, strict=True) if part]
        kept = [part or group for group, part in zip(groups, inside, strict=True)]
        groups = [*kept, *filter(None, (*outside, chars & ~known))]
        known |= chars
    return sorted(groups, key=lambda group: group & -group)
