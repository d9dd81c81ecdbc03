"""How a heading is set apart from its text: by a colon, dots, a dash, a gap, a line of its own."""

import re

LABEL = re.compile(  # the words at the start of a line, and the mark that sets them apart
    r"(?P<label>[A-Za-z][A-Za-z0-9 /&'’.,+()\-]{0,54}?)[ \t*_]*"
    r"(?P<mark>(?:(?<!\d)|(?!:\d))::?[*_]*"  # "Plan:", "**Plan:**", and no "In 2:10"
    r"|\.{3,}:?"  # "Goals...."
    r"|[ \t]+[-–—]+(?=[ \t])|[-–—](?=[ \t])"  # "PLAN - "
    r"|\)(?=[ \t])|(?<=[A-Za-z])(?<![A-Za-z]{2})/(?=[ \t])"  # "S) ", "A/ "
    r"|[ \t]*(?:[-–=]+>|[→⟶⇒►▶»])"  # "Plan -> "
    r"|(?<=[SOAP])(?<![A-Za-z]{2})>(?=[ \t])"  # "S> "
    r"|(?<=\w)\]:?(?=[ \t]|$)"  # "[Plan] Continue"
    r"|[ \t]*\|"  # the first cell of a row
    r"|[ \t]{3,}(?=\S)"  # "TIME   EVAL 35 MIN"
    r"|(?<=[SOAP])(?<![A-Za-z]{2})[ \t]{2}(?=\S)"  # "O  ROM 0-120"
    r"|[*_=#~«»§ \t-]*$)"  # nothing: the label is the line
)
LETTERS = frozenset("soap")
"""The headings of one letter."""

COLON, LEADERS = ":", "..."
"""Marks that say of a label that it is one."""

UNDERLINE = " *_=#\t"
"""Signs around a heading, without a meaning."""

_MEASURES = frozenset(("measures", "vitals"))
_SENTENCE_ENDS = re.compile(
    r"[A-Za-z][a-z]{2}(?<!Mrs)\. +[A-Z]"
)  # "Tendinopathy, race in Oct. Next visit: hops"
_RATING = re.compile(r"\d ?/ ?10\b")  # "Pain 4/10 before, 2/10 after"
_WIDE_GAP = 3  # spaces that set a label in capitals apart from its text
_APART = 2  # spaces between a label and the column of values


def field_label(text: str, start: int, end: int) -> int | None:
    """Where the label of a `label: value` line ends, whatever the label says."""
    match = _marked_label(text, start, end)
    return match.end() if match else None


def aligned_label(text: str, start: int, end: int) -> int | None:
    """Where the value begins of a line that a form sets in columns: "Pain:      2/10"."""
    match = _marked_label(text, start, end)
    if match is None:
        return None
    value = match.end()
    while value < end and text[value] in " \t":
        value += 1
    is_apart = match["mark"].startswith(LEADERS) or value - match.end() >= _APART
    return value if is_apart and value < end else None


def _marked_label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label that a line begins with, if its mark says that it is one."""
    if text.find(COLON, start, end) < 0 and text.find(LEADERS, start, end) < 0:
        return None
    match = LABEL.match(text, start, end)
    if match is None or _SENTENCE_ENDS.search(match["label"]):
        return None
    return match if match["mark"].startswith((COLON, LEADERS)) else None


def is_wide(mark: str) -> bool:
    """Whether only a wide gap sets a label apart.

    >>> is_wide("    "), is_wide(" "), is_wide(":  ")
    (True, False, False)
    """
    return not mark.strip() and len(mark) >= _WIDE_GAP


def is_title(label: str, mark: str) -> bool:
    """Whether a first line is the title of the note: "HAND THERAPY - PROGRESS REPORT"."""
    is_marked = mark.startswith((COLON, ".")) or not mark.strip(UNDERLINE)
    return " " in label and not is_marked


def is_sentence(label: str, mark: str) -> bool:
    """Whether a line of its own is a short sentence: "Plan reviewed."."""
    return label.endswith(".") and not mark.strip() and not label.isupper()


def is_measure(names: tuple[str, ...], label: str, mark: str) -> bool:
    """Whether a line that begins as a heading is a measure: "BERG 41/56 TODAY, 36/56 ON ADMIT"."""
    is_bare = not mark.strip(UNDERLINE)
    if is_bare and _RATING.search(label):
        return True
    return is_bare and not _MEASURES.isdisjoint(names) and any(map(str.isdigit, label))


def is_heading(label: str, mark: str, *, decorated: bool) -> bool:
    """Whether words that open a section are set apart as a heading by their mark."""
    word = label.strip()
    if mark.startswith((")", "/")):
        return word.lower() in LETTERS and word.isupper()
    if is_wide(mark):
        return len(word) > 1 and word.isupper() and not decorated
    is_dash = bool(mark.strip(" \t")) and not mark.strip(" \t-–—")
    if is_dash and not (word[:1].isupper() and (len(word) == 1 or word.isupper() or not decorated)):
        return False
    return is_dash or len(word) > 1 or word.isupper()
