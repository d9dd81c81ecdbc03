"""rules/sources.yaml: who says so, where, and how well we know it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lint97110.errors import PackError
from lint97110.model import Source
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.names import MARKS
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, Table, read_tree

_HOUSE = "house"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The keys of one source; a house source has no address."""

    title: Scalar
    section: Scalar
    seen: Scalar
    says: Scalar
    mark: Scalar
    address: Scalar | None = None
    line: Line = NO_LINE


def read_sources(path: Path) -> Mapping[str, Source]:
    """The sources in `path`, by key.

    Raises PackError for anything that cannot be used.
    """
    tree = read_tree(path)
    if not isinstance(tree, Table):
        raise PackError(str(path), tree.line, "must be a table of sources by key")
    return {key: _source(key, entry, path) for key, entry in _entries(tree, path).items()}


def _entries(tree: Table, path: Path) -> Mapping[str, SourceFile]:
    return {key: read_fields(SourceFile, entry, path, key) for key, entry in tree.entries.items()}


def _source(key: str, file: SourceFile, path: Path) -> Source:
    _check(file, path)
    return Source(
        key=key,
        title=file.title.text,
        section=file.section.text,
        address=file.address.text if file.address else "",
        seen=file.seen.text,
        says=file.says.text,
        mark=file.mark.text,
    )


def _check(file: SourceFile, path: Path) -> None:
    if file.mark.text not in MARKS:
        sentence = f'unknown mark "{file.mark.text}"{did_you_mean(file.mark.text, MARKS)}'
        raise PackError(str(path), file.mark.line, sentence)
    if file.address is None and file.mark.text != _HOUSE:
        raise PackError(str(path), file.line, 'missing key "address": only a house source has none')
    if file.address is not None and not file.address.text.startswith(("https://", "http://")):
        raise PackError(str(path), file.address.line, '"address" must begin with https://')
    try:
        date.fromisoformat(file.seen.text)
    except ValueError as error:
        sentence = f'"seen" must be a date like 2026-03-31, not "{file.seen.text}"'
        raise PackError(str(path), file.seen.line, sentence) from error
