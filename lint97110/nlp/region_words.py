"""The words of rules/wordings/regions.yaml, each part of the body with its own."""

import re
from collections.abc import Mapping

from lint97110.wording import AtPlaces, one_of

AREAS = (
    "jaw",
    "neck",
    "shoulder",
    "elbow",
    "hand",
    "back",
    "hip",
    "knee",
    "ankle",
    "ear",
    "pelvic",
)
"""The parts of the body, as they stand one beside the other; the ear is the sense of balance."""


class RegionWords:
    """What tells of one part of the body only; all look at a text in small letters."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions once."""

        def sought(name: str) -> AtPlaces:
            words = wordings.get(f"regions.{name}", ())
            return AtPlaces(re.compile(one_of(words)), words)

        self.shown = {area: sought(area) for area in AREAS}
        self.done = {area: sought(f"{area}_done") for area in AREAS}
        self.exercises = {area: sought(f"{area}_exercise") for area in AREAS}
        self.any_limb = frozenset(wordings["regions.any_limb"])
        self.explained = re.compile(one_of(wordings["regions.explained"]))
        self.worked_with = re.compile(one_of(wordings["regions.worked_with"]))

        def of(name: str) -> str:
            return one_of(wordings[f"regions.{name}"])

        self.motions = re.compile(of("motions"))
        self.names = re.compile(rf"{of('names')}(?:['’]?s)?")
        self.as_test = re.compile(  # "Ober +", "Ober: neg", "Apley's test"
            rf"{of('as_test')}|[+]|[a-z'’:][ ]?[-−–](?![ ]?[a-z\d])"
        )
        self.behind_title = re.compile(rf"{of('titles')}[.]?[ ]$")
        self.gets_about = re.compile(of("gets_about"))
        self.cared_for = re.compile(of("cared_for"))
        self.unsure = re.compile(of("unsure"))
