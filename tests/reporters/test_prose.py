"""The catalogue in prose: what a clinician reads about a rule or an element."""

import json
from dataclasses import replace

import pytest

from lint97110.model import (
    Basis,
    Catalogue,
    Condition,
    Element,
    Example,
    Kind,
    Rule,
    Severity,
    Source,
    Terms,
)
from lint97110.reporters.catalogue import as_json, table
from lint97110.reporters.prose import element_prose, rule_prose

MISSING = Rule(
    code="PR001",
    name="progression-missing",
    basis=Basis.EXPECTED,
    severity={Kind.TREATMENT_NOTE: Severity.WARNING, Kind.PROGRESS_REPORT: Severity.ERROR},
    check="element",
    options={"element": "progression", "status": "absent"},
    message="Nothing here says how the exercises changed from last time.",
    ask="How did the difficulty change from the last visit?",
    why="A programme that never changes looks like one the patient could do alone.",
    sources=("S06",),
    examples=(
        Example(
            "SLR 2x10\nBridges 2x10", "SLR 2x10", is_bad=True, kind=Kind.TREATMENT_NOTE, line=9
        ),
        Example("SLR up to 3x10", None, is_bad=False, kind=Kind.PROGRESS_REPORT, line=12),
    ),
    path="rules/core/progression/PR001-progression-missing.yaml",
)
WEAK = replace(MISSING, code="PR006", name="progression-vague", basis=Basis.HOUSE, examples=())
PROGRESSION = Element(
    name="progression",
    title="How the exercise programme changed, or why it did not",
    means="A change made today against before.",
    look_in=("interventions",),
    missing="PR001",
    weak="PR006",
    present_when=(Condition("change", "A change of load, repetitions or support made today."),),
    weak_when=(Condition("change", "A change that is only planned.", status=("planned",)),),
    not_counted=("The patient is said to progress.",),
    path="rules/elements/progression.yaml",
)
CATALOGUE = Catalogue(
    version="2026.1",
    rules=(WEAK, MISSING),
    elements=(PROGRESSION,),
    sources={
        "S06": Source(
            "S06",
            "Medicare Benefit Policy Manual, chapter 15",
            "220.3",
            "https://example.org/bp102c15.pdf",
            "2026-11-23",
            "Skill can be shown by a progression to a harder task.",
            "verified-2",
        ),
    },
)

RULE = """\
PR001 progression-missing

Nothing here says how the exercises changed from last time.

Why
  A programme that never changes looks like one the patient could do alone.

Question to answer
  How did the difficulty change from the last visit?

How much it matters
  treatment note: warning
  progress report: error

Sources
  Reviewers expect it.

  S06  Medicare Benefit Policy Manual, chapter 15, 220.3
       Skill can be shown by a progression to a harder task.
       https://example.org/bp102c15.pdf
       (read second-hand; seen 2026-11-23)

Examples that are flagged
  | SLR 2x10
  | Bridges 2x10
  flagged at: "SLR 2x10"

Examples that are left alone
  (progress report)
  | SLR up to 3x10

What counts: lint97110 explain progression
"""

ELEMENT = """\
How the exercise programme changed, or why it did not (progression)

A change made today against before.

Present
  - A change of load, repetitions or support made today.

Weak
  - A change that is only planned.

Does not count
  - The patient is said to progress.

Its rules
  missing: PR001 progression-missing. Nothing here says how the exercises
    changed from last time.
    To answer: How did the difficulty change from the last visit?
  weak: PR006 progression-vague. Nothing here says how the exercises changed
    from last time.
    To answer: How did the difficulty change from the last visit?
"""

TABLE = """\
code   name                 note prog  basis
PR001  progression-missing   W    E    expected
PR006  progression-vague     W    E    house

E error, W warning, I info, - not checked in this kind of document:
treatment note, progress report, evaluation, discharge, justification, template.
Details and sources of a rule: lint97110 explain CODE
"""


def test_rule():
    """A rule is told from what it says to whom says so, with examples good and bad."""
    assert rule_prose(MISSING, CATALOGUE) == RULE


def test_rule_without_examples():
    """A part that would be empty is left out, heading and all."""
    assert "Examples" not in rule_prose(WEAK, CATALOGUE)


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (Basis.REQUIRED, "A payer requires it."),
        (Basis.EXPECTED, "Reviewers expect it"),
        (Basis.HOUSE, "no payer asks for it"),
    ],
)
def test_basis(basis, words):
    """A house rule never poses as a payer's."""
    assert words in rule_prose(replace(MISSING, basis=basis), CATALOGUE)


def test_element():
    """An element is told by what counts, what leaves it weak, and what does not count."""
    assert element_prose(PROGRESSION, CATALOGUE) == ELEMENT


def test_prose_fits():
    """Prose keeps to the width, but never breaks an address."""
    lines = rule_prose(MISSING, CATALOGUE, 50).splitlines()

    assert "       https://example.org/bp102c15.pdf" in lines
    assert max(len(line) for line in lines if "https" not in line) <= 50


def test_table():
    """A row for each rule, by code, with a column for each kind that some rule asks of."""
    assert table(CATALOGUE, Terms()) == TABLE


def test_json():
    """The JSON has everything, each rule with its sources in full."""
    value = json.loads(as_json(CATALOGUE, Terms()))
    rule = value["rules"][0]

    assert value["pack"] == {"version": "2026.1"}
    assert [each["code"] for each in value["rules"]] == ["PR001", "PR006"]
    assert rule["severity"] == {"treatment_note": "warning", "progress_report": "error"}
    assert rule["with"] == {"element": "progression", "status": "absent"}
    assert rule["sources"][0]["address"] == "https://example.org/bp102c15.pdf"
    assert rule["examples"]["bad"][0]["at"] == "SLR 2x10"
    assert rule["examples"]["good"][0]["kind"] == "progress_report"
    assert value["elements"][0]["weak_when"][0]["status"] == ["planned"]
    assert as_json(CATALOGUE, Terms()) == as_json(
        replace(CATALOGUE, rules=CATALOGUE.rules[::-1]), Terms()
    )
