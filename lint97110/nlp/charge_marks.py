"""The symbols of a line of charges, and what its statement says of them in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Statement
from lint97110.nlp.walking import Walks

EXERCISE = "97110"
LINKING = frozenset(
    f"{amount}_of_{owner}"
    for amount in ("minutes", "number", "units")
    for owner in ("code", "service")
)
"""Facts whose words lead from an amount (slot `n`) to its code or service (slot `s`)."""


_OF_TIME = (
    *("minutes.beside_a_time", "minutes.claimed_by", "minutes.unnamed"),
    *("minutes.estimating", "minutes.of_a_visit"),
)
_BESIDE_A_VISIT = ("seen", "treated", "tx", "rx", ",", "for", "x")


@dataclass(frozen=True, slots=True)
class Link:
    """An amount and the code or service it belongs to, as places among the symbols of a note."""

    amount: int
    owner: int
    kind: str

    @property
    def is_bare(self) -> bool:
        """Whether the amount is a number without its unit, which only minutes before it explain."""
        return self.kind.startswith("number")


class Marks:
    """Which symbols are codes, services, minutes, units, and what may stand between them."""

    def __init__(self, grammar: Grammar, services: Mapping[str, str]) -> None:
        """Find them once; `services` says which words name which code."""
        members, chars = grammar.vocabulary.alphabet.members, grammar.vocabulary.kind_chars
        self._key = grammar.vocabulary.key
        self._code_of = {self._key(wording): code for wording, code in services.items()}
        self.walks = Walks(grammar)
        self.codes = frozenset(members("code"))
        modalities = tuple(grammar.language.terms.of_class("modality_service"))
        self._code_of |= {self._key(term.wording): term.name for term in modalities}
        self.if_charged = frozenset(term.name for term in modalities)
        self.services = frozenset(members("service", "modality_service"))
        self.regions = frozenset(members("region_exercise")) - self.services
        self.minutes, self.units, self.dose = chars["minutes"], chars["units_amount"], chars["dose"]
        self.distance = chars["distance"]
        self.numbers = frozenset(members("number")) - frozenset(members("decimal"))
        self.fractions = frozenset((*members("fraction"), chars["score_of_ten"]))
        self.exercises = frozenset(members("exercise"))
        self.things = self.exercises | frozenset(members("equipment"))
        self.things -= self.services | self.regions
        self.done = frozenset(
            members(
                *("exercise", "equipment", "technique", "test", "position", "task", "service"),
                *("walked_word", "gait_word", "doing_verb", "doing_form"),
            )
        )
        self.totals = frozenset(members("total_row"))
        self.minute_words = frozenset((*members("minute_word"), self.minutes))
        self.signs = frozenset(members("separator", "open_mark", "close_mark", "leader"))
        self.opens = frozenset(members("open_mark"))
        self.closes = frozenset(members("close_mark"))
        self.rough = frozenset((chars["hours"], chars["minutes_range"]))
        self.joining = frozenset(map(grammar.vocabulary.symbol, ("/", "+", "&", "and")))
        self.visits = frozenset(map(grammar.vocabulary.symbol, ("session", "visit")))
        self.today = grammar.bits.get("today_word", 0)
        self.stops = grammar.stops
        self.colon = grammar.vocabulary.symbol(":")
        self.bar = grammar.vocabulary.symbol("|")
        self.modifiers = frozenset(members("modifier"))
        figures = grammar.language.terms.of_class("modifier_figure")
        self.modifier_figures = frozenset(term.wording for term in figures)
        self.anything = self.codes | self.services
        self.owners = self.anything | self.regions
        self.amounts = frozenset((self.minutes, self.units, self.dose))
        self.minutes_or_numbers = self.numbers | {self.minutes}
        self.telling = self.anything | self.totals | self.numbers | self.fractions | self.amounts
        self.telling |= {self.distance} | self.regions
        self.parting = frozenset(map(grammar.vocabulary.symbol, (",", ";", "/", "|", "+", "&")))
        self.aside = self.signs | self.amounts | self.services | self.modifiers
        self.aside |= frozenset(map(grammar.vocabulary.symbol, ("x", "@", "=")))
        labels = frozenset(members("minute_label"))
        self.aside |= labels
        self.of_a_field = labels | self.signs | self.stops | self.amounts | self.numbers
        self._find_time(grammar)
        self.ends_amount = self.signs | self.anything | self.totals | self.stops
        self.of_a_line = self.anything | self.numbers | self.signs | self.stops | self.amounts
        self.of_a_line |= self.modifiers | self.fractions | {self.distance}

    def _find_time(self, grammar: Grammar) -> None:
        """What may stand beside minutes that nothing names, and what owns them."""
        symbol = grammar.vocabulary.symbol
        told = tuple(map(grammar.playing, _OF_TIME))
        self.beside_minutes, self.claiming, self.unknown, self.estimating, visit = told
        self.of_a_visit = visit | self.beside_minutes | self.signs | self.numbers | self.stops
        self.of_a_visit |= {self.minutes, self.units} | self.codes | self.visits
        self.of_a_visit |= frozenset(map(symbol, _BESIDE_A_VISIT))
        self.closing = "".join(self.closes)
        self.ends_claim = self.signs | self.stops | frozenset(map(symbol, (",", ";", "|")))
        self.company = frozenset(map(symbol, ("with", "w/", "to", "and")))

    def is_field(self, chars: str) -> bool:
        """Whether symbols are no more than the name of an amount and the amount."""
        return all(char in self.of_a_field for char in chars)

    def is_amount_alone(self, chars: str) -> bool:
        """Whether symbols are minutes and marks, the day and the patient, and nothing else."""
        return chars.count(self.minutes) == 1 and all(
            char == self.minutes
            or char in self.signs
            or char in self.stops
            or char in self.beside_minutes
            for char in chars
        )

    def is_rough_alone(self, chars: str) -> bool:
        """Whether symbols are hours, or minutes from so many to so many, and nothing else."""
        told = self.rough | self.signs | self.stops
        return not self.rough.isdisjoint(chars) and all(char in told for char in chars)

    def code(self, written: str, meant: object = None) -> str | None:
        """The code that is written, or that a service belongs to; `meant` where a slip was read."""
        text = written.upper()
        if text[1:].isdigit():
            return text
        return self._code_of.get(self._key(written)) or self._code_of.get(self._key(str(meant)))

    def code_at(self, written: str, char: str, meant: object) -> str | None:
        """The same for a symbol: exercise of a region, which words lead to, is exercise."""
        return EXERCISE if char in self.regions else self.code(written, meant)


class Amounts:
    """The amounts of the facts of one statement, as places among the symbols of a note."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._links: list[Link] = []
        self._places: dict[str, set[int]] = {}
        for kind, slots in _slots(statement):
            self._places.setdefault(kind, set()).add(slots["n"])
            if kind in LINKING and "s" in slots:
                self._links.append(Link(slots["n"], slots["s"], kind))

    def links(self, owners: str) -> dict[int, Link]:
        """Each amount that words lead to its owner; `owners` is code or service."""
        found: dict[int, Link] = {}
        for link in self._links:
            if not link.kind.endswith(_OTHER[owners]):
                found.setdefault(link.amount, link)
        return found

    def led_by(self, words: frozenset[str], chars: str) -> Iterator[int]:
        """Where the totals stand that begin with one of some words: "session 55 min"."""
        for told in self._statement.shape.facts:
            if told.kind == "total_minutes" and chars[self._statement.first + told.first] in words:
                yield from (self._statement.first + first for _, first, _ in told.slots or ())

    def of(self, *kinds: str) -> frozenset[int]:
        """Where the amounts of the facts of some kinds stand."""
        return _NOWHERE.union(*(self._places.get(kind, ()) for kind in kinds))


_NOWHERE: frozenset[int] = frozenset()


def excluded(statement: Statement, kind: str) -> list[tuple[int, int]]:
    """The stretches of symbols that a fact of this kind covers; the whole, where it leads it."""
    return [
        (
            statement.first + told.first,
            statement.first + told.last if told.first else statement.last,
        )
        for told in statement.shape.facts
        if told.kind == kind
    ]


_OTHER = {"code": "of_service", "service": "of_code"}


def _slots(statement: Statement) -> Iterator[tuple[str, dict[str, int]]]:
    for told in statement.shape.facts:
        if told.slots is not None:
            slots = {name: statement.first + first for name, first, _ in told.slots}
            if "n" in slots:
                yield told.kind, slots
