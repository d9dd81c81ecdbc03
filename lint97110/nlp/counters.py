"""Where in its course a note stands: the number of the visit, the weeks since surgery, the day."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.since import since_facts

_VISIT = re.compile(
    r"\b(?:(?P<sure>visit|vis|session|attendance|appointment)"
    r"|(?:treatment|tx|rx|contact|encounter|class|appt)"
    r"(?=[ \t]*(?:#|no\.|number|day\b|\d+[ \t]*\(?of\b|\d+/\d))"
    r"|(?P<day>day)(?=[ \t]*\d+[ \t]*of\b)|no\.?(?=[ \t]*\d+[ \t]+of[ \t]+\d))"
    r"(?<!date of visit)(?<!date of session)"
    r"[ \t]*(?P<mark>(?:#|no\.?|number|count|day|:|=|\.+)*)[ \t]*#?[ \t]*"
    r"(?P<n>\d{1,3})(?:[ \t]*(?:\(?of|out of|(?P<slash>/))[ \t]*(?P<of>\d{1,3}))?"
    r"(?!\d|[/.:%-]\d|[ \t:(,-]*\d{1,2}:\d\d|[ \t]?(?:min|x\b|units?|weeks?|wks?|days?|times"
    r"|am\b|pm\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b))"
)
_WRITTEN_DAY = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[ ][a-z]{3,9}[ ]\d{4}"
    r"|[a-z]{3,9}[ ]\d{1,2},[ ]\d{4})"
)
_DAY = re.compile(_WRITTEN_DAY)
_DAY_BEHIND = re.compile(r"[,;|)( \t-]{1,12}" + _WRITTEN_DAY)
_MONTHS = 12
_NTH = re.compile(  # "8th visit of 12", "third session of a block of six"
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)[ \t]+(?:[a-z]+[ \t]+)?(?:visit|session|treatment|contact)\b"
    r"(?:[ \t]+(?:out )?of[ \t]+(?:(?:an?|the|this|her|his)[ \t]+[a-z]+[ \t]+of[ \t]+)?"
    r"(?P<of>\d{1,3})\b)?"
)
_WHAT = r"(?:visits?|sessions?|treatments?|appointments?|appts?|tx|calls?|classes|contacts?|days?)"
_STAYS = (
    r"(?:(?:are|is|still|now)[ \t]+)*(?:remain(?:ing|s)?|left|to go|to come|outstanding)\b"
    r"(?!(?<=left)[ ](?:her|him|them|me|us|it|pt|the|a|some|no)\b)"
)
_LEFT = re.compile(  # "3 more visits left", "16 left on the script", "visits remaining: 4"
    r"(?<![\w/.:-])(?P<n>\d{1,3})[ \t]+"
    r"(?:(?:more|scheduled|planned|further|of the)[ \t]+)*"
    rf"(?:(?:[a-z]+[ \t]+)?(?P<what>{_WHAT})[ \t]+)?{_STAYS}"
    r"(?:[ \t]+(?:out )?of[ \t]+(?P<of>\d{1,3})\b)?"
    r"(?![ \t]+(?:[a-z]+[ \t]+)?(?:knee|hip|shoulder|leg|arm|side))"
    rf"|\b(?:{_WHAT}[ \t]+(?:remaining|left)|remaining[ \t]+{_WHAT})[ \t]*[:=]?[ \t]*"
    r"(?P<k>\d{1,3})\b"
)
_MAY_REMAIN = re.compile(r"remain|left\b|to go\b|to come\b|outstanding")
_COUNTED = re.compile(rf"\b{_WHAT}\b|\b(?:script|prescription|referral|block|course|order|plan)\b")
_OF_ANOTHER_COUNT = re.compile(
    r"auth|insur|approv|benefit|calendar|payer|medicare|cap\b|\bof[ \t]*$"
)
_NOT_TODAY = re.compile(
    r"\b(?:next|until|till|by|before|after|since|at|last|prior|previous|from|through|every|per|on"
    r"|md|surgeon|follow[- ]?up|in|report due|progress|first|initial|home|er|ed|office|goal|if|when"
    r"|missed|was)\b[^.\n]{0,24}$"
)
_OF_THEN = re.compile(r"\b(?:on|at|since|from|until|till|by|after|before|last|prior|vs)[ \t]+$")
_TOLD = re.compile(  # what a plan says of a visit that was
    r"\b(?:since|from|last|prior|previous|first|initial|started|was|were|than|between|missed"
    r"|baseline|like)\b[^.;\n]{0,24}$"
)
_BEHIND_MINUTES = re.compile(r"\bmin(?:ute)?s?\b[^.;\n]{0,20},[ \t]*$")  # "30 min, session 40"
_TODAY = re.compile(r"\b(?:today|this|is|seen for)\b[^.\n]{0,16}$")
_WHOSE = re.compile(r"\b(?:pt|ot|therapy|rehab|snf|skilled|daily|routine|block|tx|clinic)[ \t]*$")
_AHEAD = frozenset(("planned", "conditional", "goal", "ordered"))


def counter_facts(mentions: Mentions) -> Iterator[Fact]:
    """`visit_counted`, `visits_allowed` and `since_surgery`, each with its number."""
    yield from _visits(mentions)
    yield from since_facts(mentions)


def _visits(mentions: Mentions) -> Iterator[Fact]:
    text = mentions.figured
    found = tuple(_VISIT.finditer(text))
    allowed = {match["of"] for match in found if match["of"] and not match["slash"]}
    slashed = [match["of"] for match in found if match["slash"]]
    allowed |= {of for of in slashed if slashed.count(of) > 1}
    now: re.Match[str] | None = None
    for match in found:
        before = _before(text, match.start(), 40).rpartition(". ")[2]
        if match["slash"] and match["of"] not in allowed and not _is_no_day(mentions, match):
            continue  # a day: "visit 5/20"
        is_now = _is_of_today(mentions, match, before)
        if is_now:
            now = now or match
            yield from _counted(mentions, match)
        elif now and int(match["n"]) < int(now["n"]) and _is_ahead(mentions, match.start(), before):
            yield mentions.fact(
                "visit_counted", mentions.written(match.span()), _slots(int(match["n"]))
            )
    for match in _NTH.finditer(text):
        before = _before(text, match.start(), 40)
        if match.start() < mentions.head_end or _TODAY.search(before):
            now = now or match
            yield from _counted(mentions, match)
    if now:
        yield from _remaining(mentions, now)


def _is_no_day(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether "visit 6/8" counts: it cannot be a day, or the day stands elsewhere in the head."""
    number, most = int(match["n"]), int(match["of"])
    if number > most:
        return False
    if number > _MONTHS or "#" in match.group() or _DAY_BEHIND.match(mentions.small, match.end()):
        return True
    is_in_head = match.start() < mentions.head_end
    return is_in_head and _DAY.search(mentions.small, 0, mentions.head_end) is not None


def _is_of_today(mentions: Mentions, match: re.Match[str], before: str) -> bool:
    in_head = match.start() < mentions.head_end
    is_told = in_head or _TODAY.search(before) is not None
    if not is_told and _ON_A_DAY.match(mentions.figured, match.end()):
        return False
    if (
        _BEHIND_MINUTES.search(before)
        or _OF_THEN.search(before)
        or (_NOT_TODAY.search(before) and not is_told)
    ):
        return False
    is_first = not _WHOSE.sub("", before).strip(" \t-*•|")
    return is_told or bool(match["of"]) or is_first


_ON_A_DAY = re.compile(  # "session 4 on 8 March"
    r",?[ ]+on[ ](?:the[ ])?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|ju[nl]|aug|sep"
    r"|oct|nov|dec)"
)


def _is_ahead(mentions: Mentions, start: int, before: str) -> bool:
    """Whether a plan looks forward to a visit."""
    clause = mentions.clause(start)
    is_planned = clause is not None and (clause.status in _AHEAD or "plan" in clause.sections)
    return is_planned and _TOLD.search(before) is None


def _remaining(mentions: Mentions, now: re.Match[str]) -> Iterator[Fact]:
    """The visit that follows from how many are left, where it is another than this or the next."""
    text = mentions.figured
    if _MAY_REMAIN.search(text) is None:
        return
    for match in _LEFT.finditer(text):
        end = text.find("\n", match.end())
        line = _before(text, match.start(), 40), text[match.end() : max(end, match.end())][:40]
        allowed = match["of"] or now["of"]
        if not allowed or (
            (match["what"] or "").startswith("day") and not now.groupdict().get("day")
        ):
            continue
        following = int(allowed) - int(match["n"] or match["k"])
        is_bare = match["k"] is None and match["what"] is None
        is_whole = mentions.written(match.span()).of(text) == mentions.piece(match.start()).of(text)
        if is_bare and not is_whole and not any(map(_COUNTED.search, line)):
            continue
        if abs(following - int(now["n"])) > 1 and not any(map(_OF_ANOTHER_COUNT.search, line)):
            yield mentions.fact("visit_counted", mentions.written(match.span()), _slots(following))


def _before(text: str, start: int, reach: int) -> str:
    """What stands before a place on its line."""
    return text[max(0, start - reach) : start].rpartition("\n")[2]


def _counted(mentions: Mentions, match: re.Match[str]) -> Iterator[Fact]:
    span = mentions.written(match.span())
    yield mentions.fact("visit_counted", span, _slots(int(match["n"])))
    allowed = match.groupdict().get("of")
    if allowed:
        yield mentions.fact("visits_allowed", span, _slots(int(allowed)))


def _slots(number: int) -> dict[str, SlotValue]:
    return {"is": number, "given": True, "alone": True}
