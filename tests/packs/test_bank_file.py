"""A file of questions: what a sound one gives, and what each slip in it is told."""

import re

import pytest

from lint97110.errors import PackError
from lint97110.form import ASKED_ELEMENTS, MOST_ASKS, SECTIONS, Paper, Prompt
from lint97110.packs.bank_file import read_bank


def section(name: str, *, about: str = "", count: int = 5) -> str:
    """A section of so many questions, the first of them about some elements."""
    asks = [f"    - ask: What was seen of {name} {'again ' * n}today?\n" for n in range(count)]
    told = f"      about: [{about}]\n" if about else ""
    return f"  {name}:\n{asks[0]}{told}{''.join(asks[1:])}"


BANK = (
    "type: wheelchair\ntitle: Wheelchair\nnames: [seating]\nsources: [H01]\nnote:\n"
    + section("subjective", about=", ".join(ASKED_ELEMENTS))
    + section("objective")
    + section("assessment")
    + section("plan", count=6)
    + "regions:\n  shoulder:\n    names: [shoulders]\n    note:\n      plan:\n"
    + "        - ask: Which pushing stroke spares the shoulder?\n"
)


@pytest.fixture
def bank(tmp_path):
    """A bank as somebody wrote it."""

    def read(text: str):
        path = tmp_path / "wheelchair.yaml"
        path.write_text(text, "utf-8")
        return read_bank(path)

    return read


def test_sound(bank):
    """A bank of one form, and a region that fills a section to the brim."""
    found = bank(BANK)

    assert (found.type, found.title, found.names) == ("wheelchair", "Wheelchair", ("seating",))
    assert list(found.prompts) == [Paper.NOTE]
    assert tuple(found.prompts[Paper.NOTE]) == SECTIONS[Paper.NOTE]
    assert len(found.asked(Paper.NOTE, "plan")) == MOST_ASKS - 1
    assert found.asked(Paper.NOTE, "plan", "shoulder")[-1] == Prompt(
        "Which pushing stroke spares the shoulder?"
    )
    assert found.asked(Paper.NOTE, "subjective")[0].about == ASKED_ELEMENTS


@pytest.mark.parametrize(
    ("pattern", "words", "sentence"),
    [
        pytest.param(
            "What was seen of plan today", "Was plan seen", r'begins with "Was"', id="yes or no"
        ),
        pytest.param("of plan today", "of 5 plans", "contains a digit", id="a value"),
        pytest.param("of plan today", "of plan, did it", "answered yes or no", id="closed half"),
        pytest.param("again today", "today", "asked already .on line 7", id="asked twice"),
        pytest.param(
            "exercises, f", "exercise, f", r'"exercise" .did you mean "exercises"', id="element"
        ),
        pytest.param("exercises, f", "f", "is about exercises: say so", id="nothing asks for it"),
        pytest.param("sources:", "source:", r'"source" .did you mean "sources"', id="key"),
        pytest.param("  plan:", "  plans:", r'"plans" .did you mean "plan"', id="section"),
        pytest.param(r"    - ask: What was seen of plan today\?\n", "", "", id="five are enough"),
        pytest.param(
            r"(    - ask: What was seen of objective today\?\n)", "", "4 questions under", id="four"
        ),
        pytest.param(
            r"\Z", "        - ask: How so?\n", "8 questions under .plan. with", id="eight"
        ),
        pytest.param(
            r"    note:\n      plan",
            "    justification:\n      plan",
            "bank has none",
            id="no form",
        ),
        pytest.param(r"note:(.|\n)*(?=regions)", "", 'needs "note"', id="no question"),
    ],
)
def test_slips(bank, pattern, words, sentence):
    """Each slip is told with its line; an edit that breaks nothing is taken."""
    text, count = re.subn(pattern, words, BANK, count=1)
    assert count

    if not sentence:
        assert bank(text)
        return
    with pytest.raises(PackError, match=sentence) as error:
        bank(text)
    assert 1 <= error.value.line <= text.count("\n") + 1
