"""What would identify somebody in a form, and what only looks like it."""

import pytest
from samples import NOTES, document

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


@pytest.fixture(scope="module")
def marked(linter_of):
    """The words of a note that identify somebody, and whether they are plainly invented."""
    linter = linter_of(Settings(kind=Kind.TREATMENT_NOTE, select=("PI",)))

    def found(text: str) -> list[tuple[str, bool]]:
        note = linter.understand(Document("note.txt", text))
        kept = [fact for fact in note.facts if fact.kind == "identifier"]
        return [(fact.span.of(text), bool(fact.slots["invented"])) for fact in kept]

    return found


@pytest.mark.parametrize(
    ("text", "words", "is_invented"),
    [
        ("Patient: Marta Quill", "Marta Quill", True),
        ("Patient: QUILL, MARTA", "QUILL, MARTA", True),
        ("Patient: Marta Zbigniewicz", "Marta Zbigniewicz", False),
        ("Ines Okafor-Quill, PT, DPT", "Ines Okafor-Quill, PT, DPT", True),
        ("tel. 503-555-0147", "503-555-0147", True),
        ("fax 555-0147", "555-0147", True),
        ("call 221-8840", "221-8840", False),
        ("+44 20 7946 0018", "+44 20 7946 0018", False),
        ("quill@clinic.example", "quill@clinic.example", True),
        ("quill@clinic.org", "quill@clinic.org", False),
        ("SSN 900-12-3456", "900-12-3456", True),
        ("SSN 219-09-9999", "219-09-9999", False),
        ("MRN 004417", "004417", True),
        ("ref 1234567893", "1234567893", False),
        ("DEA AB1234563", "AB1234563", False),
        ("Medicare 1EG4-TE5-MK73", "1EG4-TE5-MK73", False),
        ("paid by 4111 1111 1111 1111", "4111 1111 1111 1111", False),
        ("car 1M8GDM9AXKP042788", "1M8GDM9AXKP042788", False),
        ("born March 3, 1951", "March 3, 1951", False),
        ("Age: 93", "93", False),
        ("41 Alder St., Apt 4", "41 Alder St., Apt 4", False),
        ("P.O. Box 118", "P.O. Box 118", False),
    ],
)
def test_invented(marked, text, words, is_invented):
    """What is kept for examples, or cannot be anybody's, is marked so."""
    assert marked(text) == [(words, is_invented)]


@pytest.mark.parametrize(
    "text",
    [
        "ref 1234567890",  # the check digit is wrong
        "paid by 4111 1111 1111 1112",
        "Claim 97110, 2 units",
        "flexion 95 deg, 93 percent",
        "SLR 3x10 at 41 lb",
        "WA 3x10, OK 12345x",
    ],
)
def test_not_somebody(marked, text):
    """Codes, measures and numbers whose check digit is wrong are nobody's."""
    assert marked(text) == []


def test_only_on_request(linter_of):
    """A note may name its patient; what identifies somebody is looked for when asked."""
    text = "Patient: Marta Zbigniewicz\nInterventions:\nSLR 3x10."
    usual = linter_of(Settings(kind=Kind.TREATMENT_NOTE))
    asked = linter_of(Settings(kind=Kind.TREATMENT_NOTE, extend_select=("PI",)))
    note = usual.understand(Document("note.txt", text))

    assert not [fact for fact in note.facts if fact.kind == "identifier"]
    assert "PI004" not in {f.rule.code for f in usual.lint(Document("note.txt", text)).findings}
    assert "PI004" in {f.rule.code for f in asked.lint(Document("note.txt", text)).findings}


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_sample_notes_are_about_nobody(path, linter_of):
    """Every name in the sample notes is on the list of invented names, and no number is real."""
    linter = linter_of(Settings(select=("PI",), every_note=True))
    report = linter.lint(document(path))

    assert [(f.rule.code, f.at.text) for f in report.findings if f.rule.family == "PI"] == []


def test_capitals_in_time(linter_of):
    """A long line in capitals that is no title after all is no riddle."""
    line = "PATIENTPRESENTS TODAYWITHOUTCOMPLAINTS " * 20
    text = f"Daily form\n\nWhere was Brom Tasker seen, {line}and why?\n{line}Brom Tasker, why?\n"

    assert linter_of(Settings(kind=Kind.TEMPLATE)).lint(Document("form.txt", text)).findings
