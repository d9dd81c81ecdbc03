"""The notation of patterns, as a clinician writes it, parsed into a small tree.

    increased [the] {what:load|exercise} (to|by) {amount}    words in order
    {n:number} ...4 {minutes}                                up to four words between
    change_verb & load & !planned_cue                        all in one statement, in any order

A bare word stands for itself, `{class}` for any word or quantity of that class, `{name:class}`
keeps what it matched, `[...]` may be left out, `(a|b)` is a choice, `{class}*3` is one to three.
"""

import re
from dataclasses import dataclass

_LEXEME = re.compile(r"\s*(?:(\.\.\.)(\d*)|\{([^{}]*)\}(?:\*(\d))?|([\[\](|)])|([^\s\[\](){}|]+))")


class NotationError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that stands for itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Class:
    """Any symbol of one of `names`; `slot` keeps it; up to `most` in a row."""

    names: tuple[str, ...]
    slot: str | None = None
    most: int = 1


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` symbols of any kind, never over the end of a statement."""

    most: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts in order."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; an optional part is a choice of itself and nothing."""

    options: tuple[Sequence, ...]
    optional: bool = False


Node = Word | Class | Gap | Sequence | Choice


@dataclass(frozen=True, slots=True)
class Together:
    """Classes that stand together in one statement, in any order, and classes that must not."""

    all_of: tuple[tuple[str, ...], ...]
    none_of: tuple[str, ...]


def parse(text: str) -> Sequence:
    """Read a pattern of words in order; raises NotationError.

    >>> parse("{n:number} (lb|kg)").parts[0]
    Class(names=('number',), slot='n', most=1)
    """
    lexemes = list(_lexemes(text))
    sequence, rest = _sequence(lexemes, 0, closing=None)
    if rest != len(lexemes):
        msg = f"unexpected {lexemes[rest][1]!r}"
        raise NotationError(msg)
    if not sequence.parts:
        msg = "empty pattern"
        raise NotationError(msg)
    return sequence


def classes(node: Node | Together) -> frozenset[str]:
    """The names of all classes that a pattern mentions."""
    match node:
        case Together():
            wanted = frozenset(name for names in node.all_of for name in names)
            return wanted | frozenset(node.none_of)
        case Class():
            return frozenset(node.names)
        case Sequence():
            return frozenset().union(*(classes(part) for part in node.parts))
        case Choice():
            return frozenset().union(*(classes(option) for option in node.options))
        case Word() | Gap():
            return frozenset()


def words(node: Node | Together) -> frozenset[str]:
    """All words that stand for themselves in a pattern."""
    match node:
        case Word():
            return frozenset((node.text,))
        case Sequence():
            return frozenset().union(*(words(part) for part in node.parts))
        case Choice():
            return frozenset().union(*(words(option) for option in node.options))
        case Together() | Class() | Gap():
            return frozenset()


def parse_together(text: str) -> Together:
    """Read a pattern of classes that stand together; raises NotationError.

    >>> parse_together("load|dose & !home").none_of
    ('home',)
    """
    wanted: list[tuple[str, ...]] = []
    barred: list[str] = []
    for part in text.split("&"):
        name = part.strip()
        if not name:
            msg = "nothing beside '&'"
            raise NotationError(msg)
        if name.startswith("!"):
            barred += [one.strip() for one in name[1:].split("|")]
        else:
            wanted.append(tuple(one.strip() for one in name.split("|")))
    if not wanted:
        msg = "only exclusions"
        raise NotationError(msg)
    return Together(tuple(wanted), tuple(barred))


def _lexemes(text: str) -> "list[tuple[str, str, str]]":
    found = []
    position = 0
    stripped = text.rstrip()
    while position < len(stripped):
        match = _LEXEME.match(stripped, position)
        if match is None:
            msg = f"cannot read {stripped[position:]!r}"
            raise NotationError(msg)
        position = match.end()
        gap, most, inside, repeat, mark, word = match.groups()
        if gap:
            found.append(("gap", most, ""))
        elif inside is not None:
            found.append(("class", inside, repeat or ""))
        elif mark:
            found.append(("mark", mark, ""))
        else:
            found.append(("word", word, ""))
    return found


def _class(inside: str, repeat: str) -> Class:
    slot, _, names = inside.rpartition(":")
    options = tuple(name.strip() for name in names.split("|"))
    if not all(options):
        msg = f"no class in {{{inside}}}"
        raise NotationError(msg)
    return Class(options, slot.strip() or None, int(repeat or 1))


def _sequence(
    lexemes: list[tuple[str, str, str]], at: int, closing: str | None
) -> tuple[Sequence, int]:
    parts: list[Node] = []
    while at < len(lexemes):
        kind, value, extra = lexemes[at]
        if kind == "word":
            parts.append(Word(value))
        elif kind == "gap":
            parts.append(Gap(int(value or 4)))
        elif kind == "class":
            parts.append(_class(value, extra))
        elif value in "([":
            choice, at = _choice(lexemes, at + 1, ")" if value == "(" else "]")
            parts.append(choice)
            continue
        else:
            if closing is None:
                msg = f"unexpected {value!r}"
                raise NotationError(msg)
            break
        at += 1
    return Sequence(tuple(parts)), at


def _choice(lexemes: list[tuple[str, str, str]], at: int, closing: str) -> tuple[Choice, int]:
    options = []
    while True:
        sequence, at = _sequence(lexemes, at, closing)
        options.append(sequence)
        if at >= len(lexemes):
            msg = f"missing {closing!r}"
            raise NotationError(msg)
        mark = lexemes[at][1]
        at += 1
        if mark == closing:
            _refuse_needless_brackets(options, closing)
            return Choice(tuple(options), optional=closing == "]"), at
        if mark != "|":
            msg = f"unexpected {mark!r}"
            raise NotationError(msg)


def _refuse_needless_brackets(options: list[Sequence], closing: str) -> None:
    """One thing is written in one way, so that whoever looks for it finds every place of it."""
    if len(options) > 1:
        return
    if closing == ")":
        msg = "brackets around one thing: leave them away"
        raise NotationError(msg)
    parts = options[0].parts
    if len(parts) == 1 and isinstance(parts[0], Choice) and not parts[0].optional:
        msg = "brackets in brackets: write [a|b] for [(a|b)]"
        raise NotationError(msg)
