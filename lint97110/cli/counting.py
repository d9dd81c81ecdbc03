"""What `units` does once it is called: read the minutes, count, tell."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lint97110.arithmetic.codes import OTHERWISE, TIMED, UNTIMED, is_code
from lint97110.arithmetic.earned import Earned, UnitRule, earned
from lint97110.arithmetic.interval import Doubt, Interval, intervals, overlapping
from lint97110.arithmetic.sums import counted
from lint97110.arithmetic.table import units_of
from lint97110.cli.group import WrongUsageError

BOTH = "both"
_ALSO = {"ama": "midpoint"}  # by the name of its profile
MINUTES_IN_DAY = 1440


@dataclass(frozen=True, slots=True)
class Answer:
    """The minutes that were asked about, what each rule makes of them, and the clock times."""

    minutes: Mapping[str, int]
    earned: tuple[Earned, ...]
    clock: tuple[Interval, ...]

    @property
    def clock_minutes(self) -> int:
        """Minutes between the clock times, all blocks together."""
        return sum(block.minutes for block in self.clock)


def count(words: tuple[str, ...], rule: str, clock: str | None) -> Answer:
    """The units that `CODE=MINUTES` words make under a rule or both.

    Raises WrongUsageError, with one sentence, for what cannot be counted.
    """
    rules = _rules(rule)
    minutes: dict[str, int] = {}
    for word in words:
        code, amount = _minutes(word)
        if code in minutes:
            raise WrongUsageError(f"{code} is given twice; add up its minutes first.")
        minutes[code] = amount
    if sum(minutes.values()) > MINUTES_IN_DAY:
        raise WrongUsageError(f"{sum(minutes.values())} minutes are more than a day has.")
    made = tuple(earned(minutes, one) for one in rules) if minutes else ()
    return Answer(minutes, made, _clock(clock) if clock is not None else ())


def _rules(word: str) -> tuple[UnitRule, ...]:
    names = [*(str(rule) for rule in UnitRule), BOTH]
    word = _ALSO.get(word, word)
    if word not in names:
        raise WrongUsageError(
            f'"{word}" is not a way to count units; use one of: {", ".join(names)}.'
        )
    return tuple(UnitRule) if word == BOTH else (UnitRule(word),)


def _minutes(word: str) -> tuple[str, int]:
    code, equals, amount = (part.strip() for part in word.partition("="))
    code = code.upper()
    if not equals:
        raise WrongUsageError(f'"{word}" is not CODE=MINUTES, as in 97110=24.')
    _refuse_code(code)
    if not (amount.isascii() and amount.isdigit()):
        sentence = (
            f'"{amount}" is not a number of minutes for {code}; write whole minutes, 0 or more.'
        )
        raise WrongUsageError(sentence)
    if len(amount.lstrip("0")) > len(str(MINUTES_IN_DAY)):
        raise WrongUsageError(f"{code} has more minutes than a day.")
    return code, int(amount)


def _refuse_code(code: str) -> None:
    if not is_code(code):
        raise WrongUsageError(f'"{code}" is not a billing code such as 97110.')
    if code in UNTIMED:
        sentence = (
            f"{code} is untimed: it is billed once a day, whatever its minutes; leave it out."
        )
        raise WrongUsageError(sentence)
    if code in OTHERWISE:
        sentence = f"{code} is not counted in 15-minute units by all payers; leave it out."
        raise WrongUsageError(sentence)
    if code not in TIMED:
        raise WrongUsageError(f"{code} is not one of the 15-minute therapy codes.")


def _clock(written: str) -> tuple[Interval, ...]:
    blocks = intervals(written)
    if blocks is None:
        raise WrongUsageError(f'"{written}" is not START-END, as in 9:00-9:45 or 1:15pm-2:00pm.')
    for block in blocks:
        if Doubt.BACKWARDS in block.doubts:
            raise WrongUsageError(f'"{written}" ends before it begins; say which time is right.')
    twice = overlapping(blocks)
    if twice is not None:
        named = " and ".join(f"{block.start} to {block.end}" for block in twice)
        raise WrongUsageError(f"{named} overlap; shared minutes count only once.")
    return blocks


def as_text(answer: Answer) -> str:
    """The sums as sentences, a line each."""
    lines = [made.sentence for made in answer.earned]
    if len(answer.earned) > 1:
        lines += ["", _comparison(answer.earned)]
    if answer.clock:
        lines += ["", *_clock_lines(answer)] if lines else [*_clock_lines(answer)]
    return "\n".join(lines) + "\n"


def _comparison(both: tuple[Earned, ...]) -> str:
    first, second = (made.total_units for made in both)
    if first == second:  # then the codes agree, too: both give the units to 8 minutes left and more
        return f"Both rules come to {counted(first, 'unit')}."
    return (
        f"The rules disagree, {first} against {second}: "
        "check with the payer, or in the contract, which one applies."
    )


def _clock_lines(answer: Answer) -> Iterator[str]:
    is_one = len(answer.clock) == 1
    parts = [
        f"{one.start} to {one.end}" + ("" if is_one else f" ({one.minutes})")
        for one in answer.clock
    ]
    total = counted(answer.clock_minutes, "minute")
    yield f"{' + '.join(parts)} = {total} by the clock{_against(answer)}"
    for block in answer.clock:
        for doubt in block.doubts:
            yield f"{block.start} to {block.end}: {doubt}"


def _against(answer: Answer) -> str:
    """What the clock leaves room for."""
    total = answer.clock_minutes
    if not answer.minutes:
        units = counted(units_of(total), "unit")
        return f"; {units} at most of one code, if all of it was one-on-one treatment"
    timed = sum(answer.minutes.values())
    if timed > total:
        return f": too few for {timed} timed minutes"
    return f", {total - timed} of them outside the timed minutes"


def as_json(answer: Answer) -> str:
    """The sums for a machine, a rule each."""
    value: dict[str, object] = {
        "schema": 1,
        "minutes": dict(answer.minutes),
        "rules": [_earned(made) for made in answer.earned],
    }
    if answer.clock:
        value["clock"] = {
            "minutes": answer.clock_minutes,
            "blocks": [_block(block) for block in answer.clock],
        }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _earned(made: Earned) -> dict[str, object]:
    return {
        "rule": str(made.rule),
        "total_units": made.total_units,
        "units": dict(made.units),
        "ties": list(made.ties),
        "steps": list(made.steps),
    }


def _block(block: Interval) -> dict[str, object]:
    return {
        "start": block.start,
        "end": block.end,
        "minutes": block.minutes,
        "doubts": [str(doubt) for doubt in block.doubts],
    }
