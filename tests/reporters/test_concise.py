"""One line a finding."""

from dataclasses import replace

import pytest

from lint97110.model import Report
from lint97110.reporters.concise import render


def test_lines(many):
    """Place, severity, code, message; then what was not checked, and why."""
    said = [
        ("visits/knee-07.txt:3:10: error TM001 ", "no minutes of treatment are written down."),
        ("visits/knee-07.txt:5:1: warning GP001 ", "where the patient stands against a goal."),
        ("visits/knee-07.txt:2:41: warning PR001 ", "is named in general words only."),
        ("visits/knee-07.txt:4:1: info QN001 ", "can be answered with yes or no."),
        ("visits/scan.pdf: unreadable, not checked: ", "scan.pdf; export it as text."),
        ("visits/knee-09.txt: failed, not checked: ", "RuntimeError in checks/count.py"),
    ]

    for line, (start, end) in zip(render(many).splitlines(), said, strict=True):
        assert line.startswith(start)
        assert line.endswith(end)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        pytest.param("a\nb.txt", "a b.txt:3:10:", id="line feed"),
        pytest.param("a\x1b[2Jb.txt", "a?[2Jb.txt:3:10:", id="terminal escape"),
    ],
)
def test_a_path_stays_on_its_line(path, shown, held):
    """Whatever a file is called, a finding is one line and no command to the terminal."""
    lines = render(Report((replace(held, path=path),))).splitlines()

    assert len(lines) == len(held.findings)
    assert lines[0].startswith(shown)


def test_a_record_is_named(held):
    """Where one file holds many notes, the line says which."""
    assert render(Report((replace(held, record="row 5"),))).splitlines()[0].endswith("[row 5]")
