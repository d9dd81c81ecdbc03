"""From a bank to a form: placeholders, headings, questions."""

import pytest

from lint97110.form import Bank, Excerpt, Header, Paper, Prompt, Region, Told
from lint97110.forms.making import make_form

ASK = Prompt("How did it go?", ("response",))
MORE = Prompt("Which task is it for?", ("function", "goal_progress"))
OF_KNEE = Prompt("How did the knee track?")
BANK = Bank(
    type="balance",
    title="Balance",
    names=(),
    sources=(),
    prompts={Paper.NOTE: {"objective": (ASK,), "plan": (MORE,)}},
    regions=(Region("knee", (), {Paper.NOTE: {"objective": (OF_KNEE,)}}),),
    path="",
)


def test_placeholders():
    """What nobody said is left in brackets, and nothing else is."""
    form = make_form(BANK, Paper.NOTE, Header())

    assert dict(form.above) == {
        "Patient": "[patient]",
        "Treatment date": "[treatment date]",
        "Start time": "[start time]",
        "End time": "[end time]",
        "Session type": "Balance",
    }
    assert all("[" in value for _, value in form.below)


def test_header():
    """What was said stands there as it was said; no patient is ever named."""
    form = make_form(BANK, Paper.NOTE, Header("3/4", "9:05", "9:45"), "knee")
    above = dict(form.above)

    assert (above["Treatment date"], above["Start time"], above["End time"]) == (
        "3/4",
        "9:05",
        "9:45",
    )
    assert above["Patient"] == "[patient]"
    assert above["Session type"] == "Balance, knee"


@pytest.mark.parametrize(
    ("paper", "headings"),
    [
        (Paper.NOTE, ["Subjective", "Objective", "Assessment", "Plan"]),
        (Paper.JUSTIFICATION, ["History", "Physical exam", "Assessment", "Plan"]),
    ],
)
def test_headings(paper, headings):
    """SOAP for a note, H&P for a justification."""
    assert [part.heading for part in make_form(BANK, paper, Header()).parts] == headings


def test_region():
    """What is asked of the region comes after what is asked of every such session."""
    _, objective, *_ = make_form(BANK, Paper.NOTE, Header(), "knee").parts

    assert objective.prompts == (ASK, OF_KNEE)


def test_what_is_known_is_not_asked():
    """A question goes when all that it is about is told; its excerpts stand in the section."""
    excerpt = Excerpt("pain 5 to 3", "visit.txt, line 4")
    elements = {"objective": frozenset(("response",)), "plan": frozenset(("function",))}
    told = Told({"objective": (excerpt,)}, elements)
    form = make_form(BANK, Paper.NOTE, Header(), told=told)
    _, objective, _, plan = form.parts

    assert (objective.prompts, objective.excerpts) == ((), (excerpt,))
    assert plan.prompts == (MORE,)
