"""Open questions that end in their own answer, and prompts that name what to choose from."""

import re

from lint97110.language import Language
from lint97110.nlp.word_lists import opener, words_of

CLAUSE_END = re.compile(r"[,:;][*_]*\s+|\s[-–—]\s+|\s*\|\s*")
_BESIDE_WORD = re.compile(r"(?<=[,;:] )(?:and|or|but|so) (?=\w)")
_OPTION = r"[\w'’+\-]+(?: [\w'’+\-]+)"
_OFFERED = re.compile(  # "Clicking or locking: which of the two?"
    r"\bor\b[^:?]*(?:[:,]|\s[-–—])\s*(?:which|what)(?: (?:of (?:the|these|them|both)|one)\b.*|)\?$"
)
_TAIL = re.compile(r"(?P<mark>[,:]|\s[-–—]|\()\s*(?P<tail>[^,:()?]+(?:, [^,:()?]+)*?)\)?\s*\?$")
_IN_BRACKETS = re.compile(r"\w \((?P<options>[^()/]+(?:/[^()/]+){2,})\)$")
_BETWEEN = re.compile(r",? (?:or|and/or) |, | / ")
_OR = re.compile(r"\bor\b|\s/\s")
_AND = re.compile(r"\band\b")
_LAST_WORD = re.compile(r"\w+$")
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")
_ENDINGS = ("ing", "ed", "ly")
_STATE = re.compile(r"(?:\w+ )?[a-z]+(?:ful|ive|able|ible|ic|ous|less|ed|[^l]y)")
_MOST_WORDS = 5  # of an option


class Closer:
    """Knows what closes a question that began as an open one."""

    def __init__(self, language: Language) -> None:
        """Told the words of the pack."""
        asked = words_of(language, "asked_word")
        not_open = rf"(?!(?:{asked})\b)"
        before = rf"(?:(?:{words_of(language, 'before_question')}) )?"
        self._open = opener(language, "open_question", before=before)
        self._closed = opener(language, "closed_question")
        self._verb = re.compile(rf"\b(?:{words_of(language, 'closed_question')})\b", re.IGNORECASE)
        self.tag = re.compile(
            rf",?\s*(?:{words_of(language, 'question_tag')})\s*\?$", re.IGNORECASE
        )
        self._subject = re.compile(  # "..., and did it help?", not "..., will show"
            rf"(?:n't| not)?\s+(?:{words_of(language, 'subject_word')})\b", re.IGNORECASE
        )
        self._answer = re.compile(
            rf"(?:(?:{words_of(language, 'answer_degree')}) )?"
            rf"(?:{words_of(language, 'answer_word', 'opposed_word')})",
            re.IGNORECASE,
        )
        self._how_is = re.compile(
            rf".*?\bhow(?:'s| (?:\w+ )?(?:{words_of(language, 'to_be')}))\b", re.IGNORECASE
        )
        self._how_it_goes = re.compile(
            rf".*?\bhow (?:did|does|do) .*\b(?:{words_of(language, 'to_seem')})\s*$", re.IGNORECASE
        )
        self._names_one = re.compile(
            rf".*?\b(?:{words_of(language, 'one_of_several')})\b", re.IGNORECASE
        )
        self._put_in = re.compile(
            rf"(?:{words_of(language, 'put_in')})\b[\w ]{{0,20}}", re.IGNORECASE
        )
        self._inner = re.compile(rf"\b(?:{asked})\b", re.IGNORECASE)
        self._not_an_answer = re.compile(
            rf"(?:{words_of(language, 'before_question', 'no_answer')})\b", re.IGNORECASE
        )
        self._graded = re.compile(  # "Rate tolerance as good, fair or poor."
            r"[^.?]*?(?:\bas|:)\s+(?P<tail>[^.:?]*\bor\b[^.:?]*|[^.:?]*, [^.:?]*)[.?]?$"
        )
        self.listed = re.compile(  # "Gait: steady, unsafe or not seen?", "Pain - dull or sharp?"
            r"[A-Z][\w '’/\-]{1,40}?(?:\s*:|\s+[-–—(])\s*"
            rf"{not_open}{_OPTION}{{0,2}}(?:(?:,| /) (?!or\b){_OPTION}{{0,2}})*"
            rf"(?:,? or (?!not\b){_OPTION}{{0,3}}|(?<=.),[^,?]+)\)?\?"
        )

    def closes(self, sentence: str) -> bool:
        """Whether an open question ends in its own answer: "How is it: better?", ", right?"."""
        sentence = sentence.rstrip()
        *others, last = CLAUSE_END.split(_BESIDE_WORD.sub("", sentence))
        verb = self._closed.match(last) if others and not self._is_inserted(others) else None
        return bool(
            self.tag.search(sentence)
            or _OFFERED.search(sentence)
            or self._ends_in_answer(sentence)
            or (verb and self._subject.match(last, verb.end()))
        )

    def grades(self, body: str) -> bool:
        """Whether a sentence that tells the writer to tell names the grades to choose from."""
        match = self._graded.match(body)
        return match is not None and self._are_answers(match["tail"])

    def offers(self, body: str) -> bool:
        """Whether a label has its answers in brackets: "Pain today (none/mild/severe)"."""
        match = _IN_BRACKETS.search(body)
        options = [each.strip() for each in match["options"].split("/")] if match else []
        return bool(options) and all(self._answer.fullmatch(option) for option in options)

    def _ends_in_answer(self, sentence: str) -> bool:
        """Whether what stands behind the last comma, colon or dash is an answer, and no aspect."""
        match = _TAIL.search(sentence)
        while match is not None:
            head, tail = sentence[: match.start()], match["tail"].strip()
            if self._is_answer(head, tail, is_colon=match["mark"] == ":"):
                return True
            at = match.end("mark")
            match = _TAIL.search(sentence, at)
        return False

    def _is_answer(self, head: str, tail: str, *, is_colon: bool) -> bool:
        is_asked = self._inner.search(head) and not self._inner.search(tail)
        begun = _LAST_WORD.search(head)
        options = [option.strip() for option in _BETWEEN.split(tail)]
        if begun and not is_colon and all(map(self._is_compared, (begun.group(), options[0]))):
            return False  # "What will be harder, easier or the same?"
        if not is_asked or (not is_colon and _goes_on(head, tail)):
            return False
        if any(not 0 < len(each.split()) <= _MOST_WORDS for each in options):
            return False
        if self._are_answers(tail):
            return True
        is_named = self._named_behind_colon if is_colon else self._named_behind_comma
        return not self._not_an_answer.match(tail) and is_named(head, tail, options)

    @staticmethod
    def _named_behind_colon(_: str, tail: str, options: list[str]) -> bool:
        """Whether a lone answer or a choice stands there, and no list of aspects."""
        is_lone = len(options) == 1 and not _AND.search(tail) and len(tail.split()) < _MOST_WORDS
        return is_lone or _OR.search(tail) is not None

    def _named_behind_comma(self, head: str, tail: str, options: list[str]) -> bool:
        is_choice = _OR.search(tail) is not None
        if is_choice and self._names_one.match(head):
            return True
        is_lone = len(options) == 1 and len(tail.split()) == 1
        is_state = (is_choice or is_lone) and all(map(self._is_state, options))
        asks_state = self._how_is.match(head) or self._how_it_goes.match(head)
        return asks_state is not None and is_state

    def _is_compared(self, word: str) -> bool:
        """Whether a word is an answer that compares, with which a list of such began."""
        return word.endswith("er") and self._answer.fullmatch(word) is not None

    def _is_state(self, option: str) -> bool:
        """Whether an option tells how something is: "swollen", "painful"."""
        return bool(self._answer.fullmatch(option) or _STATE.fullmatch(option))

    def _are_answers(self, tail: str) -> bool:
        """Whether some of the options are words that answer, joined by "or" or by commas."""
        options = [option.strip() for option in _BETWEEN.split(tail)]
        if _AND.search(tail) or any(len(each.split()) > _MOST_WORDS for each in options):
            return False
        return all(self._answer.fullmatch(each) for each in options)

    def _is_inserted(self, clauses: list[str]) -> bool:
        """Whether a second question word was put in: "When, and on what evidence, will it end?".

        Or a condition: "What, if anything, did the patient leave out?".
        """
        if self._put_in.fullmatch(clauses[-1]) and not self._verb.search(clauses[0]):
            return True
        return len(clauses) > 1 and bool(
            self._open.match(clauses[-1]) and not self._verb.search(" ".join(clauses))
        )


def _goes_on(head: str, tail: str) -> bool:
    """Whether options are the rest of a list that began before: "added, changed or dropped?"."""
    words, options = _WORD.findall(head), _BETWEEN.split(tail)
    last = words[-1].lower() if words else ""
    return any(
        last.endswith(ending) and any(each.strip().lower().endswith(ending) for each in options)
        for ending in _ENDINGS
    )
