"""Whether somebody answered a question of a form."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from lint97110.model import Span
from lint97110.nlp.below_questions import HINT
from lint97110.nlp.prompts import Prompt, begins, line_end

BLANK = re.compile(r"[\W_]*+(?:A\d{0,2}[.:)][\W_]*+)?$")  # blanks to write on, behind "A." too
_NEW_FIELD = re.compile(r"\s*(?:[A-Z][\w /&]{0,30}:|[A-Z][A-Z /&]{2,}$|[-*•▪])")
_NUMBERED = re.compile(
    r"\s*\(?(?:Q|Question )?(?:\d{1,2}|[a-z])(?:[.:)] | {1,3})"
)  # in front of a question
_TOLD_IN_ANSWERS = frozenset(("goals", "measures", "response"))  # labels within an answer
_UNDERLINE = " :*_=-"  # around the words of a heading
_END = attrgetter("end")
MOST_FIELD_WORDS = 3


class Answerer:
    """Knows the headings, which answer nothing."""

    def __init__(self, headings: Mapping[str, tuple[str, ...]]) -> None:
        """Told the sections that each heading opens."""
        self._headings = headings

    def is_answered(
        self, text: str, question: Prompt, every: Sequence[Prompt], answers: Sequence[Span]
    ) -> bool:
        """Whether words follow: on the line of the question, or on the next one.

        Below a numbered question, as on our own forms, a line may have been left empty.
        """
        end = line_end(text, question.end)
        at = bisect_right(answers, question.start, key=_END)
        if at < len(answers) and answers[at].start < end:
            return True
        is_blank = BLANK.match(text[question.end : end])
        if not is_blank and not begins(every, question.end, end):
            return True
        next_end = line_end(text, end + 1)
        following = text[end + 1 : next_end]
        line_start = text.rfind("\n", 0, question.start) + 1
        is_numbered = _NUMBERED.fullmatch(text, line_start, question.start) is not None
        if is_numbered and not following.strip():
            end, next_end = next_end, line_end(text, next_end + 1)
            following = text[end + 1 : next_end]
            if following.strip(_UNDERLINE).lower() in self._headings or following[:1] == "#":
                return False
        if BLANK.match(following) or HINT.match(following) or begins(every, end, next_end + 1):
            return False
        return not self._is_field(following)

    def _is_field(self, line: str) -> bool:
        """Whether a line begins something else; "Goal 1: walks 200 ft with a cane" may answer."""
        field = _NEW_FIELD.match(line)
        if field is None or not field.group().endswith(":"):
            return field is not None
        label = field.group().rstrip(":").strip().lower()
        is_short = len(line[field.end() :].split()) <= MOST_FIELD_WORDS
        return is_short or not _TOLD_IN_ANSWERS.issuperset(self._headings.get(label, ()))
