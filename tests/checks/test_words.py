"""The check of words that should not be there."""

import pytest
from made_notes import case, rule

from lint97110.checks.words import check

TEXT = "Why was it lazy? A Lazy  day. They said 'no' to \"lazy\" days. Lazybones. [ ] box [  ]"
ASKED = ("Why was it lazy?",)


def found(words: tuple[str, ...], where: str = "anywhere") -> list[str]:
    """What is flagged."""
    every = check(rule({"where": where}, words), case(TEXT, questions=ASKED))
    return [one.span.of(TEXT) for one in every if one.span]


@pytest.mark.parametrize(
    ("words", "where", "flagged"),
    [
        pytest.param(("lazy",), "question", ["lazy"], id="in a question"),
        pytest.param(("lazy",), "outside", ["Lazy"], id="outside, in any case, not quoted"),
        pytest.param(("lazy",), "anywhere", ["lazy", "Lazy"], id="whole words only"),
        pytest.param(("lazy day",), "anywhere", ["Lazy  day"], id="over any white space"),
        pytest.param(("lazy", "lazy day"), "outside", ["Lazy  day"], id="the longest"),
        pytest.param(("why ... lazy",), "question", ["Why was it lazy"], id="a gap"),
        pytest.param(("lazy ... said",), "outside", [], id="no gap over a sentence"),
        pytest.param(("[ ]",), "anywhere", ["[ ]"], id="a sign, letter for letter"),
        pytest.param(("laz",), "anywhere", [], id="part of a word"),
    ],
)
def test_words(words, where, flagged):
    """Words are found as they are meant, and only where the rule looks."""
    assert flagged == found(words, where)
