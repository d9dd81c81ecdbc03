"""What the facts of session times have to do with each other where they share words."""

from collections.abc import Iterable, Iterator

from lint97110.model import Fact
from lint97110.nlp.tally import number

BEHIND = frozenset(("minutes_total", "minutes_timed"))
"""Facts whose amount stands before what it is called."""

TOTALS = frozenset(("total_minutes", "timed_minutes")) | BEHIND


def in_turn(facts: Iterable[Fact]) -> Iterator[Fact]:
    """From the left, those that share no words with the one before."""
    end = -1
    for fact in sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)):
        if fact.span.start >= end:
            yield fact
            end = fact.span.end


def is_within_a_pair(fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether its amount is the hour of a pair of clock times: "Time: 9-9:40"."""
    return fact.kind in TOTALS and any(
        other.kind == "clock_pair" and other.span.start <= fact.span.end < other.span.end
        for other in others
    )


def names_the_next(fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether its "total" names the larger amount behind it: "MT 10 min tot 40 min"."""
    if fact.kind not in ("minutes_total", "total_bare"):
        return False
    amount = number(fact.slots.get("n", "")) or 0
    return any(
        other.kind in ("total_minutes", "bare_total")
        and fact.span.start < other.span.start < fact.span.end
        and (number(other.slots.get("n", "")) or 0) > amount
        for other in others
    )


def begins_total(fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether it is the beginning of one: "40 total direct minutes"."""
    return any(
        other.kind in BEHIND
        and other.span.start == fact.span.start
        and other.span.end > fact.span.end
        for other in others
    )


def is_field(text: str, fact: Fact) -> bool:
    """Whether it is a line, or a field of one that nothing follows."""
    before, behind = text[: fact.span.start][-2:], text[fact.span.end :].lstrip(" .;,)")
    is_begun = not before.strip(" ") or before.rstrip(" ")[-1:] in "\n|;,./"
    return is_begun and behind[:1] in ("", "\n")
