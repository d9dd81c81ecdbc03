"""Is each paper of a clinic's folder taken for what it is? Floors only rise."""

import re

import pytest
from samples import ROOT

from lint97110.model import Document

FOLDER = ROOT / "tests" / "papers"
FLOORS = {"first": 66, "second": 75, "third": 50, "visits": 89}
_PAPER = re.compile(r"^# kind=(?P<kind>\w+)\n(?P<text>.*?)(?=^# |\Z)", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", FLOORS)
def test_kinds(name, linter, figures):
    """An order or another profession's report is no visit, and a visit is none of them."""
    papers = list(_PAPER.finditer((FOLDER / f"{name}.txt").read_text("utf-8")))
    wrong = [
        f"{number}: {found}, not {paper['kind']}"
        for number, paper in enumerate(papers)
        for found in [linter.lint(Document("paper.txt", paper["text"])).kind.value]
        if found != paper["kind"]
    ]
    figures[f"papers, {name} set"] = [f"{len(papers) - len(wrong)}/{len(papers)}", *wrong]

    assert len(papers) - len(wrong) >= FLOORS[name], wrong
