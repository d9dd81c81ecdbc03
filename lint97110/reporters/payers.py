"""What one payer asks for on one day, and what each dial of its profile changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from textwrap import wrap

from lint97110.model import Catalogue, Dial, Severity, Terms
from lint97110.profiles import Change, changes, in_force, named
from lint97110.reporters.vocabulary import KINDS

MARKS = {
    "verified": "verified",
    "verified-2": "verified second-hand",
    "knowledge": "not verified: causes no error",
    "house": "our own choice",
}
UNIT_RULES = {
    "medicare": "Medicare's total of the day",
    "midpoint": "midpoint, each code by itself",
    "unknown": "both ways; a difference is reported",
}


def profile_text(catalogue: Catalogue, terms: Terms, day: date | None, width: int = 80) -> str:
    """The payer, each dial in force with its source, and what the dials changed in the rules."""
    profile = named(catalogue, terms.profile)
    if profile is None:
        return f"{terms.profile}\n"
    lines = [f"{profile.name}: {profile.title}, as of {day or profile.as_of}"]
    lines += wrap(profile.confirm, width, initial_indent="  ", subsequent_indent="  ")
    lines.append(f"  (last checked on {profile.as_of})")
    lines += ["", "Dials"]
    lines += _dials(in_force(catalogue, profile, day))
    changed = list(_changed(catalogue, terms, day))
    lines += ["", "Changes to rules", *(changed or ["  none"])]
    return "\n".join(lines) + "\n"


def profile_value(catalogue: Catalogue, terms: Terms, day: date | None) -> dict[str, object]:
    """The same for a machine."""
    profile = named(catalogue, terms.profile)
    if profile is None:
        return {"name": terms.profile}
    return {
        "name": profile.name,
        "title": profile.title,
        "as_of": str(day or profile.as_of),
        "seen": str(profile.as_of),
        "confirm": profile.confirm,
        "unit_rule": terms.unit_rule,
        "totals": list(terms.totals),
        "thresholds": dict(terms.thresholds),
        "dials": [_dial_value(dial) for dial in in_force(catalogue, profile, day)],
        "changes": [_change_value(one) for one in changes(catalogue, terms.profile, day)],
    }


def _dials(dials: tuple[Dial, ...]) -> Iterator[str]:
    """A line for each dial; where the payer's took the place of another, what that one said."""
    was: dict[str, Dial] = {}
    for dial in dials:
        if not dial.rules:
            before = was.get(dial.name)
            was[dial.name] = dial
            if any(later.name == dial.name for later in dials[dials.index(dial) + 1 :]):
                continue
            changed = before is not None and _setting(before) != _setting(dial)
            place = f", in place of {_setting(before)}" if before and changed else ""
            yield f"  {_label(dial)}: {_setting(dial)}{place}{_days(dial)} ({_known(dial)})"
        else:
            yield f"  severity of {', '.join(dial.rules)}{_days(dial)} ({_known(dial)})"


def _label(dial: Dial) -> str:
    if dial.amount is not None:
        return f"{dial.name} threshold"
    return "units" if dial.name == "unit_rule" else "totals that a note must state"


def _setting(dial: Dial) -> str:
    if dial.amount is not None:
        return f"${dial.amount:,}"
    if dial.name == "unit_rule":
        return UNIT_RULES[dial.words[0]]
    return " and ".join(dial.words) or "none"


def _known(dial: Dial) -> str:
    return f"{dial.source}, {MARKS[dial.mark]}"


def _days(dial: Dial) -> str:
    since = f" from {dial.since}" if dial.since > date.min else ""
    until = f" until {dial.until}" if dial.until < date.max else ""
    return since + until


def _changed(catalogue: Catalogue, terms: Terms, day: date | None) -> Iterator[str]:
    """A line for each rule and change, the kinds of document together."""
    for (code, before, after, _), run in groupby(_net(catalogue, terms, day), key=_alike):
        some = list(run)
        kinds = ", ".join(KINDS[one.kind] for one in some)
        dial = some[0].dial
        name = some[0].rule.name
        yield f"  {code} {name}: {_word(before)} -> {_word(after)} on {kinds} ({_known(dial)})"


def _net(catalogue: Catalogue, terms: Terms, day: date | None) -> Iterator[Change]:
    """What all dials together changed: from the rule's own severity to what the last one says."""
    every = changes(catalogue, terms.profile, day)
    for _, run in groupby(every, key=lambda one: (one.rule.code, one.kind)):
        first, *others = run
        last = others[-1] if others else first
        if first.before is not last.after:
            yield replace(last, before=first.before)


def _alike(change: Change) -> tuple[str, Severity | None, Severity | None, int]:
    return change.rule.code, change.before, change.after, change.dial.line


def _word(severity: Severity | None) -> str:
    return str(severity) if severity else "silent"


def _dial_value(dial: Dial) -> dict[str, object]:
    value: dict[str, object] = {"dial": dial.name, "source": dial.source, "mark": dial.mark}
    if dial.rules:
        value["rules"] = list(dial.rules)
        value["severity"] = {str(kind): _word(each) for kind, each in dial.severity.items()}
    elif dial.amount is not None:
        value["amount"] = dial.amount
    else:
        value["words"] = list(dial.words)
    if dial.since > date.min:
        value["from"] = str(dial.since)
    if dial.until < date.max:
        value["until"] = str(dial.until)
    return value


def _change_value(change: Change) -> dict[str, object]:
    return {
        "code": change.rule.code,
        "kind": str(change.kind),
        "before": _word(change.before),
        "after": _word(change.after),
        "source": change.dial.source,
        "mark": change.dial.mark,
    }
