"""Where the codes of a statement of charges stand, or the services where it has no codes."""

from collections.abc import Iterator

from lint97110.nlp.charge_marks import Marks

NEAR = 2
"""Symbols between an amount and the code that it stands before."""


def owner_places(marks: Marks, chars: str, start: int) -> Iterator[int]:
    """Where the codes stand; in a cell without any, the services; `start` is the first symbol's."""
    has_code = not marks.codes.isdisjoint(chars)
    for cell in chars.split(marks.bar):
        owners = marks.services if marks.codes.isdisjoint(cell) else marks.codes
        if has_code and owners is marks.services and marks.amounts.isdisjoint(cell):
            owners = frozenset()
        yield from (start + at for at, char in enumerate(cell) if char in owners)
        yield from (start + at for at in _told_apart(marks, cell))
        yield from (start + at for at in _regions_beside(marks, cell))
        start += len(cell) + 1


def _parts(marks: Marks, cell: str) -> Iterator[tuple[int, int]]:
    """The parts of a list, from where to where."""
    first = 0
    for end in (*(at for at, char in enumerate(cell) if char in marks.parting), len(cell)):
        yield first, end
        first = end + 1


def _told_apart(marks: Marks, cell: str) -> list[int]:
    """Services with minutes of their own beside codes: "TE 24 / MT 8 / 97022 12".

    One in the same part of the list as a code is the code's own name: "TE 30 min 97110, ...";
    several before all codes are not: "TE 30 min / MT 8 min 97110 x2 ...".
    """
    found: list[int] = []
    if marks.codes.isdisjoint(cell):
        return found
    for first, end in _parts(marks, cell):
        if marks.codes.isdisjoint(cell[first:end]):
            found += _told_in(marks, cell, first, end, marks.minutes_or_numbers)
    code = next(at for at, char in enumerate(cell) if char in marks.codes)
    before = _told_in(marks, cell, 0, code, frozenset(marks.minutes))
    return [*found, *before] if len(before) > 1 else found


def _told_in(marks: Marks, cell: str, first: int, end: int, amounts: frozenset[str]) -> list[int]:
    """The services in a part of a cell that have an amount right behind them."""
    places = (at for at in range(first, end) if cell[at] in marks.services)
    return [at for at in places if not amounts.isdisjoint(cell[at + 1 : min(at + 1 + NEAR, end)])]


def _regions_beside(marks: Marks, cell: str) -> Iterator[int]:
    """Exercise of a region with minutes beside a service: "gait 15 min, LE ther ex 30 min".

    In the same part of the list as a code it is the code's own name.
    """
    if marks.regions.isdisjoint(cell) or marks.anything.isdisjoint(cell):
        return
    for first, end in _parts(marks, cell):
        if marks.codes.isdisjoint(cell[first:end]):
            for at in range(first, end):
                if cell[at] in marks.regions and marks.minutes in cell[at + 1 : at + 1 + NEAR]:
                    yield at
