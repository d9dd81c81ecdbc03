"""What a template tells its writer to do, left in a note: "(describe the cueing)"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from lint97110.model import Fact, Span
from lint97110.nlp.mentions import Mention, Mentions
from lint97110.wording import one_of

_ENCLOSED = re.compile(  # no bracket inside, nor a label behind
    r"\((?P<a>[^()\n]{6,160})\)(?!:)|\[(?P<b>[^\[\]\n]{6,160})\](?!:)|<(?P<c>[^<>\n]{6,160})>"
    r"|\{(?P<d>[^{}\n]{6,160})\}|\*{1,3}(?P<e>[^*\n]{6,160})\*{1,3}|«(?P<f>[^«»\n]{6,160})»"
)
_OPENS = re.compile(r"(?:^|[.!?]|[\n•]|\n[soap][:/)-])[\s•>-]*$")
_END = re.compile(r"[.!;](?=\s|$)|\n|$")
_LABEL = re.compile(r"[^.\n]{0,60}:")
_WORD = re.compile(r"[a-z]+")
_FORM = 2  # questions that make a form
_ADVICE = frozenset(("plan", "home_program", "education", "precautions", "goals"))
_TEXT = "writer.text"
_VERBS = frozenset(("tells", "edits", "only_edits", "may_tell"))


class InstructionReader:
    """Knows what is to be told, and on which condition, by the words of the pack."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Build the expressions once; both stand behind a verb of writing."""
        subjects = one_of(wordings["instructions.subjects"], begins=False)
        self._subject = re.compile(rf"[ ]{subjects}")
        self._condition = re.compile(rf"[^.\n]*{one_of(wordings['instructions.conditions'])}")

    def facts(self, mentions: Mentions, asked: Sequence[Span]) -> Iterator[Fact]:
        """`instruction_left` for each; in quotation marks it is somebody else's.

        A sentence that is a question of the form, `asked`, is another matter.
        """
        words = [each for each in mentions.of("writer") if each.value in (*_VERBS, "form")]
        if not words:
            return
        if len(asked) < _FORM:  # what nobody else asks is none of a form's questions
            asked = ()
        verbs = [each for each in words if each.value in _VERBS]
        inner = [
            span
            for match in _ENCLOSED.finditer(mentions.small)
            if self._is_told(mentions, span := _inner(match))
        ]
        sentences = (self._sentence(mentions, verb) for verb in verbs)
        apart = [
            span
            for span in sentences
            if span is not None and not any(span.overlaps(each) for each in (*inner, *asked))
        ]
        for span in sorted((*inner, *apart)):
            if not mentions.is_quoted(span.start):
                yield mentions.fact("instruction_left", span, {})

    def _is_told(self, mentions: Mentions, span: Span) -> bool:
        """Whether what stands in brackets or stars tells the writer something.

        It begins with a verb of writing, behind nothing but words that lead up to one ("please",
        "must not"), and names a matter that notes tell, or the text itself.
        """
        found = [each for each in mentions.within(span) if each.group == "writer"]
        verb = next((each for each in found if each.value in _VERBS), None)
        about_text = any(each.value == "text" for each in found)
        if verb is None:
            return any(each.value == "form" for each in found) and _only_leads(mentions, span)
        if not _only_leads(mentions, Span(span.start, verb.start)):
            return False
        if self._condition.match(mentions.small, verb.end, span.end):
            return True
        if verb.value == "tells" and _ANY_IF.search(mentions.small, verb.end, span.end):
            return True
        if verb.value == "tells" and self._subject.match(mentions.small, verb.end, span.end):
            return True
        return about_text or any(
            each.value == "object" and each.start > verb.start for each in found
        )

    def _sentence(self, mentions: Mentions, verb: Mention) -> Span | None:
        """An instruction that is a sentence of its own, and no advice to the patient."""
        text = mentions.small
        line = text[max(0, text.rfind("\n", 0, verb.start)) : verb.start]
        end = _END.search(text, verb.end)
        if _OPENS.search(line) is None or end is None or _LABEL.match(text, verb.end, end.start()):
            return None
        span = Span(verb.start, end.start())
        behind = mentions.groups(Span(verb.end, span.end))
        if verb.value == "only_edits":
            return span
        if _TEXT in behind and (verb.value != "may_tell" or "writer.object" in behind):
            return span
        if _says_no_more(mentions, verb, span.end):
            return span
        clause = mentions.clause(verb.start)
        is_advice = clause is None or not _ADVICE.isdisjoint(clause.sections)
        is_told = verb.value == "tells" and self._subject.match(text, verb.end) is not None
        return span if is_told and not is_advice and "writer.object" in behind else None


def _says_no_more(mentions: Mentions, verb: Mention, end: int) -> bool:
    """Whether a sentence tells to write matters of notes and nothing else: "Include frequency."."""
    small, readings = mentions.small, mentions.lexicon.readings
    if small[verb.start : verb.end] not in _WRITES:
        return False
    words = [word for word in _WORD.findall(small, verb.end, end) if word not in _SMALL]
    matters = {("writer", "object"), ("writer", "text"), ("writer", "matter")}
    is_sure = verb.value != "may_tell" or len(words) >= _SURE
    is_whole = all(not matters.isdisjoint(readings.get(word, ())) for word in words)
    return is_sure and bool(words) and is_whole


_ANY_IF = re.compile(r"[ ](?:if|when|where)[ ]")
_WRITES = frozenset(
    (
        "include",
        "list",
        "provide",
        "specify",
        "state",
        "indicate",
        "document",
        "describe",
        "note",
        "record",
        "summarize",
        "summarise",
        "explain",
    )
)
_SURE = 2  # matters that a verb of care, "note", must have to be one of writing
_SMALL = frozenset(
    (
        "and",
        "the",
        "of",
        "for",
        "a",
        "an",
        "each",
        "with",
        "any",
        "all",
        "per",
        "or",
        "to",
        "in",
        "at",
        "on",
        "from",
    )
)


def _inner(match: re.Match[str]) -> Span:
    """What stands between the brackets, without the room around it."""
    start, end = match.span(match.lastgroup or 0)
    words = match.string[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _only_leads(mentions: Mentions, span: Span) -> bool:
    """Whether a stretch holds nothing but words that lead up to an instruction, or figures."""
    readings = mentions.lexicon.readings
    return all(
        any(
            group == "writer" and value not in ("object", "matter")
            for group, value in readings.get(word, ())
        )
        for word in _WORD.findall(mentions.small, span.start, span.end)
    )
