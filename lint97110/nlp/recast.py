"""What stands otherwise in a document of some kind: an examination's findings are no treatment."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint97110.language import KindStanding
from lint97110.model import Clause, Fact, Kind


class _Here(NamedTuple):
    """A rule in one document: the sections that it leaves alone, and where it ends."""

    rule: KindStanding
    exempt: set[tuple[str, ...]]
    end: int | None

    def changes(self, fact: Fact) -> bool:
        """Whether the fact stands otherwise by this rule."""
        rule, clause = self.rule, fact.clause
        return (
            clause.status in rule.was
            and fact.kind not in rule.keeps
            and (not rule.only or fact.kind in rule.only)
            and clause.sections not in self.exempt
            and rule.sections.issuperset(clause.sections or ("none",))
            and (self.end is None or fact.span.end <= self.end)
        )


def recast(facts: tuple[Fact, ...], rules: Sequence[KindStanding], kind: Kind) -> tuple[Fact, ...]:
    """The facts of a document of that kind, as the rules of rules/standing.yaml make them stand."""
    here = [
        _Here(rule, set(_treated(facts, rule)), _end(facts, rule))
        for rule in rules
        if rule.kind == kind.value
    ]
    return tuple(_as_told(fact, here) for fact in facts) if here else facts


def _treated(facts: Sequence[Fact], rule: KindStanding) -> Iterator[tuple[str, ...]]:
    """The sections in which something shows that treatment is told."""
    for fact in facts:
        if fact.kind in rule.unless and fact.clause.status in rule.was:
            yield fact.clause.sections


def _end(facts: Sequence[Fact], rule: KindStanding) -> int | None:
    """Where the first fact begins ahead of which the rule holds; nowhere where there is none."""
    if not rule.before:
        return None
    return min(
        (f.span.start for f in facts if f.kind in rule.before and f.clause.status in rule.was),
        default=0,
    )


def _as_told(fact: Fact, rules: Sequence[_Here]) -> Fact:
    for here in rules:
        if here.changes(fact):
            clause = fact.clause
            return fact._replace(clause=Clause(clause.span, here.rule.standing, clause.sections))
    return fact
