"""What a document is: the subject decides first, then whether it is a form, then its words."""

import pytest

from lint97110.model import Document, Kind

LONG_STORY = "She drove to the market and her car was struck from behind at the lights. " * 6


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "DIAGNOSIS: , Wry neck.,HISTORY:,  She was referred to Physical Therapy by her uncle."
            ",SOCIAL HISTORY: , Lives above a bakery.,PAST MEDICAL HISTORY:,  None.",
            Kind.EVALUATION,
            id="a dictated evaluation with a physician's headings",
        ),
        pytest.param(
            "HISTORY: , He was sent for skilled speech therapy because he lost his voice.,"
            "SHORT-TERM GOALS:,1.  He met both goals and is discharged from therapy.",
            Kind.OTHER,
            id="another therapy",
        ),
        pytest.param(LONG_STORY, Kind.OTHER, id="a long text that never speaks of therapy"),
        pytest.param(
            "CHIROPRACTIC INTAKE\nName: {{name}}\nVisit: {{day}}\nSpine: [subluxation found]\n"
            "Chiropractor: {{who}}\nReview of systems: {{systems}}\nSocial history: {{life}}",
            Kind.OTHER,
            id="a blank form of somebody else",
        ),
        pytest.param(
            "\n".join(f"{n}) Pt will {what}." for n, what in enumerate(("walk", "climb") * 4, 1)),
            Kind.TEMPLATE,
            id="a bank of goals for anybody",
        ),
        pytest.param(
            "\n".join(f"Drill {n} | Exercise | 2 x 10 | cues for posture" for n in range(12)),
            Kind.TEMPLATE,
            id="a bank of doses for nobody",
        ),
        pytest.param(
            "Pt has had skilled PT for weakness and still needs help on the stairs. Further "
            "teaching is needed. Ongoing skilled PT remains medically necessary.",
            Kind.JUSTIFICATION,
            id="why care goes on, and no visit",
        ),
        pytest.param(
            "Pt tolerated tx well. Cues for pacing. Skilled PT remains medically necessary.",
            Kind.TREATMENT_NOTE,
            id="a visit that ends in why care goes on",
        ),
        pytest.param(
            "Pt completed a course of skilled PT and is now appropriate for discharge. PT signed.",
            Kind.DISCHARGE,
            id="a paragraph that ends the course",
        ),
        pytest.param(
            "Dear Dr. Fenwick, treatment has consisted of pool work twice weekly. PT follows.",
            Kind.PROGRESS_REPORT,
            id="what the treatment was made of",
        ),
        pytest.param(
            "She keeps asking for the pool. Bike 8 min, SLR 3x10, bridges 2x15. PT",
            Kind.TREATMENT_NOTE,
            id="asking for something is no request",
        ),
        pytest.param(
            "EVAL  3/4  L ankle\nROM 0-10. Goals: hop. POC: ther ex 2x/wk.",
            Kind.EVALUATION,
            id="a word in the first line",
        ),
        pytest.param(
            "CC: knee, 6 wks p/o.\n\nExam: healed.\n\nImaging: none.\n\nShe does leg press 3x10 "
            "with her PT.\n\nPlan: light duty.\n\nElectronically signed by Ottilie Marsh, MD",
            Kind.OTHER,
            id="who signs",
        ),
        pytest.param(
            "Nursing cleared her for therapy. Bridges 2x10, LAQ 2x15. TE 23 min. L. Hart PTA",
            Kind.TREATMENT_NOTE,
            id="a nurse in the first sentence",
        ),
        pytest.param(
            "RN on duty gave her pain pill before we began. Heel slides x15, SLR x10. Pain 6 to 5 "
            "after the sets, and she was steady on the way back. Flexion 88. Next visit: stairs.",
            Kind.TREATMENT_NOTE,
            id="a nurse in a note of one paragraph",
        ),
        pytest.param(
            "DISCHARGE: Mr. Orr was seen for nine visits and has met his goals. HEP only.",
            Kind.DISCHARGE,
            id="a label in front of the first sentence",
        ),
        pytest.param(
            "S: saw neurology\nEx: ____\nTime: ____\nGoals: ____\nNext: ____\nLena Hart, PTA",
            Kind.TREATMENT_NOTE,
            id="nobody signs a form",
        ),
        pytest.param(
            "Ex: ____\nTime: ____\nGoals: ____\nNext: ____\nPTA: ____",
            Kind.TEMPLATE,
            id="a form to be signed",
        ),
        pytest.param(
            "HAND CLINIC\nJoint | R eval | L\nwrist | 40 | 70\nTendon glides x10",
            Kind.TREATMENT_NOTE,
            id="the same word further down",
        ),
    ],
)
def test_kind(linter, text, kind):
    """The kind of a document, by its words."""
    assert linter.lint(Document("note.txt", text)).kind is kind
