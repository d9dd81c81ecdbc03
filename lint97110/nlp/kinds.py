"""What kind of document is this? Its title, its headings and its words speak for one or another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from lint97110.language import KindCue, Language
from lint97110.model import Kind, Span
from lint97110.nlp.forms import is_bank
from lint97110.nlp.plain_words import in_small_letters, words_of

_TITLE_LINES = 4
_TAIL_LINES = 2
_LONGEST_TITLE_LINE = 100
_THRESHOLD = 3


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind of a document, and the words that speak for it."""

    kind: Kind
    evidence: tuple[Span, ...]


class KindFinder:
    """Weighs the cues of rules/kinds.yaml."""

    def __init__(self, language: Language) -> None:
        lowered = [(cue, in_small_letters(cue.wording)) for cue in language.kinds]
        self._cues: dict[str, list[tuple[KindCue, str]]] = {}
        for cue, wording in lowered:
            self._cues.setdefault(_first_word(wording), []).append((cue, wording))

    def guess(
        self,
        text: str,
        form_share: float,
        therapy_facts: int,
        *,
        is_billed: bool,
        is_argued: bool = False,
    ) -> KindGuess:
        """The likeliest kind; `form_share` is the share of lines that ask, `therapy_facts` a count.

        `is_billed` says that minutes or units of therapy are stated, `is_argued` that the headings
        are those of a physician's paper and none of a treatment.
        """
        lowered = in_small_letters(text)
        ends = {
            "title": _title(text),
            "first_line": min((text + "\n").index("\n"), _LONGEST_TITLE_LINE),
        }
        tail = _tail(lowered)
        words = self._cues.keys() & words_of(lowered) | {""}
        scores: dict[str, int] = {}
        evidence: dict[str, list[Span]] = {}
        for cue, wording in chain.from_iterable(self._cues.get(word, ()) for word in words):
            end = ends.get(cue.where, len(lowered))
            at = _find(wording, lowered, end, tail if cue.where == "tail" else 0)
            if cue.where == "label":
                at = _find_label(wording, lowered, at)
            if at >= 0:
                scores[cue.kind] = scores.get(cue.kind, 0) + cue.weight
                evidence.setdefault(cue.kind, []).append(Span(at, at + len(wording)))
        if is_argued:
            scores["justification"] = scores.get("justification", 0) + _THRESHOLD
        best = _Weighed(scores, form_share, therapy_facts, len(text), is_bank(text)).kind()
        if best is Kind.OTHER and is_billed and scores.get("other", 0) < _SURE:
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
    return at


def _title(text: str) -> int:
    """Where the title ends: the first lines as long as they are short, or how the first begins."""
    at = 0
    for _ in range(_TITLE_LINES):
        following = text.find("\n", at)
        end = following if following >= 0 else len(text)
        if end - at > _LONGEST_TITLE_LINE:
            return at or _LONGEST_TITLE_LINE
        at = end + 1
        if following < 0:
            return len(text)
    return at


_FORM_SHARE, _SOME_FORM, _FEW_FACTS = 0.48, 0.15, 2
_SURE = _THRESHOLD * 3
_SOME_FACTS, _THRESHOLD_IN_TREATMENT = 5, 5
_LONG = 400  # characters, in which a therapist would have named therapy
_KINDS = ("justification", "discharge", "evaluation", "progress_report")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What speaks for each kind, and what the text is like."""

    scores: Mapping[str, int]
    form_share: float
    therapy_facts: int
    length: int
    is_bank: bool

    def of(self, kind: str) -> int:
        return self.scores.get(kind, 0)

    def kind(self) -> Kind:
        """The subject decides first, then whether it is a form, then what it is called."""
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
        if is_of_need and not self.therapy_facts and not self.of("treatment_note"):
            return Kind.JUSTIFICATION
        return Kind.TREATMENT_NOTE

    def _enough(self, kind: str) -> int:
        """How much must speak for a kind; more for an evaluation where much treatment is told."""
        is_treated = kind == "evaluation" and self.therapy_facts > _SOME_FACTS
        return _THRESHOLD_IN_TREATMENT if is_treated else _THRESHOLD

    def _is_form(self) -> bool:
        if self.is_bank:
            return True
        is_marked = self.form_share >= _SOME_FORM and self.of("template") >= _THRESHOLD
        return self.of("template") >= _SURE or (
            (self.form_share >= _FORM_SHARE or is_marked) and self.therapy_facts <= _FEW_FACTS
        )

    def _is_of_others(self) -> bool:
        """Whether somebody who is no physical or occupational therapist wrote it."""
        other, therapy = self.of("other"), self.of("therapy")
        return other >= _THRESHOLD and (
            (other >= _SURE and other > therapy * 2 / 3) or other > self.therapy_facts + therapy
        )

    def _asks_for_therapy(self) -> bool:
        """Whether it is a request, and nobody else's beyond doubt."""
        asked, other = self.of("justification"), self.of("other")
        return asked >= 2 * _THRESHOLD and (other < _SURE or asked > other)

    def _is_of_nobody(self) -> bool:
        """Whether a text of some length names neither therapy nor anything of it."""
        is_empty = not self.therapy_facts and not self.of("therapy")
        return is_empty and (self.of("other") > 0 or self.length >= _LONG)
