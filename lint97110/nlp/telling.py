"""Sentences that ask without a question mark: they tell the writer to tell something."""

import re

from lint97110.language import Language
from lint97110.nlp.plain_words import in_small_letters
from lint97110.nlp.word_lists import opener, words_of

_MOST_BETWEEN = 3  # words between "State" and the word that asks: "State in one sentence why"


class Teller:
    """Knows the words by which a form tells its writer to tell.

    Some do so wherever they stand ("describe"), others only with a word that asks behind them
    ("say how near") or beside other prompts, for they tell what was planned as well ("give").
    """

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        request, narrative = words_of(language, "request"), words_of(language, "narrative_request")
        nouns, auxiliary = words_of(language, "noun_follower"), words_of(language, "auxiliary")
        tells = (
            rf"(?:please )?(?:{words_of(language, 'telling')}|{request})"
            rf"(?=\s+[\w\[(])(?!\s+(?:{nouns})\b)"
        )
        told_to, verdict = words_of(language, "told_to"), words_of(language, "verdict")
        choosing, chosen = words_of(language, "choosing"), words_of(language, "chosen")
        confirming = words_of(language, "confirming")
        asked, doubt = words_of(language, "asked_word"), words_of(language, "doubt")
        self._known = [
            in_small_letters(each.wording) for each in language.terms.of_class("request")
        ]
        self._any = re.compile(rf"\b(?:{request})\b", re.IGNORECASE)
        subject = words_of(language, "subject_word")
        self._asked = re.compile(  # "What the patient tells" heads what is told
            rf"(?:{asked}) (?!(?:{subject}|a|an|pt|patient)\b)[a-z][^:?]*(?::[^:?.]*)?[\s_|]*$",
            re.IGNORECASE,
        )
        self._request = opener(language, "request")
        self._tells = re.compile(tells, re.IGNORECASE)
        sets_time = words_of(language, "sets_time")
        self._what = re.compile(  # "Add a band when it is easy" is a plan, and asks nobody
            rf"{tells}(?: [\w'’]+){{0,{_MOST_BETWEEN}}}?,? (?!(?:{sets_time})\b)(?:{asked})\b"
            rf"|{tells}(?: (?:{told_to}))?,? (?:{asked})\b",
            re.IGNORECASE,
        )
        self._whether = re.compile(
            rf"(?:{tells}|(?:{narrative}))(?: (?:{told_to}))?,? (?:{doubt})\b",
            re.IGNORECASE,
        )
        self._regards = re.compile(  # "Would you describe the patient as able to go alone?"
            rf"(?:{words_of(language, 'closed_question')}) you (?:now |then )?"
            rf"(?:{words_of(language, 'regarding')})\b"
            r"[^?,]+?\bas (?!(?:well|far|long|soon|many|much|if|to)\b)\w+",
            re.IGNORECASE,
        )
        self._chooses = re.compile(  # "Choose one: better, worse", "Tick if it fits"
            rf"(?:please )?(?:{choosing}) (?:{chosen})\b",
            re.IGNORECASE,
        )
        self._confirms = re.compile(
            rf"please (?:{confirming})\b"
            rf"|(?:{confirming}) (?:that|{doubt})\b|{verdict}",
            re.IGNORECASE,
        )
        self._unmarked = re.compile(  # "How did the injury occur:", "What are your goals"
            rf"(?:{asked})\s+(?:(?!(?:{subject}|pt|patient)\b)[a-z]+\s+)?"
            rf"(?:{auxiliary})\b[^.!?;:]*:?[_\s]*$",
            re.IGNORECASE,
        )

    def may_tell(self, lowered: str) -> bool:
        """Whether a text in small letters holds a word that tells wherever it stands."""
        return any(wording in lowered for wording in self._known)

    def holds(self, line: str) -> bool:
        """Whether a line holds such a word."""
        return self._any.search(line) is not None

    def tells(self, body: str) -> bool:
        """Whether a sentence begins with a word that may tell the writer to tell."""
        return self._tells.match(body) is not None and not _is_past(body)

    def begins(self, body: str) -> bool:
        """Whether a sentence may tell the writer to tell or to choose."""
        return self.tells(body) or self._chooses.match(body) is not None

    def requests(self, sentence: str) -> bool:
        """Whether a sentence begins with a word that tells wherever it stands."""
        return self._request.match(sentence) is not None

    def doubts(self, sentence: str) -> bool:
        """Whether a sentence leaves only yes or no to tell: "State whether goals were met."."""
        if self._whether.match(sentence) or self._regards.match(sentence):
            return True
        return sentence.lower().startswith("whether ") and "," not in sentence

    def type(self, body: str) -> str | None:
        """The type of a sentence that asks without a question mark: "Describe ...", "Whether"."""
        if self._chooses.match(body):
            return "choice"
        if self.doubts(body):
            return "yes_no"
        is_open = (
            self._tells_somewhere(body) or self._what.match(body) or self._unmarked.match(body)
        )
        return "open" if is_open else None

    def type_in_company(self, body: str) -> str | None:
        """The type of a sentence that asks where others beside it do."""
        if self._confirms.match(body):
            return "yes_no"
        is_asked = self._asked.match(body) is not None and not body.rstrip().endswith(".")
        return "open" if is_asked or self.tells(body) else None

    def _tells_somewhere(self, body: str) -> bool:
        """Whether a sentence, or what stands behind its label, tells somebody to tell."""
        _, colon, behind = body.partition(": ")
        _, condition, then = body.partition(", ") if body[:3].lower() == "if " else ("", "", "")
        *_, cell = body.rpartition("| ")
        asked = [body, *([behind] if colon else []), *([then] if condition else []), cell.strip()]
        return any(self.requests(each) and not _is_past(each) for each in asked if each)


def _is_past(body: str) -> bool:
    """Whether a verb tells what was done: "Described", "explains"."""
    first = body.split(maxsplit=1)[0].lower().rstrip(":,")
    return first.endswith(("ed", "s")) and first not in (
        "describes",
        "discuss",
        "assess",
        "address",
    )
