"""Notes in one breath, "S: sore O: SLR 3x10 A: tired P: add lunges": each section gets its line.

The labels are known by the first of them: those that follow are written as it is.
"""

import re
from collections.abc import Callable, Iterator

_BEGUN = re.compile(  # the label of what the patient says, where a line begins with it
    r"^[ \t]*(?P<open>[(\[*]*)(?P<label>[Ss]|(?i:subj(?:ective)?))(?!\w)(?P<close>[)\]*]*)"
    r"(?P<mark>[ ]?[:/=;–—-]+|\.)?\**(?=\s|\w)",
    re.MULTILINE,
)
_BARE = r"(?<=[A-Z]{4})(?=\s+(?:[A-Z]?[a-z]|[A-Z]+\b))"  # behind words in capitals
_END = re.compile(r"\n[ \t]*\n")
_LABELLED = re.compile(r"\n[ \t]*[A-Z][A-Za-z /&'.()-]{0,40}:")  # a line with a label of its own
_WORDS = re.compile(r"(?:[\w/&'.]+[ ]){0,3}[\w/&']+$")
_ALONE = re.compile(r"(?<=[.;!)])[ \t]+(?P<label>[AP])[ ]?:(?=[ \t]+[A-Za-z])")
_REACH = 60  # characters that a label of some words may have
_EQUALS = ("=", ";")  # "S= sore": a colon is meant
_LATER = "OAP"
_FEWEST = 3  # labels of a note that has weaker marks than a colon
_CORE = frozenset(("objective", "interventions", "assessment", "plan"))
_SECTIONS = _CORE | {"goals", "home_program", "response", "charges", "education", "measures"}

Names = Callable[[str], tuple[str, ...]]


def on_lines(text: str, names: Names) -> str:
    r"""The text with each section of such a note on a line of its own, letter for letter.

    >>> on_lines("s: sore o: SLR 3x10 p: add lunges", lambda label: ())
    'S: sore\nO: SLR 3x10\nP: add lunges'
    """
    letters = list(text)
    for begun in _BEGUN.finditer(text):
        end = _END.search(text, begun.end())
        last = end.start() if end else len(text)
        is_letter = len(begun["label"]) == 1
        if is_letter:
            found = _letters(begun, text, last)
        else:
            labelled = _LABELLED.search(text, begun.end(), last)
            found = _named(begun, text, labelled.start() if labelled else last, names)
        if not is_letter and all(text[start - 1] == "\n" for start, _ in found):
            continue  # such labels have their lines already
        if found and begun["mark"] and begun["mark"].strip() in _EQUALS:
            for at in (begun.start("label"), *(at for _, at in found)):
                letters[text.find(begun["mark"].strip(), at)] = ":"
        for start, at in found:
            if text[start - 1] in " \t":
                letters[start - 1] = "\n"
            letters[at] = text[at].upper()
        if found:
            letters[begun.start("label")] = begun["label"][0].upper()
    for alone in _ALONE.finditer(text):  # "... 3x10. A: stronger. P: add lunges"
        letters[alone.start("label") - 1] = "\n"
    return "".join(letters)


def _letters(begun: re.Match[str], text: str, last: int) -> list[tuple[int, int]]:
    """Where O, A and P stand in their order, marked as S is, and where the letter of each is."""
    if not begun["mark"] and not begun["close"]:
        return []
    is_small = begun["label"].islower()
    before, mark = re.escape(begun["open"]), re.escape(begun["close"] + (begun["mark"] or ""))
    behind = r"(?=\s|\w)" if begun["mark"] == ":" else r"(?=\s)"
    found = []
    at = begun.end()
    for each in _LATER:
        letter = each.lower() if is_small else each
        match = re.compile(rf"(?<=\s){before}({letter}){mark}{behind}").search(text, at, last)
        if match and text[at : match.start()].strip():  # and no "S. O. A. P."
            found.append((match.start(), match.start(1)))
            at = match.end()
    is_sure = begun["mark"] == ":" and not is_small
    return found if len(found) + 1 >= _FEWEST - is_sure else []


def _named(begun: re.Match[str], text: str, last: int, names: Names) -> list[tuple[int, int]]:
    """Where the labels stand that are words, with the mark and the letters of the first."""
    label, mark = begun["label"], begun["close"] + (begun["mark"] or "")
    if not mark and (not label.isupper() or text[begun.end() : last].isupper()):
        return []  # among words in capitals none is a label by its letters
    found = []
    opened: set[str] = set()
    for start, words in _candidates(text, begun.end(), last, mark):
        sections = names(words)
        if _is_alike(words, label) and not _SECTIONS.isdisjoint(sections):
            found.append((start, start))
            opened.update(sections)
    is_sure = ":" in mark or len(found) + 1 >= _FEWEST
    return found if is_sure and not _CORE.isdisjoint(opened) else []


def _candidates(text: str, first: int, last: int, mark: str) -> Iterator[tuple[int, str]]:
    """Words that may be a label, in front of each mark: the longer of them first."""
    marks = re.compile(rf"{re.escape(mark)}(?=\s|\w)" if mark else _BARE)
    for at in marks.finditer(text, first, last):
        match = _WORDS.search(text[max(first, at.start() - _REACH) : at.start()])
        words = match.group().split(" ") if match else []
        for skipped in range(len(words)):
            part = " ".join(words[skipped:])
            yield at.start() - len(part), part


def _is_alike(words: str, label: str) -> bool:
    """Whether words are written as the first label is: in capitals, with one, or without."""
    if label.isupper() or label.islower():
        return words.isupper() if label.isupper() else words.islower() and " " not in words
    return words[:1].isupper() and len(words) > 1
