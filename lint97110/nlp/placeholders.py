"""What a form leaves behind: brackets to fill, blanks, instructions to the writer."""

import re
from collections.abc import Iterator

from lint97110.model import Span

_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]*\}\}"
    r"|\[\s*(?:[A-Za-z][A-Za-z ,/.'\-]{1,48}|#|\s{3,}|_+|\.{3,})\s*\](?!\()"
    r"|<(?:[a-z][a-z _/\-]{2,30})>"
    r"|@[A-Z]{3,}@"
    r"|\*{3}(?!\s*(?-i:[A-Z]))"
    r"|\b(?:TBD|XXX+|lorem ipsum)\b"
    r"|(?<![A-Za-z_])_{3,}",
    re.IGNORECASE,
)
_TICK = re.compile(r"\[\s*[xX]?\s*\]")
_SIGNED = re.compile(r"sign|initial|date|witness", re.IGNORECASE)
_SPOKEN = frozenset(("sic", "redacted", "name", "es"))


def placeholders(text: str) -> Iterator[Span]:
    """Placeholders of every notation; a tick box is none, nor a line to sign on."""
    for match in _PLACEHOLDER.finditer(text):
        words = match.group()
        if _TICK.fullmatch(words) or words.strip("[] ").lower() in _SPOKEN:
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if words.startswith("_") and (_SIGNED.search(line) or _is_signature_line(line)):
            continue
        if words.startswith("*") and words.strip("*") == "" and _is_banner(line):
            continue
        yield Span(*match.span())


def notation(words: str) -> str:
    """The sign that sets a placeholder apart; empty for a blank to write on, which mixes with all.

    >>> [notation(words) for words in ("[name]", "{{name}}", "___", "TBD")]
    ['[', '{', '', 'word']
    """
    if not words.strip("[]_ .#"):
        return ""
    return "word" if words[0].isalpha() else words[0]


def _is_signature_line(line: str) -> bool:
    """A ruled line with nothing, or only a credential, beside it."""
    rest = line.replace("_", " ").split()
    return len(rest) <= 2  # noqa: PLR2004, a credential or two


def _is_banner(line: str) -> bool:
    body = line.strip()
    return body.startswith("***") and (body.endswith("***") or body.strip("*").strip().isupper())
