"""What stands otherwise in a document of some kind: an examination's findings are no treatment."""

from collections.abc import Sequence

from lint97110.language import KindStanding
from lint97110.model import Clause, Fact, Kind


def recast(facts: tuple[Fact, ...], rules: Sequence[KindStanding], kind: Kind) -> tuple[Fact, ...]:
    """The facts of a document of that kind, as the rules of rules/standing.yaml make them stand."""
    here = [rule for rule in rules if rule.kind == kind.value]
    if not here:
        return facts
    treated = [_treated(facts, rule) for rule in here]
    return tuple(_as_told(fact, here, treated) for fact in facts)


def _treated(facts: Sequence[Fact], rule: KindStanding) -> set[tuple[str, ...]]:
    """The sections in which something shows that treatment is told."""
    return {
        fact.clause.sections
        for fact in facts
        if fact.kind in rule.unless and fact.clause.status in rule.was
    }


def _as_told(
    fact: Fact, rules: Sequence[KindStanding], treated: Sequence[set[tuple[str, ...]]]
) -> Fact:
    clause = fact.clause
    for rule, exempt in zip(rules, treated, strict=True):
        if (
            clause.status in rule.was
            and fact.kind not in rule.keeps
            and clause.sections not in exempt
            and rule.sections.issuperset(clause.sections or ("none",))
        ):
            return fact._replace(clause=Clause(clause.span, rule.standing, clause.sections))
    return fact
