"""A pronoun in a form that can only be a patient's: the one on whom it was first written."""

import re
from collections.abc import Iterator

from lint97110.language import Language
from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.wording import one_of

_BESIDE = re.compile(r"[/)(]|(?:\s|,)*(?:or|and)\s+(?:he|she|him|hers?|his|they|them|their)\b")
_BEFORE = re.compile(r"(?:\b(?:he|she|him|hers?|his|they|them|their)\s+(?:or|and)\s+|[/)(])$")
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss)\b")
_FEW = 2  # lines, in a form that never says "the patient"


class FormPronouns:
    """Knows for whom a form is."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        self._for_everybody = re.compile(one_of(language.wordings["forms.for_everybody"]))
        self._of_one_sex = re.compile(one_of(language.wordings["forms.of_one_sex"]))

    def facts(self, mentions: Mentions) -> Iterator[Fact]:
        """`gendered` for the first "he" or "she" of a line, where nobody else is in sight.

        A form that calls every patient so, or is for women or for men alone, means nobody by it.
        """
        first: dict[int, Mention] = {}
        for each in mentions.of("gender"):
            if _is_lone(mentions, each):
                first.setdefault(mentions.small.rfind("\n", 0, each.start), each)
        most = max(_FEW, len(self._for_everybody.findall(mentions.small)))
        if len(first) > most or self._of_one_sex.search(mentions.small, 0, mentions.head_end):
            return
        for each in first.values():
            slots: dict[str, SlotValue] = {"is": each.value, "given": False, "alone": True}
            yield mentions.fact("gendered", Span(each.start, each.end), slots)


def _is_lone(mentions: Mentions, mention: Mention) -> bool:
    """Whether a pronoun stands in no pair, in no quotation and with nobody whom it could mean."""
    text = mentions.small
    if mention.value not in ("he", "she") or mentions.is_quoted(mention.start):
        return False
    start = text.rfind("\n", 0, mention.start) + 1
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    if _BESIDE.match(text, mention.end) or _BEFORE.search(text[start : mention.start]):
        return False
    is_named = _TITLE.search(text, start, mention.start) is not None
    return not is_named and "others" not in mentions.groups(Span(above, mention.start))
