"""What follows from the whole of a document: whether it was filled in, and what it bills."""

from collections.abc import Iterable, Sequence

from lint97110.model import ElementResult, Fact, Kind, Status

_FEWEST_PROMPTS = 5
"""A handful of prompts makes a form."""


def is_unfilled(prompts: int, results: Iterable[ElementResult]) -> bool:
    """Whether a document has so many prompts and nothing that counts for an element."""
    is_empty = not any(result.status is Status.PRESENT for result in results)
    return prompts >= _FEWEST_PROMPTS and is_empty


def bills_97110(facts: Sequence[Fact], kind: Kind) -> bool | None:
    """Whether 97110 is billed: named, or therapeutic exercise charged under another wording."""
    if kind is Kind.OTHER:
        return None
    codes = {
        fact.slots.get("code") for fact in facts if fact.kind in ("session_time", "units_stated")
    }
    named = {str(f.slots.get("code", "")).lower() for f in facts if f.kind == "code_named"}
    if "97110" in codes | named or any(f.kind == "billed_exercise" for f in facts):
        return True
    if any(str(code)[:1].isdigit() for code in codes | named):
        return False
    return None
