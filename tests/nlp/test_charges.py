"""Minutes and units beside a code or a service in running text."""

import pytest

from lint97110.model import Document

NOTHING: dict[str, int] = {}


@pytest.mark.parametrize(
    ("words", "minutes", "units"),
    [
        pytest.param("97110 - SLR 3x10, held 5 min", NOTHING, NOTHING, id="an exercise's minutes"),
        pytest.param("97110 8", NOTHING, NOTHING, id="eight of nobody knows what"),
        pytest.param("97110: SLR 3x10", NOTHING, NOTHING, id="a dose"),
        pytest.param(
            "HEP: therapeutic exercise 20 min daily", NOTHING, NOTHING, id="minutes at home"
        ),
        pytest.param("97110 x 23 min", {"97110": 23}, NOTHING, id="minutes"),
        pytest.param("23 min 97110", {"97110": 23}, NOTHING, id="minutes in front"),
        pytest.param("97110 x2", NOTHING, {"97110": 2}, id="times two"),
        pytest.param("97110 (2)", NOTHING, {"97110": 2}, id="in brackets"),
        pytest.param("2 units of 97110", NOTHING, {"97110": 2}, id="units in front"),
        pytest.param(
            "97110 23 min, 97140 15 min. 2 units 97110, 1 unit 97140.",
            {"97110": 23, "97140": 15},
            {"97110": 2, "97140": 1},
            id="units in front of each",
        ),
        pytest.param("97110 x " + "9" * 310, NOTHING, NOTHING, id="a row of digits"),
        pytest.param("97110 GP 2 units", NOTHING, {"97110": 2}, id="behind a modifier"),
        pytest.param("97110 30 min (2 units)", {"97110": 30}, {"97110": 2}, id="both"),
        pytest.param("97110 30 97140 15", {"97110": 30, "97140": 15}, NOTHING, id="bare minutes"),
        pytest.param(
            "97110 38 min, 97140 15 min", {"97110": 38, "97140": 15}, NOTHING, id="two codes"
        ),
        pytest.param("Therapeutic exercise 30 min", {"97110": 30}, NOTHING, id="by its name"),
        pytest.param(
            "Ther ex: 20 min, manual therapy: 15 min",
            {"97110": 20, "97140": 15},
            NOTHING,
            id="two services",
        ),
        pytest.param(
            "Gave 26 minutes of therapeutic exercise, two units.",
            {"97110": 26},
            {"97110": 2},
            id="minutes of a service",
        ),
        pytest.param(
            "Spent 24 minutes on therapeutic exercise and 11 minutes on manual therapy.",
            {"97110": 24, "97140": 11},
            NOTHING,
            id="each in front of its service",
        ),
        pytest.param(
            "26 minutes were devoted to therapeutic exercise (CPT 97110)",
            {"97110": 26},
            NOTHING,
            id="the name between minutes and code",
        ),
        pytest.param(
            "97110 15 min; 97530 15 min. Total 30 min",
            {"97110": 15, "97530": 15, "total": 30},
            NOTHING,
            id="a total is no code's",
        ),
    ],
)
def test_charges(linter, words, minutes, units):
    """Numbers belong to the code or service beside them, when they are of this visit."""
    stated = linter.understand(Document("note.txt", words)).stated

    assert (minutes, units) == (stated.minutes, stated.units)


def test_minutes_of_a_service_are_no_exercise_time(linter):
    """How long the claim says is not how long an exercise lasted."""
    note = linter.understand(Document("note.txt", "Therapeutic exercise 30 min. SLR 2x10."))

    assert "exercise_time" not in {fact.kind for fact in note.facts}
