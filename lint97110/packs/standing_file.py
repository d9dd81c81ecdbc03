"""rules/standing.yaml: when a clause was performed, planned, reported, and so on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.language import KindStanding, Pattern, StandingRule
from lint97110.packs.fact_files import checked_reach
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.yaml_tree import Scalar, read_tree


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One line about clauses."""

    is_: Scalar
    within: Scalar
    when: Scalar
    sections: tuple[Scalar, ...] = ()
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class KindStandingLine:
    """One line about clauses of documents of one kind."""

    kind: Scalar
    sections: tuple[Scalar, ...]
    was: tuple[Scalar, ...]
    is_: Scalar
    unless: tuple[Scalar, ...] = ()
    keeps: tuple[Scalar, ...] = ()
    only: tuple[Scalar, ...] = ()
    before: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingFile:
    """The keys of rules/standing.yaml."""

    sections: Mapping[Scalar, Scalar]
    standing: tuple[StandingLine, ...]
    kinds: tuple[KindStandingLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Standings:
    """How clauses stand: by what they say, by their section, by the kind of their document."""

    rules: tuple[StandingRule, ...]
    of_sections: Mapping[str, str]
    of_kinds: tuple[KindStanding, ...]


def read_standings(path: Path) -> Standings:
    """What the file says; raises PackError."""
    file = read_fields(StandingFile, read_tree(path), path)
    return Standings(
        rules=tuple(_rule(line, path) for line in file.standing),
        of_sections={key.text: value.text for key, value in file.sections.items()},
        of_kinds=tuple(map(_of_kind, file.kinds)),
    )


def _rule(line: StandingLine, path: Path) -> StandingRule:
    within = checked_reach(line.within.text, line.within.line, path)
    pattern = Pattern(line.is_.text, line.when.text, str(path), line.line, within)
    sections = tuple(each.text for each in line.sections)
    return StandingRule(line.is_.text, pattern, within, sections)


def _of_kind(line: KindStandingLine) -> KindStanding:
    sections, was, *more = (
        frozenset(each.text for each in named)
        for named in (
            *(line.sections, line.was, line.unless),
            *(line.keeps, line.only, line.before),
        )
    )
    return KindStanding(line.kind.text, sections, was, line.is_.text, *more)
