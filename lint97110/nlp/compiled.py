"""A pack's language in the form that reading needs, as plain data that can be kept in a file."""

from typing import TypedDict, final


@final
class PlainKind(TypedDict):
    """The patterns of one kind of fact: see KindPattern; `slots` are those of each pattern."""

    kind: str
    sources: list[str]
    starts: list[list[tuple[str | None, str | None]]]
    slots: list[list[str]]
    reach: int
    groups: list[str]
    begins: str
    needs: list[str]


@final
class PlainBag(TypedDict):
    """Classes that stand together, and what they make; the first ones place it."""

    makes: str
    within: str
    sections: list[str]
    all_of: list[list[str]]
    none_of: list[str]


class PlainVocabulary(TypedDict):
    """Words and phrases.

    `alphabet` holds the set of readings of each symbol; `words` the readings of a word, by their
    place in `readings`; `phrases` those that begin with a word, packed: most notes need a few.
    """

    alphabet: list[list[str]]
    readings: list[list[str]]
    words: dict[str, int]
    names: dict[str, str]
    phrases: dict[str, str]
    kinds: list[str]


class PlainGrammar(TypedDict):
    """Everything that is compiled from a pack's language."""

    vocabulary: PlainVocabulary
    levels: dict[str, list[PlainKind]]
    bags: dict[str, list[PlainBag]]
    standing: list[PlainBag]
