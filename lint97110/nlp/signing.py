"""Who signed? A name or initials with a credential, or a line that says who signed."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from lint97110.model import Clause, Fact, Span
from lint97110.nlp.alphabet import BOUND
from lint97110.nlp.reading import Reading
from lint97110.nlp.signing_lines import MARKS, STUMPS, Line, SigningWords

_KINDS = frozenset(
    (
        *("name_and_credential", "sign_line", "sign_line_bare", "credential_alone", "name_alone"),
        *("signed_spoken", "initials_alone", "credential_and_name"),
    )
)
_NOT_SIGNING = frozenset(("history", "medications", "subjective"))
_ELSEWHERE = ("historical", "goal", "reported")
_TITLE_LINES, _LAST_LINES = 3, 4  # where a name is a heading's, and where it signs
_NAMES_IN_FULL = 2  # a first name and a last one

_TITLE_ONLY = re.compile(r"(?:P\.?T|O\.?T|PTA|COTA|DPT|OTR|SPT)\b(?:/L)?\s*[,/]", re.IGNORECASE)
_BARE_NAME = re.compile(
    r"[-–—~/\s]*(?:[A-Z][a-z]{2,}|[a-z]{3,} (?=[a-z]))[a-z]*(?:[ -][A-Z]?[a-z]{2,}){0,2}\s*"
)
_SIGNED = re.compile(r"sign|/e?s/|\[es\]", re.IGNORECASE)  # "Signed", "/s/", "[es]"
_WORD = re.compile(r"[A-Za-z]+")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+")
_CREDENTIAL = re.compile(r"[A-Z]{2,4}")  # in a line that is not all in capitals
_INITIALS = re.compile(  # a last line of nothing else: "-kd", "J.T.", "MK"
    r"[-–—/\s]*(?:[a-z]{2}|[A-Z]{2,3}|(?:[A-Za-z]\.\s?){2,3})\s*$"
)
_BEHIND_CREDENTIAL = re.compile(r"[/\s]*|[,(][^\d:]*")  # "PTA (covering)", "PT, float pool"


class SignatureReader:
    """Finds signatures by the words of the pack that tell one from the mention of a name."""

    def __init__(self, words: Mapping[str, tuple[str, ...]], unknown: frozenset[str]) -> None:
        """`unknown` are the symbols of words that nobody knows, which may be names."""
        self._words = SigningWords(words)
        self._unknown = unknown

    def facts(self, reading: Reading) -> Iterator[Fact]:
        """`signed` for a name and credential or a signed line, `signed_partly` for half of it."""
        by_line: dict[int, list[Fact]] = {}
        for fact in reading.facts:
            if fact.kind in _KINDS:
                own = self._in_field(reading.text, fact)
                by_line.setdefault(reading.lines.place(fact.span.start)[0], []).append(own)
        last = reading.lines.place(max(len(reading.text.rstrip()) - 1, 0))[0]
        for number, facts in sorted(by_line.items()):
            line = _line(reading, number, last, facts, self._words)
            for fact in facts:
                kind = _kind(fact, line, reading.text)
                if kind == "signed_partly" and self._is_below_name(reading, number, fact, line):
                    kind = "signed"
                if kind is not None and _may_sign(fact, line):
                    clause = Clause(fact.clause.span, "performed", fact.clause.sections)
                    yield Fact(kind, fact.span, clause)
        yield from self._last_line(reading)

    def _in_field(self, text: str, fact: Fact) -> Fact:
        """The fact without what stands in the next field: "Jane Doe, PT     Physician: ____"."""
        words = fact.span.of(text)
        end = self._words.field_end.search(words)
        if end is None or not end.start():
            return fact
        last = fact.span.start + len(words[: end.start()].rstrip(" ,;/("))
        return Fact(fact.kind, Span(fact.span.start, last), fact.clause, fact.slots)

    def _is_below_name(self, reading: Reading, number: int, fact: Fact, line: Line) -> bool:
        """Whether a line that begins with a credential stands below a line that is a name."""
        if number == 1 or fact.kind != "credential_alone" or not line.begins_with(fact):
            return False
        start = reading.lines.starts[number - 2]
        span = Span(start, start + len(reading.lines.line(number - 1).rstrip()))
        return _is_bare_name(reading, span, self._unknown)

    def _last_line(self, reading: Reading) -> Iterator[Fact]:
        """Initials or a bare name that are all of the last line, without a credential."""
        end = len(reading.text.rstrip())
        start = reading.text.rfind("\n", 0, end) + 1
        words = reading.text[start:end]
        span = Span(start, end)
        is_initials = (
            _INITIALS.match(words) and words.strip(MARKS).lower() not in self._words.no_initials
        )
        if start and (is_initials or _is_bare_name(reading, span, self._unknown)):
            yield Fact("signed_partly", span, Clause(span, "performed", ("signature",)))


def _is_bare_name(reading: Reading, span: Span, unknown: frozenset[str]) -> bool:
    """Whether a line is a name: one to three words that nobody knows, each as names are written."""
    if _BARE_NAME.fullmatch(reading.text, span.start, span.end) is None:
        return False
    statement = reading.over(span)
    if statement is None or statement.span.start < span.start:
        return False
    symbols = reading.symbols
    first, last = (bisect_left(symbols.starts, at) for at in (span.start, span.end))
    chars = symbols.chars[first:last].rstrip(BOUND)
    others = sum(char not in unknown for char in chars)
    return others < len(chars) and others == span.of(reading.text).strip(MARKS).count("-")


def _line(reading: Reading, number: int, last: int, facts: list[Fact], words: SigningWords) -> Line:
    """Line `number` of a note whose words end on line `last`."""
    return Line(
        words=reading.lines.line(number),
        start=reading.lines.starts[number - 1],
        is_title=number <= _TITLE_LINES < last,
        is_end=number > last - _LAST_LINES,
        is_last=number == last,
        is_signed=any(f.kind == "sign_line" or "signature" in f.clause.sections for f in facts),
        signing=words,
    )


def _may_sign(fact: Fact, line: Line) -> bool:
    """Whether the place and the words around allow that a therapist signs here."""
    if fact.kind == "signed_spoken":
        return line.signing.others.search(line.said(fact)) is None
    if _NOT_SIGNING.intersection(fact.clause.sections) and not line.is_end:
        return False
    if fact.clause.status in _ELSEWHERE and not line.is_last:
        return False
    if line.tells_of(fact):
        return False
    if not line.is_signed and (line.is_title or not (line.is_end or line.isolates(fact))):
        return False
    return not line.bars(line.part(fact))


def _kind(fact: Fact, line: Line, text: str) -> str | None:
    """How far a fact signs the note: in full, partly, or not at all."""
    words = fact.span.of(text)
    if fact.kind == "name_and_credential":
        return _named(fact, line, words)
    if fact.kind == "sign_line":
        is_full = _SIGNED.search(line.part(fact)) is not None and _is_named_in_full(
            words, line.signing
        )
        return "signed" if is_full else "signed_partly"
    if fact.kind == "credential_and_name":
        is_signed = line.is_end and line.begins_with(fact) and line.is_written_large(fact)
        return "signed" if is_signed else None
    is_small = fact.kind == "credential_alone" and line.is_end and line.has_small_initials(fact)
    if fact.kind == "signed_spoken" or is_small:
        return "signed"
    return "signed_partly" if _is_half(fact, line) else None


def _named(fact: Fact, line: Line, words: str) -> str | None:
    """How far a name with a credential signs."""
    if _is_nameless(words, line.signing):
        return "signed_partly"
    is_alone = line.is_end and (line.begins_with(fact) or line.closes_with(fact))
    is_sentence = words[0].islower() and not is_alone
    if is_sentence or _is_no_name(words) or _is_deed(words, line.signing):
        return None
    return "signed" if line.is_signed or line.isolates(fact) else None


def _is_half(fact: Fact, line: Line) -> bool:
    """Whether a name or a credential alone, or a line to sign on, stands where one signs."""
    if fact.kind in ("sign_line_bare", "initials_alone"):
        return "subjective" not in fact.clause.sections
    if fact.kind == "credential_alone" and line.is_last and line.start and line.begins_with(fact):
        behind = line.words[fact.span.end - line.start :].strip()
        is_written_so = line.part(fact).strip(MARKS)[:2].isupper() or not behind
        return is_written_so and _BEHIND_CREDENTIAL.fullmatch(behind) is not None
    if fact.kind == "name_alone" and not line.is_name(fact):
        return False
    if fact.kind == "credential_alone" and not line.is_written_large(fact):
        return False
    return line.is_end and line.isolates(fact, 1)


def _is_nameless(words: str, signing: SigningWords) -> bool:
    """Whether what stands before the credential is a title, and no name."""
    first = _WORD.search(words)
    is_title = first is not None and first.group().lower() in signing.titles
    if is_title and _is_named_behind(words, signing):
        return False
    return is_title or _TITLE_ONLY.match(words) is not None


def _is_named_behind(words: str, signing: SigningWords) -> bool:
    """Whether a name stands between a title and the credential: "Signed R. Moss, PT"."""
    *before, _ = _WORD.findall(words)
    return any(
        len(word) > 1 and word.lower() not in signing.titles and not _TITLE_ONLY.match(f"{word}/")
        for word in before
    )


def _is_no_name(words: str) -> bool:
    """Whether the name is one letter, or the credential none: "2L NC", "EO/EC"."""
    first, *rest = _WORD.findall(words)
    is_letter = len(first) == 1 and len(rest) == 1
    is_stump = bool(rest) and rest[-1].lower() in STUMPS
    return is_letter or is_stump or words.endswith("/BSC")  # a bedside commode


def _is_deed(words: str, signing: SigningWords) -> bool:
    """Whether it tells what somebody did: "DECLINED BY PT", "Resume OT"."""
    first = words.split(maxsplit=1)[0].lower()
    others = [word.lower() for word in _WORD.findall(words)[1:]]
    return first in signing.no_firsts or not signing.no_middles.isdisjoint(others)


def _is_named_in_full(words: str, signing: SigningWords) -> bool:
    """Whether a signed line has a first and a last name, or a name and its credential."""
    is_large = words.isupper()
    capitalised = [
        word
        for word in _CAPITALISED.findall(words)
        if word.lower() not in signing.no_names and (is_large or not _CREDENTIAL.fullmatch(word))
    ]
    return len(capitalised) >= _NAMES_IN_FULL
