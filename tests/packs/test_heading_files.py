"""Headings of a pack: several files make one list, in which each wording stands once."""

import pytest

from lint97110.errors import PackError
from lint97110.packs import builtin
from lint97110.packs.heading_files import read_headings


@pytest.fixture
def written(tmp_path):
    """Writes files of headings and reads them."""

    def write(**files: str):
        for name, text in files.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return read_headings(tmp_path)

    return write


def test_files_are_read_as_one(written):
    """A section may stand in one file, a merged heading and the words around them in others."""
    words = written(
        note="sections: {plan: [Plan, Next visit]}",
        merged="merged: {assessment+plan: [A/P]}",
        others="modifiers: [today]\nhints: {plan: [next]}",
    )

    assert words.opens == {
        "a/p": ("assessment", "plan"),
        "plan": ("plan",),
        "next visit": ("plan",),
    }
    assert (words.modifiers, words.hints, words.main) == (("today",), {"next": "plan"}, ())


@pytest.mark.parametrize(
    ("merged", "line"),
    [
        pytest.param("sections:\n  goals: [plan]", 2, id="two sections"),
        pytest.param("merged:\n  assessment+plan:\n    [a/p,\n     Plan]", 4, id="merged too"),
    ],
)
def test_a_wording_stands_once(written, merged, line):
    """Which of two sections it opened, nobody could tell."""
    with pytest.raises(PackError, match="opens plan already") as told:
        written(a="sections: {plan: [plan]}", b=merged)

    assert f"b.yaml:{line}" in str(told.value)


def test_ours_are_known():
    """The four parts of a note are opened by their letters."""
    opens = read_headings(builtin() / "headings").opens

    assert [opens[letter] for letter in "soap"] == [
        ("subjective",),
        ("objective",),
        ("assessment",),
        ("plan",),
    ]
