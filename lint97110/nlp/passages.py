"""What the sentences of a justification tell: words and facts that stand together in one.

Only justifications are read so. Their words ("before", "because", "alone") are everybody's words,
and would cost every other note time and readings.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from lint97110.language import (
    AFTER,
    CONCRETE,
    EARLIER,
    NUMBERS,
    STOCK,
    UNDER,
    Language,
    Passage,
)
from lint97110.model import Fact, Section, Span
from lint97110.nlp.concrete import Stock
from lint97110.nlp.labelled import MOMENTS, Labels
from lint97110.nlp.reading import Reading, Statement
from lint97110.wording import any_of


class PassageReader:
    """Makes facts by rules/passages."""

    def __init__(self, language: Language) -> None:
        self._passages = language.passages
        self.words = language.passage_words
        lists = (words for name, words in self.words.items() if name.startswith(STOCK))
        self.stock = Stock(chain.from_iterable(lists))
        self._labels = Labels(dict(_labels(language)), language.passage_words.get(MOMENTS, ()))

    def facts(
        self, reading: Reading, facts: Iterable[Fact], asked: Iterable[Span]
    ) -> Iterator[Fact]:
        """A fact for each sentence that a passage suits; what is asked is not told."""
        kinds = _kinds_by_statement(reading, facts)
        prompts = sorted(each for each in asked if not _VALUES.search(each.of(reading.text)))
        before: _Told | None = None
        labels = list(self._labels.in_force(reading))
        used = frozenset(chain.from_iterable(under.labels for under in labels))
        is_form = len(used - _OF_EVERY_PAPER) >= _LABELS_OF_A_FORM
        unbound = _unbound(self._passages, used)
        for at, under in enumerate(labels):
            statement = reading.statements[at]
            text = _told_in(reading, at, prompts)
            if not text:
                continue
            if before and not _follows(reading, at, before.sections):
                before = None
            known = kinds.get(at, _NONE) | {f"{UNDER}{name}" for name in under.labels}
            told = _Told(text, statement.sections, known, self, before)
            passages = self._passages if is_form and under.is_first else unbound
            for kind in dict.fromkeys(p.kind for p in passages if _suits(p, told)):
                yield Fact(kind, statement.span, statement.clause_at(statement.span.start))
            before = told


_LABELS_OF_A_FORM = 5
_OF_EVERY_PAPER = frozenset(("history_label", "systems_label", "amount_label", MOMENTS))


def _unbound(passages: Iterable[Passage], used: frozenset[str]) -> tuple[Passage, ...]:
    """The passages without the labels that they keep to, but where one has its own in the text."""
    return tuple(
        passage if not passage.under or passage.under[0] in used else replace(passage, under=())
        for passage in passages
    )


def _follows(reading: Reading, at: int, sections: tuple[str, ...]) -> bool:
    """Whether a statement goes on with the one before it: in its section, or in its paragraph."""
    start, end = reading.statements[at].span.start, reading.statements[at - 1].span.end
    return reading.statements[at].sections == sections or "\n" not in reading.text[end:start]


def _labels(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists that a passage names as labels."""
    for passage in language.passages:
        for name in chain(passage.without, *passage.with_):
            if name.startswith(UNDER) and not name.endswith(MOMENTS):
                yield name.removeprefix(UNDER), language.passage_words[name.removeprefix(UNDER)]
        for name in set(passage.under) - {MOMENTS}:
            yield name, language.passage_words[name]


_VALUES = re.compile(
    r"\d\W{0,3}/\s?[+-]?\d"
)  # "(4 / 11)" may look like a choice, and tells two values
_NONE: frozenset[str] = frozenset()
_NUMBER = re.compile(  # "3x10" is one, and so is "4/5"
    r"(?<![\w/])\d+(?:[./]\d+)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)


_PATIENT = re.compile(r"(?<!killed )(?<!/)\b[Pp]t\b(?![./](?=[\w]))")
"""What is no therapist, in spite of its letters: "Pt holds the rail"."""


_AGE = re.compile(
    r"\b\d{1,3}[ -]?(?:years?|yrs?|months?|mos?|weeks?|y)[ .-]{0,2}(?:old|o)\b", re.IGNORECASE
)
"""How old somebody is, which is no time since anything."""


class _Told:
    """One sentence: its words, and the facts in it; each list of words is looked for once.

    `before` is the sentence before it in its section, of which "after rate" speaks.
    """

    def __init__(
        self,
        text: str,
        sections: tuple[str, ...],
        known: frozenset[str],
        reader: PassageReader,
        before: "_Told | None",
    ) -> None:
        self.sections = sections
        self._labels = [name.removeprefix(UNDER) for name in known if name.startswith(UNDER)]
        self._text = _AGE.sub("aged", _PATIENT.sub("patient", text))
        self._words = reader.words
        self._known = dict.fromkeys(known, True)
        self._known[CONCRETE] = reader.stock.is_concrete(self._text)
        self._known[NUMBERS] = len(_NUMBER.findall(self._text)) > 1
        self.before = before

    def is_below_one_of(self, labels: Container[str]) -> bool:
        """Whether it stands below one of the labels, or below none at all."""
        return not self._labels or any(name in labels for name in self._labels)

    def _all_before(self) -> Iterator["_Told"]:
        """The sentences before it in its section, from the last to the first."""
        each = self.before
        while each is not None:
            yield each
            each = each.before

    def __contains__(self, name: object) -> bool:
        wanted = str(name)
        if wanted.startswith(AFTER):
            return self.before is not None and wanted.removeprefix(AFTER) in self.before
        if wanted.startswith(EARLIER):
            return any(wanted.removeprefix(EARLIER) in each for each in self._all_before())
        known = self._known.get(wanted)
        if known is None:
            wordings = self._words.get(wanted)
            known = wordings is not None and any_of(wordings).search(self._text) is not None
            self._known[wanted] = known
        return known


def _suits(passage: Passage, told: _Told) -> bool:
    if passage.under and not told.is_below_one_of(passage.under):
        return False
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


def _told_in(reading: Reading, at: int, prompts: Iterable[Span]) -> str:
    """The words of a statement, with its heading, and without what is asked in it."""
    span = reading.statements[at].span
    asked = [prompt for prompt in prompts if span.overlaps(prompt)]
    words = span.of(reading.text)
    if not asked:
        return _with_heading(reading, at) if _TELLS.search(words) else ""
    for prompt in reversed(asked):
        words = words[: max(prompt.start - span.start, 0)] + words[prompt.end - span.start :]
    return words if _TELLS.search(words) else ""


_TELLS = re.compile(r"[^\W\d_]|\d\W+\d")  # the number of a question tells nothing


def _section(reading: Reading, statement: Statement) -> Section | None:
    sections = reading.layout.sections
    at = bisect_right(sections, statement.span.start, key=lambda section: section.start)
    return sections[at - 1] if at else None
