"""A sound pack on disk, and what is told when one place of it is changed."""

from pathlib import Path

import pytest

from lint97110.errors import PackError
from lint97110.packs import load_catalogue

MISSING = "core/PR/PR001-progression-missing.yaml"
WEAK = "core/PR/PR006-progression-without-content.yaml"
ELEMENT = "elements/progression.yaml"

RULE = """\
code: PR001
name: progression-missing
basis: expected
severity:
  treatment_note: warning
  progress_report: error
check: element
with: {element: progression, status: absent}
message: Nothing here says how the exercises changed.
ask: How did the difficulty change?
why: Change shows skill.
sources: [S06]
hidden_by: [PR006]
examples:
  bad:
    - note: |-
        Interventions:
        SLR 3x10.
      at: SLR
    - {note: Bridges 2x15.}
    - {kind: progress_report, note: Heel slides 2x15.}
  good:
    - {note: SLR raised to 3x10.}
    - {note: SLR held at 2x10 because form broke.}
    - {kind: template, note: "How did SLR change?"}
"""
WEAK_RULE = (
    RULE.replace("PR001", "PR006")
    .replace("hidden_by: [PR006]\n", "")
    .replace("progression-missing", "progression-without-content")
    .replace("status: absent", "status: weak")
)
ELEMENT_FILE = """\
element: progression
title: Progression
means: How the exercises changed, or why they did not.
look_in: [interventions, assessment]
rules: {missing: PR001, weak: PR006}
present:
  - fact: change
    status: [performed, home]
    outside: subjective
    says: A change that was made today.
weak:
  - fact: bare_change
    kind: progress_report
    with: {vague: true, of: load}
    says: A change without its amount.
not_counted:
  - The patient progresses, the exercises do not.
"""
SOURCES = """\
S06:
  title: Manual
  section: Chapter
  address: https://example.org/manual
  seen: 2026-11-23
  says: The record is read as a whole.
  mark: verified
H01:
  title: House
  section: Questions
  seen: 2026-11-23
  says: We like words.
  mark: house
K01:
  title: Hearsay
  section: Unknown
  address: https://example.org/hearsay
  seen: 2026-11-23
  says: So people say.
  mark: knowledge
"""
FILES = {
    "pack.yaml": 'version: "2026.10"\n',
    "sources.yaml": SOURCES,
    "facts/1-changes.yaml": "facts:\n  change:\n    - raised\n  bare_change:\n    - up\n",
    MISSING: RULE,
    WEAK: WEAK_RULE,
    ELEMENT: ELEMENT_FILE,
}


def write_pack(root: Path, changed: dict[str, str]) -> Path:
    """A sound pack in `root`, but for the files in `changed`."""
    for name, text in {**FILES, **changed}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def slip(name: str, was: str, now: str) -> dict[str, str]:
    """The file `name` with one place changed."""
    assert FILES[name].count(was) == 1
    return {name: FILES[name].replace(was, now)}


def refusal(root: Path, changed: dict[str, str]) -> tuple[str, int, str]:
    """File, line and sentence of the error that the changed pack raises."""
    with pytest.raises(PackError) as caught:
        load_catalogue(write_pack(root, changed))
    return (
        Path(caught.value.path).relative_to(root).as_posix(),
        caught.value.line,
        caught.value.sentence,
    )
