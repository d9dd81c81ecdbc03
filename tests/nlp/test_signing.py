"""Who signed: a therapist in full, half of one, or somebody else."""

import pytest

from lint97110.model import Document

NOTE = """S: knee less sore on stairs
O: knee flexion 110 degrees, SLR 3x10 with cues for quad control
A: needs cues to keep the knee over the foot
P: continue 2x/week
Education on swelling given.
Tolerated the session well.
"""


@pytest.mark.parametrize(
    ("last", "signed"),
    [
        pytest.param("Next visit Friday.", None, id="nobody"),
        pytest.param("Signature: ____________", None, id="a blank"),
        pytest.param("PT signature pending", None, id="pending"),
        pytest.param("Draft - Dana Reyes, PT", None, id="draft"),
        pytest.param("Physician: Alan Cho, MD", None, id="physician"),
        pytest.param("Patient signature: Mary Bell", None, id="patient"),
        pytest.param("Referring: Dana Reyes, PT", None, id="referrer"),
        pytest.param(
            "Discussed the plan with Dana Reyes, PT, who agreed to go on with the program.",
            None,
            id="a sentence about a colleague",
        ),
        pytest.param("DPT", "signed_partly", id="credential alone"),
        pytest.param("Treating therapist, PT", "signed_partly", id="title without a name"),
        pytest.param("Signed: DR", "signed_partly", id="initials without a credential"),
        pytest.param("Dana Reyes, PT, DPT", "signed", id="name and credential"),
        pytest.param("D.R., PT", "signed", id="initials and credential"),
        pytest.param("/s/ Dana Reyes PT", "signed", id="stamp"),
        pytest.param("Electronically signed by Dana Reyes, PT", "signed", id="electronic"),
        pytest.param("Therapist: Dana Reyes, OTR/L", "signed", id="label"),
        pytest.param("Lee Park, PTA / Dana Reyes, PT", "signed", id="two of them"),
        pytest.param("Dana Reyes, PT\nPage 1 of 1", "signed", id="a foot line behind"),
    ],
)
def test_signed(linter, last, signed):
    """A note is signed by a named therapist with a credential, in the place for it."""
    kinds = {fact.kind for fact in linter.understand(Document("note.txt", NOTE + last)).facts}
    found = next((kind for kind in ("signed", "signed_partly") if kind in kinds), None)

    assert signed == found


def test_title_is_no_signature(linter):
    """The therapist in the head of a note has not signed it there."""
    note = linter.understand(Document("note.txt", "Dana Reyes, PT\n" + NOTE))

    assert not [fact for fact in note.facts if fact.kind.startswith("signed")]
