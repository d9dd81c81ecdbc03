"""One character for each set of readings that a symbol of a note can have.

`PT` is a therapist, a patient and therapy at once: its character stands for the set of the three,
and a class in a pattern expands to every character whose set contains it. Ambiguity survives until
a pattern decides it. The alphabet is closed: all sets are known when the pack is compiled.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from operator import or_

BOUND = "\u0100"
"""The end of a statement; no pattern crosses it."""

_FIRST = ord(BOUND) + 1

CASES: tuple[frozenset[str], ...] = (frozenset(), frozenset(("capital",)), frozenset(("upper",)))

_INTEGER = re.compile(r"\d+$")
_DECIMAL = re.compile(r"\d*\.\d+$|\d{1,3}(?:,\d{3})+$|\d*[½¼¾⅓⅔]$")
_FRACTION = re.compile(r"(\d+)/(\d+)$")
_CODE = re.compile(
    r"(?:9[27]\d{3}|9(?:0901|091[123]|379[78]|462[56]|466[78]|5992|897[5-9]|898[01])|[gGsS]\d{4})$"
)

WORD, UNKNOWN, ANY_DOING = "word", "unknown", "any_doing"
_DOING = re.compile(r"[a-z]{3,}ing$")
STRANGERS = (frozenset((WORD, UNKNOWN)), frozenset((WORD, UNKNOWN, ANY_DOING)))
"""What a word can be that nobody listed: its end may tell that somebody does something."""
LAST_HOUR, LAST_MINUTE, MONTHS, DAYS = 23, 59, 12, 31
MMT_TOP, SCALE_TOP = 5, 10
SMALL = 14  # the most times a day or a week that anything is done

PARTS = {7: ("days_of_7", 6), 12: ("months_of_12", 24), 52: ("weeks_of_52", 52)}
"""British durations: 2/52 is two weeks, 3/12 three months, 4/7 four days; the most of each."""
MINUTES_IN_HOUR = 60
"""And 45/60 is 45 minutes."""


def literal(word: str) -> str:
    """The class of a word that stands for itself in a pattern."""
    return f"={word}"


def _fraction(top: int, bottom: int) -> frozenset[str]:
    found = {"fraction"}
    if 1 <= top <= MONTHS and 1 <= bottom <= DAYS:
        found.add("short_date")
    if bottom == SCALE_TOP and top <= SCALE_TOP:
        found.add("score")
    if bottom == MMT_TOP and top <= MMT_TOP:
        found.add("grade")
    if bottom in PARTS and 1 <= top <= PARTS[bottom][1]:
        found.add(PARTS[bottom][0])
    if bottom == MINUTES_IN_HOUR and 1 <= top <= bottom and top % 5 == 0:
        found.add("minutes_of_60")
    if top < bottom and "short_date" not in found:
        found.add("share")
    return frozenset(found)


def _integer(text: str) -> frozenset[str]:
    found = {"number", "integer"}
    if len(text) < len("010"):
        found.add("count")
        if int(text) <= SMALL:
            found.add("small")
    if len(text) == len("2025") and text.startswith(("19", "20")):
        found.add("year")
    elif len(text) in (3, 4) and int(text[:-2]) <= LAST_HOUR and int(text[-2:]) <= LAST_MINUTE:
        found.add("military" if len(text) == len("0915") else "short_military")
    if not (len(text) == len("0915") and "military" in found):  # "120 to 135" may be degrees
        found.add("amount")
    return frozenset(found)


_LONGEST_NUMBER = 9  # characters; a longer row of digits names an account, and no amount
SHAPES: tuple[frozenset[str], ...] = (
    frozenset(("number", "integer", "amount")),
    frozenset(("number", "integer", "amount", "count")),
    frozenset(("number", "integer", "amount", "count", "small")),
    frozenset(("number", "integer", "amount", "short_military")),
    frozenset(("number", "integer", "military")),
    frozenset(("number", "integer", "amount", "year")),
    frozenset(("number", "amount", "decimal")),
    frozenset(("fraction",)),
    frozenset(("fraction", "short_date")),
    frozenset(("fraction", "short_date", "score")),
    frozenset(("fraction", "share")),
    frozenset(("fraction", "score", "share")),
    frozenset(("fraction", "short_date", "grade")),
    frozenset(("fraction", "grade", "share")),
    frozenset(("fraction", "weeks_of_52")),
    frozenset(("fraction", "weeks_of_52", "share")),
    frozenset(("fraction", "minutes_of_60")),
    frozenset(("fraction", "minutes_of_60", "share")),
    frozenset(("fraction", "months_of_12")),
    frozenset(("fraction", "short_date", "months_of_12")),
    frozenset(("fraction", "short_date", "days_of_7")),
    frozenset(("date",)),
    frozenset(("date", "row_of_figures")),
    frozenset(("row_of_three",)),
    frozenset(("clock",)),
    frozenset(("code",)),
    frozenset(("course_code",)),
    frozenset(("blank",)),
    frozenset(("leader",)),
    frozenset(("punctuation",)),
)


_ROW = re.compile(r"\d{1,2}(?:/\d{1,2}){2,}$|\d{1,2}(?:-\d{1,2}){2,}$")
_OF_A_DATE = 3  # numbers, the last of two figures
_FEWEST_REPS, _MOST_REPS = 5, 20  # of a row that could be a date as well
_FORMS = (
    (re.compile(r"\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2,4}$|\d{4}-\d{2}-\d{2}$"), frozenset(("date",))),
    (re.compile(r"\d{1,2}:\d{2}$"), frozenset(("clock",))),
    (re.compile(r"\d+wk?\d+$", re.IGNORECASE), frozenset(("course_code",))),
    (re.compile(r"__"), frozenset(("blank",))),
    (re.compile(r"\.\.|--|==|\*\*"), frozenset(("leader",))),
    (re.compile(r"\d"), frozenset((WORD, UNKNOWN))),
    (re.compile(r""), frozenset(("punctuation",))),
)
"""Forms of tokens that are no plain number, most specific first."""


def shape(text: str) -> frozenset[str] | None:
    """The classes that a token has by its form alone; None for a word.

    >>> [sorted(shape(text)) for text in ("10", "0910")]
    [['amount', 'count', 'integer', 'number', 'small'], ['integer', 'military', 'number']]
    """
    if _CODE.match(text):
        return frozenset(("code",))
    if text[0].isalpha():
        return None
    row = _row(text) if _ROW.match(text) else None
    if row is not None:
        return row
    return _numeral(text) or next(classes for form, classes in _FORMS if form.match(text))


def _row(text: str) -> frozenset[str] | None:
    """The classes of a row of repetitions, "15/15/12" or "2-4-6-8"; None for a date.

    Three figures that only rise or only fall, "12-12-10", can be either: their neighbours tell.
    """
    figures = [int(figure) for figure in re.split(r"\D", text)]
    is_dated = len(figures) == _OF_A_DATE and text[-2].isdigit()
    if not is_dated or min(figures[:2]) > MONTHS:
        return frozenset(("row_of_three",))
    is_even = figures in (sorted(figures), sorted(figures, reverse=True))
    is_row = is_even and min(figures) >= _FEWEST_REPS and max(figures) <= _MOST_REPS
    return frozenset(("date", "row_of_figures")) if is_row else None


def _numeral(text: str) -> frozenset[str] | None:
    """The classes of a whole number, a decimal or a fraction; a long row of digits is none."""
    if len(text) > _LONGEST_NUMBER:
        return None
    if _INTEGER.match(text):
        return _integer(text)
    if _DECIMAL.match(text):
        return frozenset(("number", "amount", "decimal"))
    fraction = _FRACTION.match(text)
    return _fraction(int(fraction[1]), int(fraction[2])) if fraction else None


def stranger(folded: str) -> frozenset[str]:
    """The classes of a word that nobody listed.

    >>> [ANY_DOING in stranger(word) for word in ("frosting", "frost")]
    [True, False]
    """
    return STRANGERS[bool(_DOING.match(folded))]


def case_of(text: str) -> frozenset[str]:
    """Whether a word stands in capitals, with a capital, or in small letters."""
    if not text[:1].isupper():
        return CASES[0]
    return CASES[2] if len(text) > 1 and text.isupper() else CASES[1]


def ranges(chars: Iterable[str]) -> str:
    """The inside of a character class for `chars`, which must be in order.

    >>> ranges("abcdxy")
    'a-dx-y'
    """
    found: list[list[str]] = []
    for char in chars:
        if found and ord(char) == ord(found[-1][-1]) + 1:
            found[-1] = [found[-1][0], char]
        else:
            found.append([char])
    return "".join("-".join(map(re.escape, ends)) for ends in found)


def in_order(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The distinct sets; those that share readings stand together: a class is a few ranges."""
    return sorted(set(sets), key=_neighbourhood)


def _neighbourhood(readings: frozenset[str]) -> tuple[bool, str, list[str]]:
    case = next((name for name in ("capital", "upper") if name in readings), "")
    return WORD in readings, case, sorted(readings - {WORD, case})


def runs_of(mask: int) -> Iterator[tuple[int, int]]:
    """Where the bits of a number stand that are set: from where to where.

    >>> list(runs_of(0b1101))
    [(0, 1), (2, 4)]
    """
    bits = bin(mask)[:1:-1]
    first = bits.find("1")
    while first >= 0:
        end = bits.find("0", first)
        end = end if end >= 0 else len(bits)
        yield first, end
        first = bits.find("1", end)


class Alphabet:
    """The characters, and the sets of readings that they stand for."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        """One character for each of `sets`, which are distinct and in order."""
        self._chars: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {}
        for code, readings in enumerate(sets, _FIRST):
            char = chr(code)
            self._chars[readings] = char
            for name in readings:
                self._members.setdefault(name, []).append(char)

    def char(self, readings: frozenset[str]) -> str:
        """The character of a set of readings that the alphabet was made with."""
        return self._chars[readings]

    def members(self, *names: str) -> str:
        """All characters whose set contains one of `names`, in order."""
        return "".join(sorted({c for name in names for c in self._members.get(name, ())}))

    def mask(self, *names: str) -> int:
        """The same characters as bits of one number, the first character the lowest."""
        return reduce(or_, (self._masks[name] for name in names if name in self._masks), 0)

    def ranges_of(self, mask: int) -> str:
        """The characters that bits stand for, as the inside of a character class."""
        return "".join(
            [
                chr(_FIRST + first) + (f"-{chr(_FIRST + end - 1)}" if end - first > 1 else "")
                for first, end in runs_of(mask)
            ]
        )

    @cached_property
    def _masks(self) -> dict[str, int]:
        """The characters of each class as bits."""
        return {
            name: sum(1 << ord(char) - _FIRST for char in chars)
            for name, chars in self._members.items()
        }

    def alone(self) -> int:
        """The characters whose set has but one class, quantities and other facts, as bits."""
        return sum(
            1 << ord(char) - _FIRST for readings, char in self._chars.items() if len(readings) == 1
        )

    def has(self, name: str) -> bool:
        """Whether any symbol has this reading."""
        return name in self._members

    def readings(self) -> dict[str, frozenset[str]]:
        """Each character with its set."""
        return {char: readings for readings, char in self._chars.items()}
