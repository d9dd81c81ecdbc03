"""What a person reads: calm, complete, and the same words with or without colour."""

import re
from dataclasses import replace

import pytest

from lint97110.model import Kind, Report, Severity, Verdict
from lint97110.reporters.options import PLAIN, TextOptions
from lint97110.reporters.redact import redact
from lint97110.reporters.text import render

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

ONE_NOTE = """\
HOLD: complete this note before it is billed (1 error, 2 warnings, 1 info).
visits/knee-07.txt: treatment note, bills 97110

  ok present  exercises, frequency, duration; also skilled, function, signature
  !  weak     progression, time spent, plan update
  x  missing  goal progress; also response

x error  TM001 timed-total-missing  (payer requires)
  Units are billed, but no minutes of treatment are written down.
  visits/knee-07.txt:3:10
     3 | Charges: 97110 x 2
       |          ^^^^^^^^^
  To answer: How many minutes of one-on-one treatment did the patient receive
  today?

! warning  GP001 goal-link-missing  (reviewers expect)
  Nothing here says where the patient stands against a goal.
  visits/knee-07.txt:5:1
     5 | Plan: continue.
       | ^ looked here
  To answer: Which goal did today's work serve, and where does the patient stand
  against it?

! warning  PR001 progression-missing  (reviewers expect)
  The change of the exercises is named in general words only.
  visits/knee-07.txt:2:41
     2 | SLR 2# 3x10 B, bridges 3x10, NuStep L4. Progress as tolerated.
       |                                         ^^^^^^^^^^^^^^^^^^^^^
  To answer: How did the difficulty change from the last visit, or why was it
  kept the same?

1 more finding: --all shows them. Sources and reasons: lint97110 explain TM001
"""

POINTS_TOLD = """
  Points of the request:
  ok present  chief complaint, onset, prior function, current function,
              systems review, findings, impression, therapist reason,
              expected outcome
  !  weak     amount reason
  x  missing  plan alignment

"""

MANY_NOTES = """\
verdict       note                gaps  first findings
HOLD          visits/knee-07.txt     5  TM001 GP001 PR001 +1
READY         visits/knee-08.txt     0
OUT OF SCOPE  visits/hand-01.txt     -

One note in full: lint97110 check PATH. All in full: --all.

Not checked (2):
  x visits/scan.pdf: this holds a picture of scan.pdf; export it as text.
  x visits/knee-09.txt: the linter failed: RuntimeError in checks/count.py

6 inputs: 4 read, 1 unreadable, 1 duplicate.
4 notes: 1 hold, 1 ready, 1 out of scope, 1 failed.
Findings: 1 error, 2 warnings, 1 info.
"""

STATISTICS = """\
findings  notes  code   name
       1      1  GP001  goal-link-missing
       1      1  PR001  progression-missing
       1      1  QN001  closed-question
       1      1  TM001  timed-total-missing

 present   weak  missing  element
       2      0        0  exercises
       2      0        0  frequency
       2      0        0  duration
       1      1        0  progression
       1      0        1  goal progress
       1      1        0  time spent
       1      1        0  plan update
       2      0        0  skilled
       1      0        1  response
       2      0        0  function
       2      0        0  signature
"""


def test_one_note(one):
    """The verdict comes first, then the elements, then three findings with their questions."""
    assert render(one) == ONE_NOTE


def test_many_notes(many):
    """A row for each note, what was lost, and totals that account for every input."""
    assert render(many) == MANY_NOTES


def test_statistics(many):
    """Counts stand in the place of the notes; notes out of scope have no elements to count."""
    words = render(many, TextOptions(is_statistics=True))

    assert words == STATISTICS + MANY_NOTES[MANY_NOTES.index("\nNot checked") :]


def test_statistics_of_clean_notes(many):
    """No findings are said to be none."""
    clean = replace(many, notes=many.notes[1:])

    assert render(clean, TextOptions(is_statistics=True)).startswith("No findings.\n")


def test_quiet(many):
    """The totals and what was not checked, and no more."""
    assert render(many, TextOptions(is_quiet=True)) == MANY_NOTES[MANY_NOTES.index("Not checked") :]


def test_all_findings(one):
    """All findings are shown when they are asked for, and none is said to be hidden."""
    words = render(one, TextOptions(show_all=True))

    assert "QN001 closed-question  (house rule)" in words
    assert "more finding" not in words


def test_all_notes_in_full(many, one):
    """Many notes can be had in full, each as it would be alone."""
    words = render(many, TextOptions(show_all=True))

    assert render(one, TextOptions(show_all=True)) in words
    assert "verdict  " not in words


def test_lost_input_beside_one_note(one, many):
    """One note is shown in full even where others were lost, and the lost are told."""
    words = render(replace(one, unread=many.unread))

    assert words.startswith(ONE_NOTE)
    assert "Not checked (2):" in words
    assert "3 inputs: 2 read, 1 unreadable.\n2 notes: 1 hold, 1 failed.\n" in words


def test_nothing_is_not_clean():
    """A run over nothing says so."""
    assert render(Report(())) == "0 inputs: there was nothing to check.\n"


@pytest.mark.parametrize(
    ("verdict", "start"),
    [
        (Verdict.HOLD, "HOLD: complete this note before it is billed"),
        (Verdict.REVIEW, "REVIEW: review this note before it is billed"),
        (Verdict.READY, "READY: nothing in the rules that were checked holds this note back"),
        (Verdict.OUT_OF_SCOPE, "OUT OF SCOPE: this note bills other codes, so it was not checked"),
    ],
)
def test_verdicts(verdict, start, held):
    """Each verdict is said in plain words, on the first line."""
    assert render(Report((replace(held, verdict=verdict, findings=()),))).startswith(start)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (Kind.PROGRESS_REPORT, "HOLD: complete this report before it is billed"),
        (Kind.JUSTIFICATION, "HOLD: complete this request before it is submitted"),
        (Kind.TEMPLATE, "HOLD: correct this form before it is used"),
    ],
)
def test_what_is_to_be_done(kind, start, held):
    """A request is sent and a form is used; only what was treated is billed."""
    assert render(Report((replace(held, kind=kind, findings=()),))).startswith(start)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"profile": "strict"}, "treatment note, bills 97110, strict profile\n"),
        ({"bills_97110": None}, "treatment note, names no billing\n"),
        ({"kind": Kind.PROGRESS_REPORT, "bills_97110": False}, "report, bills other codes only\n"),
        ({"record": "row 5"}, "visits/knee-07.txt [row 5]: treatment note"),
        ({"record": "row 5"}, "visits/knee-07.txt:3:10 [row 5]\n"),
    ],
)
def test_subject(changes, words, held):
    """The report says what it took the note for."""
    assert words in render(Report((replace(held, **changes),)))


def test_a_template_has_no_elements(held):
    """Where no elements are asked, none are listed."""
    template = replace(held, kind=Kind.TEMPLATE, elements={})

    assert "x  missing" in render(Report((held,)))
    assert "x  missing" not in render(Report((template,)))
    assert re.search(r"HOLD +visits/knee-07.txt +- +TM001", render(Report((template, template))))


@pytest.mark.parametrize("options", [PLAIN, TextOptions(show_all=True)], ids=["rows", "full"])
def test_color_adds_no_words(options, many):
    """With the colours taken away, the words are those of a pipe; a pipe has no colours."""
    plain = render(many, options)
    colored = render(many, replace(options, has_color=True))

    assert not ESCAPE.search(plain)
    assert ESCAPE.search(colored)
    assert ESCAPE.sub("", colored) == plain


@pytest.mark.parametrize("width", [60, 80, 100])
def test_lines_fit(width, many):
    """No line is wider than asked, so that nothing wraps under a caret."""
    words = render(many, TextOptions(width=width, show_all=True))

    assert max(map(len, words.splitlines())) <= width


def test_a_long_path_is_never_cut(held):
    """A path that does not fit its column has a line of its own, whole."""
    path = "/".join(["a-folder-with-a-name"] * 5) + "/note.txt"
    words = render(Report((held, replace(held, path=path))))

    assert f"HOLD     {path}\n" in words


def test_a_redacted_report_quotes_nothing(many):
    """No line of the note and no name is left."""
    words = render(redact(many, b"key"), TextOptions(show_all=True))

    assert not re.search(r"knee|scan|Charges|NuStep|Plan: continue|\| ", words)
    assert "TM001 timed-total-missing" in words


@pytest.mark.parametrize("severity", list(Severity))
def test_severity_is_a_word(severity, held):
    """A severity is told by a mark and a word, never by colour alone."""
    (first, *_) = held.findings
    note = replace(held, findings=(replace(first, severity=severity),))

    assert re.search(rf"^[x!i] {severity}  TM001", render(Report((note,))), re.MULTILINE)


def test_a_note_cannot_command_the_terminal(held):
    """Control characters in a note are shown as harmless ones, and the caret keeps its place."""
    (first, *_) = held.findings
    at = replace(first.at, text="x 2", column=4)
    bad = replace(first, at=at, context="\x1b[H\x07x 2\tBID")
    words = render(Report((replace(held, findings=(bad,)),)))

    assert "\x1b" not in words
    assert "     3 | ?[H?x 2 BID\n" in words


def test_points_of_a_justification(asking, held):
    """Below the elements of a justification stands what the request itself tells."""
    assert POINTS_TOLD in render(Report((asking,)))
    assert "request tells" not in render(Report((held,)))
