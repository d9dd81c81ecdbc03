"""The days that a note writes: of the visit, of the signature, and how long ago surgery was."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.visit_days import Day, billed_days, head_day, operated_days

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = re.compile(
    rf"\b(?:(?=\d)(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?[ -](?:\d{{4}}|\d{{2}}(?!\d))"
    rf"|\d{{1,2}}/\d{{1,2}}(?![\d/%]))"
    rf"|(?=[jfmasond]){_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}})"
)
_OF_SERVICE = re.compile(  # what stands before the day of the visit
    r"(?:\b(?:date of (?:service|treatment|visit|session|encounter|contact|care)|dos|d\.o\.s\.?"
    r"|(?:treatment|visit|session|service|encounter|contact|attendance|appointment|tx|rx) date"
    r"|date (?:seen|treated|attended)|(?:seen|treated|treatment)[ ]*:"
    r"|today(?:['’]s (?:date|visit|session))?(?:,| is| \()?"
    r"|this (?:date|visit|session|day),?"
    r"|(?:time|minutes|units|codes?|billing|entries|notes?|services?|treatment|care|charges?"
    r"|session|visit|contact|encounter)"
    r"(?: rendered| provided| given| delivered| billed| completed)? (?:for|on|dated|of))"
    r"|(?:^|[.;|] *|\b(?:pt|patient|client|resident|child|student) )"
    r"(?:seen|treated)(?: today)?(?: on)?)[ \t:.(|*=–-]*$"
)
_BEFORE_SERVICE = re.compile(
    r"\b(?:last|next|previous|prior|first|initial|since|until|re-?eval\w*|eval\w*|from|plan of care"
    r"|poc|missed|cancel\w*|resched\w*|scheduled|was|were)\b[^.;]{0,24}$"
    r"|\b(?:at|after|before|by|till|than|(?<!refer )(?<!refers )to|with|vs|like|plan of)[ ]"
    r"(?:the |his |her |their )?$"
)
_DATED = re.compile(r"(?:^|[|]|[ ]{2})\W*(?:date|day|dt)[ \t:.|*]*$")  # in the head alone
_VISIT_BEHIND = re.compile(
    r"\)?[ ](?:session|visit|treatment(?! plan)|tx|encounter|(?:before|after|pre|post)-?[ ]?"
    r"(?:session|treatment|tx|exercise))\b"
)
_OPENS_IT = re.compile(r"(?:^|[.;|:] *|\b(?:for|of|obs|vitals|vs|time|minutes|note) )[(]?$")
_NOT_ALONE = re.compile(
    r"[ \t)]*(?:(?:to|-|–|through|thru|,|and|&)[ \t]*\d|(?:by|in the e[dr]|at the)\b)"
)
_ELSE = re.compile(
    r"\bdr\b|physician|referr|order|consent|certif|plan of care|poc\b|\bmd\b|patient|guardian"
)
_SIGNED = re.compile(r"\b(?:e-?signed|signed|signature|/s/)[^\n]{0,60}$|/s/[^\n]{0,60}$")
_OPERATED = re.compile(  # what stands before the day of surgery
    r"\b(?:date of (?:surgery|operation|procedure)|surgery|surgical|sx|s/p|status[- ]post|operated"
    r"|operation|op date|procedure|repair|reconstruction|arthroplasty|replacement|fusion"
    r"|\w+ectomy|\w+otomy|orif|crif|nail|nailing|fixation|tenodesis|release|tsa|rtsa|tka|tkr|tha|thr|rcr|aclr"
    r"|acdf|decompression|arthroscopy|stabili[sz]ation|transfer)\b(?P<gap>[^;\n]{0,48})$"
)
_OTHER_DAY = re.compile(
    r"\b(?:dos|date(?! of surg)|seen|visit|service|onset|doi|injur\w*|fall|fell|eval\w*|soc|start"
    r"|dob|born|cast|brace|referr\w*|auth\w*|script|signed|today|mri|x-?ray|injection|follow|f/u"
    r"|until|next|cleared|planned|scheduled|admi\w*|removed|out|since|discharge\w*|d/c)\b"
)
_SCORE = re.compile(r"\d{1,2}/10")
_BORN = re.compile(
    r"\b(?:dob|d\.o\.b\.?|(?:date of )?birth(?: ?date)?|born(?: on)?)[ \t:.|*(=–-]*$"
)
_PARTS = re.compile(r"\d+|(?<![a-z])[a-z]{3}")
_CENTURY, _OLDEST, _LAST_MONTH, _LAST_DAY = 2000, 1000, 12, 31
_LOOK_BACK, _BEHIND_NAME = 72, 40
_LONGEST_SINCE = 540  # days after which nobody counts weeks


class _Written(NamedTuple):
    """A day as it is written, with what stands before it on its line."""

    span: Span
    words: str
    before: str


class _Told(NamedTuple):
    """A day and what it is of: a kind of fact, "operated", or nothing that is said plainly."""

    kind: str
    day: Day
    has_year: bool


def day_facts(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[Fact]:
    """`day_of_service`, `day_signed`, `born`, as numbers that sort as days do, and `since_surgery`.

    What labels say comes first. Where none gives the day of the visit, the head does, and any day
    that something is billed for is compared with it.
    """
    told = tuple(_told(mentions, signed))
    others = [each.day for each in told if each.has_year and not each.kind]
    served = [each.day for each in told if each.kind == "day_of_service"]
    head = None
    if not any(day.span.start < mentions.head_end for day in served):
        head = head_day(mentions, others)
    billed = [day for day in billed_days(mentions, others) if day != head]
    if head is not None:
        yield _fact(mentions, "day_of_service", head.span, head.number, given=True)
    for kind, day, _ in told:
        if kind and kind != _OPERATION:
            is_given = kind != "day_of_service" or day.span.start < mentions.head_end
            yield _fact(mentions, kind, day.span, day.number, given=is_given)
    for day in billed:
        yield _fact(mentions, "day_of_service", day.span, day.number, given=False)
    visit = next(iter((*filter(None, (head,)), *served, *billed)), None) or next(
        (each.day for each in told if each.kind == "day_signed"), None
    )
    operated = {each.day.number: each.day for each in told if each.kind == _OPERATION}
    operated = operated or {day.number: day for day in operated_days(mentions, others)}
    if visit is not None and len(operated) == 1:
        [day] = operated.values()
        if 0 <= visit.number - day.number <= _LONGEST_SINCE:
            since = visit.number - day.number
            yield _fact(mentions, "since_surgery", day.span, since, given=True)


_OPERATION = "operated"


def _told(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[_Told]:
    """Every day of the note, with what its label says.

    A day without its year is of the year that the note names first. Where one day is above twelve
    and stands first, the note writes days before months.
    """
    written = tuple(_written(mentions.small))
    parts = [_parts(each.words) for each in written]
    year = next((told for told, *_ in parts if told), _CENTURY)
    day_first = any(told and day <= _LAST_MONTH < month <= _LAST_DAY for told, month, day in parts)
    end = 0
    for each, (told, *_) in zip(written, parts, strict=True):
        day = _day(each.words, year, day_first=day_first)
        if day is not None:
            kind = _kind(mentions, each, signed) or _other_kind(mentions, each)
            yield _Told(kind, Day(each.span, day.toordinal(), end), bool(told))
            end = each.span.end


def _other_kind(mentions: Mentions, each: _Written) -> str:
    if _BORN.search(each.before):
        return "born"
    return _OPERATION if _is_of_surgery(mentions, each) else ""


def _fact(mentions: Mentions, kind: str, span: Span, number: int, *, given: bool) -> Fact:
    slots: dict[str, SlotValue] = {"is": number, "given": given, "alone": True}
    return mentions.fact(kind, span, slots)


def _written(text: str) -> Iterator[_Written]:
    for match in _DAY.finditer(text):
        start = match.start()
        line = max(text.rfind("\n", 0, start) + 1, start - _LOOK_BACK)
        yield _Written(Span(*match.span()), match.group(), text[line:start])


def _kind(mentions: Mentions, each: _Written, signed: tuple[Span, ...]) -> str:
    """What the day is of; empty where the note does not say, or it is another matter."""
    if _is_signed(mentions.small, each, signed):
        return "day_signed"
    in_head = each.span.start < mentions.head_end
    behind = mentions.small[each.span.end : each.span.end + 32]
    if _NOT_ALONE.match(behind):
        return ""
    label = _OF_SERVICE.search(each.before)
    if label and label.group().startswith("today") and _SCORE.fullmatch(each.words):
        return ""  # "today (4/10 to 2/10)"
    if label and not _BEFORE_SERVICE.search(each.before[: label.start()]):
        is_surgery = label.group().startswith("dos") and _OPERATED.search(
            each.before[: label.start()]
        )
        return "" if is_surgery else "day_of_service"
    if in_head and _DATED.search(each.before):
        return "day_of_service"
    is_visit = _VISIT_BEHIND.match(behind) and _OPENS_IT.search(each.before)
    return "day_of_service" if is_visit and not _BEFORE_SERVICE.search(each.before) else ""


def _is_signed(text: str, each: _Written, signed: tuple[Span, ...]) -> bool:
    """Whether the day stands behind a signature, or behind the name of who signed."""
    label = _SIGNED.search(each.before)
    if label and not _DAY.search(label.group()):
        end = text.find("\n", each.span.end)
        start = each.span.start - len(label.group())
        start = (
            text.rfind("\n", 0, start) + 1 if _HE_SIGNED.search(text, start - 4, start) else start
        )
        rest = text[start : end if end >= 0 else len(text)]
        return _ELSE.search(rest) is None
    for span in signed:
        gap = text[span.end : each.span.start] if span.end <= each.span.start else "?" * 99
        if len(gap) <= _BEHIND_NAME and gap.count("\n") <= 1 and _ENDS_NAME.fullmatch(gap):
            return True
    return False


_ENDS_NAME = re.compile(  # between a signature and its day: titles, "Date:", room
    r"(?:[ \t,;/|()\n*-]|[a-z./-]{1,6}\d?(?![a-z\d])|physiotherapist|therapist|hand|license"
    r"|date[d:]*|on|#?\d{3,8})*"
)


_HE_SIGNED = re.compile(r"\bs?he $")


def _is_of_surgery(mentions: Mentions, each: _Written) -> bool:
    """Whether the head, or a diagnosis, dates an operation."""
    clause = mentions.clause(each.span.start)
    is_told = each.span.start < mentions.head_end or (clause and "diagnosis" in clause.sections)
    match = _OPERATED.search(each.before) if is_told else None
    return match is not None and not _OTHER_DAY.search(match["gap"])


def _day(written: str, year: int, *, day_first: bool = False) -> date | None:
    """The day that is meant; None for one that is not in the calendar.

    >>> words = ("2026-03-04", "3/4/26", "march 4, 2026", "3/4", "4 march 2026", "4th mar 26")
    >>> [str(_day(each, 2025)) for each in words]
    ['2026-03-04', '2026-03-04', '2026-03-04', '2025-03-04', '2026-03-04', '2026-03-04']
    >>> str(_day("3/4/26", 2025, day_first=True)), _day("13/14", 2025)
    ('2026-04-03', None)
    """
    told, month, day = _parts(written)
    is_iso = written[:4].isdigit()
    if day_first and not is_iso and not any(c.isalpha() for c in written):
        month, day = day, month
    try:
        return date(told or year, month, day)
    except ValueError:
        return None


def _parts(written: str) -> tuple[int, int, int]:
    """Year, month and day as they stand; the year is 0 where it is not told."""
    words = _PARTS.findall(written)[:3]
    if words[1].isalpha():  # "14 Nov 2024"
        words[0], words[1] = words[1], words[0]
    first, second, *rest = (
        _MONTHS.index(word) + 1 if word.isalpha() else int(word) for word in words
    )
    if first > _OLDEST:
        return first, second, rest[0]
    year = rest[0] if rest else 0
    return (year + _CENTURY if 0 < year < _OLDEST else year), first, second
