"""What a note says that the patient is treated for: its head, and the statements of a diagnosis."""

import re
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mention, Mentions

_NAMES_THE_PROBLEM = re.compile(  # begins with a class of letters, which is found far sooner
    r"[drs](?<!\w.)(?:(?<=d)(?:x|iagnosis)|(?<=s)(?:/p|tatus post)|(?<=r)(?:eferred for"
    r"|eferral(?: (?:for|dx|diagnosis)|:)|eason for (?:visit|referral)))\b"
)
_LABELS_THE_PROBLEM = re.compile(
    r"^[ \t*|-]*(?:problem|condition|injury|procedure|operation|surgery|sx|op|reason|for|why"
    r"|indication|complaint|cc|chief complaint)[ \t]*[:>|]",
    re.MULTILINE,
)


_BODY = frozenset(("regions", "limbs", "general", "nerves", "codes"))
_LONG = 150  # characters of a line that is a paragraph of prose
_ALONE = 400  # and of one that is a whole note
_SENTENCES = 2  # of such a note tell what it is about
_STOP = re.compile(r"[a-z)]{2}[.] (?=[A-Z])")
_DOSED = re.compile(r"\b(?:\d+ ?x ?\d|x ?\d+\b)|\b9[27]\d{3}\b[^\n]*\d")
_LABEL = re.compile(
    r"[ \t]*(?:[a-z/ ]{0,20}(?:d(?:x|iagnos[ei]s)|hx|pmh|surg\w*|referral)|sx|s/p)\b"
)


class Problem(NamedTuple):
    """The statements that say what the patient is treated for, and where the head ends.

    `head` is where the body of the note begins, `front` where the paragraph of the problem ends.
    """

    statements: frozenset[int]
    front: int
    head: int


def problem_of(mentions: Mentions) -> Problem:
    """What says what the patient is treated for.

    The head goes to the end of the paragraph of the problem, where that stands in it.
    """
    statements = mentions.reading.statements
    found = {
        mentions.statement(match.start())
        for words in (_NAMES_THE_PROBLEM, _LABELS_THE_PROBLEM)
        for match in words.finditer(mentions.small)
    }
    found |= {at for at, each in enumerate(statements) if "diagnosis" in each.sections}
    front = _head(mentions)
    starts = [statements[at].span.start for at in found if at < len(statements)]
    first = min((start for start in starts if start < front), default=front)
    blank = mentions.small.find("\n\n", first, front)
    return Problem(frozenset(found), blank if blank >= 0 else front, front)


def _head(mentions: Mentions) -> int:
    """Where what a note is about ends, where no heading ends it: with its first paragraph.

    What is done behind a line that names a part of the body, and a second paragraph, are no head.
    """
    text, stop = mentions.small, mentions.head_end
    start, is_named = 0, False
    while start < stop:
        end = text.find("\n", start, stop)
        end = end if end >= 0 else stop
        line = Span(start, end)
        is_long = end - start >= _LONG
        if is_named and (is_long or _is_done(mentions, line)) and not _LABEL.match(text, start):
            return start
        is_named = is_named or not _BODY.isdisjoint(e.group for e in mentions.within(line))
        if is_named and is_long:
            return _first_sentences(mentions, line) if end - start >= _ALONE else end
        start = end + 1
    return stop


def _is_done(mentions: Mentions, line: Span) -> bool:
    """Whether a line tells what was done: an exercise with its dose, or a code."""
    return _DOSED.search(mentions.small, line.start, line.end) is not None


def _first_sentences(mentions: Mentions, line: Span) -> int:
    """Where the first sentences of a long paragraph end; those that name a part of the body."""
    stops = _STOP.finditer(mentions.reading.text, line.start, line.end)
    for count, stop in enumerate(stops, 1):
        named = {each.group for each in mentions.within(Span(line.start, stop.end()))}
        if count >= _SENTENCES and not _BODY.isdisjoint(named):
            return stop.end()
    return line.end


def is_given(mention: Mention, given: Problem) -> bool:
    """Whether the head, or the problem, mentions it."""
    return mention.start < given.front or mention.statement in given.statements
