"""Boxes of every shape as the one that the rest of the program knows, without moving a letter.

A circle, a square, an empty pair of brackets, the letter O: each is a box to tick where it stands
in front of a label and is not alone on its line, and a bullet otherwise.
"""

import re

_SIGN = "○◯〇⚪⭕❍❏❐❑❒▢⬜◻◽▫⬚🔲◌⚬"
_MAY = re.compile(  # the first character is a class of its own: `re` looks for that far faster
    rf"[{_SIGN}<{{Oo0](?:(?<=[{_SIGN}])|(?<=[<{{])[ _]?[>}}]|(?<=[Oo0])(?<![^ \t:\n].) [A-Za-z])"
)
_LABEL = r"(?=[ \t]?[A-Za-z\d])"
_SIGNS = re.compile(rf"[{_SIGN}]{_LABEL}")
_PLACES = ("sit", "sup", "supine", "prone", "bed", "w/c", "mat", "chair", "stand", "floor", "SL")
_PAIRS = re.compile(  # and no arrow between two positions: "sup<>sit, sit <> stand"
    r"(?<!\w)" + "".join(rf"(?<!{each} )" for each in _PLACES) + r"(?:<[ _]?>|\{[ _]?\})" + _LABEL
)
_LETTERS = re.compile(r"(?:(?<=[ \t:]{2})|(?<=\A)|(?<=\t))[Oo0](?= [A-Za-z])")
_FEWEST = 2


def with_boxes(text: str) -> str:
    """The text with a box of the common shape for each other one, letter for letter.

    >>> with_boxes("Splint   O day   O night"), with_boxes("O: ROM full")
    ('Splint   □ day   □ night', 'O: ROM full')
    >>> with_boxes("Bed<>w/c x3, w/c<>mat x2")  # from one to the other and back
    'Bed<>w/c x3, w/c<>mat x2'
    """
    if not _MAY.search(text):
        return text
    return "\n".join(map(_line, text.split("\n")))


_TAG = re.compile(
    r"</?(?:br|li|ul|ol|p|b|i|u|em|sub|sup|small|code|pre|font|center|strong|h\d|div|span|td|tr|th|table|tbody|thead)\b[^<>\n]*>",
    re.IGNORECASE,
)


def without_tags(text: str) -> str:
    """The text with a gap for each tag of a web page, letter for letter.

    >>> without_tags("<li>How far?</li> <patient>")
    '    How far?      <patient>'
    """
    return _TAG.sub(lambda match: " " * len(match.group()), text) if "<" in text else text


def _line(line: str) -> str:
    if len(_SIGNS.findall(line)) >= _FEWEST:
        line = _SIGNS.sub("□", line)
    if len(_PAIRS.findall(line)) >= _FEWEST:
        line = _PAIRS.sub(lambda match: f"[{match.group()[1:-1]}]", line)
    if len(_LETTERS.findall(line)) >= _FEWEST:
        line = _LETTERS.sub("□", line)
    return line
