"""What explains that a note speaks of the side that it does not treat.

The sides are compared, somebody else is there, a device or the way one lies has a side of its own,
the limb is well or was treated long ago.
"""

import re

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.nlp.set_beside import is_set_beside, other, own_item, things

_TOLD = frozenset(("history", "header", "medications", "precautions", "administrative"))
_PEOPLE = frozenset(
    f"others.{each}"
    for each in (
        "family",
        "men_of_family",
        "women_of_family",
        "helpers",
        "outside",
    )
)
_SHORT = 8  # characters of a side with no more than a figure
_LIST = 2  # commas of a list of exercises, at least
_NEXT_ITEM = re.compile(r",[ ][^,;.]{8,}")
_REACH = 28
_WORD = re.compile(r"[a-z-]+")
_BEARS = re.compile(
    r"\b(?:stand\w*|stood|stance|supports?|lean\w*|puts? weight)\b[^,;]*\bon (?:the |his |her )?$"
)
_FORWARD = re.compile(
    r"[ ]st(?:eps?|rides?)\b(?![ -]?(?:ups?|downs?|over|taps?)\b)"  # of the leg that is not loaded
    r"|[ ](?:for|as)[ ](?:a )?(?:warm|demo|compar|refer|norm|baseline|practice|learn)"
    r"|[ ](?:\w+ )?(?:forward|fwd|back|first|leading|leads?|in front|on (?:a |the )?\d)\b"
)
_SINGLE = re.compile(r"\bsl (?:(?:leg|single) )?(?:press|hop|rdl|squat|bridge|calf|heel|dead)")
_NO_REASON = re.compile(  # a good repetition explains no side
    r"good (?:reps?|repetitions?|form|control|quality|contraction|recruitment|technique|activation)"
    r"|(?:no|without|has) (?:\w+ )?lag|extensor lag|new today|year[ -]old"
    r"|(?:leg|limb|tandem|sl) stance"
    r"|too (?:weak|stiff|tight|high|low|far|fast|slow|heavy|hard|early|late|much|many|little|short"
    r"|long|quickly|painful|sore|tired|wide|narrow|deep|straight|loose|unstable|irritable)"
)
_WELL = re.compile(
    r"\b(?:fine|intact|uninjured|no injury|normal|wnl|wfl|unremarkable|ok|okay|healthy"
    r"|untouched|never|quiet|full|5/5|gone\b|resolved|settled|asymptomatic"
    r"|symptom[- ]free|pain[- ]free|good (?:one|leg|arm|knee|side|hand|hip|shoulder)|no change"
    r"|no (?:trouble|issues?|problems?|complaints?|pain|symptoms?|deficits?)"
    r"|not (?:measured|tested|assessed|treated|involved)|well\b"
    r"|unlimited|throughout|from habit|as the norm|norms?|stronger|strong)\b"
)
_DATED = re.compile(
    r"\b(?:in|since|of|from|spring|summer|fall|winter)[ ](?:19|20)\d\d\b"
    r"|\b(?:years?|yrs) ago\b|\bsince (?:the|a|her|his)\b|\bduring the\b|['’]\d\d\b"
    r"|[(](?:in )?(?:19|20)\d\d[)]"
)
_WITHIN = re.compile(
    r"(?:\bwithin[ ][^;.]{0,20}|%[ ]|\b(?:towards?|that|those|than|against|vs[.]?|versus)[ ])"
    r"(?:of |than )?(?:the )?$"
    r"|\b(?:than|against|vs[.]?|versus)[ ](?:the )?-?\d[^,;.]{0,12}[ ]$"  # "18 raises vs 25 L"
)
_FIGURES = re.compile(r"\d[^,;]*, $")  # "raise 48 and 66 degrees, right 82"
_BARE = re.compile(r" -?\d+(?:[.]\d+)?(?: ?[a-z%°]{1,4})?")
_FIGURE = re.compile(r"[ ]?-?\d")
_SIDE_ONLY = re.compile(r"\b(?:right|left|rt|lt|r|l) only$")
_EACH = re.compile(
    r"each (?:position|set|rep|repetition|time|trial|round|lap|visit|day|morning|night|evening"
    r"|week|step|stride|bout|exercise|one|attempt|stroke|squat|session|transfer|turn|direction)s?\b"
)
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.-]\d)|(?<= )['’]\d\d\b")
_DAY_BEFORE = re.compile(
    r"\d(?:[a-z]{2})?[ ][a-z]{3,9}[.,]*[ ]$|[a-z]{3,9}[.]?[ ]\d\d?(?:[a-z]{2})?,?[ ]$"
)


def is_explained(mentions: Mentions, side: Mention, end: int) -> bool:
    """Whether something around a side, and around what stands there to `end`, explains it."""
    clause = mentions.clause(side.start)
    if _MEASURED.match(mentions.small, side.end):
        return False
    if _is_meant(mentions, side):
        return True
    if clause is None or clause.status == "historical" or not _TOLD.isdisjoint(clause.sections):
        return True
    text, piece = mentions.small, mentions.part(side.start)
    around = item(text, piece, side.start)
    near = mentions.groups(around)
    is_open = text[around.end : around.end + 1] == "("  # "his left wrist (fall, 2019) is quiet"
    behind = mentions.piece(side.start).end if is_open else around.end
    return (
        mentions.is_quoted(side.start)
        or _is_beside_the_other(mentions, side, around)
        or not _PEOPLE.isdisjoint(mentions.groups(piece))
        or compares(mentions, around)
        or ("both.told" in near and is_told(mentions, around))
        or _WELL.search(text, end, behind) is not None
        or _DATED.search(text, around.start, behind) is not None
        or _has_side_of_its_own(mentions, side, around)
        or is_set_beside(mentions, side)
    )


def _is_meant(mentions: Mentions, side: Mention) -> bool:
    """Whether a sentence names the side twice: "curls R UE, to build R arm for the chair"."""
    sides = [e for e in mentions.within(mentions.piece(side.start)) if e.group == "sides"]
    if len(sides) == 1 or any(each.value != side.value for each in sides):
        return False
    return all(_is_of_a_part(mentions, each) for each in sides[:2])


def _is_of_a_part(mentions: Mentions, side: Mention) -> bool:
    """Whether a part of the body stands right behind a side, and no sign of weakness: "R AFO"."""
    near = [each for each in mentions.behind(side.end) if each.start - side.end <= 1]
    groups = {each.group for each in near}
    return "signs" not in groups and not groups.isdisjoint(("limbs", "regions"))


def _is_beside_the_other(mentions: Mentions, side: Mention, around: Span) -> bool:
    """Whether the other side stands there too, and of the same: not "L DF 2/5, R hip 3/5"."""
    bare = mentions.small[side.start : side.end]
    if own_item(mentions.small, side).of(mentions.small).strip() == bare:
        line = mentions.line_start(side.start)  # "left, moderate; right, trace"
        around = Span(max(line, mentions.small.rfind(". ", line, side.start)), around.end)
    if f"sides.{other(side.value)}" not in mentions.groups(around):
        return False
    text = mentions.small
    own = set(things(mentions, own_item(text, side)))
    others = (
        set(things(mentions, own_item(text, each)))
        for each in mentions.within(around)
        if each.group == "sides" and each.value != side.value
    )
    return any(not own or not each or not own.isdisjoint(each) for each in others)


def item(text: str, part: Span, offset: int) -> Span:
    """The item of a list around a place, with a word or two behind it: "L knee 130, uninvolved"."""
    if text.count(",", part.start, part.end) < _LIST:
        return part
    start = text.rfind(",", part.start, offset) + 1 or part.start
    end = text.find(",", offset, part.end)
    if not text[start:offset].strip() and (end if end >= 0 else part.end) - offset < _SHORT:
        start = text.rfind(",", part.start, start - 1) + 1 or part.start  # "height 3 reps R, L 24"
    if end >= 0 and not _NEXT_ITEM.match(text, end):
        end = text.find(",", end + 1, part.end)
    return Span(start, end if end >= 0 else part.end)


def compares(mentions: Mentions, span: Span) -> bool:
    """Whether a stretch compares the sides; "each position" does not."""
    return any(
        each.group == "both"
        and each.value == "compared"
        and not _is_measure_of_other(mentions, each)
        and _EACH.match(mentions.small, each.start) is None
        and _SIDE_ONLY.search(mentions.small, max(0, each.start - 6), each.end) is None
        for each in mentions.within(span)
    )


_MEASURED = re.compile(  # "left grip 37% of right": it is the limb that is treated
    r"[^.;\n]{0,30}?(?<!\d)\d\d ?(?:%|percent) of (?:the |that of the )?"
    r"(?:un|contra|other\b|opposite|sound|left\b|right\b|l\b|r\b)"
)


def _is_measure_of_other(mentions: Mentions, word: Mention) -> bool:
    """Whether a side is measured by the well one: "R grip is 26% of the uninvolved hand"."""
    start = max(0, word.start - _REACH)
    return _SHARE.search(mentions.small, start, word.start) is not None


_SHARE = re.compile(r"\d[ ]?(?:%|percent|per cent)[ ](?:of|that of)[ ](?:the |her |his |its )?$")


def is_old(mentions: Mentions, mention: Mention) -> bool:
    """Whether what stands there is told with no more than its year, or as an old matter."""
    part = _with_brackets(mentions, mention)
    return has_year(mentions, mention) or "both.told" in mentions.groups(part)


def has_year(mentions: Mentions, mention: Mention) -> bool:
    """Whether what stands there is told with no more than its year: "L TKA 2021"."""
    part, text = _with_brackets(mentions, mention), mentions.small
    return any(
        _DAY_BEFORE.search(text[max(0, year.start() - _REACH) : year.start()]) is None
        for year in _YEAR.finditer(text, part.start, part.end + 1)
    )


def _with_brackets(mentions: Mentions, mention: Mention) -> Span:
    part = mentions.part(mention.start)
    if mentions.small[part.end : part.end + 1] != "(":
        return part
    return Span(part.start, mentions.piece(mention.start).end)


def is_told(mentions: Mentions, span: Span) -> bool:
    """Whether a word says that it is another or an old matter, and not that a set was good."""
    text = mentions.small
    apart = [match.span() for match in _NO_REASON.finditer(text, span.start, span.end)]
    return any(
        each.group == "both"
        and each.value == "told"
        and not any(start <= each.start < end for start, end in apart)
        and _SIDE_ONLY.search(text, max(0, each.start - 6), each.end) is None
        for each in mentions.within(span)
    )


def _has_side_of_its_own(mentions: Mentions, side: Mention, around: Span) -> bool:
    """Whether a device has a side there, or the way one lies, turns or stands; or a limit has."""
    text = mentions.small
    start = around.start
    if text[start - 1 : start] == "(":  # "He drives (automatic, right foot)"
        start = mentions.piece(start).start
    whole = text[start : side.start]
    behind = text[side.end : min(around.end, side.end + _REACH)]
    sets = mentions.lexicon.sets
    held = (
        sets["held.near"]
        if _is_of_a_limb(mentions, side)
        else sets["held.near"] | sets["held.spine"]
    )
    fore = whole[-_REACH:]
    if fore.endswith(", ") and "(" not in fore and not _HANDS.match(behind):  # "cane R hand, R AFO"
        fore = ""
    near = (fore, _AND.split(behind, maxsplit=1)[0])
    return (
        any(not held.isdisjoint(_WORD.findall(_SINGLE.sub("", words))) for words in near)
        or _goes_there(mentions, whole, behind)
        or _BEARS.search(whole) is not None
        or (_WITH.search(whole) is not None and _DOER.match(behind) is not None)
        or (_USES.search(whole) is not None and _SHOULDER.match(behind) is not None)
        or _FORWARD.match(behind) is not None
        or _WITHIN.search(whole) is not None
        or (whole.endswith("(") and _FIGURE.match(behind) is not None)
        or (_FIGURES.search(whole) is not None and _BARE.fullmatch(behind) is not None)
    )


def _is_of_a_limb(mentions: Mentions, side: Mention) -> bool:
    """Whether a part of a limb stands behind a side: "rotation of the right hip"."""
    return any(
        each.group == "limbs" or (each.group == "regions" and each.value not in _SPINE)
        for each in mentions.behind(side.end)[:2]
        if each.start - side.end <= 1
    )


_SPINE = ("neck", "back")


def _goes_there(mentions: Mentions, before: str, behind: str) -> bool:
    """Whether somebody turns, leans or reaches to a side, or lays a hand on it."""
    sets = mentions.lexicon.sets
    words = _WORD.findall(before[-_REACH:].rpartition(",")[2])
    to = len(words)
    while to and words[to - 1] in sets["held.to"]:
        to -= 1
    near = words[max(0, to - 2) : to]
    is_laid = to < len(words) and near[-1:] and near[-1] in sets["held.laid"]
    after = [word for word in _WORD.findall(behind)[:_WORDS_BEHIND] if word != "good"]
    return bool(is_laid) or not sets["held.beside"].isdisjoint((*near, *after))


_WORDS_BEHIND = 2  # "right hand holds"


_HANDS = re.compile(r"[ ](?:hand|ue|arm|side|upper)\b")
_AND = re.compile(r"[,;]| and | while | so ")
_WITH = re.compile(r"\b(?:with|using|w/|use of) ?(?:the |her |his |their )?$")
_USES = re.compile(
    r"\b(?:uses?|used|needs?)[ ](?:the |her |his |their )?$|\bover (?:the |her |his )?$"
)
_SHOULDER = re.compile(r"[ ](?:hand|ue|arm|shoulder|to)\b|[ ]?(?:[,;.]|$)")
_DOER = re.compile(r"[ ]?(?:hand|foot|ue|side|only|end)\b|[ ]?(?:[,;.]|$)")


def is_of_the_brain(text: str, side: Mention) -> bool:
    """Whether a side is one of the brain: "R MCA infarct"."""
    return _BRAIN.match(text, side.end) is not None


_BRAIN = re.compile(
    r"[ -](?:sided )?(?:\w+ )?(?:mca|aca|pca|m c a|a c a|p c a|cva|stroke|infarct\w*"
    r"|hemispher\w*|basal"
    r"|thalam\w*|lacun\w*|frontal|parietal|pontine|cerebral|ich|intra\w+|h[ae]+morrhag\w*|bleed|sdh|subdural|corona|brain)\b"
)
