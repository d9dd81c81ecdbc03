"""Wordings as people list them, looked for in what people write."""

import pytest

from lint97110.wording import any_of


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("used to", "Used  to\nrun"),
        ("full duty", "the full-duty decision"),
        ("# weeks ago", "some 2.5 weeks ago"),
        ("#/#", "graded 4/5"),
        ("independen*", "independently"),
        ("*ectomy", "meniscectomy"),
        ("does ... for her", "does all the shopping for her"),
        ("[ ]", "Pain [ ] Falls"),
    ],
)
def test_found(wording, text):
    """Case, white space, hyphens, numbers and endings are as they may be."""
    assert any_of((wording,)).search(text)


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("used to", "refused to run"),
        ("#/#", "4 of 5"),
        ("does ... for her", "does it. Ask for her"),
        ("before", "beforehand"),
        ("[ ]", "[   ]"),
    ],
)
def test_left_alone(wording, text):
    """Parts of longer words, and other sentences, are none."""
    assert any_of((wording,)).search(text) is None


def test_longest_first():
    """The longest wording that fits is what is found."""
    assert any_of(("no", "no longer")).search("can no longer kneel")[0] == "no longer"
