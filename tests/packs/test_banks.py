"""The banks that travel with the program, and how the one that is meant is found."""

import re
import shutil
from itertools import combinations

import pytest

from lint97110.errors import LintError, PackError
from lint97110.form import FEWEST_ASKS, MOST_ASKS, SECTIONS, Bank, Paper, Prompt
from lint97110.packs import builtin
from lint97110.packs.asks import OPENERS
from lint97110.packs.banks import has_region, is_called, load_banks, pick_bank, pick_region

BANKS = load_banks(builtin())
TYPES = [
    "aquatic",
    "balance",
    "endurance",
    "flexibility",
    "gait",
    "hand therapy",
    "neuro re-education",
    "pelvic health",
    "post-operative",
    "range of motion",
    "return to sport",
    "strengthening",
]
ALIKE = 0.6  # of the words of two questions, the share that both have


def every(bank: Bank) -> list[Prompt]:
    """All questions of a bank, those about regions too."""
    holders = (bank, *bank.regions)
    return [
        prompt
        for holder in holders
        for sections in holder.prompts.values()
        for prompts in sections.values()
        for prompt in prompts
    ]


def test_types():
    """Twelve types of session, each with both forms."""
    assert [bank.type for bank in BANKS] == TYPES
    assert all(set(bank.prompts) == set(Paper) for bank in BANKS)


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.type)
def test_sections_hold_five_to_seven(bank):
    """Every section of every form, for every region, has five to seven questions."""
    for paper in Paper:
        for region in (None, *(region.name for region in bank.regions)):
            counts = {s: len(bank.asked(paper, s, region)) for s in SECTIONS[paper]}
            assert all(FEWEST_ASKS <= count <= MOST_ASKS for count in counts.values()), counts


@pytest.mark.parametrize("bank", BANKS, ids=lambda bank: bank.type)
def test_openers(bank):
    """Every question begins with how, what, which, why, describe or explain."""
    assert {prompt.ask.split()[0].lower() for prompt in every(bank)} <= set(OPENERS)


def test_no_question_is_copied():
    """No two questions of the program are the same, or nearly, within a type or between types."""
    asks = [(bank.type, prompt.ask) for bank in BANKS for prompt in every(bank)]
    words = {ask: set(re.findall(r"\w+", ask.lower())) for _, ask in asks}
    alike = [
        (one, other)
        for one, other in combinations([ask for _, ask in asks], 2)
        if len(words[one] & words[other]) > ALIKE * len(words[one] | words[other])
    ]

    assert not alike


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("balance", "balance"),
        ("Balance session", "balance"),
        ("fall prevention", "balance"),
        ("ROM", "range of motion"),
        ("range_of-motion", "range of motion"),
        ("post op", "post-operative"),
        ("Neuromuscular Re-Education", "neuro re-education"),
        ("gait training", "gait"),
        ("pool therapy", "aquatic"),
    ],
)
def test_pick(words, type_):
    """A type is found by its name, by another, in any case, with or without hyphens."""
    bank = pick_bank(builtin(), words)

    assert bank.type == type_
    assert is_called(bank, words)


def test_pick_in_vain():
    """A type that nobody knows is answered with the nearest and with all of them."""
    with pytest.raises(LintError, match=r'did you mean "balance"') as error:
        pick_bank(builtin(), "balanse")

    assert all(type_ in str(error.value) for type_ in TYPES)


def test_regions():
    """A region that no question is about stays as it is typed; what looks like a slip is told."""
    balance = pick_bank(builtin(), "balance")
    strength = pick_bank(builtin(), "strengthening")

    assert pick_region(strength, builtin(), "Low back") == "lumbar"
    assert has_region(strength, "lumbar")
    assert pick_region(balance, builtin(), "finger") == "finger"
    assert pick_region(balance, builtin(), "jaw  joint") == "jaw joint"
    assert pick_region(strength, builtin(), "left Knee") == "knee"  # a form names no side
    assert pick_region(balance, builtin(), "R finger") == "finger"
    assert not has_region(balance, "finger")
    with pytest.raises(LintError, match=r'did you mean "knee"'):
        pick_region(strength, builtin(), "kneee")


@pytest.fixture
def rules(tmp_path):
    """A copy of what banks need, to edit."""
    shutil.copytree(builtin() / "questions", tmp_path / "questions")
    shutil.copy(builtin() / "sources.yaml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        pytest.param(
            "type: gait", "type: walk", "belong in the file questions/walk.yaml", id="place"
        ),
        pytest.param("names: [", "names: [Balance, ", r'"balance" already belongs to', id="twins"),
        pytest.param("sources: [H01", "sources: [H91", r'"H91" .did you mean', id="source"),
        pytest.param("sources: [H01, S06, S48]\n", "", "name at least one source", id="no source"),
    ],
)
def test_slips(rules, before, after, sentence):
    """Banks that do not fit together are refused."""
    path = rules / "questions" / "gait.yaml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")

    with pytest.raises(PackError, match=sentence):
        load_banks(rules)


def test_other_suffix(rules):
    """A bank that would be passed over is refused."""
    (rules / "questions" / "gait.yaml").rename(rules / "questions" / "gait.yml")

    with pytest.raises(PackError, match=r'name it "gait.yaml"'):
        load_banks(rules)


def test_no_banks(tmp_path):
    """A pack without questions is told so."""
    with pytest.raises(PackError, match="no questions here"):
        pick_bank(tmp_path, "balance")
