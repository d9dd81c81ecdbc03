"""What a note says that the patient is treated for: its head, and the statements of a diagnosis."""

import re
from typing import NamedTuple

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


class Problem(NamedTuple):
    """The statements that say what the patient is treated for, and where the head ends."""

    statements: frozenset[int]
    front: int


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
    front = mentions.head_end
    starts = [statements[at].span.start for at in found if at < len(statements)]
    first = min((start for start in starts if start < front), default=front)
    blank = mentions.small.find("\n\n", first, front)
    return Problem(frozenset(found), blank if blank >= 0 else front)


def is_given(mention: Mention, given: Problem) -> bool:
    """Whether the head, or the problem, mentions it."""
    return mention.start < given.front or mention.statement in given.statements
