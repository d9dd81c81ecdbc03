"""The nouns of a form: what a bank of questions holds, and what a form asks and leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

FEWEST_ASKS, MOST_ASKS = 5, 7
"""How many questions a section has: enough that no answer is one word, few enough for a visit."""


class Paper(StrEnum):
    """What a form becomes when it is filled in."""

    NOTE = "note"
    JUSTIFICATION = "justification"


SECTIONS: Mapping[Paper, tuple[str, ...]] = {
    Paper.NOTE: ("subjective", "objective", "assessment", "plan"),
    Paper.JUSTIFICATION: ("history", "physical_exam", "assessment", "plan"),
}
"""The sections of each form, in order: SOAP for a note, H&P for a justification."""

ASKED_ELEMENTS = (
    "exercises",
    "frequency",
    "duration",
    "progression",
    "goal_progress",
    "plan_update",
    "skilled",
    "response",
    "function",
)
"""Elements that questions are about; time and signature have lines of their own on a form."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """An open question, and the elements that an answer to it would tell of."""

    ask: str
    about: tuple[str, ...] = ()


Prompts = Mapping[Paper, Mapping[str, tuple[Prompt, ...]]]
"""Questions by form and by section."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body, the other words for it, and what is asked of it besides."""

    name: str
    names: tuple[str, ...]
    prompts: Prompts


@dataclass(frozen=True, slots=True)
class Bank:
    """One file of questions: those that suit one type of session."""

    type: str
    title: str
    names: tuple[str, ...]
    sources: tuple[str, ...]
    prompts: Prompts
    regions: tuple[Region, ...]
    path: str

    def asked(self, paper: Paper, section: str, region: str | None = None) -> tuple[Prompt, ...]:
        """The questions of a section, those about the region last."""
        of_all = self.prompts.get(paper, {}).get(section, ())
        of_region = (
            prompt
            for each in self.regions
            if each.name == region
            for prompt in each.prompts.get(paper, {}).get(section, ())
        )
        return (*of_all, *of_region)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the questions; None leaves a placeholder.

    `date`, `start` and `end` are written as they were given.
    """

    date: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a note, letter for letter, with where they stand; `dated` is empty when unknown."""

    words: str
    place: str
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What earlier notes tell already, by section: their words, and what these are about."""

    excerpts: Mapping[str, tuple[Excerpt, ...]] = field(default_factory=dict)
    elements: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOTHING = Told()


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a form: its heading, what is known already, and what is asked."""

    heading: str
    prompts: tuple[Prompt, ...]
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A form to fill in: labels with what stands behind each, sections, labels below."""

    title: str
    above: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    below: tuple[tuple[str, str], ...] = ()
