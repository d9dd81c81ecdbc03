"""What rules and elements may name: the program's own words, and those that the pack adds."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from lint97110.packs.names import CLAUSE_STATUSES, FACT_KINDS, SECTION_NAMES
from lint97110.packs.yaml_tree import Items, Scalar, Table, read_tree

_PATTERN_NAME = re.compile(r"^ +([a-z][a-z_]*):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that mean something; anything else in a rule or an element is a slip."""

    checks: Collection[str]
    facts: Collection[str]
    statuses: Collection[str]
    sections: Collection[str]


def known_names(root: Path, checks: Collection[str]) -> Known:
    """What the rules and elements of the pack in `root` may name, besides its own rules.

    Raises PackError for a file of the pack that is not plain YAML.
    """
    return Known(
        checks=checks,
        facts={*FACT_KINDS, *_facts(root / "facts"), *_passages(root / "passages")},
        statuses={*CLAUSE_STATUSES, *_statuses(root / "standing.yaml")},
        sections={*SECTION_NAMES, *_sections(root / "headings")},
    )


def _facts(folder: Path) -> Iterator[str]:
    """Names of patterns, by their indented keys: the patterns themselves are not parsed here."""
    for path in folder.glob("*.yaml"):
        yield from _PATTERN_NAME.findall(path.read_text("utf-8"))


def _passages(folder: Path) -> Iterator[str]:
    for path in folder.glob("*.yaml"):
        tree = read_tree(path)
        if isinstance(tree, Table) and isinstance(facts := tree.entries.get("facts"), Table):
            yield from facts.entries


def _statuses(path: Path) -> Iterator[str]:
    tree = read_tree(path) if path.exists() else None
    if isinstance(tree, Table) and isinstance(of_sections := tree.entries.get("sections"), Table):
        yield from (each.text for each in of_sections.entries.values() if isinstance(each, Scalar))
    if isinstance(tree, Table) and isinstance(lines := tree.entries.get("standing"), Items):
        for line in lines.values:
            if isinstance(line, Table) and isinstance(status := line.entries.get("is"), Scalar):
                yield status.text


def _sections(folder: Path) -> Iterator[str]:
    for path in folder.glob("*.yaml"):
        tree = read_tree(path)
        if isinstance(tree, Table) and isinstance(named := tree.entries.get("sections"), Table):
            yield from named.entries
