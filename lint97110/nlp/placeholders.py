"""What a form leaves behind: brackets to fill, blanks, instructions to the writer."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Span

_PLACEHOLDER = re.compile(
    # The first character is a class of its own: `re` looks for that ten times as fast.
    r"[{\[<@*_?#«%$TtXxLl](?i:(?<![txl])(?:(?<=\{)\{[^{}\n]*\}\}"
    r"|(?<=\[)\s*(?:[A-Z][A-Z ,/.'\-]{1,48}|#+|\s{3,}|_+|\.{3,})\s*\](?!\()"
    r"|(?<=<)(?:[A-Z][A-Z _/\-]{2,30})>"
    r"|(?<=@)[A-Z][A-Z\d_.]{2,}@"
    r"|(?<=\*)\*{2}(?![ \t]*(?-i:[A-Z][A-Za-z]))"
    r"|(?<=\{)[A-Z][A-Z_ ,'\-\d:]{1,30}\}"
    r"|(?<=«)[^«»\n]{1,40}»|(?<=%)[A-Z_]{2,20}%|(?<=\$)\{[^{}\n]{1,40}\}"
    r"|(?<=_)(?<![A-Z_]_)(?:_*[./:]_+|_{2,}|_(?![\w*]))"
    r"|(?<=\?)\??/10|(?<=(?<!\w)#)/10|(?<=(?<!\w)_)/10|(?<=(?<=[ (])#)#+(?=[ ,;.)]))"
    r"|(?<!\w.)(?:(?<=T)BD|(?<=X)X+|(?<=X)/10|(?<=X)X/XX(?:/X+)?|(?<=L)orem ipsum)\b)"
)
_TICK = re.compile(r"\[\s*[xX]?\s*\]")
_SIGNED = re.compile(
    r"sign|initial|date|witness|therapist|clinician|provider|physician", re.IGNORECASE
)
_SPOKEN = frozenset(("sic", "redacted", "name", "es"))
_FEWEST_OTHERS = 2
_FEWEST_LABELS = 3
_FILLED = re.compile(r"(?P<label>\[[^\[\]\n]{2,30}\]):?[ \t]*(?=[^\s\[\]_{<*#:|])")
_OPENS = re.compile(r"(?:^|[|\t]|[ ]{2})[ ]?(?=\[)", re.MULTILINE)


class Remarks(NamedTuple):
    """Words in square brackets that fill nothing in: marks, and what only sentences hold.

    `asked` are words of what is to be filled in, in whatever sentence.
    """

    marks: frozenset[str]
    said: frozenset[str]
    asked: frozenset[str]


def placeholders(text: str, remarks: Remarks) -> Iterator[Span]:
    """Placeholders of every notation; a tick box is none, nor a line to sign on, nor a remark.

    "[name]" may stand for what somebody took out of a note; beside others it is one of them.
    """
    found: list[Span] = []
    spoken: list[Span] = []
    filled = _filled_labels(text)
    for span in _candidates(text):
        if span.start in filled or _is_remark(text, span, remarks):
            continue
        is_spoken = span.of(text).strip("[] ").lower() in _SPOKEN
        (spoken if is_spoken else found).append(span)
    is_form = len(found) >= _FEWEST_OTHERS
    return iter(
        sorted([*found, *(span for span in spoken if is_form and "name" in span.of(text).lower())])
    )


def _filled_labels(text: str) -> frozenset[int]:
    """Where labels in brackets begin that have their text behind them: "[Pain] 3/10 neck".

    Several different ones that open lines or columns make it the way in which the note is written.
    """
    filled = {match.start(): match["label"] for match in _FILLED.finditer(text)}
    opening = {match.end() for match in _OPENS.finditer(text)}
    labels = {label for start, label in filled.items() if start in opening}
    return frozenset(filled) if len(labels) >= _FEWEST_LABELS else frozenset()


def _is_remark(text: str, span: Span, remarks: Remarks) -> bool:
    """Whether brackets hold a sentence, a mark beside an item, or, on the first line, a clinic."""
    inner = span.of(text).strip("[] ")
    if not span.of(text).startswith("[") or not inner[:1].isalpha():
        return False
    words = inner.lower().replace("/", " or ").split()
    is_sentence = inner.endswith(".") or not remarks.said.isdisjoint(words)
    if not remarks.asked.isdisjoint(words):
        return False
    is_clinic = not text[: span.start].strip() and inner.istitle() and len(words) >= _CLINIC
    return (is_sentence and "or" not in words) or is_clinic or " ".join(words) in remarks.marks


_CLINIC = 3  # words of a clinic's name, at least


def _candidates(text: str) -> Iterator[Span]:
    line_end, is_signed, is_banner = -1, False, False
    for match in _PLACEHOLDER.finditer(text):
        words = match.group()
        if _TICK.fullmatch(words) or (words.startswith("{") and "?" in words):
            continue
        if match.start() >= line_end:  # a line is judged once, however many blanks it has
            line = _line(text, match)
            line_end = text.rfind("\n", 0, match.start()) + 1 + len(line)
            is_signed = _SIGNED.search(line) is not None or _is_signature_line(line)
            is_banner = _is_banner(line)
        if words.startswith("_") and is_signed:
            continue
        if words.startswith("*") and words.strip("*") == "" and is_banner:
            continue
        yield Span(*match.span())


def _line(text: str, match: re.Match[str]) -> str:
    """The line in which a match stands."""
    end = text.find("\n", match.end())
    return text[text.rfind("\n", 0, match.start()) + 1 : end if end >= 0 else len(text)]


def notation(words: str) -> str:
    """The sign that sets a placeholder apart; empty for a blank to write on, which mixes with all.

    >>> [notation(words) for words in ("[name]", "{{name}}", "___", "TBD")]
    ['[', '{', '', 'word']
    """
    if not words.strip("[]_ .#"):
        return ""
    return "word" if words[0].isalpha() else words[0]


def _is_signature_line(line: str) -> bool:
    """A ruled line with nothing, or only a credential, beside it; "Goals: ____" is a field."""
    rest = line.replace("_", " ").split()
    is_field = any(word.endswith(":") and not word[:-1].isupper() for word in rest)
    return len(rest) <= 2 and not is_field  # noqa: PLR2004, a credential or two


def _is_banner(line: str) -> bool:
    body = line.strip()
    return body.startswith("***") and (body.endswith("***") or body.strip("*").strip().isupper())
