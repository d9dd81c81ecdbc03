"""Sets of forms with known flaws: a third of each in order, the rest flawed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from kit_scoring import same_words, words_of

from lint97110.engine import Settings
from lint97110.model import Finding, Kind
from lint97110.readers import read

FOLDER = Path(__file__).parent / "form_flaws"
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
CODES: Mapping[str, frozenset[str]] = {
    "closed": frozenset(("QN001", "QN002")),
    "disguised": frozenset(("QN001", "QN002")),
    "choice": frozenset(("QN001", "QN002")),
    "leading": frozenset(("QN007",)),
    "payment": frozenset(("QN007", "TO004")),
    "tickbox": frozenset(("QN009", "QN001", "QN002")),
    "section-missing": frozenset(("ST001", "ST004")),
    "too-few": frozenset(("QN005",)),
    "too-many": frozenset(("QN006",)),
    "identifier": frozenset(("PI001", "PI002", "PI003")),
    "leftover": frozenset(("PL004", "PL007", "PL008", "WP006", "WP007")),
    "mixed-placeholders": frozenset(("PL001", "PL005")),
    "judgemental": frozenset(("TO001",)),
    "hedging": frozenset(("TO002",)),
}
"""The rules that may tell a flaw; which of two neighbours it is, is a matter of taste."""
OF_A_SECTION = frozenset(("section-missing", "too-few", "too-many"))
FAMILIES = frozenset(("QN", "ST", "PI", "PL", "TO", "WP"))


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw, where it stands, and the codes that may tell it."""

    type: str
    at: str
    codes: frozenset[str]

    def is_told_by(self, finding: Finding) -> bool:
        """Whether a finding has a fitting code and points at the flaw's line."""
        if finding.rule.code not in self.codes:
            return False
        if self.type == "too-few":
            return _uncounted(self.at) in _uncounted(_closed_up(finding.at.text))
        is_anywhere = self.type in OF_A_SECTION
        return is_anywhere or same_words(words_of(finding.at.text), words_of(self.at))


def _uncounted(heading: str) -> str:
    """A heading without the number and the signs around it: "II. Physical Exam", "** PLAN **"."""
    return re.sub(r"^[\W_]*(?:(?:\d{1,2}|[ivx]{1,4})[.)]\s+)?|[\W_]+$", "", heading.lower())


def _closed_up(heading: str) -> str:
    """A heading without the gaps between its letters: "P L A N", "S:"."""
    letters = {"S": "Subjective", "O": "Objective", "A": "Assessment", "P": "Plan"}
    words = heading.strip(" :.*|")
    words = letters.get(words, words)
    is_spaced = all(len(word) <= 1 for word in words.split(" "))
    return (
        words.replace("  ", "\n").replace(" ", "").replace("\n", " ") if is_spaced else words
    ).lower()


def _flaws(of_set: str) -> dict[str, list[Flaw]]:
    loaded = yaml.safe_load((FOLDER / of_set / "labels.yaml").read_text("utf-8"))
    return {name: [*map(_flaw, label["flaws"]), *_short(label)] for name, label in loaded.items()}


def _short(label: Mapping[str, object]) -> Iterator[Flaw]:
    """The sections with fewer than five questions that their writer took for enough."""
    sections = label.get("short", [])
    assert isinstance(sections, list)
    for section in sections:
        yield Flaw("too-few", str(section), CODES["too-few"])


def _flaw(fields: Mapping[str, object]) -> Flaw:
    kind, also = str(fields["type"]), fields.get("also", [])
    assert isinstance(also, list)
    return Flaw(kind, str(fields["at"]), CODES[kind] | {str(fields["code"]), *map(str, also)})


FLAWS = {of_set: _flaws(of_set) for of_set in SETS}


@pytest.fixture(scope="module")
def told(linter_of) -> dict[str, dict[str, list[Finding]]]:
    """What the linter says of each form of each set, when it is told that forms are checked."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    return {
        of_set: {name: _told(linter, of_set, name) for name in flaws}
        for of_set, flaws in FLAWS.items()
    }


def _told(linter, of_set: str, name: str) -> list[Finding]:
    findings = linter.lint(read(FOLDER / of_set / name, name)).findings
    return [each for each in findings if each.rule.family in FAMILIES]


def _missed(flaws: Mapping[str, list[Flaw]], told: Mapping[str, list[Finding]]) -> Iterator[str]:
    for name, planted in flaws.items():
        for flaw in planted:
            if not any(flaw.is_told_by(finding) for finding in told[name]):
                yield f"{name}: {flaw.type} at {flaw.at!r}"


def _false(flaws: Mapping[str, list[Flaw]], told: Mapping[str, list[Finding]]) -> Iterator[str]:
    for name, findings in told.items():
        for finding in findings:
            if not any(flaw.is_told_by(finding) for flaw in flaws[name]):
                yield f"{name}:{finding.at.line}: {finding.rule.code} {finding.at.text!r}"


@pytest.mark.parametrize("of_set", SETS)
def test_set_is_whole(of_set):
    """Every label has its form, and a third of them have no flaw."""
    flaws = FLAWS[of_set]
    assert sorted(flaws) == sorted(path.name for path in (FOLDER / of_set).glob("*.txt"))
    without = sum(all(flaw.type == "too-few" for flaw in planted) for planted in flaws.values())
    assert without >= len(flaws) / 3


MOST = {
    "first": (1, 1),
    "second": (1, 1),
    "third": (1, 1),
    "fourth": (1, 1),
    "fifth": (1, 1),
    "sixth": (1, 1),
    "seventh": (2, 6),
    "eighth": (1, 1),
}
"""Of each set, how many flaws may be missed and how many findings false."""


@pytest.mark.parametrize("of_set", SETS)
def test_figures(told, figures, of_set):
    """Nearly every flaw is told, and nearly nothing else."""
    missed = list(_missed(FLAWS[of_set], told[of_set]))
    false = list(_false(FLAWS[of_set], told[of_set]))
    every = sum(map(len, FLAWS[of_set].values()))
    figures[f"form flaws, {of_set} set"] = [
        f"missed {len(missed)} of {every}",
        f"false findings {len(false)}",
    ]

    most_missed, most_false = MOST[of_set]
    assert len(missed) <= most_missed, missed
    assert len(false) <= most_false, false


@pytest.mark.parametrize("of_set", SETS)
def test_forms_are_recognised(linter, of_set):
    """Each is taken for a form, whether or not anybody says that it is one."""
    folder = FOLDER / of_set
    kinds = {name: linter.lint(read(folder / name, name)).kind for name in FLAWS[of_set]}

    assert [name for name, kind in kinds.items() if kind is not Kind.TEMPLATE] == []
