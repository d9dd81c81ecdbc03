"""What somebody chose, in a settings file or on the command line, of how notes are checked."""

from dataclasses import dataclass
from typing import TypeVar

from lint97110.model import Kind, Severity
from lint97110.selection import Selection

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What one place says; None where it says nothing.

    `selections` are those of all places, the least of them first.
    """

    profile: str | None = None
    default_profile: str | None = None
    kind: Kind | None = None
    every_note: bool | None = None
    fail_on: Severity | None = None
    selections: tuple[Selection, ...] = ()

    def over(self, other: "Choices") -> "Choices":
        """These choices, and the `other` ones wherever these say nothing.

        >>> Choices(profile="va").over(Choices(profile="uhc", every_note=True)).profile
        'va'
        """
        return Choices(
            profile=_first(self.profile, other.profile),
            default_profile=_first(self.default_profile, other.default_profile),
            kind=_first(self.kind, other.kind),
            every_note=_first(self.every_note, other.every_note),
            fail_on=_first(self.fail_on, other.fail_on),
            selections=(*other.selections, *self.selections),
        )


NOTHING_CHOSEN = Choices()


def _first(one: T | None, other: T | None) -> T | None:
    return other if one is None else one
