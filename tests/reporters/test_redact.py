"""A redacted report tells what is wrong, and of whom only to those who hold the key."""

import hmac
from dataclasses import replace
from hashlib import sha256

import pytest

from lint97110.model import Report, Unread
from lint97110.reporters import REPORTERS, TextOptions
from lint97110.reporters.redact import redact

KEY = b"a key of the clinic"


def hashed(words: str) -> str:
    """What the contract says: 12 hexadecimal digits of HMAC-SHA256."""
    return hmac.new(KEY, words.encode(), sha256).hexdigest()[:12]


@pytest.mark.parametrize("form", REPORTERS)
def test_no_word_of_a_note(form, many):
    """No line, quotation, path or record is left in any format."""
    report = replace(many, notes=tuple(replace(note, record="Doe, J.") for note in many.notes))
    words = REPORTERS[form](redact(report, KEY), TextOptions(show_all=True))

    for secret in ("SLR", "Progress as", "HEP?", "Yes.", "visits", "knee", "scan", "Doe", "fp-"):
        assert secret not in words
    assert REPORTERS[form](report, TextOptions(show_all=True)).count("Doe") > 0


def test_points_are_silent(asking):
    """What shows a point of a justification is a quotation like any other."""
    (note,) = redact(Report((asking,)), KEY).notes

    assert {quote.text for point in note.points.values() for quote in point.evidence} == {""}
    assert note.points["plan_alignment"] == asking.points["plan_alignment"]


def test_names_are_keyed_hashes(many):
    """Paths, records and fingerprints become the hash that the key gives."""
    report = replace(many, notes=(replace(many.notes[0], record="row 5"), *many.notes[1:]))
    first, second, _ = redact(report, KEY).notes

    assert first.path == hashed("visits/knee-07.txt")
    assert first.record == hashed("row 5")
    assert second.record is None
    assert first.findings[0].fingerprint == hashed("fp-TM001")
    assert redact(report, b"another").notes[0].path != first.path


@pytest.mark.parametrize(
    ("path", "reason", "left"),
    [
        pytest.param("a/doe.pdf", "a/doe.pdf is a picture", "{} is a picture", id="path"),
        pytest.param("a/doe.pdf", "doe.pdf: see a", "{}: see a", id="file name"),
        pytest.param("doe\\x.txt", "in doe, not text", "in {}, not text", id="folder"),
        pytest.param("of/is.txt", "is of no use", "is of no use", id="short words stay"),
        pytest.param("not", "this is nothing", "this is nothing", id="part of a word stays"),
    ],
)
def test_reasons_are_kept_without_names(path, reason, left):
    """The reason is still told, with the name in it replaced."""
    (unread,) = redact(Report((), (Unread(path, reason, failed=True),)), KEY).unread

    assert unread == Unread(hashed(path), left.format(hashed(path)), failed=True)


def test_the_rest_is_kept(many):
    """Verdicts, statuses, places and numbers are no quotations."""
    before, after = many.notes[0], redact(many, KEY).notes[0]

    assert (after.verdict, after.kind, after.stated) == (before.verdict, before.kind, before.stated)
    assert after.elements["time_spent"].status == before.elements["time_spent"].status
    assert [(f.rule.code, f.at.start, f.at.line) for f in after.findings] == [
        (f.rule.code, f.at.start, f.at.line) for f in before.findings
    ]


def test_a_path_that_is_no_text():
    """A file name of odd bytes is hashed like any other."""
    (unread,) = redact(Report((), (Unread("\udcff.txt", "is empty"),)), KEY).unread

    assert len(unread.path) == 12
