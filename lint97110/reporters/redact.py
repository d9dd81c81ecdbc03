"""A report without a word of the notes: no quotations, and hashes for names."""

import hmac
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from lint97110.model import ElementReport, Finding, NoteReport, Quote, Report, Unread

HASH_LENGTH = 12
SHORTEST_NAME = 3  # a folder called "a" may stay: to replace it would garble the sentence

Name = Callable[[str], str]


def redact(report: Report, key: bytes) -> Report:
    """The same report with no quotations, and a keyed hash for each path, record and fingerprint.

    The hash is the first 12 hexadecimal digits of HMAC-SHA256: whoever holds the key can tell
    which note is meant, and two runs with one key agree.
    """

    def name(words: str) -> str:
        digest = hmac.new(key, words.encode("utf-8", "surrogateescape"), sha256)
        return digest.hexdigest()[:HASH_LENGTH]

    return replace(
        report,
        notes=tuple(_note(note, name) for note in report.notes),
        unread=tuple(_unread(unread, name) for unread in report.unread),
    )


def _note(note: NoteReport, name: Name) -> NoteReport:
    return replace(
        note,
        path=name(note.path),
        record=None if note.record is None else name(note.record),
        elements=_elements(note.elements),
        points=_elements(note.points),
        questions=tuple(
            replace(question, quote=_silent(question.quote)) for question in note.questions
        ),
        answers=tuple(map(_silent, note.answers)),
        findings=tuple(_finding(finding, name) for finding in note.findings),
    )


def _elements(results: Mapping[str, ElementReport]) -> Mapping[str, ElementReport]:
    return {
        name: replace(result, evidence=tuple(map(_silent, result.evidence)))
        for name, result in results.items()
    }


def _finding(finding: Finding, name: Name) -> Finding:
    return replace(
        finding,
        at=_silent(finding.at),
        context="",
        fingerprint=name(finding.fingerprint),
    )


def _silent(quote: Quote) -> Quote:
    return replace(quote, text="")


def _unread(unread: Unread, name: Name) -> Unread:
    hashed = name(unread.path)
    return replace(unread, path=hashed, reason=_without(unread.path, unread.reason, hashed))


def _without(path: str, reason: str, hashed: str) -> str:
    """`reason` with the path, and each name in it, replaced."""
    names = [part for part in re.split(r"[/\\]", path) if len(part) >= SHORTEST_NAME]
    for word in sorted({path, *names}, key=lambda word: (-len(word), word)):
        reason = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", hashed, reason)
    return reason
