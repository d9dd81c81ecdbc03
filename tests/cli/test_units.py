"""lint97110 units: the sum, for a person and for a machine; and what cannot be counted."""

import json
import subprocess
import sys
from time import perf_counter

import pytest


def test_the_sum(run):
    """Each rule in a sentence, and whether it matters which one counts."""
    result = run("units", "97110=24", "97112=23")

    assert result.exit_code == 0
    assert result.stdout == (
        "97110 24 + 97112 23 = 47 timed minutes → 3 units (Medicare total time); "
        "the third belongs to 97110 (9 left over against 8)\n"
        "97110 24 → 2, 97112 23 → 2: 4 units (midpoint, each code by itself)\n"
        "\n"
        "The rules disagree, 3 against 4: "
        "check with the payer, or in the contract, which one applies.\n"
    )


def test_agreement(run):
    """Where both rules agree it says so."""
    assert run("units", "97110=38").stdout.endswith("\nBoth rules come to 3 units.\n")


def test_one_rule(run):
    """One rule is one sentence."""
    result = run("units", "97110=24", "97112=23", "--rule", "medicare")

    assert result.stdout.count("\n") == 1
    assert "midpoint" not in result.stdout


def test_json(run):
    """For each rule its total, its units by code, who is tied, and the steps."""
    result = run("units", "97110=20", "97112=20", "--rule", "both", "--output-format", "json")
    value = json.loads(result.stdout)

    assert value["minutes"] == {"97110": 20, "97112": 20}
    assert [
        (one["rule"], one["total_units"], one["units"], one["ties"]) for one in value["rules"]
    ] == [
        ("medicare", 3, {"97110": 2, "97112": 1}, ["97110", "97112"]),
        ("midpoint", 2, {"97110": 1, "97112": 1}, []),
    ]
    assert value["rules"][0]["steps"][0] == "97110 20 + 97112 20 = 40 timed minutes"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "Give the minutes of each code", id="nothing"),
        pytest.param(("97110",), '"97110" is not CODE=MINUTES', id="no minutes"),
        pytest.param(("97110=",), '"" is not a number of minutes for 97110', id="empty"),
        pytest.param(("ther=5",), '"THER" is not a billing code', id="not a code"),
        pytest.param(("97110=-5",), '"-5" is not a number of minutes', id="negative"),
        pytest.param(("97110=7.5",), '"7.5" is not a number of minutes', id="a fraction"),
        pytest.param(("97110=²",), '"²" is not a number of minutes', id="a digit of another sort"),
        pytest.param(("97110=20", "97110=5"), "97110 is given twice", id="twice"),
        pytest.param(("97150=20",), "97150 is untimed", id="untimed"),
        pytest.param(("97130=20",), "97130 is not counted in 15-minute units", id="add-on"),
        pytest.param(("99213=20",), "99213 is not one of the 15-minute", id="no therapy"),
        pytest.param(("97110=1441",), "1441 minutes are more than a day has", id="too many"),
        pytest.param(("97110=" + "9" * 5000,), "more minutes than a day", id="far too many"),
        pytest.param(("97110=5", "--rule", "x"), '"x" is not a way to count', id="no such rule"),
        pytest.param(("--clock", "9:00"), '"9:00" is not START-END', id="half a clock"),
        pytest.param(("--clock", "9:15-9:00"), "ends before it begins", id="backwards"),
        pytest.param(
            ("--clock", "9:00-9:30,9:20-9:40"), "shared minutes count only once", id="shared"
        ),
    ],
)
def test_wrong_usage(run, arguments, said):
    """One clear sentence, and exit code 2."""
    result = run("units", *arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ("--clock", "9:00-9:45"),
            "09:00 to 09:45 = 45 minutes by the clock; 3 units at most of one code, "
            "if all of it was one-on-one treatment\n",
            id="alone",
        ),
        pytest.param(
            ("97110=30", "--clock", "9:00-9:20,9:30-9:50"),
            "09:00 to 09:20 (20) + 09:30 to 09:50 (20) = 40 minutes by the clock, "
            "10 of them outside the timed minutes\n",
            id="with room",
        ),
        pytest.param(
            ("97110=47", "--clock", "9:00-9:45"), ": too few for 47 timed minutes\n", id="too few"
        ),
        pytest.param(
            ("--clock", "9:00-12:30"), "09:00 to 12:30: it is longer than 3 hours\n", id="doubtful"
        ),
    ],
)
def test_clock(run, arguments, said):
    """Clock times leave room for minutes, and are no minutes of treatment themselves."""
    result = run("units", *arguments)

    assert result.exit_code == 0
    assert result.stdout.endswith(said)


def test_clock_json(run):
    """The blocks with their minutes and doubts."""
    result = run("units", "--clock", "23:40-00:10", "--output-format", "json")
    value = json.loads(result.stdout)

    assert value["rules"] == []
    assert value["clock"]["minutes"] == 30
    assert value["clock"]["blocks"][0]["doubts"][0].startswith("it runs past midnight")


def _seconds(*arguments: str) -> float:
    """The fastest of a few runs of Python in a process of its own."""
    times = []
    for _ in range(5):
        begun = perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(perf_counter() - begun)
    return min(times)


def test_start():
    """It answers about as fast as Python can load click and yaml."""
    program = "from lint97110.cli import main; main(['units', '97110=24', '97112=23'])"

    assert _seconds("-c", program) < 3 * _seconds("-c", "import click, yaml")


def test_the_name_of_a_profile(run):
    """The midpoint is asked for by the name of its profile, too."""
    assert run("units", "97110=24", "--rule", "ama").stdout == (
        run("units", "97110=24", "--rule", "midpoint").stdout
    )
