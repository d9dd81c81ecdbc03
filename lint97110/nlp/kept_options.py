"""Both options of a pair, where the writer was to choose one: "he/she", "left/right knee"."""

import re
from collections.abc import Iterable, Iterator

from lint97110.model import Span

_PAIRS = re.compile(
    r"(?<![\w/])(?:"
    r"s/he|he ?/ ?she|she ?/ ?he|his ?/ ?hers?|hers? ?/ ?his|him ?/ ?her|her ?/ ?him|him/herself"
    r"|himself ?/ ?herself|herself ?/ ?himself|Mr\.?/(?:Mrs|Ms)\.?|(?:Mrs|Ms)\.?/Mr\.?"
    r"|male/female|female/male|man/woman|woman/man"
    r"|(?:is|was|did|does|has|can|will|were|are) ?/ ?(?:is|was|did|does|has|can|will|were|are) ?not"
    r"|able ?/ ?(?:un|not )able|improv(?:ed|ing) ?/ ?(?:declin|worsen|unchanged|not)\w*"
    r"|increas(?:ed|ing) ?/ ?decreas(?:ed|ing)|decreas(?:ed|ing) ?/ ?increas(?:ed|ing)"
    r"|better ?/ ?(?:same ?/ ?)?worse|worse ?/ ?(?:same ?/ ?)?better"
    r"|met ?/ ?(?:partially met ?/ ?|partly met ?/ ?)?(?:not|un)[ -]?met"
    r"|good ?/ ?fair ?/ ?poor|mild ?/ ?mod(?:erate)? ?/ ?severe|min ?/ ?mod ?/ ?max"
    r"|independent ?/ ?dependent|present ?/ ?absent|with ?/ ?without"
    r"|(?:more|greater|fewer|less) ?/ ?(?:more|greater|fewer|less)(?:er)?"
    r"|positive ?/ ?negative|negative ?/ ?positive|normal ?/ ?abnormal|intact ?/ ?impaired"
    r"|higher ?/ ?lower|lower ?/ ?higher|faster ?/ ?slower|slower ?/ ?faster"
    r"|(?P<side>left ?/ ?right|right ?/ ?left|[LR] ?/ ?[RL])(?=\)?[ ]\w)"
    r")(?![\w/])",
    re.IGNORECASE,
)
_REGION = re.compile(  # what has a side, right behind the pair
    r"[ ](?:shoulder|elbow|wrist|hand|thumb|hip|knee|ankle|foot|heel|leg|arm|calf|thigh|quad\w*"
    r"|rotator|UE|LE|upper extremity|lower extremity|side)\b",
    re.IGNORECASE,
)
_TWO_VALUES = re.compile(
    r"\d\S*\s*(?:/|,|and|&|vs\.?)\s*\d|\beach\b|\bboth\b|[LR] ?[:=]? ?\d", re.IGNORECASE
)
_CHOSEN = re.compile(r"[ \t]*(?:\(|--?|→|->|:|=)[ \t]*[a-z]{3,}\b", re.IGNORECASE)
"""What was chosen stands behind: "Good / Fair / Poor (Fair)"."""
_BRACKETED = re.compile(r"\(s\)he\b(?P<side>(?!))?", re.IGNORECASE)
_STATEMENT_END = re.compile(r"[.;](?=\s)|\n|$")
_OPENED = "("
_SLASH = re.compile(r"/(?= ?[A-Za-z])")
_BEFORE = re.compile(r"[(\w.]+ ?$")
_LONGEST = 20  # characters of the first option
_QUOTE = '"'
_QUOTED = re.compile(r"(?:^|[\s:(])['‘][^'’\n]*$")


def kept_options(text: str, asked: Iterable[Span]) -> Iterator[Span]:
    """Pairs of which neither was struck out; a prompt that offers options is another matter."""
    prompts = tuple(asked)
    for match in _matches(text):
        span = Span(*match.span())
        if match["side"] and not _is_unchosen_side(text, match):
            continue
        if _CHOSEN.match(text, span.end):
            continue
        line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
        is_said = line.count(_QUOTE) % 2 == 1 or _QUOTED.search(line) is not None
        if not is_said and not any(span.overlaps(prompt) for prompt in prompts):
            yield span


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The pairs around each slash; slashes are few, and to look at each is fast."""
    yield from _BRACKETED.finditer(text)
    end = 0
    for slash in _SLASH.finditer(text):
        first = _BEFORE.search(text, max(end, slash.start() - _LONGEST), slash.start())
        start = first.start() + first.group().startswith(_OPENED) if first else 0
        match = _PAIRS.match(text, start) if first else None
        if match:
            yield match
            end = match.end()


def _is_unchosen_side(text: str, match: re.Match[str]) -> bool:
    """Whether a region with one side stands behind, and no value for each side."""
    end = _STATEMENT_END.search(text, match.end())
    rest = text[match.end() : end.start() if end else len(text)].removeprefix(")")
    return _REGION.match(rest) is not None and _TWO_VALUES.search(rest) is None
