"""A letter that argues for treatment has the headings of an exam, and none of a treatment."""

from collections.abc import Iterable

from lint97110.model import Section

_ARGUMENT = frozenset(("history", "exam", "assessment", "plan"))
_TREATING = frozenset(("interventions", "subjective", "goals"))


def is_argued(text: str, sections: Iterable[Section], exams: frozenset[str]) -> bool:
    """Whether history, exam, assessment and plan are the headings; `exams` head an exam."""
    title = text.find("\n")
    headed = [each for each in sections if each.heading and each.start > title]
    names = {name for each in headed for name in each.names}
    written = (each.heading.of(text).lower().rstrip(_MARKS) for each in headed if each.heading)
    if not exams.isdisjoint(written):
        names.add("exam")
    return names >= _ARGUMENT and _TREATING.isdisjoint(names)


_MARKS = " \t.:;,*_=#|/-–—>→)]"
