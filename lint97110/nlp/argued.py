"""A letter that argues for treatment has the headings of an exam, and none of a treatment."""

from collections.abc import Iterable

from lint97110.model import Section

_ARGUMENT = frozenset(("history", "exam", "assessment", "plan"))
_TREATING = frozenset(("interventions", "subjective", "goals"))


_SAYS_NO_TREATMENT = re.compile(r"\d|(?:chief )?(?:complaint|concern)|cc\b")
"""The heading of a code that is asked for, or of a complaint."""


def is_argued(text: str, sections: Iterable[Section], exams: frozenset[str]) -> bool:
    """Whether history, exam, assessment and plan are the headings; `exams` head an exam."""
    title = text.find("\n")
    headed = {
        each.heading.of(text).lower(): each.names
        for each in sections
        if each.heading and each.start > title
    }
    treated = ((n, names) for n, names in headed.items() if not _SAYS_NO_TREATMENT.match(n))
    names = {name for _, opened in treated for name in opened}
    names |= {"exam"} if any(map(_EXAM.fullmatch, headed)) else set()
    return names >= _ARGUMENT and _TREATING.isdisjoint(names)


_MARKS = " \t.:;,*_=#|/-–—>→)]"
