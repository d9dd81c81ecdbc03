"""The caret stands under the words, however long or strange the line is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lint97110.model import Basis, Finding, Kind, Quote, Rule, Severity
from lint97110.reporters.snippet import Snippet, snippet

RULE = Rule(
    code="PR001",
    name="progression-missing",
    basis=Basis.EXPECTED,
    severity={Kind.TREATMENT_NOTE: Severity.WARNING},
    check="element",
    options={},
    message="",
    ask="",
    why="",
    sources=(),
    examples=(),
    path="",
)

LONG = "one two three four five six seven"


def finding(line: str, words: str) -> Finding:
    """A finding at the first place of `words` in `line`."""
    column = line.index(words) + 1
    at = Quote(words, column - 1, column - 1 + len(words), 1, column)
    return Finding(RULE, Severity.WARNING, at, line, "f")


@pytest.mark.parametrize(
    ("line", "words", "room", "shown", "below"),
    [
        pytest.param("SLR 2x10", "2x10", 40, "SLR 2x10", "    ^^^^", id="whole"),
        pytest.param("SLR 2x10", "SLR", 8, "SLR 2x10", "^^^", id="just fits"),
        pytest.param("    SLR 2x10", "SLR", 40, "SLR 2x10", "^^^", id="indented"),
        pytest.param("a\tSLR", "SLR", 40, "a SLR", "  ^^^", id="tab"),
        pytest.param("日本 SLR", "SLR", 40, "日本 SLR", "     ^^^", id="wide letters"),
        pytest.param("c̄ SLR", "SLR", 40, "c̄ SLR", "  ^^^", id="combining letter"),
        pytest.param(LONG, "four", 20, "...e four five si...", "     ^^^^", id="cut twice"),
        pytest.param(LONG, "one", 16, "one two three...", "^^^", id="cut after"),
        pytest.param(LONG, "seven", 16, "...ive six seven", " " * 11 + "^" * 5, id="cut before"),
        pytest.param(
            LONG, LONG[4:], 20, "...two three four...", "   " + "^" * 17, id="words too long"
        ),
    ],
)
def test_carets(line, words, room, shown, below):
    """The carets run under the words, and the line is cut around them."""
    assert snippet(finding(line, words), room) == Snippet(shown, below)


@pytest.mark.parametrize(
    ("line", "column", "below"),
    [
        pytest.param("Plan: continue.", 1, "^ looked here", id="start of a line"),
        pytest.param("   Plan:", 1, "^ looked here", id="indented line"),
        pytest.param("S: better. Plan:", 12, "           ^ looked here", id="middle of a line"),
        pytest.param("Plan:", 99, "     ^ looked here", id="past the end"),
    ],
)
def test_looked_here(line, column, below):
    """Where something is missing, a word says that this is where we looked."""
    missing = replace(finding(line, ""), at=Quote("", 0, 5, 1, column))

    seen = snippet(missing, 40)

    assert seen is not None
    assert seen.below == below


@pytest.mark.parametrize("line", ["", "  \t"], ids=["redacted", "blank"])
def test_no_line_no_snippet(line):
    """A redacted finding and a blank line have nothing to show."""
    assert snippet(finding(line, ""), 40) is None


@given(
    st.text(st.characters(exclude_characters="\r\n"), max_size=200),
    st.text("abc ↑日", min_size=1, max_size=60),
    st.text(max_size=200),
    st.integers(20, 120),
)
def test_any_line_fits(before, words, after, room):
    """Whatever a line holds, it fits, and so do the carets below it."""
    line = before + words + after
    at = Quote(words, 0, len(words), 1, len(before) + 1)
    seen = snippet(Finding(RULE, Severity.WARNING, at, line, "f"), room)

    if line.strip():
        assert seen is not None
        assert cell_len(seen.line) <= room
        assert cell_len(seen.below) <= room
        assert "^" in seen.below
