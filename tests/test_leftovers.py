"""One sentence of another patient in a clean note is found; clean notes are left in peace."""

import pytest
from samples import NOTES, ROOT, document

from lint97110.engine import Settings
from lint97110.model import Document
from lint97110.readers import read

NOTE = """\
Patient: Marta Quill      61 F      Date of service: 05/14/2026      Visit 7 of 12
Dx: right knee replacement, 6 weeks post-op

Subjective:
Ms. Quill took the stairs twice without the rail. She slept through, pain 2/10.
Objective:
Right knee flexion 108 deg, was 101 deg. Step-ups 4 in. 3x8, mini squats 2x10 with a mirror.
She needed verbal cues to keep the right knee over the foot.
Assessment:
Her knee no longer gives way on the last step. Goal 1, stairs without the rail: half of them.
Plan:
Step-ups at 6 in. next visit, 2x/wk for 3 weeks.
97110: 38 min, total 40 min.
Ines Okafor, PT, DPT 05/14/2026
"""
FAMILIES = Settings(select=("WP", "CX", "PL"), every_note=True)
UNREAD = (
    "twenty-eight",
    "twenty-nine",
    "thirty",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "twenty-one",
    "twenty-two",
    "twenty-four",
    "twenty-five",
    "twenty-six",
    "twenty-seven",
)  # sets from which nobody has learnt what is no leftover
READERS = [
    path
    for path in sorted((ROOT / "tests" / "readers").glob("*/*.txt"))
    if path.parent.name not in UNREAD
]
FLAWED = {
    "eight-15": "PL002",
    "fourteen-13": "PL002",
    "six-16": "PL002",
    "nine-16": "PL002",
    "l-013": "PL002",
}  # they say so themselves


@pytest.fixture(scope="module")
def found(linter_of):
    """Code and words of each finding of the families about leftovers."""
    linter = linter_of(FAMILIES)
    return lambda text: [
        (finding.rule.code, finding.at.text)
        for finding in linter.lint(Document("note.txt", text)).findings
    ]


def test_clean(found):
    """Nothing is left over in the note that is to be spoilt."""
    assert found(NOTE) == []


@pytest.mark.parametrize(
    ("was", "now", "code", "words"),
    [
        ("Ms. Quill took", "Mr. Vane took", "WP001", "Mr. Vane"),
        ("She needed", "Robert needed", "WP001", "Robert"),
        ("She slept", "He slept", "WP002", "He"),
        ("Her knee no", "His knee no", "WP002", "His"),
        ("Right knee flexion", "Left knee flexion", "WP003", "Left knee"),
        ("the right knee over", "the left knee over", "WP003", "left knee"),
        ("Her knee no longer gives way", "Shoulder pain eased", "WP004", "Shoulder"),
        ("Ms. Quill took", "This 48 y/o took", "WP005", "48 y/o"),
        ("Goal 1,", "This is visit 5 of 12. Goal 1,", "CX007", "visit 5 of 12"),
        ("Goal 1,", "This is visit 7 of 16. Goal 1,", "CX008", "visit 7 of 16"),
        ("Goal 1,", "Now 9 weeks post-op. Goal 1,", "CX009", "9 weeks post-op"),
        ("Ms. Quill took", "Today (05/07/2026) she took", "CX005", "05/07/2026"),
        ("PT, DPT 05", "PT, DPT, signed 04", "CX010", "04/14/2026"),
        ("She needed", "He/she needed", "PL006", "He/she"),
        ("Right knee flexion 108 deg, was 101 deg", "R/L knee bends well", "PL006", "R/L"),
        ("Goal 1,", "(delete if not applicable) Goal 1,", "PL002", "delete if not applicable"),
        ("Goal 1,", "Choose one. Goal 1,", "PL002", "Choose one"),
        ("pain 2/10", "pain XX/10", "PL001", "XX"),
        ("pain 2/10", "pain X/10", "PL001", "X/10"),
        ("108 deg", "{value} deg", "PL001", "{value}"),
        ("108 deg", "«deg»", "PL001", "«deg»"),
        ("108 deg", "__._ deg", "PL001", "__._"),
        (
            "Goal 1,",
            "[say how the knee was guarded] Goal 1,",
            "PL002",
            "say how the knee was guarded",
        ),
        ("Goal 1,", "Two visits left. Goal 1,", "CX007", "Two visits left"),
        ("97110: 38", "97110 on 04/30/2026: 38", "CX005", "04/30/2026"),
        ("Ms. Quill took", "She is 48, and took", "WP005", "She is 48"),
        ("Goal 1,", "She is eleven weeks out from surgery. Goal 1,", "CX009", "eleven weeks"),
        ("mini squats 2x10", "mini squats, L only, 2x10", "WP003", "squats, L"),
        ("Her knee no longer", "This gentleman's knee no longer", "WP002", "This gentleman"),
        ("Ms. Quill took", "This 61 y.o. male took", "WP002", "y.o. male"),
        ("Her knee no longer", "Ms. Quill, 48, says her knee no longer", "WP005", "48"),
        ("Her knee no longer", "At 11 weeks the knee no longer", "CX009", "11 weeks"),
        ("Goal 1,", "As expected for 12 weeks. Goal 1,", "CX009", "12 weeks"),
        ("Goal 1,", "Over 14 visits she gained 30 deg. Goal 1,", "CX007", "Over 14 visits"),
        ("Goal 1,", "At visit 4 she bends to 108. Goal 1,", "CX007", "visit 4"),
        ("97110: 38", "Note completed 04/30/2026. 97110: 38", "CX010", "04/30/2026"),
        ("no longer gives", "gives more/less", "PL006", "more/less"),
        (
            "pain 2/10",
            "pain 2/10 (include vitals if indicated)",
            "PL002",
            "include vitals if indicated",
        ),
        (
            "Goal 1,",
            "Delete any goal not worked on. Goal 1,",
            "PL002",
            "Delete any goal not worked on",
        ),
    ],
)
def test_planted(was, now, code, words, found):
    """What was left over is found at its words, and nothing else is."""
    assert NOTE.count(was) == 1
    assert found(NOTE.replace(was, now)) == [(code, words)]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("She slept", "Her son Tobias (31) and Mrs. Vane, his wife, came; he drove. She slept"),
        ("She slept", "Tobias is her son. Today Tobias drove, since he was off. She slept"),
        ("3x8", "3x8 [NEW]"),
        ("3x8", "3x8 [son watched]"),
        ("3x8", "3x8 [flow sheet attached]"),
        ("Subjective:", "Pool 92 F, chest deep\nSubjective:"),
        ("Goal 1,", "At 3 weeks she was still on a frame. Goal 1,"),
        ("Goal 1,", "At visit 3 she was still on a frame. Goal 1,"),
        ("Goal 1,", "Over 6 visits she gained 30 deg. Goal 1,"),
        ("Goal 1,", "Five visits left. Goal 1,"),
        ("Goal 1,", "The last session left her tired. Goal 1,"),
        (
            "Goal 1,",
            "She went back to the choir, L knee fine since it was replaced in 2019. Goal 1,",
        ),
        ("Step-ups at", "Review on 28 May with Mr. Osric. Step-ups at"),
        ("38 min", "38 min (visit of 05/14/2026)"),
    ],
)
def test_explained(was, now, found):
    """What something in the note explains is left in peace."""
    assert NOTE.count(was) == 1
    assert found(NOTE.replace(was, now)) == []


@pytest.mark.parametrize("family", ["WP", "CX"])
def test_sample_notes(family, linter_of):
    """In the sample notes everything fits."""
    linter = linter_of(Settings(select=(family,), every_note=True))

    assert not [f.at.text for note in NOTES for f in linter.lint(document(note)).findings]


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem)
def test_notes_of_others(path, linter_of):
    """What others wrote is left in peace, but for what they spoilt on purpose."""
    linter = linter_of(Settings(select=("WP", "CX", "PL002", "PL006"), every_note=True))
    codes = [finding.rule.code for finding in linter.lint(read(path, path.name)).findings]

    assert sorted(codes) == FLAWED.get(path.stem, "").split()
