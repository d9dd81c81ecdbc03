"""What a run was asked for: which rules, whose, and of which notes."""

from dataclasses import dataclass
from pathlib import Path

from lint97110.model import Kind
from lint97110.selection import Selection


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked for; `select` empty means all rules, `kind` None means to infer.

    `earlier` are the selections of rules that those of the run itself change. `profile` is the
    payer that all notes are held to; without it a note's own payer counts, and `default_profile`
    where it names none.
    """

    profile: str | None = None
    default_profile: str = "base"
    kind: Kind | None = None
    every_note: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    rules_root: Path | None = None
    earlier: tuple[Selection, ...] = ()

    @property
    def selections(self) -> tuple[Selection, ...]:
        """All that was said of the rules, the run's own words last."""
        return (*self.earlier, Selection(self.select, self.ignore, self.extend_select))
