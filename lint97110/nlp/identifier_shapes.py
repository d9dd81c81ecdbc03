"""How something is written that identifies somebody, and what numbers are."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lint97110.arithmetic.check_digits import (
    is_luhn,
    is_prescriber_number,
    is_provider_number,
    is_vehicle_number,
    was_issued,
)
from lint97110.wording import one_of

Wordings = Mapping[str, tuple[str, ...]]

NUMBER, NAME, DATE_OR_PLACE = "number", "name", "date_or_place"


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Shape:
    """How something is written, what it is, which of it counts, and which is plainly invented.

    `personal` says that it tells of a person and not of a day, `plain` that neither a capital nor a
    figure need be in it.
    """

    pattern: re.Pattern[str]
    what: str
    counts: Callable[[str], bool] = _always
    invented: Callable[[str], bool] = _never
    personal: bool = True
    plain: bool = False


def words_for(wordings: Wordings, name: str) -> str:
    """A list of rules/wordings/identifiers.yaml as a part of an expression, in any case."""
    return f"(?i:{one_of(wordings[f'identifiers.{name}'])})"


def number_shapes(wordings: Wordings) -> tuple[Shape, ...]:
    """Numbers and addresses of the net; a label in front, or a check digit, tells one for sure."""
    phone = rf"{words_for(wordings, 'phone')}\.?(?: {words_for(wordings, 'phone_number')})?"
    record = (
        rf"{words_for(wordings, 'record')}\.?(?:[ \t]+{words_for(wordings, 'record_number')}\.?)?"
    )
    return (
        Shape(_SOCIAL_SECURITY, NUMBER, invented=_is_unissued),
        Shape(_PHONE, NUMBER, invented=_is_example_phone),
        Shape(  # "phone 555-0147": seven digits are one only behind their label
            re.compile(
                rf"{phone}[ \t]*[:#.]*[ \t]*"
                r"(?P<it>\d{3}[ .-]\d{4}|0\d{2,4}[ .-]\d{3,4}[ .-]?\d{3,4}|1?\d{10}"
                r"|\(\d{3}\)\d{3}[ .-]?\d{4})(?!\w)"
            ),
            NUMBER,
            invented=_is_example_phone,
        ),
        Shape(_PHONE_ABROAD, NUMBER),
        Shape(_MAIL, NUMBER, invented=_is_example_address),
        Shape(_SPELT_MAIL, NUMBER, plain=True),
        Shape(_SITE, NUMBER, invented=_is_example_address),
        Shape(_COMPUTER, NUMBER, invented=_is_example_address),
        Shape(_PROVIDER, NUMBER, counts=_is_provider),
        Shape(_PRESCRIBER, NUMBER, counts=is_prescriber_number),
        Shape(_MEDICARE, NUMBER),
        Shape(_VEHICLE, NUMBER, counts=is_vehicle_number),
        Shape(_CARD, NUMBER, counts=_is_card),
        Shape(  # "MRN: 4471902", "Member ID W00812", "DEA # AB1234567"
            re.compile(
                rf"{record}[ \t]*(?:#|:|\.{{2,}})?[ \t]*"
                r"(?P<it>(?i:[A-Z]{0,3})[- ]?\d(?:[\d-]|[ ](?=\d{2})){3,}(?i:-?[A-Z])?(?!\w))"
            ),
            NUMBER,
            counts=_is_record,
            invented=_is_sample,
        ),
    )


_LETTER, _SIGN = "[AC-HJKMNP-RT-Y]", "[0-9AC-HJKMNP-RT-Y]"  # of a Medicare number
_SOCIAL_SECURITY = re.compile(r"(?<![\w-])(?P<it>\d{3}-\d{2}-\d{4})(?![\w-])")
_PHONE = re.compile(
    r"(?<![\w.])(?P<it>(?:\+?1[ .-])?(?:\(\d{3}\)[ ]?|\d{3}[ .-])\d{3}[ .-]\d{4})(?!\w)"
)
_PHONE_ABROAD = re.compile(r"(?<![\w+])(?P<it>\+[2-9]\d{0,2}(?:[ .-]\d{2,4}){2,4})(?!\w)")
_MAIL = re.compile(r"(?P<it>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_SPELT_MAIL = re.compile(  # "k.quill at riverside dot com"
    r"(?P<it>\b[\w.+-]+ [\[(]?at[\])]? [\w-]+ [\[(]?dot[\])]? (?:com|org|net|edu|gov)\b)",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?P<it>\b(?:https?://|www\.)[^\s)>\]]+)", re.IGNORECASE)
_COMPUTER = re.compile(r"(?<![\w.])(?P<it>\d{1,3}(?:\.\d{1,3}){3})(?![\w.])")
_PROVIDER = re.compile(r"(?<![\w-])(?P<it>[12]\d{9})(?![\w-])")
_PRESCRIBER = re.compile(r"(?<![\w-])(?P<it>[ABCDEFGHJKLMPRSTUX][A-Z9]\d{7})(?!\w)")
_MEDICARE = re.compile(  # 1EG4-TE5-MK73
    rf"(?<![\w-])(?P<it>[1-9]{_LETTER}{_SIGN}\d-?{_LETTER}{_SIGN}\d-?{_LETTER}{{2}}\d{{2}})(?![\w-])"
)
_VEHICLE = re.compile(r"(?<![\w-])(?P<it>[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8})(?!\w)")
_CARD = re.compile(r"(?<![\w-])(?P<it>\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,4})(?![\w-])")
_EXAMPLE = re.compile(  # kept for examples
    r"[@/.]example\.(?:com|org|net)\b|\.(?:example|test|invalid)\b"
    r"|^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.",
    re.IGNORECASE,
)
_NO_RECORD = re.compile(  # the code of a service, a year, a day
    r"9[0-9]{4}|(?:19|20)\d{2}|(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-(?:\d{2}|\d{4})"
    r"|(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}"
)


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
