"""What a payer asks for on a day, what its dials changed, and what nobody read."""

from dataclasses import replace
from datetime import date

import pytest

from lint97110.errors import LintError
from lint97110.model import Dial, Found, Kind, Profile, Severity, Terms
from lint97110.packs import builtin, load_catalogue
from lint97110.profiles import changes, terms_of
from lint97110.severity import severity_of, told, weighed

CATALOGUE = load_catalogue(builtin())
SIGNED = CATALOGUE.rule("SG001")
UNREAD = Dial(
    "severity",
    "S63",
    "knowledge",
    rules=("SG008",),
    severity={Kind.TREATMENT_NOTE: Severity.ERROR},
)
SILENT = Dial("severity", "S01", "verified", rules=("SG001",), severity={Kind.TREATMENT_NOTE: None})
ACME = Profile("acme", "Acme", date(2026, 11, 23), "", (), (UNREAD, SILENT), "payers/acme.yaml")
WITH_ACME = replace(CATALOGUE, profiles={**CATALOGUE.profiles, "acme": ACME})


@pytest.mark.parametrize(
    ("profile", "rule"),
    [
        ("base", "unknown"),
        ("strict", "unknown"),
        ("medicare", "medicare"),
        ("ama", "midpoint"),
        ("commercial", "midpoint"),
        ("uhc", "medicare"),
        ("tricare", "medicare"),
        ("va", "medicare"),
        ("cigna", "unknown"),
        ("aetna", "unknown"),
        ("bcbs", "unknown"),
        ("workers-comp", "unknown"),
        ("time-of-day", "unknown"),
    ],
)
def test_unit_rule(profile, rule):
    """How each payer counts units, as far as it is known."""
    assert terms_of(CATALOGUE, profile).unit_rule == rule


@pytest.mark.parametrize("profile", ["commercial", "va", "medicare-advantage"])
def test_what_nobody_read(profile):
    """A way to count that is from memory is marked as doubted."""
    assert terms_of(CATALOGUE, profile).doubted == {"unit_rule"}


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2017, 12, 31), None),
        (date(2018, 1, 1), 2010),
        (date(2023, 6, 1), 2230),
        (date(2025, 12, 31), 2410),
        (date(2026, 1, 1), 2480),
        (date(2027, 1, 1), None),
    ],
)
def test_kx(day, amount):
    """The yearly amount is that of the day of service; before and after what is known, none."""
    assert terms_of(CATALOGUE, "medicare", day).thresholds.get("kx") == amount


def test_a_year_from_memory_is_doubted():
    """The amount of 2020 is from memory, that of 2023 was read."""
    assert "kx" in terms_of(CATALOGUE, "medicare", date(2020, 1, 1)).doubted
    assert "kx" not in terms_of(CATALOGUE, "medicare", date(2023, 1, 1)).doubted


def test_no_day_is_the_day_it_was_looked_at():
    """Without a day of service a profile counts as it was last looked at, not as of today."""
    seen = CATALOGUE.profiles["medicare"].as_of

    assert terms_of(CATALOGUE, "medicare") == terms_of(CATALOGUE, "medicare", seen)


def test_strict():
    """Each missing required element is an error in each kind of document; the base has its own."""
    strict, base = terms_of(CATALOGUE, "strict"), terms_of(CATALOGUE, "base")
    progression = CATALOGUE.rule("PR001")

    assert severity_of(progression, Kind.EVALUATION, strict) is Severity.ERROR
    assert severity_of(progression, Kind.EVALUATION, base) is Severity.INFO


def test_silence():
    """A dial can silence a rule where it would speak."""
    terms = terms_of(WITH_ACME, "acme")

    assert severity_of(SIGNED, Kind.TREATMENT_NOTE, terms) is None
    assert severity_of(SIGNED, Kind.EVALUATION, terms) is Severity.ERROR


def test_no_error_from_memory():
    """A severity that nobody read is a warning at most, and no change where it was one."""
    terms = terms_of(WITH_ACME, "acme")

    assert terms.severity["SG008"] == {Kind.TREATMENT_NOTE: Severity.WARNING}
    assert "SG008" not in [one.rule.code for one in changes(WITH_ACME, "acme")]


def test_changes():
    """What was, what is, and by which dial."""
    (change,) = [one for one in changes(WITH_ACME, "acme") if one.dial is SILENT]

    assert (change.before, change.after, change.dial) == (Severity.ERROR, None, SILENT)


@pytest.mark.parametrize(
    ("rests_on", "doubted", "severity", "says"),
    [
        pytest.param((), {"unit_rule"}, Severity.ERROR, "3 units.", id="rests on nothing"),
        pytest.param(("unit_rule",), set(), Severity.ERROR, "3 units.", id="nothing in doubt"),
        pytest.param(
            ("unit_rule",),
            {"unit_rule"},
            Severity.WARNING,
            "3 units. This payer's rule was not verified, so this is a warning, not an error.",
            id="rests on what nobody read",
        ),
    ],
)
def test_findings_that_rest_on_dials(rests_on, doubted, severity, says):
    """A finding that rests on what nobody read is no error, and says so."""
    found, terms = Found(None, "3 units.", rests_on), Terms(doubted=frozenset(doubted))

    assert weighed(Severity.ERROR, found, terms) is severity
    assert told(found, terms).says == says
    assert weighed(Severity.INFO, found, terms) is Severity.INFO


def test_unknown_profile():
    """A slip is answered with what was probably meant."""
    with pytest.raises(
        LintError, match=r'no profile is called "medcare" \(did you mean "medicare"\?\)'
    ):
        terms_of(CATALOGUE, "medcare")


def test_a_pack_without_payers():
    """The base needs no file."""
    assert terms_of(replace(CATALOGUE, profiles={}), "base") == Terms()
