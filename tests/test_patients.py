"""Are notes of two patients told from notes of one?"""

import pytest

from lint97110.engine import Settings
from lint97110.model import Document
from lint97110.quoting import doubts

TREATED = "O: SLR 3x10.\nA: Pain 4/10 in set 3.\nP: Add step-downs next visit.\n"


@pytest.fixture
def found(linter_of):
    """The doubts about notes with these heads: what differs, and whether for sure."""
    linter = linter_of(Settings())
    return lambda *heads: [
        (doubt.what, doubt.is_sure)
        for doubt in doubts(
            linter.understand(Document(f"{at}.txt", f"{head}\n{TREATED}"))
            for at, head in enumerate(heads)
        )
    ]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Patient: Marta Quill", "Patient: Peter Quill", "names"),
        ("Patient: Marta Quill", "Patient: Marta Vane", "names"),
        ("Patient: QUILL, MARTA J", "Name: Osric Vane", "names"),
        ("Patient: Marta Quill  MRN: 4471902", "Patient: Marta Quill  MRN: 4471920", "record"),
        ("Chart # A-2210", "Chart No.: A-2213", "record"),
        ("Patient: Marta Quill  DOB: 3/14/1951", "Pt: Marta Quill  DOB 3/14/1961", "birth"),
        ("DOB: 3/14/51", "Date of birth: 1951-04-14", "birth"),
        ("Daily note  67 / F", "Daily note  58M", "a man and a woman"),
        ("Daily note. Age: 61", "Daily note. Age: 74", "ages"),
        ("Dx: R TKA", "Dx: L TKA", "sides"),
        ("Dx: right rotator cuff repair", "Dx: left hip fracture", "regions"),
    ],
)
def test_two_patients(one, other, what, found):
    """One thing in the heads that cannot be of one person."""
    ((differs, is_sure),) = found(one, other)

    assert what in differs
    assert is_sure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Patient: Marta Quill", "Patient: Marta Quill"),
        ("Patient: Marta Quill", "Patient: QUILL, MARTA J."),
        ("Patient: Marta Quill", "Pt: Mrs. Quill"),
        ("Patient: M. Quill", "Name: Marta Quill"),
        ("Patient: Marta Quill", "Daily note"),
        ("MRN: 4471902", "MRN 447-1902"),
        ("DOB: 3/14/1951", "DOB: 03/14/51"),
        ("DOB: 3/14/1951", "DOB: 1951-03-14"),
        ("Record: 2026-03-04", "Record: 2026-03-06"),
        ("Daily note. Age: 61", "Daily note. Age: 62"),
        ("Dx: R TKA", "Dx: right knee replacement"),
        ("Dx: R TKA", "Dx: bilateral knee OA, R TKA, L TKA"),
        ("Dx: cervical radiculopathy", "Dx: right shoulder pain"),
        ("Daily note", "Progress report"),
    ],
)
def test_one_patient(one, other, found):
    """The same, written otherwise; and nothing said is no difference."""
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Patient: Marta Quill  Dx: R TKA", "Patient: Marta Quill  Dx: L TKA", "sides"),
        ("MRN: 4471902\nPatient: Marta Quill", "MRN: 4471902\nPatient: Marta Vane", "names"),
        (
            "DOB: 3/14/1951  Dx: right rotator cuff repair",
            "DOB: 3/14/1951  Dx: left hip fracture",
            "regions",
        ),
    ],
)
def test_one_patient_with_a_difference(one, other, what, found):
    """A difference is told, and is no proof, where a number or a full name is the same."""
    ((differs, is_sure),) = found(one, other)

    assert what in differs
    assert not is_sure


def test_every_two_notes(found):
    """The third note may be the stray one; forms and other documents are nobody's."""
    assert len(found("Patient: Marta Quill", "Patient: Marta Quill", "Patient: Osric Vane")) == 2
