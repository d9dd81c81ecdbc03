"""What kind of document is this? Its title, its headings and its words speak for one or another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from lint97110.language import KindCue, Language
from lint97110.model import Kind, Span
from lint97110.nlp.plain_words import in_small_letters, words_of

_TITLE_LINES = 4
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
        self, text: str, form_share: float, therapy_facts: int, *, is_billed: bool
    ) -> KindGuess:
        """The likeliest kind; `form_share` is the share of lines that ask, `therapy_facts` a count.

        `is_billed` says that minutes or units of therapy are stated.
        """
        lowered, title = in_small_letters(text), _title(text)
        words = words_of(lowered) | {""}
        scores: dict[str, int] = {}
        evidence: dict[str, list[Span]] = {}
        for cue, wording in chain.from_iterable(
            map(self._cues.__getitem__, words & set(self._cues))
        ):
            at = _find(wording, lowered, title if cue.where == "title" else len(lowered))
            if at >= 0:
                scores[cue.kind] = scores.get(cue.kind, 0) + cue.weight
                evidence.setdefault(cue.kind, []).append(Span(at, at + len(wording)))
        best = _best(scores, form_share, therapy_facts)
        if best is Kind.OTHER and is_billed:
            best = Kind.TREATMENT_NOTE
        return KindGuess(best, tuple(sorted(evidence.get(best.value, ()))[:3]))


_WORD = re.compile(r"\w+")


def _first_word(wording: str) -> str:
    """The word that a cue begins with; empty where it begins with a sign."""
    match = _WORD.match(wording)
    return match.group() if match else ""


def _find(wording: str, text: str, end: int) -> int:
    """Where a wording stands first in the text up to `end`, no part of a longer word; else -1."""
    at = text.find(wording, 0, end)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(wording) : end][:1]
        if not _is_of_word(before) and not _is_of_word(behind):
            break
        at = text.find(wording, at + 1, end)
    return at


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _title(text: str) -> int:
    """Where the lines of the title end: the first few, as long as they are short."""
    at = 0
    for _ in range(_TITLE_LINES):
        following = text.find("\n", at)
        end = following if following >= 0 else len(text)
        if end - at > _LONGEST_TITLE_LINE:
            return at + _LONGEST_TITLE_LINE
        at = end + 1
        if following < 0:
            return len(text)
    return at


_FORM_SHARE, _SOME_FORM, _FEW_FACTS = 0.48, 0.15, 2


def _best(scores: Mapping[str, int], form_share: float, therapy_facts: int) -> Kind:
    is_form = form_share >= _FORM_SHARE and therapy_facts <= _FEW_FACTS
    is_marked_form = form_share >= _SOME_FORM and scores.get("template", 0) >= _THRESHOLD
    if (
        is_form
        or (is_marked_form and therapy_facts <= _FEW_FACTS)
        or scores.get("template", 0) >= _THRESHOLD * 3
    ):
        return Kind.TEMPLATE
    if scores.get("other", 0) >= _THRESHOLD * 3 > scores.get("therapy", 0) * 2:
        return Kind.OTHER
    if scores.get("other", 0) >= _THRESHOLD and scores.get("other", 0) > therapy_facts + scores.get(
        "therapy", 0
    ):
        return Kind.OTHER
    kinds = ("justification", "discharge", "evaluation", "progress_report")
    best = max(kinds, key=lambda kind: scores.get(kind, 0))
    if scores.get(best, 0) >= _THRESHOLD and scores.get(best, 0) >= scores.get("treatment_note", 0):
        return Kind(best)
    if therapy_facts == 0 and scores.get("other", 0) > 0 and not scores.get("therapy", 0):
        return Kind.OTHER
    return Kind.TREATMENT_NOTE
