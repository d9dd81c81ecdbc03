"""What would identify somebody: names, numbers, dates, ages and places.

A form never holds any of it; a note does, and is asked only where somebody wants to know, before it
becomes an example. The shapes follow the list of identifiers in 45 CFR 164.514(b)(2); the label in
front, or a check digit, tells a number for sure. What is plainly invented is marked so: names of
rules/invented_names.yaml, telephone numbers and addresses that are kept for examples.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lint97110.arithmetic.check_digits import (
    is_luhn,
    is_prescriber_number,
    is_provider_number,
    is_vehicle_number,
    was_issued,
)
from lint97110.language import Language
from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.named import Namer
from lint97110.nlp.reading import Reading


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Shape:
    """How something is written, what it is, which of it counts, and which is plainly invented."""

    pattern: re.Pattern[str]
    what: str
    counts: Callable[[str], bool] = _always
    invented: Callable[[str], bool] = _never
    personal: bool = True


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdigit())


def _is_example_phone(words: str) -> bool:
    """555-0100 to 555-0199 are kept for stories."""
    return "55501" in _digits(words)[-7:-2]


def _is_example_address(words: str) -> bool:
    return _EXAMPLE.search(words) is not None


def _is_record(words: str) -> bool:
    """A number behind a label, but no code of a service, no date and no bare year."""
    return not _NO_RECORD.fullmatch(words)


def _is_provider(words: str) -> bool:
    return is_provider_number(_digits(words))


def _is_card(words: str) -> bool:
    return is_luhn(_digits(words)) and len(set(_digits(words))) > 1


def _is_unissued(words: str) -> bool:
    return not was_issued(words)


def _is_sample(words: str) -> bool:
    """Numbers of samples begin with two noughts."""
    return _digits(words).startswith("00")


_EXAMPLE = re.compile(
    r"[@/.]example\.(?:com|org|net)\b|\.(?:example|test|invalid)\b"
    r"|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.",
    re.IGNORECASE,
)
_NO_RECORD = re.compile(
    r"9[0-9]{4}|(?:19|20)\d{2}|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}"
)
_WORD = r"[A-Z][A-Za-z'’\-]+"
_PERSON = (
    r"(?:patient|pt|client|resident|member|employee|claimant|child|student|mother|father|wife"
    r"|husband|daughter|son|spouse|caregiver|parent|guardian|emergency contact|physician|surgeon"
    r"|doctor|provider|therapist|clinician|signed by|referred by|referring (?:physician|provider)"
    r"|treated by)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH_DAY = rf"(?:{_MONTH}[ ]{_DAY},?[ ]|{_DAY}[ ](?:of[ ])?{_MONTH},?[ ])(?:19|20)\d{{2}}"
_LETTER, _SIGN = "[AC-HJKMNP-RT-Y]", "[0-9AC-HJKMNP-RT-Y]"  # of a Medicare number
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI"
    r"|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
)
_SHAPES = (
    _Shape(
        re.compile(  # "Patient: Marta Quill", "Referred by: Quill, Marta"
            rf"\b(?i:{_PERSON}(?:['’]s)?(?: name)?|name)[ \t]*[:.]+[ \t]*"
            rf"(?P<it>{_WORD}(?:,?[ \t](?:[A-Z]\.?[ \t])?{_WORD})+)"
        ),
        "name",
    ),
    _Shape(
        re.compile(
            r"\b(?P<it>(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?[ \t]+(?:[A-Z]\.[ \t]*){0,2}"
            rf"{_WORD}(?:[ \t]+{_WORD})?)"
        ),
        "name",
    ),
    _Shape(
        re.compile(r"(?<![\w-])(?P<it>\d{3}-\d{2}-\d{4})(?![\w-])"),  # social security
        "number",
        invented=_is_unissued,
    ),
    _Shape(
        re.compile(
            r"(?<![\w.])(?P<it>(?:\+?1[ .-])?(?:\(\d{3}\)[ ]?|\d{3}[ .-])\d{3}[ .-]\d{4})(?!\w)"
        ),
        "number",
        invented=_is_example_phone,
    ),
    _Shape(
        re.compile(  # "phone 555-0147": seven digits are one only behind their label
            r"\b(?:phone|tel|telephone|fax|cell|mobile|call|text|pager|whatsapp)\.?"
            r"(?: (?:no|number))?[ \t]*[:#.]*[ \t]*"
            r"(?P<it>\d{3}[ .-]\d{4}|0\d{2,4}[ .-]\d{3,4}[ .-]?\d{3,4})(?!\w)",
            re.IGNORECASE,
        ),
        "number",
        invented=_is_example_phone,
    ),
    _Shape(
        re.compile(r"(?<![\w+])(?P<it>\+[2-9]\d{0,2}(?:[ .-]\d{2,4}){2,4})(?!\w)"),  # from abroad
        "number",
    ),
    _Shape(
        re.compile(r"(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"),  # an e-mail address
        "number",
        invented=_is_example_address,
    ),
    _Shape(
        re.compile(r"(?P<it>\b(?:https?://|www\.)[^\s)>\]]+)", re.IGNORECASE),
        "number",
        invented=_is_example_address,
    ),
    _Shape(
        re.compile(r"(?<![\w.])(?P<it>\d{1,3}(?:\.\d{1,3}){3})(?![\w.])"),  # of a computer
        "number",
        invented=_is_example_address,
    ),
    _Shape(
        re.compile(r"(?<![\w-])(?P<it>[12]\d{9})(?![\w-])"),  # a provider's
        "number",
        counts=_is_provider,
    ),
    _Shape(
        re.compile(r"(?<![\w-])(?P<it>[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7})(?!\w)"),  # a prescriber's
        "number",
        counts=is_prescriber_number,
    ),
    _Shape(
        re.compile(  # a Medicare number: 1EG4-TE5-MK73
            rf"(?<![\w-])(?P<it>[1-9]{_LETTER}{_SIGN}\d-?{_LETTER}{_SIGN}\d-?{_LETTER}{{2}}\d{{2}})"
            r"(?![\w-])"
        ),
        "number",
    ),
    _Shape(
        re.compile(r"(?<![\w-])(?P<it>[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8})(?!\w)"),
        "number",  # of a vehicle
        counts=is_vehicle_number,
    ),
    _Shape(
        re.compile(r"(?<![\w-])(?P<it>\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,4})(?![\w-])"),  # of a card
        "number",
        counts=_is_card,
    ),
    _Shape(
        re.compile(  # "MRN: 4471902", "Member ID W00812", "DEA # AB1234567"
            r"\b(?:mrn|medical record|record|chart|account|acct|member|policy|group|claim|case"
            r"|patient|subscriber|licen[cs]e|lic|npi|dea|ssn|serial|device|plate|vin|mbi|insurance"
            r"|insured|beneficiary|encounter|authori[sz]ation|auth|referral|student|employee|resident"
            r"|badge|passport|hospital|nhs|medicare|medicaid|file|invoice|prescription)"
            r"(?:[ \t]+(?:id|number|no\.?|num))?[ \t]*(?:#|:|\.{2,})?[ \t]*"
            r"(?P<it>[A-Z]{0,3}[- ]?\d(?:[\d-]|[ ](?=\d{2})){3,}[A-Z]?)",
            re.IGNORECASE,
        ),
        "number",
        counts=_is_record,
        invented=_is_sample,
    ),
    _Shape(
        re.compile(  # "DOB 3/14/51": a date of birth without its century is one all the same
            r"\b(?:dob|d\.o\.b\.|date of birth|birth date|born(?: on)?)[ \t]*[:.]*[ \t]*"
            rf"(?P<it>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{_MONTH_DAY})",
            re.IGNORECASE,
        ),
        "date_or_place",
    ),
    _Shape(
        re.compile(r"(?<![\w/.-])(?P<it>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2})(?![\w/-])"),
        "date_or_place",
        personal=False,
    ),
    _Shape(
        re.compile(r"(?<![\w/-])(?P<it>(?:19|20)\d{2}-\d{2}-\d{2})(?![\w-])"),
        "date_or_place",
        personal=False,
    ),
    _Shape(
        re.compile(rf"\b(?P<it>{_MONTH_DAY})\b", re.IGNORECASE), "date_or_place", personal=False
    ),
    _Shape(
        re.compile(  # an age over 89
            r"(?<![\w/.-])(?P<it>(?:9\d|1[01]\d)[- ]?"
            r"(?:years?[- ]old|yrs?[- ]old|y/?o|year-old|years of age))\b"
            r"|\b(?:age|aged)[ \t]*[:.]?[ \t]*(?P<or>9\d|1[01]\d)\b(?![/.-]\d)",
            re.IGNORECASE,
        ),
        "date_or_place",
    ),
    _Shape(
        re.compile(  # "41 Alder Street"
            rf"\b(?P<it>\d{{1,5}}[ ](?:{_WORD}[ ]){{1,3}}"
            r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Way"
            r"|Terrace|Place|Pl|Circle|Highway|Hwy|Row|Crescent|Close|Square|Mews|Parkway|Pkwy|Trail|Alley"
            r"|Gardens|Grove|Quay|Wharf|Turnpike|Plaza|Crossing|Promenade|Esplanade|Parade)\b"
            r"(?:\.?,?[ ](?:Apt|Unit|Suite|Ste|#)\.?[ ]?\w+)?)"
        ),
        "date_or_place",
    ),
    _Shape(
        re.compile(  # "Visit at: 27 Orchard Hill"
            r"\b(?i:address|home|residence|lives? at|visit(?:ed)? at|seen at|location|deliver to)"
            r"[ \t]*:?[ \t]+"
            rf"(?P<it>\d{{1,5}}[A-Za-z]?,?[ ]{_WORD}(?:[ ]{_WORD}){{0,3}}(?:,[ ]\w+[ .#]*\w+)?)"
        ),
        "date_or_place",
    ),
    _Shape(re.compile(r"(?P<it>\bP\.?[ ]?O\.?[ ]Box[ ]\d+)", re.IGNORECASE), "date_or_place"),
    _Shape(
        re.compile(rf"(?P<it>\b{_STATE}[ ]+\d{{5}}(?:-\d{{4}})?)(?!\w)"),  # "OR 97301"
        "date_or_place",
    ),
)
_NAMED = re.compile(r"[A-Z][a-z]|[A-Z]{5}|[@\d/]|www\.")  # initials alone are nobody's
_FORM_DATE = re.compile(  # "Rev. 03/01/2024" dates the form
    r"(?:rev(?:ised|ision)?|version|form|effective|updated|copyright|©)\.?[ \t:]*$", re.IGNORECASE
)
_IN_QUESTION = re.compile(  # not at its start, and not "Berg Balance Scale"
    r"(?<=[a-z,'’] )(?P<it>[A-Z][a-z'’]+(?:[- ][A-Z][a-z'’]+)*)(?=[ ,?.])"
    r"(?! (?:[Tt]est|[Ss]cale|[Ss]core|[Ii]ndex|[Ss]ign|[Mm]aneuver|[Mm]anoeuvre|[Ss]yndrome"
    r"|[Dd]isease"
    r"|[Mm]ethod|[Mm]easure|[Qq]uestionnaire|[Tt]echnique|[Pp]rotocol|[Pp]rogram))"
)
_NAME_WORD = re.compile(r"[A-Z][A-Za-z'’]+")
_BESIDE = re.compile(  # what stands beside a name and is none
    r"Mr|Mrs|Ms|Miss|Mx|Dr|(?:E|Electronically|Signed|Reviewed|Finalized|Treating|Therapist|Clinician"
    r"|Provider|Signature|Physical|Occupational|By|Date|Time|Lic|License)+|[A-Z]{2,4}"
)


class IdentifierFinder:
    """Finds what would identify somebody; it knows the names that are invented."""

    def __init__(self, language: Language, unknown: frozenset[str]) -> None:
        """Told the language; `unknown` are the symbols of words that it does not know."""
        self._invented = frozenset(name.casefold() for name in language.invented_names)
        self._first_names = _every_word(language, "first_names")
        self._eponyms = _every_word(language, "eponyms")
        self._unknown = unknown
        self._namer = Namer(self._first_names, self._eponyms, unknown)

    def facts(
        self,
        reading: Reading,
        facts: Iterable[Fact],
        blanks: tuple[Span, ...],
        *,
        in_form: bool = False,
    ) -> Iterator[Fact]:
        """What would identify somebody; a placeholder does not.

        A form holds no name at all, so that there one is looked for in every line. `invented` says
        that nobody is meant, `personal` that it tells of a person and not of a day.
        """
        found: dict[Span, tuple[_Shape, bool]] = {}
        for shape in _SHAPES:
            for span in _matches(reading.text, shape):
                words = span.of(reading.text)
                if _is_free(span, found, blanks) and _NAMED.search(words) and shape.counts(words):
                    found[span] = shape, self._is_invented(shape, words)
        for span in self._persons(reading, facts, in_form=in_form):
            if _is_free(span, found, blanks):
                found[span] = _SIGNED, self._is_invented(_SIGNED, span.of(reading.text))
        for span, (shape, invented) in sorted(found.items(), key=lambda each: each[0]):
            slots: dict[str, SlotValue] = {
                "is": shape.what,
                "invented": invented,
                "personal": shape.personal,
            }
            yield Fact("identifier", span, Clause(span, "template"), slots)

    def _persons(self, reading: Reading, facts: Iterable[Fact], *, in_form: bool) -> Iterator[Span]:
        """Somebody with a credential, in a question, or anywhere in a form."""
        yield from self._namer.names(reading) if in_form else ()
        for fact in facts:
            if fact.kind == "question":
                yield from self._asked_of(reading, fact)
            elif fact.kind == "signed" and _NAMED.search(fact.span.of(reading.text)):
                yield fact.span

    def _asked_of(self, reading: Reading, question: Fact) -> Iterator[Span]:
        """Whoever is called by a name in a question: "How did Marta Quill sleep?"."""
        for match in _IN_QUESTION.finditer(reading.text, question.span.start, question.span.end):
            names = [each.casefold() for each in _NAME_WORD.findall(match["it"])]
            if match.start("it") == question.span.start or not self._eponyms.isdisjoint(names):
                continue
            is_first = names[0] in self._first_names
            at = bisect_left(reading.symbols.starts, match.start("it"))
            symbols = reading.symbols.chars[at : at + len(names)]
            is_strange = len(names) > 1 and all(each in self._unknown for each in symbols)
            if is_first or is_strange:
                yield Span(*match.span("it"))

    def _is_invented(self, shape: _Shape, words: str) -> bool:
        if shape.what != "name":
            return shape.invented(words)
        names = [each for each in _NAME_WORD.findall(words) if not _BESIDE.fullmatch(each)]
        return bool(names) and all(name.casefold() in self._invented for name in names)


def _every_word(language: Language, group: str) -> frozenset[str]:
    """The words of a group of rules/mentions.yaml."""
    return frozenset(chain.from_iterable(language.mentions.get(group, {}).values()))


_SIGNED = _Shape(re.compile(""), "name")


def _is_free(span: Span, found: Iterable[Span], blanks: tuple[Span, ...]) -> bool:
    return not any(span.overlaps(other) for other in (*found, *blanks))


def _matches(text: str, shape: _Shape) -> Iterator[Span]:
    for match in shape.pattern.finditer(text):
        group = "it" if match["it"] is not None else "or"
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start(group)]
        if not _FORM_DATE.search(line):
            yield Span(*match.span(group))
