"""What kind of document is this? Its title, its headings and its words speak for one or another."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from lint97110.language import KindCue, Language
from lint97110.model import Kind, Span
from lint97110.nlp.forms import is_bank
from lint97110.nlp.kind_places import Places, title_end
from lint97110.nlp.plain_words import in_small_letters, words_of

_THRESHOLD = 3


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind of a document, and the words that speak for it."""

    kind: Kind
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells that speaks for a kind.

    The share of its lines that ask; how many facts of treatment there are, of doses and times, and
    of whatever is done; where it is signed; where what the patient reports begins, in front of
    which a title stands; whether minutes or units of therapy are stated; whether its headings are
    those of a physician's paper, and none of a treatment.
    """

    form_share: float
    therapy_facts: int
    treated: int
    signed: Sequence[Span]
    body: int
    is_billed: bool
    is_argued: bool

    @property
    def is_treated(self) -> bool:
        """Whether some treatment is told, and how much of it or how long."""
        return self.treated >= _FEW_FACTS and self.therapy_facts > 0

    @property
    def is_visit(self) -> bool:
        """Whether treatment is told: some of it, or a little that a therapist signed."""
        is_told = bool(self.treated or self.therapy_facts)
        return self.is_treated or (bool(self.signed) and is_told)

    def bars(self, kind: str) -> bool:
        """Whether too much is told for a word that visits say to speak for this kind."""
        return self.is_treated if kind in _KINDS else self.is_visit


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
        places = Places(text, lowered, min(title_end(text), told.body), told.signed)
        words = self._cues.keys() & words_of(lowered) | {""}
        scores: dict[str, int] = {}
        evidence: dict[str, list[Span]] = {}
        for cue, wording in chain.from_iterable(self._cues.get(word, ()) for word in words):
            at = -1 if cue.unless_treated and told.bars(cue.kind) else places.of(cue, wording)
            if at >= 0:
                scores[cue.kind] = scores.get(cue.kind, 0) + cue.weight
                evidence.setdefault(cue.kind, []).append(Span(at, at + len(wording)))
        if told.is_argued:
            scores["justification"] = scores.get("justification", 0) + _THRESHOLD
        best = _Weighed(scores, told, len(text), is_bank(text)).kind()
        other = scores.get("other", 0) + scores.get("paper", 0)
        if best is Kind.OTHER and told.is_billed and other < _SURE:
            best = Kind.TREATMENT_NOTE
        return KindGuess(best, tuple(sorted(evidence.get(best.value, ()))[:3]))


_WORD = re.compile(r"\w+")


def _first_word(wording: str) -> str:
    """The word that a cue begins with; empty where it begins with a sign."""
    match = _WORD.match(wording)
    return match.group() if match else ""


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
        """Whether somebody else wrote it, or it is a letter, a message, an order or a hand-out."""
        other, paper = self.of("other"), self.of("paper")
        is_paper = bool(paper) and self._outweighs(paper + other, self.told.treated)
        return is_paper or self._outweighs(other, self.told.therapy_facts)

    def _outweighs(self, other: int, facts: int) -> bool:
        """Whether what is not of therapy outweighs so many facts of treatment, and its words."""
        therapy = self.of("therapy") + self.of("signed")
        if other >= _SURE:
            return other > max(therapy * 2 / 3, 2 * facts)
        is_called = max(map(self.of, _KINDS)) > other
        is_less = other < max(_THRESHOLD, 2 * facts + therapy)
        return not (is_less or is_called)

    def _asks_for_therapy(self) -> bool:
        """Whether it is a request, and nobody else's beyond doubt."""
        asked, other = self.of("justification"), self.of("other") + self.of("paper")
        return asked >= 2 * _THRESHOLD and (other < _SURE or asked > other)

    def _is_of_nobody(self) -> bool:
        """Whether a text of some length names neither therapy nor anything of it."""
        is_empty = not self.told.therapy_facts and not self.of("therapy")
        is_told = self.of("other") > 0 or self.of("paper") >= _THRESHOLD
        return is_empty and (is_told or self.length >= _LONG)
