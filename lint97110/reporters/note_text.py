"""One note in full, as a therapist reads it: the verdict, the elements, the findings."""

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap

from rich.text import Text

from lint97110.model import (
    POINTS,
    REQUIRED_ELEMENTS,
    SUPPORTING_ELEMENTS,
    ElementReport,
    Finding,
    Kind,
    NoteReport,
    Severity,
    Status,
    Verdict,
)
from lint97110.reporters import vocabulary
from lint97110.reporters.options import TextOptions
from lint97110.reporters.plain import one_line
from lint97110.reporters.snippet import LOOKED_HERE, snippet

FEW = 3
NO_BREAK = "\u00a0"  # keeps the two words of a name on one line


def note_lines(note: NoteReport, options: TextOptions) -> Iterator[Text]:
    """The lines of one note's report; the first says whether it may be billed."""
    yield from _headline(note, options.width)
    yield from _subject(note, options.width)
    if note.verdict is Verdict.OUT_OF_SCOPE:
        return
    yield from _elements(note, options.width)
    shown = note.findings if options.show_all else note.findings[:FEW]
    for finding in shown:
        yield Text()
        yield from _finding(note, finding, options.width)
    yield from _foot(note, len(shown), options.width)


def _headline(note: NoteReport, width: int) -> Iterator[Text]:
    label = vocabulary.VERDICTS[note.verdict]
    for index, line in enumerate(wrap(f"{label}: {_verdict(note)}", width)):
        text = Text(line)
        if index == 0:
            text.stylize(vocabulary.VERDICT_STYLES[note.verdict], 0, len(label))
        yield text


def _verdict(note: NoteReport) -> str:
    counts = Counter(finding.severity for finding in note.findings)
    said = [
        vocabulary.severity_words(counts[severity], severity)
        for severity in Severity
        if counts[severity]
    ]
    found = f" ({', '.join(said)})" if said else ""
    return f"{_call(note)}{found}." if note.verdict in _CALLS else _UNCHECKED


_UNCHECKED = "this note bills other codes, so it was not checked (--every-note checks it)."
_CALLS = {
    Verdict.HOLD: "complete this {noun} before it is {used}",
    Verdict.REVIEW: "review this {noun} before it is {used}",
    Verdict.READY: "nothing in the rules that were checked holds this {noun} back",
}
_NOUNS = {
    Kind.TREATMENT_NOTE: ("note", "billed"),
    Kind.PROGRESS_REPORT: ("report", "billed"),
    Kind.EVALUATION: ("evaluation", "billed"),
    Kind.DISCHARGE: ("discharge summary", "billed"),
    Kind.JUSTIFICATION: ("request", "submitted"),
}
_NOTE, _FORM = ("note", "billed"), ("form", "used")


def _call(note: NoteReport) -> str:
    """What is to be done with a document of this kind before it serves its purpose."""
    noun, used = _FORM if _is_form(note) else _NOUNS.get(note.kind, _NOTE)
    call = _CALLS[note.verdict]
    if noun == "form":
        call = call.replace("complete", "correct")
    return call.format(noun=noun, used=used)


def _is_form(note: NoteReport) -> bool:
    """Whether a form was checked as a form, and is no note that nobody wrote."""
    return note.kind is Kind.TEMPLATE and not any(
        finding.rule.options.get("fact") == "unfilled_form" for finding in note.findings
    )


def _subject(note: NoteReport, width: int) -> Iterator[Text]:
    said = [vocabulary.KINDS[note.kind], vocabulary.BILLING[note.bills_97110]]
    if note.profile != "base":
        said.append(f"{note.profile} profile")
    for line in _fold(f"{one_line(note.path)}{_record(note)}: {', '.join(said)}", width, ""):
        yield Text(line, style="dim")


def _record(note: NoteReport) -> str:
    return "" if note.record is None else f" [{one_line(note.record)}]"


def _elements(note: NoteReport, width: int) -> Iterator[Text]:
    if not note.elements:
        return
    yield Text()
    for status in Status:
        required = _names(note.elements, REQUIRED_ELEMENTS, status)
        supporting = _names(note.elements, SUPPORTING_ELEMENTS, status)
        said = "; ".join(filter(None, [required, supporting and f"also {supporting}"]))
        yield from _by_status(status, said, width)
    if note.points:
        yield Text()
        yield Text("  Points of the request:")
        for status in Status:
            yield from _by_status(status, _names(note.points, POINTS, status), width)


def _by_status(status: Status, said: str, width: int) -> Iterator[Text]:
    """The names of what stands so, over as many lines as they need; none where nothing does."""
    label = f"  {vocabulary.STATUS_MARKS[status]:<3}{vocabulary.STATUSES[status]:<9}"
    for index, line in enumerate(wrap(said, width - len(label))):
        yield Text.assemble(
            (label if index == 0 else " " * len(label), vocabulary.STATUS_STYLES[status]),
            line.replace(NO_BREAK, " "),
        )


def _names(results: Mapping[str, ElementReport], names: tuple[str, ...], status: Status) -> str:
    return ", ".join(
        vocabulary.element_words(name).replace(" ", NO_BREAK)
        for name in names
        if name in results and results[name].status is status
    )


def _finding(note: NoteReport, finding: Finding, width: int) -> Iterator[Text]:
    rule = finding.rule
    style = vocabulary.SEVERITY_STYLES[finding.severity]
    yield Text.assemble(
        (f"{vocabulary.SEVERITY_MARKS[finding.severity]} {finding.severity}", style),
        f"  {rule.code} {rule.name}",
        (f"  ({vocabulary.BASES[rule.basis]})", "dim"),
    )
    yield from map(Text, _fold(finding.message, width, "  "))
    yield from _place(note, finding, width)
    yield from (
        Text(line, style="bold") for line in _fold(f"To answer: {finding.ask}", width, "  ")
    )


def _place(note: NoteReport, finding: Finding, width: int) -> Iterator[Text]:
    place = f"  {one_line(note.path)}:{finding.at.line}:{finding.at.column}{_record(note)}"
    gutter = f"{finding.at.line:>6} | "
    seen = snippet(finding, width - len(gutter))
    yield Text(place, style="dim")
    if seen is None:
        return
    yield Text.assemble((gutter, "dim"), seen.line)
    style = "cyan" if seen.below.endswith(LOOKED_HERE) else "red"
    yield Text.assemble((" " * (len(gutter) - 2) + "| ", "dim"), (seen.below, style))


def _foot(note: NoteReport, shown: int, width: int) -> Iterator[Text]:
    if not note.findings:
        return
    more = len(note.findings) - shown
    hidden = f"{vocabulary.count_words(more, 'more finding')}: --all shows them. " if more else ""
    code = note.findings[0].rule.code
    yield Text()
    for line in wrap(f"{hidden}Sources and reasons: lint97110 explain {code}", width):
        yield Text(line, style="dim")


def _fold(words: str, width: int, indent: str) -> list[str]:
    """`words` over as many lines as they need; a path is never broken."""
    return wrap(
        words,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
