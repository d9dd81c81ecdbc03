"""Does something in the note not fit the rest: another pronoun, name, side, number or day?"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from lint97110.billing.case import Case
from lint97110.model import Clause, Fact, Found, Rule, SlotValue

GIVEN = ("first", "any", "one", "most")
_FEWEST = 2  # mentions that make a majority where the head of the note does not tell
_MOST = 2  # more than these are no leftover: the note speaks of both


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the first fact that differs from what the head of the note gives, or from most.

    `given` says what counts of several values in the head: the `first`, `any` of them, `one` alone,
    or the one that the note tells `most`, and then none that stands alone against the rest. With
    `by`, only facts that share that slot are compared. `near` lists values that go with each other,
    "water>stance" that a note of the one may tell of the other; `within` is how far apart numbers
    may be, `exact` how far where a fact is so; `most` in how many clauses facts may stray.
    """
    by = rule.options.get("by")
    groups: dict[Hashable, list[Fact]] = {}
    for fact in case.facts(str(rule.options["fact"])):
        groups.setdefault(fact.slots.get(str(by)), []).append(fact)
    told: set[Clause] = set()
    for facts in groups.values():
        stray = _stray(rule, facts)
        if stray is not None and stray.clause not in told:
            told.add(stray.clause)
            yield Found(stray.span)


def _stray(rule: Rule, facts: Sequence[Fact]) -> Fact | None:
    """The first of the few facts that fit nothing given."""
    given = str(rule.options.get("given", GIVEN[0]))
    values = _values(given, facts)
    if not values:
        return None
    others = [fact for fact in facts if not any(_fits(rule, fact, value) for value in values)]
    if given == "most" and _are_agreed(facts, others):
        return next(fact for fact in facts if fact not in others)
    most = rule.options.get("most")
    counted = others
    if rule.options.get("given") == "one":  # what is explained may be told as often as one likes
        counted = [fact for fact in others if fact.slots["alone"]]
    if rule.options.get("given") == "any":  # of what is explained, what is told of the stray alone
        first = next((fact.slots["is"] for fact in others if fact.slots["alone"]), None)
        counted = [fact for fact in others if fact.slots["alone"] or fact.slots["is"] == first]
    is_few = len(counted) <= _MOST
    if isinstance(most, int):
        is_few = len({fact.clause.span for fact in others}) <= most
    if not is_few:
        return None
    return next((fact for fact in others if fact.slots["alone"]), None)


def _are_agreed(facts: Sequence[Fact], others: Sequence[Fact]) -> bool:
    """Whether what the head gives stands alone against several that tell one other value."""
    sure = [fact for fact in facts if fact.slots["alone"] or fact.slots["given"]]
    against = [fact for fact in sure if fact in others]
    is_alone = len(sure) == len(against) + 1 and len(against) >= _FEWEST
    return is_alone and len({fact.slots["is"] for fact in against}) == 1


def _values(given: str, facts: Sequence[Fact]) -> set[SlotValue]:
    """What a fact may be: what the head gives, else what most of them are."""
    told = dict.fromkeys(fact.slots["is"] for fact in facts if fact.slots["given"])
    match given:
        case "any":
            return set(told)
        case "one":
            return set(told) if len(told) == 1 else set()
        case "most":
            return _most_told(list(told), facts) or _majority(facts)
        case _:
            return set(list(told)[:1]) or _majority(facts)


def _most_told(told: Sequence[SlotValue], facts: Sequence[Fact]) -> set[SlotValue]:
    """Of the values that the head gives, the one that the note tells most; the first of like."""
    sure = Counter(fact.slots["is"] for fact in facts if fact.slots["alone"])
    return {max(told, key=sure.__getitem__)} if told else set()


def _majority(facts: Sequence[Fact]) -> set[SlotValue]:
    """The value of most facts, where there are enough of them, few others, and one is sure."""
    sure = {fact.slots["is"] for fact in facts if fact.slots["alone"]}
    counts = Counter(fact.slots["is"] for fact in facts).most_common(1)
    most = {value for value, count in counts if count >= _FEWEST and count * 3 >= len(facts) * 2}
    return most & sure


def _fits(rule: Rule, fact: Fact, value: SlotValue) -> bool:
    own, near = fact.slots["is"], str(rule.options.get("near", "")).split()
    if isinstance(own, int) and isinstance(value, int):
        within = rule.options.get("exact" if fact.slots.get("exact") else "within", 0)
        return abs(own - value) <= (within if isinstance(within, int) else 0)
    pairs = {f"{own}+{value}", f"{value}+{own}", f"{value}>{own}"}
    return own == value or not pairs.isdisjoint(near)
