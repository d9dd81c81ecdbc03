"""One file of rules/core: YAML to Rule, with every mistake named at its line."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint97110.billing.judging import Fault
from lint97110.errors import PackError
from lint97110.model import ELEMENTS, Basis, Example, Kind, Rule, Severity, Source, Status
from lint97110.packs.asks import fault_of
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.known import Known
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, read_tree

FEWEST_EXAMPLES = 3

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "element": ("element", "status"),
    "fact-present": ("fact",),
    "conflict": ("explained_by",),
    "count": ("units",),
    "missing": ("time",),
    "modifier": ("wants",),
}
_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("count", "units"): (*(str(fault) for fault in Fault), "untimed"),
    ("missing", "time"): ("timed", "treatment", "codes", "clock"),
    ("modifier", "wants"): ("discipline", "assistant", "kx", "distinct"),
}
"""What an option of a check may be, where it is one of a few words."""
_MAY: Mapping[str, tuple[str, ...]] = {
    "missing": ("time", "element"),
    "modifier": ("wants", "pairs"),
}
"""Options that a check takes besides those that it needs; an element says where to look."""
_GAPS = (Status.WEAK.value, Status.ABSENT.value)
_PAYER_BASES = (Basis.REQUIRED, Basis.EXPECTED)
_READ_MARKS = ("verified", "verified-2")


@dataclass(frozen=True, slots=True)
class BadExample:
    """A note that the rule must flag, `at` these words."""

    note: Scalar
    at: Scalar | None = None
    kind: Kind = Kind.TREATMENT_NOTE
    profile: str = "base"
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class GoodExample:
    """A note that the rule must leave in peace."""

    note: Scalar
    kind: Kind = Kind.TREATMENT_NOTE
    profile: str = "base"
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class ExampleList:
    """The proof of a rule."""

    bad: tuple[BadExample, ...]
    good: tuple[GoodExample, ...]
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The keys of a rule file."""

    code: Scalar
    name: Scalar
    basis: Basis
    severity: Mapping[Kind, Severity]
    check: Scalar
    message: Scalar
    ask: Scalar
    why: Scalar
    sources: tuple[Scalar, ...]
    examples: ExampleList
    with_: Mapping[str, Scalar] = field(default_factory=dict)
    hidden_by: tuple[Scalar, ...] = ()
    line: Line = NO_LINE


def read_rule(
    path: Path, core: Path, known: Known, sources: Mapping[str, Source]
) -> tuple[Rule, RuleFile]:
    """The rule in `path`, a file of the folder `core`, and the file that it was made from.

    Raises PackError for anything that cannot be used.
    """
    file = read_fields(RuleFile, read_tree(path), path)
    _check_place(file, path, core)
    _check_options(file, path, known)
    _check_words(file, path)
    _check_sources(file, path, sources)
    _check_examples(file, path)
    return _rule(file, path.relative_to(core.parent).as_posix()), file


def _check_place(file: RuleFile, path: Path, core: Path) -> None:
    code, name = file.code, file.name
    if not _CODE.fullmatch(code.text):
        sentence = f'"{code.text}" is no code: two capital letters and three digits'
        raise PackError(str(path), code.line, sentence)
    if not _NAME.fullmatch(name.text):
        sentence = f'"{name.text}" is no name: small letters with hyphens between the words'
        raise PackError(str(path), name.line, sentence)
    place = f"{code.text[:2]}/{code.text}-{name.text}.yaml"
    if path.relative_to(core).as_posix() != place:
        sentence = f"{code.text} {name.text} belongs in the file {core.name}/{place}"
        raise PackError(str(path), code.line, sentence)


def _check_options(file: RuleFile, path: Path, known: Known) -> None:
    options = file.with_
    if file.check.text not in known.checks:
        raise _unknown(path, "check", file.check, known.checks)
    for key in _NEEDS.get(file.check.text, ()):
        if key not in options:
            sentence = f'check "{file.check.text}" needs "{key}" under "with"'
            raise PackError(str(path), file.check.line, sentence)
    if "element" in options and options["element"].text not in ELEMENTS:
        raise _unknown(path, "element", options["element"], ELEMENTS)
    if "fact" in options and options["fact"].text not in known.facts:
        raise _unknown(path, "fact", options["fact"], known.facts)
    for (check, key), choices in _CHOICES.items():
        if check == file.check.text and options[key].text not in choices:
            raise _unknown(path, key, options[key], choices)
    if "explained_by" in options and options["explained_by"].text not in known.facts:
        raise _unknown(path, "fact", options["explained_by"], known.facts)
    _check_option_names(file, path)
    if file.check.text == "element":
        _check_status(options["status"], path)


def _check_option_names(file: RuleFile, path: Path) -> None:
    """Refuse options that the check does not know; those of a fact are the fact's own slots."""
    check = file.check.text
    if check not in (*_NEEDS, "clock", "sum") or check == "fact-present":
        return
    names = _MAY.get(check, _NEEDS.get(check, ()))
    for key, option in file.with_.items():
        if key not in names:
            sentence = f'unknown option "{key}"{did_you_mean(key, names)}'
            raise PackError(str(path), option.line, sentence)


def _check_status(status: Scalar, path: Path) -> None:
    if status.text not in _GAPS:
        raise _unknown(path, "status", status, _GAPS)


def _check_words(file: RuleFile, path: Path) -> None:
    if not file.severity:
        raise PackError(str(path), file.line, '"severity" names no kind of document')
    fault = fault_of(file.ask.text)
    if fault is not None:
        raise PackError(str(path), file.ask.line, f'"ask" {fault}')


def _check_sources(file: RuleFile, path: Path, sources: Mapping[str, Source]) -> None:
    """Refuse a rule that speaks for a payer with no text of a payer behind it."""
    if not file.sources:
        raise PackError(str(path), file.line, '"sources" is empty: say who says so')
    for key in file.sources:
        if key.text not in sources:
            raise _unknown(path, "source", key, sources)
    marks = {sources[key.text].mark for key in file.sources}
    if file.basis is Basis.REQUIRED and not marks.intersection(_READ_MARKS):
        sentence = 'basis "required" needs a source that was read: verified or verified-2'
        raise PackError(str(path), file.sources[0].line, sentence)
    if file.basis in _PAYER_BASES and marks == {"house"}:
        sentence = f'basis "{file.basis}" cannot rest on house sources alone'
        raise PackError(str(path), file.sources[0].line, sentence)


def _check_examples(file: RuleFile, path: Path) -> None:
    for label, count in (("bad", len(file.examples.bad)), ("good", len(file.examples.good))):
        if count < FEWEST_EXAMPLES:
            sentence = f"{count} {label} examples: a rule has at least {FEWEST_EXAMPLES}"
            raise PackError(str(path), file.examples.line, sentence)
    for example in file.examples.bad:
        if example.at is not None and example.at.text not in example.note.text:
            sentence = '"at" is not in the note of its example, letter for letter'
            raise PackError(str(path), example.at.line, sentence)
        if example.kind not in file.severity:
            sentence = f'"severity" is silent on {example.kind}, the kind of this bad example'
            raise PackError(str(path), example.line, sentence)


def _unknown(path: Path, what: str, word: Scalar, known: Collection[str]) -> PackError:
    hint = did_you_mean(word.text, known)
    return PackError(str(path), word.line, f'unknown {what} "{word.text}"{hint}')


def _rule(file: RuleFile, path: str) -> Rule:
    return Rule(
        code=file.code.text,
        name=file.name.text,
        basis=file.basis,
        severity=file.severity,
        check=file.check.text,
        options={key: option.plain for key, option in file.with_.items()},
        message=file.message.text,
        ask=file.ask.text,
        why=file.why.text,
        sources=tuple(key.text for key in file.sources),
        examples=_examples(file.examples),
        path=path,
        hidden_by=tuple(code.text for code in file.hidden_by),
    )


def _examples(file: ExampleList) -> tuple[Example, ...]:
    every: tuple[BadExample | GoodExample, ...] = (*file.bad, *file.good)
    return tuple(
        Example(
            note=example.note.text,
            at=example.at.text if isinstance(example, BadExample) and example.at else None,
            is_bad=isinstance(example, BadExample),
            kind=example.kind,
            line=example.line,
            profile=example.profile,
        )
        for example in every
    )
