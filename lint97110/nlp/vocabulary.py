"""The pack's words, compiled: each token and phrase of a note becomes one symbol."""

from collections.abc import Iterable
from dataclasses import dataclass

from lint97110.language import Language
from lint97110.nlp.alphabet import CASES, SHAPES, UNKNOWN, WORD, Alphabet, case_of, literal, shape
from lint97110.nlp.cascade import Symbols
from lint97110.nlp.notation import Sequence, Together, runs, words
from lint97110.nlp.tokens import TherapyTokenizer, columns, fold

_END = ""
_INHERITED = frozenset(
    ("goal_word", "monitor_word", "cue", "today_word", "past_word", "future_word", "home_word")
)
_MOST_WORDS = 40_000
"""spaCy's string store grows with every new word; past this many tokens it is made anew."""


@dataclass(frozen=True, slots=True)
class _Token:
    char: str
    name: str | None
    fold: str


class Vocabulary:
    """Words and phrases with their classes, and the alphabet that stands for them."""

    def __init__(
        self, language: Language, patterns: Iterable[Sequence | Together], kinds: dict[str, frozenset[str]]
    ) -> None:
        self.tokenizer = TherapyTokenizer()
        self._readings: dict[tuple[str, ...], set[str]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._learn(language, patterns)
        self.alphabet = Alphabet(self._sets(kinds))
        self.kind_chars = {kind: self.alphabet.char(classes) for kind, classes in kinds.items()}
        self._phrases = self._trie()
        self._tokens: dict[int, _Token | None] = {}

    def _learn(self, language: Language, patterns: Iterable[Sequence | Together]) -> None:
        for term in language.terms:
            key = self.key(term.wording)
            self._readings.setdefault(key, set()).add(term.cls)
            self._names.setdefault(key, term.name)
        for pattern in patterns:
            for text in words(pattern):
                for word in self.tokenizer.words(text):
                    self._readings.setdefault((word,), set()).add(literal(word))
            for run in runs(pattern):
                self._learn_phrases(tuple(w for text in run for w in self.tokenizer.words(text)))
        self._inherit()

    def _learn_phrases(self, run: tuple[str, ...]) -> None:
        """A phrase of the pack inside the words of a pattern must still be known as those words."""
        for first in range(len(run)):
            for last in range(first + 2, len(run) + 1):
                key = tuple(word for word in run[first:last] if word != "-")
                if len(key) > 1 and key in self._readings:
                    self._readings[key].add(literal(" ".join(key)))

    def _inherit(self) -> None:
        """A phrase around a goal still speaks of a goal."""
        for key, readings in self._readings.items():
            if len(key) > 1:
                for word in key:
                    readings |= self._readings.get((word,), set()) & _INHERITED

    def key(self, wording: str) -> tuple[str, ...]:
        """The folded tokens of a wording without its hyphens: what it is filed under."""
        folded = self.tokenizer.words(wording)
        return tuple(word for word in folded if word != "-") or folded

    def phrase(self, words: tuple[str, ...]) -> str:
        """The character of a phrase of these folded tokens; empty when there is none."""
        key = tuple(word for word in words if word != "-")
        return self.alphabet.members(literal(" ".join(key))) if len(key) > 1 else ""

    def folded(self, text: str) -> tuple[str, ...]:
        """The folded tokens of a word of the pack."""
        return self.tokenizer.words(text)

    def _sets(self, kinds: dict[str, frozenset[str]]) -> list[frozenset[str]]:
        found: list[frozenset[str]] = [*kinds.values(), *SHAPES]
        for case in CASES:
            found.append(frozenset((WORD, UNKNOWN)) | case)
        for key, readings in self._readings.items():
            found += self._word_sets(key[0], readings) if len(key) == 1 else [frozenset((WORD, *readings))]
        return found

    @staticmethod
    def _word_sets(word: str, readings: set[str]) -> list[frozenset[str]]:
        form = shape(word)
        if form is not None:
            return [form | readings]
        return [frozenset((WORD, *readings)) | case for case in CASES]

    def _trie(self) -> dict[str, object]:
        root: dict[str, object] = {}
        for key, readings in self._readings.items():
            if len(key) < 2:
                continue
            node = root
            for word in key:
                node = node.setdefault(word, {})  # type: ignore[assignment]
            node[_END] = (self.alphabet.char(frozenset((WORD, *readings))), self._names.get(key))
        return root

    def _token(self, text: str) -> _Token | None:
        if text.isspace():
            return None
        folded = fold(text)
        readings = self._readings.get((folded,))
        form = shape(folded)
        if form is not None:
            char = self.alphabet.char(form | readings if readings else form)
            return _Token(char, self._names.get((folded,), folded), folded)
        known = (WORD, *readings) if readings else (WORD, UNKNOWN)
        char = self.alphabet.char(frozenset(known) | case_of(text))
        return _Token(char, self._names.get((folded,)), folded)

    def symbols(self, text: str) -> Symbols:
        """The words and phrases of `text` as symbols; the longest phrase wins."""
        if len(self._tokens) > _MOST_WORDS:
            self.tokenizer = TherapyTokenizer()
            self._tokens = {}
        tokens: list[_Token] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self._tokens
        for orth, start, length in columns(self.tokenizer(text)):
            try:
                token = known[orth]
            except KeyError:
                token = known[orth] = self._token(text[start : start + length])
            if token is not None:
                tokens.append(token)
                starts.append(start)
                ends.append(start + length)
        return self._with_phrases(tokens, starts, ends)

    def _with_phrases(self, tokens: list[_Token], starts: list[int], ends: list[int]) -> Symbols:
        root = self._phrases
        chars: list[str] = []
        out_starts: list[int] = []
        out_ends: list[int] = []
        values: list[object] = []
        at, count = 0, len(tokens)
        while at < count:
            token = tokens[at]
            last, char, name = at, token.char, token.name
            node = root.get(token.fold)
            step = at
            while node is not None:
                step += 1
                if step < count and tokens[step].fold == "-" and ends[step - 1] == starts[step]:
                    step += 1
                if step >= count:
                    break
                node = node.get(tokens[step].fold)  # type: ignore[attr-defined]
                if node is not None and _END in node:
                    char, name = node[_END]
                    last = step
            chars.append(char)
            out_starts.append(starts[at])
            out_ends.append(ends[last])
            values.append(name)
            at = last + 1
        return Symbols("".join(chars), out_starts, out_ends, values)  # type: ignore[arg-type]
