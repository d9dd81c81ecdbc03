"""What kind of document is this? Its title, its headings and its words speak for one or another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lint97110.language import KindCue, Language
from lint97110.model import Kind, Span
from lint97110.nlp.forms import is_bank
from lint97110.nlp.plain_words import in_small_letters, words_of

_TITLE_LINES = 4
_TAIL_LINES = 2
_LONGEST_TAIL = 80  # of a note in one paragraph
_LONGEST_TITLE_LINE = 100
_OPENING = 20
_THRESHOLD = 3


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind of a document, and the words that speak for it."""

    kind: Kind
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells that speaks for a kind.

    The share of its lines that ask; how many facts of treatment there are; where it is signed;
    where what the patient reports begins, in front of which a title stands; whether minutes or
    units of therapy are stated; whether its headings are those of a physician's paper, and none
    of a treatment.
    """

    form_share: float
    therapy_facts: int
    signed: Sequence[Span]
    body: int
    is_billed: bool
    is_argued: bool


class _Places:
    """The parts of a text, in small letters, in which a cue may have to stand."""

    def __init__(self, written: str, text: str, title: int, signed: Sequence[Span]) -> None:
        first_line = min((text + "\n").index("\n"), _LONGEST_TITLE_LINE)
        whole = Span(0, len(text))
        self._written, self._text = written, text
        self._parts: dict[str, Sequence[Span]] = {
            "title": (Span(0, title),),
            "title_line": (Span(0, min(first_line, title)),),
            "opening": (Span(0, min(first_line, _OPENING)),),
            "first_line": (Span(0, first_line),),
            "tail": (Span(_tail(text), len(text)),),
            "as_written": (whole,),
            "signature": signed,
            "signer": tuple(_signers(written)),
            "anywhere": (whole,),
            "label": (whole,),
        }

    def of(self, cue: KindCue, wording: str) -> int:
        """Where a cue stands as it must; -1 where it does not."""
        for part in self._parts[cue.where]:
            if cue.where == "as_written":
                at = _find(cue.wording, self._written, part.end, part.start)
            else:
                at = _find(wording, self._text, part.end, part.start)
            if cue.where == "label":
                at = _find_label(wording, self._text, at)
            if at >= 0:
                return at
        return -1


class KindFinder:
    """Weighs the cues of rules/kinds.yaml."""

    def __init__(self, language: Language) -> None:
        lowered = [(cue, in_small_letters(cue.wording)) for cue in language.kinds]
        self._cues: dict[str, list[tuple[KindCue, str]]] = {}
        for cue, wording in lowered:
            self._cues.setdefault(_first_word(wording), []).append((cue, wording))

    def guess(self, text: str, told: Told) -> KindGuess:
        """The likeliest kind of a text in which so much is told."""
        lowered = in_small_letters(text)
        places = _Places(text, lowered, min(_title(text), told.body), told.signed)
        words = self._cues.keys() & words_of(lowered) | {""}
        scores: dict[str, int] = {}
        evidence: dict[str, list[Span]] = {}
        for cue, wording in chain.from_iterable(self._cues.get(word, ()) for word in words):
            at = places.of(cue, wording)
            if at >= 0:
                scores[cue.kind] = scores.get(cue.kind, 0) + cue.weight
                evidence.setdefault(cue.kind, []).append(Span(at, at + len(wording)))
        if told.is_argued:
            scores["justification"] = scores.get("justification", 0) + _THRESHOLD
        best = _Weighed(scores, told, len(text), is_bank(text)).kind()
        if best is Kind.OTHER and told.is_billed and scores.get("other", 0) < _SURE:
            best = Kind.TREATMENT_NOTE
        return KindGuess(best, tuple(sorted(evidence.get(best.value, ()))[:3]))


_WORD = re.compile(r"\w+")


def _first_word(wording: str) -> str:
    """The word that a cue begins with; empty where it begins with a sign."""
    match = _WORD.match(wording)
    return match.group() if match else ""


def _find(wording: str, text: str, end: int, start: int = 0) -> int:
    """Where a wording stands first between two places, no part of a longer word; else -1."""
    at = text.find(wording, start, end)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(wording) : end][:1]
        is_apart = not (_is_of_word(before) and _is_of_word(wording[:1]))
        if is_apart and not _is_of_word(behind):
            break
        at = text.find(wording, at + 1, end)
    return at


_BEFORE_LABEL = re.compile(r"(?:^|\n)[^\w\n]*(?:\d{1,2}[.)]|q\d{0,2}[.:])?[^\w\n]*$")
_BEHIND_LABEL = re.compile(r"[ \t]*(?:[:?|\n(]|$|\t| {2}|\.\s|-)")


def _find_label(wording: str, text: str, at: int) -> int:
    """Where a wording labels what stands behind it or below, from one of its places on; else -1."""
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        is_label = _BEHIND_LABEL.match(text, at + len(wording)) is not None
        if is_label and _BEFORE_LABEL.search(text[max(line - 1, 0) : at]):
            return at
        at = _find(wording, text, len(text), at + 1)
    return at


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _tail(text: str) -> int:
    """Where the last lines begin, in which a writer signs."""
    at = len(text.rstrip())
    for _ in range(_TAIL_LINES):
        at = max(text.rfind("\n", 0, at), 0)
    return max(at, len(text.rstrip()) - _LONGEST_TAIL)


_SIGNER = re.compile(
    r"(?:^|[.;]\s|\bby\s|\s{2,}|[-\u2013\u2014/]\s?)((?:[A-Z][\w.'\u2019/-]*,?\s){1,4}[A-Z][\w.'\u2019/-]*)[\s.)]*$"
)


def _signers(text: str) -> Iterator[Span]:
    """The names, written large, that end one of the last lines or are all of it."""
    start = _tail(text)
    for line in text[start:].splitlines(keepends=True):
        match = _SIGNER.search(line.rstrip())
        if match:
            yield Span(start + match.start(1), start + match.end(1))
        start += len(line)


_STOP = re.compile(r"(?<![DMS][rst])(?<!Mrs)(?<=\w\w)[)\]]?\.(?=\s+[A-Z]|\s*$)")
_LABEL = re.compile(
    r"[^\W\d][^.:\n]{,50}(?::\d\d[^.:\n]{,12})?:(?!\S)"
)  # "DISCHARGE: Mr. Ortiz was seen for ..."
_LONGEST_TITLE = 4  # words, with a full stop behind them: "Aquatic physical therapy visit."


def _title(text: str) -> int:
    """Where the title ends: the first lines while they are short and tell nothing."""
    at = 0
    for _ in range(_TITLE_LINES):
        following = text.find("\n", at)
        end = following if following >= 0 else len(text)
        told = _first_sentence(text, at, end)
        if told is not None:
            label = _LABEL.match(text, told, end)
            return label.end() if label else told
        if end - at > _LONGEST_TITLE_LINE:
            return at or _LONGEST_TITLE_LINE
        at = end + 1
        if following < 0:
            return len(text)
    return at


def _first_sentence(text: str, start: int, end: int) -> int | None:
    """Where the first sentence of a line begins that tells something."""
    for stop in _STOP.finditer(text, start, end):
        if _is_sentence(text[start : stop.end()]):
            return start
        start = stop.end()
    return None


def _is_sentence(words: str) -> bool:
    """Whether it tells something: longer than a title, and half its words in small letters."""
    each = words.split()
    small = sum(word[0].islower() for word in each)
    return len(each) > _LONGEST_TITLE and 2 * small >= len(each)


_FORM_SHARE, _SOME_FORM, _FEW_FACTS = 0.48, 0.15, 2
_SURE = _THRESHOLD * 3
_SOME_FACTS, _THRESHOLD_IN_TREATMENT = 5, 5
_LONG = 400  # characters, in which a therapist would have named therapy
_KINDS = ("justification", "discharge", "evaluation", "progress_report")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What speaks for each kind, and what the text is like."""

    scores: Mapping[str, int]
    told: Told
    length: int
    is_bank: bool

    def of(self, kind: str) -> int:
        return self.scores.get(kind, 0)

    def kind(self) -> Kind:
        """The subject decides first, then whether it is a form, then what it is called.

        Nobody signs a form that is still to be filled in.
        """
        if self._is_form():
            is_of_others = self.of("other") >= _SURE and not self.of("therapy")
            return Kind.OTHER if is_of_others else Kind.TEMPLATE
        if self._is_of_others() and not self._asks_for_therapy():
            return Kind.OTHER
        best = max(_KINDS, key=self.of)
        if self.of(best) >= self._enough(best) and self.of(best) >= self.of("treatment_note"):
            return Kind(best)
        if self._is_of_nobody():
            return Kind.OTHER
        is_of_need = self.of("necessity") >= _THRESHOLD and not self.of("visit")
        if is_of_need and not self.told.therapy_facts and not self.of("treatment_note"):
            return Kind.JUSTIFICATION
        return Kind.TREATMENT_NOTE

    def _enough(self, kind: str) -> int:
        """How much must speak for a kind; more for an evaluation where much treatment is told."""
        is_treated = kind == "evaluation" and self.told.therapy_facts > _SOME_FACTS
        return _THRESHOLD_IN_TREATMENT if is_treated else _THRESHOLD

    def _is_form(self) -> bool:
        if self.is_bank:
            return True
        is_marked = self.told.form_share >= _SOME_FORM and self.of("template") >= _THRESHOLD
        return self.of("template") >= _SURE or (
            not self.of("signed")
            and (self.told.form_share >= _FORM_SHARE or is_marked)
            and self.told.therapy_facts <= _FEW_FACTS
        )

    def _is_of_others(self) -> bool:
        """Whether somebody else wrote it, or a therapist on something other than a treatment."""
        other, therapy = self.of("other"), self.of("therapy") + self.of("signed")
        facts = self.told.therapy_facts
        if other >= _SURE:
            return other > max(therapy * 2 / 3, 2 * facts)
        is_called = max(map(self.of, _KINDS)) > other
        return other >= max(_THRESHOLD, 2 * facts + therapy) and not is_called

    def _asks_for_therapy(self) -> bool:
        """Whether it is a request, and nobody else's beyond doubt."""
        asked, other = self.of("justification"), self.of("other")
        return asked >= 2 * _THRESHOLD and (other < _SURE or asked > other)

    def _is_of_nobody(self) -> bool:
        """Whether a text of some length names neither therapy nor anything of it."""
        is_empty = not self.told.therapy_facts and not self.of("therapy")
        return is_empty and (self.of("other") > 0 or self.length >= _LONG)
