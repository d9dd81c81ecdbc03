"""Whom a note is about: what it calls the patient, by pronoun, by name and by age."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mentions import Mention, Mentions

_SEX = re.compile(  # in the head: "67 / F", "58M", "Sex: F"
    r"\b(?:(?:sex|gender)[ \t]*[:.]+[ \t]*(?P<a>male|female|m|f)\b"
    r"|(?<!y )(?<!yr )(?<!yrs )\d{1,3}[\s-]?(?:y/?o|yrs?[\s-]old|years?[\s-]old)?"
    r"[ \t,/|()-]{0,5}(?P<b>male|female|[mf])\b(?![/.]\w)"
    r"|(?P<c>[mf])[\s,/]{1,3}\d{2}\b(?![/-]))"
)
_MAN_OR_WOMAN = re.compile(  # anywhere: "a 73-year-old retired man", "61 y/o female"
    r"y(?:(?:ea)?rs?[\s-]old|/?o\b)[\s,]+(?:[\w-]+[\s,]+){0,3}?"
    r"(?P<it>male|female|man|woman|gentleman|lady)\b"
)
_MEN = frozenset(("m", "male", "man", "gentleman", "mr"))
_AGE = re.compile(  # what is rare comes first: every number could be an age
    r"age(?<!\wage)(?:d\b|\b)[ \t]*[:.]?[ \t]*(?P<a>\d{1,3})\b(?![/.-]\d)"
    r"|y(?:[/-]?o|rs?[\s-]old|ears?[\s-]old|\.o\.)(?!\w)"
)
_NUMBER_BEFORE = re.compile(r"\b(\d{1,3})[\s-]?$")
_NAMED = re.compile(  # "Patient: Quill, Marta J.", "Name..... Marta Quill"
    r"(?:^|[ \t]{2}|\|)[ \t|*#]*(?i:patient|pt|client|resident|member|employee|claimant|name|res"
    r"|child|baby|worker|account holder|athlete|veteran|student|beneficiary|injured worker)"
    r"(?:['’]s)?(?i:[ \t]+name)?[ \t]*(?:[:.]+|\||[ \t]{2,})[ \t|]*"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss)\.?[ \t]+)?"
    r"[A-Z][\w'’.-]*(?:,?[ \t][A-Z][\w'’.-]*){1,3})",
    re.MULTILINE,
)
_UNLABELLED = re.compile(  # in the head: "Lyra D., 20, college soccer", "Marta Quill   61"
    r"(?:^|\|)[ \t|*#]*(?P<name>[A-Z][a-z'’-]+(?:[ \t](?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})"
    r"(?:,[ \t]*|[ \t]*\|[ \t]*|[ \t]+)(?:age[ \t]*)?\d{1,2}(?![\w/.-])"
    r"(?![ \t]*(?:visits?|min|weeks?|of)\b)",
    re.MULTILINE,
)
_TITLED = re.compile(r"M(?:rs?|s|iss|x)\b\.?[ \t]+(?P<name>[A-Z][\w'’-]+(?:[ \t][A-Z][\w'’-]+)?)")
_SUBJECT = re.compile(  # a first name that does something
    r"\b(?P<name>[A-Z][a-z]+)(?:['’]s)?(?=[ \t]+(?P<verb>[a-z]+))"
)
_VERBS = frozenset(
    (
        "reports",
        "reported",
        "states",
        "stated",
        "says",
        "said",
        "denies",
        "denied",
        "notes",
        "noted",
        "demonstrates",
        "demonstrated",
        "tolerated",
        "tolerates",
        "performed",
        "performs",
        "completed",
        "completes",
        "arrived",
        "arrives",
        "presents",
        "presented",
        "ambulated",
        "walked",
        "walks",
        "needed",
        "needs",
        "required",
        "requires",
        "was",
        "is",
        "has",
        "had",
        "can",
        "could",
        "will",
        "continues",
        "continued",
        "did",
        "does",
        "feels",
        "felt",
        "rates",
        "rated",
        "shows",
        "showed",
        "remains",
        "remained",
        "improves",
        "uses",
        "used",
        "complained",
        "complains",
        "agreed",
        "attended",
        "lives",
        "works",
        "returned",
        "progressed",
    )
)
_ALONE_ON_ITS_LINE = re.compile(
    r"[ \t]*(?:Mr|Mrs|Ms|Miss|Mx)\.?[ \t]+[A-Z][\w'’-]+[ \t]*$", re.MULTILINE
)
_ADDRESSED = re.compile(r"\b(?:dear|to|attn|attention|cc)[:.]?\s+$", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-Za-z][a-z'’-]+|[A-Z]{2,}")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
_SHORT = 3  # letters of a name that may be an abbreviation


class Known(NamedTuple):
    """The words of the patient's name, where the head of the note gives it."""

    words: frozenset[str]
    span: Span | None
    is_full: bool  # with a first name


class Labelled(NamedTuple):
    """A name behind the label of a patient's: its words, and where it stands."""

    words: frozenset[str]
    span: Span


def labelled_names(mentions: Mentions) -> Iterator[Labelled]:
    """Every name behind such a label, all over the text."""
    for match in _NAMED.finditer(mentions.reading.text):
        words = _words(match["name"])
        if words:
            yield Labelled(frozenset(words), Span(*match.span("name")))


def person_facts(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[Fact]:
    """What the note calls the patient: `gendered`, `aged` and `named`, each with its value.

    `given` says that the head of the note tells it, `alone` that nobody else is near.
    """
    yield from _gendered(mentions)
    yield from _aged(mentions)
    yield from _named(mentions, signed)


def _gendered(mentions: Mentions) -> Iterator[Fact]:
    for span, word in _told_sexes(mentions):
        if _is_patients(mentions, span.start):
            value = "he" if word in _MEN else "she"
            slots: dict[str, SlotValue] = {"is": value, "given": True, "alone": True}
            yield _fact(mentions, "gendered", span, slots)
    text = mentions.reading.text
    for mention in mentions.of("gender"):
        if mention.value in ("he", "she") and not _is_pair(text, mention):
            slots = {
                "is": mention.value,
                "alone": _is_alone(mentions, mention.start, _MAY_BE[mention.value])
                and not mentions.is_quoted(mention.start),
            }
            yield _fact(mentions, "gendered", Span(mention.start, mention.end), slots)


def _told_sexes(mentions: Mentions) -> Iterator[tuple[Span, str]]:
    """Where the note says what the patient is, in order."""
    for match in _SEX.finditer(mentions.small, 0, mentions.head_end):
        yield Span(*match.span()), match["a"] or match["b"] or match["c"]
    for match in _MAN_OR_WOMAN.finditer(mentions.small):
        yield Span(*match.span()), match["it"]


def _is_pair(text: str, mention: Mention) -> bool:
    """Whether the other pronoun stands behind a slash: "he/she"."""
    return "/" in (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])


_FAMILY = frozenset(("others.family", "others.men_of_family", "others.women_of_family"))
_OTHERS = frozenset(("others",))
_ANYBODY = frozenset(f"others.{each}" for each in ("family", "helpers", "providers", "outside"))
_MAY_BE = {  # people whom a pronoun can mean
    "he": _ANYBODY | {"others.men_of_family"},
    "she": _ANYBODY | {"others.women_of_family"},
}


def _is_alone(mentions: Mentions, offset: int, others: frozenset[str], before: int = 1) -> bool:
    """Whether none of these people is named in the statement, nor in so many before it."""
    at = mentions.statement(offset)
    near = (mentions.by_statement.get(at - back, frozenset()) for back in range(before + 1))
    return all(others.isdisjoint(groups) for groups in near)


def _is_patients(mentions: Mentions, offset: int) -> bool:
    """Whether no relative is near, in this paragraph; a label, "Child: Ottoline B.", is none."""
    line = mentions.small.rfind("\n", 0, offset) + 1
    label = _LABEL.match(mentions.small, line, offset) if offset < mentions.head_end else None
    if label is None:
        return _is_alone(mentions, offset, _FAMILY, 0 if _begins(mentions, offset) else 1)
    return all(
        each.start >= offset or each.end <= label.end()
        for each in mentions.of("others")
        if each.start >= line
    )


def _begins(mentions: Mentions, offset: int) -> bool:
    """Whether the statement at `offset` is the first of its paragraph."""
    at = mentions.statement(offset)
    start = mentions.reading.statements[at].span.start if at < len(mentions.reading.ends) else 0
    return mentions.reading.text.rfind("\n\n", 0, offset) >= start - _GAP


_GAP = 4  # characters between a blank line and what stands below it: "- ", "A: "
_LABEL = re.compile(
    r"[ \t*|]*(?:child|baby|infant|student|client|patient|pt|resident|name)['s]*[^:\n]{0,8}:"
)


def _aged(mentions: Mentions) -> Iterator[Fact]:
    for span, age in _ages(mentions.small, mentions.head_end):
        is_now = not (_is_of_then(mentions.small, span) or _is_of_thing(mentions, span))
        if is_now and _is_patients(mentions, span.start):
            slots: dict[str, SlotValue] = {"is": age, "given": True, "alone": True}
            yield _fact(mentions, "aged", span, slots)


_THEN = re.compile(  # an age at which something was, and is no more: "diagnosed at 15 years old"
    r"\b(?:at|as|since|from|until|till|by|before|after|around|between|was|were"
    r"|(?:when|while|if|once) (?:he|she|they|(?:the )?(?:pt|patient|client)) (?:was|were))\s+"
    r"(?:(?:the|an|her|his|their)\s+)?(?:ages?\s+(?:of\s+)?)?(?:about\s+|approximately\s+|~)?$"
)
_THEN_REACH = 48
_SOMEBODY = re.compile(  # "presents as 61 y/o F" tells of now
    r"[\s,]+(?:[\w-]+[\s,]+){0,3}?"
    r"(?:male|female|man|woman|gentleman|lady|boy|girl|pt|patient|client|child|student|[mf])\b"
)


def _is_of_then(text: str, span: Span) -> bool:
    """Whether an age tells when something happened."""
    before = _THEN.search(text, max(0, span.start - _THEN_REACH), span.start)
    return before is not None and _SOMEBODY.match(text, span.end) is None


def _is_of_thing(mentions: Mentions, span: Span) -> bool:
    """Whether what is so old is a thing: "a 10-year-old tear", "the scar is 8 years old"."""
    small, readings = mentions.small, mentions.lexicon.readings
    behind = _NEXT_WORDS.match(small, span.end)
    before = _SUBJECT_BEFORE.search(small, max(0, span.start - _THEN_REACH), span.start)
    words = behind.group().replace("-", " ").split() if behind else []
    words += [before["it"]] if before else []
    return any(group == "aging" for word in words for group, _ in readings.get(word, ()))


_NEXT_WORDS = re.compile(r"(?:[ -]+[a-z']+){1,3}")
_SUBJECT_BEFORE = re.compile(
    r"\b(?P<it>[a-z]+) (?:is|are|,) (?:now |about |over |only |already )?$"
)


_IN_HEAD = re.compile(  # "Marta Quill, 61, teacher", "58M", "F 44", "67 / F"
    r"(?<=[a-z.],)[ \t]*(?P<a>\d{2})(?=,|[ \t]{2}|[ \t]*$)|\b(?P<b>\d{2})[ \t]?/?[ \t]?[mf]\b(?!/)"
    r"|(?<![\w/.])[mf][ \t,/]{1,3}(?P<c>\d{2})\b(?![/.-]\d)"
    r"|\b(?:dob|born)[ :]*[\d/.-]{6,10}(?![\d/.-])[ ,]*\(?(?:age )?(?P<d>\d{1,2})\)?(?=[ ,)\n])",
    re.MULTILINE,
)


def _ages(text: str, head_end: int) -> Iterator[tuple[Span, int]]:
    """Each age with its place: "age 61", "61 y/o", "61-year-old", and in the head "58M"."""
    for match in _IN_HEAD.finditer(text, 0, head_end):
        yield Span(*match.span()), int(match["a"] or match["b"] or match["c"] or match["d"])
    for match in _AGE.finditer(text):
        before = _NUMBER_BEFORE.search(text, max(0, match.start() - 5), match.start())
        if match["a"]:
            yield Span(*match.span()), int(match["a"])
        elif before:
            yield Span(before.start(), match.end()), int(before[1])


def _named(mentions: Mentions, signed: tuple[Span, ...]) -> Iterator[Fact]:
    text = mentions.reading.text
    signers = {word for span in signed for word in _words(span.of(text))}
    known = _known(mentions, signers)
    if known.span is not None:
        yield _fact(mentions, "named", known.span, {"is": "given", "given": True})
    for match in _TITLED.finditer(text):
        words = _words(match["name"])
        is_other = (
            words & signers
            or _is_addressed(text, match.start())
            or _is_advisers(text, match.span())
        )
        if is_other or not _is_alone(mentions, match.start(), _OTHERS, 0):
            continue
        is_known = bool(words & known.words)
        value = "given" if is_known else max(words, default="", key=len)
        slots: dict[str, SlotValue] = {"is": value, "alone": True}
        yield _fact(mentions, "named", Span(*match.span()), slots)
    yield from _first_names(mentions, known, signers)
    yield from _unknown_names(mentions, known, signers)


def _first_names(mentions: Mentions, known: Known, signers: set[str]) -> Iterator[Fact]:
    """First names that do something, where the patient's own is known."""
    if not known.is_full:
        return
    firsts = mentions.lexicon.readings
    for match in _SUBJECT.finditer(mentions.reading.text):
        name = match["name"].lower()
        is_name = any(group == "first_names" for group, _ in firsts.get(name, ()))
        if is_name and match["verb"] in _VERBS and name not in known.words | signers:
            alone = _is_alone(mentions, match.start(), _OTHERS, 0)
            span = Span(*match.span("name"))
            yield _fact(mentions, "named", span, {"is": name, "alone": alone})


_SPEAKS = re.compile(  # what only people do, behind a word that begins a sentence
    r"(?:^|[.:;]|\b[SOAP]:)[ \t]*(?P<name>[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)[ \t]+"
    r"(?:reports|reported|states|stated|denies|denied|verbali[sz]e[sd]"
    r"|is (?:tolerating|progressing|motivated|eager)|arrive[sd]|ambulate[sd]"
    r"|complain(?:s|ed) of)\b",
    re.MULTILINE,
)
_ROLE = re.compile(r"(?:ists?|ians?|ors?|ers?|ees?|ants?|ents?|pas?|mas?|mom|dad|um|ing|mmy|ddy)$")


def _unknown_names(mentions: Mentions, known: Known, signers: set[str]) -> Iterator[Fact]:
    """Surnames that do what only people do, and that no word of the language is."""
    if not known.is_full:
        return
    symbols, unknown = mentions.reading.symbols, mentions.unknown
    for match in _SPEAKS.finditer(mentions.reading.text):
        words = _words(match["name"])
        at = bisect_left(symbols.starts, match.start("name"))
        is_word = at < len(symbols.starts) and symbols.chars[at] not in unknown
        if is_word or words & (known.words | signers) or _ROLE.search(match["name"]):
            continue
        alone = _is_alone(mentions, match.start("name"), _OTHERS, 0)
        span = Span(*match.span("name"))
        yield _fact(mentions, "named", span, {"is": match["name"].lower(), "alone": alone})


def _known(mentions: Mentions, signers: set[str]) -> Known:
    """The patient's name by its label; else the first one that has a title."""
    text = mentions.reading.text
    labelled = _NAMED.finditer(text, 0, max(mentions.head_end, 600))
    for match in (*labelled, *_UNLABELLED.finditer(text, 0, mentions.head_end)):
        words = _words(match["name"])
        if words and not words & signers and words.isdisjoint(_VERBS):
            is_full = len(match["name"].split()) > 1
            return Known(frozenset(words), Span(*match.span("name")), is_full)
    for match in _TITLED.finditer(text):
        words = _words(match["name"])
        is_other = words & signers or _is_addressed(text, match.start())
        if not is_other and _is_alone(mentions, match.start(), _OTHERS, 0):
            return Known(frozenset(words), Span(*match.span()), len(words) > 1)
    return Known(frozenset(), None, is_full=False)


def _is_addressed(text: str, start: int) -> bool:
    """Whether a letter is written to, or by, whoever is named there: "Dear Ms. Vane"."""
    return _ADDRESSED.search(text[max(0, start - 12) : start]) is not None or (
        _ALONE_ON_ITS_LINE.match(text, text.rfind("\n", 0, start) + 1) is not None
    )


def _is_advisers(text: str, span: tuple[int, int]) -> bool:
    """Whether whoever is named gives orders or advice: "on Mr Faulds' advice", "per Ms. Vane"."""
    start, end = span
    before = text[max(0, start - 24) : start]
    return _BY_ORDER.search(before) is not None or _ORDER.match(text, end) is not None


_BY_ORDER = re.compile(
    r"\b(?:per|under|surgeon|consultant|referred by|referral from|letter from|seen by|review with"
    r"|follow[- ]up with|f/u with|clinic with|list of)[:,]?\s+$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:['’]s?)?\s+(?:advice|request|list|team|clinic|orders?|protocol|instructions?|review|office"
    r"|recommendations?|rooms|referral|letter|registrar|secretary)\b",
    re.IGNORECASE,
)


def _words(name: str) -> set[str]:
    """The words of a name that tell it apart, in small letters."""
    found = {word.lower().rstrip(".'’") for word in _NAME_WORD.findall(name)}
    return {word for word in found if len(word) > 1 and word not in _TITLES}


def _fact(mentions: Mentions, kind: str, span: Span, slots: dict[str, SlotValue]) -> Fact:
    clause = mentions.clause(span.start) or Clause(span, "performed", ("header",))
    return Fact(kind, span, clause, {"given": False, "alone": False, **slots})
