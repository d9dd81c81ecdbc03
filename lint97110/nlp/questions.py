"""Questions of a form: what asks for something, and of which type the answer would be."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from lint97110.language import Language
from lint97110.lines import Lines
from lint97110.model import Question, Span
from lint97110.nlp.answers import bare_answers
from lint97110.nlp.bare_prompts import BarePrompts
from lint97110.nlp.box_shapes import with_boxes, without_tags
from lint97110.nlp.boxes import BoxReader
from lint97110.nlp.closing import CLAUSE_END, Closer
from lint97110.nlp.options import (
    behind_pair,
    bracketed_lists,
    first_word,
    in_open_pair,
    length_of_options,
    length_of_scale,
    open_pair,
    options_type,
    starts_boxes,
    ticked_pair,
)
from lint97110.nlp.plain_words import in_small_letters
from lint97110.nlp.telling import Teller
from lint97110.nlp.word_lists import opener, words_of

_HINT = re.compile(  # a line without any of these asks nothing, and is not looked at twice
    # The first character is a class of its own: `re` looks for that ten times as fast.
    r"[?\[{<☐□☑☒/(_YyNnWwCc](?:(?<=[?\[{<☐□☑☒])|(?<=\()[ _]*[xX✓]? *\)|(?<=__) ?[A-Za-z]"
    r"|(?<=/)(?:(?<!\d/)|(?!\d)|(?<=\b[01]/)(?=\d[+\-]?/))"  # no date, no fraction
    r"|(?<=\b[Yy])es\b|(?<=\b[Nn])o\b|(?<=\bY)(?:ES)?\b|(?<=\bN)O?\b|(?<=[Ww])hether|(?<=[Cc])ircle|(?<=C)IRCLE)"
)
_QUOTED = re.compile(  # somebody's words
    r"[\"“”'‘](?:(?<=[\"“”])[^\"“”\n]*[\"“”]|(?<=['‘])(?<!\w.)[^'’\n]*\?['’])"
)
_BRACKETED = re.compile(  # "[explain why]", "{pain today?}", "(describe)"
    r"[\[{<(](?:(?<=[\[{<])([^\[\]{}<>]+)[\]}>]"
    r"|(?<=\()((?:\*?if [^()]{3,50}? )?(?:please )?(?:describe|explain|specify|list)\b[^()]*)\))",
    re.IGNORECASE,
)
_ASKS_ITSELF = re.compile(r"^[^\[☐□?:]*[\w)][?:]|\?")  # a label, or a question
_SECTIONS = frozenset(("subjective", "objective", "assessment", "plan", "interventions"))
_INNER = re.compile(r"\[(?:why|what|how|which|where|when|who)\b[^\[\]]*\]", re.IGNORECASE)
_CONDITION = re.compile(r"\*?if .*? (?=please|describe|explain|specify|list)", re.IGNORECASE)
_WRAPPED = re.compile(r"\n(?<=[^\n]{30}[a-z,]\n)(?= *[a-z])")  # a sentence goes on
_PIECE_END = re.compile(  # or a wide gap, or what is asked of an answer
    r"[?.!\s](?:(?<=\s)(?=[Ii]f (?:yes|no|so|not)\b)"
    r"|(?<=\?)\s*|(?<=[a-z\d)\]][.!])(?<!\b[DM][rs]\.)\s+|(?<=\s)\s{2,}(?=[A-Z]))"
)
_FRONTED = re.compile(  # "Since the last visit has the patient noticed any change?"
    r"(?:since|during|after|over|at|in|before)\s(?:\w+\s){1,5}?(?=(?:has|have|had|did|does|do|is|are|was|were)\s)",
    re.IGNORECASE,
)
_BOXED = re.compile(r"\s*\[[ _]?\]\s*")  # "[ ] How has the pain changed?"
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\]}])[.!]\s+")
_YES_OR_NO = re.compile(r"\s*(?:yes|no|y|n)\b", re.IGNORECASE)
_BARE_ANSWER = re.compile(r"\s*(?:yes|no|y|n)\b\.?(?=\s*$|\s{2,}|\.|\s+[A-Z])", re.IGNORECASE)
_JOINED = re.compile(r"(?:so|and so|but|then)\s+")  # "..., so how strong was it?"
_OR = re.compile(r"\bor\b")
_LETTERED = re.compile(  # options "a. daily" below a question, which do not ask themselves
    r"\?[ \t]*(?:\n[ \t]*\(?[a-hA-H][.)][ \t]+\S[^\n?]*(?=\n|\Z)){2,}"
)
_BLANK = re.compile(r"[\W_]*+(?:A\d{0,2}[.:)][\W_]*+)?$")  # blanks to write on, behind "A." too
_NEW_FIELD = re.compile(r"\s*(?:[A-Z][\w /&]{0,30}:|[A-Z][A-Z /&]{2,}$|[-*•▪])")
_LABEL_END = re.compile(r"[:|\t]")  # "Plan: ", "| Plan | ", "Plan<tab>"
_LEADS = " -*•\t"  # in front of a request
_NUMBERED = re.compile(
    r"\s*\(?(?:Q|Question )?(?:\d{1,2}|[a-z])(?:[.:)] | {1,3})"
)  # in front of a question
_UNDERLINE = " :*_=-"  # around the words of a heading
_TOLD_IN_ANSWERS = frozenset(("goals", "measures", "response"))  # labels within an answer
_ONE_THING = ("any", "has ", "have ", "had ")  # "any pain or swelling?" offers no choice

_DOING = ("do ", "does ", "did ", "can ", "could ")  # "do you slip or trip?" offers none either

_START, _END = attrgetter("start"), attrgetter("end")
_MOST_FIELD_WORDS = 3
_FEWEST_OF_A_FORM = 6  # lines that end in a question mark


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a text and its answers of one word, in reading order.

    `screens` are the answers to a safety screen, which a word answers in full.
    """

    questions: tuple[Question, ...]
    answers: tuple[Span, ...]
    screens: frozenset[Span]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    type: str


class Questioner:
    """Finds questions by the words of the pack that open and close them."""

    def __init__(self, language: Language) -> None:
        before = words_of(language, "before_question")
        self._open = opener(language, "open_question", before=rf"(?:(?:{before}) )?")
        self._teller = Teller(language)
        self._closed = opener(language, "closed_question")
        self._if = opener(language, "if_word")
        self._narrative = opener(language, "narrative_request")
        self._closer = Closer(language)
        self._bare = BarePrompts(language)
        self._headings = language.headings.opens
        self._opposed = re.compile(rf"\b(?:{words_of(language, 'opposed_word')})\b")
        self._boxes = BoxReader(words_of(language, "form_field"))
        self._screen = re.compile(
            rf"\b(?:{words_of(language, 'safety_screen')})s?\b", re.IGNORECASE
        )

    def ask(self, text: str, lines: Lines, tables: tuple[Span, ...]) -> Asked:
        """All questions and bare answers of `text`; a yes in a column of a table is none."""
        text = without_tags(with_boxes(text))
        found: list[_Found] = []
        answers: list[Span] = []
        unwrapped = _WRAPPED.sub(" ", text)
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(unwrapped)]
        lowered = in_small_letters(text)
        in_form = text.count("?\n") >= _FEWEST_OF_A_FORM
        may_request = self._teller.may_tell(lowered)
        groups = [_Found(*group) for group in self._boxes.groups(text, lines)]
        grouped = sorted(Span(group.start, group.end) for group in groups)
        for start in lines.starts:
            if start and unwrapped[start - 1] != text[start - 1]:
                continue  # the line before goes on here
            line = unwrapped[start : _line_end(unwrapped, start)]
            if not self._may_ask(line, may_request=may_request):
                continue
            found += [
                each
                for each in self._in_line(line, start, in_form=in_form)
                if not _is_said(each, quoted)
            ]
            if not any(Span(start, start + len(line)).overlaps(table) for table in tables):
                answers += bare_answers(line, start)
        found += self._in_company(unwrapped, lines, found)
        kept = _distinct([*groups, *_outside(_with_lettered(text, found), grouped)])
        questions = tuple(
            Question(
                Span(each.start, each.end),
                each.type,
                self._is_answered(text, each, kept, answers),
                each.type == "open" and self._closer.closes(unwrapped[each.start : each.end]),
            )
            for each in kept
        )
        screens = frozenset(answer for answer in answers if self._screen.search(answer.of(text)))
        return Asked(questions, tuple(answers), screens)

    def _in_company(self, text: str, lines: Lines, found: list[_Found]) -> Iterator[_Found]:
        """Lines that may tell the writer to tell, in a run of lines where others surely do.

        Alone they may tell what was planned: "Give the new band".
        """
        ordered = sorted(found, key=_START)
        run: list[_Found] = []
        has_prompt = False
        for start in lines.starts if ordered else ():
            end = _line_end(text, start)
            if _BLANK.match(text, start, end):
                continue
            is_prompt = _begins(ordered, start, end)
            first = start + first_word(text[start:end])
            kind = None if is_prompt else self._teller.type_in_company(text[first:end])
            if kind is not None and _heads(text, start, end):
                kind = None
            if kind == "open" and self._closer.grades(text[first:end].rstrip(" _|")):
                kind = "choice"
            if kind is not None:
                run.append(_Found(first, start + len(text[start:end].rstrip(" _|")), kind))
            elif not is_prompt:
                yield from run if has_prompt else ()
                run, has_prompt = [], False
            has_prompt |= is_prompt
        yield from run if has_prompt else ()

    def _may_ask(self, line: str, *, may_request: bool) -> bool:
        if _HINT.search(line) or (may_request and self._teller.holds(line)):
            return True
        body = line[first_word(line) :].lstrip(_LEADS)
        return self._open.match(body) is not None or self._teller.begins(body)

    def _in_line(self, line: str, start: int, *, in_form: bool) -> Iterator[_Found]:
        first = self._behind_heading(line, first_word(line))
        yield from self._in_brackets(line, start, first)
        for low, high in _pieces(line, first):
            body = line[low:high].strip()
            found = self._prompt(body, line[high:], is_first=low == first, in_form=in_form)
            if found is not None:
                kind, length = found
                begin = start + low + len(line[low:high]) - len(line[low:high].lstrip())
                yield _Found(begin, begin + length, kind)

    def _behind_heading(self, line: str, at: int) -> int:
        """Where a line begins to ask, behind the heading of a section: "Plan: Ready to go?"."""
        mark = _LABEL_END.search(line, at)
        label, rest = (line[at : mark.start()], line[mark.end() :]) if mark else ("", "")
        names = self._headings.get(label.strip(_UNDERLINE).lower(), ()) if mark else ()
        if not _SECTIONS.issuperset(names) or not names or not _ASKS_ITSELF.search(rest):
            return at
        if self._closer.listed.fullmatch(line[at:].strip()):
            return at
        return len(line) - len(rest.lstrip())

    def _in_brackets(self, line: str, start: int, at: int) -> Iterator[_Found]:
        lists = list(bracketed_lists(line))
        for match in _BRACKETED.finditer(line):
            asked = (match[1] or match[2]).strip()
            kind = self._type(_CONDITION.sub("", asked))
            if kind == "open" or (kind is not None and asked.endswith("?")):
                begin = match.start() if lists else (at if at > first_word(line) else 0)
                yield _Found(start + begin, start + match.end(), kind)
        for index, (low, high, kind) in enumerate(lists):
            ends = [match.end() for match in _SENTENCE_END.finditer(line, at, low)]
            begin = min(ends[-1] if ends else at, low)
            is_last = index + 1 == len(lists)
            close = _SENTENCE_END.search(line, high) if is_last else None
            end = close.start() + 1 if close else (len(line.rstrip()) if is_last else high)
            inner = _INNER.search(line, high, end)
            end = len(line[: inner.start()].rstrip()) if inner else end
            yield _Found(start + begin, start + end, kind)
            at = high + len(line[high:]) - len(line[high:].lstrip(" ,;.)"))

    def _prompt(
        self, body: str, rest: str, *, is_first: bool, in_form: bool
    ) -> tuple[str, int] | None:
        """What type of question a sentence or field is, and how far the question reaches.

        `rest` is what follows on the line.
        """
        if ticked_pair(body):
            return ("yes_no", len(body)) if "?" in body else None
        has_pair = _has_pair(body)
        if "?" in body and not has_pair:
            return self._asked(body, rest, is_first=is_first, in_form=in_form)
        kind = "yes_no" if has_pair else options_type(body)
        if kind is None and "?" in rest and self._closed.match(body):  # "Did it, and if so, how?"
            kind = self._closed_type(body)
        if kind is None and (is_first or " | " in body or body[:3].lower() == "if "):
            kind = self._teller.type(body)
            if kind == "open" and self._closer.grades(body):
                kind = "choice"
        if kind is None and self._closer.offers(body):
            kind = "choice"
        return (kind, len(body)) if kind is not None else None

    def _asked(
        self, body: str, rest: str, *, is_first: bool, in_form: bool
    ) -> tuple[str, int] | None:
        """The type of a sentence that ends with a question mark."""
        length = body.index("?") + 1
        sentence, behind = body[:length], body[length:]
        kind = "choice" if length_of_scale(behind) else self._type(sentence)
        if kind is None and self._closer.listed.fullmatch(sentence):
            kind = "choice"
        is_short = len(sentence.split()) <= _MOST_FIELD_WORDS
        is_field = (is_short and _YES_OR_NO.match(behind) is not None) or (
            not behind and _BARE_ANSWER.match(rest) is not None
        )
        if kind is None and (is_first or is_field):
            kind = self._bare.type(sentence, in_form=in_form)
        return (kind, length) if kind is not None else None

    def _is_answered(
        self, text: str, question: _Found, every: list[_Found], answers: list[Span]
    ) -> bool:
        """Whether words follow: on the line of the question, or on the next one.

        Below a numbered question, as on our own forms, a line may have been left empty.
        """
        line_end = _line_end(text, question.end)
        at = bisect_right(answers, question.start, key=_END)
        if at < len(answers) and answers[at].start < line_end:
            return True
        is_blank = _BLANK.match(text[question.end : line_end])
        if not is_blank and not _begins(every, question.end, line_end):
            return True
        next_end = _line_end(text, line_end + 1)
        following = text[line_end + 1 : next_end]
        line_start = text.rfind("\n", 0, question.start) + 1
        is_numbered = _NUMBERED.fullmatch(text, line_start, question.start) is not None
        if is_numbered and not following.strip():
            line_end, next_end = next_end, _line_end(text, next_end + 1)
            following = text[line_end + 1 : next_end]
            if following.strip(_UNDERLINE).lower() in self._headings or following[:1] == "#":
                return False
        if _BLANK.match(following) or _begins(every, line_end, next_end + 1):
            return False
        return not self._is_field(following)

    def _is_field(self, line: str) -> bool:
        """Whether a line begins something else; "Goal 1: walks 200 ft with a cane" may answer."""
        field = _NEW_FIELD.match(line)
        if field is None or not field.group().endswith(":"):
            return field is not None
        label = field.group().rstrip(":").strip().lower()
        is_short = len(line[field.end() :].split()) <= _MOST_FIELD_WORDS
        return is_short or not _TOLD_IN_ANSWERS.issuperset(self._headings.get(label, ()))

    def _type(self, sentence: str) -> str | None:
        """open, yes_no or choice, by the words that open the question; None for none."""
        sentence = _BOXED.sub("", behind_pair(sentence))
        if self._teller.doubts(sentence):
            return "yes_no"
        if self._narrative.match(sentence) or self._teller.requests(sentence):
            return "open"
        for part in _clauses(sentence):
            if self._open.match(part):
                return "open"
            if self._closed.match(part) and not self._is_condition(sentence, part):
                return self._closed_type(part)
        fronted = _FRONTED.match(sentence)
        if fronted and self._closed.match(sentence, fronted.end()):
            return self._closed_type(sentence[fronted.end() :])
        return "yes_no" if self._closer.tag.search(sentence) else None

    def _is_condition(self, sentence: str, part: str) -> bool:
        """Whether a part says "if", and what follows asks: "Should swelling rise, how ...?"."""
        if part is not sentence or self._if.match(part) is None:
            return False
        return any(self._open.match(each) for each in _clauses(sentence) if each is not sentence)

    def _closed_type(self, part: str) -> str:
        low = part.lower()
        if low.count(" / ") > 1:  # "Was it met / partly met / not met?"
            return "choice"
        is_single = low.startswith(_ONE_THING) or "or not" in low or not _OR.search(low)
        is_single |= low.startswith(_DOING) and not self._opposed.search(low)
        return "yes_no" if is_single or self._closer.tag.search(part) else "choice"


def _has_pair(body: str) -> bool:
    """Whether a yes and a no to choose from stand behind a label."""
    pair = open_pair(body)
    return pair is not None and pair.start() > 1


def _pieces(line: str, first: int) -> Iterator[tuple[int, int]]:
    """Sentences and fields of a line from `first` on; a question keeps its options."""
    at = first
    for match in _PIECE_END.finditer(line[first:]):
        end = first + match.end()
        mark = match.group().strip()
        if mark == "?":
            end += length_of_options(line[end:])
        if end > at and (mark or not _is_reply(line, end)):
            yield at, end
            at = end
    if at < len(line):
        yield at, len(line)


def _is_reply(line: str, at: int) -> bool:
    """Whether what stands behind a wide gap belongs to the prompt in front of it."""
    return in_open_pair(line, at) or starts_boxes(line[at:]) or line.startswith(("Y ", "Ye"), at)


def _clauses(sentence: str) -> Iterator[str]:
    """The sentence, and what follows each comma or dash in it."""
    yield sentence
    for match in CLAUSE_END.finditer(sentence):
        joined = _JOINED.match(sentence, match.end())
        yield sentence[joined.end() if joined else match.end() :]


def _is_said(question: _Found, quoted: list[Span]) -> bool:
    """Whether a question stands in the quoted words of somebody, or ends in them."""
    return any(
        (q.start <= question.start and question.end <= q.end + 1)
        or question.start < q.start < question.end - 1 < q.end
        for q in quoted
    )


def _with_lettered(text: str, found: list[_Found]) -> Iterator[_Found]:
    """The questions; one with options in lettered lines below it asks for a choice."""
    ends = {match.start() + 1 for match in _LETTERED.finditer(text)} if found else set()
    for each in found:
        yield _Found(each.start, each.end, "choice") if each.end in ends else each


def _outside(found: Iterator[_Found], spans: list[Span]) -> Iterator[_Found]:
    """The questions that share nothing with `spans`, which are in order."""
    for each in found:
        at = bisect_right(spans, each.start, key=_END)
        if at == len(spans) or spans[at].start >= each.end:
            yield each


def _distinct(found: list[_Found]) -> list[_Found]:
    """Of questions that overlap, the first and longest."""
    kept: list[_Found] = []
    for question in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or question.start >= kept[-1].end:
            kept.append(question)
    return kept


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a line heads the list below it: "What it means", with bullets or small letters there.

    The line itself has no bullet, asks for nothing by its mark, and a blank line is above it.
    """
    line = text[start:end]
    is_apart = not text[:start].strip() or text[:start].endswith("\n\n")
    if first_word(line) > len(line) - len(line.lstrip()) or not is_apart or line.endswith("?"):
        return False
    below = next(iter(text[end:].lstrip("\n").split("\n", 1)), "")
    is_list = first_word(below) > len(below) - len(below.lstrip())
    return is_list or (line.isupper() and not below.isupper())


def _begins(every: list[_Found], start: int, end: int) -> bool:
    """Whether a question begins between two places of the text."""
    at = bisect_left(every, start, key=_START)
    return at < len(every) and every[at].start < end
