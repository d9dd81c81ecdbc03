"""Tokens of therapy text: quantities come apart, identifiers stay whole, offsets stay exact."""

import re
from collections.abc import Iterator

from spacy.attrs import IDX, LENGTH, ORTH
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab

# One alternative a kind of token, most specific first. The pattern tiles every chunk between
# spaces, so that no character is ever lost.
_PIECE = re.compile(
    r"""
      \s+
    | [^\W\d_]{2,}(?:['’][^\W\d_]+)?    # a word: nothing else begins with two letters
    | (?=[\d-]*(?:[5-9]|\d\d))\d{1,2}(?:-\d{1,2}){3,}(?![-\d])  # 2-4-6-8
    | (?=[\d/]*(?:[5-9]|\d\d))\d{1,2}(?:/\d{1,2}){3,}(?![/\d])  # 10/10/8/6
    | (?:(?:[5-9]|[12]\d)-){2}[5-9](?![-\d]) | (?:(?:[5-9]|[12]\d)/){2}[5-9](?![/\d])  # 10/10/8
    | \d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d)            # 3/18/25
    | \d{4}-\d{2}-\d{2}(?!\d)                          # 2025-03-18
    | \d{1,2}-\d{1,2}-(?:\d{4}|\d{2})(?!\d)            # 9-16-2024
    | \d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)          # 16.9.2024
    | \d{1,2}:\d{2}(?!\d)                              # 9:05
    | \d+x(?=sit|STS|sts|chair)                        # 5xSTS: see the tests lexicon
    | \d{1,3}(?:,\d{3})+(?!\d)                         # 1,200
    | \d+\.\d+                                         # 1.5
    | \.\d+                                            # .5
    | (?!\d{4}/\d{4}|9[27]\d{3}/)\d+/\d+(?!\d|/)       # 4/10, 1/2; no 0805/0850, no 97110/26
    | \d*[½¼¾⅓⅔]                                        # 2½
    | (?:9[27]\d{3}|[GS]\d{4})(?!\d)                   # a procedure code
    | [A-Z]\d{1,2}\.\d[\dA-Z]{0,3}                     # M17.11
    | [CTLS]\d{1,2}-(?:[CTLS]?\d{1,2})(?!\d)           # L4-5
    | \d+(?:MWT|mwt|RM|rm|STS|sts)(?![A-Za-z])         # 6MWT
    | \d+wk?\d+(?![A-Za-z\d])                          # 3w6, 2wk8
    | \d+
    | [csp]̄                                            # with, without, after
    | (?:w|s|c|b|o|d|h|r|y)/(?:o|p|u|l|c|e|t|n|i)?(?![A-Za-z\d])  # w/o s/p c/o b/l d/c y/n
    | w/(?:out(?![A-Za-z])|(?!cm)(?=[A-Za-z]{2}))     # w/out; the "with" of w/cues
    | (?:n/a|i/e|f/u|a/p)(?![A-Za-z])
    | [A-Za-z]\.(?:[A-Za-z]\.)+                        # e.g. i.e. p.m.
    | <-?>|->|=>|>=|<=|→|↔|↑|↓
    | [^\W\d_](?:['’][^\W\d_]+)?                       # a letter, or what an apostrophe cuts short
    | _{2,}|\.{2,}|-{2,}|={2,}|\*{2,}
    | .
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)

_SAME = {
    "×": "x",
    "✕": "x",
    "*": "x",
    "–": "-",
    "—": "--",
    "−": "-",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "″": '"',
    "′": "'",
    "``": '"',
    "•": "-",
    "Ø": "ø",
}
MOST_CHUNKS = 40_000  # stretches between spaces whose tokens spaCy remembers
_SHORTEST_PLURAL = 3
_KEEP_S = frozenset(
    (
        *("was", "his", "has", "is", "this", "us", "yes", "as", "its", "does", "goes", "less"),
        *("plus", "thus", "vs", "gas", "bus", "sts", "ss", "pes", "os", "abs", "tens", "sats"),
        *("always", "towards", "across", "perhaps"),
    )
)


def fold(word: str) -> str:
    """The form under which wordings are compared: case, quotes, dashes and the plural fall away.

    >>> [fold(word) for word in ("Squats", "STRETCHES", "biceps", "×", "was")]
    ['squat', 'stretch', 'bicep', 'x', 'was']
    """
    if len(word) == 1:
        return _SAME.get(word, word.lower())
    lowered = word.lower().replace("’", "'")
    lowered = lowered.removesuffix("'s")
    if len(lowered) < _SHORTEST_PLURAL or not lowered.endswith("s") or lowered in _KEEP_S:
        return lowered
    if lowered.endswith(("ss", "us", "is")):
        return lowered
    if lowered.endswith("ies") and len(lowered) > _SHORTEST_PLURAL + 1:
        return lowered[:-3] + "y"
    if lowered.endswith(("sses", "shes", "ches", "xes", "zes")):
        return lowered[:-2]
    return lowered[:-1]


def pieces(chunk: str) -> Iterator[re.Match[str]]:
    """Tile `chunk` with tokens."""
    return _PIECE.finditer(chunk)


def folded(phrase: str) -> tuple[str, ...]:
    """The folded tokens of a wording of the pack."""
    return tuple(fold(piece.group()) for chunk in phrase.split() for piece in pieces(chunk))


def key(wording: str) -> tuple[str, ...]:
    """The folded tokens of a wording without its hyphens: what it is filed under."""
    words = folded(wording)
    return tuple(word for word in words if word != "-") or words


class TherapyTokenizer:
    """spaCy's tokenizer with the tokens of therapy, and nothing of English besides."""

    def __init__(self) -> None:
        """A tokenizer that has seen nothing yet; its vocabulary computes nothing for a word."""
        self._vocab = Vocab()
        self._tokenize = Tokenizer(
            self._vocab, rules={}, infix_finditer=pieces, max_cache_size=MOST_CHUNKS
        )

    def columns(self, text: str) -> tuple[list[int], list[int], list[int]]:
        """The tokens of `text`: the ORTH of each, its offset, its length."""
        found = self._tokenize(text).to_array([ORTH, IDX, LENGTH])
        orths, starts, lengths = found.T.tolist()
        return orths, starts, lengths

    def word(self, orth: int) -> str:
        """The word of an ORTH."""
        return self._vocab.strings[orth]
