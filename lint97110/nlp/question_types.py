"""Of which type the answer to a question would be, by the words that open and close it."""

import re
from collections.abc import Iterator

from lint97110.language import Language
from lint97110.nlp.closing import CLAUSE_END, Closer
from lint97110.nlp.telling import Teller
from lint97110.nlp.tick_boxes import behind_pair
from lint97110.nlp.word_lists import opener, words_of

_BOXED = re.compile(r"\s*\[[ _]?\]\s*")  # "[ ] How has the pain changed?"
_OR = re.compile(r"\bor\b")


class QuestionTypes:
    """Knows the words of the pack that open a question."""

    def __init__(self, language: Language, teller: Teller, closer: Closer) -> None:
        """Told what tells the writer to tell, and what closes a question."""
        self._teller, self._closer = teller, closer
        before = words_of(language, "before_question")
        self.open = opener(language, "open_question", before=rf"(?:(?:{before}) )?")
        self.closed = opener(language, "closed_question")
        subject = words_of(language, "subject_word")
        self._forbids = re.compile(  # "Jumps: do not today", which asks nobody
            rf"(?:do not|don't) (?!(?:{subject})\b)", re.IGNORECASE
        )
        self._narrative = opener(language, "narrative_request")
        asked = words_of(language, "asked_word")
        self._ends_asking = re.compile(
            rf" (?:{asked})(?: (?:much|many|far|long|often|well))?\?$", re.IGNORECASE
        )
        self._opposed = re.compile(rf"\b(?:{words_of(language, 'opposed_word')})\b")
        verb = words_of(language, "closed_question", "auxiliary")
        self._fronted = re.compile(
            rf"(?:{words_of(language, 'fronting')})\s(?:\w+\s){{1,5}}?"
            rf"(?=(?:{words_of(language, 'auxiliary')})\s)",
            re.IGNORECASE,
        )
        self._joined = re.compile(rf"(?:{words_of(language, 'joining')})\b", re.IGNORECASE)
        self._led_on = re.compile(rf"(?:{words_of(language, 'leading_on')})\s+")
        self._one_thing = re.compile(rf"(?:{words_of(language, 'one_thing')})\b")
        self._doing = re.compile(rf"(?:{words_of(language, 'doing')})\b")
        inverted = words_of(language, "if_word")
        self._inverted = re.compile(rf"(?:{inverted})\b", re.IGNORECASE)
        self._conditional = re.compile(
            rf"(?:(?:{words_of(language, 'when_word')})\s+(?!(?:{verb})\b)"
            rf"|(?:{inverted})\s)[^,?]+,\s+",
            re.IGNORECASE,
        )

    def type(self, sentence: str) -> str | None:
        """open, yes_no or choice, by the words that open the question; None for none."""
        sentence = _BOXED.sub("", behind_pair(sentence))
        if self._teller.doubts(sentence):
            return "yes_no"
        if self._narrative.match(sentence) or self._teller.requests(sentence):
            return "open"
        behind = self._behind_condition(sentence)
        for part in self._clauses(behind):
            if self.open.match(part):
                return "open"
            if self.closed.match(part) and not self._forbids.match(part):
                return self.closed_type(part)
        fronted = self._fronted.match(sentence)
        if fronted and self.closed.match(sentence, fronted.end()):
            return self.closed_type(sentence[fronted.end() :])
        return self._type_by_end(sentence)

    def _type_by_end(self, sentence: str) -> str | None:
        """The type of a sentence by its last words: "Next on the list is what?", "..., right?"."""
        if self._ends_asking.search(sentence):
            return "open"
        return "yes_no" if self._closer.tag.search(sentence) else None

    def _behind_condition(self, sentence: str) -> str:
        """A sentence without the clause in front that says when or in which case.

        "When the load was raised, did form hold?", "Should it return, what is done?"
        """
        clause = self._conditional.match(sentence)
        if clause is None:
            return sentence
        rest = sentence[clause.end() :]
        is_inverted = self._inverted.match(sentence) is not None
        asks = self.open.match(rest) or (not is_inverted and self.closed.match(rest))
        return rest if asks and not self._joined.match(rest) else sentence

    def closed_type(self, part: str) -> str:
        """yes_no or choice, of a question that a verb opens."""
        low = part.lower()
        if low.count(" / ") > 1:  # "Was it met / partly met / not met?"
            return "choice"
        is_single = bool(self._one_thing.match(low)) or "or not" in low or not _OR.search(low)
        is_single |= bool(self._doing.match(low)) and not self._opposed.search(low)
        return "yes_no" if is_single or self._closer.tag.search(part) else "choice"

    def _clauses(self, sentence: str) -> Iterator[str]:
        """The sentence, and what follows each comma or dash in it."""
        yield sentence
        for match in CLAUSE_END.finditer(sentence):
            joined = self._led_on.match(sentence, match.end())
            yield sentence[joined.end() if joined else match.end() :]
