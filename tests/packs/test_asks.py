"""Our own questions are open and propose no value."""

import pytest

from lint97110.packs.asks import fault_of


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(
            "How did the difficulty change, or why was it kept the same?", id="two halves"
        ),
        pytest.param("Describe the cue you gave, how often, and what changed.", id="describe"),
        pytest.param("What did you see? How did you answer it?", id="two questions"),
        pytest.param("Which task is hard, and what is in the way of it?", id="is after what"),
        pytest.param(
            "What can the patient do now and what could she do before?", id="could after what"
        ),
        pytest.param(
            "How do you and the patient do the program or do the stairs?", id="do after or"
        ),
        pytest.param("What is right with the plan now?", id="right inside"),
    ],
)
def test_open(ask):
    """A question that asks for words is left in peace."""
    assert fault_of(ask) is None


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        pytest.param("Did the knee give way?", 'begins with "Did"', id="did"),
        pytest.param("Please describe the knee.", 'begins with "Please"', id="please"),
        pytest.param("However it went, say so.", 'begins with "However"', id="however"),
        pytest.param("???", 'begins with "???"', id="no word"),
        pytest.param("What changed? Was it better?", 'begins with "Was"', id="second question"),
        pytest.param("How was it, and did it help?", "could be answered", id="closed half"),
        pytest.param(
            "How was it and was it better?", "could be answered", id="closed half, no comma"
        ),
        pytest.param("How did it go, didn't it?", "could be answered", id="tag"),
        pytest.param("How did it go, didn\u2019t it?", "could be answered", id="tag, curly"),
        pytest.param("What you mean is a squat, right?", "could be answered", id="right"),
        pytest.param("Which is it, met or not?", "could be answered", id="or not"),
        pytest.param("Which is it, yes or no, for the goal?", "could be answered", id="yes or no"),
        pytest.param("How is the pain: better?", "could be answered", id="colon"),
        pytest.param("How did the knee do at 3 lb?", "contains a digit", id="digit"),
        pytest.param("How did the knee do", "does not end like a sentence", id="no end"),
    ],
)
def test_fault(ask, fault):
    """A question that closes the answer, or gives it, is refused."""
    assert fault_of(ask).startswith(fault)
