"""How old the note says that the patient is: in its head, by the day of birth, and in sentences."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lint97110.model import Fact, SlotValue, Span
from lint97110.nlp.antecedents import Antecedents
from lint97110.nlp.company import Company
from lint97110.nlp.heads import told_ages
from lint97110.nlp.mentions import Mentions
from lint97110.wording import AtPlaces, Sought

_OLD = Sought(  # "61-year-old", "61 y/o", "61yoM", "5-month-old", "at 83 years she has"
    re.compile(
        r"(?<=y)(?:/?o(?=[mf]?\b)|\.o\."
        r"|(?:ea)?rs?[\s-]old\b|ears(?: of age\b|,? (?=she|he|the patient)))"
        r"|(?<=m)(?:onths?|os?)[\s-]old\b"
    ),
    ("/o", "yo", ".o.", "old", "ears"),
)
_WITH_MONTHS = AtPlaces(  # "6 years 2 months old", "4 yrs 7 mths", "aged 5y 3m"
    re.compile(
        r"(?<![\w/.-])(?P<n>\d{1,2}) ?y(?:ea)?(?:rs?)?[., ]+(?:and )?"
        r"\d{1,2} ?m(?:(?:on)?ths?|os?)?\b\.?(?P<old>[ -]old| of age)?"
    ),
    ("y", "yr", "yrs", "yea", "year", "years"),
)
_OLD_WORDS = frozenset(("o", "om", "yo", "yom", "yof", "old", "years"))
_NUMBER = re.compile(r"(?<![\w/.-])(?P<n>\d{1,3})[\s-]*[ym]$")
_THEN = re.compile(  # an age at which something was, and is no more: "diagnosed at 15 years old"
    r"\b(?:at|as|since|from|until|till|by|before|after|around|between|was|were|of|with|than"
    r"|for(?! an? )|like|his|her|their"
    r"|(?:when|while|if|once) (?:he|she|they|(?:the )?(?:pt|patient|client)) (?:was|were))\s+"
    r"(?:(?:the|an?|her|his|their)\s+)?(?:ages?\s+(?:of\s+)?)?(?:about\s+|approximately\s+|~)?$"
)
_SOMEBODY = re.compile(  # "presents as 61 y/o F" tells of now
    r"[\s,]+(?:[\w-]+[\s,]+){0,3}?"
    r"(?:male|female|man|woman|gentleman|lady|boy|girl|pt|patient|client|child|student|[mf])\b"
)
_NEXT_WORDS = re.compile(r"(?:[ -]+[a-z']+){1,3}")
_SUBJECT_BEFORE = re.compile(
    r"\b(?P<of>the |his |her |their |its )?(?P<it>[a-z]+) (?:is|are|,) "
    r"(?:now |about |over |only |already )?$"
)
_LABEL_BEFORE = re.compile(r"\b(?P<it>[a-z]+):[^.;:\n]{1,30}$")  # "Wheelchair: manual, "
_PEOPLE = frozenset(
    (
        "patient",
        "pt",
        "client",
        "resident",
        "man",
        "woman",
        "lady",
        "gentleman",
        "boy",
        "girl",
        "child",
    )
)
_THIS = re.compile(r"\bthis[ ]$")
_IS = re.compile(  # "he is 71 and walks", "pt is 71, retired", "Marta is 71"
    r"\b(?P<who>[a-z][a-z'’-]+) is (?:now )?(?P<n>[1-9]\d)(?=[.,;](?!\d)| and (?!\d)| but )"
)
_IS_OF_AGE = re.compile(r" is (?:now )?[1-9]\d")  # begins with letters that are found far sooner
_TITLED = re.compile(  # "Mrs. Quill, 74, keeps her pace"
    r"m(?<!\w.)(?:rs?|s|iss)\b\.? [a-z][a-z'’-]+, (?P<n>[1-9]\d)(?=, [a-z])"
)
_BESIDE = re.compile(  # "Marta (71) walks", "Quill, 71, walks", "Quill (71 y)"
    r",[ ](?P<a>[1-9]\d)(?=, [a-z])|\((?P<b>[1-9]\d)(?: ?y[a-z.]*)?\)"
)
_AGED = Sought(  # "at age 58 he still", "patient, aged 58, still"
    re.compile(
        r"age(?<=\bat age) (?P<b>[1-9]\d),? "
        r"(?=(?:s?he|pt|patient) (?:still|now|is|has|remains|continues|can)\b)"
        r"|(?<=[ ,])aged? (?P<a>[1-9]\d)\b"
    ),
    ("age",),
)
_LAST_NAME = re.compile(r"(?P<who>[a-z][a-z'’-]+),? (?:is )?$|(?P<it>[a-z][a-z'’-]+)$")
_DECADE = Sought(  # "in her 70s", "an octogenarian"
    re.compile(
        r"i(?<!\w.)n (?:his|her|their) (?:early |mid |mid-|late )?(?P<n>[2-9]0)(?:[ ]*['’]?s\b)"
        r"|\b(?P<latin>sexa|septua|octo|nona)genarian\b"
    ),
    ("0s", "0's", "0’s", "genarian"),
)
_LATIN = {"sexa": 60, "septua": 70, "octo": 80, "nona": 90}
_IS_SO = re.compile(
    r"\b(?:is|now|man|woman|male|female|patient|pt|client|gentleman|lady|still|,)[ ]$"
)
_REACH = 48
_MONTHS, _INFANT, _DECADES_END = 12, 36, 10


def aged_facts(
    mentions: Mentions, company: Company, antecedents: Antecedents, days: Iterable[Fact]
) -> Iterator[Fact]:
    """`aged` for each age, in years or in months (`of`); the first of them gives it."""
    for told in told_ages(mentions):
        yield _aged(mentions, told.span, int(told.value), "years")
    yield from _from_birth(mentions, days)
    yield from _beside_names(mentions, company)
    for match in _IS.finditer(mentions.small) if _IS_OF_AGE.search(mentions.small) else ():
        said = mentions.within(Span(match.start(), match.start() + 1))
        is_others = any(e.group == "gender" and antecedents.may_mean(e) for e in said)
        is_named = match["who"] in _SUBJECTS or match["who"] in company.patient
        if is_named and not is_others and not company.is_near(match.start()):
            yield _aged(mentions, Span(*match.span()), int(match["n"]), "years")
    text = mentions.figured
    yield from _in_years_and_months(mentions, company)
    for match in _OLD.finditer(text) if _may_be_old(mentions) else ():
        before = text[max(0, match.start() - _REACH) : match.start()]
        number = _NUMBER.search(before)
        if number is None:
            continue
        start = match.start() - len(before) + number.start()
        span = Span(start, match.end())
        if not _is_patients(mentions, company, span, before[: number.start()]):
            continue
        unit = "months" if number.group().endswith("m") else "years"
        yield _aged(mentions, span, int(number["n"]), unit)


def _may_be_old(mentions: Mentions) -> bool:
    """Whether a word stands there that is behind an age: "old", "y/o", "yoM", "years of age"."""
    return not _OLD_WORDS.isdisjoint(mentions.rows) or "/of" in mentions.small


def _in_years_and_months(mentions: Mentions, company: Company) -> Iterator[Fact]:
    """Ages of children in years and months: in the head, with "old" behind, or behind the name."""
    for match in _WITH_MONTHS.finditer(mentions.figured, mentions.counted):
        start = match.start()
        named = _LAST_NAME.search(mentions.small[max(0, start - _REACH) : start])
        is_named = named is not None and (named["who"] or named["it"]) in company.patient
        is_told = start < mentions.head_end or match["old"] or is_named
        if is_told and not company.is_named_before(start):
            yield _aged(mentions, mentions.written(match.span()), int(match["n"]), "years")


def _beside_names(mentions: Mentions, company: Company) -> Iterator[Fact]:
    """Ages beside the patient's name, or told as an age."""
    for match in _TITLED.finditer(mentions.small):
        if not company.is_named_before(match.start()):
            yield _aged(mentions, Span(*match.span("n")), int(match["n"]), "years")
    for match in (*_BESIDE.finditer(mentions.small), *_AGED.finditer(mentions.small)):
        at = "a" if match["a"] else "b"
        start = match.start()
        named = _LAST_NAME.search(mentions.small[max(0, start - _REACH) : start])
        who = (named["who"] or named["it"]) if named else ""
        is_told = mentions.small.startswith("age", start)
        is_named = who in company.patient or (is_told and (at == "b" or who in _SUBJECTS))
        if is_named and not company.is_named_before(start):
            yield _aged(mentions, Span(*match.span(at)), int(match[at]), "years")


_SUBJECTS = frozenset(("he", "she", "pt", "patient", "client", "man", "woman"))


def decades(mentions: Mentions, company: Company, age: int) -> Iterator[Fact]:
    """`aged` for a decade of life in which the patient cannot be: "in her seventies"."""
    text = mentions.figured
    for match in _DECADE.finditer(text):
        first = _LATIN[match["latin"]] if match["latin"] else int(match["n"])
        if first - 1 <= age <= first + _DECADES_END or company.is_near(match.start()):
            continue
        is_now = match["latin"] or _IS_SO.search(text[: match.start()][-_REACH:]) is not None
        if first > age or is_now:
            span = mentions.written(match.span())
            yield _aged(mentions, span, first + _DECADES_END // 2, "years")


def _is_patients(mentions: Mentions, company: Company, span: Span, before: str) -> bool:
    """Whether an age is of now, of nobody else near, and of no thing."""
    is_then = _THEN.search(before) and not _SOMEBODY.match(mentions.small, span.end)
    is_others = _is_others(mentions, company, span, before)
    is_at = mentions.small[span.start : span.end].rstrip(", ").endswith("ears")  # "at 83 years she"
    return not (is_others or (is_then and not is_at) or _is_of_thing(mentions, span, before))


def _is_others(mentions: Mentions, company: Company, span: Span, before: str) -> bool:
    """Whether a relative is so old: one named before it, or right behind it as who is meant.

    "This 61-year-old" and "she is 61 years old" are the patient's, whoever stands around.
    """
    if _THIS.search(before):
        return False
    piece = mentions.piece(span.start)
    start = piece.start
    if _PRONOUN_FIRST.match(mentions.small, start):
        start = mentions.piece(max(0, start - 3)).start
    behind = _WHO.match(mentions.small, span.end)
    end = behind.end() if behind else span.end
    return any(each.is_family and start <= each.start < end for each in company.people)


_PRONOUN_FIRST = re.compile(r"\W*(?:and )?s?he\b")
_WHO = re.compile(r"[ -](?:(?!and\b|who\b|with\b|in\b|on\b)[a-z-]+[ ]?){1,2}")


def _is_of_thing(mentions: Mentions, span: Span, before: str) -> bool:
    """Whether what is so old is a thing: "a 10-year-old tear", "the scar is 8 years old"."""
    readings = mentions.lexicon.readings
    behind = _NEXT_WORDS.match(mentions.small, span.end)
    subject = _SUBJECT_BEFORE.search(before)
    if subject and subject["of"] and subject["it"] not in _PEOPLE:
        return True
    words = behind.group().replace("-", " ").split() if behind else []
    words += [subject["it"]] if subject else []
    label = _LABEL_BEFORE.search(before)
    words += [label["it"]] if label else []
    return any(group == "aging" for word in words for group, _ in readings.get(word, ()))


def _from_birth(mentions: Mentions, days: Iterable[Fact]) -> Iterator[Fact]:
    """The age on the day of the visit."""
    told: dict[str, Fact] = {}
    for fact in days:
        told.setdefault(fact.kind, fact)
    if "born" not in told or "day_of_service" not in told:
        return
    months = _months(told["born"], told["day_of_service"])
    span = told["born"].span
    if months >= 0:
        yield _aged(mentions, span, months // _MONTHS, "years")
    if 0 <= months < _INFANT:
        yield _aged(mentions, span, months, "months")


def _months(born: Fact, served: Fact) -> int:
    first, last = (date.fromordinal(int(str(fact.slots["is"]))) for fact in (born, served))
    whole = (last.year - first.year) * _MONTHS + last.month - first.month
    return whole - (last.day < first.day)


def _aged(mentions: Mentions, span: Span, number: int, unit: str) -> Fact:
    slots: dict[str, SlotValue] = {"is": number, "of": unit, "given": True, "alone": True}
    return mentions.fact("aged", span, slots)
