"""Bare answers: the words of a prompt, and a yes or a no as all that was written behind them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from lint97110.model import Span
from lint97110.nlp.bullets import first_word
from lint97110.nlp.tick_boxes import open_pair, ticked_pairs

_LABEL = r"(?P<label>[A-Za-z][^:?\n|]{1,58}?)"
_MARK = (  # between a prompt and its answer: "?", ":", "....", a dash, the gap of a column
    r"(?:\?|:|\.{2,}|\s[-–—]+(?=\s)|\s{2,}(?=(?:Yes|No|YES|NO)\b))\s*"
)
_WORD = r"(?:yes|no|Yes|No|YES|NO|Y|N)"
_END = (  # nothing more is said: the line ends, another field, a bar, a sentence on something else
    r"(?=\s*[.;,]?\s*$|\s*[.;,]?\s{2,}[A-Z][^:?\n]{1,40}[:?.]|\s*\|\s*$"
    r"|\.\s+(?!(?:Says|Said|States|Stated|Reports|Feels|Thinks|Wants|Only|But|Because|Since|Still|Not|Just"
    r"|Except|Although|Though|However|Per|See|Does|Did|Has|Had"
    r"|How|What|Why|Which|Where|When|Who|Explain|Describe|Specify|Comment|Details)\b)[A-Z\d]"
    r"|\.\s+(?!(?:How|What|Why|Which|Where|When|Who|If)\b)[A-Z][^.?\n]{1,60}\?)"
)
_ANSWER = re.compile(_LABEL + _MARK + _WORD + _END)
_MAY_ANSWER = re.compile(  # the end of an answer, without its label: far faster, misses nothing
    r"[YyNn](?<=[?:.\-–—\s]\s.|\.\..|.[?:].)"
    r"(?:(?<=[Yy])es|(?<=Y)(?:ES)?|(?<=[Nn])o|(?<=N)O?)" + _END
)
_CHOSEN = re.compile(r"\s*:\s*(?:yes|no|y|n)\s*$", re.IGNORECASE)  # "Falls (Y/N): N"
_NEXT_FIELD = re.compile(r"(?:\s{2,}|\s*[|;,.])\s*[A-Za-z][^?:]*[?:]?\s*$")  # up to the next pair
_GAPS = ("  ", ". ", "; ")  # a label begins behind the last of them


def bare_answers(line: str, start: int) -> Iterator[Span]:
    """The bare answers in `line`, each with its label; `start` is where the line stands."""
    ticked = ticked_pairs(line)
    if not ticked and not _is_left_open(line):
        yield from _worded(line, start)
    at = 0
    for pair, following in zip_longest(ticked, ticked[1:]):
        rest = line[pair.end() : following.start() if following else len(line)]
        if not rest.strip(" .;|") or (following and _NEXT_FIELD.match(rest)):
            first = at + len(line[at : pair.start()]) - len(line[at : pair.start()].lstrip(" |;,."))
            yield Span(start + first, start + pair.end())
        at = pair.end()


def _is_left_open(line: str) -> bool:
    """Whether a line holds a pair of yes and no from which nothing was chosen."""
    pair = open_pair(line)
    return pair is not None and not _CHOSEN.match(line[pair.end() :])


def _worded(line: str, start: int) -> Iterator[Span]:
    if not _MAY_ANSWER.search(line):
        return
    for match in _ANSWER.finditer(line):
        first = _label_start(line, match)
        if line[first : match.end("label")].strip(" *-"):
            yield Span(start + first, start + match.end())


def _label_start(line: str, match: re.Match[str]) -> int:
    """Where the label begins, without the bullet or the sentence in front of it."""
    cut = max(match["label"].rfind(gap) for gap in _GAPS)
    at = max(match.start("label"), first_word(line))
    if cut >= 0:
        at = match.start("label") + cut + len(_GAPS[0])
    while at < match.end("label") and line[at].isspace():
        at += 1
    return at
