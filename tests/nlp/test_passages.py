"""What sentences of a justification tell, and to which point of it that counts."""

import pytest

from lint97110.engine import Settings
from lint97110.model import POINTS, Document, Kind, Status


@pytest.fixture(scope="module")
def understand(linter_of):
    """A text as a justification."""
    linter = linter_of(Settings(kind=Kind.JUSTIFICATION))
    return lambda text: linter.understand(Document("request.txt", text))


LETTER = """\
History:
Ms. Quill cut the flexor tendon of the right thumb on a tin on 03/02/2026; it was repaired on 03/04.
She complains of a thumb that will not bend. Before that she sewed eight hours a day. Now she
cannot hold a needle and needs help with buttons.
Type 2 diabetes, treated with metformin.
Physical exam:
Thumb flexion 38 deg, was 12 deg on 04/01. Pinch 3 lb, from none at the start.
Assessment:
Zone 2 flexor tendon repair, week 10. Alone she pulls past the limit and does not notice the gap.
The therapist grades each pull by the play of the tendon.
Goal 1: thread a needle by 06/30.
Plan:
2x/wk for 5 weeks, because the tendon may be loaded from week 11 and is read at each visit.
The plan of care signed on 03/20 sets the same goals.
"""


FIELDS = """\
REQUEST FOR ADDITIONAL VISITS
Patient: Verity Holmqvist     Dx: S83.512A, left ACL reconstruction 11/20/2025
Complaint: the left knee gives way under the stretcher
Onset: twisted the knee at handball, 10/04/2025
Prior level: full duty paramedic, ran 10 km
Current: stairs without rail; cannot kneel, squat below 70 deg or carry the stretcher
Systems: BP 118/76, HR 62, skin intact
Findings: flexion 131 deg (92 at eval); quad strength 72% of right (41% at eval)
Impression: graft in remodeling phase, quad weakness limits load
Frequency/duration: 1x/week x 8 weeks
Rationale for frequency: the graft may be loaded further every 10 to 14 days, and each step is
tested first
Need for therapist: decisions on jump progression by effusion and landing quality; he cannot see
the valgus on his own
Goals: quad 90% by 06/01, stretcher carry 80 lb by 06/15
Plan of care: certified 04/01/2026, same goals
Anselm Wardrop, PT
"""
PROSE = """\
I write regarding the denial of occupational therapy for Ms. Perpetua Vorster. In March of this
year she underwent a carpal tunnel release of her right hand, and since then pinch has been too
weak to hold a suture needle, which is what she does for a living. Until the operation she worked
ten-hour days in the operating room.

When I first measured her on April 2 her key pinch was 4 pounds; last Thursday it was 9, against 17
on the other side. Sensation has returned to the thumb and index finger. She has no other illness
and takes no medicine.

What keeps her from the needle is weakness of the thenar muscles after years of pressure on the
nerve.
You ask why she cannot do this at home. She tried. In the second week of April she doubled the
putty on her own and woke with a hand too swollen to close. What I do is to watch for the tremble
that comes two repetitions before the swelling, and to stop her there. She does not feel it.

I ask for one visit weekly over five weeks, since the nerve tolerates one step of load about every
seven days. By June 10 she should hold the needle for a twenty-minute closure. Dr. Quill, who
operated, agreed to this plan on April 20.

Sincerely,
Ilse Marchetti, OTR/L, CHT
"""


@pytest.mark.parametrize("letter", [LETTER, FIELDS, PROSE], ids=["headings", "fields", "prose"])
def test_a_whole_letter(letter, understand):
    """A letter that tells everything has every point, each with its words, however it is set."""
    points = understand(letter).points

    assert tuple(points) == POINTS
    assert {name for name, point in points.items() if point.status is not Status.PRESENT} == set()
    assert all(point.evidence and point.because for point in points.values())


@pytest.mark.parametrize(
    ("line", "point", "left"),
    [
        ("Type 2 diabetes, treated with metformin.\n", "systems_review", Status.ABSENT),
        ("Before that she sewed eight hours a day. ", "prior_function", Status.ABSENT),
        ("She complains of a thumb that will not bend. ", "chief_complaint", None),
        ("Now she\ncannot hold a needle and needs help with buttons.", "current_function", None),
        ("Goal 1: thread a needle by 06/30.\n", "expected_outcome", None),
        (", because the tendon may be loaded from week 11 and is read at each visit", None, None),
        ("The plan of care signed on 03/20 sets the same goals.\n", "plan_alignment", None),
    ],
)
def test_each_sentence_counts(line, point, left, understand):
    """Take a sentence away, and the point that rested on it is a gap."""
    assert line in LETTER
    points = understand(LETTER.replace(line, "")).points
    result = points[point or "amount_reason"]

    assert result.status is not Status.PRESENT
    assert left is None or result.status is left


@pytest.mark.parametrize(
    ("text", "point", "status"),
    [
        ("PLOF: independent.", "prior_function", Status.WEAK),
        ("PLOF: drove and shopped for two.", "prior_function", Status.PRESENT),
        ("Diagnosis: M77.11", "impression", Status.PRESENT),
        ("Diagnosis: general weakness", "impression", Status.WEAK),
        ("History:\nHeel pain x 5 months.", "onset", Status.PRESENT),
        ("Plan:\nPain x 5 months.", "onset", Status.ABSENT),
        ("Assessment:\nBridges 3 x 10 and now 3 x 12.", "findings", Status.ABSENT),
        ("Assessment:\nThe pt was alert.", "therapist_reason", Status.ABSENT),
        ("Plan:\nFull-duty decision 10/31.", "expected_outcome", Status.PRESENT),
    ],
)
def test_near_misses(text, point, status, understand):
    """A heading is part of the sentence below it; a dose is no finding, and a plan no history."""
    assert understand(text).points[point].status is status


def test_what_is_asked_is_not_told(understand):
    """A question holds the words of its answer, and answers nothing."""
    form = "History:\n1. What could the patient do before, and which stairs were climbed?\n"

    assert understand(form).points["prior_function"].status is Status.ABSENT
    told = f"{form}Before the fall she climbed 40 stairs.\n"
    assert understand(told).points["prior_function"].status is Status.PRESENT


def test_other_kinds_are_not_asked(linter_of):
    """A treatment note has no points, whatever it tells."""
    linter = linter_of(Settings(kind=Kind.TREATMENT_NOTE))
    report = linter.lint(Document("note.txt", LETTER))

    assert report.points == {}
    assert not [finding for finding in report.findings if finding.rule.family == "MN"]
