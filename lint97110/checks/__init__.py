"""The few ideas that rules are made of; a rule names one of them in its key `check`."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from lint97110.billing.case import Case
from lint97110.checks import (
    clock,
    conflict,
    count,
    element,
    fact_count,
    fact_present,
    furnished,
    missing,
    mixed_values,
    modifier,
    order,
    section_missing,
    sum,  # noqa: A004, every check is a module of its own name
    unlike,
    words,
)
from lint97110.model import Found, Rule

Check: TypeAlias = Callable[[Rule, Case], Iterator[Found]]
"""Yields what it found in a note, under the terms of its payer."""

CHECKS: Mapping[str, Check] = {
    "clock": clock.check,
    "conflict": conflict.check,
    "count": count.check,
    "element": element.check,
    "fact-count": fact_count.check,
    "fact-present": fact_present.check,
    "furnished": furnished.check,
    "missing": missing.check,
    "mixed-values": mixed_values.check,
    "modifier": modifier.check,
    "order": order.check,
    "section-missing": section_missing.check,
    "sum": sum.check,
    "unlike": unlike.check,
    "words": words.check,
}
