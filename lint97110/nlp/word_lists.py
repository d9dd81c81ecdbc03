"""Words of the pack as alternatives of an expression."""

import re

from lint97110.language import Language


def words_of(language: Language, *classes: str) -> str:
    """The wordings of some classes as alternatives of an expression, the longest first.

    A class is one of rules/lexicon, or a group of rules/asking.yaml.
    """
    found = {term.wording for cls in classes for term in language.terms.of_class(cls)}
    found |= {word for cls in classes for word in language.asking.get(cls, ())}
    return "|".join(re.escape(wording) for wording in sorted(found, key=len, reverse=True))


def opener(language: Language, *classes: str, before: str = "") -> re.Pattern[str]:
    """What matches a sentence that begins with a word of some classes."""
    return re.compile(
        rf"(?:and |but |if so, |please |also |then )?{before}(?:{words_of(language, *classes)})\b",
        re.IGNORECASE,
    )
