"""Where the words of a pattern, one behind the other, make a phrase that the pack knows.

The longest phrase becomes one symbol, whatever a pattern says of its words: "(told|asked) to rest"
must match "asked to rest" also where "asked to" is a phrase of the lexicon. The words of such a
phrase may lie in different parts of the pattern: in a choice, and behind it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from lint97110.nlp.notation import Choice, Class, Node, Sequence, Word

Words = tuple[str, ...]
Parts = tuple[Node, ...]

_HYPHEN = "-"  # a phrase is filed without it
_NOTHING = Sequence(())


class Crossing(NamedTuple):
    """A phrase that begins inside a part and ends in a later one.

    `before` is what comes before it in its own part, `ends` tells how many parts behind that one
    the phrase ends, and `left` is what it leaves of the part that it ends in.
    """

    before: Parts
    words: Words
    ends: int
    left: Parts


def in_tokens(node: Node, folded: Callable[[str], Words]) -> Parts:
    """The same with a word for each folded token."""
    match node:
        case Word(text):
            return tuple(Word(token) for token in folded(text))
        case Sequence(parts):
            return (Sequence(_all_in_tokens(parts, folded)),)
        case Choice(options, optional):
            each = (Sequence(_all_in_tokens(option.parts, folded)) for option in options)
            return (Choice(tuple(each), optional),)
        case _:
            return (node,)


def _all_in_tokens(parts: Parts, folded: Callable[[str], Words]) -> Parts:
    return tuple(token for part in parts for token in in_tokens(part, folded))


class Crossings:
    """Finds the phrases that cross from one part of a pattern into the next.

    A class of words takes part where the phrase goes on, or begins, with one of its terms:
    "{move_verb} to" must match "advanced to".
    """

    def __init__(self, phrases: Collection[Words], terms: Mapping[str, Collection[Words]]) -> None:
        """Told the phrases of several words, and the words of each class."""
        self._phrases = frozenset(phrases)
        self._terms = terms
        self._longer: dict[Words, list[Words]] = {}
        for phrase in sorted(self._phrases):
            for end in range(1, len(phrase)):
                self._longer.setdefault(phrase[:end], []).append(phrase)
        self._opening: dict[str, dict[str, list[Words]]] = {}
        self._onward: dict[tuple[Words, tuple[str, ...]], tuple[Words, ...]] = {}
        self._together: dict[tuple[str, ...], frozenset[Words]] = {}

    def of(self, first: Node, rest: Parts) -> Iterator[Crossing]:
        """Those that begin in `first` and end in `rest`."""
        for before, inner in _starts(first):
            for words, ends, left in self._ahead(inner, rest, (), 0):
                yield Crossing(before, words, ends, left)

    def inside(self, node: Node) -> Iterator[Words]:
        """The words of every phrase that lies in a pattern, or in a part of it."""
        match node:
            case Sequence(parts):
                for at, part in enumerate(parts):
                    yield from self.inside(part)
                    yield from (each.words for each in self.of(part, parts[at + 1 :]))
            case Choice(options, _):
                for option in options:
                    yield from self.inside(option)
            case _:
                pass

    def _ahead(
        self, inner: Parts, rest: Parts, words: Words, ends: int
    ) -> Iterator[tuple[Words, int, Parts]]:
        """The phrases that go on from `words`, through what is left inside and on into `rest`."""
        if not inner:
            if rest:
                yield from self._ahead(rest[:1], rest[1:], words, ends + 1)
            return
        part, behind = inner[0], inner[1:]
        match part:
            case Word() | Class():
                for told in self._told(part, words, (*behind, *rest)):
                    if ends and told != words and told in self._phrases:
                        yield told, ends, behind
                    if told in self._longer:
                        yield from self._ahead(behind, rest, told, ends)
            case Sequence(parts):
                yield from self._ahead((*parts, *behind), rest, words, ends)
            case Choice(options, optional):
                every = (*options, *((_NOTHING,) if optional else ()))
                for option in self._alive(every, words):
                    yield from self._ahead((*option.parts, *behind), rest, words, ends)
            case _:
                pass  # what stands for many words ends every phrase

    def _alive(self, options: Iterable[Sequence], words: Words) -> Iterator[Sequence]:
        """The options but for those that begin with a word that no phrase has behind `words`."""
        for option in options:
            first = option.parts[0] if option.parts else None
            told = (*words, first.text) if isinstance(first, Word) else ()
            if not told or told in self._longer or told in self._phrases or told[-1] == _HYPHEN:
                yield option

    def _told(self, part: Word | Class, words: Words, behind: Parts) -> Iterator[Words]:
        """The words with one more behind them, or with a term of a class."""
        if isinstance(part, Class):
            yield from self._goes_on(part, words, behind)
        elif words and part.text == _HYPHEN:
            yield words
        else:
            yield (*words, part.text)

    def _goes_on(self, part: Class, words: Words, behind: Parts) -> Iterator[Words]:
        """The words with a term of a class behind them; those that a phrase can go on from."""
        if part.most > 1 or part.slot:
            return
        if not words:
            following = sorted(_words_first(behind))
            for name in part.names:
                opening = self._begun_by(name)
                for word in following:
                    yield from opening.get(word, ())
            return
        known = self._onward.get((words, part.names))
        if known is None:
            known = self._onward[words, part.names] = tuple(self._onward_from(words, part.names))
        yield from known

    def _onward_from(self, words: Words, names: tuple[str, ...]) -> Iterator[Words]:
        """The words with a term of any of some classes behind them, which a phrase begins with."""
        terms = self._terms_of(names)
        for phrase in self._longer[words]:
            for end in range(len(words) + 1, len(phrase) + 1):
                if phrase[len(words) : end] in terms:
                    yield phrase[:end]

    def _terms_of(self, names: tuple[str, ...]) -> frozenset[Words]:
        """The terms of any of some classes."""
        found = self._together.get(names)
        if found is None:
            each = (self._terms[name] for name in names if name in self._terms)
            found = self._together[names] = frozenset[Words]().union(*each)
        return found

    def _begun_by(self, name: str) -> Mapping[str, list[Words]]:
        """The terms of a class that phrases begin with, by the word that follows there."""
        found = self._opening.get(name)
        if found is None:
            found = self._opening[name] = {}
            for term in sorted(self._terms.get(name, ())):
                for word in dict.fromkeys(p[len(term)] for p in self._longer.get(term, ())):
                    found.setdefault(word, []).append(term)
        return found


def _words_first(parts: Parts) -> frozenset[str]:
    """The words that parts can begin with."""
    found: frozenset[str] = frozenset()
    for part in parts:
        match part:
            case Word(text):
                return found | {text}
            case Sequence(inner):
                return found | _words_first((*inner, *parts[parts.index(part) + 1 :]))
            case Choice(options, optional):
                found = found.union(*(_words_first(option.parts) for option in options))
                if not optional:
                    return found
            case _:
                return found
    return found


def _starts(node: Node) -> Iterator[tuple[Parts, Parts]]:
    """Where a phrase can begin in a part: what comes before it, and the part from there on."""
    match node:
        case Word() | Class():
            yield (), (node,)
        case Sequence(parts):
            for at, part in enumerate(parts):
                for before, inner in _starts(part):
                    yield (*parts[:at], *before), (*inner, *parts[at + 1 :])
        case Choice(options, _):
            for option in options:
                yield from _starts(option)
        case _:
            pass
