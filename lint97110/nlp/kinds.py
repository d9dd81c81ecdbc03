"""What kind of document is this? Its title, its headings and its words speak for one or another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint97110.language import Language
from lint97110.model import Kind, Span

_TITLE_LINES = 6
_THRESHOLD = 3


@dataclass(frozen=True, slots=True)
class KindGuess:
    """The kind of a document, and the words that speak for it."""

    kind: Kind
    evidence: tuple[Span, ...]


class KindFinder:
    """Weighs the cues of rules/kinds.yaml."""

    def __init__(self, language: Language) -> None:
        self._cues: list[tuple[str, str, int, re.Pattern[str]]] = []
        groups: dict[tuple[str, str, int], list[str]] = {}
        for cue in language.kinds:
            groups.setdefault((cue.kind, cue.where, cue.weight), []).append(cue.wording)
        for (kind, where, weight), wordings in groups.items():
            inside = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(wordings, key=len, reverse=True))
            self._cues.append((kind, where, weight, re.compile(rf"(?<!\w)(?:{inside})(?!\w)", re.IGNORECASE)))

    def guess(self, text: str, form_share: float, therapy_facts: int) -> KindGuess:
        """The likeliest kind; `form_share` is the share of lines that ask, `therapy_facts` a count."""
        title = _title(text)
        scores: dict[str, int] = {}
        evidence: dict[str, list[Span]] = {}
        for kind, where, weight, pattern in self._cues:
            end = title if where == "title" else len(text)
            found = {m.group().lower(): Span(*m.span()) for m in pattern.finditer(text, 0, end)}
            if found:
                scores[kind] = scores.get(kind, 0) + weight * len(found)
                evidence.setdefault(kind, []).extend(found.values())
        best = _best(scores, form_share, therapy_facts)
        return KindGuess(best, tuple(sorted(evidence.get(best.value, ()))[:3]))


def _title(text: str) -> int:
    at = 0
    for _ in range(_TITLE_LINES):
        following = text.find("\n", at)
        if following < 0:
            return len(text)
        at = following + 1
    return at


_FORM_SHARE, _SOME_FORM, _FEW_FACTS = 0.45, 0.25, 2


def _best(scores: Mapping[str, int], form_share: float, therapy_facts: int) -> Kind:
    is_form = form_share >= _FORM_SHARE and therapy_facts <= _FEW_FACTS * 3
    is_marked_form = form_share >= _SOME_FORM and scores.get("template", 0) >= _THRESHOLD
    if is_form or (is_marked_form and therapy_facts <= _FEW_FACTS * 2) or scores.get("template", 0) >= _THRESHOLD * 3:
        return Kind.TEMPLATE
    if scores.get("other", 0) >= _THRESHOLD and scores.get("other", 0) > therapy_facts + scores.get("therapy", 0):
        return Kind.OTHER
    kinds = ("justification", "discharge", "evaluation", "progress_report")
    best = max(kinds, key=lambda kind: scores.get(kind, 0))
    if scores.get(best, 0) >= _THRESHOLD and scores.get(best, 0) >= scores.get("treatment_note", 0):
        return Kind(best)
    if therapy_facts == 0 and scores.get("other", 0) > 0 and not scores.get("therapy", 0):
        return Kind.OTHER
    return Kind.TREATMENT_NOTE
