"""Which regions of the body a note speaks of, and which of them belong to another note."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.coded import coded_regions
from lint97110.nlp.mentions import FAMILY, Mention, Mentions
from lint97110.nlp.old_matters import is_old, is_told
from lint97110.nlp.problem import Problem, is_given

_ELSEWHERE = frozenset(
    ("history", "medications", "precautions", "home_program", "administrative", "subjective")
)


def foreign_facts(
    mentions: Mentions, regions: list[Mention], given: Problem, *, is_general: bool
) -> Iterator[Fact]:
    """`region` for each region that is named."""
    text = mentions.small
    past = _past(mentions, regions, given)
    vague = {mention.start for mention in mentions.of("vague")}
    denied = {each.start for each in regions if is_denied(mentions, each)}
    told = {each.value for each in regions if is_given(each, given) and each.start not in denied}
    for place, value in coded_regions(text, given.front, mentions.lexicon.sets):
        slots: dict[str, SlotValue] = {"is": value, "given": True, "alone": False}
        told.add(value)
        yield mentions.fact("region", place, slots)
    if not (told or is_general):
        first = _most_treated(mentions, regions, denied)
        if first is not None:
            told.add(first.value)
            slots = {"is": first.value, "given": True, "alone": False}
            yield mentions.fact("region", Span(first.start, first.end), slots)
    is_back = "back" in told
    shown = [each for each in mentions.of("shown") if not is_given(each, given)]
    alive = Counter(e.value for e in regions if _is_treated(mentions, e, denied))
    for mention in _each_once(sorted([*regions, *shown], key=_place), told):
        if mention.start in past or mention.start in denied:
            continue
        is_doubtful = mention.start in vague or (is_back and mention.value in _CARRIED)
        may_be = _WOUND.match(text, mention.end) is not None or not (
            is_general or (is_doubtful and not _is_strong(mentions, mention))
        )
        is_lone = alive[mention.value] == 1 and (
            _is_need(mentions, mention)
            or (told <= _TRUNK and _ROM.match(text, mention.end) is not None)
        )
        slots = {
            "is": f"{mention.value} alone" if is_lone and told else mention.value,
            "given": is_given(mention, given),
            "alone": may_be and _is_alone(mentions, mention),
        }
        yield mentions.fact("region", Span(mention.start, mention.end), slots)


_TRUNK = frozenset(("neck", "back"))
_ROM = re.compile(
    r"[ ](?:arom |prom |rom )?(?:flex\w*|ext\w*|rom)[ ](?:is |to )?\d{2,3}(?!\d|/| ?lb)"
)


def _place(mention: Mention) -> int:
    return mention.start


def is_denied(mentions: Mentions, region: Mention) -> bool:
    """Whether a region is said to be well, or to ail nobody: "denies back pain", "neck clear"."""
    text, part = mentions.small, mentions.part(region.start)
    if not FAMILY.isdisjoint(mentions.groups(Span(part.start, region.start))):
        return True  # "after moving a piano with his brother, who hurt his shoulder"
    return (
        _DENIES.search(text, part.start, region.start) is not None
        or _NO_MATTER.match(text, region.end, part.end) is not None
    )


_DENIES = re.compile(
    r"\b(?:denie[sd]|denying|screened|cleared|clears)\b|\bno (?:new )?(?:\w+ or )?$"
)
_NO_MATTER = re.compile(
    r"(?:[ ,]+(?:and|or|&|is|are|was|were|has|had|been|range|rom|screen\w*|quick|here|at|also|still"
    r"|all|the|eval\w*|exam|today|with|a|on|full|neck|back|hips?|knee|shoulder|elbow|both))*[ ,:]+"
    r"(?:no issues?|no problems?|no complaints?|never|cleared|clear|fine|unremarkable|painless"
    r"|pain[- ]?free|asymptomatic|wnl|wfl|quiet|normal|negative|neg\b|not (?:a|the|involved|part))"
)


def _most_treated(mentions: Mentions, regions: list[Mention], denied: set[int]) -> Mention | None:
    """The first mention of the region that most of a note tells of, where no head names one."""
    vague = {mention.start for mention in mentions.of("vague")}
    sure = [
        each for each in regions if each.start not in vague and _is_treated(mentions, each, denied)
    ]
    counts = Counter(each.value for each in sure).most_common(1)
    if not counts or counts[0][1] < _MANY or counts[0][1] * _SHARE[1] < len(sure) * _SHARE[0]:
        return None
    return next(each for each in sure if each.value == counts[0][0])


_MANY, _SHARE = 3, (2, 3)


def _is_treated(mentions: Mentions, region: Mention, denied: set[int]) -> bool:
    """Whether a region is one that the note treats or measures, and not one of long ago."""
    clause = mentions.clause(region.start)
    is_now = clause is None or not ("history" in clause.sections or clause.status == "historical")
    return is_now and region.start not in denied


def _is_need(mentions: Mentions, region: Mention) -> bool:
    """Whether what ails a region is said to be what is worked at: "to restore knee ROM"."""
    clause, text = mentions.clause(region.start), mentions.small
    if clause is None:
        return False
    piece = mentions.piece(region.start)
    is_argued = not _ARGUES.isdisjoint(clause.sections)
    return (
        (is_argued or _NEEDED.search(text, piece.start, region.start) is not None)
        and _AILMENT.match(text, region.end) is not None
        and _BECAUSE.search(text, piece.start, region.start) is None
    )


_ARGUES = frozenset(("assessment", "goals", "skilled"))
_NEEDED = re.compile(
    r"\b(?:restor\w+|improv\w+|increas\w+|regain\w*|residual|address\w*|normali[sz]\w+|maximi[sz]\w+"
    r"|necess\w+|limited|deficits?|gain\w*|recover\w*)\b"
)
_AILMENT = re.compile(
    r"[ ](?:joint )?(?:stability|instability|rom\b|arom\b|prom\b|range\b|hypomobility|mobility"
    r"|pain\b|function\b|effusion|swelling|incision|stiffness|dressing|wound|scar\b)"
)
_BECAUSE = re.compile(
    r"\b(?:due to|from|because|contribut\w+|secondary|compensat\w+|proximal|distal|referred|also"
    r"|prevent\w*|avoid\w*|protect\w*|new|screen\w*)\b"
)


def _each_once(regions: list[Mention], told: set[str]) -> Iterator[Mention]:
    """The regions, where a word that may be of two is one of that which the problem names."""
    at = -1
    following: Mention | None
    for each, following in zip_longest(regions, regions[1:]):
        is_told = following and following.start == each.start and following.value in told
        if each.start == at or is_told:
            continue
        at = each.start
        yield each


def is_idle(mentions: Mentions, region: Mention) -> bool:
    """Whether a region is no more than where something is: "to shoulder height", "hip pocket"."""
    text = mentions.small
    if text[region.start : region.end] == "spine":  # of the neck, of the back, or of the clinic
        return True
    before = text[max(0, region.start - _REACH) : region.start]
    if region.value == "neck" and text[: region.start].endswith(_OF_BONES):  # of the femur
        return True
    is_far = _FAR.search(before) is not None and not _is_measured(mentions, region.end)
    return is_far or _SHAPE.match(text, region.end) is not None


_OF_BONES = ("femoral ", "humeral ", "radial ", "talar ")
_FAR = re.compile(r"\b(?:to|over|above|below|past|overhead)[ -](?:the )?$|\bon(?:to)? h(?:is|er) $")
_SHAPE = re.compile(
    r"[ -](?:height|width|level|apart|high|deep|pocket|bent|blades?|line|bag|strap|belt|rest"
    r"|wrap)\b"
)


def _past(mentions: Mentions, regions: list[Mention], given: Problem) -> frozenset[int]:
    """What the problem names of long ago beside that of today: "carpal tunnel release 2021"."""
    told = [each for each in regions if is_given(each, given)]
    old = {each.start for each in told if is_old(mentions, each)}
    return frozenset(old) if len(old) < len(told) else frozenset()


_CARRIED = ("shoulder", "neck")  # a note of a back speaks of them in lifting and in posture


def _is_strong(mentions: Mentions, region: Mention) -> bool:
    """Whether a region is measured, or hurts: not "waist to shoulder 30 lb", "hand on the rail"."""
    text = mentions.small
    before = text[max(0, region.start - _REACH) : region.start]
    if _PLACE.search(before) is not None:
        return False
    if _BARE.match(text, region.end):
        score = _SCORE.match(text, region.end)
        is_felt = text[region.start : region.end] == "pinch"  # "groin pinch 4/10"
        return score is not None and not (is_felt and "/" in score.group())
    return _AILS.match(text, region.end) is not None or _is_measured(mentions, region.end)


_BARE = re.compile(r"[ ,]*(?:(?:in|for|at) )?-?\d")
_SCORE = re.compile(r"[ ]-?\d{1,3}(?:/10\b| ?(?:->|→|to|-) ?-?\d|[ ](?:deg|kg|lb)|°)")
_AILS = re.compile(
    r"[ ](?:\w+ )?(?:pain|mobility|stiffness|stiff|soreness|sore|tenderness|tender|weakness|weak"
    r"|swelling|swollen|edema|incision|lag|brace|tires|fatigues)\b"
)
_PLACE = re.compile(r"\b(?:to|at|over|above|below|past|from|or|and|with|on|of)[ -](?:the )?$")
_REACH = 7
_WOUND = re.compile(
    r"[ ](?:surgical )?(?:incision|scar|wound|portals?|graft|sutures?|staples|dressing)"
)


def _is_alone(mentions: Mentions, mention: Mention) -> bool:
    clause = mentions.clause(mention.start)
    if clause is None or not _ELSEWHERE.isdisjoint(clause.sections):
        return False
    piece = mentions.piece(mention.start)
    is_others = "others" in mentions.groups(piece)
    is_past = clause.status == "historical" and not (
        _is_strong(mentions, mention) and _NOW.search(mentions.small, mention.end, piece.end)
    )
    return not (is_past or is_others or is_told(mentions, piece))


_NOW = re.compile(r"\b(?:is|are|has|have|now|remains?|no longer)\b")


def goes_back(mentions: Mentions, region: Mention) -> bool:
    """Whether "back" is where somebody goes, or reaches: "back at work", "hand behind her back"."""
    text, start, end = mentions.small, region.start, region.end
    if text[start:end] != "back":
        return False
    before = _WORD_BEFORE.search(text, max(0, start - _REACH * 2), start)
    if _REACHED.search(text, max(0, start - _REACH * 2), start):
        return True
    return _RETURNS.match(text, end) is not None or (
        before is not None and before["word"] in mentions.lexicon.sets["returns.words"]
    )


_RETURNS = re.compile(r"[ ](?:at|to|in|on|into|from|for|by|when|if|after|next|up|home|off)\b")
_REACHED = re.compile(r"\bbehind (?:the |his |her |own )?$")
_WORD_BEFORE = re.compile(r"\b(?P<word>[a-z]+) $")


def _is_measured(mentions: Mentions, offset: int) -> bool:
    """Whether a measure, or a figure, stands there: right behind a region."""
    match = _MEASURE.match(mentions.small, offset)
    if match is None or match["word"] is None:
        return match is not None
    return ("done", "measures") in mentions.lexicon.readings.get(match["word"], ())


_MEASURE = re.compile(r"[ ,]*(?:(?:in|for|at) )?(?:(?P<word>[a-z]+)|\d{1,3}(?!/10|\d))")
