"""In a note of occupational therapy OT is the one who treats; in others a colleague."""

import pytest

from lint97110.engine import Linter
from lint97110.model import Document, Status

_NOTE = """O: OT walked her through one-handed buttoning x 3, then putty pinch 2x10.
OT stabilised the wrist during extension, cues to relax the shoulder.
{signed}
"""


@pytest.mark.parametrize(
    ("signed", "status"),
    [
        ("J. Ruiz, OTR/L", Status.PRESENT),
        ("J. Ruiz, COTA", Status.PRESENT),
        ("J. Ruiz, PT, DPT", Status.ABSENT),
        ("J. Ruiz, PTA, with K. Ode, OTR/L", Status.ABSENT),
    ],
)
def test_the_letters_behind_the_names_tell_whose_work_it_was(
    linter: Linter, signed: str, status: Status
) -> None:
    """A note signed by both is not taken for the OT's."""
    note = linter.understand(Document("note.txt", _NOTE.format(signed=signed)))

    assert note.elements["exercises"].status is status
