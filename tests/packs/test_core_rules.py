"""The rules that travel with the program: how much each gap matters, and on what ground."""

import pytest

from lint97110.model import ELEMENTS, POINTS, REQUIRED_ELEMENTS, Basis, Kind, Severity
from lint97110.packs import builtin, load_catalogue

CATALOGUE = load_catalogue(builtin())
ELEMENT_RULES = [rule for rule in CATALOGUE.rules if rule.check == "element"]
KINDS = [kind for kind in Kind if kind.has_elements]


def gap(element: str, status: str):
    """The one rule about that gap."""
    options = {"element": element, "status": status}
    (rule,) = [rule for rule in ELEMENT_RULES if rule.options == options]
    return rule


@pytest.mark.parametrize("element", ELEMENTS)
def test_every_gap_is_reported(element):
    """Each element has a missing and a weak rule, on every kind of document that has elements."""
    for status in ("absent", "weak"):
        assert [kind for kind in Kind if kind in gap(element, status).severity] == KINDS


@pytest.mark.parametrize("element", ELEMENTS)
def test_weak_is_milder(element):
    """Weak evidence never weighs more than none, and errors become warnings."""
    missing, weak = gap(element, "absent").severity, gap(element, "weak").severity

    for kind in KINDS:
        is_pointer = (element, kind) == ("exercises", Kind.TREATMENT_NOTE)
        milder = {
            Severity.ERROR: Severity.ERROR if is_pointer else Severity.WARNING,
            Severity.WARNING: Severity.WARNING if element in REQUIRED_ELEMENTS else Severity.INFO,
            Severity.INFO: Severity.INFO,
        }
        assert weak[kind] == milder[missing[kind]], kind


@pytest.mark.parametrize(
    ("kind", "errors"),
    [
        pytest.param(Kind.TREATMENT_NOTE, "exercises time_spent signature", id="treatment note"),
        pytest.param(
            Kind.PROGRESS_REPORT,
            "progression goal_progress plan_update skilled function signature",
            id="progress report",
        ),
        pytest.param(
            Kind.EVALUATION, "frequency duration plan_update function signature", id="evaluation"
        ),
        pytest.param(Kind.DISCHARGE, "goal_progress signature", id="discharge"),
        pytest.param(
            Kind.JUSTIFICATION, "frequency duration skilled function signature", id="justification"
        ),
    ],
)
def test_what_holds_a_bill(kind, errors):
    """Missing elements that stop a document of each kind, and no others."""
    found = [name for name in ELEMENTS if gap(name, "absent").severity[kind] is Severity.ERROR]

    assert errors.split() == found


@pytest.mark.parametrize("point", POINTS)
def test_points_are_asked_of_justifications(point):
    """Each point has a missing and a weak rule, for a justification and for nothing else."""
    missing, weak = gap(point, "absent").severity, gap(point, "weak").severity

    assert set(missing) == set(weak) == {Kind.JUSTIFICATION}
    assert missing[Kind.JUSTIFICATION].rank <= weak[Kind.JUSTIFICATION].rank


def test_required_elements_on_a_treatment_note():
    """On a daily note no required element is a mere remark."""
    for name in REQUIRED_ELEMENTS:
        assert gap(name, "absent").severity[Kind.TREATMENT_NOTE] is not Severity.INFO


def test_payer_requirements():
    """Only what a payer's text asks of the daily note or its bill itself is called required."""
    required = [rule.code for rule in CATALOGUE.rules if rule.basis is Basis.REQUIRED]

    assert " ".join(required) == (
        "BC002 BC003 BC005 EX001 SG001 SG008 TM001 TM002 TM003 TM004 TM005 TM006 TM007 TM009 "
        "TM011 TM012 TM014 TM015 TM017"
    )


def test_sources_are_used():
    """No source is listed that no rule and no payer's dial rests on."""
    of_rules = {key for rule in CATALOGUE.rules for key in rule.sources}
    of_dials = {dial.source for one in CATALOGUE.profiles.values() for dial in one.dials}

    assert set(CATALOGUE.sources) == of_rules | of_dials


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_words(rule):
    """Message and reason are sentences; nothing says that care was not given."""
    for words in (rule.message, rule.why):
        assert words[0].isupper() or words[0] == '"'
        assert words.endswith(".")
        assert "not documented" not in words
        assert "complian" not in words


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_examples_differ(rule):
    """No note proves the rule twice, and none is both good and bad of one kind and payer."""
    notes = [(example.note, example.kind, example.profile) for example in rule.examples]

    assert len(set(notes)) == len(notes)
