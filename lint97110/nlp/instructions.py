"""What a template tells its writer to do, left in a note: "(describe the cueing)"."""

import re
from collections.abc import Iterator, Sequence

from lint97110.model import Fact, Span
from lint97110.nlp.mentions import Mention, Mentions

_ENCLOSED = re.compile(  # no bracket inside, nor a label behind
    r"\((?P<a>[^()\n]{6,160})\)(?!:)|\[(?P<b>[^\[\]\n]{6,160})\](?!:)|<(?P<c>[^<>\n]{6,160})>"
    r"|\{(?P<d>[^{}\n]{6,160})\}|\*{1,3}(?P<e>[^*\n]{6,160})\*{1,3}|«(?P<f>[^«»\n]{6,160})»"
)
_OPENS = re.compile(r"(?:^|[.!?]|[\n•])[\s•>-]*$")
_END = re.compile(r"[.!;](?=\s|$)|\n|$")
_LABEL = re.compile(r"[^.\n]{0,60}:")
_WORD = re.compile(r"[a-z]+")
_SUBJECT = re.compile(
    r"[ ](?:the|a|an|your|any|each|all|how|why|what|which|whether|level|type|pain|at|in|patient"
    r"|deficits?|impairments?|progress)\b"
)
_IF = re.compile(  # in brackets: "complete if modified", "include vitals if indicated"
    r"[^.\n]*\b(?:if|when|where|as)[ ](?:present|indicated|applicable|modified|used|needed|any"
    r"|relevant|appropriate|abnormal|positive|changed|different|required|known|available|completed)\b"
)
_ADVICE = frozenset(("plan", "home_program", "education", "precautions", "goals"))
_TEXT = "writer.text"


def instruction_facts(mentions: Mentions, asked: Sequence[Span]) -> Iterator[Fact]:
    """`instruction_left` for each; in quotation marks it is somebody else's.

    A sentence that is a question of the form, `asked`, is another matter.
    """
    words = [each for each in mentions.of("writer") if each.value in (*_VERBS, "form")]
    if not words:
        return
    verbs = [each for each in words if each.value in _VERBS]
    inner = [
        span
        for match in _ENCLOSED.finditer(mentions.small)
        if _is_told(mentions, span := _inner(match))
    ]
    sentences = (_sentence(mentions, verb) for verb in verbs)
    apart = [
        span
        for span in sentences
        if span is not None and not any(span.overlaps(each) for each in (*inner, *asked))
    ]
    for span in sorted((*inner, *apart)):
        if not mentions.is_quoted(span.start):
            yield mentions.fact("instruction_left", span, {})


def _is_told(mentions: Mentions, span: Span) -> bool:
    """Whether what stands in brackets or stars tells the writer something.

    It begins with a verb of writing, behind nothing but words that lead up to one ("please", "must
    not"), and names a matter that notes tell, or the text itself.
    """
    found = [each for each in mentions.within(span) if each.group == "writer"]
    verb = next((each for each in found if each.value in _VERBS), None)
    about_text = any(each.value == "text" for each in found)
    if verb is None:
        return any(each.value == "form" for each in found) and _only_leads(mentions, span)
    if not _only_leads(mentions, Span(span.start, verb.start)):
        return False
    if _IF.match(mentions.small, verb.end, span.end):
        return True
    if verb.value == "tells" and _SUBJECT.match(mentions.small, verb.end, span.end):
        return True
    return about_text or any(each.value == "object" and each.start > verb.start for each in found)


def _inner(match: re.Match[str]) -> Span:
    """What stands between the brackets, without the room around it."""
    start, end = match.span(match.lastgroup or 0)
    words = match.string[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


_VERBS = frozenset(("tells", "edits", "only_edits", "may_tell"))


def _only_leads(mentions: Mentions, span: Span) -> bool:
    """Whether a stretch holds nothing but words that lead up to an instruction, or figures."""
    readings = mentions.lexicon.readings
    return all(
        any(group == "writer" and value != "object" for group, value in readings.get(word, ()))
        for word in _WORD.findall(mentions.small, span.start, span.end)
    )


def _sentence(mentions: Mentions, verb: Mention) -> Span | None:
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
    clause = mentions.clause(verb.start)
    is_advice = clause is None or not _ADVICE.isdisjoint(clause.sections)
    is_told = verb.value == "tells" and _SUBJECT.match(text, verb.end) is not None
    return span if is_told and not is_advice and "writer.object" in behind else None
