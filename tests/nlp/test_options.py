"""Boxes, pairs and lists of options: which prompts they make, and what only looks like one."""

import pytest

from lint97110.nlp.bullets import first_word
from lint97110.nlp.options import OptionLists
from lint97110.nlp.scales import length_of_options
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language

LISTS = OptionLists(load_language(builtin()))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param("BP: 120/80", None, id="blood pressure"),
        pytest.param("Strength: 4/5 / 4+/5", None, id="grades of strength"),
        pytest.param("Side: R/L", None, id="two letters are a side"),
        pytest.param("Exercise: SLR/heel slides", None, id="two names with a slash"),
        pytest.param("SLR / quad sets / bridges", None, id="a list without a label"),
        pytest.param(
            "Plan: progress loading as tolerated today / reassess / discharge soon",
            None,
            id="options are short",
        ),
        pytest.param("[x] HEP reviewed [ ] HEP updated", None, id="a ticked box is an answer"),
        pytest.param("☑ gait ☐ balance", None, id="ticked sign"),
        pytest.param("[ ] 1 unit [ ] 2 units", None, id="numbers to tick are no question"),
        pytest.param("Tolerance: good / fair / poor", "choice", id="spaced list"),
        pytest.param("Assist: none/min/mod/max", "choice", id="tight list"),
        pytest.param("Response: improved / unchanged.", "choice", id="two spaced options"),
        pytest.param("[ ] better [ ] same [ ] worse", "choice", id="brackets"),
        pytest.param("☐ gait ☐ balance ☐ strength", "choice", id="signs"),
        pytest.param("Rate your worry: 0 1 2 3 4 5", "choice", id="a scale of numbers"),
        pytest.param("Readings: 4 9 2 7 1", None, id="numbers in no order"),
        pytest.param("Stiffness:  none  mild  severe", "choice", id="words with gaps"),
        pytest.param("It is: ___ dull ___ sharp", "choice", id="lines to mark"),
        pytest.param("Plan: ___ x/wk for ___ wks", None, id="blanks to fill"),
        pytest.param("Swelling: absent/present", "yes_no", id="two contraries"),
        pytest.param("Sore today: No/Yes/Skip", "yes_no", id="a pair, and a way out"),
        pytest.param("Tolerance (circle one): good fair poor", "choice", id="circle"),
        pytest.param("[ ] met [ ] not met", "yes_no", id="a thing and its contrary in boxes"),
        pytest.param("Skilled care: needed / not needed", "yes_no", id="a thing and its contrary"),
        pytest.param("Status: changed / unchanged", "yes_no", id="un-"),
        pytest.param("HEP reviewed with patient [ ]", "yes_no", id="one box behind a statement"),
        pytest.param("Goal (circle): met / not met", "yes_no", id="circle one of a pair"),
    ],
)
def test_options(body, kind):
    """A label with its options asks for a choice; a thing and its contrary ask for a yes or no."""
    assert kind == LISTS.type_of(body)


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        pytest.param("Date [mm/dd/yyyy]", [], id="date"),
        pytest.param("Pain [3/10]", [], id="score"),
        pytest.param("Cues [verbal]", [], id="one word"),
        pytest.param("Pain [better / same / worse]", ["choice"], id="choice"),
        pytest.param("Tolerated {well/fairly/poorly}", ["choice"], id="braces"),
        pytest.param("HEP done [yes/no]", ["yes_no"], id="yes or no"),
        pytest.param("HEP done {Y / N}", ["yes_no"], id="letters"),
        pytest.param("On [mm/dd/yy] pain was [up/down]", ["choice"], id="behind a date"),
    ],
)
def test_bracketed(line, kinds):
    """Options in brackets ask; dates and scores in brackets do not."""
    assert kinds == [kind for _, _, kind in LISTS.in_brackets(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("Pain today", "Pain today", id="no bullet"),
        pytest.param("   Pain today", "Pain today", id="indent"),
        pytest.param("- Pain today", "Pain today", id="dash"),
        pytest.param("> • Pain today", "Pain today", id="quoted bullet"),
        pytest.param("3) Pain today", "Pain today", id="number"),
        pytest.param("(12) Pain today", "Pain today", id="number in brackets"),
        pytest.param("b. Pain today", "Pain today", id="letter"),
        pytest.param("10 reps", "10 reps", id="a number that counts"),
    ],
)
def test_first_word(line, words):
    """Words begin behind the indent and the bullet."""
    assert words == line[first_word(line) :]


@pytest.mark.parametrize(
    ("rest", "options"),
    [
        pytest.param("Patient sore", "", id="prose"),
        pytest.param("Yes, with a handout", "", id="an answer"),
        pytest.param("Y/N: N", "Y/N", id="letters"),
        pytest.param("Y / N comment", "", id="words behind a pair are not parted from it"),
        pytest.param("[ ] Yes [ ] No  Comment", "[ ] Yes [ ] No", id="boxes"),
        pytest.param("Yes [x] No [ ] Comment", "Yes [x] No [ ]", id="ticked"),
        pytest.param("[ ] better [ ] worse", "[ ] better [ ] worse", id="boxes to the end"),
    ],
)
def test_length_of_options(rest, options):
    """A question keeps the options that follow it."""
    assert options == rest[: length_of_options(rest)]


@pytest.mark.parametrize(
    ("options", "is_contrary"),
    [
        (["good", "fair", "not tried"], False),
        (["meets it", "does not meet it", "n/a"], True),
        (["absent", "present"], True),
    ],
)
def test_contraries(options, is_contrary):
    """A thing and its contrary, with or without a way out of both."""
    assert is_contrary == LISTS.contrary(options)
