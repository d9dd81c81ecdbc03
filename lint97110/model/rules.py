"""What is asked of a note, and who says so: rules and elements, with their sources and examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint97110.model.choices import POINTS, Basis, Kind, Severity
from lint97110.model.notes import SlotValue


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: an entry of rules/sources.yaml.

    `mark` says how well the source is known: verified, verified-2, knowledge or house.
    """

    key: str
    title: str
    section: str
    address: str
    seen: str
    says: str
    mark: str


@dataclass(frozen=True, slots=True)
class Example:
    """A note, or a piece of one, that a rule must flag (`at` its words) or leave in peace."""

    note: str
    at: str | None
    is_bad: bool
    kind: Kind
    line: int
    profile: str = "base"


@dataclass(frozen=True, slots=True)
class Hint:
    """A question that fits some findings of a rule better than the rule's own.

    It fits words that begin with one of `opens` and hold one of `holds`; none given, any will do.
    """

    ask: str
    opens: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of rules/core: what is looked for, how much it matters, who says so.

    `words` are the wordings that a rule about words looks for, `but_not` those in which they mean
    something else. A rule `on_request` has its say only
    where a run asks for it by code, name or family.
    """

    code: str
    name: str
    basis: Basis
    severity: Mapping[Kind, Severity]
    check: str
    options: Mapping[str, SlotValue]
    message: str
    ask: str
    why: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    path: str
    hidden_by: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    but_not: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    on_request: bool = False

    @property
    def family(self) -> str:
        """The two letters that rules of one subject share: PR for progression."""
        return self.code[:2]

    def names(self, option: str) -> tuple[str, ...]:
        """The names in an option, which may hold several with bars between them."""
        return tuple(name.strip() for name in str(self.options[option]).split("|"))


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of an element file: a kind of fact and how it must stand."""

    fact: str
    says: str
    status: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """One file of rules/elements: what makes an element present, and what leaves it weak.

    A point of a justification is an element that is asked of no other kind of document.
    """

    name: str
    title: str
    means: str
    look_in: tuple[str, ...]
    missing: str
    weak: str
    present_when: tuple[Condition, ...]
    weak_when: tuple[Condition, ...]
    not_counted: tuple[str, ...]
    path: str

    @property
    def is_point(self) -> bool:
        """Whether only a justification is asked for it."""
        return self.name in POINTS
