"""One file of rules/core: YAML to Rule, with every mistake named at its line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lint97110.errors import PackError
from lint97110.model import Basis, Example, Hint, Kind, Rule, Severity, Source
from lint97110.packs.asks import fault_of
from lint97110.packs.check_options import check_options
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.gaps import refuse_many_gaps
from lint97110.packs.known import Known
from lint97110.packs.near import unknown
from lint97110.packs.rule_words import spelt_out
from lint97110.packs.yaml_tree import Scalar, read_tree

FEWEST_EXAMPLES = 3

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
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
class HintFile:
    """A question for findings whose words begin with one of `opens` and hold one of `holds`."""

    ask: Scalar
    opens: tuple[Scalar, ...] = ()
    holds: tuple[Scalar, ...] = ()


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
    lists: Mapping[str, tuple[Scalar, ...]] = field(default_factory=dict)
    words: tuple[Scalar, ...] = ()
    but_not: tuple[Scalar, ...] = ()
    hints: tuple[HintFile, ...] = ()
    on_request: Scalar | None = None
    line: Line = NO_LINE


def read_rule(
    path: Path, core: Path, known: Known, sources: Mapping[str, Source]
) -> tuple[Rule, RuleFile]:
    """The rule in `path`, a file of the folder `core`, and the file that it was made from.

    Raises PackError for anything that cannot be used.
    """
    file = _with_lists(read_fields(RuleFile, read_tree(path), path), path)
    _check_place(file, path, core)
    check_options(file.check, file.with_, path, known)
    _check_words(file, path)
    _check_sources(file, path, sources)
    _check_examples(file, path)
    return _rule(file, path.relative_to(core.parent).as_posix()), file


def _with_lists(file: RuleFile, path: Path) -> RuleFile:
    """The file with its lists in the place of their names."""
    words, but_not = (spelt_out(each, file.lists, path) for each in (file.words, file.but_not))
    return replace(file, words=words, but_not=but_not)


def _check_place(file: RuleFile, path: Path, core: Path) -> None:
    code, name = file.code, file.name
    if not _CODE.fullmatch(code.text):
        sentence = f'"{code.text}" is not a code: two capital letters and three digits'
        raise PackError(str(path), code.line, sentence)
    if not _NAME.fullmatch(name.text):
        sentence = f'"{name.text}" is not a name: lowercase words joined by hyphens'
        raise PackError(str(path), name.line, sentence)
    place = f"{code.text[:2]}/{code.text}-{name.text}.yaml"
    if path.relative_to(core).as_posix() != place:
        sentence = f"{code.text} {name.text} belongs in the file {core.name}/{place}"
        raise PackError(str(path), code.line, sentence)


def _check_words(file: RuleFile, path: Path) -> None:
    if not file.severity:
        raise PackError(str(path), file.line, '"severity" names no kind of document')
    if (file.check.text == "words") != bool(file.words):
        sentence = 'check "words" needs a list of "words", and no other check has one'
        raise PackError(str(path), file.check.line, sentence)
    if file.but_not and not file.words:
        sentence = '"but_not" holds exceptions to "words", and there are none'
        raise PackError(str(path), file.but_not[0].line, sentence)
    refuse_many_gaps((*file.words, *file.but_not), path)
    if file.on_request is not None and file.on_request.plain is not True:
        sentence = '"on_request" is either true or left out'
        raise PackError(str(path), file.on_request.line, sentence)
    for ask in (file.ask, *(hint.ask for hint in file.hints)):
        fault = fault_of(ask.text)
        if fault is not None:
            raise PackError(str(path), ask.line, f'"ask" {fault}')


def _check_sources(file: RuleFile, path: Path, sources: Mapping[str, Source]) -> None:
    """Refuse a rule that speaks for a payer with no text of a payer behind it."""
    if not file.sources:
        raise PackError(str(path), file.line, '"sources" is empty: name at least one source')
    for key in file.sources:
        if key.text not in sources:
            raise unknown(path, "source", key, sources)
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
            sentence = '"at" is not found word for word in the note of its example'
            raise PackError(str(path), example.at.line, sentence)
        if example.kind not in file.severity:
            sentence = f'"severity" does not mention {example.kind}, the kind of this bad example'
            raise PackError(str(path), example.line, sentence)


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
        words=tuple(word.text for word in file.words),
        but_not=tuple(word.text for word in file.but_not),
        hints=tuple(_hint(hint) for hint in file.hints),
        on_request=file.on_request is not None,
    )


def _hint(file: HintFile) -> Hint:
    return Hint(
        file.ask.text,
        tuple(word.text.casefold() for word in file.opens),
        tuple(word.text.casefold() for word in file.holds),
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
