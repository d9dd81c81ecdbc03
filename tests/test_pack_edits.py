"""A synonym, a heading, a rule: each is one edit of one YAML file, and reports change by it."""

import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from rule_examples import fault

from lint97110.engine import Linter, Settings
from lint97110.model import Document, Kind, NoteReport, Status
from lint97110.packs import builtin, load_catalogue

CONTRIBUTING = Path(__file__).parent.parent / ".github" / "CONTRIBUTING.md"

RULE = """\
code: TM900
name: units-named
basis: house
severity: {treatment_note: info}
check: fact-present
with: {fact: units_stated}
message: Units stand in this note.
ask: Which minutes stand behind the units?
why: A clinic may want to see the minutes first.
sources: [S01]
examples:
  bad:
    - {note: "Charges: 97110 x 2"}
    - {note: "Charges: 97110 x 1"}
    - {note: "Charges: 97110 x 3"}
  good:
    - {note: "Charges: 97110"}
    - {note: "Charges: 97110 24 min"}
    - {note: "Clamshells x 2"}
"""


@pytest.fixture
def rules(tmp_path) -> Path:
    """A copy of the rules, to edit."""
    return Path(shutil.copytree(builtin(), tmp_path / "rules"))


@pytest.fixture
def lint(rules) -> Callable[[str], NoteReport]:
    """The report on some text by the edited rules."""
    return lambda text: Linter(_settings(rules)).lint(Document("note.txt", text))


def _settings(rules: Path) -> Settings:
    return Settings(kind=Kind.TREATMENT_NOTE, every_note=True, rules_root=rules)


def edit(path: Path, pattern: str, words: str) -> None:
    """Put `words` behind the first place where `pattern` stands in a file."""
    before = path.read_text("utf-8")
    after, count = re.subn(rf"(?m){pattern}", lambda at: at[0] + words, before, count=1)
    assert count == 1, f"{path.name} is written otherwise now"
    path.write_text(after, "utf-8")


def codes(report: NoteReport) -> set[str]:
    """The codes of the findings."""
    return {finding.rule.code for finding in report.findings}


def test_synonym(rules, lint, linter):
    """A word more in the lexicon, and the exercise of that name is seen."""
    text = "Interventions:\nWombat lift in lying on the left.\n"
    edit(rules / "lexicon" / "exercise.yaml", r'^    "straight leg raise": \[', '"wombat lift", ')

    before, after = linter.lint(Document("note.txt", text)), lint(text)

    assert before.elements["exercises"].status is not Status.PRESENT
    assert after.elements["exercises"].status is Status.PRESENT
    assert codes(before) - codes(after) <= {"EX001", "EX002"}
    assert "wombat lift" in after.elements["exercises"].evidence[0].text.lower()


def test_heading(rules, lint, linter):
    """A heading more, and what stands under it was not done here but is done at home."""
    text = "Interventions:\nSeen for 30 min.\nBurrow work:\nClamshells 2x12.\n"
    edit(rules / "headings" / "2-course.yaml", r"^  home_program:[^\[]*\[", "Burrow work, ")

    before, after = linter.lint(Document("note.txt", text)), lint(text)

    assert before.elements["exercises"].status is Status.PRESENT
    assert after.elements["exercises"].status is Status.ABSENT
    assert "EX001" in codes(after) - codes(before)


def test_rule(rules, lint, linter):
    """A file more, with its examples, and notes are checked by it."""
    text = "Interventions:\nClamshells 2x12.\nCharges: 97110 x 2\n"
    path = rules / "core" / "TM" / "TM900-units-named.yaml"
    path.write_text(RULE, "utf-8")

    before, after = linter.lint(Document("note.txt", text)), lint(text)

    assert codes(after) - codes(before) == {"TM900"}
    (finding,) = [finding for finding in after.findings if finding.rule.code == "TM900"]
    assert "97110 x 2" in finding.at.text


def test_examples_of_an_added_rule(rules):
    """The examples of the new rule are run as those of any other."""
    path = rules / "core" / "TM" / "TM900-units-named.yaml"
    path.write_text(RULE, "utf-8")
    rule = load_catalogue(rules).rule("TM900")
    linter = cache(lambda _: Linter(_settings(rules)))

    assert rule is not None
    assert [fault(rule, example, linter) for example in rule.examples] == [""] * 6


def test_payer(rules, lint, linter):
    """A file more, and notes that name the payer are held to it."""
    shown = CONTRIBUTING.read_text("utf-8").partition("## Add a payer")[2]
    (rules / "payers" / "acme.yaml").write_text(
        shown.partition("```yaml\n")[2].partition("```")[0], "utf-8"
    )
    text = "Payer: Acme Health\nInterventions:\nClamshells 2x12.\nCharges: 97110 x 2\n"

    before, after = linter.lint(Document("note.txt", text)), lint(text)

    assert (before.profile, after.profile) == ("base", "acme")
    assert [
        str(finding.severity) for finding in after.findings if finding.rule.code == "PU001"
    ] == ["info"]
