"""Days that cannot be: what was lies after the visit, or what is to come before it."""

from collections.abc import Iterator

from lint97110.model import Fact
from lint97110.nlp.day_words import DayWords
from lint97110.nlp.mentions import Mentions
from lint97110.nlp.visit_days import Day


def out_of_order(mentions: Mentions, visit: Day, day: Day, before: str) -> Iterator[Fact]:
    """`day_out_of_order` where the words before a day contradict it."""
    words: DayWords = mentions.lexicon.days
    is_past = words.past.search(before) is not None
    is_wrong = is_past and day.number > visit.number
    is_wrong = is_wrong or (
        not is_past and words.ahead.search(before) is not None and day.number < visit.number
    )
    if is_wrong:
        yield mentions.fact("day_out_of_order", day.span, {"past": is_past})
