"""rules/payers: what each payer asks for otherwise, since when, and who says so."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path

from lint97110.arithmetic.earned import UnitRule
from lint97110.errors import PackError
from lint97110.model import Dial, Kind, Profile, Severity, Source
from lint97110.packs import PAYERS as FOLDER
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.names import MARKS
from lint97110.packs.near import unknown
from lint97110.packs.yaml_tree import Scalar, read_tree

UNIT_RULES = (*(str(rule) for rule in UnitRule), "unknown")
TOTALS = ("timed", "treatment")
THRESHOLDS = ("kx", "review")
_SETTINGS = ("unit_rule", "totals", "severity", "threshold")


class Level(StrEnum):
    """A severity, or silence."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class DialFile:
    """The keys of one dial: exactly one of unit_rule, totals, severity and threshold."""

    source: Scalar
    mark: Scalar
    unit_rule: Scalar | None = None
    totals: tuple[Scalar, ...] | None = None
    severity: Mapping[Kind, Level] = field(default_factory=dict)
    rules: tuple[Scalar, ...] = ()
    threshold: Scalar | None = None
    amount: Scalar | None = None
    from_: Scalar | None = None
    until: Scalar | None = None
    line: Line = NO_LINE

    @property
    def settings(self) -> tuple[str, ...]:
        """Which of the settings are written."""
        written = {
            "unit_rule": self.unit_rule is not None,
            "totals": self.totals is not None,
            "severity": bool(self.severity),
            "threshold": self.threshold is not None,
        }
        return tuple(name for name in _SETTINGS if written[name])


@dataclass(frozen=True, slots=True)
class ProfileFile:
    """The keys of a profile."""

    profile: Scalar
    title: Scalar
    as_of: Scalar
    confirm: Scalar
    dials: tuple[DialFile, ...]
    payers: tuple[Scalar, ...] = ()


def payer_names(root: Path) -> Mapping[str, tuple[str, ...]]:
    """The names under which notes know the payers of each profile.

    Raises PackError for a file that cannot be used.
    """
    return {
        path.stem: tuple(word.text for word in _file(path).payers)
        for path in sorted((root / FOLDER).glob("*.yaml"))
    }


def read_profiles(
    root: Path, sources: Mapping[str, Source], codes: Collection[str]
) -> Mapping[str, Profile]:
    """The profiles of the pack in `root`, by name; `codes` are those of its rules.

    Raises PackError for anything that cannot be used.
    """
    found = {}
    owners: dict[str, str] = {}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        profile = _profile(_file(path), path, sources, codes)
        _refuse_shared(_file(path), path, owners)
        found[profile.name] = profile
    return found


def _file(path: Path) -> ProfileFile:
    return read_fields(ProfileFile, read_tree(path), path)


def _refuse_shared(file: ProfileFile, path: Path, owners: dict[str, str]) -> None:
    for word in file.payers:
        key = word.text.casefold()
        if key in owners:
            sentence = f'"{word.text}" already belongs to {owners[key]}'
            raise PackError(str(path), word.line, sentence)
        owners[key] = path.name


def _profile(
    file: ProfileFile, path: Path, sources: Mapping[str, Source], codes: Collection[str]
) -> Profile:
    if file.profile.text != path.stem:
        sentence = f'profile "{file.profile.text}" belongs in {file.profile.text}.yaml'
        raise PackError(str(path), file.profile.line, sentence)
    dials = tuple(_dial(dial, path, sources, codes) for dial in file.dials)
    _refuse_overlaps(dials, path)
    return Profile(
        name=file.profile.text,
        title=file.title.text,
        as_of=_date(file.as_of, "as_of", path),
        confirm=file.confirm.text,
        payers=tuple(word.text for word in file.payers),
        dials=dials,
        path=f"{FOLDER}/{path.name}",
    )


def _dial(
    file: DialFile, path: Path, sources: Mapping[str, Source], codes: Collection[str]
) -> Dial:
    if len(file.settings) != 1:
        sentence = f"a dial sets exactly one of: {', '.join(_SETTINGS)}"
        raise PackError(str(path), file.line, sentence)
    _check_source(file, path, sources)
    _check_values(file, path, codes)
    since = _date(file.from_, "from", path) if file.from_ else date.min
    until = _date(file.until, "until", path) if file.until else date.max
    if file.until and until < since:
        raise PackError(str(path), file.until.line, '"until" is earlier than "from"')
    (setting,) = file.settings
    words = (file.unit_rule,) if file.unit_rule else file.totals or ()
    return Dial(
        name=file.threshold.text if file.threshold else setting,
        source=file.source.text,
        mark=file.mark.text,
        rules=tuple(code.text for code in file.rules),
        severity={kind: _severity(level) for kind, level in file.severity.items()},
        words=tuple(word.text for word in words),
        amount=int(file.amount.text) if file.amount else None,
        since=since,
        until=until,
        line=file.line,
    )


def _severity(level: Level) -> Severity | None:
    return None if level is Level.OFF else Severity(level.value)


def _check_source(file: DialFile, path: Path, sources: Mapping[str, Source]) -> None:
    """Refuse a dial that nobody stands behind, or that is surer than its source."""
    if file.source.text not in sources:
        raise unknown(path, "source", file.source, sources)
    if file.mark.text not in MARKS:
        raise unknown(path, "mark", file.mark, MARKS)
    source = sources[file.source.text]
    if MARKS.index(file.mark.text) < MARKS.index(source.mark):
        sentence = f'mark "{file.mark.text}" is stronger than "{source.mark}", that of {source.key}'
        raise PackError(str(path), file.mark.line, sentence)


def _check_values(file: DialFile, path: Path, codes: Collection[str]) -> None:
    if file.unit_rule and file.unit_rule.text not in UNIT_RULES:
        raise unknown(path, "unit rule", file.unit_rule, UNIT_RULES)
    for word in file.totals or ():
        if word.text not in TOTALS:
            raise unknown(path, "total", word, TOTALS)
    for code in file.rules:
        if code.text not in codes:
            raise unknown(path, "rule", code, codes)
    if bool(file.severity) is not bool(file.rules):
        raise PackError(str(path), file.line, '"severity" and "rules" must stand together')
    _check_threshold(file, path)


def _check_threshold(file: DialFile, path: Path) -> None:
    if (file.threshold is None) is not (file.amount is None):
        raise PackError(str(path), file.line, '"threshold" and "amount" must stand together')
    if file.threshold and file.threshold.text not in THRESHOLDS:
        raise unknown(path, "threshold", file.threshold, THRESHOLDS)
    if file.amount and not (isinstance(file.amount.value, int) and file.amount.value > 0):
        sentence = f'"amount" must be whole dollars, not "{file.amount.text}"'
        raise PackError(str(path), file.amount.line, sentence)


def _refuse_overlaps(dials: tuple[Dial, ...], path: Path) -> None:
    """Refuse two dials that turn the same thing on the same day."""
    for one, other in combinations(dials, 2):
        turned = set(_turned(one)) & set(_turned(other))
        if turned and one.since <= other.until and other.since <= one.until:
            sentence = f"{min(turned)} is already set for these days on line {one.line}"
            raise PackError(str(path), other.line, sentence)


def _turned(dial: Dial) -> Iterator[str]:
    """What a dial turns, as an error would call it."""
    if dial.rules:
        yield from (f"{code} on a {kind}" for code in dial.rules for kind in dial.severity)
    else:
        yield dial.name


def _date(word: Scalar, key: str, path: Path) -> date:
    try:
        return date.fromisoformat(word.text)
    except ValueError as error:
        sentence = f'"{key}" must be a date like 2026-03-31, not "{word.text}"'
        raise PackError(str(path), word.line, sentence) from error
