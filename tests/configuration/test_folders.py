"""Does a pattern stand for the folders that a reader would expect, and for no others?"""

import pytest

from lint97110.configuration.folders import names, why_not


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        pytest.param("forms", "forms/knee.txt", True, id="a folder"),
        pytest.param("forms/", "forms/knee.txt", True, id="a slash behind"),
        pytest.param("forms", "2026/05/forms/new/knee.txt", True, id="at any depth"),
        pytest.param("forms", "reforms/knee.txt", False, id="part of a name"),
        pytest.param("knee.txt", "2026/knee.txt", True, id="a file"),
        pytest.param("*-form.txt", "2026/knee-form.txt", True, id="a star"),
        pytest.param("*-form.txt", "2026/knee-form.md", False, id="another suffix"),
        pytest.param("form?", "forms/knee.txt", True, id="one letter"),
        pytest.param("[ab]-team", "b-team/knee.txt", True, id="one of some letters"),
        pytest.param("2026/forms", "2026/forms/a/knee.txt", True, id="from the file"),
        pytest.param("./2026/forms", "2026/forms/knee.txt", True, id="a dot in front"),
        pytest.param("2026/forms", "old/2026/forms/knee.txt", False, id="not further down"),
        pytest.param("*/forms", "2026/forms/knee.txt", True, id="one folder"),
        pytest.param("*/forms", "2026/05/forms/knee.txt", False, id="one folder, not two"),
        pytest.param("**/forms", "forms/knee.txt", True, id="no folder between"),
        pytest.param("**/forms", "2026/05/forms/knee.txt", True, id="some folders between"),
        pytest.param("a/**/z", "a/z/knee.txt", True, id="nothing in the middle"),
        pytest.param("a/**/z", "a/b/c/z/knee.txt", True, id="much in the middle"),
        pytest.param("a/**/z", "a/b/c/knee.txt", False, id="the end is missing"),
        pytest.param("a/**", "a/b/knee.txt", True, id="everything below"),
        pytest.param("**", "knee.txt", True, id="everything"),
        pytest.param("Forms", "forms/knee.txt", False, id="case"),
    ],
)
def test_names(pattern, path, expected):
    """Single names at any depth, others from the file; what lies in a folder goes with it."""
    assert names(pattern, path.split("/")) is expected


def test_no_pattern_hangs():
    """Patterns that make backtracking matchers try everything."""
    assert not names("/".join(["**", "*a*a*a*"] * 12) + "/b", ["a" * 200] * 60)


@pytest.mark.parametrize("pattern", ["/forms", "..", "a/../../b", "a\\b", "C:/forms"])
def test_why_not(pattern):
    """What can stand for nothing is refused with its reason."""
    assert why_not(pattern).startswith(f'"{pattern}": ')
