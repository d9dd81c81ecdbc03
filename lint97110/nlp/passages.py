"""What the sentences of a justification tell: words and facts that stand together in one.

Only justifications are read so. Their words ("before", "because", "alone") are everybody's words,
and would cost every other note time and readings.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from lint97110.language import NUMBERS, Language, Passage
from lint97110.model import Fact, Section, Span
from lint97110.nlp.reading import Reading, Statement
from lint97110.wording import any_of


class PassageReader:
    """Makes facts by rules/passages.yaml."""

    def __init__(self, language: Language) -> None:
        self._passages = language.passages
        self._words = language.passage_words

    def facts(
        self, reading: Reading, facts: Iterable[Fact], asked: Iterable[Span]
    ) -> Iterator[Fact]:
        """A fact for each sentence that a passage suits; what is asked is not told."""
        kinds = _kinds_by_statement(reading, facts)
        prompts = sorted(asked)
        for at, statement in enumerate(reading.statements):
            if any(statement.span.overlaps(prompt) for prompt in prompts):
                continue
            told = _Told(_with_heading(reading, at), kinds.get(at, frozenset()), self._words)
            for kind in dict.fromkeys(p.kind for p in self._passages if _suits(p, told)):
                yield Fact(kind, statement.span, statement.clause_at(statement.span.start))


_NUMBER = re.compile(r"(?<![\w/])\d+(?:[./]\d+)?")  # "3x10" is one, and so is "4/5"


class _Told:
    """One sentence: its words, and the facts in it; each list of words is looked for once."""

    def __init__(
        self, text: str, kinds: frozenset[str], words: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._text = text
        self._words = words
        self._known = dict.fromkeys(kinds, True)
        self._known[NUMBERS] = len(_NUMBER.findall(text)) > 1

    def __contains__(self, name: object) -> bool:
        known = self._known.get(str(name))
        if known is None:
            wordings = self._words.get(str(name))
            known = wordings is not None and any_of(wordings).search(self._text) is not None
            self._known[str(name)] = known
        return known


def _suits(passage: Passage, told: _Told) -> bool:
    return all(any(name in told for name in group) for group in passage.with_) and not any(
        name in told for name in passage.without
    )


def _kinds_by_statement(reading: Reading, facts: Iterable[Fact]) -> Mapping[int, frozenset[str]]:
    """The kinds of the facts that begin in each statement."""
    found: dict[int, set[str]] = {}
    for fact in facts:
        at = bisect_right(reading.ends, fact.span.start)
        found.setdefault(at, set()).add(fact.kind)
    return {at: frozenset(kinds) for at, kinds in found.items()}


_MAIN = frozenset(
    ("history", "subjective", "objective", "physical exam", "examination", "assessment", "plan")
)
"""Headings that say nothing of the sentence below them."""


def _with_heading(reading: Reading, at: int) -> str:
    """The words of a statement; behind its heading, where it is the first below one."""
    statement = reading.statements[at]
    words = statement.span.of(reading.text)
    section = _section(reading, statement)
    before = reading.statements[at - 1].span.end if at else 0
    if section is None or section.heading is None or before > section.start:
        return words
    heading = section.heading.of(reading.text)
    return words if heading.strip(" :.#*").lower() in _MAIN else f"{heading}: {words}"


def _section(reading: Reading, statement: Statement) -> Section | None:
    sections = reading.layout.sections
    at = bisect_right(sections, statement.span.start, key=lambda section: section.start)
    return sections[at - 1] if at else None
