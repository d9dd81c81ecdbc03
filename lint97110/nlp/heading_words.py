"""The words of rules/headings, with the signs that stand around them in a line."""

import re

from lint97110.language import HeadingWords
from lint97110.wording import one_of

_LINE_END = r":?[ \t]*(?:\n|\Z)"
_OF_TIME = r"\b(?!19|20)\d{3,4} ?[-–] ?\d{3,4}\b|\b\d{1,2}/52\b"  # "TX 1115-1153", "RV 3/52"
_SPACES = re.compile(r"[\s.]+")


class HeadingExpressions:
    """What is looked for in a heading, before it and behind it."""

    def __init__(self, words: HeadingWords) -> None:
        """Build the expressions once."""
        self.decoration = _decoration(words)
        self.modifiers = re.compile(rf"(?<!\w)(?:{_plain(words.modifiers)})(?!\w)")
        self.amount = re.compile(rf"\d\s*{_inner(words.amounts)}|{_OF_TIME}", re.IGNORECASE)
        self.of_a_symptom = re.compile(
            rf"\W*{_inner(words.of_a_symptom)}[^:\n]{{0,20}}:", re.IGNORECASE
        )
        self.places = re.compile(one_of(words.places))
        self.papers = re.compile(one_of(words.papers))
        self._ahead = re.compile(one_of(words.ahead))
        self._aside = _aside(words)

    def asks_ahead(self, question: str) -> bool:
        """Whether a question of a form asks for the plan: "What is planned for next visit?"."""
        return self._ahead.search(question.lower()) is not None

    def normal(self, label: str) -> str:
        """The form under which headings are looked up, without what says when and how often."""
        plain = label.lower().replace("’", "'")
        return _SPACES.sub(" ", self._aside.sub(" ", plain)).strip(" -–—*_:,")


def _inner(wordings: tuple[str, ...]) -> str:
    """Wordings behind something that sees to their beginning."""
    return one_of(wordings, begins=False)


def _plain(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _aside(words: HeadingWords) -> re.Pattern[str]:
    """What says when, within a heading: dates, brackets, "for 6 weeks", "to be met in May"."""
    count = rf"(?:\d+|{_inner(words.counts)})"
    return re.compile(
        rf"{one_of(words.until)}.*$|\([^)]*\)|,\s*\d.*$|\b\d+[/.\-][\d/.\-]+\b"
        rf"|,?\s*(?:{one_of(words.leads)} )?\b{count} ?{_inner(words.spans)}$"
    )


def _decoration(words: HeadingWords) -> re.Pattern[str]:
    """What stands before a heading: "## ", "2) ", "4.1 ", "IV. ", "[ ] ", "SECTION 3: "."""
    main = rf"(?i:{_plain(words.main)}){_LINE_END}"
    frame = "|".join(written for word in words.frames for written in (word.upper(), word.title()))
    return re.compile(
        r"(?:[#>*•▪◦●○■□▸►▶◆◇❖»«§~–—\-+=_|]+[ \t]*"
        r"|\[(?=[A-Z][A-Za-z /&]{0,30}\](?:[ \t:]|$))"
        r"|\(?\d{1,2}[.)][ \t]+|\d{1,2}(?:\.\d{1,2})+[.)]?[ \t]+"
        r"|[IVX]{1,4}[.)][ \t]+|\[[ ]\][ \t]+"
        rf"|[A-HOPS][.)][ \t]+(?=[A-Z][A-Z /&]{{3,}}{_LINE_END})"  # "B. PHYSICAL EXAM"
        rf"|[A-Z][ \t]*=[ \t]*(?=[A-Z]{{4,}}{_LINE_END})"  # "S = SUBJECTIVE"
        rf"|[\[(]?[SOAPHE][\])]?[ \t.:)=/–—\-]{{1,4}}(?={main})"  # "S  Subjective", "(P) Plan"
        rf"|(?:{frame})[ ](?:\d{{1,2}}|[A-H]|[IVX]{{1,4}})[.:)]?[ ](?:[–—-][ ])?)+"
    )
