"""lint97110 explain and rules, on the rules that travel with the program."""

import json

import pytest

from lint97110.packs import builtin, load_catalogue

CATALOGUE = load_catalogue(builtin())


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule, run):
    """By code or name, in any case: what, why, the question, and each source."""
    result = run("explain", rule.code.lower())

    assert result.exit_code == 0
    assert result.stdout == run("explain", rule.name).stdout
    assert result.stdout.startswith(f"{rule.code} {rule.name}\n")
    for key in rule.sources:
        assert CATALOGUE.sources[key].address in result.stdout
    words = " ".join(result.stdout.split())
    for said in (rule.message, rule.why, rule.ask):
        assert " ".join(said.split()) in words


@pytest.mark.parametrize("element", CATALOGUE.elements, ids=lambda element: element.name)
def test_every_element_explains_itself(element, run):
    """What counts, what leaves it weak, what does not count, and both its rules."""
    result = run("explain", element.name)
    words = " ".join(result.stdout.split())

    assert result.exit_code == 0
    assert result.stdout == run("explain", element.name.replace("_", "-")).stdout
    for condition in (*element.present_when, *element.weak_when):
        assert " ".join(condition.says.split()) in words
    assert element.missing in words
    assert element.weak in words


def test_unknown_word(run):
    """A word that nobody knows is wrong usage, with the one that was probably meant."""
    result = run("explain", "progresion-missing")

    assert result.exit_code == 2
    assert 'did you mean "progression-missing"?' in result.stderr
    assert "lint97110 rules" in result.stderr


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("medicare", "lint97110 rules --profile medicare"),
        ("TM500", "lint97110 explain TM"),
        ("progresion", 'did you mean "progression"?'),
    ],
)
def test_what_else_a_word_may_be(word, sentence, run):
    """The name of a payer and a code that does not exist are answered with where to look."""
    result = run("explain", word)

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_a_family(run):
    """The two letters of a family list its rules, as --select takes them."""
    result = run("explain", "pr")

    assert result.exit_code == 0
    assert [line[:5] for line in result.stdout.splitlines() if line[:2] == "PR"] == [
        rule.code for rule in CATALOGUE.rules if rule.family == "PR"
    ]


def test_an_element_by_one_of_its_words(run):
    """What is short for one element alone is enough."""
    assert run("explain", "time").stdout == run("explain", "time_spent").stdout


def test_no_sentence_twice(run):
    """Several kinds of fact may count for the same reason, which is said once."""
    lines = [line for line in run("explain", "progression").stdout.splitlines() if "  - " in line]

    assert len(lines) == len(set(lines))


def test_payers(run):
    """A rule that payers weigh differently says so, with who says it and how well it is known."""
    said = run("explain", "TM004").stdout

    assert "Payers\n" in said
    assert "  medicare: info (S01, original text read)\n" in said
    assert "  ama: error (S42, read second-hand)\n" in said
    assert "\n  (payer: medicare)\n  | Interventions:" in run("explain", "TM007").stdout


def test_rules_table(run):
    """Every rule has its row, and the table fits a terminal."""
    result = run("rules")

    assert result.exit_code == 0
    rows = result.stdout.partition("\n\n")[0].splitlines()[1:]
    assert [row.split()[0] for row in rows] == sorted(rule.code for rule in CATALOGUE.rules)
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_rules_json(run):
    """The JSON has every rule, with its sources."""
    result = run("rules", "--output-format", "json")
    value = json.loads(result.stdout)

    assert result.exit_code == 0
    assert len(value["rules"]) == len(CATALOGUE.rules)
    assert all(rule["sources"] for rule in value["rules"])


@pytest.mark.parametrize("command", [["rules"], ["explain", "PR001"]], ids=["rules", "explain"])
def test_a_folder_without_rules(command, run, tmp_path):
    """A folder that holds no rules is wrong usage, named."""
    result = run(*command, "--rules", tmp_path)

    assert result.exit_code == 2
    assert str(tmp_path) in result.stderr
