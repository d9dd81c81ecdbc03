"""What part words play in the steps of reading, and the words that steps look for in the text."""

import shutil
from pathlib import Path

import pytest

from lint97110.compiled import load_grammar
from lint97110.errors import PackError
from lint97110.packs import builtin


@pytest.fixture
def refusal(tmp_path):
    """File, line and sentence of the error that an edited copy of the rules raises."""
    root = Path(shutil.copytree(builtin(), tmp_path / "rules"))

    def refused(name: str, was: str, now: str) -> tuple[str, int, str]:
        path = root / name
        before = path.read_text("utf-8")
        line = before[: before.index(was)].count("\n") + 1
        path.write_text(before.replace(was, now, 1), "utf-8")
        with pytest.raises(PackError) as told:
            load_grammar(root)
        assert told.value.line == line
        return Path(told.value.path).relative_to(root).as_posix(), line, told.value.sentence

    return refused


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("[small, number_word, row", "[small, numberword, row", '"numberword"'),
        ("counts:", "count:", 'did you mean "counts"'),
    ],
)
def test_roles(was, now, why, refusal):
    """A class that nothing has, or a role that no step asks for, is told with its place."""
    path, _, sentence = refusal("roles.yaml", was, now)

    assert path == "roles.yaml"
    assert why in sentence


@pytest.mark.parametrize(
    ("now", "why"),
    [('"(rep"', "other half"), ('"[(rep|set)]"', "in brackets"), ('"(rep) *"', "around one")],
)
def test_wordings(now, why, refusal):
    """A wording that cannot be read is told with its place."""
    path, _, sentence = refusal("wordings/doses.yaml", '"*over*"', now)

    assert path == "wordings/doses.yaml"
    assert why in sentence
