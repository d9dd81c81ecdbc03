"""Questions of a form: what asks for something, and of which type the answer would be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from lint97110.language import Language
from lint97110.lines import Lines
from lint97110.model import Question, Span
from lint97110.nlp.answered import BLANK, MOST_FIELD_WORDS, Answerer
from lint97110.nlp.answers import bare_answers
from lint97110.nlp.bare_prompts import BarePrompts
from lint97110.nlp.below_questions import is_in_hint
from lint97110.nlp.box_shapes import with_boxes, without_tags
from lint97110.nlp.boxes import BoxReader
from lint97110.nlp.bullets import first_word
from lint97110.nlp.closing import Closer
from lint97110.nlp.options import OptionLists
from lint97110.nlp.plain_words import in_small_letters
from lint97110.nlp.prompts import (
    Prompt,
    begins,
    distinct,
    heads,
    is_heading,
    line_end,
    outside,
    with_lettered,
)
from lint97110.nlp.question_types import QuestionTypes
from lint97110.nlp.scales import length_of_options, length_of_scale
from lint97110.nlp.stems import Stems
from lint97110.nlp.telling import Teller
from lint97110.nlp.tick_boxes import (
    has_labelled_pair,
    in_open_pair,
    is_labelled_tick,
    starts_boxes,
    ticked_pair,
)
from lint97110.nlp.word_lists import words_of
from lint97110.nlp.wrapping import unwrapped as put_together

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
_SECTIONS = frozenset(("subjective", "objective", "assessment", "plan", "interventions", "history"))
_INNER = re.compile(r"\[(?:why|what|how|which|where|when|who)\b[^\[\]]*\]", re.IGNORECASE)
_CONDITION = re.compile(r"\*?if .*? (?=please|describe|explain|specify|list)", re.IGNORECASE)
_PIECE_END = re.compile(  # or a wide gap, or what is asked of an answer
    r"[?.!\s](?:(?<=\s)(?=[Ii]f (?:yes|no|so|not)\b)"
    r"|(?<=\?)\s*|(?<=[a-z\d)\]][.!])(?<!\b[DM][rs]\.)\s+|(?<=\s)\s{2,}(?=[A-Z]))"
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\]}])[.!]\s+")
_YES_OR_NO = re.compile(r"\s*(?:yes|no|y|n)\b", re.IGNORECASE)
_BARE_ANSWER = re.compile(r"\s*(?:yes|no|y|n)\b\.?(?=\s*$|\s{2,}|\.|\s+[A-Z])", re.IGNORECASE)
_LABEL_END = re.compile(r"[:|\t]| -{1,2} | [–—] ")  # "Plan: ", "| Plan | ", "Plan<tab>", "Plan -- "
_LEADS = " -*•\t"  # in front of a request
_UNDERLINE = " :*_=-"  # around the words of a heading


_START, _END = attrgetter("start"), attrgetter("end")
_FEWEST_OF_A_FORM = 6  # lines that end in a question mark


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a text and its answers of one word, in reading order.

    `screens` are the answers to a safety screen, which a word answers in full.
    """

    questions: tuple[Question, ...]
    answers: tuple[Span, ...]
    screens: frozenset[Span]


class Questioner:
    """Finds questions by the words of the pack that open and close them."""

    def __init__(self, language: Language) -> None:
        self._teller = Teller(language)
        self._closer = Closer(language)
        self._types = QuestionTypes(language, self._teller, self._closer)
        self._bare = BarePrompts(language)
        self._stems = Stems(language, self._teller)
        self._headings = language.headings.opens
        self._answerer = Answerer(self._headings)
        self._options = OptionLists(language)
        self._boxes = BoxReader(words_of(language, "form_field"), self._options)
        self._screen = re.compile(
            rf"\b(?:{words_of(language, 'safety_screen')})s?\b", re.IGNORECASE
        )

    def ask(self, text: str, lines: Lines, tables: tuple[Span, ...]) -> Asked:
        """All questions and bare answers of `text`; a yes in a column of a table is none."""
        text = without_tags(with_boxes(text))
        found: list[Prompt] = []
        answers: list[Span] = []
        unwrapped = put_together(text)
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(unwrapped)]
        lowered = in_small_letters(text)
        in_form = text.count("?\n") >= _FEWEST_OF_A_FORM
        may_request = self._teller.may_tell(lowered)
        groups = [Prompt(*group) for group in self._boxes.groups(text, lines)]
        grouped = sorted(Span(group.start, group.end) for group in groups)
        for start in lines.starts:
            if start and unwrapped[start - 1] != text[start - 1]:
                continue  # the line before goes on here
            line = unwrapped[start : line_end(unwrapped, start)]
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
        found += self._stems.find(unwrapped, lines)
        found = [
            each for each in found if not (is_heading(text, each) or is_in_hint(text, each.start))
        ]
        kept = distinct([*groups, *outside(with_lettered(text, found), grouped)])
        questions = tuple(
            Question(
                Span(each.start, each.end),
                each.type,
                self._answerer.is_answered(text, each, kept, answers),
                each.type == "open" and self._closer.closes(unwrapped[each.start : each.end]),
            )
            for each in kept
        )
        screens = frozenset(answer for answer in answers if self._screen.search(answer.of(text)))
        return Asked(questions, tuple(answers), screens)

    def _in_company(self, text: str, lines: Lines, found: list[Prompt]) -> Iterator[Prompt]:
        """Lines that may tell the writer to tell, in a run of lines where others surely do.

        Alone they may tell what was planned: "Give the new band".
        """
        ordered = sorted(found, key=_START)
        run: list[Prompt] = []
        has_prompt = False
        for start in lines.starts if ordered else ():
            end = line_end(text, start)
            if BLANK.match(text, start, end):
                continue
            is_prompt = begins(ordered, start, end)
            first = start + first_word(text[start:end])
            kind = None if is_prompt else self._teller.type_in_company(text[first:end])
            if kind is not None and heads(text, start, end):
                kind = None
            if kind == "open" and self._closer.grades(text[first:end].rstrip(" _|")):
                kind = "choice"
            if kind is not None:
                run.append(Prompt(first, start + len(text[start:end].rstrip(" _|")), kind))
            elif not is_prompt:
                yield from run if has_prompt else ()
                run, has_prompt = [], False
            has_prompt |= is_prompt
        yield from run if has_prompt else ()

    def _may_ask(self, line: str, *, may_request: bool) -> bool:
        if _HINT.search(line) or (may_request and self._teller.holds(line)):
            return True
        body = line[first_word(line) :].lstrip(_LEADS)
        return self._types.open.match(body) is not None or self._teller.begins(body)

    def _in_line(self, line: str, start: int, *, in_form: bool) -> Iterator[Prompt]:
        first = self._behind_heading(line, first_word(line))
        yield from self._in_brackets(line, start, first)
        for begins_at, high in _pieces(line, first):
            # "(b) How", behind "(a) What was done?"
            low = begins_at + (first_word(line[begins_at:high]) if begins_at > first else 0)
            body = line[low:high].strip()
            found = self._prompt(body, line[high:], is_first=low == first, in_form=in_form)
            if found is not None:
                kind, length = found
                begin = start + low + len(line[low:high]) - len(line[low:high].lstrip())
                yield Prompt(begin, begin + length, kind)

    def _behind_heading(self, line: str, at: int) -> int:
        """Where a line begins to ask, behind the heading of a section: "Plan: Ready to go?"."""
        mark = _LABEL_END.search(line, at)
        label, rest = (line[at : mark.start()], line[mark.end() :]) if mark else ("", "")
        names = self._headings.get(label.strip(_UNDERLINE).lower(), ()) if mark else ()
        if not _SECTIONS.issuperset(names) or not names or not _ASKS_ITSELF.search(rest):
            return at
        if self._closer.listed.fullmatch(line[at:].strip()):
            return at
        behind = len(line) - len(rest.lstrip())
        return behind + first_word(line[behind:])

    def _in_brackets(self, line: str, start: int, at: int) -> Iterator[Prompt]:
        lists = list(self._options.in_brackets(line))
        for match in _BRACKETED.finditer(line):
            asked = (match[1] or match[2]).strip()
            kind = self._types.type(_CONDITION.sub("", asked))
            if kind == "open" or (kind is not None and asked.endswith("?")):
                begin = match.start() if lists else (at if at > first_word(line) else 0)
                yield Prompt(start + begin, start + match.end(), kind)
        for index, (low, high, kind) in enumerate(lists):
            ends = [match.end() for match in _SENTENCE_END.finditer(line, at, low)]
            begin = min(ends[-1] if ends else at, low)
            is_last = index + 1 == len(lists)
            close = _SENTENCE_END.search(line, high) if is_last else None
            end = close.start() + 1 if close else (len(line.rstrip()) if is_last else high)
            inner = _INNER.search(line, high, end)
            end = len(line[: inner.start()].rstrip()) if inner else end
            yield Prompt(start + begin, start + end, kind)
            at = high + len(line[high:]) - len(line[high:].lstrip(" ,;.)"))

    def _prompt(
        self, body: str, rest: str, *, is_first: bool, in_form: bool
    ) -> tuple[str, int] | None:
        """What type of question a sentence or field is, and how far the question reaches.

        `rest` is what follows on the line.
        """
        if ticked_pair(body):
            return ("yes_no", len(body)) if is_labelled_tick(body) else None
        has_pair = has_labelled_pair(body)
        if "?" in body and not has_pair:
            return self._asked(body, rest, is_first=is_first, in_form=in_form)
        kind = "yes_no" if has_pair else self._options.type_of(body)
        if (
            kind is None and "?" in rest and self._types.closed.match(body)
        ):  # "Did it, and if so, how?"
            kind = self._types.closed_type(body)
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
        kind = "choice" if length_of_scale(behind) else self._types.type(sentence)
        if kind is None and self._closer.listed.fullmatch(sentence):
            kind = "choice"
        is_short = len(sentence.split()) <= MOST_FIELD_WORDS
        is_field = (is_short and _YES_OR_NO.match(behind) is not None) or (
            not behind and _BARE_ANSWER.match(rest) is not None
        )
        if kind is None and (is_first or is_field):
            kind = self._bare.type(sentence, in_form=in_form)
            if kind == "open" and (_YES_OR_NO.match(behind) or _BARE_ANSWER.match(rest)):
                kind = "yes_no"
        return (kind, length) if kind is not None else None


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


def _is_said(question: Prompt, quoted: list[Span]) -> bool:
    """Whether a question stands in the quoted words of somebody, or ends in them."""
    return any(
        (q.start <= question.start and question.end <= q.end + 1)
        or question.start < q.start < question.end - 1 < q.end
        for q in quoted
    )
