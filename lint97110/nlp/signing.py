"""Who signed? A name or initials with a credential, or a line that says who signed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lint97110.model import Clause, Fact, Span
from lint97110.nlp.reading import Reading

_KINDS = ("name_and_credential", "sign_line", "sign_line_bare", "credential_alone", "name_alone")
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
_NOT_THERAPIST = re.compile(
    r"\b(?:patient|pt's|parent|guardian|caregiver|physician|md|do|rn|np|pa-c|referring|doctor"
    r"|surgeon|witness|mother|father)\b",
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

    def _before(self, fact: Fact) -> str:
        """What stands before a fact on its line, as far as a signature reaches."""
        first = fact.span.start - self.start
        return self.words[max(first - _REACH, 0) : first]

    def is_name(self, fact: Fact) -> bool:
        """Whether words in capitals are a name: all of their line, and no cells of a table."""
        words = self.words.strip(_MARKS + ".")
        is_short = len(words.split()) <= _MOST_NAMES and words[:1].isupper()
        return is_short and self.begins_with(fact) and _CELLS.search(words) is None

    def isolates(self, fact: Fact, most: int = _MOST_WORDS_AROUND) -> bool:
        """Whether little running text stands around a fact: a signature is no sentence."""
        last = fact.span.end - self.start
        before = self._before(fact).rstrip(_DASHES)
        after = self.words[last : last + _REACH]
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
    return len(list(islice(_LOWER.finditer(words), most + 1))) > most


def signature_facts(reading: Reading) -> Iterator[Fact]:
    """`signed` for a name with a credential or a signed line, `signed_partly` for half of it."""
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
    yield from _initials(reading)


def _initials(reading: Reading) -> Iterator[Fact]:
    """Initials that are all of the last line, without a credential."""
    end = len(reading.text.rstrip())
    start = reading.text.rfind("\n", 0, end) + 1
    words = reading.text[start:end]
    if start and _INITIALS.match(words) and words.strip(_MARKS).lower() not in _NO_INITIALS:
        span = Span(start, end)
        yield Fact("signed_partly", span, Clause(span, "performed", ("signature",)))


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
    if fact.clause.status in _ELSEWHERE and not line.is_last:
        return False
    if not line.is_signed and (line.is_title or not (line.is_end or line.isolates(fact))):
        return False
    return not line.bars(line.part(fact))


def _kind(fact: Fact, line: _Line, text: str) -> str | None:
    """How far a fact signs the note: in full, partly, or not at all."""
    words = fact.span.of(text)
    if fact.kind == "name_and_credential":
        if _is_nameless(words):
            return "signed_partly"
        if words[0].islower() and not (line.is_end and line.begins_with(fact)):
            return None
        return "signed" if line.is_signed or line.isolates(fact) else None
    if fact.kind == "sign_line":
        is_full = _SIGNED.search(line.part(fact)) is not None and _is_named_in_full(words)
        return "signed" if is_full else "signed_partly"
    return "signed_partly" if _is_half(fact, line) else None


def _is_half(fact: Fact, line: _Line) -> bool:
    """Whether a name or a credential alone, or a line to sign on, stands where one signs."""
    if fact.kind == "sign_line_bare":
        return "subjective" not in fact.clause.sections
    if fact.kind == "credential_alone" and line.is_last and line.start and line.begins_with(fact):
        behind = line.words[fact.span.end - line.start :].strip()
        is_written_so = line.part(fact).strip(_MARKS)[:2].isupper() or not behind
        return is_written_so and _BEHIND_CREDENTIAL.fullmatch(behind) is not None
    if fact.kind == "name_alone" and not line.is_name(fact):
        return False
    return line.is_end and line.isolates(fact, 1)


def _is_nameless(words: str) -> bool:
    """Whether what stands before the credential is a title, and no name."""
    first = _WORD.search(words)
    return first is not None and first.group().lower() in _TITLES


def _is_named_in_full(words: str) -> bool:
    """Whether a signed line has a first and a last name, or a name and its credential."""
    capitalised = [w for w in _CAPITALISED.findall(words) if w.lower() not in _NO_NAMES]
    return len(capitalised) >= _NAMES_IN_FULL
