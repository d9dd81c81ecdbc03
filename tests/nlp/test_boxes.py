"""Groups of tick boxes: where a prompt begins and ends, and what it asks."""

import pytest

from lint97110.lines import Lines
from lint97110.nlp.boxes import BoxReader
from lint97110.nlp.options import OptionLists
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language

READER = BoxReader("pulse|temperature|oriented to", OptionLists(load_language(builtin())))


def groups(text):
    """The words and the type of each group."""
    return [
        (" ".join(text[start:end].split()), kind)
        for start, end, kind in READER.groups(text, Lines.of(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Walks to the shop.\nNo boxes here.", [], id="no boxes"),
        pytest.param("Plan of care sent [ ]", [], id="a single box"),
        pytest.param(
            "Mood\n[ ] Calm [ ] Restless\n[ ] Sleepy\nOther ____\nWalks well",
            [("Mood [ ] Calm [ ] Restless [ ] Sleepy Other ____", "choice")],
            id="a heading, its lines, and room for more",
        ),
        pytest.param(
            "Why it ends (check all)\n\n[ ] Moved away\n[ ] Goals reached\n\n[ ] Other ____",
            [("Why it ends (check all) [ ] Moved away [ ] Goals reached [ ] Other ____", "choice")],
            id="blank lines within a list",
        ),
        pytest.param(
            "Gait [ ] Steady [ ] Unsteady\n\n[ ] N/A Stairs [ ] Rail [ ] No rail",
            [
                ("Gait [ ] Steady [ ] Unsteady", "yes_no"),
                ("[ ] N/A Stairs [ ] Rail [ ] No rail", "choice"),
            ],
            id="a label of its own ends at a blank line",
        ),
        pytest.param(
            "Pulse ____ [ ] Even [ ] Skips Temperature ____ [ ] Ear [ ] Mouth",
            [
                ("Pulse ____ [ ] Even [ ] Skips", "choice"),
                ("Temperature ____ [ ] Ear [ ] Mouth", "choice"),
            ],
            id="two prompts on a line",
        ),
        pytest.param(
            "Goals were [ ] met [ ] partly met [ ] not met (*If not met please explain) ____",
            [("Goals were [ ] met [ ] partly met [ ] not met", "choice")],
            id="what is asked of an answer is another question",
        ),
        pytest.param("Seen by dietitian? [ ] Yes [ ] No", [], id="a pair is no group"),
        pytest.param("Chair: [x] high [ ] low", [], id="a tick answers"),
        pytest.param("97110 [ ] min [ ] units", [], id="amounts"),
        pytest.param(
            "SKILL | Better | Same | SKILL | Better | Same\n"
            "KNITTING | [ ] | [ ] | SEWING | [ ] | [ ]\n____ | [ ] | [ ]",
            [("KNITTING | [ ] | [ ]", "choice"), ("SEWING | [ ] | [ ]", "choice")],
            id="labels in front of bare boxes",
        ),
        pytest.param(
            "MEETS THE RULE | DOES NOT MEET THE RULE | N/A | NOTES\n"
            "[ ] | [ ] | [ ] | Washes hands\n[ ] | [ ] | [ ] | Other",
            [("[ ] | [ ] | [ ] | Washes hands", "yes_no")],
            id="labels behind bare boxes, a thing and its contrary",
        ),
    ],
)
def test_groups(text, expected):
    """Each prompt reaches from its heading to its last box."""
    assert groups(text) == expected
