"""Do the charge lines carry the modifiers that they need, and none that contradict each other?

A note is no claim: only where it writes modifiers at all is one of them missing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from lint97110.arithmetic.assistants import assistant_units
from lint97110.billing.case import Case
from lint97110.billing.furnishing import furnished
from lint97110.billing.visit import Visit, place_of
from lint97110.model import Fact, Found, Rule, Severity, SlotValue, Span

WANTS = ("discipline", "assistant", "kx", "distinct")
_DISCIPLINES = frozenset(("GP", "GO", "GN"))
_OF_ASSISTANT: Mapping[str, str] = {"CQ": "GP", "CO": "GO"}
_OF_DISCIPLINE = {"GP": "physical", "GO": "occupational"}
"""The option that holds the words of each discipline."""
_DISTINCT = "59"
_TELLING = ("signed", "plan_of_discipline")


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the charge lines that lack what the rule wants."""
    lines = _lines(case)
    match str(rule.options["wants"]):
        case "discipline" if lines:
            yield from _discipline(rule, case, lines)
        case "assistant" if lines:
            yield from _assistant(rule, case, lines)
        case "kx":
            yield from _kx(case, lines)
        case "distinct":
            yield from _distinct(rule, case)
        case _:  # a note without modifiers is no bill
            return


def _lines(case: Case) -> Mapping[str, tuple[Fact, frozenset[str]]]:
    """The first charge line of each code with its modifiers."""
    found: dict[str, tuple[Fact, frozenset[str]]] = {}
    for fact in case.facts("code_modified"):
        slots = (fact.slots.get(name, "") for name in ("m", "m2", "m3"))
        modifiers = frozenset(str(slot).upper() for slot in slots if slot)
        found.setdefault(str(fact.slots["code"]).upper(), (fact, modifiers))
    return found


def _discipline(
    rule: Rule, case: Case, lines: Mapping[str, tuple[Fact, frozenset[str]]]
) -> Iterator[Found]:
    """A line without its discipline, or two disciplines in one note."""
    seen = {each for _, modifiers in lines.values() for each in modifiers & _DISCIPLINES}
    if len(seen) > 1:
        fact = next(iter(lines.values()))[0]
        yield Found(fact.span, f"{' and '.join(sorted(seen))} stand in one note.")
        return
    note, visit = case.note, case.visit
    wanted = _own_discipline(rule, case)
    if wanted and seen and wanted not in seen:
        fact = next(iter(lines.values()))[0]
        other = ", ".join(sorted(seen))
        said = f"The lines carry {other}, but the plan and its signer are of {wanted}."
        yield Found(fact.span, said)
        return
    for code in (*visit.units, *visit.untimed_units):
        modifiers = lines[code][1] if code in lines else frozenset()
        if not modifiers & _DISCIPLINES:
            yield Found(
                place_of(note, "units_stated", (code,)), f"{code} has no discipline modifier."
            )


def _own_discipline(rule: Rule, case: Case) -> str | None:
    """GP or GO, where plan and signatures speak of one discipline and of no other."""
    text = case.note.document.text
    told = [fact.span.of(text) for kind in _TELLING for fact in case.facts(kind)]
    words = {word for one in told for word in _words(one)}
    found = [mark for mark, name in _OF_DISCIPLINE.items() if words & _option(rule, name)]
    return found[0] if len(found) == 1 else None


def _option(rule: Rule, name: str) -> frozenset[str]:
    return frozenset(str(rule.options[name]).split())


def _words(said: str) -> list[str]:
    return said.casefold().replace(".", "").replace(",", " ").split()


def _assistant(
    rule: Rule, case: Case, lines: Mapping[str, tuple[Fact, frozenset[str]]]
) -> Iterator[Found]:
    """The assistant's modifier of another discipline; or none, where only an assistant signed."""
    for code, (fact, modifiers) in lines.items():
        for marked, discipline in _OF_ASSISTANT.items():
            if marked in modifiers and modifiers & _DISCIPLINES - {discipline}:
                others = ", ".join(sorted(modifiers & _DISCIPLINES))
                yield Found(fact.span, f"{code} carries {marked} with {others}.")
    is_marked = any(modifiers & _OF_ASSISTANT.keys() for _, modifiers in lines.values())
    told = list(_shared(case, lines))
    yield from told
    signer = _only_assistant(case, _option(rule, "assistants"))
    if signer is not None and not is_marked and not told:
        # The note does not say who gave which minutes, so this is a question and no error.
        yield Found(signer, at_most=Severity.WARNING)


def _shared(case: Case, lines: Mapping[str, tuple[Fact, frozenset[str]]]) -> Iterator[Found]:
    """Codes whose minutes by person ask for the modifier, or speak against it.

    The figures of the law were not read in their final text: a question at most.
    """
    several = Counter(str(fact.slots["code"]).upper() for fact in case.facts("code_modified"))
    for code, given in furnished(case).items():
        units = case.visit.units.get(code, 0)
        if code not in lines or not units or several[code] > 1:
            continue
        try:
            shares = assistant_units(given.assistant, given.therapist, units)
        except ValueError:
            continue  # units that these minutes do not make are told by another rule
        is_marked = bool(lines[code][1] & _OF_ASSISTANT.keys())
        if is_marked == bool(shares.marked) or shares.doubtful:
            continue
        carry = f"{shares.marked} of {units} carry the assistant's modifier, since {shares.because}"
        who = f"{code}: assistant {given.assistant} min, therapist {given.therapist} min"
        yield Found(given.place, f"{who}; {carry}.", at_most=Severity.WARNING)


def _only_assistant(case: Case, assistants: frozenset[str]) -> Span | None:
    """The signature of an assistant, where nobody else signed."""
    signed = [fact.span for fact in case.facts("signed")]
    words = [_words(span.of(case.note.document.text)) for span in signed]
    if words and all(assistants.intersection(one) for one in words):
        return signed[0]
    return None


def _kx(case: Case, lines: Mapping[str, tuple[Fact, frozenset[str]]]) -> Iterator[Found]:
    """The yearly amount is reached and KX is not there; or KX stands beside GA."""
    for fact, modifiers in lines.values():
        if {"KX", "GA"} <= modifiers:
            yield Found(fact.span, "KX and GA are on the same line.")
    amount = case.terms.thresholds.get("kx")
    if amount is None or any("KX" in modifiers for _, modifiers in lines.values()):
        return
    for fact in case.facts("year_to_date"):
        if (used := _dollars(fact.slots.get("n", ""))) >= amount:
            said = f"${used:,} of ${amount:,} are used, but no line carries KX."
            yield Found(fact.span, said, ("kx",))


def _dollars(written: SlotValue) -> int:
    digits = str(written).replace(",", "").partition(".")[0]
    return int(digits) if digits.isdigit() else 0


def _distinct(rule: Rule, case: Case) -> Iterator[Found]:
    """Two codes of a pair, billed without minutes of their own and without 59 or an X modifier."""
    note, visit = case.note, case.visit
    told = {str(fact.slots["code"]) for fact in case.facts("code_distinct")}
    told |= {
        str(fact.slots["code"])
        for fact in case.facts("code_dosed")
        if str(fact.slots["d"]).startswith(_DISTINCT)
    }
    billed = {*visit.units, *visit.untimed_units}
    for pair in str(rule.options["pairs"]).split():
        first, _, second = pair.partition("+")
        if {first, second} <= billed and not _stand_apart(visit, first, second, told):
            place = place_of(note, "units_stated", (first, second))
            yield Found(place, f"{first} and {second}.")


def _stand_apart(visit: Visit, first: str, second: str, told: set[str]) -> bool:
    minutes = {**visit.minutes, **visit.untimed_minutes}
    return bool({first, second} & told) or {first, second} <= minutes.keys()
