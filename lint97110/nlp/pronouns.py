"""By which pronoun the note calls the patient, and where it uses the other one."""

import re
from collections import Counter
from collections.abc import Iterator

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.antecedents import OTHER, Antecedents
from lint97110.nlp.company import Company
from lint97110.nlp.heads import is_warmth, pronoun_of, told_sexes
from lint97110.nlp.known_names import Known
from lint97110.nlp.mentions import Mention, Mentions

_IS_A = re.compile(  # anywhere: "a 73-year-old retired man", "61 y/o female", "69 y.o. male"
    r"y(?:(?:ea)?rs?[\s-]old|/?o\b|\.o\b\.?)[\s,]+(?:[\w-]+[\s,]+){0,3}?"
    r"(?P<it>male|female|man|woman|gentleman|lady|boy|girl)\b"
    r"|\b(?:patient|pt|client|s?he) is an? (?:[\w-]+[\s,]+){0,3}?"
    r"(?P<that>male|female|man|woman|gentleman|lady|boy|girl)\b"
)
_MARKED = re.compile(  # anywhere: "Hx: 62F, diabetes", "58 yo M with knee pain"
    r"(?:^|[:.(;]|\b[Pp]t)[ \t]*(?:is an? |[Aa]n? )?"
    r"(?P<n>[1-9]\d)[ -]?(?:y/?o|y\.o\.)?[ -]?(?P<it>[MF])(?=[,;.)]| (?!\d)[a-z])",
    re.MULTILINE,
)
_MOTHERS = re.compile(r"\b(?:pregnant|postpartum|g\dp\d|gravida|lochia)\b")
_MARKS = frozenset(("m", "f", "yom", "yof", "om"))
_SEXES = frozenset(("male", "female", "man", "woman", "gentleman", "lady", "boy", "girl"))
_EXPLAINED = re.compile(r"[ ]\([a-z]")
_THIS = re.compile(r"t(?<!\w.)his (?P<it>man|woman|gentleman|lady)\b")


def gendered_facts(
    mentions: Mentions, company: Company, antecedents: Antecedents, known: Known
) -> Iterator[Fact]:
    """`gendered` for each pronoun, and for what gives the patient's: the head, or most of it.

    Where nothing gives it, or as much speaks for the one as for the other, no pronoun is alone.
    """
    given = _once(_told(mentions, company, known))
    said = [
        (
            each,
            not (mentions.is_quoted(each.start) or antecedents.may_mean(each, OTHER[each.value])),
        )
        for each in mentions.of("gender")
        if each.value in ("he", "she") and not _is_pair(mentions.reading.text, each)
    ]
    given = given or list(_voted(mentions, company, known, said))
    yield from given
    own = str(given[0].slots["is"]) if given else ""
    for mention, _ in said:
        if _EXPLAINED.match(mentions.small, mention.end):  # "he (coach) wants her back"
            continue
        is_free = not mentions.is_quoted(mention.start) and (
            antecedents.is_of_patient(mention) or not antecedents.may_mean(mention, own)
        )
        alone = bool(own) and is_free
        slots: dict[str, SlotValue] = {"is": mention.value, "given": False, "alone": alone}
        yield mentions.fact("gendered", Span(mention.start, mention.end), slots)


def _once(facts: Iterator[Fact]) -> list[Fact]:
    """The facts without those that lie in another one, or end with it."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)):
        if not found or fact.span.start >= found[-1].span.end:
            found.append(fact)
    return found


def _told(mentions: Mentions, company: Company, known: Known) -> Iterator[Fact]:
    """What is said outright: in the head, by a title, beside an age."""
    for told in told_sexes(mentions):
        yield _given(mentions, told.span, told.value)
    if known.title is not None:
        title = known.title.of(mentions.small).rstrip(".")
        yield _given(mentions, known.title, pronoun_of(title))
    for match in _told_beside_a_word(mentions):
        if not company.is_named_before(match.start()):
            groups = match.groupdict()
            word = groups["it"] or groups["that"]
            yield _given(mentions, Span(*match.span()), pronoun_of(word))
    for match in _MARKED.finditer(mentions.reading.text) if _may_be_marked(mentions) else ():
        if not (company.is_named_before(match.start()) or is_warmth(mentions, match)):
            yield _given(mentions, Span(match.start("n"), match.end()), pronoun_of(match["it"]))
    for match in _MOTHERS.finditer(mentions.small):
        if not company.is_near(match.start()):
            yield _given(mentions, Span(*match.span()), "she")
    if known.title is not None:
        yield from _otherwise_titled(mentions, company, known)


def _told_beside_a_word(mentions: Mentions) -> tuple[re.Match[str], ...]:
    """Where a word for a man or a woman tells the sex."""
    if _SEXES.isdisjoint(mentions.rows):
        return ()
    return (*_IS_A.finditer(mentions.small), *_THIS.finditer(mentions.small))


def _may_be_marked(mentions: Mentions) -> bool:
    """Whether a letter that may be a sex stands somewhere by itself, or behind "yo" or "y/o"."""
    return not _MARKS.isdisjoint(mentions.rows) or "/of" in mentions.small


def _otherwise_titled(mentions: Mentions, company: Company, known: Known) -> Iterator[Fact]:
    """The patient's surname with another title, where no spouse is near: "Mr. Quill needs"."""
    for match in _TITLED.finditer(mentions.small):
        if match["name"] in known.words and not company.is_near(match.start()):
            yield _given(mentions, Span(*match.span()), pronoun_of(match["title"]))


_TITLED = re.compile(r"\b(?P<title>mr|mrs|ms|miss)\b\.?[ ](?P<name>[a-z][a-z-]+)")


def _voted(
    mentions: Mentions, company: Company, known: Known, said: list[tuple[Mention, bool]]
) -> Iterator[Fact]:
    """What most things tell: spouses, the first name, and pronouns.

    A pronoun counts twice that would be nobody's, were the other one the patient's.
    """
    told = [each.value for each, is_free in said if is_free]
    told += [
        each.value
        for each in mentions.of("spouses")
        if _whose(mentions, each) in (_WHOSE[each.value], "")
    ]
    told += company.of_first_names(known.words)
    rest = [each.value for each, is_free in said if not is_free]
    place = next((Span(e.start, e.end) for e, _ in said), None)
    value = _winner(Counter(told), 2, 2) or _winner(Counter([*told, *told, *rest]), 4, 1.5)
    if place is not None and value:
        yield _given(mentions, place, value)


def _winner(votes: Counter[str], fewest: int, times: float) -> str:
    """What has most votes, if it has enough, and so many times those of the other."""
    for value, count in votes.most_common(1):
        if count >= fewest and count >= times * (votes.total() - count):
            return value
    return ""


_WHOSE = {"he": "his", "she": "her"}


def _whose(mentions: Mentions, spouse: Mention) -> str:
    """Whose spouse it is: "his", "her" or somebody else's; empty where nothing is said."""
    before = mentions.small[mentions.piece(spouse.start).start : spouse.start].split()
    last = before[-1] if before else ""
    return last if last in ("his", "her", "their", "my") or "'" in last else ""


def _given(mentions: Mentions, span: Span, value: str) -> Fact:
    return mentions.fact("gendered", span, {"is": value, "given": True, "alone": True})


def _is_pair(text: str, mention: Mention) -> bool:
    """Whether the other pronoun stands behind a slash: "he/she"."""
    return "/" in (text[mention.start - 1 : mention.start], text[mention.end : mention.end + 1])
