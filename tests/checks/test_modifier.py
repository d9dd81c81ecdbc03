"""Modifiers on charge lines, in a whole note."""

import pytest
from check_findings import said

SHARE = (
    "1 of 1 carry the assistant's modifier, since the assistant has more than a tenth of the "
    "last unit."
)
TOTAL = "\nTotal treatment time: 30 min"


@pytest.mark.parametrize(
    ("code", "words", "profile", "expected"),
    [
        pytest.param("BC001", "97110 x 2", "medicare", [], id="a note is no claim"),
        pytest.param("BC001", "97110 GP x 2\n97140 x 1", None, [], id="silent in the base"),
        pytest.param(
            "BC001",
            "97110 GP x 2\n97140 x 1",
            "medicare",
            [("97140 x 1", "97140 has no discipline modifier.", "warning")],
            id="a line without its discipline",
        ),
        pytest.param(
            "BC001",
            "97110 GP x 2\n97530 GO x 1",
            "uhc",
            [("97110 GP", "GO and GP stand in one note.", "warning")],
            id="two disciplines",
        ),
        pytest.param("BC002", "97110 GP CQ x 2", "medicare", [], id="fits"),
        pytest.param(
            "BC002",
            "97110 GP CO x 2",
            "medicare",
            [("97110 GP CO", "97110 carries CO with GP.", "error")],
            id="of another discipline",
        ),
        pytest.param(
            "BC002", "DOS: 03/02/2019\n97110 GP CO x 2", "medicare", [], id="before there was one"
        ),
        pytest.param(
            "BC001",
            "97110 GO x 2\nInes Okafor, PT",
            "medicare",
            [("97110 GO", "The lines carry GO, but the plan and its signer are of GP.", "warning")],
            id="of another discipline than the signer",
        ),
        pytest.param(
            "BC001", "97110 GO x 2\nInes Okafor, OTR/L", "medicare", [], id="of the signer"
        ),
        pytest.param(
            "BC002",
            "97110 GP x 1, 15 min: PTA 8 min, PT 7 min",
            "medicare",
            [
                (
                    "PTA 8 min",
                    f"97110: assistant 8 min, therapist 7 min; {SHARE}",
                    "warning",
                )
            ],
            id="the assistant's share",
        ),
        pytest.param(
            "BC002", "97110 GP x 1, 15 min: PTA 7 min, PT 8 min", "medicare", [], id="therapist's"
        ),
        pytest.param(
            "BC002", "97110 GP CQ x 1, 15 min: PTA 8 min, PT 7 min", "medicare", [], id="marked"
        ),
        pytest.param(
            "BC003",
            "DOS: 03/02/2026\n97110 GP x 2\nYTD charges: $2,479.99",
            "medicare",
            [],
            id="a cent below",
        ),
        pytest.param(
            "BC003",
            "DOS: 03/02/2026\n97110 GP x 2\nYTD charges: $2,480",
            "medicare",
            [
                (
                    "YTD charges: $2,480",
                    "$2,480 of $2,480 are used, but no line carries KX.",
                    "warning",
                )
            ],
            id="reached",
        ),
        pytest.param(
            "BC004",
            "97530: 15 min, 1 unit\n97116: 15 min, 1 unit",
            "medicare",
            [],
            id="own minutes",
        ),
        pytest.param(
            "BC004",
            "97530 x 1, 97116 x 1",
            "medicare",
            [("97530 x 1", "97116 and 97530.", "info")],
            id="a pair",
        ),
    ],
)
def test_modifier(linter_of, code, words, profile, expected):
    """A line lacks a modifier, or carries one that contradicts another."""
    assert said(linter_of, code, f"Charges:\n{words}{TOTAL}", profile) == expected


@pytest.mark.parametrize(
    ("signature", "found"),
    [("Ines Okafor, PT", 0), ("Tomas Reyes, PTA", 1), ("Tomas Reyes, PTA\nInes Okafor, PT", 0)],
)
def test_who_signed(linter_of, signature, found):
    """Where only an assistant signed, a bill without CQ is asked about."""
    words = f"Charges:\n97110 GP x 2{TOTAL}\n{signature}"

    assert [each[2] for each in said(linter_of, "BC002", words, "medicare")] == ["warning"] * found
