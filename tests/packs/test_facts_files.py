"""What a file of rules/facts may say: its names for classes and wordings, and one notation."""

import shutil
from pathlib import Path

import pytest

from lint97110.compiled import load_grammar
from lint97110.errors import PackError
from lint97110.packs import builtin
from lint97110.packs.language_files import load_language

FILE = "facts/6-made.yaml"


@pytest.fixture
def made(tmp_path):
    """Puts patterns into a copy of the rules, and gives back where they are."""
    root = Path(shutil.copytree(builtin(), tmp_path / "rules"))

    def make(*lines: str) -> Path:
        (root / FILE).write_text("\n".join(("level: facts", *lines, "")), "utf-8")
        return root

    return make


def test_names_are_spelled_out(made):
    """Patterns say a family or a list of wordings by its name."""
    root = made(
        "families: {amount: [load, dose]}",
        "phrases: {left_at: [left at, kept at]}",
        'facts: {made: ["{left_at} {n:amount}"]}',
    )

    [pattern] = [
        pattern
        for level in load_language(root).levels
        for pattern in level.patterns
        if pattern.kind == "made"
    ]

    assert pattern.text == "(left at|kept at) {n:load|dose}"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("kept [(at|on)] {load}", "write [a|b] for [(a|b)]"),
        ("kept (at) {load}", "leave them away"),
        ("kept {left_at} {load}", 'no word, quantity or fact is called "left_at"'),
    ],
)
def test_refused(pattern, why, made):
    """One thing is written in one way; what nobody named is told with its place."""
    root = made("facts:", "  made:", f'    - "{pattern}"')

    with pytest.raises(PackError) as told:
        load_grammar(root)

    assert why in str(told.value)
    assert f"{FILE}:4" in str(told.value).replace("\\", "/")


@pytest.mark.parametrize("phrases", ["[a, b]", "{left_at: [kept at]}"])
def test_lists_of_several(phrases, made):
    """A name for one thing saves nothing."""
    root = made(f"phrases: {phrases}", 'facts: {made: ["kept {load}"]}')

    with pytest.raises(PackError, match=r"expected here|list of several"):
        load_language(root)
