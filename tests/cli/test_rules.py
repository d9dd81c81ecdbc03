"""lint97110 rules: the table, and the rules as one payer has them."""

import json

import pytest

from lint97110.packs import builtin, load_catalogue


def test_table(run):
    """A row for each rule, and what the letters mean."""
    result = run("rules")

    assert result.exit_code == 0
    assert result.stdout.startswith("code   name ")
    assert "\nPR001  progression-missing " in result.stdout


def test_profile(run):
    """The payer, its dials with their sources, what they changed, and the table."""
    result = run("rules", "--profile", "medicare", "--as-of", "2026-03-01")

    assert result.exit_code == 0
    assert result.stdout.startswith("medicare: Medicare Part B, as of 2026-03-01\n")
    assert "  units: Medicare's total of the day, in place of both ways" in result.stdout
    assert (
        "  kx threshold: $2,480 from 2026-01-01 until 2026-12-31 (S12, verified second-hand)\n"
    ) in result.stdout
    assert "\ncode   name " in result.stdout


def test_as_of(run):
    """Another day, another amount."""
    result = run("rules", "--profile", "medicare", "--as-of", "2023-03-01")

    assert "kx threshold: $2,230" in result.stdout
    assert "$2,480" not in result.stdout


def test_changes(run):
    """Which severities a profile turned, from what to what, and who says so."""
    result = run("rules", "--profile", "strict")

    assert (
        "  GP001 goal-progress-missing: warning -> error on treatment note, evaluation, "
        "justification (H03, our own choice)\n"
    ) in result.stdout


@pytest.mark.parametrize("profile", sorted(load_catalogue(builtin()).profiles))
def test_one_change_for_each_kind(profile, run):
    """Where two dials turn a rule, what they make of it together is told, once."""
    changes = run("rules", "--profile", profile).stdout.partition("Changes to rules")[2]
    told = [
        (line.split()[0], kind)
        for line in changes.partition("\n\n")[0].splitlines()
        if " -> " in line
        for kind in line.partition(" on ")[2].partition(" (")[0].split(", ")
    ]

    assert len(told) == len(set(told))


def test_what_nobody_read(run):
    """An unverified dial says that it is."""
    assert "(S63, not verified: causes no error)" in run("rules", "--profile", "va").stdout


def test_json(run):
    """The same for a machine: the profile, its dials, and the severities under it."""
    result = run("rules", "--profile", "strict", "--as-of", "2026-03-01", "--output-format", "json")
    value = json.loads(result.stdout)
    (rule,) = [one for one in value["rules"] if one["code"] == "PR001"]

    assert value["profile"]["name"] == "strict"
    assert value["profile"]["as_of"] == "2026-03-01"
    assert {one["mark"] for one in value["profile"]["dials"]} == {"house", "verified"}
    assert {"code": "PR001", "kind": "evaluation", "before": "info", "after": "error"}.items() <= (
        next(
            one
            for one in value["profile"]["changes"]
            if one["kind"] == "evaluation" and one["code"] == "PR001"
        ).items()
    )
    assert rule["severity"]["evaluation"] == "error"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--profile", "medcare"), 'did you mean "medicare"?', id="profile"),
        pytest.param(("--as-of", "2026-02-30"), "'2026-02-30' is not a date", id="day"),
    ],
)
def test_wrong_usage(run, arguments, said):
    """A slip is told, with exit code 2."""
    result = run("rules", *arguments)

    assert result.exit_code == 2
    assert said in result.stderr
