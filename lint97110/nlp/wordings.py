"""The words of a pack and of its patterns, filed under their folded tokens."""

from collections.abc import Iterable, Mapping
from functools import cache

from lint97110.language import Term
from lint97110.nlp.alphabet import (
    CASES,
    SHAPES,
    STRANGERS,
    UNKNOWN,
    WORD,
    Alphabet,
    in_order,
    literal,
    shape,
)
from lint97110.nlp.compiled import PlainVocabulary
from lint97110.nlp.crossing import Crossings, in_tokens
from lint97110.nlp.notation import Sequence, Together, words
from lint97110.nlp.phrases import pack
from lint97110.nlp.tokens import folded, key


class Wordings:
    """Everything that a note is compared with, word by word."""

    def __init__(
        self,
        terms: Iterable[Term],
        patterns: Iterable[Sequence | Together],
        kinds: Iterable[str],
        roles: Mapping[str, frozenset[str]],
    ) -> None:
        self.folded = cache(folded)
        self._kinds = list(kinds)
        self._handed_on, self._everyday = roles["words.handed_on"], roles["words.everyday"]
        self._readings: dict[tuple[str, ...], set[str]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._learn(terms, patterns, roles["words.joining"])
        self._sets = in_order(self._every_set())
        self.alphabet = Alphabet(self._sets)

    def _learn(
        self,
        terms: Iterable[Term],
        patterns: Iterable[Sequence | Together],
        joining: frozenset[str],
    ) -> None:
        by_class: dict[str, set[tuple[str, ...]]] = {}
        for term in terms:
            filed = key(term.wording)
            by_class.setdefault(term.cls, set()).add(filed)
            self._readings.setdefault(filed, set()).add(term.cls)
            self._names.setdefault(filed, term.name)
        for pattern in patterns:
            for text in sorted(words(pattern)):
                for word in self.folded(text):
                    self._readings.setdefault((word,), set()).add(literal(word))
        phrases = {filed for filed in self._readings if len(filed) > 1}
        small = {word for name in joining for word in by_class.get(name, ())}
        self.crossings = Crossings(phrases, {c: found - small for c, found in by_class.items()})
        self._learn_phrases(pattern for pattern in patterns if isinstance(pattern, Sequence))
        self._inherit()
        self._leave_unknown()

    def _leave_unknown(self) -> None:
        """Everyday words, that only tell where and with what a thing is done, name nothing."""
        for filed, readings in self._readings.items():
            if len(filed) == 1 and shape(filed[0]) is None:
                classes = {name for name in readings if name != literal(name[1:])}
                if classes and classes <= self._everyday:
                    readings.add(UNKNOWN)

    def _learn_phrases(self, patterns: Iterable[Sequence]) -> None:
        """A phrase of the pack inside the words of a pattern must still be known as those words."""
        for pattern in patterns:
            for node in in_tokens(pattern, self.folded):
                for filed in self.crossings.inside(node):
                    self._readings[filed].add(literal(" ".join(filed)))

    def _inherit(self) -> None:
        """A phrase around a goal still speaks of a goal."""
        for filed, readings in self._readings.items():
            if len(filed) > 1:
                for word in filed:
                    readings.update(self._readings.get((word,), set()) & self._handed_on)

    def _every_set(self) -> list[frozenset[str]]:
        found = [*(frozenset((kind,)) for kind in self._kinds), *SHAPES]
        found += [stranger | case for stranger in STRANGERS for case in CASES]
        for filed, readings in self._readings.items():
            if len(filed) == 1:
                found += _word_sets(filed[0], readings)
            else:
                found.append(frozenset((WORD, *readings)))
        return found

    def plain(self) -> PlainVocabulary:
        """The words and phrases as plain data."""
        distinct = sorted({tuple(sorted(readings)) for readings in self._readings.values()})
        places = {readings: place for place, readings in enumerate(distinct)}
        single = {filed[0]: r for filed, r in self._readings.items() if len(filed) == 1}
        return PlainVocabulary(
            alphabet=[sorted(readings) for readings in self._sets],
            readings=[list(readings) for readings in distinct],
            words={word: places[tuple(sorted(readings))] for word, readings in single.items()},
            names={filed[0]: name for filed, name in self._names.items() if len(filed) == 1},
            phrases=self._phrases(),
            kinds=self._kinds,
        )

    def _phrases(self) -> dict[str, str]:
        by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for filed, readings in self._readings.items():
            if len(filed) > 1:
                char = self.alphabet.char(frozenset((WORD, *readings)))
                by_first.setdefault(filed[0], []).append((filed[1:], char, self._names[filed]))
        return {first: pack(phrases) for first, phrases in by_first.items()}


def _word_sets(word: str, readings: set[str]) -> list[frozenset[str]]:
    form = shape(word)
    if form is not None:
        return [form | readings]
    return [frozenset((WORD, *readings)) | case for case in CASES]
