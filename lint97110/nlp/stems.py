"""Sentences that a form begins and leaves to be ended: "Since the last visit the knee ______"."""

import re

from lint97110.language import Language
from lint97110.lines import Lines
from lint97110.nlp.bullets import first_word
from lint97110.nlp.prompts import Prompt, line_end
from lint97110.nlp.telling import Teller
from lint97110.nlp.word_lists import words_of

_BLANK = r"(?:_{4,}|\.{6,}|…{2,})"
_STEM = re.compile(rf"(?P<words>[^\n_?\[\]]*?[\w)'’,]) ?:? *(?:{_BLANK}|\| *\|)")
_MAY = re.compile(r"_{4}|\.{6}|…{2}|\| *\|")  # every stem has one: far faster for most notes
_FEWEST_WORDS = 3
_FEWEST = 3  # in a text; one alone is a field


class Stems:
    """Knows by which words a sentence goes on into a blank, as the label of a field does not."""

    def __init__(self, language: Language, teller: Teller) -> None:
        """Told the words of the pack, and what tells the writer to tell."""
        self._teller = teller
        verbs = words_of(language, "stem_verb", "auxiliary", "to_be")
        ends = words_of(language, "stem_end")
        self._asks = re.compile(rf"(?:{words_of(language, 'asked_word')})\b", re.IGNORECASE)
        self._ends_open = re.compile(rf"\b(?:{ends})$", re.IGNORECASE)
        self._goes_on = re.compile(rf"\b(?:(?:{verbs})\b|(?:{ends})$)", re.IGNORECASE)

    def find(self, text: str, lines: Lines) -> list[Prompt]:
        """The stems of a form, each an open prompt; none where only a field or two look like one.

        A line of a few words in a run of stems is a stem as well: "At night the shoulder ____".
        """
        if not _MAY.search(text):
            return []
        found: list[Prompt] = []
        run: list[Prompt] = []
        sure = 0
        for start in (*lines.starts, len(text)):
            match = self._on_line(text, start)
            if match is None:
                if text[start : line_end(text, start)].strip():
                    found += run if sure * 2 >= len(run) else ()
                    run, sure = [], 0
                continue
            run.append(match)
            sure += self._is_sure(text[match.start : match.end])
        found += run if sure * 2 >= len(run) else ()
        return found if len(found) >= _FEWEST else []

    def _on_line(self, text: str, start: int) -> Prompt | None:
        """The stem that a line is: words enough, and a blank that ends it."""
        end = line_end(text, start)
        first = start + first_word(text[start:end])
        match = _STEM.match(text, first, end)
        if match is None:
            return None
        count = len(match["words"].split())
        if count < _FEWEST_WORDS and not (count > 1 and self._ends_open.search(match["words"])):
            return None
        return Prompt(first, match.end("words"), "open")

    def _is_sure(self, words: str) -> bool:
        if self._teller.tells(words):
            return True
        return self._asks.match(words) is not None or self._goes_on.search(words) is not None
