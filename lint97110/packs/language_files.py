"""The words, patterns and headings of a pack: everything that reading a note needs."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lint97110.language import Language, Term, Terms
from lint97110.packs.fact_files import read_levels
from lint97110.packs.heading_files import read_headings
from lint97110.packs.lexicon_files import read_terms
from lint97110.packs.name_files import read_asking, read_invented_names, read_kinds, read_names
from lint97110.packs.passage_file import read_passages
from lint97110.packs.payer_file import payer_names
from lint97110.packs.roles_file import read_roles
from lint97110.packs.standing_file import read_standings
from lint97110.packs.word_files import read_mentions, read_signing
from lint97110.packs.wording_files import read_wordings


def load_language(root: Path) -> Language:
    """Read everything that understanding needs from the pack in `root`; raises PackError."""
    standing = read_standings(root / "standing.yaml")
    services = read_names(root / "services.yaml")
    headings = read_headings(root / "headings")
    levels = read_levels(root / "facts")
    kinds = {pattern.kind for level in levels for pattern in level.patterns}
    passages, passage_words = read_passages(root / "passages", kinds)
    return Language(
        terms=Terms.of(_terms(root, services)),
        headings=headings,
        asking=read_asking(root / "asking.yaml"),
        levels=levels,
        standing=standing.rules,
        section_standing=standing.of_sections,
        kind_standing=standing.of_kinds,
        columns=read_names(root / "columns.yaml"),
        services=services,
        kinds=read_kinds(root / "kinds.yaml"),
        passages=passages,
        passage_words=passage_words,
        mentions=read_mentions(root),
        signing=read_signing(root / "signing.yaml"),
        invented_names=read_invented_names(root / "invented_names.yaml"),
        roles=read_roles(root / "roles.yaml"),
        wordings=read_wordings(root / "wordings"),
    )


def _terms(root: Path, services: Mapping[str, str]) -> Iterator[Term]:
    """The words of the lexicon, of services and of payers, by the profile that they belong to."""
    yield from read_terms(root / "lexicon")
    yield from (Term(each, each, "service") for each in services)
    for profile, names in payer_names(root).items():
        yield from (Term(name, profile, "payer") for name in names)
