"""A catalogue as plain data and back, to be kept in a file."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from lint97110.model import (
    Basis,
    Catalogue,
    Condition,
    Dial,
    Element,
    Example,
    Hint,
    Kind,
    Profile,
    Rule,
    Severity,
    Source,
)


def as_plain(catalogue: Catalogue) -> dict[str, Any]:
    """The catalogue in words, numbers, lists and tables."""
    plain = asdict(catalogue)
    for profile in plain["profiles"].values():
        profile["as_of"] = str(profile["as_of"])
        for dial in profile["dials"]:
            dial.update(since=str(dial["since"]), until=str(dial["until"]))
    return plain


def from_plain(plain: Mapping[str, Any]) -> Catalogue:
    """The catalogue that `as_plain` made plain.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    return Catalogue(
        version=plain["version"],
        rules=tuple(map(_rule, plain["rules"])),
        elements=tuple(map(_element, plain["elements"])),
        sources={key: Source(**source) for key, source in plain["sources"].items()},
        profiles={name: _profile(profile) for name, profile in plain["profiles"].items()},
        labels=dict(plain["labels"]),
    )


def _profile(plain: Mapping[str, Any]) -> Profile:
    typed = {
        "as_of": date.fromisoformat(plain["as_of"]),
        "payers": tuple(plain["payers"]),
        "dials": tuple(map(_dial, plain["dials"])),
    }
    return Profile(**{**plain, **typed})


def _dial(plain: Mapping[str, Any]) -> Dial:
    severity = {Kind(kind): level and Severity(level) for kind, level in plain["severity"].items()}
    typed = {
        "rules": tuple(plain["rules"]),
        "words": tuple(plain["words"]),
        "severity": severity,
        "since": date.fromisoformat(plain["since"]),
        "until": date.fromisoformat(plain["until"]),
    }
    return Dial(**{**plain, **typed})


def _rule(plain: Mapping[str, Any]) -> Rule:
    typed = {
        "basis": Basis(plain["basis"]),
        "severity": {Kind(kind): Severity(level) for kind, level in plain["severity"].items()},
        "sources": tuple(plain["sources"]),
        "examples": tuple(map(_example, plain["examples"])),
        "hidden_by": tuple(plain["hidden_by"]),
        "words": tuple(plain["words"]),
        "but_not": tuple(plain["but_not"]),
        "hints": tuple(map(_hint, plain["hints"])),
    }
    return Rule(**{**plain, **typed})


def _hint(plain: Mapping[str, Any]) -> Hint:
    return Hint(plain["ask"], tuple(plain["opens"]), tuple(plain["holds"]))


def _example(plain: Mapping[str, Any]) -> Example:
    return Example(**{**plain, "kind": Kind(plain["kind"])})


def _element(plain: Mapping[str, Any]) -> Element:
    typed = {
        "look_in": tuple(plain["look_in"]),
        "present_when": tuple(map(_condition, plain["present_when"])),
        "weak_when": tuple(map(_condition, plain["weak_when"])),
        "not_counted": tuple(plain["not_counted"]),
    }
    return Element(**{**plain, **typed})


def _condition(plain: Mapping[str, Any]) -> Condition:
    names = {name: tuple(plain[name]) for name in ("status", "section", "outside")}
    return Condition(**{**plain, **names, "kind": tuple(map(Kind, plain["kind"]))})
