"""Where a statement stands: sections that end, clauses that go on, and who is spoken of."""

import pytest

from lint97110.model import Document

HISTORY = "S: sore on the stairs since Sunday.\n"


def standing(linter, text, words):
    """How the clause stands in which `words` begin."""
    return linter.standing(Document("note.txt", text), text.index(words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param(
            "Pain .......... 2/10\nSubjective .... stiff\nNuStep ........ 8 min",
            "8 min",
            "performed",
            id="an unknown field ends the field above",
        ),
        pytest.param(
            f"{HISTORY}\nExercise    Sets x Reps    Load\nSLR         3 x 10         2 lb\n",
            "SLR",
            "performed",
            id="a table of doses is treatment",
        ),
        pytest.param(
            f"{HISTORY}O:\nGoal           | Baseline | Now\nWalk to church | 1 block  | 3\nSLR x10",
            "Walk",
            "goal",
            id="a table of goals is of goals",
        ),
        pytest.param(
            "Goals:\n- stairs with one rail\n- walk to the bus\nHeel raises 3x12 at the rail.",
            "Heel",
            "performed",
            id="prose behind a list",
        ),
        pytest.param(
            f"{HISTORY}\nSLR 3x10, bridges 2x15.",
            "SLR",
            "performed",
            id="a paragraph, where nothing else tells the treatment",
        ),
        pytest.param(
            "S/O: says the stairs are easier. SLR 3x10 with 2 lb.",
            "SLR",
            "performed",
            id="a dose under S/O",
        ),
        pytest.param(
            "S/O: says the stairs are easier. SLR 3x10 with 2 lb.",
            "says",
            "reported",
            id="a report under S/O",
        ),
        pytest.param(
            "A/P: moves better than Monday. Add step-downs Friday.",
            "moves",
            "performed",
            id="what is found, under A/P",
        ),
        pytest.param(
            "A/P: moves better than Monday. Add step-downs Friday.",
            "Add",
            "planned",
            id="what comes, under A/P",
        ),
        pytest.param(
            "O: LAQ and marches were on the sheet; all of them were refused.",
            "LAQ",
            "negated",
            id="all of them",
        ),
        pytest.param("O: SLR 3x10 held due to pain.", "SLR", "negated", id="a dose held"),
        pytest.param("O: SLR 3x10 not done.", "SLR", "negated", id="a dose not done"),
        pytest.param("O: SLR 3x10 held 3 sec each.", "SLR", "performed", id="a hold"),
        pytest.param(
            "A: Goal of five stairs without the rail; now three of five.",
            "now three",
            "goal",
            id="a goal behind a semicolon",
        ),
        pytest.param(
            "O: Last visit she did lunges, marches and bridges on the mat.",
            "bridges",
            "historical",
            id="a list that began last time",
        ),
        pytest.param(
            "O: SLR 3x10. Next visit try the lunges on foam.",
            "lunges",
            "planned",
            id="the next visit",
        ),
        pytest.param(
            "Next Thurs: lateral hops onto the low box",
            "lateral",
            "planned",
            id="a label that looks ahead",
        ),
        pytest.param(
            "Session began at 2:05 p.m. and ended at 2:48 p.m. Last week was missed.",
            "Session",
            "performed",
            id="a sentence that ends with p.m.",
        ),
    ],
)
def test_standing(linter, text, words, expected):
    """A clause stands as its section, its cues and the statement before it say."""
    assert standing(linter, text, words) == expected


def test_signature_is_no_plan(linter):
    """A name with its credential under the plan plans nothing."""
    note = linter.understand(Document("n.txt", "O: SLR 3x10\nP: Cont POC.\nJo Marsh, PT, WCS"))

    assert note.elements["plan_update"].status == "weak"
    assert note.elements["signature"].status == "present"


@pytest.mark.parametrize(
    ("slip", "status"),
    [("hip strenghtening", "weak"), ("hip strengthening", "weak"), ("hip thoughts", "absent")],
)
def test_slip_of_the_pen(linter, slip, status):
    """A long word with one slip in it is read as the word that was meant."""
    note = linter.understand(Document("note.txt", f"O: {slip} today as on the sheet."))

    assert note.elements["exercises"].status == status


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("We started at ten past one and finished at ten to two.", "13:10", "13:50"),
        ("Here from eight fifteen to nine oh one.", "08:15", "09:01"),
        ("In at half past nine, out at quarter past ten.", "09:30", "10:15"),
        ("Treated from 10:30 a.m. to 11:14 a.m. The brace was off.", "10:30", "11:14"),
    ],
)
def test_times_in_words(linter, words, start, end):
    """Clock times are read as they are dictated."""
    stated = linter.understand(Document("note.txt", words)).stated

    assert (stated.start, stated.end) == (start, end)
