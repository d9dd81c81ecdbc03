"""What the patient on whom a form was first written left in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint97110.language import Language
from lint97110.model import Fact, Section, Span
from lint97110.nlp.below_questions import hints
from lint97110.nlp.bodies import body_facts
from lint97110.nlp.form_pronouns import FormPronouns
from lint97110.nlp.form_regions import FormRegions, told_most
from lint97110.nlp.form_values import FormValues
from lint97110.nlp.forms import blank_fields
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.placeholders import notation
from lint97110.nlp.topics import topic_facts

_VALUES = frozenset(
    (
        "exercise_dose",
        "exercise_time",
        "degrees",
        "score_of_ten",
        "heart_rate",
        "session_time",
        "goal_with_measure",
    )
)


class LeftInForms:
    """Finds sides, regions, fields of therapy, pronouns, values, and what is to be filled in."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        self._pronouns = FormPronouns(language)
        self._values = FormValues(language)
        self._regions = FormRegions(language)

    def facts(
        self,
        mentions: Mentions,
        sections: Iterable[Section],
        told: Iterable[Fact],
        blanks: Sequence[Span],
    ) -> Iterator[Fact]:
        """All that there is; `told` are the facts of the form, `blanks` its placeholders."""
        text, told = mentions.reading.text, tuple(told)
        yield from _with_sides_left(mentions)
        regions = list(self._regions.facts(mentions))
        yield from regions
        yield from _without_regions(topic_facts(mentions, told_most(mentions)), regions)
        yield from self._pronouns.facts(mentions)
        asked = [fact.span for fact in told if fact.kind == "question"]
        known = [fact.span for fact in told if fact.kind in _VALUES]
        known += hints(text, asked)
        for span in self._values.values(text, sections, asked, known):
            yield mentions.fact("form_value", span, {})
        for span, sign in _fill_ins(text, blanks, asked):
            yield mentions.fact("fill_in", span, {"notation": sign})


def _with_sides_left(mentions: Mentions) -> Iterator[Fact]:
    """A side that a question names is somebody's, unless it is compared with the other."""
    facts = list(body_facts(mentions))
    sides = [fact for fact in facts if fact.kind == "sided" and fact.slots["of"] != "case"]
    told = {(_line(mentions, fact), fact.slots["is"]) for fact in sides}
    lines = Counter(line for line, _ in told)
    for fact in facts:
        if fact in sides:
            left = {**fact.slots, "alone": lines[_line(mentions, fact)] == 1}
            yield mentions.fact(fact.kind, fact.span, left)
        else:
            yield fact


def _line(mentions: Mentions, fact: Fact) -> int:
    return mentions.small.count("\n", 0, fact.span.start)


def _without_regions(topics: Iterable[Fact], regions: Sequence[Fact]) -> Iterator[Fact]:
    """The words of a field of therapy; where the head names a region, regions are told as such."""
    is_told = any(fact.slots["given"] for fact in regions)
    known = {fact.span for fact in regions if is_told}
    return (fact for fact in topics if fact.slots["given"] or fact.span not in known)


def _fill_ins(text: str, blanks: Sequence[Span], asked: Sequence[Span]) -> list[tuple[Span, str]]:
    """What a form leaves to be filled in; lines to write on count where they are its usual way.

    A line behind a question is for its answer, and behind a placeholder it is the same field.
    """
    signs = [(span, sign) for span in blanks if (sign := notation(span.of(text)))]
    answers = {text.count("\n", 0, span.end) for span in asked}
    lines = [span for span in blank_fields(text) if text.count("\n", 0, span.start) not in answers]
    return sorted([*signs, *((span, "_") for span in lines if len(lines) > len(signs))])
