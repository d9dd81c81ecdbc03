"""Questions without a verb in front: what they ask for, or that they ask for yes or no."""

import re

from lint97110.language import Language
from lint97110.nlp.word_lists import words_of

_MOST_WORDS = 8
_OR = re.compile(r"\bor\b")
_RUNS_ON = re.compile(r"[(),;]|\s[-–—]\s|:|→|\d")  # no bare prompt: "ROM 0-120, pain?"


class BarePrompts:
    """Knows what a form asks for without a verb: "Pads per day?", "Pain sharp or dull?"."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        things, behind = words_of(language, "asked_thing"), words_of(language, "behind_thing")
        amounts = words_of(language, "asked_amount")
        per_what = words_of(language, "per_what")
        self._aside = re.compile(rf"\b(?:{words_of(language, 'aside_word')})\b", re.IGNORECASE)
        self._opposed = re.compile(rf"\b(?:{words_of(language, 'opposed_word', 'answer_word')})\b")
        self._thing = re.compile(
            rf"(?:[\w'’\-]+ ){{0,2}}(?:{things}|{amounts})s? (?:{behind})\b"
            rf"|(?:[\w'’\-]+ ){{0,3}}(?:{things}|{amounts})s?\?"
            rf"|.*\bper (?:{per_what})\b.*\?",
            re.IGNORECASE,
        )
        self._whether = re.compile(  # or a verb: "Splint checked for pressure?"
            rf"\b(?:{words_of(language, 'whether_word')})\b|\b(?!(?:{behind})\b)[a-z]{{3,}}ed\b",
            re.IGNORECASE,
        )
        self._wondering = re.compile(rf"\b(?:{words_of(language, 'asked_word')})\b", re.IGNORECASE)

    def type(self, sentence: str, *, in_form: bool) -> str | None:
        """The type of a question without a verb; None where somebody wonders in passing."""
        words = sentence.rstrip("?").split()
        if not words or self._aside.search(sentence):
            return None
        lowered = sentence.lower()
        is_opposed = _OR.search(sentence) and self._opposed.search(lowered)
        if in_form and not _tells(sentence) and not self._wondering.search(sentence):
            if self._asks_for_a_thing(sentence):
                return "open"
            return "choice" if is_opposed else "yes_no"
        if len(words) > _MOST_WORDS or _RUNS_ON.search(sentence):
            return None
        if self._asks_for_a_thing(sentence):
            return "open"
        return "choice" if is_opposed else "yes_no"

    def _asks_for_a_thing(self, sentence: str) -> bool:
        """Whether it names what is to be told, and does not ask whether it is there."""
        return self._thing.match(sentence) is not None and not self._whether.search(sentence)


def _tells(sentence: str) -> bool:
    """Whether figures stand in it, which a form asks for and does not give."""
    return any(map(str.isdigit, sentence))
