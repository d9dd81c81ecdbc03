"""rules/wordings: words that steps of reading look for in the text itself, one topic a file."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from lint97110.errors import PackError
from lint97110.packs.course_wordings import DayWordings, SurgeryWordings, VisitWordings, Words
from lint97110.packs.fields import read_fields
from lint97110.packs.region_wordings import RegionWordings
from lint97110.packs.yaml_tree import Scalar, read_tree
from lint97110.wording import fault


@dataclass(frozen=True, slots=True)
class DoseWordings:
    """The keys of rules/wordings/doses.yaml."""

    told_as_dose: Words


@dataclass(frozen=True, slots=True)
class InstructionWordings:
    """The keys of rules/wordings/instructions.yaml."""

    subjects: Words
    conditions: Words


@dataclass(frozen=True, slots=True)
class OptionWordings:
    """The keys of rules/wordings/options.yaml."""

    pairs: Words
    sides: Words
    side_by_side: Words
    sided: Words


@dataclass(frozen=True, slots=True)
class PeopleWordings:
    """The keys of rules/wordings/people.yaml."""

    patient: Words
    the: Words
    says: Words
    opens_clause: Words
    of_a_clinician: Words
    own: Words
    tells: Words
    after_an_object: Words
    doing: Words
    the_somebody: Words
    writers: Words
    clause_between: Words
    told_of_patient: Words
    labels: Words
    about: Words
    of_patient: Words
    called: Words
    page_head: Words
    addressed: Words
    by_order: Words
    order: Words
    described: Words
    works: Words
    beside_somebody: Words
    no_role: Words
    no_verb: Words
    particles: Words
    made_to: Words
    told_to: Words
    behind_told: Words
    joins: Words
    adverbs: Words
    theirs: Words


@dataclass(frozen=True, slots=True)
class TableWordings:
    """The keys of rules/wordings/tables.yaml."""

    visit: Words
    week: Words
    amounts: Words
    valued: Words
    clock_columns: Words


@dataclass(frozen=True, slots=True)
class FormWordings:
    """The keys of rules/wordings/forms.yaml."""

    subjective: Words
    objective: Words
    assessment: Words
    plan: Words
    history: Words
    unit: Words
    scored: Words
    loaded: Words
    no_value: Words
    operated: Words
    of_shoulder: Words
    of_elbow: Words
    of_hand: Words
    of_neck: Words
    of_back: Words
    of_hip: Words
    of_knee: Words
    of_ankle: Words
    moving: Words
    of_one_sex: Words
    for_everybody: Words


@dataclass(frozen=True, slots=True)
class IdentifierWordings:
    """The keys of rules/wordings/identifiers.yaml."""

    person: Words
    title: Words
    initials: Words
    record: Words
    record_number: Words
    phone: Words
    phone_number: Words
    born: Words
    years_old: Words
    age: Words
    home: Words
    street: Words
    flat: Words
    state: Words
    dates_the_form: Words
    no_name_before: Words
    beside_name: Words


TOPICS: dict[str, type[Any]] = {
    "days": DayWordings,
    "doses": DoseWordings,
    "forms": FormWordings,
    "identifiers": IdentifierWordings,
    "instructions": InstructionWordings,
    "options": OptionWordings,
    "people": PeopleWordings,
    "regions": RegionWordings,
    "surgery": SurgeryWordings,
    "tables": TableWordings,
    "visits": VisitWordings,
}
"""What each file holds, by its name."""


def read_wordings(folder: Path) -> dict[str, tuple[str, ...]]:
    """The wordings of each list, as `topic.list`; raises PackError."""
    found = {}
    for topic, target in TOPICS.items():
        path = folder / f"{topic}.yaml"
        file = read_fields(target, read_tree(path), path)
        for each in fields(target):
            words = getattr(file, each.name)
            found[f"{topic}.{each.name.rstrip('_')}"] = tuple(
                _checked(word, path) for word in words
            )
    return found


def _checked(word: Scalar, path: Path) -> str:
    """A wording that can be read; raises PackError for any other."""
    why = fault(word.text)
    if why:
        raise PackError(str(path), word.line, f'"{word.text}": {why}')
    return word.text
