"""Counts over a run: how often each rule speaks, and how each element stands."""

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from lint97110.model import ELEMENTS, Report, Status
from lint97110.reporters import vocabulary


def statistics_lines(report: Report) -> Iterator[Text]:
    """Findings by code, most frequent first, then the elements of the checked notes."""
    yield from _codes(report)
    yield from _elements(report)


def _codes(report: Report) -> Iterator[Text]:
    counts = Counter(finding.rule.code for note in report.notes for finding in note.findings)
    notes = Counter(code for note in report.notes for code in {f.rule.code for f in note.findings})
    names = {f.rule.code: f.rule.name for note in report.notes for f in note.findings}
    if not counts:
        yield Text("No findings.")
        return
    yield Text("findings  notes  code   name", style="dim")
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Text(f"{count:>8}  {notes[code]:>5}  {code}  {names[code]}")


def _elements(report: Report) -> Iterator[Text]:
    counts = Counter(
        (name, result.status)
        for note in report.notes
        if vocabulary.gaps(note) is not None
        for name, result in note.elements.items()
    )
    if not counts:
        return
    yield Text()
    yield Text(" present   weak  missing  element", style="dim")
    for name in ELEMENTS:
        present, weak, absent = (counts[name, status] for status in Status)
        yield Text(f"{present:>8}  {weak:>5}  {absent:>7}  {vocabulary.element_words(name)}")
