"""The symbols by which the phrases of session times are told apart."""

from bisect import bisect_left

from lint97110.model import Fact
from lint97110.nlp.grammar import Grammar
from lint97110.nlp.reading import Reading
from lint97110.nlp.session_facts import BEHIND

AGAINST = "timed_against"
"""What is set against the timed minutes."""


class SessionSymbols:
    """Knows by which symbols a total is that of the timed codes, and where a field ends."""

    def __init__(self, grammar: Grammar) -> None:
        """Find them once."""
        terms = grammar.language.terms
        self.comings = frozenset(term.wording for term in terms.of_class("coming_word"))
        self.visits = frozenset(term.wording for term in terms.of_class("many_visits"))
        self.today = grammar.mask_of("today_word")
        self.since = grammar.mask_of("baseline_point")
        self.intent = grammar.mask_of_role("clauses.of_visits_ahead")
        self.symptom = grammar.mask_of("symptom")
        self._exercises = grammar.members("exercise")
        things = grammar.members("exercise", "equipment", "machine", "position", "task", "test")
        self._things = things - grammar.members("service", "code", "time_noun", "service_model")
        self._timed = grammar.members("timed_word")
        self._ends = grammar.stops | grammar.members("separator", "total_row", "number")
        self._minutes = grammar.vocabulary.kind_chars["minutes"]
        self._minute_words = grammar.members("minute_label") | {self._minutes}
        self._ends |= {self._minutes}

    def is_timed(self, fact: Fact, reading: Reading) -> bool:
        """Whether the field as far as the fact calls its minutes timed."""
        symbols = reading.symbols
        last = bisect_left(symbols.starts, fact.span.end)
        first = bisect_left(symbols.starts, fact.span.start)
        if fact.kind == AGAINST or "untimed" in fact.span.of(reading.text).lower():
            return False  # "total treatment time (timed and untimed)"
        if not self._timed.isdisjoint(symbols.chars[first:last]):
            return True
        if fact.kind in BEHIND:
            return False
        while first and self._goes_on(reading, first):
            first -= 1
        return not self._timed.isdisjoint(symbols.chars[first:last])

    def is_of_exercise(self, fact: Fact, reading: Reading) -> bool:
        """Whether an amount in front of "total" sums up the exercise before it."""
        statement = reading.over(fact.span)
        if statement is None or fact.kind != "minutes_total":
            return False
        at = bisect_left(reading.symbols.starts, fact.span.start)
        before = reading.symbols.chars[statement.first : at]
        return not self._exercises.isdisjoint(before) and self._minutes not in before

    def tells_minutes(self, fact: Fact, reading: Reading) -> bool:
        """Whether a word or sign of minutes stands in it."""
        symbols = reading.symbols
        first, last = (bisect_left(symbols.starts, at) for at in (fact.span.start, fact.span.end))
        return not self._minute_words.isdisjoint(symbols.chars[first:last])

    def is_of_thing(self, fact: Fact, reading: Reading) -> bool:
        """Whether what is summed up stands right before it: "Treadmill total 12 min"."""
        at = bisect_left(reading.symbols.starts, fact.span.start)
        return reading.symbols.chars[at - 1 : at] in self._things

    def _goes_on(self, reading: Reading, at: int) -> bool:
        """Whether the symbol before `at` is of the same field."""
        symbols = reading.symbols
        between = reading.text[symbols.ends[at - 1] : symbols.starts[at]]
        return symbols.chars[at - 1] not in self._ends and between in ("", " ")
