"""Where statements end: at the end of a block, a full stop that is one, a semicolon, a breath."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from lint97110.nlp.cascade import Symbols
from lint97110.nlp.grammar import STOPS, Grammar
from lint97110.nlp.outline import Block


def statement_bounds(
    text: str, symbols: Symbols, blocks: tuple[Block, ...], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    """The first and last symbols (exclusive) of each statement; a bare heading line has none.

    A signature behind a wide gap begins its own: "97530 x 3     S. Quill OTR/L".
    """
    signed = [bisect_left(symbols.starts, found.end()) for found in _SIGNED.finditer(text)]
    for first, last in _told_bounds(text, symbols, blocks, grammar):
        cuts = [first, *(cut for cut in signed if first < cut < last), last]
        yield from pairwise(cuts)


def _told_bounds(
    text: str, symbols: Symbols, blocks: tuple[Block, ...], grammar: Grammar
) -> Iterator[tuple[int, int]]:
    stops = symbols.where(grammar.may_end)
    at = 0
    for block in blocks:
        first = bisect_left(symbols.starts, block.start, at)
        at = bisect_left(symbols.starts, block.end, first)
        if block.is_heading:
            continue
        for stop in stops[bisect_left(stops, first) : bisect_left(stops, at)]:
            if symbols.chars[stop] in grammar.discourse:
                if stop - first > _BREATH:
                    yield first, stop
                    first = stop
            elif _ends_statement(text, symbols, stop, grammar):
                yield first, stop + 1
                first = stop + 1
        if first < at:
            yield first, at


_BREATH = 12  # symbols without a full stop, after which a speaker's "and then" begins anew
_CODE = re.compile(r"9[27]\d{3}(?!\d)")
_TIME = re.compile(r"\s\(?\d{2,3} ?(?:min|mins|minutes)\b ?(?:$|[.)/])", re.MULTILINE)
_NAME = re.compile(r"\s[A-Z]\. [A-Z][a-z]+\S*,? [A-Z]{2,}")  # an initial, a name and its letters
_A_SIGNER = (
    r"[A-Z]\. (?:[A-Z]\. )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?:[DMLR]?PT|M?OT|OT[DR]|COTA|MS)"
)
_SIGNER = re.compile(_A_SIGNER)  # "N. Fairweather PT": an initial that no sentence ends with
_SIGNED = re.compile(r"[\d.);] {2,}(?=" + _A_SIGNER + ")")
_HEAD_OF_SENTENCE = 24  # characters in which the first word of a sentence is found
_SHORT = 3  # letters of an abbreviated unit, "6 in. box", or of what nobody listed


def _ends_statement(text: str, symbols: Symbols, at: int, grammar: Grammar) -> bool:
    start, end = symbols.starts[at], symbols.ends[at]
    mark = text[start:end]
    if mark == ";":
        return True
    if len(mark) > 1:  # "until 11:14 a.m. The"
        return text[end : end + 1].isspace() and text[end:].lstrip()[:1].isupper()
    if at and _SIGNER.match(text, symbols.starts[at - 1]):
        return False
    return _is_full_stop(text, symbols, at, grammar)


def _is_full_stop(text: str, symbols: Symbols, at: int, grammar: Grammar) -> bool:
    """Whether a mark ends a sentence, and no abbreviation, initial or number."""
    start, end = symbols.starts[at], symbols.ends[at]
    mark = text[start:end]
    if mark not in STOPS or not (end >= len(text) or text[end].isspace() or text[end] in "\"')]”"):
        return False
    if text[end : end + 2] == " (":  # "4 x 10! (up from 35 on Friday)": an aside belongs to it
        return False
    if mark != "." or at == 0 or symbols.ends[at - 1] != start:
        return True
    before = text[symbols.starts[at - 1] : start]
    follows_number = at > 1 and text[symbols.starts[at - 2]].isdigit()
    if symbols.chars[at - 1] in grammar.abbreviations:
        return symbols.chars[at - 1] not in grammar.goes_on and _begins_anew(
            text, end, after=follows_number
        )
    is_unit = follows_number or symbols.chars[at - 1] in grammar.unknown
    is_short = len(before) <= _SHORT and before.isalpha() and is_unit
    if is_short and text[end : end + 2].strip()[:1].islower():
        return False
    is_initial = len(before) == 1 and before.isupper() and not follows_number
    return not (is_initial and text[end : end + 2].strip()[:1].isupper())


def _begins_anew(text: str, at: int, *, after: bool) -> bool:
    """Whether a sentence begins behind an abbreviation; `after` a number capitals are enough."""
    words = text[at : at + _HEAD_OF_SENTENCE].split(maxsplit=1)
    first = words[0] if words else ""
    if _CODE.match(first) or _NAME.match(text, at) or _TIME.match(text, at):
        return True  # "manual 8 min. 97110 x2", "Again Thurs. R. Ibsen, OTR/L", "1 wk. 50 min"
    return len(first) > 1 and first[0].isupper() and (after or first[1].islower())
