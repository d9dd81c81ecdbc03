"""Single sentences of requests: which plead for money, and which would fit any patient."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint97110.engine import Settings
from lint97110.model import Document, Kind

SENTENCES: Mapping[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "justifications" / "wording.yaml").read_text("utf-8")
)
FAMILIES = frozenset(("TO", "MN"))
STOCK, PAYMENT = "MN023", "TO005"
LEAST = {"open": 0.98, "held": 0.9}
"""The least share of sentences that are read as they are meant."""


def _sentences(share: str) -> Iterator[tuple[str, str]]:
    """What each sentence is meant as, and its words."""
    lists = SENTENCES["held"] if share == "held" else SENTENCES
    for meant in ("boilerplate", "payment", "plain"):
        yield from ((meant, words) for words in lists[meant])


def _is_as_meant(meant: str, codes: frozenset[str]) -> bool:
    """Whether the rules say of a sentence what it is; what pleads for money is told as that."""
    if meant == "plain":
        return not codes & {STOCK, PAYMENT}
    return (PAYMENT if meant == "payment" else STOCK) in codes


@pytest.mark.parametrize("share", LEAST)
def test_sentences(share, linter_of, figures):
    """A stock phrase and a plea for money are told, and their look-alikes are left alone."""
    linter = linter_of(Settings(kind=Kind.JUSTIFICATION))
    wrong, count = [], 0
    for meant, words in _sentences(share):
        report = linter.lint(Document("request", f"Request\n\nAssessment:\n{words}\n"))
        told = [f for f in report.findings if f.rule.family in FAMILIES and f.context in words]
        count += 1
        if not _is_as_meant(meant, frozenset(f.rule.code for f in told)):
            wrong.append(meant if share == "held" else f"{meant}: {words}")
    figures[f"wording of requests, {share}"] = [f"{count - len(wrong)}/{count}", *sorted(wrong)]

    assert 1 - len(wrong) / count >= LEAST[share], wrong
