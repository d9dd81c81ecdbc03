"""Has everything that `why` can show a name that clinicians would use?"""

import shutil

import pytest

from lint97110.checks import CHECKS
from lint97110.errors import PackError
from lint97110.packs import builtin, load_catalogue
from lint97110.packs.known import known_names
from lint97110.packs.label_file import NAME, read_labels

CATALOGUE = load_catalogue(builtin(), frozenset(CHECKS))
KNOWN = known_names(builtin(), CHECKS)
FACTS = {
    condition.fact
    for element in CATALOGUE.elements
    for condition in (*element.present_when, *element.weak_when)
}


def test_all_that_can_be_shown_is_named():
    """Each fact that an element asks for, each way in which a clause stands, and nothing else."""
    assert set(CATALOGUE.labels) == FACTS | set(KNOWN.statuses)


def test_labels_are_words():
    """No underscore, no capital letter, no stop at the end, and short."""
    for label in CATALOGUE.labels.values():
        assert "_" not in label
        assert label[0].islower()
        assert not label.endswith(".")
        assert len(label) < 70


def test_a_pack_without_labels(tmp_path):
    """Names stand for themselves then."""
    assert read_labels(tmp_path, KNOWN) == {}
    assert CATALOGUE.label("no_such_thing") == "no such thing"


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [("  cueing:", "  cueng:", "cueing"), ("  performed:", "  perfomed:", "performed")],
)
def test_a_slip(old, new, meant, tmp_path):
    """A name that nothing has is refused, with its line and the likely one."""
    path = tmp_path / NAME
    shutil.copy(builtin() / NAME, path)
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new), "utf-8")

    with pytest.raises(PackError, match=f'did you mean "{meant}"') as refused:
        read_labels(tmp_path, KNOWN)
    assert refused.value.line == text[: text.index(old)].count("\n") + 1
