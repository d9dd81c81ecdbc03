"""Tables: every cell under its column, and a blank cell blank."""

import pytest

from lint97110.lines import Lines
from lint97110.nlp.tables import TableFinder
from lint97110.packs import builtin
from lint97110.packs.wording_files import read_wordings

NAMES = {
    "exercise": "exercise",
    "sets": "sets",
    "reps": "reps",
    "cpt": "code",
    "min": "minutes",
    "units": "units",
}
FINDER = TableFinder(NAMES, {}, read_wordings(builtin() / "wordings"))
SLR = {"exercise": "SLR", "sets": "3", "reps": "10"}
NO_SETS = {"exercise": "SLR", "reps": "10"}
NO_NAME = {"sets": "3", "reps": "10"}


def rows(text):
    """The cells of every row of every table in `text`, by role."""
    return [
        {role: cell.of(text) for role, cell in row.cells.items()}
        for table in FINDER.tables(text, Lines.of(text))
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sets were done with good form.\nSLR 3x10", [], id="prose"),
        pytest.param("Exercise Sets Reps\nSLR 3 10", [], id="single blanks part no columns"),
        pytest.param("Knee flexion | 110 | 115", [], id="no known names"),
        pytest.param("Exercise | Sets | Reps\n\nSLR", [], id="no rows"),
        pytest.param("Exercise | Sets | Reps\nSLR | 3 | 10", [SLR], id="bars"),
        pytest.param("| Exercise | Sets | Reps |\n|---|:-:|---|\n| SLR | 3 | 10 |", [SLR], id="md"),
        pytest.param("  | Exercise | Sets | Reps |\n  | SLR | 3 | 10 |", [SLR], id="indented"),
        pytest.param("|Exercise|Sets|Reps|\n|SLR||10|", [NO_SETS], id="blank without a space"),
        pytest.param("|Exercise|Sets|Reps|\n| SLR |  | 10 |", [NO_SETS], id="blank in the middle"),
        pytest.param("| Exercise | Sets | Reps |\n|  | 3 | 10 |", [NO_NAME], id="blank at first"),
        pytest.param("Exercise | Sets | Reps\n    | 3 | 10", [NO_NAME], id="blank, no frame"),
        pytest.param(
            "Exercise | Sets | Reps\nSLR | 3 |", [{"exercise": "SLR", "sets": "3"}], id="end"
        ),
        pytest.param("Exercise    Sets   Reps\nSLR         3      10", [SLR], id="aligned"),
        pytest.param(
            "Exercise    Sets   Reps\nSLR                10", [NO_SETS], id="aligned blank"
        ),
        pytest.param("Exercise\tSets\tReps\nSLR\t3\t10", [SLR], id="tabs"),
        pytest.param("Exercise\tSets\tReps\nSLR\t\t10", [NO_SETS], id="tabs with a blank"),
        pytest.param("Exercise\tSets\tReps\nSLR\t\t3\t10", [SLR], id="a tab more to align"),
        pytest.param("CPT | Min | Units\n97110 | 23 | 2\nSeen at 9:05", 1, id="prose ends it"),
    ],
)
def test_cells(text, expected):
    """A cell belongs to the column that it stands under, however columns are parted."""
    found = rows(text)

    assert expected == (len(found) if isinstance(expected, int) else found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Exercise | 11/02 | 11/05 | 11/09\nSLR | 2x8 | 2x10 | 3x10",
            {"exercise": "SLR", "earlier": "2x8", "baseline": "2x10", "current": "3x10"},
            id="bars",
        ),
        pytest.param(
            "Exercise\t11/02\t11/05\nSLR\t2x10\t3x10",
            {"exercise": "SLR", "baseline": "2x10", "current": "3x10"},
            id="tabs",
        ),
        pytest.param(
            "Program | Visit 3 | Visit 4 (today)\nSLR | 2x10 | 3x10",
            {"exercise": "SLR", "baseline": "2x10", "current": "3x10"},
            id="numbered visits",
        ),
        pytest.param(
            "    | 11/02 | 11/05\nSLR | 2x10 | 3x10",
            {"exercise": "SLR", "baseline": "2x10", "current": "3x10"},
            id="no name over the exercises",
        ),
        pytest.param(
            "| | 11/02 | 11/05 |\n|---|---|---|\n| SLR | 2x10 | 3x10 |",
            {"exercise": "SLR", "baseline": "2x10", "current": "3x10"},
            id="no name, in a frame",
        ),
    ],
)
def test_flow_sheet(text, expected):
    """In a flow sheet the last visit is today, and the one before it last time."""
    assert [expected] == rows(text)
