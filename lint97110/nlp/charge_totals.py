"""Minutes that are those of several codes or services of one statement together."""

from itertools import pairwise

from lint97110.nlp.charge_line import MINUTES_OF_A_UNIT, SEVERAL, ChargeLine
from lint97110.nlp.charge_places import NEAR
from lint97110.nlp.tally import MOST_UNITS, number


def total_apart(line: ChargeLine) -> int | None:
    """Where minutes stand that are those of several codes together."""
    if line.signed:
        return min(line.signed)
    before = _before_codes(line)
    behind = _behind_codes(line) if before is None else before
    return _of_joined(line) if behind is None else behind


def _of_joined(line: ChargeLine) -> int | None:
    """Minutes behind services that are joined: "Ther ex and manual, 38 min"."""
    marks, chars, last = line.marks, line.symbols.chars, line.statement.last
    owners = sorted(line.owners)
    at = chars.find(marks.minutes, line.statement.first, last)
    if len(owners) < SEVERAL or at < owners[-1] or marks.minutes in chars[at + 1 : last]:
        return None
    links = pairwise(owners)
    is_joined = all(b == a + NEAR and chars[a + 1] in marks.joining for a, b in links)
    is_behind = all(char in marks.signs for char in chars[owners[-1] + 1 : at])
    codes = {marks.code_at(line.written(o), chars[o], line.symbols.values[o]) for o in owners}
    return at if is_joined and is_behind and len(codes) > 1 and at not in line.links else None


def _behind_codes(line: ChargeLine) -> int | None:
    """Minutes behind several codes that have none: "97112 x 2, 97110 x 1   40 min".

    They stand apart from the last code, behind a wide gap or a comma, are called a total, or stand
    in brackets and are more than the last code has units for: "97530x2, 97112x1 (42 min)".
    """
    marks, first, last = line.marks, line.statement.first, line.statement.last
    chars = line.symbols.chars[first:last]
    codes = [at for at, char in enumerate(chars) if char in marks.codes]
    at = chars.find(marks.minutes)
    if len(codes) < SEVERAL or at < codes[-1] or marks.minutes in chars[at + 1 :]:
        return None
    counts = marks.amounts | marks.numbers
    parts = (chars[a + 1 : b] for a, b in zip(codes, (*codes[1:], at), strict=True))
    counted = {not counts.isdisjoint(part) for part in parts}
    if len(counted) > 1 or first + at in line.links:
        return None
    if first + at in line.totals:
        return first + at
    start = line.symbols.starts[first + at]
    before = line.reading.text[max(start - 2, 0) : start]
    is_apart = True in counted and before in ("  ", ", ")
    is_aside = chars[at - 1] in marks.opens
    if is_aside and chars[at + 1 : at + 2] and chars[at + 1] not in marks.closes | marks.signs:
        return None  # what the minutes are for is told: "97110 x1 97140 x2 (40 min manual)"
    is_set_off = True in counted or is_aside
    is_of_all = is_set_off and _is_of_more(line, first + codes[-1], first + at)
    return first + at if is_apart or is_of_all else None


def _is_of_more(line: ChargeLine, code: int, at: int) -> bool:
    """Whether minutes are more than the units between make; without units they are of all codes."""
    chars, values = line.symbols.chars, line.symbols.values
    counted = [
        number(value.get("reps") or value.get("n") if isinstance(value, dict) else value) or 0
        for char, value in zip(chars[code + 1 : at], values[code + 1 : at], strict=True)
        if char in line.marks.amounts or char in line.marks.numbers
    ]
    units = counted[-1] if counted else 0
    return (line.amount(at) or 0) > units * MINUTES_OF_A_UNIT + MOST_UNITS


def _before_codes(line: ChargeLine) -> int | None:
    """Minutes before several codes that have none: "45 min   97110 x2   97530 x1"."""
    marks, first = line.marks, line.statement.first
    chars = line.symbols.chars[first : line.statement.last]
    codes = [at for at, char in enumerate(chars) if char in marks.codes]
    at = chars.find(marks.minutes)
    is_alone = marks.minutes not in chars[at + 1 :] and first + at not in line.links
    if len(codes) < SEVERAL or not 0 <= at < codes[0] or not is_alone:
        return None
    between = chars[at + 1 : codes[0]] + chars[:at]
    is_apart = all(char in marks.signs or char in marks.stops for char in between)
    return first + at if is_apart else None
