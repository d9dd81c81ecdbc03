"""rules/roles.yaml: the classes of words and amounts that each step of reading asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from lint97110.language import Role
from lint97110.packs.fields import read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree

Classes = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class WordRoles:
    """What becomes of words before anything is read."""

    handed_on: Classes
    everyday: Classes
    joining: Classes


@dataclass(frozen=True, slots=True)
class ClauseRoles:
    """Where clauses begin, and of what section a statement is."""

    say_something: Classes
    of_treatment: Classes
    of_plan: Classes
    of_goals: Classes
    of_session: Classes
    of_visits_ahead: Classes
    beside_a_signature: Classes


@dataclass(frozen=True, slots=True)
class DisciplineRoles:
    """Whose note it is."""

    of_ot: Classes
    of_pt: Classes


@dataclass(frozen=True, slots=True)
class DoseRoles:
    """Whose a dose is."""

    of_others: Classes
    names_nothing: Classes
    inside_a_name: Classes
    of_the_body: Classes
    moving: Classes
    machines: Classes
    set_up: Classes
    no_count_of: Classes
    counts: Classes
    attaining: Classes
    manner: Classes
    marks: Classes
    loads: Classes
    praise: Classes
    behind_a_count: Classes
    settled: Classes


@dataclass(frozen=True, slots=True)
class MinuteRoles:
    """Whose are minutes that nothing names?"""

    beside_a_time: Classes
    of_a_visit: Classes
    claimed_by: Classes
    unnamed: Classes
    estimating: Classes


@dataclass(frozen=True, slots=True)
class GoalRoles:
    """Where the patient stands beside a goal."""

    values: Classes
    comparisons: Classes
    content: Classes
    measured: Classes
    asked: Classes
    units: Classes
    times: Classes
    help: Classes
    tested: Classes
    walking: Classes
    helped: Classes
    uncounted: Classes
    named_otherwise: Classes


@dataclass(frozen=True, slots=True)
class RolesFile:
    """The keys of rules/roles.yaml, one for each step."""

    words: WordRoles
    disciplines: DisciplineRoles
    clauses: ClauseRoles
    doses: DoseRoles
    minutes: MinuteRoles
    goals: GoalRoles


def read_roles(path: Path) -> tuple[Role, ...]:
    """Each role as `step.role` with its classes, and where it is written; raises PackError."""
    file = read_fields(RolesFile, read_tree(path), path)
    return tuple(role for step in fields(file) for role in _roles(step.name, file, path))


def _roles(step: str, file: RolesFile, path: Path) -> Iterator[Role]:
    told = getattr(file, step)
    for each in fields(told):
        classes: Classes = getattr(told, each.name)
        names = tuple(cls.text for cls in classes)
        yield Role(f"{step}.{each.name}", names, str(path), classes[0].line if classes else 0)
