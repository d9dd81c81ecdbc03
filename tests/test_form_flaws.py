"""Thirty forms by a writer who saw no code: ten as they should be, twenty with known flaws."""

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
    "leftover": frozenset(("PL004", "PL007", "WP006")),
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
        is_anywhere = self.type in OF_A_SECTION
        return is_anywhere or same_words(words_of(finding.at.text), words_of(self.at))


def _flaws() -> dict[str, list[Flaw]]:
    loaded = yaml.safe_load((FOLDER / "labels.yaml").read_text("utf-8"))
    return {name: list(map(_flaw, label["flaws"])) for name, label in loaded.items()}


def _flaw(fields: Mapping[str, object]) -> Flaw:
    kind, also = str(fields["type"]), fields.get("also", [])
    assert isinstance(also, list)
    return Flaw(kind, str(fields["at"]), CODES[kind] | {str(fields["code"]), *map(str, also)})


FLAWS = _flaws()


@pytest.fixture(scope="module")
def told(linter_of) -> dict[str, list[Finding]]:
    """What the linter says of each form, when it is told that forms are checked."""
    linter = linter_of(Settings(kind=Kind.TEMPLATE))
    return {name: _told(linter, name) for name in FLAWS}


def _told(linter, name: str) -> list[Finding]:
    findings = linter.lint(read(FOLDER / name, name)).findings
    return [each for each in findings if each.rule.family in FAMILIES]


def _missed(told: Mapping[str, list[Finding]]) -> Iterator[str]:
    for name, flaws in FLAWS.items():
        for flaw in flaws:
            if not any(flaw.is_told_by(finding) for finding in told[name]):
                yield f"{name}: {flaw.type}"


def _false(told: Mapping[str, list[Finding]]) -> Iterator[str]:
    for name, findings in told.items():
        for finding in findings:
            if not any(flaw.is_told_by(finding) for flaw in FLAWS[name]):
                yield f"{name}:{finding.at.line}: {finding.rule.code}"


def test_set_is_whole():
    """Every label has its form, and a third of them have no flaw."""
    assert sorted(FLAWS) == sorted(path.name for path in FOLDER.glob("*.txt"))
    assert sum(not flaws for flaws in FLAWS.values()) == 10


MOST_MISSED, MOST_FALSE = 1, 1


def test_figures(told, figures):
    """Nearly every flaw is told, and nearly nothing else."""
    missed, false = list(_missed(told)), list(_false(told))
    every = sum(map(len, FLAWS.values()))
    figures["form flaws"] = [f"missed {len(missed)} of {every}", f"false findings {len(false)}"]

    assert len(missed) <= MOST_MISSED, missed
    assert len(false) <= MOST_FALSE, false


def test_forms_are_recognised(linter):
    """Each is taken for a form, whether or not anybody says that it is one."""
    kinds = {name: linter.lint(read(FOLDER / name, name)).kind for name in FLAWS}

    assert [name for name, kind in kinds.items() if kind is not Kind.TEMPLATE] == []
