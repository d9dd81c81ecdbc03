"""Where a cue of a kind of document has to stand: in its title, its first words, its last ones."""

import re
from collections.abc import Iterator, Sequence

from lint97110.language import KindCue
from lint97110.model import Span

_TITLE_LINES = 4
_TAIL_LINES = 2
_LONGEST_TAIL = 80  # of a note in one paragraph
_LONGEST_TITLE_LINE = 100
_OPENING = 20
_MOST_TITLES = 2  # with a full stop behind each, in a line: "PT progress report. 8 visits."


class Places:
    """The parts of a text, in small letters, in which a cue may have to stand."""

    def __init__(self, written: str, text: str, title: int, signed: Sequence[Span]) -> None:
        first_line = min((text + "\n").index("\n"), _LONGEST_TITLE_LINE)
        whole = Span(0, len(text))
        self._written, self._text = written, text
        self._parts: dict[str, Sequence[Span]] = {
            "title": tuple(_without_senders(text, title)),
            "title_line": (Span(0, min(first_line, title)),),
            "opening": (Span(0, min(first_line, _OPENING)),),
            "first_line": (Span(0, first_line),),
            "tail": (Span(_tail(text), len(text)),),
            "as_written": (whole,),
            "signature": signed,
            "signer": tuple(_signers(written)),
            "anywhere": (whole,),
            "label": (whole,),
        }

    def of(self, cue: KindCue, wording: str) -> int:
        """Where a cue stands as it must; -1 where it does not."""
        for part in self._parts[cue.where]:
            if cue.where == "as_written":
                at = _find(cue.wording, self._written, part.end, part.start)
            else:
                at = _find(wording, self._text, part.end, part.start)
            if cue.where == "label":
                at = _find_label(wording, self._text, at)
            if at >= 0:
                return at
        return -1


def _find(wording: str, text: str, end: int, start: int = 0) -> int:
    """Where a wording stands first between two places, no part of a longer word; else -1."""
    at = text.find(wording, start, end)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(wording) : end][:1]
        is_apart = not (_is_of_word(before) and _is_of_word(wording[:1]))
        if is_apart and not _is_of_word(behind):
            break
        at = text.find(wording, at + 1, end)
    return at


_BEFORE_LABEL = re.compile(r"(?:^|\n)[^\w\n]*(?:\d{1,2}[.)]|q\d{0,2}[.:])?[^\w\n]*$")
_BEHIND_LABEL = re.compile(r"[ \t]*(?:[:?|\n(]|$|\t| {2}|\.\s|-)")


def _find_label(wording: str, text: str, at: int) -> int:
    """Where a wording labels what stands behind it or below, from one of its places on; else -1."""
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        is_label = _BEHIND_LABEL.match(text, at + len(wording)) is not None
        if is_label and _BEFORE_LABEL.search(text[max(line - 1, 0) : at]):
            return at
        at = _find(wording, text, len(text), at + 1)
    return at


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _tail(text: str) -> int:
    """Where the last lines begin, in which a writer signs."""
    at = len(text.rstrip())
    for _ in range(_TAIL_LINES):
        at = max(text.rfind("\n", 0, at), 0)
    return max(at, len(text.rstrip()) - _LONGEST_TAIL)


_SENT_BY = re.compile(  # "Referred by: Dr. Moss (Orthopedics)" heads a therapist's note
    r"\b(?:refer\w*|ref|sent|ordered|ordering|surgeon|physician|provider|pcp|md)\b[^:\n]{,20}:"
    r"[^\n]*?(?=\s{3}|\n|$)"
)


def _without_senders(text: str, title: int) -> Iterator[Span]:
    """The title, without the fields that name who sent the patient."""
    start = 0
    for match in _SENT_BY.finditer(text, 0, title):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, title)


_SIGNER = re.compile(
    r"(?:^|[.;]\s|\bby\s|\s{2,}|[-\u2013\u2014/]\s?)((?:[A-Z][\w.'\u2019/-]*,?\s){1,4}[A-Z][\w.'\u2019/-]*)[\s.)]*$"
)


def _signers(text: str) -> Iterator[Span]:
    """The names, written large, that end one of the last lines or are all of it."""
    start = _tail(text)
    for line in text[start:].splitlines(keepends=True):
        match = _SIGNER.search(line.rstrip())
        if match:
            yield Span(start + match.start(1), start + match.end(1))
        start += len(line)


_STOP = re.compile(r"(?<![DMS][rst])(?<!Mrs)(?:(?<=[^\W\d]{2})|(?<=\d))[)\]]?\.(?=\s+[A-Z\d]|\s*$)")
_LABEL = re.compile(
    r"[^\W\d][^.:\n]{,50}(?::\d\d[^.:\n]{,12})?:(?!\S)"
)  # "DISCHARGE: Mr. Ortiz was seen for ..."
_LONGEST_LIST = 8  # words, none of which joins the others: "PT progress report 3/1-3/28, 8 visits."
_JOINING = re.compile(
    r"\b(?:a|an|the|to|for|with|w/|from|of|in|on|at|by|and|after|since|is|was|are|were|has|had|her"
    r"|his|their|he|she|they|not|no)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 4  # words, with a full stop behind them: "Aquatic physical therapy visit."


def title_end(text: str) -> int:
    """Where the title ends: the first lines while they are short and tell nothing."""
    at = 0
    for _ in range(_TITLE_LINES):
        following = text.find("\n", at)
        end = following if following >= 0 else len(text)
        told = _first_sentence(text, at, end)
        if told is not None:
            label = _LABEL.match(text, told, end)
            return label.end() if label else told
        if end - at > _LONGEST_TITLE_LINE:
            return at or _LONGEST_TITLE_LINE
        at = end + 1
        if following < 0:
            return len(text)
    return at


def _first_sentence(text: str, start: int, end: int) -> int | None:
    """Where the first sentence of a line begins that tells something; a title has two at most."""
    for number, stop in enumerate(_STOP.finditer(text, start, end)):
        if number == _MOST_TITLES or _is_sentence(text[start : stop.end()]):
            return start
        start = stop.end()
    return None


def _is_sentence(words: str) -> bool:
    """Whether it tells something: longer than a title, half its words small, joined by others."""
    each = words.split()
    small = sum(word[0].islower() for word in each)
    is_long = len(each) > _LONGEST_TITLE and 2 * small >= len(each)
    return is_long and (len(each) > _LONGEST_LIST or _JOINING.search(words) is not None)
