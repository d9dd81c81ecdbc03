"""Whether two notes are about one patient, by what their heads say of whom they are about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from lint97110.model import Note
from lint97110.payer import read_date

_RECORD = re.compile(  # "MRN 4471902", "Record #: A-2210"; "Record: 2026-03-04" is a day
    r"\b(?:mrn|(?:medical record|record|chart|account|acct|patient id)"
    r"(?:[ \t]+(?:id|number|no\.?|num))?[ \t]*(?:#|:|\.{2,}))[ \t:#.]*"
    r"(?!\d{4}-\d\d-\d\d|\d{1,2}-\d{1,2}-\d)(?P<it>[A-Z]{0,3}-?\d[\d-]{2,})",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b\.|date of birth|birth ?date|born(?: on)?)[ \t]*[:.]*[ \t]*"
    r"(?P<it>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "jr", "sr"))
_YEARS_APART = 2  # a course of care may reach over a birthday, and a year of both
_CENTURY = 100
_HALVES = (frozenset(("shoulder", "elbow", "hand", "neck")), frozenset(("hip", "knee", "ankle")))
"""Regions of which one problem does not take both."""


@dataclass(frozen=True, slots=True)
class Patient:
    """What a note says of its patient; empty where it says nothing."""

    name: tuple[str, ...] = ()
    record: str = ""
    born: str = ""
    sex: str = ""
    age: int = 0
    sides: dict[str, frozenset[str]] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two notes that may be of two patients: their names, and what differs.

    `is_sure` is false where something else says that the patient is one.
    """

    one: str
    other: str
    what: str
    is_sure: bool = True


def doubts(notes: Iterable[Note]) -> Iterator[Doubt]:
    """Each two notes whose patients differ, with the first thing in which they do."""
    known = [(note.document.name, patient_of(note)) for note in notes if note.kind.has_elements]
    for (name, patient), (other_name, other) in combinations(known, 2):
        for what in _differences(patient, other):
            yield Doubt(name, other_name, what, not _is_same(patient, other))
            break


def patient_of(note: Note) -> Patient:
    """What a note says of its patient."""
    text = note.document.text
    given = [fact for fact in note.facts if fact.slots.get("given") is True]
    names = [fact.span.of(text) for fact in given if fact.kind == "named"]
    sides: dict[str, frozenset[str]] = {}
    for fact in given:
        if fact.kind == "sided":
            part = str(fact.slots["of"])
            sides[part] = sides.get(part, frozenset()) | {str(fact.slots["is"])}
    return Patient(
        name=_name_words(names[0]) if names else (),
        record=_first(_RECORD, text).replace("-", "").upper(),
        born=_birth_day(_first(_BIRTH, text)),
        sex=str(next((fact.slots["is"] for fact in given if fact.kind == "gendered"), "")),
        age=int(next((fact.slots["is"] for fact in given if fact.kind == "aged"), 0)),
        sides=sides,
        regions=frozenset(str(fact.slots["is"]) for fact in given if fact.kind == "region"),
    )


def _differences(one: Patient, other: Patient) -> Iterator[str]:
    """What differs, as the end of "they tell of"; what tells people apart for sure comes first."""
    if one.record and other.record and one.record != other.record:
        yield "different record numbers"
    if one.born and other.born and one.born != other.born:
        yield "different birth dates"
    if one.name and other.name and not _may_be_one_name(one.name, other.name):
        yield "different names"
    if one.sex and other.sex and one.sex != other.sex:
        yield "a man and a woman"
    if one.age and other.age and abs(one.age - other.age) > _YEARS_APART:
        yield "different ages"
    for part in sorted(one.sides.keys() & other.sides.keys()):
        if one.sides[part].isdisjoint(other.sides[part]):
            yield "different sides of one region"
    for half, opposite in (_HALVES, _HALVES[::-1]):
        if one.regions and other.regions and one.regions <= half and other.regions <= opposite:
            yield "different regions of the body"


def _is_same(one: Patient, other: Patient) -> bool:
    """Whether a record number, else a birth date, else a full name says that the patient is one."""
    if one.record and other.record:
        return one.record == other.record
    are_names = bool(one.name and other.name)
    has_one_name = are_names and _may_be_one_name(one.name, other.name)
    if one.born and other.born:
        return one.born == other.born and has_one_name is are_names
    return has_one_name and min(len(one.name), len(other.name)) > 1


def _may_be_one_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is one of the other, or begins it.

    >>> _may_be_one_name(("quill", "m"), ("marta", "jane", "quill"))
    True
    >>> _may_be_one_name(("marta", "quill"), ("marta", "vane"))
    False
    """
    short, long = sorted((one, other), key=len)
    return all(any(a.startswith(b) or b.startswith(a) for b in long) for a in short)


def _name_words(name: str) -> tuple[str, ...]:
    words = (word.casefold() for word in _NAME_WORD.findall(name))
    return tuple(word for word in words if word not in _TITLES)


def _birth_day(written: str) -> str:
    """A birth date in one notation; two digits of a year are enough to tell two people apart."""
    day = read_date(written)
    return f"{day.month}/{day.day}/{day.year % _CENTURY}" if day else written


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match["it"] if match else ""
