"""The report for machines: schema 1, every fact with its place, the same bytes every time."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from lint97110 import __version__
from lint97110.model import (
    ELEMENTS,
    POINTS,
    SCOPES,
    ElementReport,
    Finding,
    NoteReport,
    Quote,
    Report,
    Stated,
    Unread,
)
from lint97110.reporters.options import PLAIN, TextOptions
from lint97110.reporters.totals import totals_of

SCHEMA = 1

Value = Mapping[str, "Value"] | list["Value"] | str | int | bool | None


def render(report: Report, _options: TextOptions = PLAIN) -> str:
    """The whole of `report` as JSON, indented, ending in a line feed."""
    return json.dumps(_report(report), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def schema() -> str:
    """The JSON Schema (draft 2020-12) that every rendered report keeps to."""
    return Path(__file__).with_name("schema-1.json").read_text("utf-8")


def _report(report: Report) -> Value:
    return {
        "schema": SCHEMA,
        "tool": {"name": "lint97110", "version": __version__},
        "pack": {"version": report.pack_version},
        "summary": _summary(report),
        "unreadable": _unread(unread for unread in report.unread if not unread.failed),
        "failed": _unread(unread for unread in report.unread if unread.failed),
        "notes": [_note(note) for note in report.notes],
    }


def _summary(report: Report) -> Value:
    totals = totals_of(report)
    return {
        "inputs": {
            "read": totals.read,
            "unreadable": totals.unreadable,
            "duplicate": totals.duplicate,
        },
        "notes": {
            "checked": totals.checked,
            "out_of_scope": totals.out_of_scope,
            "failed": totals.failed,
        },
        "verdicts": {str(verdict): count for verdict, count in totals.verdicts.items()},
        "findings": {str(severity): count for severity, count in totals.findings.items()},
    }


def _unread(unread: Iterable[Unread]) -> Value:
    return [{"path": one.path, "reason": one.reason} for one in unread]


def _note(note: NoteReport) -> Value:
    elements = note.elements if note.kind.has_elements else {}
    points = {name: _element(note.points[name]) for name in POINTS if name in note.points}
    return {
        "path": note.path,
        "record": note.record,
        "kind": str(note.kind),
        "bills_97110": note.bills_97110,
        "profile": note.profile,
        "verdict": str(note.verdict),
        "elements": {name: _element(elements[name]) for name in ELEMENTS if name in elements},
        "scopes": {name: note.scopes[name] for name in SCOPES if name in note.scopes},
        "minutes": _minutes(note.stated),
        "units": {code: note.stated.units[code] for code in sorted(note.stated.units)},
        "questions": [
            {"text": question.quote.text, "type": question.type, **_place(question.quote)}
            for question in note.questions
        ],
        "yes_no_answers": [_quote(answer) for answer in note.answers],
        "findings": [_finding(finding) for finding in note.findings],
        **({"points": points} if points else {}),
    }


def _element(element: ElementReport) -> Value:
    return {
        "status": str(element.status),
        "evidence": [_quote(quote) for quote in element.evidence],
    }


def _minutes(stated: Stated) -> Value:
    minutes: dict[str, Value] = {key: stated.minutes[key] for key in sorted(stated.minutes)}
    clock = {"start": stated.start, "end": stated.end}
    return minutes | {key: time for key, time in clock.items() if time is not None}


def _finding(finding: Finding) -> Value:
    rule = finding.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "element": finding.element,
        "severity": str(finding.severity),
        "basis": str(rule.basis),
        "message": finding.message,
        "ask": finding.ask,
        "sources": list(rule.sources),
        **_place(finding.at),
        "fingerprint": finding.fingerprint,
    }


def _quote(quote: Quote) -> Value:
    return {"text": quote.text, **_place(quote)}


def _place(quote: Quote) -> dict[str, int]:
    return {
        "start": quote.start,
        "end": quote.end,
        "line": quote.line,
        "column": quote.column,
    }
