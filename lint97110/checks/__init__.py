"""The few ideas that rules are made of; a rule names one of them in its key `check`."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from lint97110.billing.case import Case
from lint97110.checks import (
    clock,
    conflict,
    count,
    element,
    fact_present,
    missing,
    modifier,
    sum,  # noqa: A004, every check is a module of its own name
)
from lint97110.model import Found, Rule

Check: TypeAlias = Callable[[Rule, Case], Iterator[Found]]
"""Yields what it found in a note, under the terms of its payer."""

CHECKS: Mapping[str, Check] = {
    "clock": clock.check,
    "conflict": conflict.check,
    "count": count.check,
    "element": element.check,
    "fact-present": fact_present.check,
    "missing": missing.check,
    "modifier": modifier.check,
    "sum": sum.check,
}
