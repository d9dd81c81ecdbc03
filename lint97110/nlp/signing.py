"""Who signed? A name or initials with a credential, or a line that says who signed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lint97110.model import Clause, Fact, Span
from lint97110.nlp.reading import Reading

_KINDS = (
    *("name_and_credential", "sign_line", "sign_line_bare", "credential_alone", "name_alone"),
    *("signed_spoken", "initials_alone"),
)
_NOT_SIGNING = frozenset(("history", "medications", "subjective"))
_ELSEWHERE = ("historical", "goal", "reported")
_TITLES = frozenset(
    (
        "approved",
        "assistant",
        "by",
        "clinician",
        "evaluating",
        "licensed",
        "occupational",
        "physical",
        "provider",
        "registered",
        "senior",
        "signed",
        "staff",
        "supervising",
        "the",
        "therapist",
        "treating",
        "your",
    )
)
_NO_NAMES = frozenset(("signed", "electronically", "by", "signature", "therapist"))
_TITLE_LINES, _LAST_LINES = 3, 4  # where a name is a heading's, and where it signs
_MOST_WORDS_AROUND = 4
_NAMES_IN_FULL = 2  # a first name and a last one

_LOWER = re.compile(r"\b[a-z]{3,}\b")  # words of running text
_UPPER = re.compile(r"\b[A-Z]{3,}\b")  # the same where all is written in capitals
_WITH = re.compile(  # "Discussed with Jane Doe, PT": she did not write this
    r"\b(?:with|to|from|for|of|about|re|see|saw|ask|asked|told|cc|via|than|until|after|notified"
    r"|called|informed|under|w/)[\s:]*$",
    re.IGNORECASE,
)
_TITLE_ONLY = re.compile(r"(?:P\.?T|O\.?T|PTA|COTA|DPT|OTR|SPT)\b(?:/L)?\s*[,/]", re.IGNORECASE)
_STUMPS = frozenset(("nc", "ec", "cc", "pc", "gc", "oc", "sc", "wc"))
"""What is left of specialists' titles (NCS, ECS) without an S: oxygen, eyes closed, a copy."""
_SMALL_INITIALS = re.compile(r"[-–—~/\s]*([a-z]{2,3})[\s,]*$")
_BARE_NAME = re.compile(
    r"[-–—~/\s]*(?:[A-Z][a-z]{2,}|[a-z]{3,} (?=[a-z]))[a-z]*(?:[ -][A-Z]?[a-z]{2,}){0,2}\s*"
)
_SMALL_WORDS = frozenset(
    (
        *("to", "by", "of", "in", "at", "on", "or", "as", "is", "no", "rx", "tx", "dx", "hx"),
        *("re", "pt", "see", "for", "the", "per", "and", "w", "via", "any", "new", "our", "his"),
        *("her", "own", "in", "out", "up"),
    )
)
_NOT_THERAPIST = re.compile(
    r"\b(?:patient|pt's|parent|guardian|caregiver|physician|md|do|rn|np|pa-c|referring|doctor"
    r"|surgeon|witness|mother|father|aide|technician|tech|volunteer|observer|interpreter)\b",
    re.IGNORECASE,
)
_UNSIGNED = re.compile(
    r"pending|unsigned|not yet signed|awaiting|draft|left blank|required|_{3,}|\[\s*\]",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"sign|/e?s/|\[es\]", re.IGNORECASE)  # "Signed", "/s/", "[es]"
_PARTS = re.compile(  # between the fields of a line
    r"[\s.](?:(?<=\s)(?:\s{2,}|/\s)|(?<=[a-z]\.)\s)"
)
_WORD = re.compile(r"[A-Za-z]+")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")
_MOST_NAMES = 4  # words of a name
_NO_INITIALS = frozenset(
    (
        "ok",
        "no",
        "yes",
        "na",
        "hep",
        "ppo",
        "hmo",
        "max",
        "min",
        "mod",
        "rtw",
        "dc",
        "prn",
        "poc",
        "end",
    )
)
_REACH = 300  # characters around a name that can tell whether it signs
_CELLS = re.compile(r"\s{2,}|\d|:|\b(?:end|of|the|in|if|no)\b", re.IGNORECASE)
_INITIALS = re.compile(  # a last line of nothing else: "-kd", "J.T.", "MK"
    r"[-–—/\s]*(?:[a-z]{2}|[A-Z]{2,3}|(?:[A-Za-z]\.\s?){2,3})\s*$"
)
_BEHIND_CREDENTIAL = re.compile(r"[/\s]*|[,(][^\d:]*")  # "PTA (covering)", "PT, float pool"
_DASHES = " -–—\t"
_MARKS = " -–—_*\t/~|"  # in front of a signature


@dataclass(frozen=True)
class _Line:
    """A line with a name or a credential in it, and how it stands in the note."""

    words: str
    start: int
    is_title: bool
    is_end: bool
    is_last: bool
    is_signed: bool
    _barred: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def _part_starts(self) -> list[int]:
        return [0, *(match.end() for match in _PARTS.finditer(self.words))]

    def part(self, fact: Fact) -> str:
        """The field of the line in which the words of a fact stand."""
        first, last = fact.span.start - self.start, fact.span.end - self.start
        low = self._part_starts[bisect_right(self._part_starts, first) - 1]
        end = _PARTS.search(self.words, last, last + _REACH)
        return self.words[max(low, first - _REACH) : end.start() if end else last + _REACH]

    def bars(self, part: str) -> bool:
        """Whether a field of the line speaks of somebody else, or of a signature to come."""
        if part not in self._barred:
            found = _NOT_THERAPIST.search(part) or _UNSIGNED.search(part)
            self._barred[part] = found is not None
        return self._barred[part]

    def begins_with(self, fact: Fact) -> bool:
        """Whether nothing but marks stands before a fact."""
        return not self._before(fact).strip(_MARKS)

    def is_written_large(self, fact: Fact) -> bool:
        """Whether a credential is in capitals: "Pt" is a patient."""
        first = fact.span.start - self.start
        last = fact.span.end - self.start
        is_stump = self.words[first:last].lower() in _STUMPS
        return self.words[first : first + 2].isupper() and not is_stump

    def has_small_initials(self, fact: Fact) -> bool:
        """Whether nothing but small initials stand before a credential: "vm OTR/L"."""
        found = _SMALL_INITIALS.match(self._before(fact))
        return found is not None and found[1] not in _SMALL_WORDS

    def _before(self, fact: Fact) -> str:
        """What stands before a fact on its line, as far as a signature reaches."""
        first = fact.span.start - self.start
        return self.words[max(first - _REACH, 0) : first]

    def is_name(self, fact: Fact) -> bool:
        """Whether words in capitals are a name: all of their line, and no cells of a table."""
        return self._may_be_name and self.begins_with(fact)

    @cached_property
    def _may_be_name(self) -> bool:
        """Whether a name can be all of the line."""
        words = self.words.strip(_MARKS + ".")
        is_short = len(words.split()) <= _MOST_NAMES and words[:1].isupper()
        return is_short and _CELLS.search(words) is None

    def isolates(self, fact: Fact, most: int = _MOST_WORDS_AROUND) -> bool:
        """Whether little running text stands around a fact: a signature is no sentence."""
        last = fact.span.end - self.start
        before = self._before(fact).rstrip(_DASHES)
        after = self.words[last : last + _REACH]
        if _WITH.search(before):
            return False
        if not _is_running(after, 1):
            return (
                not before.strip(_MARKS + ".")
                or before.endswith((".", ":", "/"))
                or not _is_running(before, most)
            )
        begins = not before.strip(_MARKS) or (self.is_last and before.endswith("."))
        return begins and not _is_running(after, most)


def _is_running(words: str, most: int) -> bool:
    """Whether there are more than `most` words of running text."""
    running = _UPPER if words.isupper() else _LOWER
    return len(list(islice(running.finditer(words), most + 1))) > most


def signature_facts(reading: Reading, unknown: frozenset[str]) -> Iterator[Fact]:
    """`signed` for a name with a credential or a signed line, `signed_partly` for half of it.

    `unknown` are the symbols of words that nobody knows, which may be names.
    """
    by_line: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if fact.kind in _KINDS:
            by_line.setdefault(reading.lines.place(fact.span.start)[0], []).append(fact)
    last = reading.lines.place(max(len(reading.text.rstrip()) - 1, 0))[0]
    for number, facts in sorted(by_line.items()):
        line = _line(reading, number, last, facts)
        for fact in facts:
            kind = _kind(fact, line, reading.text)
            if kind is not None and _may_sign(fact, line):
                clause = Clause(fact.clause.span, "performed", fact.clause.sections)
                yield Fact(kind, fact.span, clause)
    yield from _last_line(reading, unknown)


def _last_line(reading: Reading, unknown: frozenset[str]) -> Iterator[Fact]:
    """Initials or a bare name that are all of the last line, without a credential."""
    end = len(reading.text.rstrip())
    start = reading.text.rfind("\n", 0, end) + 1
    words = reading.text[start:end]
    span = Span(start, end)
    is_initials = _INITIALS.match(words) and words.strip(_MARKS).lower() not in _NO_INITIALS
    if start and (is_initials or _is_bare_name(reading, span, unknown)):
        yield Fact("signed_partly", span, Clause(span, "performed", ("signature",)))


def _is_bare_name(reading: Reading, span: Span, unknown: frozenset[str]) -> bool:
    """Whether a line is a name: one to three words that nobody knows, each as names are written."""
    if _BARE_NAME.fullmatch(reading.text, span.start, span.end) is None:
        return False
    statement = reading.over(span)
    if statement is None or statement.span.start < span.start:
        return False
    others = sum(char not in unknown for char in statement.shape.chars)
    return others == span.of(reading.text).strip(_MARKS).count("-")


def _line(reading: Reading, number: int, last: int, facts: list[Fact]) -> _Line:
    """Line `number` of a note whose words end on line `last`."""
    return _Line(
        words=reading.lines.line(number),
        start=reading.lines.starts[number - 1],
        is_title=number <= _TITLE_LINES < last,
        is_end=number > last - _LAST_LINES,
        is_last=number == last,
        is_signed=any(f.kind == "sign_line" or "signature" in f.clause.sections for f in facts),
    )


def _may_sign(fact: Fact, line: _Line) -> bool:
    """Whether the place and the words around allow that a therapist signs here."""
    if fact.kind == "signed_spoken":
        return True
    if _NOT_SIGNING.intersection(fact.clause.sections) and not line.is_end:
        return False
    if fact.clause.status in _ELSEWHERE and not line.is_last:
        return False
    if not line.is_signed and (line.is_title or not (line.is_end or line.isolates(fact))):
        return False
    return not line.bars(line.part(fact))


def _kind(fact: Fact, line: _Line, text: str) -> str | None:
    """How far a fact signs the note: in full, partly, or not at all."""
    words = fact.span.of(text)
    if fact.kind == "name_and_credential":
        return _named(fact, line, words)
    if fact.kind == "sign_line":
        is_full = _SIGNED.search(line.part(fact)) is not None and _is_named_in_full(words)
        return "signed" if is_full else "signed_partly"
    is_small = fact.kind == "credential_alone" and line.is_end and line.has_small_initials(fact)
    if fact.kind == "signed_spoken" or is_small:
        return "signed"
    return "signed_partly" if _is_half(fact, line) else None


def _named(fact: Fact, line: _Line, words: str) -> str | None:
    """How far a name with a credential signs."""
    if _is_nameless(words):
        return "signed_partly"
    is_sentence = words[0].islower() and not (line.is_end and line.begins_with(fact))
    if is_sentence or _is_no_name(words):
        return None
    return "signed" if line.is_signed or line.isolates(fact) else None


def _is_half(fact: Fact, line: _Line) -> bool:
    """Whether a name or a credential alone, or a line to sign on, stands where one signs."""
    if fact.kind in ("sign_line_bare", "initials_alone"):
        return "subjective" not in fact.clause.sections
    if fact.kind == "credential_alone" and line.is_last and line.start and line.begins_with(fact):
        behind = line.words[fact.span.end - line.start :].strip()
        is_written_so = line.part(fact).strip(_MARKS)[:2].isupper() or not behind
        return is_written_so and _BEHIND_CREDENTIAL.fullmatch(behind) is not None
    if fact.kind == "name_alone" and not line.is_name(fact):
        return False
    if fact.kind == "credential_alone" and not line.is_written_large(fact):
        return False
    return line.is_end and line.isolates(fact, 1)


def _is_nameless(words: str) -> bool:
    """Whether what stands before the credential is a title, and no name."""
    first = _WORD.search(words)
    is_title = first is not None and first.group().lower() in _TITLES
    return is_title or _TITLE_ONLY.match(words) is not None


def _is_no_name(words: str) -> bool:
    """Whether the name is one letter, or the credential none: "2L NC", "EO/EC"."""
    first, *rest = _WORD.findall(words)
    is_letter = len(first) == 1 and len(rest) == 1
    is_stump = bool(rest) and rest[-1].lower() in _STUMPS
    return is_letter or is_stump or words.endswith("/BSC")  # a bedside commode


def _is_named_in_full(words: str) -> bool:
    """Whether a signed line has a first and a last name, or a name and its credential."""
    capitalised = [w for w in _CAPITALISED.findall(words) if w.lower() not in _NO_NAMES]
    return len(capitalised) >= _NAMES_IN_FULL
