"""A pack's language, compiled: vocabulary, cascade, bags and the rules of standing."""

from dataclasses import dataclass

from lint97110.errors import PackError
from lint97110.language import LEVELS, Language, Pattern, StandingRule
from lint97110.nlp.cascade import LevelMatcher
from lint97110.nlp.headings import Headings
from lint97110.nlp.notation import NotationError, Sequence, Together, classes, parse, parse_together
from lint97110.nlp.patterns import Bag, PatternCompiler, bag
from lint97110.nlp.vocabulary import Vocabulary


_FRESH_STARTS = (
    "dose", "hold", "lead_word", "change_verb", "change_word", "plan_verb", "patient_word", "report_word", "today_word",
    "goal_status", "measure_pair", "score_of_ten", "cue", "reason_word", "function_verb", "minutes", "rate", "limitation",
    "better_worse", "weekday", "future_word", "base_verb",
)
"""What shows that a clause says something of its own, and does not only go on with a list."""


@dataclass(frozen=True, slots=True)
class StandingTest:
    """One line of rules/standing.yaml, as masks."""

    standing: str
    within: str
    sections: frozenset[str]
    wanted: tuple[int, ...]
    barred: int


class Grammar:
    """Everything that reading a note needs, compiled once from a pack's language."""

    def __init__(self, language: Language) -> None:
        parsed = {level.name: [(p, _parse(p)) for p in level.patterns] for level in language.levels}
        standing = [(rule, _parse(rule.pattern)) for rule in language.standing]
        kinds = {p.kind: frozenset((p.kind,)) for name in LEVELS for p, _ in parsed.get(name, ())}
        every = [node for level in parsed.values() for _, node in level]
        self.language = language
        self.headings = Headings(language.headings, language.heading_modifiers)
        self.vocabulary = Vocabulary(language, [*every, *(node for _, node in standing)], kinds)
        self._check(parsed, standing, set(kinds))
        self.bits = self._bits(set(kinds))
        self.masks = self._masks()
        compiler = PatternCompiler(
            self.vocabulary.alphabet, self.vocabulary.folded, self.vocabulary.phrase
        )
        self.levels = {name: _matcher(compiler, parsed.get(name, [])) for name in LEVELS}
        self.bags = {name: self._bags(parsed.get(name, [])) for name in LEVELS}
        self.standing = tuple(self._standing(rule, node) for rule, node in standing)
        self.fresh_start = sum(self.bits.get(name, 0) for name in _FRESH_STARTS)
        self.breaks = frozenset(self.vocabulary.alphabet.members("clause_break"))
        self.abbreviations = frozenset(self.vocabulary.alphabet.members("abbreviation"))

    def _bits(self, kinds: set[str]) -> dict[str, int]:
        names = {name for readings in self.vocabulary.alphabet.readings().values() for name in readings}
        return {name: 1 << index for index, name in enumerate(sorted(names | kinds))}

    def _masks(self) -> dict[str, int]:
        return {
            char: sum(self.bits[name] for name in readings)
            for char, readings in self.vocabulary.alphabet.readings().items()
        }

    def _bags(self, patterns: list[tuple[Pattern, Sequence | Together]]) -> tuple[Bag, ...]:
        members = self.vocabulary.alphabet.members
        return tuple(
            bag(p, node, self.bits, members) for p, node in patterns if isinstance(node, Together)
        )

    def _standing(self, rule: StandingRule, node: Sequence | Together) -> StandingTest:
        together = node if isinstance(node, Together) else Together((tuple(classes(node)),), ())
        wanted = tuple(sum(self.bits.get(n, 0) for n in names) for names in together.all_of)
        barred = sum(self.bits.get(n, 0) for n in together.none_of)
        return StandingTest(rule.standing, rule.within, frozenset(rule.sections), wanted, barred)

    def _check(
        self,
        parsed: dict[str, list[tuple[Pattern, Sequence | Together]]],
        standing: list[tuple[StandingRule, Sequence | Together]],
        kinds: set[str],
    ) -> None:
        """Refuse a class that nothing has, and a kind of its own level or a higher one."""
        level_of = {p.kind: LEVELS.index(name) for name in parsed for p, _ in parsed[name]}
        for name, patterns in parsed.items():
            for pattern, node in patterns:
                for used in classes(node):
                    self._check_class(pattern, used, kinds)
                    if used in level_of and level_of[used] >= LEVELS.index(name) and name != "statements":
                        msg = f'"{pattern.kind}" ({name}) names "{used}", which is not of a lower level'
                        raise PackError(pattern.path, pattern.line, msg)
        for rule, node in standing:
            for used in classes(node):
                self._check_class(rule.pattern, used, kinds)

    def _check_class(self, pattern: Pattern, used: str, kinds: set[str]) -> None:
        if used not in kinds and not self.vocabulary.alphabet.has(used):
            msg = f'no word, quantity or fact is called "{used}"'
            raise PackError(pattern.path, pattern.line, msg)


def _parse(pattern: Pattern) -> Sequence | Together:
    try:
        return parse_together(pattern.text) if pattern.within else parse(pattern.text)
    except NotationError as error:
        raise PackError(pattern.path, pattern.line, f"pattern {pattern.text!r}: {error}") from error


def _matcher(
    compiler: PatternCompiler, patterns: list[tuple[Pattern, Sequence | Together]]
) -> LevelMatcher:
    by_kind: dict[str, list[Sequence]] = {}
    for pattern, node in patterns:
        if isinstance(node, Sequence):
            by_kind.setdefault(pattern.kind, []).append(node)
    return LevelMatcher([compiler.kind(kind, nodes) for kind, nodes in by_kind.items()])


