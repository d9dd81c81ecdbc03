"""lint97110 why: what was seen, and what decided."""

import pytest

ANSWER = """\
The element (plan_update): weak
  Only a plan is named.

What was found:

  {path}:1:1
    "Continue."
    plan item (by other): Another did it.

What counts: lint97110 explain plan_update
"""


@pytest.mark.parametrize("word", ["plan_update", "plan-update", "Plan update"])
def test_an_element_by_any_spelling(word, run, tmp_path):
    """An element may be written as it is said."""
    path = tmp_path / "n.txt"
    path.write_text("Continue.", "utf-8")
    result = run("why", word, path)

    assert result.exit_code == 0
    assert result.stdout == ANSWER.format(path=path)


def test_a_point_of_a_justification(run):
    """A point has a name like an element; in another document it is not asked for."""
    assert run("why", "prior-function", "-", stdin="nothing").exit_code == 0


def test_standard_input(run):
    """The note may come through a pipe."""
    assert "<stdin>:1:1" in run("why", "progression", "-", stdin="SLR up to 3 lb").stdout


def test_nothing_seen(run):
    """That nothing was seen is said."""
    result = run("why", "skilled", "-", stdin="nothing")

    assert "Nothing that could count was found." in result.stdout


@pytest.mark.parametrize("lost", ["unreadable", "crashing"])
def test_a_note_that_cannot_be_checked(lost, run, request):
    """A note that cannot be read or checked ends with 3 and its reason."""
    path = request.getfixturevalue(lost)
    result = run("why", "progression", path)

    assert result.exit_code == 3
    assert path.name in result.stderr
    assert not result.stdout


def test_unknown_element(run):
    """An unknown element is wrong usage, with the one that was probably meant."""
    result = run("why", "progresion", "-")

    assert result.exit_code == 2
    assert 'did you mean "progression"?' in result.stderr


def test_kind_and_rules_reach_the_linter(run, linted, tmp_path):
    """What the note is, and whose rules count, may be told."""
    run("why", "progression", "-", "--kind", "discharge", "--rules", tmp_path, stdin="SLR")

    assert [(settings.kind, settings.rules_root) for settings in linted] == [
        ("discharge", tmp_path)
    ]


@pytest.mark.parametrize("word", ["PR001", "pr006", "progression-missing", "Progression"])
def test_the_element_of_a_rule(word, run, notes):
    """A finding names a rule; its code leads to the element."""
    assert (
        run("why", word, notes / "clean.txt").stdout
        == run("why", "progression", notes / "clean.txt").stdout
    )


def test_a_rule_without_an_element(run, notes):
    """Not every rule is about an element."""
    result = run("why", "TM005", notes / "clean.txt")

    assert result.exit_code == 2
    assert "lint97110 explain TM005" in result.stderr
