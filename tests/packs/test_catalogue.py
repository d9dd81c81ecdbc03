"""A rules folder: what a sound one gives, and what each slip in it is told."""

import pytest
from pack_files import ELEMENT, ELEMENT_FILE, MISSING, RULE, refusal, slip, write_pack

from lint97110.errors import PackError
from lint97110.model import Basis, Condition, Kind, Severity
from lint97110.packs import load_catalogue


def test_sound_pack(tmp_path):
    """A sound pack becomes typed values, and nothing of its files is lost."""
    catalogue = load_catalogue(write_pack(tmp_path, {}))

    rule = catalogue.rule("progression-missing")
    assert catalogue.version == "2026.10"
    assert [each.code for each in catalogue.rules] == ["PR001", "PR006"]
    assert (rule.code, rule.basis, rule.path) == ("PR001", Basis.EXPECTED, MISSING)
    assert rule.severity == {
        Kind.TREATMENT_NOTE: Severity.WARNING,
        Kind.PROGRESS_REPORT: Severity.ERROR,
    }
    assert rule.options == {"element": "progression", "status": "absent"}
    assert rule.hidden_by == ("PR006",)
    assert catalogue.sources["S06"].mark == "verified"
    assert catalogue.sources["H01"].address == ""


def test_sound_examples(tmp_path):
    """Examples keep their words, their kind and the line that they stand on."""
    examples = load_catalogue(write_pack(tmp_path, {})).rule("PR001").examples

    assert [(each.is_bad, each.kind, each.line) for each in examples] == [
        (True, Kind.TREATMENT_NOTE, 16),
        (True, Kind.TREATMENT_NOTE, 20),
        (True, Kind.PROGRESS_REPORT, 21),
        (False, Kind.TREATMENT_NOTE, 23),
        (False, Kind.TREATMENT_NOTE, 24),
        (False, Kind.TEMPLATE, 25),
    ]
    assert (examples[0].note, examples[0].at) == ("Interventions:\nSLR 3x10.", "SLR")
    assert examples[1].at is None


def test_sound_element(tmp_path):
    """An element keeps its conditions in order; one word may stand for a list of one."""
    element = load_catalogue(write_pack(tmp_path, {})).element("progression")

    assert (element.missing, element.weak, element.path) == ("PR001", "PR006", ELEMENT)
    assert element.look_in == ("interventions", "assessment")
    assert element.present_when == (
        Condition(
            fact="change",
            says="A change that was made today.",
            status=("performed", "home"),
            outside=("subjective",),
            line=7,
        ),
    )
    assert element.weak_when == (
        Condition(
            fact="bare_change",
            says="A change without its amount.",
            kind=(Kind.PROGRESS_REPORT,),
            slots={"vague": True, "of": "load"},
            line=12,
        ),
    )
    assert element.not_counted == ("The patient progresses, the exercises do not.",)


@pytest.mark.parametrize(
    ("was", "now", "line", "sentence"),
    [
        pytest.param(
            "severity:\n  t",
            "serverity:\n  t",
            4,
            'unknown key "serverity" (did you mean "severity"?)',
            id="unknown key",
        ),
        pytest.param("why: Change shows skill.\n", "", 1, 'missing key "why"', id="missing key"),
        pytest.param("why: Change shows skill.", "why:", 11, '"why" is empty', id="empty value"),
        pytest.param(
            "why: Change shows skill.",
            "why: [Change, skill]",
            11,
            '"why" must be one value, not a list',
            id="list for a word",
        ),
        pytest.param(
            "with: {element: progression, status: absent}",
            "with: progression",
            8,
            '"with" must be a table of keys and values, not a word',
            id="word for a table",
        ),
        pytest.param(
            "sources: [S06]",
            "sources: {S06: yes}",
            12,
            '"sources" must be a list, not a table',
            id="table for a list",
        ),
        pytest.param(
            "why: Change",
            "ask: Change",
            11,
            '"ask" is written twice (first on line 10)',
            id="twice",
        ),
        pytest.param(
            "basis: expected",
            "basis: expect",
            3,
            '"basis" cannot be "expect" (did you mean "expected"?)',
            id="unknown basis",
        ),
        pytest.param(
            "progress_report: error",
            "progres_report: error",
            6,
            '"severity" cannot be "progres_report" (did you mean "progress_report"?)',
            id="unknown kind",
        ),
        pytest.param(
            "progress_report: error",
            "progress_report: eror",
            6,
            '"progress_report" cannot be "eror" (did you mean "error"?)',
            id="unknown severity",
        ),
        pytest.param(
            "severity:\n  treatment_note: warning\n  progress_report: error",
            "severity: {}",
            1,
            '"severity" names no kind of document',
            id="no severity",
        ),
        pytest.param(
            "check: element",
            "check: elements",
            7,
            'unknown check "elements" (did you mean "element"?)',
            id="unknown check",
        ),
        pytest.param(
            "with: {element: progression, status: absent}",
            "with: {element: progression}",
            7,
            'check "element" needs "status" under "with"',
            id="missing option",
        ),
        pytest.param(
            "element: progression",
            "element: progresion",
            8,
            'unknown element "progresion" (did you mean "progression"?)',
            id="unknown element",
        ),
        pytest.param(
            "status: absent",
            "status: present",
            8,
            'unknown status "present" (did you mean "absent"?)',
            id="unknown status",
        ),
        pytest.param(
            "status: absent}",
            "status: absent, stat: 1}",
            8,
            'unknown option "stat" (did you mean "status"?)',
            id="unknown option",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: fact-present\nwith: {fact: bear_change}",
            8,
            'unknown fact "bear_change" (did you mean "bare_change"?)',
            id="unknown fact",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: fact-present\nwith: {fact: question|bear_change}",
            8,
            'unknown fact "bear_change" (did you mean "bare_change"?)',
            id="unknown fact behind a bar",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: fact-count\nwith: {fact: question, sections: plan}",
            7,
            'check "fact-count" needs either "fewer_than" or "more_than" under "with"',
            id="no limit",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: section-missing\nwith: {sections: plan|gaols}",
            8,
            'unknown sections "gaols" (did you mean "goals"?)',
            id="unknown section",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: words\nwith: {where: outside}",
            7,
            'check "words" needs a list of "words", and no other check has one',
            id="no words",
        ),
        pytest.param(
            "check: element\nwith: {element: progression, status: absent}",
            "check: words\nwith: {where: outsied}\nwords: [lazy]",
            8,
            'unknown where "outsied" (did you mean "outside"?)',
            id="unknown place",
        ),
        pytest.param(
            "ask: How did the difficulty change?",
            "ask: How did it change?\nhints: [{opens: did, ask: Was it harder?}]",
            11,
            '"ask" begins with "Was": begin with how, what, which, why, describe or explain',
            id="closed hint",
        ),
        pytest.param(
            "sources: [S06]",
            "sources: [S06, S60]",
            12,
            'unknown source "S60" (did you mean "S06"?)',
            id="unknown source",
        ),
        pytest.param(
            "sources: [S06]",
            "sources: []",
            1,
            '"sources" is empty: name at least one source',
            id="no source",
        ),
        pytest.param(
            "sources: [S06]",
            "sources: [H01]",
            12,
            'basis "expected" cannot rest on house sources alone',
            id="house rule posing as a payer's",
        ),
        pytest.param(
            "basis: expected\nseverity:\n  treatment_note: warning\n  progress_report: error\n"
            "check: element\nwith: {element: progression, status: absent}\n"
            "message: Nothing here says how the exercises changed.\n"
            "ask: How did the difficulty change?\nwhy: Change shows skill.\nsources: [S06]",
            "basis: required\nseverity: {treatment_note: error, progress_report: error}\n"
            "check: element\nwith: {element: progression, status: absent}\n"
            "message: Nothing.\nask: How did it change?\nwhy: Change.\nsources: [K01, H01]",
            10,
            'basis "required" needs a source that was read: verified or verified-2',
            id="required by hearsay",
        ),
        pytest.param(
            "hidden_by: [PR006]",
            "hidden_by: [PR016]",
            13,
            'unknown rule "PR016" (did you mean "PR006"?)',
            id="hidden by nothing",
        ),
        pytest.param(
            "hidden_by: [PR006]",
            "hidden_by: PR001",
            13,
            "a rule cannot hide itself",
            id="hidden by itself",
        ),
        pytest.param(
            "ask: How did the difficulty change?",
            "ask: Did the difficulty change?",
            10,
            '"ask" begins with "Did": begin with how, what, which, why, describe or explain',
            id="closed ask",
        ),
        pytest.param(
            "ask: How did the difficulty change?",
            "ask: What made 3 lb right?",
            10,
            '"ask" contains a digit: a question never proposes a value',
            id="value in ask",
        ),
        pytest.param(
            "      at: SLR\n",
            "      at: slr\n",
            19,
            '"at" is not found word for word in the note of its example',
            id="at not in note",
        ),
        pytest.param(
            "    - {note: Bridges 2x15.}\n",
            "",
            15,
            "2 bad examples: a rule has at least 3",
            id="few bad examples",
        ),
        pytest.param(
            "    - {note: SLR raised to 3x10.}\n",
            "",
            15,
            "2 good examples: a rule has at least 3",
            id="few good examples",
        ),
        pytest.param(
            "{kind: progress_report, note: Heel",
            "{kind: discharge, note: Heel",
            21,
            '"severity" does not mention discharge, the kind of this bad example',
            id="bad example of a silent kind",
        ),
        pytest.param(
            "{kind: template, note",
            "{kind: template, at: SLR, note",
            25,
            'unknown key "at" (one of: kind, note, profile)',
            id="at in a good example",
        ),
        pytest.param(
            "code: PR001",
            "code: PR01",
            1,
            '"PR01" is not a code: two capital letters and three digits',
            id="no code",
        ),
        pytest.param(
            "name: progression-missing",
            "name: progression_missing",
            2,
            '"progression_missing" is not a name: lowercase words joined by hyphens',
            id="no name",
        ),
        pytest.param(
            "code: PR001",
            "code: PR002",
            1,
            "PR002 progression-missing belongs in the file core/PR/PR002-progression-missing.yaml",
            id="file of another code",
        ),
        pytest.param(
            "name: progression-missing",
            "name: progression-absent",
            1,
            "PR001 progression-absent belongs in the file core/PR/PR001-progression-absent.yaml",
            id="file of another name",
        ),
    ],
)
def test_slip_in_a_rule(tmp_path, was, now, line, sentence):
    """A slip in a rule is told with its file, its line and the likely cure."""
    assert (MISSING, line, sentence) == refusal(tmp_path, slip(MISSING, was, now))


@pytest.mark.parametrize(
    ("was", "now", "line", "sentence"),
    [
        pytest.param(
            "look_in:",
            "lookin:",
            4,
            'unknown key "lookin" (did you mean "look_in"?)',
            id="unknown key",
        ),
        pytest.param(
            "    says: A change that was made today.\n",
            "",
            7,
            'missing key "says"',
            id="condition without words",
        ),
        pytest.param(
            "element: progression\n",
            "element: progresion\n",
            1,
            'unknown element "progresion" (did you mean "progression"?)',
            id="unknown element",
        ),
        pytest.param(
            "element: progression\n",
            "element: exercises\n",
            1,
            "exercises belongs in the file elements/exercises.yaml",
            id="file of another element",
        ),
        pytest.param(
            "fact: change\n",
            "fact: chnge\n",
            7,
            'unknown fact "chnge" (did you mean "change"?)',
            id="fact",
        ),
        pytest.param(
            "[performed, home]",
            "[performed, hoem]",
            8,
            'unknown status "hoem" (did you mean "home"?)',
            id="status",
        ),
        pytest.param(
            "outside: subjective",
            "outside: subjektive",
            9,
            'unknown section "subjektive" (did you mean "subjective"?)',
            id="section",
        ),
        pytest.param(
            "[interventions, assessment]",
            "[interventions, asessment]",
            4,
            'unknown section "asessment" (did you mean "assessment"?)',
            id="place to look",
        ),
        pytest.param(
            "kind: progress_report",
            "kind: progress-report",
            13,
            '"kind" cannot be "progress-report" (did you mean "progress_report"?)',
            id="kind",
        ),
        pytest.param(
            "weak: PR006}",
            "weak: PR060}",
            5,
            'unknown rule "PR060" (did you mean "PR006"?)',
            id="rule that does not exist",
        ),
        pytest.param(
            "missing: PR001",
            "missing: PR006",
            5,
            "PR006 does not ask whether progression is absent",
            id="rule of another status",
        ),
        pytest.param(
            "present:\n  - fact: change\n    status: [performed, home]\n    outside: subjective\n"
            "    says: A change that was made today.\n",
            "present: a change\n",
            6,
            '"present" must be a list, not a word',
            id="word for conditions",
        ),
    ],
)
def test_slip_in_an_element(tmp_path, was, now, line, sentence):
    """A slip in an element is told with its file, its line and the likely cure."""
    assert (ELEMENT, line, sentence) == refusal(tmp_path, slip(ELEMENT, was, now))


@pytest.mark.parametrize(
    ("was", "now", "line", "sentence"),
    [
        pytest.param(
            "mark: verified\n",
            "mark: verifed\n",
            7,
            'unknown mark "verifed" (did you mean "verified"?)',
            id="mark",
        ),
        pytest.param(
            "  address: https://example.org/manual\n",
            "",
            2,
            'missing key "address": only a house source has none',
            id="no address",
        ),
        pytest.param(
            "https://example.org/manual",
            "example.org/manual",
            4,
            '"address" must begin with https://',
            id="bare address",
        ),
        pytest.param(
            "address: https://example.org/manual\n  seen: 2026-11-23",
            "address: https://example.org/manual\n  seen: last week",
            5,
            '"seen" must be a date like 2026-03-31, not "last week"',
            id="no date",
        ),
        pytest.param(
            "title: Manual",
            "titel: Manual",
            2,
            'unknown key "titel" (did you mean "title"?)',
            id="key",
        ),
    ],
)
def test_slip_in_the_sources(tmp_path, was, now, line, sentence):
    """A slip in the sources is told with its file, its line and the likely cure."""
    assert ("sources.yaml", line, sentence) == refusal(tmp_path, slip("sources.yaml", was, now))


@pytest.mark.parametrize(
    ("changed", "name", "line", "sentence"),
    [
        pytest.param(
            {"core/PR/PR001-twin.yaml": RULE.replace("progression-missing", "twin")},
            "core/PR/PR001-twin.yaml",
            1,
            '"PR001" already belongs to PR001-progression-missing.yaml',
            id="code twice",
        ),
        pytest.param(
            {"core/PR/PR009-progression-missing.yaml": RULE.replace("PR001", "PR009")},
            "core/PR/PR009-progression-missing.yaml",
            2,
            '"progression-missing" already belongs to PR001-progression-missing.yaml',
            id="name twice",
        ),
        pytest.param(
            {"core/PR001-progression-missing.yaml": RULE},
            "core/PR001-progression-missing.yaml",
            1,
            "PR001 progression-missing belongs in the file core/PR/PR001-progression-missing.yaml",
            id="outside its family",
        ),
        pytest.param(
            {"core/PR/PR009-x.yml": RULE},
            "core/PR/PR009-x.yml",
            1,
            'would not be read: name it "PR009-x.yaml"',
            id="yml",
        ),
        pytest.param(
            {"pack.yaml": "version:\n"}, "pack.yaml", 1, '"version" is empty', id="version"
        ),
        pytest.param({"sources.yaml": ""}, "sources.yaml", 1, "the file is empty", id="no sources"),
        pytest.param(
            {"sources.yaml": "- S06\n"},
            "sources.yaml",
            1,
            "must be a table of sources by key",
            id="list of sources",
        ),
    ],
)
def test_slip_in_the_folder(tmp_path, changed, name, line, sentence):
    """Files that contradict each other, or would be passed over, are refused."""
    assert (name, line, sentence) == refusal(tmp_path, changed)


def test_no_pack_here(tmp_path):
    """A folder that is no pack is told so, not read as an empty one."""
    with pytest.raises(PackError, match=r"a pack is a folder with a pack\.yaml"):
        load_catalogue(tmp_path)


def test_checks_are_told(tmp_path):
    """Which checks exist is the program's to say, not the loader's."""
    changed = slip(MISSING, "check: element", "check: twins")
    changed[ELEMENT] = ELEMENT_FILE.replace("missing: PR001", "missing: PR006")
    root = write_pack(tmp_path, changed)
    (root / ELEMENT).unlink()

    catalogue = load_catalogue(root, checks=("element", "twins"))

    assert catalogue.rule("PR001").check == "twins"


@pytest.mark.parametrize(
    ("name", "text", "was", "now"),
    [
        pytest.param(
            "standing.yaml",
            "sections: {goals: goal}\nstanding:\n  - {is: paused, when: x}\n",
            "[performed, home]",
            "[goal, paused]",
            id="standings",
        ),
        pytest.param(
            "headings/1-gym.yaml",
            "sections:\n  dry_land: [gym]\n",
            "outside: subjective",
            "outside: [dry_land, none]",
            id="sections",
        ),
    ],
)
def test_a_pack_brings_words(tmp_path, name, text, was, now):
    """What a pack's own files define may be named in its elements."""
    catalogue = load_catalogue(write_pack(tmp_path, {name: text, **slip(ELEMENT, was, now)}))

    assert catalogue.element("progression") is not None
