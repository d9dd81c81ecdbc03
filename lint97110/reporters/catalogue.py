"""All rules of a pack, as a table for people or JSON for machines."""

import json
from datetime import date

from lint97110.model import (
    Catalogue,
    Condition,
    Element,
    Example,
    Hint,
    Kind,
    Rule,
    Severity,
    Source,
    Terms,
)
from lint97110.reporters.payers import profile_value
from lint97110.severity import severity_of

SCHEMA = 1

HEADINGS = {
    Kind.TREATMENT_NOTE: "note",
    Kind.PROGRESS_REPORT: "prog",
    Kind.EVALUATION: "eval",
    Kind.DISCHARGE: "disc",
    Kind.JUSTIFICATION: "just",
    Kind.TEMPLATE: "temp",
    Kind.OTHER: "else",
}
SEVERITIES = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.INFO: "I", None: "-"}
ON_REQUEST = "* only on request: lint97110 check --extend-select CODE"
LEGEND = """\
E error, W warning, I info, - not checked in this kind of document:
treatment note, progress report, evaluation, discharge, justification, template.
Details and sources of a rule: lint97110 explain CODE
"""


def table(catalogue: Catalogue, terms: Terms) -> str:
    """A row for each rule: code, name, severity by kind of document under `terms`, basis."""
    rules = _in_order(catalogue)
    kinds = [kind for kind in Kind if any(kind in rule.severity for rule in rules)]
    longest = max((len(rule.name) for rule in rules), default=0)
    headings = " ".join(HEADINGS[kind] for kind in kinds)
    lines = [f"{'code':<6} {'name':<{longest}}  {headings}  basis"]
    for rule in rules:
        marks = " ".join(f" {SEVERITIES[severity_of(rule, kind, terms)]}  " for kind in kinds)
        asked = "*" if rule.on_request else ""
        lines.append(f"{rule.code:<6} {rule.name:<{longest}}  {marks}  {rule.basis}{asked}")
    marked = [ON_REQUEST] if any(rule.on_request for rule in rules) else []
    return "\n".join([*lines, "", *marked, LEGEND])


def as_json(catalogue: Catalogue, terms: Terms, day: date | None = None) -> str:
    """Every rule under `terms`, every element and source, and what the payer's dials changed."""
    value = {
        "schema": SCHEMA,
        "pack": {"version": catalogue.version},
        "profile": profile_value(catalogue, terms, day),
        "rules": [_rule(rule, catalogue, terms) for rule in _in_order(catalogue)],
        "elements": [_element(element) for element in catalogue.elements],
    }
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _in_order(catalogue: Catalogue) -> list[Rule]:
    return sorted(catalogue.rules, key=lambda rule: rule.code)


def _rule(rule: Rule, catalogue: Catalogue, terms: Terms) -> dict[str, object]:
    severities = {kind: severity_of(rule, kind, terms) for kind in Kind}
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "basis": str(rule.basis),
        "severity": {str(kind): str(each) for kind, each in severities.items() if each},
        "on_request": rule.on_request,
        "check": rule.check,
        "with": dict(rule.options),
        "message": rule.message,
        "ask": rule.ask,
        "why": rule.why,
        "words": list(rule.words),
        "but_not": list(rule.but_not),
        "hints": [_hint(hint) for hint in rule.hints],
        "hidden_by": list(rule.hidden_by),
        "sources": [_source(catalogue.sources[key]) for key in rule.sources],
        "examples": {
            "bad": [_example(example) for example in rule.examples if example.is_bad],
            "good": [_example(example) for example in rule.examples if not example.is_bad],
        },
    }


def _hint(hint: Hint) -> dict[str, object]:
    return {"opens": list(hint.opens), "holds": list(hint.holds), "ask": hint.ask}


def _source(source: Source) -> dict[str, str]:
    return {
        "key": source.key,
        "title": source.title,
        "section": source.section,
        "address": source.address,
        "seen": source.seen,
        "says": source.says,
        "mark": source.mark,
    }


def _example(example: Example) -> dict[str, str | None]:
    return {
        "note": example.note,
        "at": example.at,
        "kind": str(example.kind),
        "profile": example.profile,
    }


def _element(element: Element) -> dict[str, object]:
    return {
        "name": element.name,
        "title": element.title,
        "means": element.means,
        "missing": element.missing,
        "weak": element.weak,
        "present_when": [_condition(condition) for condition in element.present_when],
        "weak_when": [_condition(condition) for condition in element.weak_when],
        "not_counted": list(element.not_counted),
    }


def _condition(condition: Condition) -> dict[str, object]:
    return {
        "fact": condition.fact,
        "says": condition.says,
        "status": list(condition.status),
        "section": list(condition.section),
        "outside": list(condition.outside),
        "kind": [str(kind) for kind in condition.kind],
        "slots": dict(condition.slots),
    }
