"""What payers ask for otherwise than others, and what that comes to for one note."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lint97110.model.choices import Kind, Severity


@dataclass(frozen=True, slots=True)
class Dial:
    """One thing that a payer asks for otherwise than other payers, who says so, and when.

    `name` is severity, unit_rule, totals, or that of a threshold. `rules` and `severity` (None is
    silence) are a severity's; `words` a unit rule's or the totals'; `amount` is a threshold's, in
    dollars. `mark` says how well it is known; it holds from `since` to `until`, both included.
    """

    name: str
    source: str
    mark: str
    rules: tuple[str, ...] = ()
    severity: Mapping[Kind, Severity | None] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    amount: int | None = None
    since: date = date.min
    until: date = date.max
    line: int = 0

    @property
    def is_known(self) -> bool:
        """Whether somebody read it, or chose it; what is from memory never makes an error."""
        return self.mark != "knowledge"

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Profile:
    """One file of rules/payers: what one payer, or one house, asks of a note.

    `as_of` is the day on which its dials were last looked at, `confirm` what to check before
    relying on it, `payers` the names under which notes and exports know it.
    """

    name: str
    title: str
    as_of: date
    confirm: str
    payers: tuple[str, ...]
    dials: tuple[Dial, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked of one note: the dials of its payer on the day of service, put together.

    `unit_rule` is medicare, midpoint or unknown; `totals` are those that a note must state;
    `severity` overrides that of rules, None is silence; `doubted` names the dials that nobody read.
    """

    profile: str = "base"
    unit_rule: str = "unknown"
    totals: tuple[str, ...] = ("timed", "treatment")
    thresholds: Mapping[str, int] = field(default_factory=dict)
    severity: Mapping[str, Mapping[Kind, Severity | None]] = field(default_factory=dict)
    doubted: frozenset[str] = frozenset()
