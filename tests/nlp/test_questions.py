"""What asks in a form, of which type, and whether words were written behind it."""

import pytest

from lint97110.lines import Lines
from lint97110.nlp.questions import Questioner
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language


@pytest.fixture(scope="module")
def questioner():
    """The finder of questions by the words of the pack."""
    return Questioner(load_language(builtin()))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("Described the HEP.", [], id="told, not asked"),
        pytest.param('Patient asked, "will I run again?"', [], id="somebody's words"),
        pytest.param("Laxity of the MCL (?)", [], id="a doubt in passing"),
        pytest.param("Falls?", [("Falls?", "yes_no", False)], id="bare prompt"),
        pytest.param(
            "Is it better or worse?", [("Is it better or worse?", "choice", False)], id="or"
        ),
        pytest.param("Any pain or ache?", [("Any pain or ache?", "yes_no", False)], id="any"),
        pytest.param("How did it go?", [("How did it go?", "open", False)], id="open"),
        pytest.param(
            "Goals met   YES   NO", [("Goals met   YES   NO", "yes_no", False)], id="gaps"
        ),
        pytest.param(
            "HEP   YES NO   Falls   Yes   No",
            [("HEP   YES NO", "yes_no", False), ("Falls   Yes   No", "yes_no", False)],
            id="two pairs in columns",
        ),
        pytest.param("[explain why] weak", [("[explain why]", "open", True)], id="in brackets"),
        pytest.param(
            "Why skilled?\nCues for quads.", [("Why skilled?", "open", True)], id="next line"
        ),
        pytest.param(
            "Why skilled?\nPlan: go on", [("Why skilled?", "open", False)], id="next field"
        ),
    ],
)
def test_questions(questioner, text, asked):
    """A prompt asks with its type; words behind it, or on the next line, answer it."""
    found = questioner.ask(text, Lines.of(text), ()).questions

    assert asked == [(each.span.of(text), each.type, each.answered) for each in found]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("How did the strain occur:", ["open"], id="no mark"),
        pytest.param("What are your goals for therapy", ["open"], id="no mark, no colon"),
        pytest.param("How she did: asked to stop once", [], id="a heading in words"),
        pytest.param("Barriers (describe):", ["open"], id="request in brackets"),
        pytest.param("If no, explain:", ["open"], id="behind a condition"),
        pytest.param("Need: explain why skill is required", ["open"], id="behind a label"),
        pytest.param("Indicate the level of help:", ["open"], id="request"),
        pytest.param("[Insert a description]", [], id="a placeholder"),
        pytest.param("Stood on [tile / foam] with [eyes open / shut].", ["choice"] * 2, id="two"),
        pytest.param("Effort: {low|medium|high:418}", ["choice"], id="bars"),
        pytest.param('Help {Level:77::"min","mod","max"} given', ["choice"], id="picker"),
        pytest.param("{YES/NO:63}", ["yes_no"], id="yes or no in a picker"),
        pytest.param("HEP done: Yes / No / Partly", ["choice"], id="a third way"),
        pytest.param("HEP done: Yes / No / N/A", ["yes_no"], id="not applicable"),
        pytest.param("Gait - forward / backward", [], id="what was done"),
        pytest.param("Help given - CGA/SBA/Min/Mod", ["choice"], id="behind a dash"),
        pytest.param("| How did it go | |", ["open"], id="in a table"),
        pytest.param(
            "What happened in this visit that only a licensed therapist could have\ndone safely?",
            ["open"],
            id="goes on below",
        ),
    ],
)
def test_types(questioner, text, asked):
    """Forms ask with and without a mark, in brackets, with options of many shapes."""
    found = questioner.ask(text, Lines.of(text), ()).questions

    assert asked == [each.type for each in found]


@pytest.mark.parametrize(
    ("answer", "is_answered"),
    [
        ("Stiff on the stairs.", True),
        ("Goal 1: walks 200 ft with a cane, met today.", True),
        ("Weak in the hip: it drops from the sixth step on.", True),
        ("Plan: twice a week for the next four weeks.", False),
        ("Pain: 4/10", False),
        ("Pain: ____", False),
        ("", False),
    ],
)
def test_answers_with_labels(questioner, answer, is_answered):
    """An answer may begin with a label of its own; a heading or a field is none."""
    text = f"How did it go?\n{answer}\n"
    (question,) = questioner.ask(text, Lines.of(text), ()).questions

    assert question.answered is is_answered


@pytest.mark.parametrize(
    ("asked", "closes"),
    [
        ("How is the pain: better?", True),
        ("What comes next is more load, right?", True),
        ("How did it go, and did it help?", True),
        ("How did it go, and what helped?", False),
        ("Which measure, at which date, will show carryover?", False),
        ("Describe how it went.", False),
    ],
)
def test_closed_ends(questioner, asked, closes):
    """An open question that ends in its own answer is told apart, and stays open by type."""
    (question,) = questioner.ask(asked, Lines.of(asked), ()).questions

    assert (question.type, question.closes) == ("open", closes)


@pytest.mark.parametrize(
    ("text", "is_answered"),
    [
        ("1. How did it go?\n\nStiff on the stairs.\n", True),
        ("1. How did it go?\n\n\nStiff on the stairs.\n", False),
        ("How did it go?\n\nStiff on the stairs.\n", False),
        ("1. How did it go?\n\nPhysical exam\n", False),
        ("1. How did it go?\n\n## Objective\n", False),
        ("1. How did it go?\n\n2. What helped?\n\nHeat.\n", False),
        ("1. How did it go?\n\n", False),
    ],
)
def test_an_empty_line_before_the_answer(questioner, text, is_answered):
    """Below a numbered question one line may be left empty; a heading is no answer."""
    question, *_ = questioner.ask(text, Lines.of(text), ()).questions

    assert question.answered is is_answered
