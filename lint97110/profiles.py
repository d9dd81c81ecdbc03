"""Who pays for a note, and what that payer asks for on the day of service."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from lint97110.errors import LintError
from lint97110.model import Catalogue, Dial, Kind, Profile, Rule, Severity, Terms

BASE = "base"


@dataclass(frozen=True, slots=True)
class Change:
    """What one dial changed in the severity of one rule on one kind of document."""

    rule: Rule
    kind: Kind
    before: Severity | None
    after: Severity | None
    dial: Dial


def terms_of(catalogue: Catalogue, name: str, day: date | None = None) -> Terms:
    """What a note is asked for by the payer `name` on `day`, or when it was last looked at.

    Raises LintError for a profile that the pack does not have.
    """
    profile = named(catalogue, name)
    dials = in_force(catalogue, profile, day)
    severity: dict[str, dict[Kind, Severity | None]] = {}
    settings: dict[str, tuple[str, ...]] = {}
    thresholds: dict[str, int] = {}
    known: dict[str, bool] = {}
    for dial in dials:
        if not dial.rules:  # severities are capped one by one
            known[dial.name] = dial.is_known
        if dial.amount is not None:
            thresholds[dial.name] = dial.amount
        elif dial.words or dial.name != "severity":
            settings[dial.name] = dial.words
        for code in dial.rules:
            severity.setdefault(code, {}).update(_capped(dial))
    usual = Terms()
    return Terms(
        profile=name,
        unit_rule=settings.get("unit_rule", (usual.unit_rule,))[0],
        totals=settings.get("totals", usual.totals),
        thresholds=thresholds,
        severity=severity,
        doubted=frozenset(each for each, is_known in known.items() if not is_known),
    )


def named(catalogue: Catalogue, name: str) -> Profile | None:
    """The profile of that name; None for the base of a pack that has no payers.

    Raises LintError for a profile that the pack does not have.
    """
    if name not in catalogue.profiles and name != BASE:
        raise LintError(unknown(name, catalogue.profiles))
    return catalogue.profiles.get(name)


def unknown(name: str, known: Collection[str]) -> str:
    """The sentence about a profile that nobody knows."""
    near = get_close_matches(name.lower(), known, n=1)
    choices = f'did you mean "{near[0]}"?' if near else f"one of: {', '.join(sorted(known))}"
    return f'no profile is called "{name}" ({choices})'


def changes(catalogue: Catalogue, name: str, day: date | None = None) -> Iterator[Change]:
    """What each dial in force changed in the severities of the rules, in the order of the rules."""
    dials = in_force(catalogue, named(catalogue, name), day)
    for rule in catalogue.rules:
        for kind in Kind:
            before = rule.severity.get(kind)
            for dial in dials:
                after = _capped(dial).get(kind, before) if rule.code in dial.rules else before
                if after != before:
                    yield Change(rule, kind, before, after, dial)
                before = after


def payers_by_name(profiles: Mapping[str, Profile]) -> Mapping[str, str]:
    """The profile of each payer, by the name that notes use, folded."""
    return {fold(payer): one.name for one in profiles.values() for payer in one.payers}


def fold(words: str) -> str:
    """A payer's name without case, hyphens, dots and doubled spaces.

    >>> fold("Blue-Cross  Blue Shield"), fold("U.H.C.")
    ('blue cross blue shield', 'uhc')
    """
    return " ".join(words.casefold().replace(".", "").replace("-", " ").split())


def in_force(catalogue: Catalogue, profile: Profile | None, day: date | None) -> tuple[Dial, ...]:
    """The dials in force on `day`, or when last looked at: the base's, then the payer's own."""
    base = catalogue.profiles.get(BASE)
    seen = profile or base
    when = day or (seen.as_of if seen is not None else date.max)
    every = dict.fromkeys(one.name for one in (base, profile) if one is not None)
    files = [catalogue.profiles[name] for name in every]
    return tuple(dial for one in files for dial in one.dials if dial.holds_on(when))


def _capped(dial: Dial) -> Mapping[Kind, Severity | None]:
    """The severities of a dial; what nobody read makes no error."""
    if dial.is_known:
        return dial.severity
    return {
        kind: Severity.WARNING if severity is Severity.ERROR else severity
        for kind, severity in dial.severity.items()
    }
