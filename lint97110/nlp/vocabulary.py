"""The pack's words at work: each token and phrase of a note becomes one symbol."""

from collections.abc import Callable
from functools import cached_property
from itertools import compress
from operator import add, itemgetter
from typing import cast

from lint97110.nlp.alphabet import WORD, Alphabet, case_of, shape, stranger
from lint97110.nlp.cascade import Symbols, Value
from lint97110.nlp.compiled import PlainVocabulary
from lint97110.nlp.phrases import NEXT, Tree, unpack
from lint97110.nlp.spelling import SHORTEST, Spelling
from lint97110.nlp.tokens import TherapyTokenizer, fold, key

MOST_TOKENS = 40_000
MOST_TEXT = 8_000_000
"""spaCy's string store and cache grow with every new word; past this they are made anew."""

_Token = tuple[str, str | None, str, Tree | None]
"""A token's symbol, its canonical name, how a phrase goes on with it, the phrases it begins."""

_CHAR, _NAME, _TREE = itemgetter(0), itemgetter(1), itemgetter(3)
_HYPHEN = NEXT + "-"


class _Tokens(dict[int, _Token | None]):
    """The tokens met so far, by their ORTH; None for spaces."""

    def __init__(self, word: Callable[[int], str], token: Callable[[str], _Token]) -> None:
        super().__init__()
        self._word = word
        self._token = token

    def __missing__(self, orth: int) -> _Token | None:
        word = self._word(orth)
        token = self[orth] = None if word.isspace() else self._token(word)
        return token


class Vocabulary:
    """Words and phrases with their classes, and the alphabet that stands for them."""

    def __init__(self, plain: PlainVocabulary) -> None:
        """Take over the words that were compiled; nothing of them is copied."""
        self.alphabet = Alphabet(frozenset(readings) for readings in plain["alphabet"])
        self.kind_chars = {kind: self.alphabet.char(frozenset((kind,))) for kind in plain["kinds"]}
        self._words = plain["words"]
        self._readings = [frozenset(readings) for readings in plain["readings"]]
        self._names = plain["names"]
        self._packed = plain["phrases"]
        self._phrases: dict[str, Tree] = {}
        self._start_anew()

    @property
    def remembered(self) -> int:
        """How many tokens are remembered from the notes before."""
        return len(self._tokens)

    def key(self, wording: str) -> tuple[str, ...]:
        """The folded tokens of a wording without its hyphens: what it is filed under."""
        return key(wording)

    def symbol(self, text: str) -> str:
        """The symbol of a token that begins no phrase."""
        return self._token(text)[0]

    def symbols(self, text: str) -> Symbols:
        """The words and phrases of `text` as symbols; the longest phrase wins."""
        if len(self._tokens) > MOST_TOKENS or self._text_seen > MOST_TEXT:
            self._start_anew()
        self._text_seen += len(text)
        orths, starts, lengths = self._tokenizer.columns(text)
        ends = list(map(add, starts, lengths))
        tokens = list(map(self._tokens.__getitem__, orths))
        spaces = [at for at, token in enumerate(tokens) if token is None]
        lines = {
            at - before  # where it stands when the spaces are gone
            for before, at in enumerate(spaces)
            if "\n" in text[starts[at] : ends[at]] and not text[ends[at] : ends[at] + 1].islower()
        }
        for at in reversed(spaces):
            del tokens[at], starts[at], ends[at]
        return _with_phrases(cast(list[_Token], tokens), starts, ends, lines)

    def _start_anew(self) -> None:
        self._tokenizer = TherapyTokenizer()
        self._tokens = _Tokens(self._tokenizer.word, self._token)
        self._text_seen = 0

    def _token(self, text: str) -> _Token:
        folded = fold(text)
        form = shape(folded)
        place = self._words.get(folded)
        if form is None and place is None and self._may_be_slip(text, folded):
            folded = self._spelling.near(folded) or folded
            place = self._words.get(folded)
        readings = frozenset() if place is None else self._readings[place]
        if form is not None:
            char, name = self.alphabet.char(form | readings), self._names.get(folded, folded)
            return char, name, NEXT + folded, self._phrases_after(folded)
        known = frozenset((WORD, *readings)) if readings else stranger(folded)
        char = self.alphabet.char(known | case_of(text))
        return char, self._names.get(folded), NEXT + folded, self._phrases_after(folded)

    def _may_be_slip(self, text: str, folded: str) -> bool:
        """Whether a word that nobody knows is long enough for a slip, and no name."""
        is_name = text[0].isupper() and not text.isupper()
        return len(folded) >= SHORTEST and not is_name and folded not in self._packed

    @cached_property
    def _spelling(self) -> Spelling:
        return Spelling((*self._words, *self._packed))

    def _phrases_after(self, first: str) -> Tree | None:
        if first not in self._phrases and first in self._packed:
            self._phrases[first] = unpack(self._packed[first])
        return self._phrases.get(first)


def _with_phrases(
    tokens: list[_Token], starts: list[int], ends: list[int], lines: set[int]
) -> Symbols:
    """The tokens with phrases as one symbol; `lines` are the tokens that begin a line anew."""
    chars = list(map(_CHAR, tokens))
    values: list[Value] = list(map(_NAME, tokens))
    phrases: list[tuple[int, int]] = []
    free = 0
    begins = compress(range(len(tokens) - 1), map(_TREE, tokens))
    for at in begins:
        if at < free:
            continue
        tree, step = tokens[at][3], tokens[at + 1][2]
        if tree is None or (step not in tree and step != _HYPHEN):
            continue
        last, char, name = _longest(tokens, starts, ends, at, lines)
        if last > at:
            chars[at], values[at], ends[at] = char, name, ends[last]
            phrases.append((at + 1, last + 1))
            free = last + 1
    for first, last in reversed(phrases):
        del chars[first:last], values[first:last], starts[first:last], ends[first:last]
    return Symbols("".join(chars), starts, ends, values)


def _longest(
    tokens: list[_Token], starts: list[int], ends: list[int], at: int, lines: set[int]
) -> tuple[int, str, str | None]:
    """Where the longest phrase ends that begins at `at`, its symbol and name; or the token's."""
    char, name, _, tree = tokens[at]
    last, step, count = at, at + 1, len(tokens)
    path = ""
    while tree is not None and step < count:
        if step in lines:
            break
        if tokens[step][2] == _HYPHEN and ends[step - 1] == starts[step]:
            step += 1
            if step >= count:
                break
        path += tokens[step][2]
        if path not in tree:
            break
        found = tree[path]
        if found is not None:
            last, (char, name) = step, found
        step += 1
    return last, char, name
