"""A rules folder to a Catalogue: rules, elements, who says so, and how they fit together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lint97110.errors import PackError
from lint97110.model import ELEMENTS, POINTS, Catalogue, Element, Rule, SlotValue, Source, Status
from lint97110.packs.element_file import ElementFile, read_element
from lint97110.packs.fields import read_fields
from lint97110.packs.known import Known, known_names
from lint97110.packs.label_file import read_labels
from lint97110.packs.names import CHECK_NAMES
from lint97110.packs.near import did_you_mean
from lint97110.packs.payer_file import read_profiles
from lint97110.packs.rule_file import RuleFile, read_rule
from lint97110.packs.source_file import read_sources
from lint97110.packs.yaml_tree import Scalar, read_tree


@dataclass(frozen=True, slots=True)
class PackFile:
    """The keys of rules/pack.yaml."""

    version: Scalar


def load_catalogue(root: Path, checks: Collection[str] = CHECK_NAMES) -> Catalogue:
    """Read the rules, elements and sources of the pack in `root`, in the order of their codes.

    Raises PackError, with file, line and the likely cure, for the first thing that cannot be used.
    """
    if not (root / "pack.yaml").is_file():
        raise PackError(str(root), 1, "no rules here: a pack is a folder with a pack.yaml")
    version = read_fields(PackFile, read_tree(root / "pack.yaml"), root / "pack.yaml").version
    sources = read_sources(root / "sources.yaml")
    known = known_names(root, checks)
    rules = _read_rules(root / "core", known, sources)
    by_code = {rule.code: rule for rule in rules}
    elements = _read_elements(root, known, by_code)
    profiles = read_profiles(root, sources, by_code)
    _check_profiles_of_examples(rules, root, profiles)
    labels = read_labels(root, known)
    return Catalogue(version.text, rules, elements, sources, profiles, labels)


def _files(folder: Path) -> list[Path]:
    """The YAML files below `folder`, sorted; a file that would be passed over is refused."""
    for path in sorted(folder.rglob("*.yml")):
        raise PackError(str(path), 1, f'would not be read: name it "{path.stem}.yaml"')
    return sorted(folder.rglob("*.yaml"))


def _read_rules(core: Path, known: Known, sources: Mapping[str, Source]) -> tuple[Rule, ...]:
    read = [(path, *read_rule(path, core, known, sources)) for path in _files(core)]
    _refuse_twins((path, file.code) for path, _, file in read)
    _refuse_twins((path, file.name) for path, _, file in read)
    codes = [rule.code for _, rule, _ in read]
    for path, _, file in read:
        _check_hidden_by(file, path, codes)
    return tuple(sorted((rule for _, rule, _ in read), key=lambda rule: rule.code))


def _check_profiles_of_examples(
    rules: Iterable[Rule], root: Path, profiles: Collection[str]
) -> None:
    for rule in rules:
        for example in rule.examples:
            if example.profile not in {"base", *profiles}:
                sentence = f'unknown profile "{example.profile}"'
                hint = did_you_mean(example.profile, ("base", *profiles))
                raise PackError(str(root / rule.path), example.line, f"{sentence}{hint}")


def _refuse_twins(words: Iterable[tuple[Path, Scalar]]) -> None:
    owners: dict[str, Path] = {}
    for path, word in words:
        if word.text in owners:
            owner = owners[word.text].name
            raise PackError(str(path), word.line, f'"{word.text}" already belongs to {owner}')
        owners[word.text] = path


def _check_hidden_by(file: RuleFile, path: Path, codes: Collection[str]) -> None:
    for code in file.hidden_by:
        if code.text not in codes:
            sentence = f'unknown rule "{code.text}"{did_you_mean(code.text, codes)}'
            raise PackError(str(path), code.line, sentence)
        if code.text == file.code.text:
            raise PackError(str(path), code.line, "a rule cannot hide itself")


def _read_elements(root: Path, known: Known, rules: Mapping[str, Rule]) -> tuple[Element, ...]:
    elements = []
    for path in _files(root / "elements"):
        element, file = read_element(path, root, known)
        _check_pair(file, path, rules)
        elements.append(element)
    order = (*ELEMENTS, *POINTS)
    return tuple(sorted(elements, key=lambda element: order.index(element.name)))


def _check_pair(file: ElementFile, path: Path, rules: Mapping[str, Rule]) -> None:
    """Refuse an element whose two rules do not exist or ask about something else."""
    for code, status in ((file.rules.missing, Status.ABSENT), (file.rules.weak, Status.WEAK)):
        rule = rules.get(code.text)
        if rule is None:
            sentence = f'unknown rule "{code.text}"{did_you_mean(code.text, rules)}'
            raise PackError(str(path), code.line, sentence)
        wanted: Mapping[str, SlotValue] = {"element": file.element.text, "status": status.value}
        if rule.check != "element" or rule.options != wanted:
            sentence = f"{code.text} does not ask whether {file.element.text} is {status}"
            raise PackError(str(path), code.line, sentence)
