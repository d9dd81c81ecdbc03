"""A pack's language at work: vocabulary, cascade, bags and the rules of standing."""

from collections.abc import Iterable, Mapping

from lint97110.language import LEVELS, REPLACING, Language
from lint97110.nlp.alphabet import BOUND, literal
from lint97110.nlp.cascade import LevelMatcher
from lint97110.nlp.compiled import PlainBag, PlainGrammar
from lint97110.nlp.courses import Courses
from lint97110.nlp.disciplines import Disciplines
from lint97110.nlp.kind_pattern import KindPattern
from lint97110.nlp.quick_headings import QuickHeadings
from lint97110.nlp.shapes import Reductions, Shape, Shaper
from lint97110.nlp.tables import TableFinder
from lint97110.nlp.together import Bags, Standings, bag
from lint97110.nlp.vocabulary import Vocabulary

STOPS = ".!?;"
_HALF_DAYS = ("a.m.", "p.m.")  # their full stop may end a sentence too


class _Masks(dict[str, int]):
    """What each symbol can be, as bits; found out when the symbol is met."""

    def __init__(self, readings: Mapping[str, frozenset[str]], bits: Mapping[str, int]) -> None:
        super().__init__({BOUND: 0})
        self._readings = readings
        self._bits = bits

    def __missing__(self, char: str) -> int:
        mask = self[char] = sum(self._bits.get(name, 0) for name in self._readings[char])
        return mask


_SIGNED_BY = ("name_and_credential", "sign_line", "sign_line_bare")
_MOST_TO_SIGN = 14  # symbols of a name, its credentials and a date


def _bits(sets: Iterable[frozenset[str]], standing: Iterable[PlainBag]) -> dict[str, int]:
    """A bit for each class but those of single words, which only patterns name.

    The classes that decide how a clause stands come first: masks of them are small numbers.
    """
    cues = {name for line in standing for names in line["all_of"] for name in names}
    cues.update(name for line in standing for name in line["none_of"])
    names = {name for each in sets for name in each if name != literal(name[1:])}
    ordered = sorted(names, key=lambda name: (name not in cues, name))
    return {name: 1 << index for index, name in enumerate(ordered)}


class Grammar:
    """Everything that reading a note needs."""

    def __init__(self, language: Language, plain: PlainGrammar) -> None:
        """Take over what was compiled from `language`."""
        self.language = language
        self.headings = QuickHeadings(language.headings)
        self.tables = TableFinder.of(language)
        self.vocabulary = Vocabulary(plain["vocabulary"])
        readings = self.vocabulary.alphabet.readings()
        self.bits = _bits(readings.values(), plain["standing"])
        self.masks: Mapping[str, int] = _Masks(readings, self.bits)
        kinds = {name: tuple(map(KindPattern.of, kinds)) for name, kinds in plain["levels"].items()}
        reporting = [name for name in LEVELS if name not in REPLACING]
        self.replacing = tuple(LevelMatcher(kinds[name]) for name in LEVELS if name in REPLACING)
        self.reporting = LevelMatcher(kind for name in reporting for kind in kinds[name])
        self._roles = {role.name: role.classes for role in language.roles}
        self.disciplines = Disciplines(
            self.vocabulary, self.playing("disciplines.of_ot"), self.playing("disciplines.of_pt")
        )
        members = self.vocabulary.alphabet.members
        self.bags = {
            name: Bags(bag(each, self.bits, members) for each in bags)
            for name, bags in plain["bags"].items()
        }
        sections = language.section_standing
        self.standings = Standings(plain["standing"], sections, self.bits, members)
        self.kind_of = {char: kind for kind, char in self.vocabulary.kind_chars.items()}
        fresh_start = self.mask_of_role("clauses.say_something")
        self.courses = Courses(self.standings, fresh_start)
        self.of_treatment = self.mask_of_role("clauses.of_treatment")
        self.of_plan = self.mask_of_role("clauses.of_plan")
        self.of_goals = self.mask_of_role("clauses.of_goals")
        self.of_session = self.mask_of_role("clauses.of_session")
        self.exercised = self.mask_of("exercise")
        self.for_home = self.mask_of("home_word", "rate", "condition_word", "dose", "hold")
        self.dosed = self.mask_of("dose", "hold", "minutes", "seconds")
        self.going_on = self.bits.get("goal_word", 0)
        self.refers_back = self.bits.get("refers_back", 0)
        self.discourse = frozenset(members("discourse_word"))
        self.imperatives = frozenset(members("imperative"))
        self.semicolon = self.vocabulary.symbol(";")
        self._signed = self.mask_of(*_SIGNED_BY)
        self._around = self.playing("clauses.beside_a_signature")
        self.unknown = frozenset(members("unknown"))
        self.done = frozenset(members("exercise", "test", "technique"))
        self._names = frozenset(members("unknown", "sign_word"))
        self.opens_plan = self.bits.get("plan_opening", 0)
        self.reductions = Reductions(
            Shaper(
                replacing=self.replacing,
                reporting=self.reporting,
                level_of={kind.kind: name for name in reporting for kind in kinds[name]},
                bags=self.bags,
                bits=self.bits,
                masks=self.masks,
                breaks=frozenset(members("clause_break")),
                marks=frozenset(members("punctuation")),
                char_of=self.vocabulary.kind_chars,
                kind_of=self.kind_of,
            )
        )
        self.stops = frozenset(self.vocabulary.symbol(mark) for mark in (*STOPS, *_HALF_DAYS))
        self.may_end = self.stops | self.discourse
        self.abbreviations = self.members("abbreviation")
        self.goes_on = self.members("before_a_name")  # abbreviations that end no sentence

    def members(self, *classes: str) -> frozenset[str]:
        """The symbols of these classes."""
        return frozenset(self.vocabulary.alphabet.members(*classes))

    def playing(self, role: str) -> frozenset[str]:
        """The symbols that play a part in a step of reading: see rules/roles.yaml."""
        return self.members(*self._roles[role])

    def mask_of(self, *classes: str) -> int:
        """The bits of these classes; what the pack does not know has none."""
        return sum(self.bits.get(name, 0) for name in set(classes))

    def classes_of_role(self, role: str) -> tuple[str, ...]:
        """The classes that play a part, in the order of rules/roles.yaml."""
        return tuple(self._roles[role])

    def mask_of_role(self, role: str) -> int:
        """The bits of the classes that play a part."""
        return self.mask_of(*self._roles[role])

    def signs(self, shape: Shape) -> bool:
        """Whether a statement is a signature: it begins with one, and goes on with dates at most.

        Names are words that nobody knows; "Bridges, PT" is no signature.
        """
        chars = shape.chars
        return (
            bool(shape.mask & self._signed)
            and len(chars) <= _MOST_TO_SIGN
            and any(
                told.kind in _SIGNED_BY
                and self._around.issuperset(chars[: told.first] + chars[told.last :])
                and not self._names.isdisjoint(chars[told.first : told.last])
                for told in shape.facts
            )
        )
