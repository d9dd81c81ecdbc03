"""Is a question open, and does it leave the answer to the clinician?"""

import re

OPENERS = ("how", "what", "which", "why", "describe", "explain")

_VERB = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might)"
)
_WHO = r"(?:i|you|he|she|it|we|they|there|this|that|these|those|the|any|your|his|her|their)"
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = (
    re.compile(rf"\b{_VERB}(?:n't| not)?\s+{_WHO}\s*\?$"),  # "..., didn't they?"
    re.compile(r"\b(?:or not|or no|right|correct|true|yes|no|ok|okay)\s*\?$"),
    re.compile(r"\byes\s*(?:or|/)\s*no\b|\by\s*/\s*n\b|\btrue or false\b"),
    re.compile(rf"[,;:\u2013\u2014]\s*(?:(?:and|or|but|so)\s+)?{_VERB}(?:n't)?\s+{_WHO}\b"),
    re.compile(rf"\b(?:and|or|but)\s+(?!do\s|have\s){_VERB}(?:n't)?\s+{_WHO}\b"),
    re.compile(r":\s*\w+(?:\s\w+)?\s*\?$"),  # "How is the pain: better?"
)


def fault_of(ask: str) -> str | None:
    """What is wrong with a question of ours, as the rest of a sentence; None when it is open.

    >>> fault_of("How did the difficulty change, or why was it kept?")
    >>> fault_of("Did the difficulty change?")
    'begins with "Did": begin with how, what, which, why, describe or explain'
    """
    if any(character.isdigit() for character in ask):
        return "contains a digit: a question never proposes a value"
    for sentence in _SENTENCE_END.split(ask.strip()):
        opener = _FIRST_WORD.search(sentence)
        word = opener.group() if opener else sentence
        if word.casefold() not in OPENERS:
            return f'begins with "{word}": begin with how, what, which, why, describe or explain'
        plain = sentence.casefold().replace("\u2019", "'")
        if any(pattern.search(plain) for pattern in _CLOSED):
            return "could be answered yes or no: ask what, how or why it was"
        if not sentence.endswith(("?", ".")):
            return "does not end like a sentence: close it with ? or ."
    return None
