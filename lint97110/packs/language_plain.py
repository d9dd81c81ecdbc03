"""A language as plain data and back, to be kept in a file."""

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from lint97110.language import (
    HeadingWords,
    KindCue,
    KindStanding,
    Language,
    Level,
    Passage,
    Pattern,
    Role,
    StandingRule,
    Terms,
)


def as_plain(language: Language) -> dict[str, Any]:
    """The language in words, numbers, lists and tables."""
    return {
        "terms": language.terms.packed,
        "headings": astuple(language.headings),
        "asking": dict(language.asking),
        "levels": [astuple(level) for level in language.levels],
        "standing": [astuple(rule) for rule in language.standing],
        "section_standing": dict(language.section_standing),
        "kind_standing": [_plain(rule) for rule in language.kind_standing],
        "columns": dict(language.columns),
        "services": dict(language.services),
        "kinds": [astuple(cue) for cue in language.kinds],
        "passages": [astuple(passage) for passage in language.passages],
        "passage_words": dict(language.passage_words),
        "invented_names": language.invented_names,
        "roles": [astuple(role) for role in language.roles],
        "wordings": dict(language.wordings),
        "signing": dict(language.signing),
        "mentions": {group: dict(values) for group, values in language.mentions.items()},
    }


def from_plain(plain: Mapping[str, Any]) -> Language:
    """The language that `as_plain` made plain.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    return Language(
        terms=Terms(tuple((name, packed) for name, packed in plain["terms"])),
        headings=_headings(*plain["headings"]),
        asking={name: tuple(words) for name, words in plain["asking"].items()},
        levels=tuple(
            Level(name, tuple(Pattern(*pattern) for pattern in patterns))
            for name, patterns in plain["levels"]
        ),
        standing=tuple(
            StandingRule(standing, Pattern(*pattern), within, tuple(sections))
            for standing, pattern, within, sections in plain["standing"]
        ),
        section_standing=plain["section_standing"],
        kind_standing=tuple(_kind_standing(*rule) for rule in plain["kind_standing"]),
        columns=plain["columns"],
        services=plain["services"],
        kinds=tuple(KindCue(*cue) for cue in plain["kinds"]),
        passages=tuple(
            Passage(kind, tuple(map(tuple, groups)), tuple(without), tuple(under))
            for kind, groups, without, under in plain["passages"]
        ),
        passage_words={name: tuple(words) for name, words in plain["passage_words"].items()},
        invented_names=tuple(plain["invented_names"]),
        roles=tuple(
            Role(name, tuple(classes), path, line) for name, classes, path, line in plain["roles"]
        ),
        wordings={name: tuple(words) for name, words in plain["wordings"].items()},
        signing={name: tuple(words) for name, words in plain["signing"].items()},
        mentions={
            group: {value: tuple(words) for value, words in values.items()}
            for group, values in plain["mentions"].items()
        },
    )


def _headings(
    opens: Mapping[str, list[str]], hints: Mapping[str, str], *lists: list[str]
) -> HeadingWords:
    return HeadingWords(
        {label: tuple(names) for label, names in opens.items()}, hints, *map(tuple, lists)
    )


def _plain(rule: KindStanding) -> list[Any]:
    names = (rule.sections, rule.was, rule.unless, rule.keeps, rule.only, rule.before)
    return [rule.kind, rule.standing, *(sorted(each) for each in names)]


def _kind_standing(
    kind: str, standing: str, sections: list[str], was: list[str], *more: list[str]
) -> KindStanding:
    return KindStanding(kind, frozenset(sections), frozenset(was), standing, *map(frozenset, more))
