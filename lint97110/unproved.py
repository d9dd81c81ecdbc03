"""What of the rules no kit, example or sample exercises: `python -m lint97110.unproved FOLDER...`.

A pattern or a word that nothing exercises may be wrong without anybody seeing it. The folders hold
kits (YAML, with a `text` in each entry) and notes (.txt); the examples of the rules count as well.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from lint97110.compiled import load_grammar
from lint97110.nlp.proof import Unproved, unproved
from lint97110.packs import builtin, load_catalogue
from lint97110.packs.language_files import load_language


def report(root: Path, folders: Iterable[Path]) -> str:
    """The patterns that nothing exercises, each with its place, and how many words of each class.

    Raises PackError for a pack, and OSError or ValueError for a kit, that cannot be read.
    """
    language = load_language(root)
    texts = [*_examples(root), *(text for folder in folders for text in _texts(folder))]
    found = unproved(language, load_grammar(root), texts)
    counts = Counter(term.cls for term in language.terms)
    return "\n".join((*_patterns(found, root), "", *_words(found, counts), ""))


def _examples(root: Path) -> Iterator[str]:
    for rule in load_catalogue(root).rules:
        yield from (example.note for example in rule.examples)


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.yaml")):
        entries = yaml.safe_load(path.read_text("utf-8")).get("entries", ())
        yield from (f"Interventions:\n{entry['text']}" for entry in entries)
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text("utf-8")


def _patterns(found: Unproved, root: Path) -> Iterator[str]:
    yield f"{len(found.patterns)} patterns that nothing exercises:"
    for pattern in found.patterns:
        place = Path(pattern.path).relative_to(root)
        yield f"  {place}:{pattern.line}: {pattern.kind}: {pattern.text}"


def _words(found: Unproved, counts: Counter[str]) -> Iterator[str]:
    yield "Wordings that nothing exercises, of all, by class:"
    for cls, missing in Counter(term.cls for term in found.terms).most_common():
        yield f"  {cls}: {missing} of {counts[cls]}"


if __name__ == "__main__":
    sys.stdout.write(report(builtin(), map(Path, sys.argv[1:])))
