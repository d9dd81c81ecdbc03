"""What `why` prints about six sample notes, to the letter; `--update-golden` writes it anew."""

import pytest
from click.testing import CliRunner
from samples import FOLDER, ROOT

from lint97110.cli import main

ANSWERS = ROOT / "tests" / "cli" / "why"
ASKED = {
    "ankle-telegraphic-assistant-note.txt": "exercises",
    "cervical-all-caps-thin.txt": "skilled",
    "hip-flow-sheet-by-date.md": "progression",
    "knee-replacement-soap-complete.txt": "progression",
    "lumbar-emr-printout-charge-table.txt": "time_spent",
    "pelvic-floor-progress-report.txt": "goal_progress",
}


@pytest.mark.parametrize(("name", "element"), ASKED.items())
def test_answer(name, element, monkeypatch, linter_of, update_golden):
    """Each candidate, how its clause stands, the condition that took or left it, what decided."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("lint97110.cli.looking.Linter", linter_of)
    path = (FOLDER / name).relative_to(ROOT).as_posix()
    said = CliRunner().invoke(main, ["why", element, path])
    answer = ANSWERS / f"{name.partition('.')[0]}.txt"
    if update_golden:
        answer.write_text(said.stdout, "utf-8", newline="\n")

    assert said.exit_code == 0
    assert said.stdout == answer.read_text("utf-8")


def test_no_answer_stands_alone():
    """Each expected answer belongs to a note that is asked about."""
    names = {f"{name.partition('.')[0]}.txt" for name in ASKED}

    assert {path.name for path in ANSWERS.iterdir()} == names
