"""Who signed? A name or initials with a credential, or a line that says who signed."""

import re
from collections.abc import Iterator

from lint97110.model import Clause, Fact
from lint97110.nlp.reading import Reading

_TITLE_LINES = 3
_LAST_LINES = 4
_LOWER = re.compile(r"\b[a-z]{3,}\b")
_NOT_THERAPIST = re.compile(
    r"\b(?:patient|pt's|parent|guardian|caregiver|physician|md|do|rn|np|pa-c|referring|doctor|surgeon|witness|mother|father)\b",
    re.IGNORECASE,
)
_UNSIGNED = re.compile(
    r"pending|unsigned|not yet signed|awaiting|draft|left blank|required|_{3,}|\[\s*\]",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s{3,}|\s/\s|(?<=[a-z])\.\s")
_MOST_WORDS_AROUND = 4

_KINDS = ("name_and_credential", "sign_line", "sign_line_bare", "credential_alone", "name_alone")


def signature_facts(reading: Reading) -> Iterator[Fact]:
    """`signed` for a name with a credential or a signed line, `signed_partly` for half of it."""
    by_line: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.kind in _KINDS:
            by_line.setdefault(reading.lines.place(fact.span.start)[0], []).append(fact)
    last = _last_line(reading)
    for line, facts in sorted(by_line.items()):
        yield from _on_line(reading, line, facts, last)


def _last_line(reading: Reading) -> int:
    return reading.lines.place(max(len(reading.text.rstrip()) - 1, 0))[0]


def _on_line(reading: Reading, line: int, facts: list[Fact], last: int) -> Iterator[Fact]:
    words = reading.lines.line(line)
    start = reading.lines.starts[line - 1]
    has_sign_word = any(fact.kind == "sign_line" for fact in facts) or any(
        "signature" in fact.clause.sections for fact in facts
    )
    is_end = line > last - _LAST_LINES
    for fact in facts:
        part = _part(words, fact.span.start - start, fact.span.end - start)
        if _NOT_THERAPIST.search(part) or _UNSIGNED.search(part):
            continue
        if not has_sign_word and (
            line <= _TITLE_LINES < last or not (is_end or _stands_alone(words, fact, start))
        ):
            continue
        if fact.clause.status in ("historical", "goal", "reported") and (not is_end or line < last):
            continue
        if fact.kind == "name_and_credential" and _is_nameless(fact.span.of(reading.text)):
            yield _as("signed_partly", fact)
        elif fact.kind == "name_and_credential" and (
            has_sign_word or _stands_alone(words, fact, start)
        ):
            yield _as("signed", fact)
        elif fact.kind == "sign_line":
            yield _as(
                "signed"
                if re.search(r"sign|/e?s/|\[es\]", part, re.IGNORECASE)
                and _named_in_full(fact, reading)
                else "signed_partly",
                fact,
            )
        elif (fact.kind == "sign_line_bare" and "subjective" not in fact.clause.sections) or (
            fact.kind in ("credential_alone", "name_alone")
            and is_end
            and _stands_alone(words, fact, start, 1)
        ):
            yield _as("signed_partly", fact)


def _as(kind: str, fact: Fact) -> Fact:
    return Fact(kind, fact.span, Clause(fact.clause.span, "performed", fact.clause.sections))


def _part(words: str, start: int, end: int) -> str:
    """The field of the line in which the words stand."""
    low = max((m.end() for m in _PARTS.finditer(words, 0, start)), default=0)
    high = min((m.start() for m in _PARTS.finditer(words, end)), default=len(words))
    return words[low:high]


def _stands_alone(words: str, fact: Fact, line_start: int, most: int = _MOST_WORDS_AROUND) -> bool:
    """Whether little running text stands around: a signature is no sentence."""
    before = words[: fact.span.start - line_start]
    after = words[fact.span.end - line_start :]
    if before.rstrip().endswith((".", ":", "/", "")) and len(_LOWER.findall(after)) <= 1:
        lead = before.strip(" -–—_*\t/~|.")
        return (
            not lead
            or before.rstrip().endswith((".", ":", "/"))
            or len(_LOWER.findall(before)) <= most
        )
    return not before.strip(" -–—_*\t/~|") and len(_LOWER.findall(after)) <= most


_TITLES = frozenset(
    ["treating", "physical", "occupational", "therapist", "signed", "by", "licensed", "supervising", "evaluating", "staff", "senior", "clinician", "approved", "the", "your", "assistant", "provider", "registered"]
)


def _is_nameless(words: str) -> bool:
    """Whether what stands before the credential is a title, and no name."""
    first = re.findall(r"[A-Za-z]+", words)[:1]
    return bool(first) and first[0].lower() in _TITLES


def _named_in_full(fact: Fact, reading: Reading) -> bool:
    """A signed line with a first and a last name, or with the stamp of the signing."""
    name = fact.span.of(reading.text)
    capitals = re.findall(r"\b[A-Z][\w'’-]+", name)
    return (
        len(
            [
                word
                for word in capitals
                if word.lower() not in ("signed", "electronically", "by", "signature", "therapist")
            ]
        )
        >= 2
    )
