"""Dictation in which the marks are words: "bridges three sets of ten period new paragraph plan"."""

import re

_FEWEST = 3  # sentences that end in the word
_STOPS = re.compile(r"[ ](?:period|full stop)(?=[ \n]|$)", re.IGNORECASE)
_MARKS = re.compile(
    r"[ ](?:(?P<stop>period|full stop)|(?P<comma>comma)|(?P<colon>colon)"
    r"|(?P<line>(?:new|next) (?:line|paragraph)))(?=[ \n.,]|$)",
    re.IGNORECASE,
)
_WRITTEN = {"stop": ".", "comma": ",", "colon": ":", "line": "\n"}


def with_marks(text: str) -> str:
    r"""The text with each spoken mark as a sign, letter for letter.

    >>> with_marks("sore period squats period new line plan colon go on period")
    'sore.       squats.      \n         plan:      go on.      '
    """
    if text.count(" period") + text.count(" full stop") < _FEWEST:
        return text
    return _MARKS.sub(_mark, text) if len(_STOPS.findall(text)) >= _FEWEST else text


def _mark(match: re.Match[str]) -> str:
    sign = _WRITTEN[str(match.lastgroup)]
    return sign + " " * (len(match.group()) - 1)
