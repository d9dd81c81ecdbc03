"""Which entries of a pack's language some sentences prove: its patterns, its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lint97110.language import LEVELS, REPLACING, Language, Pattern, Term
from lint97110.nlp.cascade import LevelMatcher, replaced
from lint97110.nlp.compiled import PlainBag, PlainKind
from lint97110.nlp.compiler import compile_apart
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.kind_pattern import KindPattern
from lint97110.nlp.reading import read
from lint97110.nlp.shapes import Reduced
from lint97110.nlp.together import bag


@dataclass(frozen=True, slots=True)
class Unproved:
    """Patterns that never matched, and words that nobody wrote."""

    patterns: tuple[Pattern, ...]
    terms: tuple[Term, ...]


def unproved(language: Language, grammar: Grammar, texts: Iterable[str]) -> Unproved:
    """What of `language` is in none of `texts`; `grammar` is compiled from it."""
    statements: dict[str, Reduced] = {}
    written: set[tuple[str, ...]] = set()
    for text in texts:
        grammar.reductions.clear()
        read(text, grammar)
        statements.update(grammar.reductions)
        symbols = grammar.vocabulary.symbols(text)
        stretches = zip(symbols.starts, symbols.ends, strict=True)
        written.update(grammar.vocabulary.key(text[start:end]) for start, end in stretches)
    seen = _Seen(grammar, statements)
    patterns = [p for level, p, plain in compile_apart(language) if not seen.has(level, plain)]
    terms = [term for term in language.terms if grammar.vocabulary.key(term.wording) not in written]
    return Unproved(tuple(patterns), tuple(terms))


class _Seen:
    """What each level of the cascade saw of some statements."""

    def __init__(self, grammar: Grammar, statements: Mapping[str, Reduced]) -> None:
        self._grammar = grammar
        shapes = [reduced.shape for reduced in statements.values()]
        self._masks = {m for shape in shapes for m in (shape.mask, *shape.clauses)}
        self._inputs: dict[str, set[str]] = {level: set() for level in LEVELS}
        for chars, reduced in statements.items():
            self._add(chars, reduced)

    def _add(self, chars: str, reduced: Reduced) -> None:
        steps = reduced.steps or ((),) * len(REPLACING)
        for level, matches in zip(
            (each for each in LEVELS if each in REPLACING), steps, strict=True
        ):
            self._inputs[level].add(chars)
            chars = replaced(chars, matches, self._grammar.vocabulary.kind_chars)
        for level in LEVELS:
            if level not in REPLACING:
                self._inputs[level].add(chars)

    def has(self, level: str, plain: PlainKind | PlainBag) -> bool:
        """Whether a pattern matches anything that its level saw."""
        if "all_of" in plain:
            return self._stand(plain)
        matcher = LevelMatcher((KindPattern.of(plain),))
        return any(matcher.every(chars) for chars in self._inputs[level])

    def _stand(self, plain: PlainBag) -> bool:
        one = bag(plain, self._grammar.bits, self._grammar.vocabulary.alphabet.members)
        return any(one.stands(mask) for mask in self._masks)
