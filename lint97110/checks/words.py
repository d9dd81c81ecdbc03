"""Are there words in the document that should not be?"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from lint97110.billing.case import Case
from lint97110.model import Found, Note, Rule, Span
from lint97110.wording import any_of, may_hold

_QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"“”]")  # somebody's own words

_FIRST_LINE = re.compile(r"\s*[^\n?\[{<_]*[^\n:?.!\[{<_](?=[ \t]*\n\s*\S)")


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield each place of the rule's words: in a question, outside one, or anywhere.

    Words in quotation marks are somebody else's, and are left alone; so are those that stand in an
    exception of the rule. A question is flagged once. `below_title` is outside of
    questions and of the title, which names the paper. With `fact`, each such fact is a place too.
    """
    asked = list(_asked(case.note))
    facts = case.facts(str(rule.options["fact"])) if "fact" in rule.options else ()
    told = [fact.span for fact in facts]
    places = [span for span in _places(rule, case, asked) if not _overlaps(told, span)]
    yield from map(Found, sorted((*told, *places)))


def _places(rule: Rule, case: Case, asked: list[Span]) -> Iterator[Span]:
    note = case.note
    text, where = note.document.text, rule.options["where"]
    if not may_hold(rule.words, case.plain):
        return
    spared = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    if rule.but_not and may_hold(rule.but_not, case.plain):
        spared += [Span(*match.span()) for match in any_of(rule.but_not).finditer(text)]
    title = _title(text) if where == "below_title" else 0
    told = 0
    for match in any_of(rule.words).finditer(text):
        span = Span(*match.span())
        if where == "question" and span.start < told:
            continue
        is_asked = _overlaps(asked, span)
        is_meant = where == "anywhere" or is_asked == (where == "question")
        if is_meant and span.end > title and not any(span.overlaps(each) for each in spared):
            yield span
            told = next((each.end for each in asked if each.overlaps(span)), 0)


def _asked(note: Note) -> Iterator[Span]:
    """The questions; none where a label keeps its instruction, and is answered all the same."""
    for question in note.questions:
        is_label = _IN_BRACKETS.search(question.span.of(note.document.text)) is not None
        if not (is_label and question.answered and note.kind.has_elements):
            yield question.span


_IN_BRACKETS = re.compile(
    r"^[^\n()?]{1,40}\([^()?]* here\)\W*$"
)  # "Plan (describe the focus here)"


def _title(text: str) -> int:
    """Where the title ends: a first line that is no sentence and has others below it."""
    match = _FIRST_LINE.match(text)
    return match.end() if match else 0


def _overlaps(ordered: list[Span], span: Span) -> bool:
    """Whether one of the stretches, which stand in order and apart, shares one with `span`."""
    at = bisect_right(ordered, span.start, key=attrgetter("end"))
    return at < len(ordered) and ordered[at].overlaps(span)
