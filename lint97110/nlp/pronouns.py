"""By which pronoun the note calls the patient, and where it uses the other one."""

import re
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.company import Company
from lint97110.nlp.heads import pronoun_of, told_sexes
from lint97110.nlp.mentions import Mention, Mentions

_IS_A = re.compile(  # anywhere: "a 73-year-old retired man", "61 y/o female"
    r"y(?:(?:ea)?rs?[\s-]old|/?o\b)[\s,]+(?:[\w-]+[\s,]+){0,3}?"
    r"(?P<it>male|female|man|woman|gentleman|lady)\b"
)


def gendered_facts(mentions: Mentions, company: Company, title: Span | None) -> Iterator[Fact]:
    """`gendered` for each pronoun, and for what gives the patient's; `title` is "Mrs.", "Mr."."""
    for told in told_sexes(mentions):
        yield _given(mentions, told.span, told.value)
    for match in _IS_A.finditer(mentions.small):
        if not company.is_near(match.start()):
            yield _given(mentions, Span(*match.span()), pronoun_of(match["it"]))
    if title is not None:
        yield _given(mentions, title, pronoun_of(title.of(mentions.small).rstrip(".")))
    for mention in mentions.of("gender"):
        if mention.value in ("he", "she") and not _is_pair(mentions.reading.text, mention):
            alone = not company.may_mean(mention) and not mentions.is_quoted(mention.start)
            slots: dict[str, SlotValue] = {"is": mention.value, "given": False, "alone": alone}
            yield mentions.fact("gendered", Span(mention.start, mention.end), slots)


def _given(mentions: Mentions, span: Span, value: str) -> Fact:
    return mentions.fact("gendered", span, {"is": value, "given": True, "alone": True})


def _is_pair(text: str, mention: Mention) -> bool:
    """Whether the other pronoun stands behind a slash: "he/she"."""
    return "/" in (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])
