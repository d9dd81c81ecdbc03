"""What would identify somebody in a form that should fit anybody: names, numbers, dates, places.

Looked for in templates only: a note may name its patient, a form never does. The shapes follow the
list of identifiers in 45 CFR 164.514(b)(2); the label in front tells a number or a name for sure.
"""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Clause, Fact, Span
from lint97110.nlp.reading import Reading

_WORD = r"[A-Z][A-Za-z'’\-]+"
_PERSON = (
    r"(?:patient|client|resident|member|child|student|mother|father|wife|husband|daughter|son"
    r"|spouse|caregiver|parent|guardian|emergency contact|physician|surgeon|doctor|provider"
    r"|therapist|clinician|signed by|referred by|referring (?:physician|provider)|treated by)"
)
_NAMES = (
    re.compile(  # "Patient: Marta Quill", "Referred by: Quill, Marta"
        rf"\b(?i:{_PERSON}(?:['’]s)?(?: name)?|name)[ \t]*:[ \t]*"
        rf"(?P<it>{_WORD}(?:,?[ \t]+(?:[A-Z]\.?[ \t]+)?{_WORD})+)"
    ),
    re.compile(rf"\b(?P<it>(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?[ \t]+{_WORD}(?:[ \t]+{_WORD})?)"),
)
_NUMBERS = (
    re.compile(r"(?<![\w-])(?P<it>\d{3}-\d{2}-\d{4})(?![\w-])"),  # a social security number
    re.compile(
        r"(?<![\w.])(?P<it>(?:\+?1[ .-])?(?:\(\d{3}\)[ ]?|\d{3}[ .-])\d{3}[ .-]\d{4})(?!\w)"
    ),
    re.compile(r"(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),  # an e-mail address
    re.compile(r"(?P<it>\b(?:https?://|www\.)[^\s)>\]]+)", re.IGNORECASE),
    re.compile(r"(?<![\w.])(?P<it>\d{1,3}(?:\.\d{1,3}){3})(?![\w.])"),  # of a computer
    re.compile(  # "MRN: 4471902", "Member ID W00812"
        r"\b(?:mrn|medical record|chart|account|acct|member|policy|group|claim|case|patient"
        r"|subscriber|licen[cs]e|npi|ssn|serial|device|plate|vin)"
        r"(?:[ \t]+(?:id|number|no\.?|num))?[ \t]*(?:#|:)?[ \t]*(?P<it>[A-Z]{0,3}-?\d[\d-]{3,})",
        re.IGNORECASE,
    ),
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_PLACES = (
    re.compile(r"(?<![\w/.-])(?P<it>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})(?![\w/-])"),
    re.compile(r"(?<![\w/-])(?P<it>(?:19|20)\d{2}-\d{2}-\d{2})(?![\w-])"),
    re.compile(
        rf"\b(?P<it>{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ](?:19|20)\d{{2}})\b", re.IGNORECASE
    ),
    re.compile(  # "DOB 3/14/51": a date of birth without its century is one all the same
        r"\b(?:dob|d\.o\.b\.|date of birth|birth date|born)[ \t]*:?[ \t]*"
        r"(?P<it>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})",
        re.IGNORECASE,
    ),
    re.compile(  # an age over 89
        r"(?<![\w/.-])(?P<it>(?:9\d|1[01]\d)[- ]?(?:years?[- ]old|yrs?[- ]old|y/?o|year-old))\b",
        re.IGNORECASE,
    ),
    re.compile(  # "41 Alder Street"
        rf"\b(?P<it>\d{{1,5}}[ ](?:{_WORD}[ ]){{1,3}}"
        r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Way|Terrace))\b"
    ),
    re.compile(r"(?P<it>\b[A-Z]{2}[ ]+\d{5}(?:-\d{4})?)(?!\w)"),  # "OR 97301"
)
_NAMED = re.compile(r"[A-Z][a-z]|[A-Z]{5}|[@\d/]")  # initials and credentials alone are nobody's
_FORM_DATE = re.compile(  # "Rev. 03/01/2024" dates the form
    r"(?:rev(?:ised|ision)?|version|form|effective|updated|copyright|©)\.?[ \t:]*$", re.IGNORECASE
)
_SHAPES = (("name", _NAMES), ("number", _NUMBERS), ("date_or_place", _PLACES))


def identifier_facts(
    reading: Reading, facts: Iterable[Fact], blanks: tuple[Span, ...]
) -> Iterator[Fact]:
    """What would identify somebody in a form; a placeholder does not."""
    found: dict[Span, str] = {}
    for what, shapes in _SHAPES:
        for span in _matches(reading.text, shapes):
            if _is_free(span, found, blanks) and _NAMED.search(span.of(reading.text)):
                found[span] = what
    for fact in facts:  # somebody with a credential
        is_named = _NAMED.search(fact.span.of(reading.text)) is not None
        if fact.kind == "signed" and is_named and _is_free(fact.span, found, blanks):
            found[fact.span] = "name"
    for span, what in sorted(found.items()):
        yield Fact("identifier", span, Clause(span, "template"), {"is": what})


def _is_free(span: Span, found: Iterable[Span], blanks: tuple[Span, ...]) -> bool:
    return not any(span.overlaps(other) for other in (*found, *blanks))


def _matches(text: str, shapes: Iterable[re.Pattern[str]]) -> Iterator[Span]:
    for shape in shapes:
        for match in shape.finditer(text):
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start("it")]
            if not _FORM_DATE.search(line):
                yield Span(*match.span("it"))
