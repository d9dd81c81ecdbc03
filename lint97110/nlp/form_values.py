"""Values that were left in the lines of a form: "Berg 41/56", "Leg press 80 lb"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lint97110.language import Language
from lint97110.model import Section, Span
from lint97110.wording import one_of

_FIGURE = r"(?<![\w/.\-])\d+(?:\.\d+)?"
_SHARE = re.compile(  # "41/56", "4-/5", "30/15/15", "3x/week", "60% LOP", "WBAT"
    rf"{_FIGURE}[+\-]?/\d+(?:/\d+)*(?![\w/])|"
    rf"{_FIGURE} ?[x×]/ ?w|{_FIGURE} ?%|\b(?:WBAT|NWB|TTWB|PWB)\b"
)
_BLANK = re.compile(r"_{2,}|\.{4,}|[\[\]{}<>?☐□]|\( *\)|:\s*$|=")
_ITEM = re.compile(r"\W*(?:\(?(?:[A-Za-z]{1,2}|\d{1,2})(?:\.\d+)*[.):]\s+)?")
_MAIN = frozenset(("subjective", "objective", "interventions", "measures", "assessment", "plan"))
_SCALES = re.compile(r"\b0 ?(?:-|–|to) ?(?:10|5|100)\b|\b6 ?(?:-|–|to) ?20\b")


class FormValues:
    """Knows the figures that are somebody's."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""

        def of(name: str) -> str:
            return one_of(language.wordings[f"forms.{name}"])

        units = one_of(language.wordings["forms.unit"], beside_digits=True, begins=False)
        self._measured = re.compile(rf"{_FIGURE}[- ]?{units}|{_FIGURE}[\"'°]", re.IGNORECASE)
        self._scored = re.compile(rf"{of('scored')}[^\n\d]{{0,16}}\d", re.IGNORECASE)
        self._loaded = re.compile(of("loaded"), re.IGNORECASE)
        self._no_value = re.compile(of("no_value"), re.IGNORECASE)

    def values(
        self, text: str, sections: Iterable[Section], asked: Sequence[Span], told: Sequence[Span]
    ) -> Iterator[Span]:
        """Lines below the headings of a form that give a value; `told` are values known before.

        A question gives one only by a load or by sets.
        """
        first = min((e.start for e in sections if e.heading and _MAIN & {*e.names}), default=0)
        at = 0
        for line in text.split("\n"):
            span, at = Span(at, at + len(line)), at + len(line) + 1
            body = line.strip()
            if span.start < first or not body or any(span.overlaps(each) for each in told):
                continue
            is_asked = any(span.overlaps(each) for each in asked)
            begin = span.start + len(line) - len(line.lstrip())
            found = self._in_question(body) if is_asked else self._in_line(body)
            if found:
                yield Span(begin + found.start(), begin + found.end())

    def _in_question(self, words: str) -> re.Match[str] | None:
        return None if _BLANK.search(words.rstrip("?")) else self._loaded.search(words)

    def _in_line(self, words: str) -> re.Match[str] | None:
        item = _ITEM.match(words)
        at = item.end() if item else 0
        if _BLANK.search(words) or self._no_value.search(words, at) or _SCALES.search(words):
            return None
        return (
            self._measured.search(words, at)
            or _SHARE.search(words, at)
            or self._scored.search(words, at)
        )
