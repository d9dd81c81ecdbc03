"""Whom, what and when a note speaks of: persons, regions and sides, visits and days."""

import pytest

from lint97110.engine import Settings
from lint97110.model import Document, Kind


@pytest.fixture(scope="module")
def told(linter_of):
    """Words and value of each fact of a kind, with a mark where it is given or not alone."""
    linter = linter_of(Settings(kind=Kind.TREATMENT_NOTE))

    def found(text: str, kind: str) -> list[str]:
        note = linter.understand(Document("note.txt", text))
        every = (
            f"{fact.span.of(text)}={fact.slots['is']}"
            + ("!" if fact.slots["given"] else "")
            + ("" if fact.slots["alone"] else "?")
            for fact in note.facts
            if fact.kind == kind
        )
        return list(dict.fromkeys(every))  # two readings may tell the same

    return found


BODY = "\n\nSubjective:\n"
IN_ROOM = "\n\nObjective:\n"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Marta Quill 58 F" + BODY + "She slept.", ["58 F=she!", "She=she"]),
        ("Sex: M" + BODY + "He slept.", ["Sex: M=he!", "He=he"]),
        (BODY + "A 73-year-old retired man.", ["year-old retired man=he!"]),
        (BODY + "He/she slept.", []),
        (BODY + "Her husband drives. He waits.", ["Her=she!", "Her=she", "He=he?"]),
        (BODY + "Her husband drives. She waits.", ["Her=she!", "Her=she", "She=she"]),
        (BODY + 'Says "he told me so".', ["he=he?"]),
        (BODY + "Walked 10 m, 5 F.", []),
    ],
)
def test_gender(text, facts, told):
    """What the head says, what pronouns say, and whom else they may mean."""
    assert told(text, "gendered") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Patient: Marta Quill" + BODY + "Ms. Quill slept.",
            ["Marta Quill=given!?", "Ms. Quill=given"],
        ),
        (
            "Patient: QUILL, MARTA J" + BODY + "Mr. Vane slept.",
            ["QUILL, MARTA J=given!?", "Mr. Vane=vane"],
        ),
        (
            "Lyra D., 20, soccer" + BODY + "Robert reports pain.",
            ["Lyra D.=given!?", "Robert=robert"],
        ),
        ("Pt: Quill" + BODY + "Robert reports pain.", []),
        ("Patient: Marta Quill" + BODY + "Her son Mr. Vane drove.", ["Marta Quill=given!?"]),
        ("Dear Ms. Vane," + BODY + "Ms. Quill slept.", ["Ms. Quill=given!?", "Ms. Quill=given"]),
        (
            "Patient: Marta Quill" + BODY + "Slept.\nMr. Vane, PT",
            ["Marta Quill=given!?"],
        ),
    ],
)
def test_names(text, facts, told):
    """The patient's name, another one, and those that belong to somebody else."""
    assert told(text, "named") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Marta Quill, 61, teacher" + BODY, ["61=61!"]),
        ("Age: 61" + BODY + "74 y/o.", ["61=61!", "74 y/o=74!"]),
        ("Page 1 of 2" + BODY + "Average 61.", []),
        (BODY + "Her son is 8 years old.", []),
    ],
)
def test_ages(text, facts, told):
    """An age has a mark of its own; pages and averages have none."""
    assert told(text, "aged") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Dx: R TKA" + BODY + "Left knee sore.",
            ["R TKA=right!?", "Left knee=left?"],  # so one speaks of the other knee
        ),
        (
            "Dx: R TKA\n\nMeasures:\nLeft knee flexion 90.",
            ["R TKA=right!?", "Left knee=left?"],  # measured for comparison
        ),
        (
            "Dx: R TKA" + IN_ROOM + "STM to the left knee 5 min.",
            ["R TKA=right!?", "left knee=left?", "R=right!", "left knee=left"],  # hands on it
        ),
        (BODY + "Had L reverse total shoulder.", ["L reverse total shoulder=left?"]),
        (BODY + "Knee (R) sore.", ["Knee (R=right?"]),
        (BODY + "Right and knee, left.", []),
        (BODY + "R knee 104, L knee 130.", ["R knee=right?", "L knee=left?"]),
        (BODY + "Compared to the left knee.", ["left knee=left?"]),
        ("History:\nLeft knee replaced.", ["Left knee=left?"]),
    ],
)
def test_sides(text, facts, told):
    """A side belongs to the region behind it; where both stand, they are compared."""
    assert told(text, "sided") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Dx: R TKA" + BODY + "Shoulder sore.", ["TKA=knee!", "Shoulder=shoulder?"]),
        ("Dx: R TKA" + IN_ROOM + "Shoulder sore.", ["TKA=knee!", "Shoulder=shoulder"]),
        ("Dx: stroke" + BODY + "Shoulder sore.", ["Shoulder=shoulder?"]),
        ("Dx: R TKA" + BODY + "My hand on it.", ["TKA=knee!", "hand=hand?"]),
    ],
)
def test_regions(text, facts, told):
    """Nothing is foreign to the whole body, nor what the patient tells, nor a hand to any note."""
    assert told(text, "region") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Daily note, visit 7" + BODY, ["visit 7=7!"]),
        ("Visit #7 of 12" + BODY, ["Visit #7 of 12=7!"]),
        (BODY + "This is visit 5.", ["visit 5=5!"]),
        (BODY + "After the 8th visit.", []),
        (BODY + "Seen today for the 8th visit.", ["8th visit=8!"]),
        (BODY + "Next visit 5/20, MD visit 3.", []),
        (BODY + "Report due at visit 10.", []),
        (BODY + "Visit 45 min.", []),
    ],
)
def test_visits(text, facts, told):
    """Only this visit is counted."""
    assert told(text, "visit_counted") == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("R TKA, POD 14" + BODY, ["POD 14=14!"]),
        (BODY + "Now 6 weeks post-op.", ["6 weeks post-op=42!"]),
        ("Plan:\nLunges at 6 weeks post-op.", []),
    ],
)
def test_since_surgery(text, facts, told):
    """The time since surgery is counted in days, and only where it is now."""
    assert told(text, "since_surgery") == facts


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("DOS: 05/14/2026" + BODY + "Today (5/14/26) sore.", "day_of_service", 1),
        ("DOS: 05/14/2026" + BODY + "Today (5/12) sore.", "day_of_service", 2),
        ("Dates of service 05/14/2026 to 06/14/2026", "day_of_service", 0),
        ("DOS: 05/14/2026\nSigned: M. Quill, PT May 14, 2026", "day_signed", 1),
        ("Referral signed by the physician 04/02/2026", "day_signed", 0),
        ("DOS: 13/40/2026", "day_of_service", 0),
    ],
)
def test_days(text, kind, count, told):
    """A day is a day however it is written; a missing year is the note's."""
    assert len({each.rpartition("=")[2].strip("!?") for each in told(text, kind)}) == count
