"""What the checks may be told under `with`, and what a slip there is told."""

from pathlib import Path

import pytest
from pack_files import MISSING, RULE, WEAK, WEAK_RULE, write_pack

from lint97110.errors import PackError
from lint97110.packs import load_catalogue

EXTRA = "core/TM/TM900-extra.yaml"
EXTRA_RULE = (
    RULE.replace("PR001", "TM900")
    .replace("progression-missing", "extra")
    .replace("hidden_by: [PR006]\n", "")
)


def refusal(root: Path, check: str, options: str) -> str:
    """The sentence about a rule with this check and these options; empty when it is sound."""
    extra = EXTRA_RULE.replace(
        "check: element\nwith: {element: progression, status: absent}",
        f"check: {check}\nwith: {{{options}}}",
    )
    write_pack(root, {MISSING: RULE, WEAK: WEAK_RULE, EXTRA: extra})
    try:
        load_catalogue(root)
    except PackError as error:
        return error.sentence if error.path == str(root / EXTRA) else str(error)
    return ""


@pytest.mark.parametrize(
    ("check", "options", "sentence"),
    [
        pytest.param("clock", "", "", id="clock"),
        pytest.param("sum", "", "", id="sum"),
        pytest.param("count", "units: misplaced", "", id="count"),
        pytest.param("furnished", "given_by: placeholder, given_to: answer", "", id="furnished"),
        pytest.param("missing", "time: timed, element: progression", "", id="missing"),
        pytest.param("conflict", "explained_by: change", "", id="conflict"),
        pytest.param("modifier", "wants: distinct, pairs: 97110+97164", "", id="modifier"),
        pytest.param(
            "modifier",
            "wants: assistant",
            'check "modifier" needs "assistants" under "with"',
            id="wants-words",
        ),
        pytest.param("fact-present", "fact: change|question, of: load", "", id="fact-present"),
        pytest.param("fact-count", "fact: question, sections: plan, fewer_than: 5", "", id="few"),
        pytest.param("mixed-values", "fact: placeholder, slot: notation", "", id="mixed-values"),
        pytest.param(
            "section-missing", "sections: history|plan, beside: history", "", id="section-missing"
        ),
        pytest.param("count", "", 'check "count" needs "units" under "with"', id="needs"),
        pytest.param(
            "count",
            "units: mislaid",
            'unknown units "mislaid" (did you mean "misplaced"?)',
            id="units",
        ),
        pytest.param(
            "missing", "time: timid", 'unknown time "timid" (did you mean "timed"?)', id="time"
        ),
        pytest.param(
            "modifier",
            "wants: qx",
            'unknown wants "qx" (one of: assistant, discipline, distinct, kx)',
            id="wants",
        ),
        pytest.param(
            "conflict",
            "explained_by: chance",
            'unknown fact "chance" (did you mean "change"?)',
            id="fact",
        ),
        pytest.param(
            "missing",
            "time: timed, elemnt: progression",
            'unknown option "elemnt" (did you mean "element"?)',
            id="option",
        ),
        pytest.param(
            "fact-count",
            "fact: question, sections: plan",
            'check "fact-count" needs either "fewer_than" or "more_than" under "with"',
            id="no limit",
        ),
        pytest.param(
            "mixed-values",
            "fact: change|question, slot: notation",
            'unknown fact "change|question" (did you mean "question"?)',
            id="one fact only",
        ),
        pytest.param(
            "section-missing",
            "sections: plan, beside: histroy",
            'unknown section "histroy" (did you mean "history"?)',
            id="beside",
        ),
        pytest.param(
            "words",
            "where: anywhere, when: now",
            'unknown option "when" (did you mean "where"?)',
            id="no such option",
        ),
        pytest.param("sum", "of: minutes", 'unknown option "of"', id="no option at all"),
        pytest.param("summ", "", 'unknown check "summ" (did you mean "sum"?)', id="no such check"),
    ],
)
def test_options(tmp_path, check, options, sentence):
    """Each check is told what it needs and nothing else."""
    assert refusal(tmp_path, check, options) == sentence
