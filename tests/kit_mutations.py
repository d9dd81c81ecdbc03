"""The same sentence as other hands and other programs write it; its meaning stays what it was."""

import re
from collections.abc import Callable
from dataclasses import replace

from kit_scoring import Entry

_LONGEST_OF_A_LINE = 60  # characters; an export wraps what is longer
_LONG_WORD = re.compile(r"\b[a-z]{9,}\b")
_KEPT = {
    "small letters": ("signature", "headings"),  # capitals are part of their meaning
    "a slip in a long word": ("signature", "headings", "questions"),  # the words are what is asked
}


def mutated(entry: Entry, name: str) -> Entry | None:
    """The entry written otherwise; None where nothing would change, or its meaning would."""
    if name == "heading glued on":
        return _glued(entry)
    if entry.kit in _KEPT.get(name, ()):
        return None
    change = MUTATIONS[name]
    words = entry.fields.get("words", "")
    before, _, behind = entry.text.partition(words) if words else (entry.text, "", "")
    parts = [change(before), change(words) if words else "", change(behind)]
    if words and name == "a slip in a long word":  # one slip a sentence, and not in what is asked
        parts = [parts[0], words, behind if parts[0] != before else parts[2]]
    text = "".join(parts)
    if text == entry.text:
        return None
    fields = {**entry.fields, "text": text}
    if words:
        fields["words"] = parts[1]
    return replace(entry, text=text, fields=fields)


def _glued(entry: Entry) -> Entry | None:
    is_apart = entry.kit == "headings" or entry.section in ("header", "signature")
    if is_apart or "\n" in entry.text:
        return None
    return replace(entry, fields={**entry.fields, "joint": ""})


def _is_prose(text: str) -> bool:
    return not re.search(r"[\n|\t]|  ", text)


def _spaced(text: str) -> str:
    """A second space behind each full stop and comma, as typists put them."""
    return re.sub(r"(?<=[.,;]) (?=\S)", "  ", text) if _is_prose(text) else text


def _broken(text: str) -> str:
    """A sentence that an export wrapped at the end of its line, before a small letter."""
    if not _is_prose(text) or len(text) <= _LONGEST_OF_A_LINE:
        return text
    gaps = [match.start() for match in re.finditer(r"(?<=[a-z,]) (?=[a-z])", text)]
    late = [at for at in gaps if at >= len(text) // 2]
    return f"{text[: late[0]]}\n{text[late[0] + 1 :]}" if late else text


def _slipped(text: str) -> str:
    """Two letters in the middle of the first long word change places."""
    match = _LONG_WORD.search(text)
    if match is None:
        return text
    at = match.start() + len(match.group()) // 2
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _typeset(text: str) -> str:
    """The signs that word processors put in place of typed ones."""
    text = re.sub(r"(?<=\d)(\s?)[xX](\s?)(?=\d)", r"\1×\2", text)
    text = re.sub(r"(?<=\d)\s?deg(?:rees)?\b\.?", "°", text)
    return text.replace("'", "’").replace('"', "”")


MUTATIONS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "second spaces": _spaced,
    "a line break inside": _broken,
    "typeset signs": _typeset,
    "heading glued on": str,
    "a slip in a long word": _slipped,
}
