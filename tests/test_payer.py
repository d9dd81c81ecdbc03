"""Which payer a note is held to: what was told, what it says itself, what stands in."""

from datetime import date

import pytest

from lint97110.engine import Linter, Settings
from lint97110.errors import LintError
from lint97110.model import Document
from lint97110.packs import builtin, load_catalogue
from lint97110.payer import PayerFinder, _day_of_service

REST = "\nInterventions:\nSLR 3x10.\n"


def profile(linter, words, payer=""):
    """The profile that a note with these words is held to."""
    return linter.lint(Document("note.txt", f"Daily note\n{words}{REST}", payer)).profile


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("", "base", id="nobody"),
        pytest.param("Payer: Acme Mutual", "base", id="a stranger"),
        pytest.param("Plan: goes to the Medicare talk", "base", id="no payer line"),
        pytest.param("Uses a WC outdoors; pain VAS 4/10", "base", id="other meanings"),
        pytest.param("Payer: Aetna\nInsurance: Cigna", "base", id="two"),
        pytest.param("Payer: Medicare", "medicare", id="by its name"),
        pytest.param("PAYOR: MEDICARE PART B", "medicare", id="capitals"),
        pytest.param("Insurance: BCBS of Ohio", "bcbs", id="with a state"),
        pytest.param("Payer: Medicare Advantage", "medicare-advantage", id="the longer name"),
        pytest.param("Carrier: Workers' comp", "workers-comp", id="workers' compensation"),
        pytest.param("Payer: VA", "va", id="a word with other meanings"),
        pytest.param("Insurance: Texas Medicaid", "time-of-day", id="time of day"),
        pytest.param("Payer: Medicare\nSecondary payer: Aetna", "medicare", id="the second waits"),
        pytest.param("Payer: Tricare\nInsurance: TRICARE Prime", "tricare", id="one, twice"),
        pytest.param("Insurance: United of Omaha", "base", id="no UnitedHealthcare"),
        pytest.param("Insurance: United Healthcare", "uhc", id="two words"),
        pytest.param("Insurance: Medicare A", "base", id="part A is not part B"),
        pytest.param("Payer: Medicare Part A", "base", id="part A by its name"),
        pytest.param("Payer: Medicare A and B", "medicare", id="both parts"),
        pytest.param("Payer: Medicare B", "medicare", id="part B"),
    ],
)
def test_payer_of_the_note(linter, words, expected):
    """A note's own payer line decides."""
    assert profile(linter, words) == expected


@pytest.mark.parametrize(
    ("settings", "words", "payer", "expected"),
    [
        pytest.param({}, "", "Cigna", "cigna", id="the export says so"),
        pytest.param({}, "Payer: Aetna", "Cigna", "aetna", id="the note itself counts more"),
        pytest.param({"profile": "ama"}, "Payer: Aetna", "Cigna", "ama", id="told"),
        pytest.param({"default_profile": "uhc"}, "Payer: Aetna", "", "aetna", id="default waits"),
        pytest.param({"default_profile": "uhc"}, "", "Cigna", "cigna", id="and for exports"),
        pytest.param({"default_profile": "uhc"}, "", "", "uhc", id="the default"),
    ],
)
def test_order(linter_of, settings, words, payer, expected):
    """What was told, then the note, then its export, then the configuration."""
    assert profile(linter_of(Settings(**settings)), words, payer) == expected


@pytest.mark.parametrize("key", ["profile", "default_profile"])
def test_unknown(key):
    """A profile that nobody knows is refused before any note is read."""
    with pytest.raises(LintError, match='no profile is called "medcare"'):
        Linter(Settings(**{key: "medcare"}))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("", None, id="none"),
        pytest.param("DOS: 14/45/2026", None, id="no such day"),
        pytest.param("DOS: 03/02/2026\nDate of service: 03/09/2026", None, id="two"),
        pytest.param("DOS: 03/02/2026", date(2026, 3, 2), id="month first"),
        pytest.param("Date of service: 2026-03-02", date(2026, 3, 2), id="year first"),
        pytest.param("Visit date: 3/2/26", date(2026, 3, 2), id="short"),
    ],
)
def test_day_of_service(linter, words, day):
    """The day of service, where the note states one and no other."""
    note = linter.understand(Document("note.txt", f"Daily note\n{words}{REST}"))

    assert _day_of_service(note) == day


def test_thresholds_are_those_of_the_day(linter):
    """A note of 2023 is held to the amount of 2023."""
    finder = PayerFinder(load_catalogue(builtin()), "medicare", "base")
    note = linter.understand(Document("note.txt", f"Daily note\nDOS: 03/02/2023{REST}"))

    assert finder.terms(note).thresholds["kx"] == 2230
