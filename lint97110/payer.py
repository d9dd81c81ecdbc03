"""Which payer a note is held to, and on which day: what was told, what it says, what stands in."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from lint97110.model import Catalogue, Fact, Note, Terms
from lint97110.profiles import fold, named, payers_by_name, terms_of

CENTURY = 2000
_KEPT = 256  # days of service whose terms are kept; a folder has few


class PayerFinder:
    """The payers of a pack, what a run was told, and what stands in for a note that names none."""

    def __init__(self, catalogue: Catalogue, told: str | None, default: str) -> None:
        for name in filter(None, (told, default)):
            named(catalogue, name)
        self._told = told
        self._default = default
        self._profile_of = payers_by_name(catalogue.profiles)
        self._terms = lru_cache(_KEPT)(lambda name, day: terms_of(catalogue, name, day))

    def terms(self, note: Note) -> Terms:
        """What the payer of `note` asks for on its day of service."""
        return self._terms(self._name(note), _day_of_service(note))

    def _name(self, note: Note) -> str:
        return self._told or self._own(note) or self._default

    def _own(self, note: Note) -> str | None:
        """The payer that the note names, or its export; nothing where two are named."""
        others = [fact.span for fact in note.facts if fact.kind == "other_payer_named"]
        said = {
            self._profile(fact.span.of(note.document.text))
            for fact in note.facts
            if fact.kind == "payer_named" and not any(fact.span.overlaps(one) for one in others)
        }
        if len(said) == 1:
            return said.pop()
        return None if said else self._profile(note.document.payer)

    def _profile(self, words: str) -> str | None:
        """The profile whose payer ends these words; the longest name counts."""
        folded = fold(words)
        ends = [name for name in self._profile_of if folded.endswith(name)] if folded else []
        return self._profile_of[max(ends, key=len)] if ends else None


def _day_of_service(note: Note) -> date | None:
    """The day of service, where the note states one and no other."""
    days = {day for fact in note.facts if fact.kind == "service_date" for day in _day(fact)}
    return days.pop() if len(days) == 1 else None


def _day(fact: Fact) -> Iterator[date]:
    if day := read_date(str(fact.slots.get("day", ""))):
        yield day


def read_date(written: str) -> date | None:
    """A date as notes write it, month first, or year first; None for anything else.

    >>> [str(read_date(w)) for w in ("03/02/2026", "3-2-26", "2026-03-02", "14/02/2026", "3/2")]
    ['2026-03-02', '2026-03-02', '2026-03-02', 'None', 'None']
    """
    parts = written.replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):  # noqa: PLR2004, day, month, year
        return None
    month, day, year = (int(part) for part in parts)
    if len(parts[0]) > 2:  # noqa: PLR2004, a year is written in full when it comes first
        year, month, day = (int(part) for part in parts)
    try:
        return date(year + CENTURY if year < 100 else year, month, day)  # noqa: PLR2004, two digits
    except ValueError:
        return None
