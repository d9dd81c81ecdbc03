"""Questions, options and one-word answers: what a form asks, and what was left of it in a note."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lint97110.language import Language
from lint97110.lines import Lines
from lint97110.model import Question, Span

_BOX = r"(?:\[[ _]*\]|\([ _]{1,3}\)|☐|□|_{1,4}(?=\s?[A-Za-z]))"
_TICKED = r"(?:\[[xX✓✔*]\]|\([xX✓✔*]\)|☑|☒|✓|✔)"
_YES, _NO = r"(?:yes|y)\b", r"(?:no|n)\b"
_PAIR = re.compile(
    rf"(?:{_BOX}\s*{_YES}[\s/,|]*{_BOX}\s*{_NO}"
    rf"|{_YES}\s*{_BOX}[\s/,|]*{_NO}\s*{_BOX}"
    rf"|[\[(]?\s*\b{_YES}\s*/\s*{_NO}\s*[\])]?(?!\s*\w)"
    rf"|(?<=\s)YES\s{{1,6}}NO\b)",
    re.IGNORECASE,
)
_TICKED_PAIR = re.compile(
    rf"(?:{_TICKED}\s*{_YES}[\s/,|]*{_BOX}\s*{_NO}|{_BOX}\s*{_YES}[\s/,|]*{_TICKED}\s*{_NO}"
    rf"|{_YES}\s*{_TICKED}[\s/,|]*{_NO}\s*{_BOX}|{_YES}\s*{_BOX}[\s/,|]*{_NO}\s*{_TICKED})",
    re.IGNORECASE,
)
_BOXES = re.compile(
    rf"{_BOX}\s*(?P<label>[A-Za-z][^\[\](){{}}☐□_]{{0,40}}?)(?=\s*(?:{_BOX}|$|[|;]))"
)
_LONE_BOX = re.compile(r"[A-Za-z][^\[\]?:]{3,60}\s\[ {0,2}\]$")
_OPTIONS = re.compile(r"[A-Za-z][\w .'+\-]{0,28}(?:\s/\s[A-Za-z][\w .'+\-]{0,28})+")
_BRACKETED = re.compile(
    r"[\[{]\s*([A-Za-z][^\[\]{}]{0,30}(?:\s?/\s?[A-Za-z][^\[\]{}/]{0,30})+)\s*[\]}]"
)
_TIGHT = re.compile(r"[A-Za-z][\w\-]*(?:\s?/\s?[A-Za-z][\w\- ]*){2,}$")
_CIRCLE = re.compile(r"\((?:please )?(?:circle|check|select|choose|tick)[^)]*\)", re.IGNORECASE)
_ASKED = re.compile(r"[^?\n]*\?")
_QUOTED = re.compile(r"[\"“”][^\"“”\n]*[\"“”]|(?<!\w)['‘][^'’\n]*\?['’]")
_IN_BRACKETS = re.compile(
    r"[\[{<]((?:explain|describe|why|how|what|which)\b[^\[\]{}<>]*|[^\[\]{}<>?]*\?)\s*[\]}>]",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?P<label>[A-Za-z][^:?\n|]{1,58}?)(?P<mark>\?|:|\.{2,}|\s[-–—]+(?=\s)|\s{2,}(?=(?:Yes|No|YES|NO)\b))\s*"
    r"(?P<answer>yes|no|Y|N|YES|NO|Yes|No|none\b(?=$)^)(?=\s*[.;,]?\s*$|\s*[.;,]?\s{2,}[A-Z][^:?\n]{1,40}[:?.]|\s*\|\s*$|\.\s+[A-Z\d])",
)
_AFTER_PAIR = re.compile(r"\s*:\s*(?:yes|no|y|n)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|(?<=[.!?;])\s+|\s{3,})")
_FILLER = re.compile(r"^[\s_.\-\[\](){}|:☐□]*$")
_BULLET = re.compile(r"^[\s>*•▪◦●○■\-–—#+]*(?:\(?\d{1,2}[.)]\s+|[a-z][.)]\s+)?")
_DIGIT = re.compile(r"\d")
_MOST_BARE_WORDS, _MOST_FIELD_WORDS = 8, 3
_ONE_WORD = re.compile(r"\s*(?:yes|no|y|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a text and its answers of one word, in reading order."""

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
        self._open = _opener(language, "open_question")
        self._request = _opener(language, "request")
        self._closed = _opener(language, "closed_question")
        self._narrative = _opener(language, "narrative_request")
        self._tag = re.compile(rf",?\s*(?:{_words(language, 'question_tag')})\s*\?$", re.IGNORECASE)
        self._aside = re.compile(rf"\b(?:{_words(language, 'aside_word')})\b", re.IGNORECASE)
        self._screen = re.compile(rf"\b(?:{_words(language, 'safety_screen')})s?\b", re.IGNORECASE)

    def ask(self, text: str, lines: Lines, tables: tuple[Span, ...]) -> Asked:
        """All questions and bare answers of `text`; a yes in a column of a table is none."""
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
        questions: list[_Found] = []
        answers: list[Span] = []
        for number, start in enumerate(lines.starts, 1):
            line = lines.line(number)
            place = Span(start, start + len(line))
            if not _MAY_ASK.search(line) and not self._request.match(line.lstrip(" -*•\t")):
                continue
            in_table = any(place.overlaps(table) for table in tables)
            questions += [q for q in self._in_line(line, start) if not _inside(q, quoted)]
            if not in_table:
                answers += self._answers(line, start)
        kept = _distinct(questions)
        found = tuple(
            Question(Span(q.start, q.end), q.type, _is_answered(text, q, kept, answers))
            for q in kept
        )
        screens = frozenset(a for a in answers if self._screen.search(a.of(text)))
        return Asked(found, tuple(answers), screens)

    def _in_line(self, line: str, start: int) -> Iterator[_Found]:
        yield from self._in_brackets(line, start)
        begin = _BULLET.match(line)
        first = begin.end() if begin else 0
        at = first
        for piece_start, piece_end in _pieces(line, first):
            piece = line[piece_start:piece_end]
            found = self._piece(piece, is_first=piece_start == first)
            if found is not None:
                low, high, kind = found
                yield _Found(start + piece_start + low, start + piece_start + high, kind)
            at = piece_end
        del at

    def _in_brackets(self, line: str, start: int) -> Iterator[_Found]:
        for match in _IN_BRACKETS.finditer(line):
            kind = self._type(match[1].strip())
            if kind:
                end = min(len(line.rstrip()), match.end())
                yield _Found(start, start + end, kind)
        for match in _BRACKETED.finditer(line):
            if _DIGIT.search(match[1]) or "mm/" in match[1].lower() or "/dd" in match[1].lower():
                continue
            options = [option.strip().lower() for option in match[1].split("/")]
            kind = "yes_no" if set(options) <= {"yes", "no", "y", "n"} else "choice"
            body = _BULLET.match(line)
            yield _Found(start + (body.end() if body else 0), start + len(line.rstrip()), kind)

    def _piece(self, piece: str, *, is_first: bool) -> tuple[int, int, str] | None:
        body = piece.strip()
        if not body:
            return None
        lead = len(piece) - len(piece.lstrip())
        whole = (lead, lead + len(body))
        if _TICKED_PAIR.search(body):
            return (*whole, "yes_no") if "?" in body else None
        pair = _PAIR.search(body)
        if pair and pair.start() > 1:
            return *whole, "yes_no"
        if body.endswith("?") or "?" in body:
            return self._asked(body, whole, is_first=is_first)
        kind = self._options(body)
        if kind:
            return *whole, kind
        if is_first and self._request.match(body) and not _is_past(body):
            return *whole, "open"
        if is_first and body.lower().startswith("whether ") and "," not in body:
            return *whole, "yes_no"
        return None

    def _asked(
        self, body: str, whole: tuple[int, int], *, is_first: bool
    ) -> tuple[int, int, str] | None:
        match = _ASKED.match(body)
        if match is None:
            return None
        sentence = match.group().strip()
        kind = self._type(sentence)
        is_field = len(sentence.split()) <= _MOST_FIELD_WORDS and _ONE_WORD.match(
            body[match.end() :]
        )
        if kind is None and (is_first or is_field) and self._is_short_prompt(sentence):
            kind = "yes_no"
        return (whole[0], whole[0] + match.end(), kind) if kind else None

    def _type(self, sentence: str) -> str | None:
        """open, yes_no or choice, by the words that open the question; None for none."""
        if self._narrative.match(sentence) or self._request.match(sentence):
            return "open"
        for part in _clauses(sentence):
            if self._open.match(part):
                return "open"
            if self._closed.match(part):
                return _closed_type(part, self._tag)
        if self._tag.search(sentence):
            return "yes_no"
        return None

    def _is_short_prompt(self, sentence: str) -> bool:
        words = sentence.rstrip("?").split()
        return (
            0 < len(words) <= _MOST_BARE_WORDS
            and not self._aside.search(sentence)
            and not re.search(r"[(),;]|\s[-–—]\s|:|→|\d", sentence)
        )

    def _options(self, body: str) -> str | None:
        """Choice or yes_no, when a label is followed by its options or its boxes."""
        boxes = [match["label"].strip().lower() for match in _BOXES.finditer(body)]
        if _TICKED_RE.search(body):
            return None
        if len(boxes) > 1:
            return (
                "yes_no"
                if _is_pair(boxes)
                else ("choice" if not _DIGIT.search("".join(boxes)) and "__" not in body else None)
            )
        if _LONE_BOX.match(body):
            return "yes_no"
        if _CIRCLE.search(body):
            rest = _CIRCLE.sub("", body)
            options = [part.strip().lower() for part in rest.rpartition(":")[2].split("/")]
            return "yes_no" if len(options) > 1 and _negates(options) else "choice"
        label, colon, rest = body.partition(":")
        options = [part.strip() for part in rest.strip(" .").split("/")]
        if colon and len(label) > 1 and _is_option_list(rest.strip(" ."), options):
            return "yes_no" if _is_pair([option.lower() for option in options]) else "choice"
        return None

    def _answers(self, line: str, start: int) -> Iterator[Span]:
        ticked = _TICKED_PAIR.search(line)
        if ticked:
            label = line[: ticked.start()].strip()
            rest = line[ticked.end() :].strip(" .;")
            if not rest:
                first = len(line) - len(line.lstrip())
                yield Span(start + first if label else start + ticked.start(), start + ticked.end())
            return
        pair = _PAIR.search(line)
        if pair and not _AFTER_PAIR.match(line[pair.end() :]):
            return
        at = 0
        while True:
            match = _ANSWER.search(line, at)
            if match is None:
                return
            at = match.end()
            if match["answer"] in ("y", "n"):
                continue
            label_start = match.start("label")
            body = _BULLET.match(line)
            if body and label_start < body.end():
                label_start = body.end()
            cut = max(
                match["label"].rfind("  "), match["label"].rfind(". "), match["label"].rfind("; ")
            )
            if cut >= 0:
                label_start = match.start("label") + cut + 2
            while label_start < match.end("label") and line[label_start].isspace():
                label_start += 1
            if line[label_start : match.end("label")].strip(" *-"):
                yield Span(start + label_start, start + match.end())


_TICKED_RE = re.compile(_TICKED)
_MAY_ASK = re.compile(
    r"[?\[☐□☑☒/]|\( *[xX✓]? *\)|\b[Yy]es\b|\b[Nn]o\b|\bYES\b|\bNO\b|\b[YN]\b|[Ww]hether|[Cc]ircle|CIRCLE"
)


def _words(language: Language, cls: str) -> str:
    wordings = sorted({t.wording for t in language.terms if t.cls == cls}, key=len, reverse=True)
    return "|".join(re.escape(wording) for wording in wordings)


def _opener(language: Language, cls: str) -> "re.Pattern[str]":
    return re.compile(
        rf"(?:and |but |if so, |please |also |then )?(?:{_words(language, cls)})\b", re.IGNORECASE
    )


def _pieces(line: str, first: int) -> Iterator[tuple[int, int]]:
    """Sentences and fields of a line; a question keeps its options."""
    at = first
    for match in re.finditer(r"\?\s*|(?<=[a-z\d)\]])[.!]\s+|\s{3,}(?=[A-Z])", line[first:]):
        end = first + match.end()
        mark = match.group().strip()
        rest = line[end:]
        if mark == "?" and (_PAIR.match(rest) or _TICKED_PAIR.match(rest) or _starts_boxes(rest)):
            stop = _PAIR.match(rest) or _TICKED_PAIR.match(rest)
            end = end + stop.end() if stop else len(line)
        elif not mark and (_PAIR.match(rest) or _starts_boxes(rest) or rest[:2] in ("Y ", "Ye")):
            continue
        if end <= at:
            continue
        yield at, end
        at = end
    if at < len(line):
        yield at, len(line)


def _starts_boxes(rest: str) -> bool:
    return bool(re.match(rf"\s*{_BOX}\s*[A-Za-z]", rest))


def _clauses(sentence: str) -> Iterator[str]:
    """The sentence, and what follows each comma or dash in it."""
    yield sentence
    for match in re.finditer(r"[,:;]\s+|\s[-–—]\s+", sentence):
        yield sentence[match.end() :]


def _closed_type(part: str, tag: "re.Pattern[str]") -> str:
    low = part.lower()
    if tag.search(part) or not re.search(r"\bor\b", low):
        return "yes_no"
    return (
        "yes_no"
        if low.startswith(("any", "has ", "have ", "had ")) or "or not" in low
        else "choice"
    )


def _is_past(body: str) -> bool:
    first = body.split(maxsplit=1)[0].lower().rstrip(":,")
    return first.endswith(("ed", "s")) and first != "describes"


def _negates(options: list[str]) -> bool:
    last = options[-1].split()
    return "not" in last or "no" in last


def _is_pair(options: list[str]) -> bool:
    """Whether two options are a thing and its contrary."""
    if len(options) != 2:  # noqa: PLR2004, a pair
        return False
    one, other = options
    return (
        {one, other} <= {"yes", "no", "y", "n"}
        or other in (f"not {one}", f"no {one}", f"un{one}")
        or (other.startswith("not ") and other[4:] in one)
    )


def _is_option_list(rest: str, options: list[str]) -> bool:
    if len(options) < 2 or _DIGIT.search(rest) or len(rest) > 90:  # noqa: PLR2004, two options make a choice
        return False
    spaced = bool(_OPTIONS.fullmatch(rest))
    tight = len(options) > 2 and bool(_TIGHT.fullmatch(rest))  # noqa: PLR2004, r/l is a side, a/b/c a list
    return (spaced or tight) and all(0 < len(option.split()) <= 4 for option in options)  # noqa: PLR2004


def _inside(question: _Found, quoted: list[Span]) -> bool:
    return any(q.start <= question.start and question.end <= q.end + 1 for q in quoted) or any(
        q.start < question.end - 1 <= q.end and q.start > question.start for q in quoted
    )


def _distinct(questions: list[_Found]) -> list[_Found]:
    kept: list[_Found] = []
    for question in sorted(questions, key=lambda q: (q.start, -q.end)):
        if kept and question.start < kept[-1].end:
            continue
        kept.append(question)
    return kept


def _is_answered(text: str, question: _Found, every: list[_Found], answers: list[Span]) -> bool:
    """Whether words follow: on the line of the question, or on the next one."""
    end_of_line = text.find("\n", question.end)
    end_of_line = len(text) if end_of_line < 0 else end_of_line
    here = Span(question.end, end_of_line)
    if any(a.overlaps(Span(question.start, end_of_line)) for a in answers):
        return True
    rest = here.of(text)
    if not _FILLER.match(rest) and not any(
        q.start >= question.end and q.start < end_of_line for q in every
    ):
        return True
    following = text[end_of_line + 1 :].split("\n", 1)[0] if end_of_line < len(text) else ""
    if _FILLER.match(following) or any(
        end_of_line <= q.start <= end_of_line + len(following) + 1 for q in every
    ):
        return False
    return not re.match(r"\s*(?:[A-Z][\w /&]{0,30}:|[A-Z][A-Z /&]{2,}$|[-*•▪])", following)
