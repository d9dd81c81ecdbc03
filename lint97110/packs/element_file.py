"""One file of rules/elements: YAML to Element, with every mistake named at its line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint97110.errors import PackError
from lint97110.model import ELEMENTS, POINTS, Condition, Element, Kind
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.known import Known
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, read_tree


@dataclass(frozen=True, slots=True)
class ConditionFile:
    """One line under `present` or `weak`."""

    fact: Scalar
    says: Scalar
    status: tuple[Scalar, ...] = ()
    section: tuple[Scalar, ...] = ()
    outside: tuple[Scalar, ...] = ()
    kind: tuple[Kind, ...] = ()
    with_: Mapping[str, Scalar] = field(default_factory=dict)
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class RulePair:
    """The two rules of an element, by code."""

    missing: Scalar
    weak: Scalar


@dataclass(frozen=True, slots=True)
class ElementFile:
    """The keys of an element file."""

    element: Scalar
    title: Scalar
    means: Scalar
    look_in: tuple[Scalar, ...]
    rules: RulePair
    present: tuple[ConditionFile, ...]
    weak: tuple[ConditionFile, ...] = ()
    not_counted: tuple[Scalar, ...] = ()


def read_element(path: Path, root: Path, known: Known) -> tuple[Element, ElementFile]:
    """The element in `path`, and the file that it was made from.

    Raises PackError for anything that cannot be used.
    """
    file = read_fields(ElementFile, read_tree(path), path)
    _check_name(file.element, path, root)
    _check_each("section", file.look_in, known.sections, path)
    for condition in (*file.present, *file.weak):
        _check_condition(condition, path, known)
    return _element(file, path.relative_to(root).as_posix()), file


def _check_name(name: Scalar, path: Path, root: Path) -> None:
    _check_each("element", (name,), (*ELEMENTS, *POINTS), path)
    folder = "elements/justification" if name.text in POINTS else "elements"
    place = f"{folder}/{name.text}.yaml"
    if path.relative_to(root).as_posix() != place:
        sentence = f"{name.text} belongs in the file {place}"
        raise PackError(str(path), name.line, sentence)


def _check_condition(condition: ConditionFile, path: Path, known: Known) -> None:
    _check_each("fact", (condition.fact,), known.facts, path)
    _check_each("status", condition.status, known.statuses, path)
    _check_each("section", (*condition.section, *condition.outside), known.sections, path)


def _check_each(what: str, words: tuple[Scalar, ...], known: Collection[str], path: Path) -> None:
    for word in words:
        if word.text not in known:
            sentence = f'unknown {what} "{word.text}"{did_you_mean(word.text, known)}'
            raise PackError(str(path), word.line, sentence)


def _element(file: ElementFile, path: str) -> Element:
    return Element(
        name=file.element.text,
        title=file.title.text,
        means=file.means.text,
        look_in=_texts(file.look_in),
        missing=file.rules.missing.text,
        weak=file.rules.weak.text,
        present_when=tuple(_condition(each) for each in file.present),
        weak_when=tuple(_condition(each) for each in file.weak),
        not_counted=_texts(file.not_counted),
        path=path,
    )


def _condition(file: ConditionFile) -> Condition:
    return Condition(
        fact=file.fact.text,
        says=file.says.text,
        status=_texts(file.status),
        section=_texts(file.section),
        outside=_texts(file.outside),
        kind=file.kind,
        slots={key: slot.plain for key, slot in file.with_.items()},
        line=file.line,
    )


def _texts(words: tuple[Scalar, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
