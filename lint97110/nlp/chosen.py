"""A line in which one option of several was ticked says that option, and nothing of the others.

"Tolerance: [x] good  [ ] fair" is read as "Tolerance: good"; a yes beside a no is left for whoever
reads questions, and so are lines in which nothing, or everything, was ticked.
"""

import re

from lint97110.nlp.tick_boxes import has_ticks, ticked_pair

_EMPTY, _TICK = r"(?:\[[ _]*\]|\([ _]{1,3}\)|☐|□)", r"(?:\[[xX✓✔*]\]|\([xX✓✔*]\)|☑|☒|✓|✔)"
_IN_LABEL = r"[^\[\]():|;☐□☑☒✓✔\n]"
_LEFT_BEHIND = re.compile(
    rf"{_EMPTY}[ \t]*{_IN_LABEL}*?(?=[ \t]{{2}}|[ \t]*(?:{_EMPTY}|{_TICK}|[|;(]|$))"
)
_LEFT_BEFORE = re.compile(rf"{_IN_LABEL}*{_EMPTY}")
_TICKS = re.compile(_TICK)
_BOX_LAST = re.compile(rf"(?:{_EMPTY}|{_TICK})[ \t.]*$")
_EMPTIES = re.compile(_EMPTY)


def without_unchosen(text: str) -> str:
    """The text with gaps for the options that were left, and for the ticks, letter for letter.

    >>> without_unchosen("Tolerance: [x] good  [ ] fair   for: cueing")
    'Tolerance:     good             for: cueing'
    >>> without_unchosen("Plan: continue [x] change [ ]"), without_unchosen("[x] Yes [ ] No")
    ('Plan: continue               ', '[x] Yes [ ] No')
    """
    return "\n".join(map(_line, text.split("\n"))) if has_ticks(text) else text


def _line(line: str) -> str:
    if not (_TICKS.search(line) and _EMPTIES.search(line)) or ticked_pair(line):
        return line
    left = _LEFT_BEFORE if _BOX_LAST.search(line) else _LEFT_BEHIND
    return _TICKS.sub(_gap, left.sub(_gap, line))


def _gap(match: re.Match[str]) -> str:
    return " " * len(match.group())
