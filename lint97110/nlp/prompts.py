"""Prompts of a form as they are found in its lines, and what stands around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from lint97110.model import Question, Span
from lint97110.nlp.bullets import first_word

_ITEM = re.compile(r"\s*(?:[^\w\s]|\(?(?:Q-?)?\d{1,2}[.):\s]|\(?[a-z][.)])[^\n]{0,5}$")
_FIRST_OF_ITEM = re.compile(r"(?:[^\w\s]|\(?(?:Q-?)?\d{1,2}[.):]|\(?[a-z][.)])\W*\s")
_LETTERED = re.compile(  # options "a. daily" below a question, which do not ask themselves
    r"\?[ \t]*(?:\n[ \t]*\(?[a-hA-H][.)][ \t]+\S[^\n?]*(?=\n|\Z)){2,}"
)
_FRAME = " #*_:="  # around the words of a heading
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Prompt:
    """Where something is asked for, and the type of its answer."""

    start: int
    end: int
    type: str


def begins(every: Sequence[Prompt], start: int, end: int) -> bool:
    """Whether a question begins between two places of the text."""
    at = bisect_left(every, start, key=_START)
    return at < len(every) and every[at].start < end


def outside(found: Iterator[Prompt], spans: Sequence[Span]) -> Iterator[Prompt]:
    """The questions that share nothing with `spans`, which are in order."""
    for each in found:
        at = bisect_right(spans, each.start, key=_END)
        if at == len(spans) or spans[at].start >= each.end:
            yield each


def distinct(found: Iterable[Prompt]) -> list[Prompt]:
    """Of questions that overlap, the first and longest."""
    kept: list[Prompt] = []
    for question in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or question.start >= kept[-1].end:
            kept.append(question)
    return kept


def line_end(text: str, offset: int) -> int:
    """Where the line ends in which `offset` stands."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def heads(text: str, start: int, end: int) -> bool:
    """Whether a line heads the list below it: "What it means", with bullets or small letters there.

    The line itself has no bullet, asks for nothing by its mark, and a blank line is above it.
    """
    line = text[start:end]
    is_apart = not text[:start].strip() or text[:start].endswith("\n\n")
    if first_word(line) > len(line) - len(line.lstrip()) or not is_apart or line.endswith("?"):
        return False
    below = next(iter(text[end:].lstrip("\n").split("\n", 1)), "")
    is_list = first_word(below) > len(below) - len(below.lstrip())
    return is_list or (line.isupper() and not below.isupper())


def is_heading(text: str, found: Prompt) -> bool:
    """Whether what asks is the heading of a list: "WHAT WAS DONE", "### What we saw"."""
    start = text.rfind("\n", 0, found.start) + 1
    end = line_end(text, found.start)
    line, words = text[start:end].strip(), text[found.start : found.end]
    is_whole = text[found.start : end].strip(_FRAME) == words.strip(_FRAME)
    is_whole &= found.start <= start + first_word(text[start:end])
    if found.type != "open" or "?" in words or not is_whole:
        return False
    is_framed = line.startswith("#") or (line.startswith("**") and line.endswith("**"))
    return is_framed or heads(text, start, end)


def added_to_items(text: str, questions: Iterable[Question]) -> frozenset[Question]:
    """Questions that go on with the one before in the same item: "1. What was tried? How?"."""
    found = set()
    for before, question in pairwise(questions):
        start = text.rfind("\n", 0, before.span.start) + 1
        item = text[start : before.span.start]
        between = text[before.span.end : question.span.start]
        is_marked = _ITEM.match(item) or _FIRST_OF_ITEM.match(before.span.of(text))
        is_item = bool(is_marked) or before in found
        is_same = "\n" not in between and not between.strip() and is_item
        if is_same:
            found.add(question)
    return frozenset(found)


def with_lettered(text: str, found: Sequence[Prompt]) -> Iterator[Prompt]:
    """The questions; one with options in lettered lines below it asks for a choice."""
    ends = {match.start() + 1 for match in _LETTERED.finditer(text)} if found else set()
    for each in found:
        yield Prompt(each.start, each.end, "choice") if each.end in ends else each
