"""Everything that a pack says about documentation, to be looked up by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint97110.model.payers import Profile
from lint97110.model.rules import Element, Rule, Source


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a pack says about documentation: rules, elements, payers, and who says so."""

    version: str
    rules: tuple[Rule, ...]
    elements: tuple[Element, ...]
    sources: Mapping[str, Source]
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, name: str) -> str:
        """What clinicians call a fact, or how a clause stands; its own name where none says."""
        return self.labels.get(name) or name.replace("_", " ")

    def rule(self, code: str) -> Rule | None:
        """The rule of that code or name, or None."""
        return next((rule for rule in self.rules if code in (rule.code, rule.name)), None)

    def element(self, name: str) -> Element | None:
        """The element of that name, or None."""
        return next((element for element in self.elements if element.name == name), None)
