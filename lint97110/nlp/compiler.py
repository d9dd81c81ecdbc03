"""A pack's language, compiled; this is where a pattern that cannot be used is refused."""

from collections.abc import Iterable, Iterator

from lint97110.errors import PackError
from lint97110.language import LEVELS, Language, Pattern, Role
from lint97110.nlp.compiled import PlainBag, PlainGrammar, PlainKind
from lint97110.nlp.notation import NotationError, Sequence, Together, classes, parse, parse_together
from lint97110.nlp.patterns import PatternCompiler
from lint97110.nlp.wordings import Wordings

_Parsed = list[tuple[Pattern, Sequence | Together]]


def compile_grammar(language: Language) -> PlainGrammar:
    """Everything that reading a note needs, as plain data.

    Raises PackError, with file and line, for a pattern that cannot be used.
    """
    parsed, standing, wordings = _prepared(language)
    compiler = PatternCompiler(wordings.alphabet, wordings.folded, wordings.crossings)
    return PlainGrammar(
        vocabulary=wordings.plain(),
        levels={name: _kinds(compiler, parsed.get(name, [])) for name in LEVELS},
        bags={name: _bags(parsed.get(name, [])) for name in LEVELS},
        standing=[
            _bag(rule.standing, rule.within, rule.sections, _together(node))
            for rule, (_, node) in zip(language.standing, standing, strict=True)
        ],
    )


def compile_apart(language: Language) -> Iterator[tuple[str, Pattern, PlainKind | PlainBag]]:
    """Each pattern by itself, with its level.

    Raises PackError, with file and line, for a pattern that cannot be used.
    """
    parsed, _, wordings = _prepared(language)
    compiler = PatternCompiler(wordings.alphabet, wordings.folded, wordings.crossings)
    for level, patterns in parsed.items():
        for pattern, node in patterns:
            if isinstance(node, Sequence):
                yield level, pattern, compiler.kind(pattern.kind, [node])
            else:
                yield level, pattern, _bag(pattern.kind, pattern.within, (), node)


def _prepared(language: Language) -> tuple[dict[str, _Parsed], _Parsed, Wordings]:
    """The patterns of each level, those of standing.yaml, and all words; every one is sound."""
    parsed = {level.name: [(p, _parse(p)) for p in level.patterns] for level in language.levels}
    standing = [(rule.pattern, _parse(rule.pattern)) for rule in language.standing]
    kinds = list(dict.fromkeys(p.kind for name in LEVELS for p, _ in parsed.get(name, ())))
    every = [node for level in (*parsed.values(), standing) for _, node in level]
    roles = {role.name: frozenset(role.classes) for role in language.roles}
    wordings = Wordings(language.terms, every, kinds, roles)
    checker = _Checker(wordings, kinds)
    checker.check(parsed, standing)
    checker.check_roles(language.roles)
    return parsed, standing, wordings


def _parse(pattern: Pattern) -> Sequence | Together:
    try:
        return parse_together(pattern.text) if pattern.within else parse(pattern.text)
    except NotationError as error:
        raise PackError(pattern.path, pattern.line, f"pattern {pattern.text!r}: {error}") from error


def _kinds(compiler: PatternCompiler, patterns: _Parsed) -> list[PlainKind]:
    by_kind: dict[str, list[Sequence]] = {}
    for pattern, node in patterns:
        if isinstance(node, Sequence):
            by_kind.setdefault(pattern.kind, []).append(node)
    return [compiler.kind(kind, nodes) for kind, nodes in by_kind.items()]


def _bags(patterns: _Parsed) -> list[PlainBag]:
    return [_bag(p.kind, p.within, (), node) for p, node in patterns if isinstance(node, Together)]


def _together(node: Sequence | Together) -> Together:
    return node if isinstance(node, Together) else Together((tuple(sorted(classes(node))),), ())


def _bag(makes: str, within: str, sections: Iterable[str], together: Together) -> PlainBag:
    return PlainBag(
        makes=makes,
        within=within,
        sections=list(sections),
        all_of=[list(names) for names in together.all_of],
        none_of=list(together.none_of),
    )


class _Checker:
    """Refuses a class that nothing has, and a kind of its own level or a higher one."""

    def __init__(self, wordings: Wordings, kinds: Iterable[str]) -> None:
        self._alphabet = wordings.alphabet
        self._kinds = frozenset(kinds)

    def check(self, parsed: dict[str, _Parsed], standing: _Parsed) -> None:
        level_of = {p.kind: LEVELS.index(name) for name in parsed for p, _ in parsed[name]}
        for name, patterns in parsed.items():
            for pattern, node in patterns:
                for used in classes(node):
                    self._check_class(pattern, used)
                    if name != "statements" and level_of.get(used, -1) >= LEVELS.index(name):
                        named = f'"{pattern.kind}" ({name}) names "{used}"'
                        sentence = f"{named}, which is not of a lower level"
                        raise PackError(pattern.path, pattern.line, sentence)
        for pattern, node in standing:
            for used in classes(node):
                self._check_class(pattern, used)

    def check_roles(self, roles: Iterable[Role]) -> None:
        for role in roles:
            for used in role.classes:
                self._check_class(role, used)

    def _check_class(self, pattern: Pattern | Role, used: str) -> None:
        if used not in self._kinds and not self._alphabet.has(used):
            sentence = f'no word, quantity or fact is called "{used}"'
            raise PackError(pattern.path, pattern.line, sentence)
