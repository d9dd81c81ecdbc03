"""The words, patterns and headings of a pack: rules/lexicon, rules/facts and their neighbours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from lint97110.errors import PackError
from lint97110.language import (
    LEVELS,
    KindCue,
    KindStanding,
    Language,
    Level,
    Pattern,
    StandingRule,
    Term,
    Terms,
)
from lint97110.packs.families import shorthand, spelled_out
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.near import did_you_mean
from lint97110.packs.passage_file import read_passages
from lint97110.packs.payer_file import payer_names
from lint97110.packs.roles_file import read_roles
from lint97110.packs.wording_files import read_wordings
from lint97110.packs.yaml_tree import Items, Scalar, Table, Tree, read_tree

_WITHIN = ("clause", "before", "statement")


@dataclass(frozen=True, slots=True)
class StandingLine:
    """One line of rules/standing.yaml."""

    is_: Scalar
    within: Scalar
    when: Scalar
    sections: tuple[Scalar, ...] = ()
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class KindStandingLine:
    """How clauses stand in documents of one kind, as the pack says it."""

    kind: Scalar
    sections: tuple[Scalar, ...]
    was: tuple[Scalar, ...]
    is_: Scalar
    unless: tuple[Scalar, ...] = ()
    keeps: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingFile:
    """The keys of rules/standing.yaml."""

    sections: Mapping[Scalar, Scalar]
    standing: tuple[StandingLine, ...]
    kinds: tuple[KindStandingLine, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingsFile:
    """The keys of rules/headings.yaml."""

    sections: Mapping[Scalar, tuple[Scalar, ...]]
    merged: Mapping[Scalar, tuple[Scalar, ...]] = field(default_factory=dict)
    modifiers: tuple[Scalar, ...] = ()
    hints: Mapping[Scalar, tuple[Scalar, ...]] = field(default_factory=dict)
    misspelt: tuple[Scalar, ...] = ()
    main: tuple[Scalar, ...] = ()
    counters: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class AskingFile:
    """The keys of rules/asking.yaml: words of questions, in groups."""

    groups: Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class NamesFile:
    """A file that says which wordings mean what: rules/columns.yaml, rules/services.yaml."""

    names: Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class MentionsFile:
    """The keys of rules/mentions.yaml: words by what they tell, in groups."""

    gender: Mapping[Scalar, tuple[Scalar, ...]]
    others: Mapping[Scalar, tuple[Scalar, ...]]
    aging: Mapping[Scalar, tuple[Scalar, ...]]
    regions: Mapping[Scalar, tuple[Scalar, ...]]
    limbs: Mapping[Scalar, tuple[Scalar, ...]]
    sides: Mapping[Scalar, tuple[Scalar, ...]]
    both: Mapping[Scalar, tuple[Scalar, ...]]
    done: Mapping[Scalar, tuple[Scalar, ...]]
    vague: Mapping[Scalar, tuple[Scalar, ...]]
    general: Mapping[Scalar, tuple[Scalar, ...]]
    topics: Mapping[Scalar, tuple[Scalar, ...]]
    title_topics: Mapping[Scalar, tuple[Scalar, ...]]
    acts: Mapping[Scalar, tuple[Scalar, ...]]
    writer: Mapping[Scalar, tuple[Scalar, ...]]
    held: Mapping[Scalar, tuple[Scalar, ...]]
    returns: Mapping[Scalar, tuple[Scalar, ...]]
    nerves: Mapping[Scalar, tuple[Scalar, ...]]
    brackets: Mapping[Scalar, tuple[Scalar, ...]]
    spouses: Mapping[Scalar, tuple[Scalar, ...]]
    days: Mapping[Scalar, tuple[Scalar, ...]]
    eponyms: Mapping[Scalar, tuple[Scalar, ...]]
    operations: Mapping[Scalar, tuple[Scalar, ...]]
    numbers: Mapping[Scalar, tuple[Scalar, ...]]
    first_names: Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class SigningFile:
    """The keys of rules/signing.yaml: words around a name that tell whether it signs."""

    titles: tuple[Scalar, ...]
    no_names: tuple[Scalar, ...]
    told_to: tuple[Scalar, ...]
    others: tuple[Scalar, ...]
    to_come: tuple[Scalar, ...]
    no_initials: tuple[Scalar, ...]
    small_words: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class InventedNamesFile:
    """The keys of rules/invented_names.yaml."""

    names: Mapping[Scalar, tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class KindCueLine:
    """Words of rules/kinds.yaml and what they speak for."""

    kind: Scalar
    weight: Scalar
    where: Scalar
    words: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class KindsFile:
    """The keys of rules/kinds.yaml."""

    cues: tuple[KindCueLine, ...]


def load_language(root: Path) -> Language:
    """Read everything that understanding needs from the pack in `root`; raises PackError."""
    standing = read_fields(StandingFile, read_tree(root / "standing.yaml"), root / "standing.yaml")
    services = _names(root / "services.yaml")
    headings = read_fields(HeadingsFile, read_tree(root / "headings.yaml"), root / "headings.yaml")
    asking = read_fields(AskingFile, read_tree(root / "asking.yaml"), root / "asking.yaml")
    levels = _levels(root / "facts")
    kinds = {pattern.kind for level in levels for pattern in level.patterns}
    passages, passage_words = read_passages(root / "passages", kinds)
    return Language(
        terms=Terms.of(
            (
                *_terms(root / "lexicon"),
                *(Term(each, each, "service") for each in services),
                *_payers(root),
            )
        ),
        headings=_headings(headings),
        heading_modifiers=tuple(word.text.lower() for word in headings.modifiers),
        heading_hints={
            word.text.lower(): section.text
            for section, words in headings.hints.items()
            for word in words
        },
        headings_misspelt=tuple(word.text.lower() for word in headings.misspelt),
        asking={
            group.text: tuple(word.text for word in words) for group, words in asking.groups.items()
        },
        headings_main=tuple(word.text.lower() for word in headings.main),
        headings_counters=tuple(word.text.lower() for word in headings.counters),
        levels=levels,
        standing=tuple(_standing(line, root / "standing.yaml") for line in standing.standing),
        section_standing={key.text: value.text for key, value in standing.sections.items()},
        kind_standing=tuple(map(_kind_standing, standing.kinds)),
        columns=_names(root / "columns.yaml"),
        services=services,
        kinds=_kinds(root / "kinds.yaml"),
        passages=passages,
        passage_words=passage_words,
        mentions=_mentions(root / "mentions.yaml"),
        signing=_signing(root / "signing.yaml"),
        invented_names=_invented_names(root / "invented_names.yaml"),
        roles=read_roles(root / "roles.yaml"),
        wordings=read_wordings(root / "wordings"),
    )


def _payers(root: Path) -> Iterator[Term]:
    """The names of payers, by the profile that they belong to."""
    for profile, names in payer_names(root).items():
        yield from (Term(name, profile, "payer") for name in names)


def _terms(folder: Path) -> Iterator[Term]:
    for path in sorted(folder.glob("*.yaml")):
        table = _table(
            read_tree(path), path, ("class", "about", "terms", "values", "groups", "classes")
        )
        classes = table.entries.get("classes")
        if classes is None:
            yield from _class(_text(table, "class", path), table, path)
            continue
        for name, entry in _table(classes, path).entries.items():
            yield from _class(
                name, _table(entry, path, ("about", "terms", "values", "groups")), path
            )


def _class(name: str, table: Table, path: Path) -> Iterator[Term]:
    seen: dict[str, int] = {}
    for part, is_named in _parts(table, path):
        for canonical, wording, line in _wordings(_table(part, path), path, is_named=is_named):
            key = wording.casefold()
            if key in seen:
                sentence = f'"{wording}" is in {name} twice (first on line {seen[key]})'
                raise PackError(str(path), line, sentence)
            seen[key] = line
            yield Term(wording, canonical, name)


def _parts(table: Table, path: Path) -> Iterator[tuple[Tree, bool]]:
    """Tables of wordings; under `terms` and `groups` the key is one too."""
    if "groups" in table.entries:
        yield from ((part, True) for part in _table(table.entries["groups"], path).entries.values())
    elif "values" in table.entries:
        yield table.entries["values"], False
    else:
        yield table.entries["terms"], True


def _wordings(table: Table, path: Path, *, is_named: bool) -> Iterator[tuple[str, str, int]]:
    for canonical, others in table.entries.items():
        if is_named:
            yield canonical, canonical, table.lines[canonical]
        if not isinstance(others, Items):
            raise PackError(
                str(path),
                table.lines[canonical],
                f'"{canonical}" needs a list, which may be empty: []',
            )
        for other in others.values:
            if not isinstance(other, Scalar):
                raise PackError(str(path), other.line, "a wording must be one word or phrase")
            if other.text.strip():
                yield canonical, other.text.strip(), other.line


def _levels(folder: Path) -> tuple[Level, ...]:
    found: dict[str, list[Pattern]] = {name: [] for name in LEVELS}
    for path in sorted(folder.glob("*.yaml")):
        table = _table(read_tree(path), path, ("level", "families", "phrases", "facts"))
        short = shorthand(table, path)
        level = _text(table, "level", path)
        if level not in found:
            raise PackError(str(path), 1, f'unknown level "{level}"{did_you_mean(level, LEVELS)}')
        for kind, entry in _table(table.entries["facts"], path).entries.items():
            patterns = _patterns(kind, entry, path)
            found[level] += (replace(p, text=spelled_out(p.text, short)) for p in patterns)
    return tuple(Level(name, tuple(patterns)) for name, patterns in found.items())


def _patterns(kind: str, entry: Tree, path: Path) -> Iterator[Pattern]:
    within = ""
    if isinstance(entry, Table):
        within = _text(entry, "within", path)
        entry = entry.entries["patterns"]
    if within and within not in _WITHIN:
        raise PackError(
            str(path), entry.line, f'unknown reach "{within}"{did_you_mean(within, _WITHIN)}'
        )
    if not isinstance(entry, Items):
        raise PackError(str(path), entry.line, f'"{kind}" needs a list of patterns')
    for value in entry.values:
        if not isinstance(value, Scalar):
            raise PackError(str(path), value.line, "a pattern must be one line of text")
        yield Pattern(kind, value.text, str(path), value.line, within)


def _standing(line: StandingLine, path: Path) -> StandingRule:
    if line.within.text not in _WITHIN:
        sentence = f'unknown reach "{line.within.text}"{did_you_mean(line.within.text, _WITHIN)}'
        raise PackError(str(path), line.within.line, sentence)
    pattern = Pattern(line.is_.text, line.when.text, str(path), line.line, line.within.text)
    return StandingRule(
        line.is_.text, pattern, line.within.text, tuple(each.text for each in line.sections)
    )


def _kind_standing(line: KindStandingLine) -> KindStanding:
    sections, was, unless, keeps = (
        frozenset(each.text for each in named)
        for named in (line.sections, line.was, line.unless, line.keeps)
    )
    return KindStanding(line.kind.text, sections, was, line.is_.text, unless, keeps)


def _headings(file: HeadingsFile) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section, wordings in file.sections.items():
        for wording in wordings:
            found[wording.text.lower()] = (section.text,)
    for wording, sections in file.merged.items():
        found[wording.text.lower()] = tuple(section.text for section in sections)
    return found


def _names(path: Path) -> dict[str, str]:
    file = read_fields(NamesFile, read_tree(path), path)
    return {
        each.text.lower(): name.text for name, wordings in file.names.items() for each in wordings
    }


def _mentions(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """The words of each group by their value; none where the pack has no such file."""
    if not path.exists():
        return {}
    file = read_fields(MentionsFile, read_tree(path), path)
    return {
        group.name: {
            value.text: tuple(word.text.lower() for word in words)
            for value, words in getattr(file, group.name).items()
        }
        for group in fields(file)
    }


def _signing(path: Path) -> dict[str, tuple[str, ...]]:
    """The words of each list."""
    file = read_fields(SigningFile, read_tree(path), path)
    return {
        each.name: tuple(word.text.lower() for word in getattr(file, each.name))
        for each in fields(file)
    }


def _invented_names(path: Path) -> tuple[str, ...]:
    """The names that are nobody's; none where the pack has no such file."""
    if not path.exists():
        return ()
    file = read_fields(InventedNamesFile, read_tree(path), path)
    return tuple(name.text for names in file.names.values() for name in names)


def _kinds(path: Path) -> tuple[KindCue, ...]:
    file = read_fields(KindsFile, read_tree(path), path)
    return tuple(
        KindCue(line.kind.text, word.text, int(line.weight.text), line.where.text)
        for line in file.cues
        for word in line.words
    )


def _table(tree: Tree, path: Path, keys: tuple[str, ...] = ()) -> Table:
    if not isinstance(tree, Table):
        raise PackError(str(path), tree.line, "a table of keys and values is expected here")
    for key, line in tree.lines.items():
        if keys and key not in keys:
            raise PackError(str(path), line, f'unknown key "{key}"{did_you_mean(key, keys)}')
    return tree


def _text(table: Table, key: str, path: Path) -> str:
    value = table.entries.get(key)
    if not isinstance(value, Scalar):
        raise PackError(str(path), table.line, f'missing key "{key}"')
    return value.text
