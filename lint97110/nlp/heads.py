"""What the head of a note says of the patient: the sex and the age."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint97110.model import Span
from lint97110.nlp.mentions import Mentions

_OLDEST = 110
_YEARS = r"(?:[ -]?(?:y/?o|y\.o\.?|yrs?|years?|y)\b\.?(?:[ -]old)?)"
_MARK = r"[ \t,/|()-]{0,5}"
_LETTER = r"(?<![\w/.'’-])[MF](?![\w/.'’-]|[ ]\d{3})"
_SEX_WORD = r"\b(?i:male|female|man|woman|boy|girl|gentleman|lady)\b"
_OTHERS_AGE = r"(?![\w/.%-]|[ ]?(?:x|min|of|visits?|weeks?|wks?|days?|mo|months?|m|cm|kg|lbs?)\b)"
_SEX = re.compile(
    r"\b(?i:sex|gender)\b[ \t]*[:.|]*[ \t]*(?P<a>(?i:male|female|m|f))\b"
    rf"|(?<!ale/)(?<!ale / )(?P<b>{_SEX_WORD})(?![ ]?/[ ]?{_SEX_WORD})"
    r"|(?P<c>(?i:\bshe|\bhe))/(?i:hers?|him|his)\b"
    rf"|(?<![\w/.-])(?P<n>\d{{1,3}}){_YEARS}?{_MARK}(?P<d>(?<![/.'’])[MF])(?![\w/.'’-])"
    rf"|(?<![\w/.-])\d{{1,3}}{_YEARS}[ ,]{{1,2}}(?P<i>[MF])\.(?=\s)"
    rf"|(?P<e>{_LETTER}){_MARK}(?P<k>\d{{1,3}})(?:{_YEARS}|{_OTHERS_AGE})(?![ ]?[MF]\b)"
    r"|(?<![\w/.-])(?P<s>[1-9]\d)/(?P<h>[MF])(?![\w/.'’-])"
    r"|\([ ]?(?P<f>[MF])[ ]?[,)]|(?:[ ]{2}|[|\t,])[ ]?(?P<g>[MF])[ ]?(?=[ ]{2}|[|\t\n,]|$)"
)
_AGE = re.compile(
    rf"\b(?i:aged?)\b[ \t]*[:.|]*[ \t]*(?P<a>\d{{1,3}})(?:{_YEARS}|{_OTHERS_AGE})"
    rf"|(?<![\w/.-])(?P<b>\d{{1,3}}){_YEARS}?{_MARK}(?:(?i:male|female)|(?<![/.'’])[MF](?![/.])"
    r"|(?i:s?he/h))(?:\b|(?<=/h))"
    rf"|(?:{_LETTER}|\b(?i:male|female)\b){_MARK}(?P<c>\d{{2}})(?:{_YEARS}|{_OTHERS_AGE})"
    rf"|(?:^|[ ]{{2}}|[,|(])[ ]?(?P<d>\d{{1,3}}){_YEARS}(?=[ ]*(?:$|[,|)])|[ ]{{2}})"
    r"|(?<=[a-z.)])(?:,[ ]*|[ ]{2,}|[ ]*\|[ ]*|[ ]+\.[ ]+)(?P<e>\d{2})"
    r"(?=,|[ ]{2}|[ ]*(?:$|\|)|[ ]\.[ ])"
    r"|\b(?:Mr|Mrs|Ms|Miss)\b\.?[ ][A-Z][\w'’-]+(?:[ ][A-Z][\w'’-]+)?,[ ](?P<g>[1-9]\d)(?=\.[ \n])",
    re.MULTILINE,
)
_MAY_TELL = re.compile(r"\b[MF]\b|\d[MF]\b|(?i:sex|gender|male|man\b|boy|girl|lady|he/h)")
_MEN = frozenset(("m", "male", "man", "boy", "gentleman", "he", "mr"))


class Told(NamedTuple):
    """What the head tells, with its place."""

    span: Span
    value: str


def pronoun_of(word: str) -> str:
    """The pronoun that goes with a word for the sex of somebody."""
    return "he" if word.lower() in _MEN else "she"


def told_sexes(mentions: Mentions) -> Iterator[Told]:
    """The sex of the patient, by the pronoun that goes with it."""
    if _MAY_TELL.search(mentions.reading.text, 0, mentions.head_end) is None:
        return
    for match in _SEX.finditer(mentions.reading.text, 0, mentions.head_end):
        number = match["n"] or match["k"] or match["s"]
        is_age = number is None or 0 < int(number) <= _OLDEST
        if is_age and not (_is_anothers(mentions, match.start()) or is_warmth(mentions, match)):
            word = next(filter(None, match.group(*"abcdefghi")))
            yield Told(Span(*match.span()), pronoun_of(word))


def told_ages(mentions: Mentions) -> Iterator[Told]:
    """The age of the patient in years: "Age: 61", "61 F", "F, 52", "Marta Quill, 61"."""
    for match in _AGE.finditer(mentions.reading.text, 0, mentions.head_end):
        number = next(filter(None, match.groups()))
        is_age = 0 < int(number) <= _OLDEST and not is_warmth(mentions, match)
        if is_age and not _is_anothers(mentions, match.start()):
            yield Told(Span(*match.span(match.lastgroup or 0)), number)


_WARM = re.compile(r"\b(?:pool|water|temp\w*|tank|bath|whirlpool|air|fluido\w*)\b[^.;\n]{0,24}$")
_WARM_REACH = 40


def is_warmth(mentions: Mentions, match: re.Match[str]) -> bool:
    """Whether "92 F" tells how warm a pool is."""
    start = match.start()
    return _WARM.search(mentions.small, max(0, start - _WARM_REACH), start) is not None


def _is_anothers(mentions: Mentions, offset: int) -> bool:
    """Whether somebody else stands before it on its line; a label that opens the line is nobody."""
    text = mentions.small
    line = text.rfind("\n", 0, offset) + 1
    return any(
        each.start < offset and text[line : each.start].strip(" \t*|#") and text[each.end] != ":"
        for each in mentions.of("others")
        if each.start > line
    )
