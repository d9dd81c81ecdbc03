"""Profiles of payers: what a sound one gives, and what each slip in one is told."""

from datetime import date

import pytest
from pack_files import refusal, write_pack

from lint97110.errors import PackError
from lint97110.model import Dial, Kind, Severity
from lint97110.packs import builtin, load_catalogue, profile_names
from lint97110.packs.payer_file import payer_names

PAYER = "payers/acme.yaml"
FILE = """\
profile: acme
title: Acme Health
as_of: 2026-11-23
confirm: Ask them.
payers: [Acme, Acme Health]
dials:
  - {unit_rule: medicare, source: S06, mark: verified}
  - {totals: [timed], source: S06, mark: verified-2}
  - {threshold: kx, amount: 2330, from: 2024-01-01, until: 2024-12-31, source: S06, mark: verified}
  - {threshold: kx, amount: 2410, from: 2025-01-01, source: K01, mark: knowledge}
  - rules: [PR001, PR006]
    severity: {treatment_note: error, progress_report: "off"}
    source: S06
    mark: verified
"""
SHIPPED = (
    "aetna ama base bcbs cigna commercial medicare medicare-advantage strict time-of-day tricare "
    "uhc va workers-comp"
)


def slip(was, now):
    """The profile with one place changed."""
    assert FILE.count(was) == 1
    return {PAYER: FILE.replace(was, now)}


def test_sound_profile(tmp_path):
    """A sound profile becomes typed values, with the days on which each dial holds."""
    profile = load_catalogue(write_pack(tmp_path, {PAYER: FILE})).profiles["acme"]

    assert (profile.title, profile.as_of, profile.path) == (
        "Acme Health",
        date(2026, 11, 23),
        PAYER,
    )
    assert profile.payers == ("Acme", "Acme Health")
    assert [dial.name for dial in profile.dials] == ["unit_rule", "totals", "kx", "kx", "severity"]
    year = {"since": date(2024, 1, 1), "until": date(2024, 12, 31)}
    assert profile.dials[2] == Dial("kx", "S06", "verified", amount=2330, line=9, **year)
    assert profile.dials[4].severity == {
        Kind.TREATMENT_NOTE: Severity.ERROR,
        Kind.PROGRESS_REPORT: None,
    }


@pytest.mark.parametrize(
    ("was", "now", "line", "sentence"),
    [
        pytest.param(
            "timed], source: S06, ", "timed], ", 8, 'missing key "source"', id="no source"
        ),
        pytest.param(
            ", source: S06, mark: verified-2",
            ", source: S06",
            8,
            'missing key "mark"',
            id="no mark",
        ),
        pytest.param(
            "source: K01",
            "source: K02",
            10,
            'unknown source "K02" (did you mean "K01"?)',
            id="source",
        ),
        pytest.param(
            "mark: knowledge",
            "mark: knowlege",
            10,
            'unknown mark "knowlege" (did you mean "knowledge"?)',
            id="mark",
        ),
        pytest.param(
            "mark: knowledge",
            "mark: verified",
            10,
            'mark "verified" is stronger than "knowledge", that of K01',
            id="surer than its source",
        ),
        pytest.param(
            "[PR001, PR006]",
            "[PR001, PR066]",
            11,
            'unknown rule "PR066" (did you mean "PR006"?)',
            id="unknown rule",
        ),
        pytest.param(
            "unit_rule: medicare",
            "unit_rule: medicaid",
            7,
            'unknown unit rule "medicaid" (did you mean "medicare"?)',
            id="unknown unit rule",
        ),
        pytest.param(
            "[timed]", "[time]", 8, 'unknown total "time" (did you mean "timed"?)', id="total"
        ),
        pytest.param(
            "threshold: kx, amount: 2410",
            "threshold: xk, amount: 2410",
            10,
            'unknown threshold "xk" (one of: kx, review)',
            id="unknown threshold",
        ),
        pytest.param(
            "2410, from: 2025-01-01",
            "2410, from: 2024-12-31",
            10,
            "kx is already set for these days on line 9",
            id="overlap",
        ),
        pytest.param(
            "2410, from: 2025-01-01, ",
            "2410, ",
            10,
            "kx is already set for these days on line 9",
            id="overlap without an end",
        ),
        pytest.param(
            "totals: [timed]",
            "unit_rule: midpoint",
            8,
            "unit_rule is already set for these days on line 7",
            id="twice",
        ),
        pytest.param(
            "from: 2025-01-01",
            "from: 2025-02-30",
            10,
            '"from" must be a date like 2026-03-31, not "2025-02-30"',
            id="no date",
        ),
        pytest.param(
            "until: 2024-12-31",
            "until: 2023-12-31",
            9,
            '"until" is earlier than "from"',
            id="backwards",
        ),
        pytest.param(
            "amount: 2410",
            "amount: 24.10",
            10,
            '"amount" must be whole dollars, not "24.10"',
            id="cents",
        ),
        pytest.param(
            "amount: 2410, ", "", 10, '"threshold" and "amount" must stand together', id="no amount"
        ),
        pytest.param(
            "rules: [PR001, PR006]\n    severity",
            "severity",
            11,
            '"severity" and "rules" must stand together',
            id="no rules",
        ),
        pytest.param(
            "totals: [timed]",
            "totals: [timed], unit_rule: unknown",
            8,
            "a dial sets exactly one of: unit_rule, totals, severity, threshold",
            id="two in one",
        ),
        pytest.param(
            "treatment_note: error",
            "treatment_note: fatal",
            12,
            '"treatment_note" cannot be "fatal" (one of: error, info, off, warning)',
            id="severity",
        ),
        pytest.param(
            "profile: acme",
            "profile: acmee",
            1,
            'profile "acmee" belongs in acmee.yaml',
            id="name of the file",
        ),
        pytest.param(
            "[Acme, Acme Health]",
            "[Acme, acme]",
            5,
            '"acme" already belongs to acme.yaml',
            id="payer",
        ),
        pytest.param(
            "title:", "titel:", 2, 'unknown key "titel" (did you mean "title"?)', id="key"
        ),
    ],
)
def test_slips(tmp_path, was, now, line, sentence):
    """Each slip is told with its file, its line and what was probably meant."""
    assert refusal(tmp_path, slip(was, now)) == (PAYER, line, sentence)


def test_one_payer_in_two_profiles(tmp_path):
    """A payer belongs to one profile."""
    other = FILE.replace("profile: acme", "profile: best")

    assert refusal(tmp_path, {PAYER: FILE, "payers/best.yaml": other}) == (
        "payers/best.yaml",
        5,
        '"Acme" already belongs to acme.yaml',
    )


def test_example_of_an_unknown_payer(tmp_path):
    """An example that is held to a payer names one that there is."""
    write_pack(tmp_path, {PAYER: FILE})
    path = tmp_path / "core" / "PR" / "PR001-progression-missing.yaml"
    path.write_text(
        path.read_text("utf-8").replace("{note: Bridges 2x15.}", "{profile: acmee, note: Bridges}"),
        "utf-8",
    )

    with pytest.raises(PackError, match=r'unknown profile "acmee" \(did you mean "acme"\?\)'):
        load_catalogue(tmp_path)


def test_shipped():
    """The profiles that travel with the program."""
    assert profile_names(builtin()) == SHIPPED.split()
    assert sorted(load_catalogue(builtin()).profiles) == SHIPPED.split()


def test_no_payers(tmp_path):
    """A pack without payers has the base, and knows nobody."""
    root = write_pack(tmp_path, {})

    assert profile_names(root) == ["base"]
    assert payer_names(root) == {}
