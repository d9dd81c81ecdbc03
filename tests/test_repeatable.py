"""A process with another hash seed says the same, byte for byte."""

import os
import subprocess
import sys

import pytest
from samples import ROOT

SEEDS = ("1", "4711")


def said(form: str, seed: str, *of: str) -> bytes:
    """The report on all sample notes, or on what `of` names, by a process of its own."""
    arguments = ["check", *(of or ("sample_notes",)), "--all", "--output-format", form]
    return subprocess.run(
        [sys.executable, "-m", "lint97110", *arguments],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_another_process_says_the_same(form):
    """Nothing rests on the order in which a process keeps its sets."""
    one, other = (said(form, seed) for seed in SEEDS)

    assert one
    assert one == other


def test_another_process_says_the_same_of_forms():
    """Nor does what is told of forms."""
    forms = ("--kind", "template", "tests/form_flaws/eighth", "tests/form_flaws/seventh")
    one, other = (said("json", seed, *forms) for seed in SEEDS)

    assert one
    assert one == other
