"""The JSON report keeps to its schema, says all there is, and nothing else."""

import copy
import json
from dataclasses import replace

import jsonschema
import pytest

from lint97110 import __version__
from lint97110.model import POINTS, Kind, Report, Stated, Verdict
from lint97110.reporters.json import render, schema
from lint97110.reporters.redact import redact

SCHEMA = json.loads(schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def reports(held, many) -> dict[str, Report]:
    """One report of every shape."""
    template = replace(held, kind=Kind.TEMPLATE, verdict=Verdict.READY, findings=())
    return {
        "nothing": Report(()),
        "one": Report((held,)),
        "many": many,
        "redacted": redact(many, b"key"),
        "a template": Report((template,)),
        "a row": Report((replace(held, record="row 5", bills_97110=None),)),
        "nothing stated": Report((replace(held, stated=Stated()),)),
    }


def test_schema_is_a_schema():
    """The file that is shipped is itself valid, and closed everywhere."""
    VALIDATOR.check_schema(SCHEMA)

    def closed(part) -> bool:
        if isinstance(part, list):
            return all(map(closed, part))
        if not isinstance(part, dict):
            return True
        is_closed = part.get("type") != "object" or part.get("additionalProperties") is False
        return is_closed and all(map(closed, part.values()))

    assert closed(SCHEMA)


@pytest.mark.parametrize(
    "name",
    ["nothing", "one", "many", "redacted", "a template", "a row", "nothing stated"],
)
def test_reports_keep_to_the_schema(name, held, many):
    """Every shape of report is valid."""
    VALIDATOR.validate(json.loads(render(reports(held, many)[name])))


def test_points_of_a_justification(asking, held):
    """A justification has its points under a key of their own, which no other kind has."""
    report = json.loads(render(Report((asking, held))))
    request, note = report["notes"]

    VALIDATOR.validate(report)
    assert "points" not in note
    assert tuple(request["points"]) == POINTS
    assert request["points"]["plan_alignment"] == {"status": "absent", "evidence": []}
    assert request["points"]["amount_reason"]["evidence"][0]["text"] == "Plan: continue."


@pytest.mark.parametrize(
    "path",
    [
        pytest.param((), id="report"),
        pytest.param(("summary", "inputs"), id="inputs"),
        pytest.param(("notes", 0), id="note"),
        pytest.param(("notes", 0, "elements"), id="elements"),
        pytest.param(("notes", 0, "elements", "exercises", "evidence", 0), id="evidence"),
        pytest.param(("notes", 0, "minutes"), id="minutes"),
        pytest.param(("notes", 0, "findings", 0), id="finding"),
        pytest.param(("failed", 0), id="failed"),
    ],
)
def test_schema_refuses_what_it_does_not_name(path, many):
    """A key that the schema does not name is refused at every level."""
    value = json.loads(render(many))
    part = value
    for step in path:
        part = part[step]
    part["surprise"] = 1

    assert not VALIDATOR.is_valid(value)


@pytest.mark.parametrize("element", ["exercises", "signature"])
def test_schema_wants_all_elements_or_none(element, one):
    """Ten elements are an error; so the reader of a report never has to ask which are there."""
    value = json.loads(render(one))
    fewer = copy.deepcopy(value)
    del fewer["notes"][0]["elements"][element]

    assert VALIDATOR.is_valid(value)
    assert not VALIDATOR.is_valid(fewer)


def test_the_head(many):
    """The report says who wrote it, with which pack, and what became of every input."""
    value = json.loads(render(many))

    assert list(value) == [
        "schema",
        "tool",
        "pack",
        "summary",
        "unreadable",
        "failed",
        "notes",
    ]
    assert value["schema"] == 1
    assert value["tool"] == {"name": "lint97110", "version": __version__}
    assert value["pack"] == {"version": "2026.1"}
    assert value["summary"] == {
        "inputs": {"read": 4, "unreadable": 1, "duplicate": 1},
        "notes": {"checked": 2, "out_of_scope": 1, "failed": 1},
        "verdicts": {"hold": 1, "review": 0, "ready": 1},
        "findings": {"error": 1, "warning": 2, "info": 1},
    }
    assert [lost["path"] for lost in value["unreadable"]] == ["visits/scan.pdf"]
    assert [lost["path"] for lost in value["failed"]] == ["visits/knee-09.txt"]


def test_a_note(one):
    """A note has every key of schema 1, with the places of all that is quoted."""
    (note,) = json.loads(render(one))["notes"]
    words = "Did the patient complete the HEP?"
    place = {"start": 121, "end": 154, "line": 4, "column": 1}

    assert list(note) == SCHEMA["$defs"]["note"]["required"]
    assert note["path"] == "visits/knee-07.txt"
    assert note["record"] is None
    assert note["bills_97110"] is True
    assert note["verdict"] == "hold"
    assert note["elements"]["goal_progress"] == {"status": "absent", "evidence": []}
    assert note["elements"]["time_spent"] == {
        "status": "weak",
        "evidence": [{"text": "97110 x 2", "start": 111, "end": 120, "line": 3, "column": 10}],
    }
    assert note["minutes"] == {"97110": 23, "total": 45, "start": "09:00", "end": "09:45"}
    assert note["units"] == {"97110": 2}
    assert note["questions"] == [{"text": words, "type": "yes_no", **place}]
    assert [answer["text"] for answer in note["yes_no_answers"]] == ["Yes."]
    assert note["findings"][3] == {
        "code": "QN001",
        "name": "closed-question",
        "element": None,
        "severity": "info",
        "basis": "house",
        "message": "This question can be answered with yes or no.",
        "ask": "What would an open question about the home programme ask?",
        "sources": ["S01"],
        **place,
        "fingerprint": "fp-QN001",
    }
    assert note["findings"][0]["element"] == "time_spent"


@pytest.mark.parametrize("kind", [Kind.TEMPLATE, Kind.OTHER])
def test_no_elements_where_none_are_asked(kind, held):
    """A template and a document of another sort have no elements, whatever was computed."""
    (note,) = json.loads(render(Report((replace(held, kind=kind),))))["notes"]

    assert note["elements"] == {}


def test_signs_stay_as_written(held):
    """Arrows and accents are written as themselves, not as escapes."""
    assert '"path": "é↑.txt"' in render(Report((replace(held, path="é↑.txt"),)))
