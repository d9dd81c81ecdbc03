"""rules/passages: what a sound file gives, and what a slip in one is told."""

import re

import pytest

from lint97110.errors import PackError
from lint97110.language import STOCK, Passage
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language
from lint97110.packs.passage_file import read_passages

SOUND = """\
words:
  before: [used to, prior to]
  goal: [goal]
facts:
  told:
    - with: [before, degrees|numbers]
      without: goal
"""


def test_sound(tmp_path):
    """Lists, facts of the patterns and the count of numbers may be named."""
    path = tmp_path / "passages.yaml"
    path.write_text(SOUND, "utf-8")
    passages, words = read_passages(tmp_path, {"degrees"})

    assert passages == (Passage("told", (("before",), ("degrees", "numbers")), ("goal",)),)
    assert words == {"before": ("used to", "prior to"), "goal": ("goal",)}


NAMING = """\
families:
  month: [May, June]
words:
  then: ["since {month}", "(early|{month}) on"]
facts:
  told:
    - with: [then]
"""


def test_families(tmp_path):
    """A wording may name the words of a family, within brackets or without."""
    path = tmp_path / "passages.yaml"
    path.write_text(NAMING, "utf-8")
    _, words = read_passages(tmp_path, ())

    assert words == {"then": ("since (May|June)", "(early|May|June) on")}


def test_none(tmp_path):
    """A pack need not have the file."""
    assert read_passages(tmp_path, ()) == ((), {})


@pytest.mark.parametrize(
    ("was", "now", "line", "words"),
    [
        ("before, degrees", "befor, degrees", 6, 'did you mean "before"?'),
        ("without: goal", "without: goals", 7, 'did you mean "goal"?'),
        ("goal: [goal]", 'goal: ["{befor}"]', 3, 'did you mean "before"?'),
    ],
)
def test_refused(was, now, line, words, tmp_path):
    """A name that nobody knows is told with its line."""
    path = tmp_path / "passages.yaml"
    path.write_text(SOUND.replace(was, now), "utf-8")
    with pytest.raises(PackError) as caught:
        read_passages(tmp_path, {"degrees"})

    assert caught.value.line == line
    assert words in caught.value.sentence


def test_every_list_is_named():
    """No list of wordings stands in our file for nothing."""
    language = load_language(builtin())
    named = {name for each in language.passages for group in each.with_ for name in group}
    named |= {name for each in language.passages for name in each.without}
    named |= {name for each in language.passages for name in each.under}
    named = {re.sub("^(?:under|after|earlier) ", "", name) for name in named}

    stock = {name for name in language.passage_words if name.startswith(STOCK)}

    assert set(language.passage_words) - stock <= named
