"""Shapes that forms are made of: bullets, tick boxes, yes/no pairs, lists of options."""

import re
from collections.abc import Iterator
from itertools import pairwise

_BULLET = re.compile(
    r"[^\w\[\](){}<«☐☑☒_\"“”'‘?/.*]*(?:[*](?![*_]))?\s*"  # whatever sign: "• ", "▸ ", "§ ", "~ "
    r"(?:[*_]{2}(?:Q|Question|Item|Prompt)?[ .\-]?\d{1,2}[.):]?[*_]{2}[.):]?\s+"  # "**Q1.** "
    r"|[\[(]?(?:Q|Question|Item|Prompt|[SOAP])?[ .\-]?\d{1,2}(?:\.\d{1,2})*[a-h]?"
    r"(?:[\])]?[.)]|[\])]|:|\s?[\-–—/])\s+"  # "2) ", "1.1 ", "[3] ", "4 - ", "S-1. "
    r"|(?:Q|Question|Item|Prompt|[SOAP])[\s\-]?\d{1,2}[.:)]?\s+"  # "Q1  ", "Q-1  "
    r"|[*_]{2}(?:Q|Question)[.:]?[*_]{2}[.:]?\s+|Q:\s+"  # "**Q.** ", "Q: "
    r"|[*_]{0,2}[SOAP](?:\s*[—–·•»→=>*])+\s+(?=[A-Z])"  # "S• ", "**S —** "
    r"|[A-Z]{0,4}[\-. ]?\d{1,3}(?:\.\d{1,2})*[)\].:/]?[>»→][)\]]?\s+"  # "A-01> ", "12» "
    r"|(?:[A-Za-z]\.)?\d{1,2}(?:\.\d{1,2})*\s{1,3}(?=[A-Z][a-z])"  # "1  How", "a.1  How"
    r"|[\[(]?[a-zA-Z](?:[\])]?[.)]|[\])])\s+|[a-z]:\s+"  # "(a) ", "B. ", "c: "
    r"|[\[(]?(?:[ivx]{1,5}|[IVX]{1,5})(?:[\])]?[.)]|[\])])\s+)?"  # "iv. ", "(II) "
    r"(?:[*_]{2}[A-Z][\w ,/&\-]{1,40}(?:[.:][*_]{2}|[*_]{2}[.:])\s+(?=[A-Z]))?"  # "**Night.** How"
    r"(?:[*_]{1,3}(?=\w))?"  # "**How** did it go"
)
_BOX = r"(?:\[[ _]*\]|\([ _]{1,3}\)|☐|□|_{1,4}(?=\s?[A-Za-z]))"  # an empty box
_TICKED = r"(?:\[[xX✓✔*]\]|\([xX✓✔*]\)|☑|☒|✓|✔)"  # a box with a mark in it
_YES, _NO = r"(?:yes|y)\b", r"(?:no|n)\b"
_GAP = r"[\s/,|]*"  # what stands between the two halves of a pair

_PAIR = re.compile(
    rf"{_BOX}\s*{_YES}{_GAP}{_BOX}\s*{_NO}"  # "[ ] Yes [ ] No"
    rf"|{_YES}\s*{_BOX}{_GAP}{_NO}\s*{_BOX}"  # "Yes [ ] No [ ]"
    rf"|[\[(]?\s*(?<![\"“'])\b{_YES}\s*/\s*{_NO}\s*[\])]?"  # "(Y/N)",
    r"(?!\s*\w)(?!\s*/\s*(?!n/?a\b)\w)"  # and no word or further option behind it
    r"|(?<=\s)(?:YES\s{1,6}NO|Y\s{1,6}N)\b"  # "YES   NO"
    rf"|{_YES}\s?_{{2,}}\s*{_NO}\s?_{{2,}}",  # "Yes ___ No ___"
    re.IGNORECASE,
)
"""A yes beside a no, neither of them chosen."""

_TICKED_PAIR = re.compile(
    rf"{_TICKED}\s*{_YES}{_GAP}{_BOX}\s*{_NO}"  # "[x] Yes [ ] No"
    rf"|{_BOX}\s*{_YES}{_GAP}{_TICKED}\s*{_NO}"  # "[ ] Yes [x] No"
    rf"|{_YES}\s*{_TICKED}{_GAP}{_NO}\s*{_BOX}"  # "Yes [x] No [ ]"
    rf"|{_YES}\s*{_BOX}{_GAP}{_NO}\s*{_TICKED}",  # "Yes [ ] No [x]"
    re.IGNORECASE,
)
"""A yes beside a no, one of them ticked."""

_MAY_PAIR = re.compile(  # a yes, a no, no other word between: far faster, and misses nothing
    r"[Yy](?:[Ee][Ssſ])?[\s/,|\[\]()_☐□xX✓✔*☑☒]*[Nn][Oo]?\b"
)
_TICK = re.compile(_TICKED)  # any ticked box
_ANY_BOX = re.compile(rf"{_BOX}|{_TICKED}")
_FIRST_BOX = re.compile(rf"\s*{_BOX}\s*[A-Za-z]")  # a box with its label, before all else
_MAY_BOX = re.compile(r"\[[ _\]]|\([ _]|☐|□|_")  # every empty box begins so
_LABELS = re.compile(  # each empty box with its label, up to the next box or bar
    rf"{_BOX}\s*(?P<label>[A-Za-z\d][^\[\](){{}}☐□_]{{0,40}}?)(?=\s*(?:{_BOX}|{_TICKED}|$|[|;]))"
)
_CHOSEN = re.compile(rf"{_TICKED}\s*[^\[\](){{}}☐□☑☒_]*")
_SCALE = re.compile(r"[ \t]*\d{1,2}(?:[ \t|.\-–_]+\d{1,2}){3,}[ \t]*$")  # "0 1 2 3 4 5"
_GRADED = re.compile(r"\s*[01][+\-]?(?: ?/ ?\d[+\-]?){2,}\s*")  # "Edema: 0 / 1+ / 2+ / 3+"
_STEP = re.compile(r"\d+")
_GAPPED = re.compile(r"\s+[a-z][a-z\-]*(?: [a-z]+)?(?:\s{2,}[a-z][a-z\-]*(?: [a-z]+)?){2,}\s*")
_UNDERSCORED = re.compile(  # "Is it: ___ constant ___ off and on", "Device __ cane __ none"
    r"[^_:?]+[:?]\s*(?:_{1,6}\s?(?!(?:of|out|to|and|x|by|at|per|for)\b)[A-Za-z][^_:,/\d]*){2,}"
    r"|[^_:?\d]+(?:(?<!_)_{2,3}\s?[A-Za-z][^_:,/\d]*){2,}"
)
_LONE_BOX = re.compile(r"[A-Za-z][^\[\]?:]{3,60}\s\[ {0,2}\]$")  # "Home program reviewed [ ]"
_SPACED_LIST = re.compile(  # "better / same / worse"
    r"[A-Za-z][\w .'+\-]{0,28}(?:\s/\s[A-Za-z][\w .'+\-]{0,28})+"
)
_TIGHT_LIST = re.compile(  # "none/min/mod"; of two, as in "R/L", it is no list
    r"[A-Za-z][\w\-]*(?:\s?/\s?[A-Za-z][\w\- ]*){2,}"
)
_BRACKETED = re.compile(  # "[improved / unchanged / worse]", "{good|fair|poor:4711}"
    r"[\[{<](?:\s*"
    r"([A-Za-z][^\[\]{}<>|]{0,30}(?:\s?[/|]\s?[A-Za-z][^\[\]{}<>/|:]{0,30})+)\s*(?::\d+)?[\]}>]"
    r"|(?<=\{)(?:[^{}\"]*::)?((?:\"[^\"{}]*\"[,\s]*){2,})\})"  # {Assist:19197::"min","mod","max"}
)
_ANSWER = re.compile(  # "poor / fair / good -> fair", "poor / fair / good   (fair)"
    r"\s*(?:->|→|=>).*$|\s{2,}\([A-Za-z][^()/]{0,24}\)$"
)
_NAMED = re.compile(r"\(([^()/:]{1,20}(?:\s/\s[^()/:]{1,20})+)\)(?=\s*[:?])")  # "Help (min / mod):"
_GRADES = re.compile(r"\[ ?\d\+?(?: / \d\+?){2,} ?\]")  # "[0 / 1+ / 2+ / 3+]"
_BETWEEN_OPTIONS = re.compile(r"[/|]|\"\s*,\s*\"")
_NO_OPTIONS = re.compile(r"\d|mm/|/dd", re.IGNORECASE)  # values and dates in brackets
_CIRCLE = re.compile(  # "(circle one)", and no noun: "(circle time, potty)", "(check in)"
    r"\((?:please )?(?:circle|check|select|choose|tick)[ :]*"
    r"(?:\)|\b(?:one|two|all|any|each|every|as|the|a|an|which|that|what|those|your|from|if|here"
    r"|only|box|boxes|below|answer|appropriate|applicable|correct|best|yes|\d)\b[^)]*\))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")

_GRADE_IN_LIST = re.compile(r"(?<![\w.])[0-4]\+(?![\w])")  # "none / trace / 1+ / 2+"
_YES_OR_NO = frozenset(("yes", "no", "y", "n"))
_WAYS_OUT = frozenset(("n/a", "na", "skip", "unknown", "not applicable", "unsure", "nt"))
_CONTRARIES = (  # one asks whether the other does not hold
    {"absent", "present"},
    {"positive", "negative"},
    {"true", "false"},
)
_FEWEST_BEHIND_DASH = 3  # "Gait - forward / backward" tells what was done
_LONGEST_LIST, _MOST_OPTION_WORDS = 90, 4  # longer ones are prose with a slash in it


def open_pair(words: str) -> re.Match[str] | None:
    """The first yes beside a no, neither of them chosen."""
    return _PAIR.search(words) if _MAY_PAIR.search(words) else None


def ticked_pair(words: str) -> re.Match[str] | None:
    """The first yes beside a no, one of them ticked."""
    return _TICKED_PAIR.search(words) if _MAY_PAIR.search(words) else None


def in_open_pair(words: str, at: int) -> bool:
    """Whether `at` stands in a yes beside a no."""
    pairs = _PAIR.finditer(words) if _MAY_PAIR.search(words) else ()
    return any(pair.start() <= at < pair.end() for pair in pairs)


def first_word(line: str) -> int:
    """Where the words of a line begin, behind its indent and its bullet.

    >>> [first_word(line) for line in ("Pain?", "  - Pain?", "2) Pain?", "Q1  **Pain** at rest?")]
    [0, 4, 3, 6]
    """
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else 0


def behind_pair(words: str) -> str:
    """The words without an empty pair of yes and no that they begin with."""
    pair = open_pair(words)
    return words[pair.end() :].lstrip() if pair and pair.start() == 0 else words


def ticked_options(words: str) -> Iterator[str]:
    """Each ticked box with its label.

    >>> list(ticked_options("Cane: [ ] none [x] wide base"))
    ['[x] wide base']
    """
    return map(re.Match.group, _CHOSEN.finditer(words))


def not_ticked(words: str) -> Iterator[tuple[int, int]]:
    """What is left of a prompt when its ticked boxes and their labels are taken out of it.

    >>> ["Cane: [ ] none [x] wide base"[a:b] for a, b in not_ticked("Cane: [ ] none [x] wide base")]
    ['Cane: [ ] none ']
    """
    at = 0
    for match in _CHOSEN.finditer(words):
        if match.start() > at:
            yield at, match.start()
        at = match.end()
    if at < len(words):
        yield at, len(words)


def has_ticks(text: str) -> bool:
    """Whether a box is ticked anywhere in a text."""
    return _TICK.search(text) is not None


def option_starts(line: str) -> list[int]:
    """Where the options of a line begin but the first; of a yes and a no they are one.

    >>> option_starts("[x] continue [ ] change [ ] end"), option_starts("Falls? [ ] Yes [x] No")
    ([13, 24], [])
    """
    starts = [match.start() for match in _ANY_BOX.finditer(line)]
    ticks = len(_TICK.findall(line))
    return starts[1:] if 0 < ticks < len(starts) and not ticked_pair(line) else []


def starts_boxes(rest: str) -> bool:
    """Whether words begin with an empty box and its label."""
    return _FIRST_BOX.match(rest) is not None


def length_of_options(rest: str) -> int:
    """How far the options reach that words begin with; 0 when they begin with none."""
    first = len(rest) - len(rest.lstrip())
    pair = _PAIR.match(rest, first) or _TICKED_PAIR.match(rest, first)
    if pair:
        return pair.end()
    return len(rest) if starts_boxes(rest) else length_of_scale(rest)


def length_of_scale(rest: str) -> int:
    """How far a scale of numbers reaches that words begin with: "0 1 2 3 4 5".

    >>> length_of_scale(" 0 1 2 3 4 5"), length_of_scale(" 4 2 6 8 1")
    (12, 0)
    """
    match = _SCALE.match(rest)
    if match is None:
        return 0
    steps = [int(step) for step in _STEP.findall(match.group())]
    is_scale = all(after - before == 1 for before, after in pairwise(steps))
    return match.end() if is_scale else 0


def bracketed_lists(line: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each list of options that a line holds in brackets."""
    for match in _GRADES.finditer(line):
        yield (*match.span(), "choice")
    for match in _NAMED.finditer(line) if " / " in line else ():
        yield (*match.span(), "yes_no" if contrary(match[1].lower().split(" / ")) else "choice")
    for match in _BRACKETED.finditer(line):
        listed = match[1] or match[2]
        if match[2] or not _NO_OPTIONS.search(listed):
            options = {each.strip(' "').lower() for each in _BETWEEN_OPTIONS.split(listed)}
            ordered = [each.strip(' "').lower() for each in _BETWEEN_OPTIONS.split(listed)]
            is_closed = options <= _YES_OR_NO or _is_pair(ordered)
            yield (*match.span(), "yes_no" if is_closed else "choice")


def options_type(body: str) -> str | None:
    """The type of a label with its options or boxes, `yes_no` or `choice`; None when ticked."""
    if _TICK.search(body):
        return "choice" if _is_ticked_choice(body) else None
    if _UNDERSCORED.fullmatch(body) or _is_scale(body):
        return "choice"
    boxes = _LABELS.finditer(body) if _MAY_BOX.search(body) else ()
    labels = [match["label"].strip().lower() for match in boxes]
    if len(labels) > 1:
        return _type_of_boxes(labels, body)
    if body.endswith("]") and _LONE_BOX.match(body):
        return "yes_no"
    if "(" in body and _CIRCLE.search(body):
        return _type_of_circled(body)
    return _type_of_list(body) if "/" in body else None


def _is_ticked_choice(body: str) -> bool:
    """Whether one of several boxes behind a label is ticked: "Plan: [x] continue [ ] change"."""
    label, *_ = _ANY_BOX.split(body, maxsplit=1)
    left = {match["label"].strip().lower() for match in _LABELS.finditer(body)}
    is_list = not label.strip() and len(left) > 1 and len(_TICK.findall(body)) == 1
    return (is_list or (label.strip().endswith(":") and bool(left))) and not left <= _YES_OR_NO


def _is_scale(body: str) -> bool:
    """Whether a label has a scale behind it, of numbers or of words with gaps between them."""
    label, _, behind = body.partition(":")
    if not behind or not label:
        return False
    if _GRADED.fullmatch(behind):
        return True
    return length_of_scale(behind) == len(behind) or _GAPPED.fullmatch(behind) is not None


def _type_of_boxes(labels: list[str], body: str) -> str | None:
    if _is_pair(labels):
        return "yes_no"
    is_measured = _DIGIT.search("".join(labels)) is not None or "__" in body
    return None if is_measured else "choice"


def _type_of_circled(body: str) -> str:
    """The type of "Pain changed / not changed (circle one)"."""
    behind_label = _CIRCLE.sub("", body).rpartition(":")[2]
    options = [option.strip().lower() for option in behind_label.split("/")]
    is_contrary = len(options) > 1 and not {"no", "not"}.isdisjoint(options[-1].split())
    return "yes_no" if is_contrary else "choice"


def _type_of_list(body: str) -> str | None:
    """The type of "Tolerance: good / fair / poor"."""
    label, colon, behind = body.partition(":")
    if not colon:
        label, dash, behind = body.partition(" - ")
        if not dash:  # "Goal 1 [text] met / partly met / not met"
            label, _, behind = body.rpartition("] ")
    listed = _ANSWER.sub("", behind).strip(" .()")
    options = [option.strip() for option in listed.split("/")]
    is_told = not colon and len(options) < _FEWEST_BEHIND_DASH
    if len(label) <= 1 or is_told or not _is_option_list(listed, options):
        return None
    return "yes_no" if contrary([option.lower() for option in options]) else "choice"


def _is_option_list(listed: str, options: list[str]) -> bool:
    listed = _GRADE_IN_LIST.sub("grade", listed)
    options = [_GRADE_IN_LIST.sub("grade", option) for option in options]
    if _DIGIT.search(listed) or len(listed) > _LONGEST_LIST:
        return False
    if {option.lower() for option in options} in _CONTRARIES:
        return True
    is_list = _SPACED_LIST.fullmatch(listed) or _TIGHT_LIST.fullmatch(listed)
    return bool(is_list) and all(0 < len(o.split()) <= _MOST_OPTION_WORDS for o in options)


_DENIALS = frozenset(("not", "no", "does", "do", "did"))


def contrary(options: list[str]) -> bool:
    """Whether options are a thing and its contrary, with or without a way out of both.

    >>> contrary(["meets it", "does not meet it", "n/a"]), contrary(["good", "fair", "not tried"])
    (True, False)
    """
    told = [option for option in options if option not in _WAYS_OUT]
    if set(told) == {"yes", "no"} or set(told) in _CONTRARIES:
        return True
    if len(told) != 2:  # noqa: PLR2004, a thing and its contrary
        return False
    one, other = ([w.rstrip("s") for w in t.split() if w not in _DENIALS] for t in told)
    denied = [any(word in _DENIALS for word in option.split()) for option in told]
    return _is_pair(told) or (one == other and denied[0] != denied[1])


def _is_pair(options: list[str]) -> bool:
    """Whether the options are two, a thing and its contrary."""
    match options:
        case [one, other]:
            return (
                {one, other} <= _YES_OR_NO
                or other in (f"not {one}", f"no {one}", f"un{one}", f"{one} not")
                or (other.startswith("not ") and other.removeprefix("not ") in one)
            )
        case _:
            return False
