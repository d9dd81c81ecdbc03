"""What would identify somebody in a form, and what only looks like it."""

import pytest

from lint97110.engine import Settings
from lint97110.model import Document, Kind


@pytest.fixture(scope="module")
def identifiers(linter_of):
    """The words of a form that identify somebody, each with what it is."""

    def found(text: str) -> list[tuple[str, str]]:
        note = linter_of(Settings(kind=Kind.TEMPLATE)).understand(Document("form.txt", text))
        return [
            (fact.span.of(text), fact.slots["is"])
            for fact in note.facts
            if fact.kind == "identifier"
        ]

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Patient: [patient name]",
        "Name: ______________",
        "Patient: Date: Visit:",
        "Session type: Range Of Motion",
        "97110 ____ min, 97140 ____ min",
        "Rev. 03/01/2024",
        "Visit 12 of 24, page 1 of 2",
        "Date: mm/dd/yyyy",
        "How was 10.5 kg lifted?",
        "Therapist: PT, DPT",
    ],
)
def test_nobody(identifiers, text):
    """Placeholders, blanks, codes and the date of the form are left alone."""
    assert identifiers(text) == []


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Patient: Marta Quill", "Marta Quill", "name"),
        ("Patient name:  Quill, Marta J.", "Quill, Marta", "name"),
        ("PATIENT: MARTA QUILL", "MARTA QUILL", "name"),
        ("What did Mrs. Quill report?", "Mrs. Quill", "name"),
        ("SSN 900-12-3456", "900-12-3456", "number"),
        ("Call 555-010-4471.", "555-010-4471", "number"),
        ("quill@example.org", "quill@example.org", "number"),
        ("see https://example.org/p/7", "https://example.org/p/7", "number"),
        ("Member ID: W0081233", "W0081233", "number"),
        ("Surgery on 02/11/2026", "02/11/2026", "date_or_place"),
        ("Surgery on 2026-02-11", "2026-02-11", "date_or_place"),
        ("since March 3rd, 2026", "March 3rd, 2026", "date_or_place"),
        ("DOB 3/14/51", "3/14/51", "date_or_place"),
        ("a 93-year-old", "93-year-old", "date_or_place"),
        ("at 41 Alder Street", "41 Alder Street", "date_or_place"),
        ("Salem, OR 97301", "OR 97301", "date_or_place"),
    ],
)
def test_somebody(identifiers, text, words, what):
    """Names, numbers, full dates and addresses are found, each as what it is."""
    assert identifiers(text) == [(words, what)]


def test_only_in_forms(linter_of):
    """A note may name its patient."""
    text = "Patient: Marta Quill\nInterventions:\nSLR 3x10."
    note = linter_of(Settings(kind=Kind.TREATMENT_NOTE)).understand(Document("note.txt", text))

    assert not [fact for fact in note.facts if fact.kind == "identifier"]
