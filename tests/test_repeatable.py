"""A process with another hash seed says the same, byte for byte."""

import os
import subprocess
import sys

import pytest
from samples import ROOT

SEEDS = ("1", "4711")
FORMS = ("--kind", "template", "tests/form_flaws/eighth", "tests/form_flaws/seventh")


def said(seed: str, folder, *of: str) -> list[bytes]:
    """The reports, as text and as JSON, on what `of` names, by a process of its own."""
    reports = [folder / f"{seed}.txt", folder / f"{seed}.json"]
    subprocess.run(
        [
            *(sys.executable, "-m", "lint97110", "check", "--all", "--exit-zero", *of),
            *("-o", f"text={reports[0]}", "-o", f"json={reports[1]}"),
        ],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return [report.read_bytes() for report in reports]


@pytest.mark.parametrize("of", [("sample_notes",), FORMS], ids=["notes", "forms"])
def test_another_process_says_the_same(of, tmp_path):
    """Nothing rests on the order in which a process keeps its sets."""
    one, other = (said(seed, tmp_path, *of) for seed in SEEDS)

    assert all(one)
    assert one == other
