"""Blanks that somebody filled in: "97110 __25__ min" says 25 minutes, and asks for nothing."""

import re

_FILLED = re.compile(r"(?<!\w)_+(?P<told>[^\W_](?:[^_\n]{0,60}[^\s_])?)_*(?!\w)")
_OWN_NAME = re.compile(r"[A-Z][A-Z ]*")  # "__NAME__" is a blank with its name on it


def without_lines(text: str) -> str:
    """The text with a gap for each underscore that a written value stands on, letter for letter.

    >>> without_lines("97110 __25__ min   Total ____   _J. Roe, PT_ __NAME__ pain_scale")
    '97110   25   min   Total ____    J. Roe, PT  __NAME__ pain_scale'
    """
    return _FILLED.sub(_gap, text) if "_" in text else text


def _gap(match: re.Match[str]) -> str:
    words = match.group()
    return words if _OWN_NAME.fullmatch(match["told"]) else words.replace("_", " ")
