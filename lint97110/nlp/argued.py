"""A letter that argues for treatment has the headings of an exam, and none of a treatment."""

from collections.abc import Iterable

from lint97110.model import Section, Span

_ARGUMENT = frozenset(("history", "exam", "assessment", "plan"))
_TREATING = frozenset(("interventions", "subjective", "goals"))
_REPORTS = frozenset(("s", "subjective"))


def is_argued(text: str, sections: Iterable[Section], exams: frozenset[str]) -> bool:
    """Whether history, exam, assessment and plan are the headings; `exams` head an exam."""
    headed = [
        (each.heading.of(text).lower().rstrip(_MARKS), each.names)
        for each in sections
        if each.heading and (each.start > text.find("\n") or _is_alone(text, each.heading))
    ]
    names = {name for heading, opened in headed if _counts(heading, opened) for name in opened}
    if not exams.isdisjoint(heading for heading, _ in headed):
        names.add("exam")
    return names >= _ARGUMENT and _TREATING.isdisjoint(names)


def _is_alone(text: str, heading: Span) -> bool:
    """Whether a heading has its line for itself; one that opens a paper may be its title."""
    return text[heading.end : heading.end + 1] in {"", "\n"}


def _counts(heading: str, names: tuple[str, ...]) -> bool:
    """Whether a heading says of what kind a paper is: no code, and no complaint in a history."""
    return not heading[:1].isdigit() and ("subjective" not in names or heading in _REPORTS)


_MARKS = " \t.:;,*_=#|/-–—>→)]"
