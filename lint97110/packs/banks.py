"""rules/questions: the banks of a pack, and the one that somebody means."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lint97110.errors import LintError, PackError
from lint97110.form import Bank
from lint97110.packs.bank_file import read_bank
from lint97110.packs.near import did_you_mean
from lint97110.packs.source_file import read_sources

FOLDER = "questions"

_BETWEEN = re.compile(r"[\s_\-/]+")
_BESIDE = re.compile(r"\b(?:session|training|exercises?|program)\b")  # "a balance session"


def load_banks(root: Path) -> tuple[Bank, ...]:
    """The banks of the pack in `root`, in the order of their types.

    Raises PackError for a bank that cannot be used, a type that belongs in another file, a name
    that two banks claim, and a source that the pack does not have.
    """
    banks = tuple(sorted(map(read_bank, _files(root)), key=lambda bank: bank.type))
    for bank in banks:
        _check_place(bank)
    _refuse_twins(banks)
    _check_sources(banks, root)
    return banks


def pick_bank(root: Path, words: str) -> Bank:
    """The bank of the pack in `root` for a type of session, by its type or another name for it.

    Raises LintError, with the nearest type and all of them, when there is none, and PackError for
    banks that cannot be used.
    """
    for asked in _askings(words):
        for bank in _likely(root, asked):
            if asked in _names(bank):
                return bank
    banks = load_banks(root)
    types = ", ".join(bank.type for bank in banks)
    near = did_you_mean(_folded(words), [name for bank in banks for name in _names(bank)])
    raise LintError(f'no type of session is called "{words}"{near}; the types are {types}')


def is_called(bank: Bank, words: str) -> bool:
    """Whether a bank is for a type of session, by its type or another name for it."""
    return any(asked in _names(bank) for asked in _askings(words))


_SIDES = frozenset(("left", "right", "l", "r", "lt", "rt", "both", "bilateral"))


def pick_region(bank: Bank, root: Path, words: str) -> str:
    """The name of a region where the bank has questions about it, else the region as it is typed.

    A form names no side, and a side in front of the region is left out of it.

    Raises LintError, with the nearest region and all of them, for what looks like a slip.
    """
    typed = " ".join(words.split())
    sideless = " ".join(word for word in typed.split() if word.casefold() not in _SIDES)
    for asked in (_folded(typed), _folded(sideless)):
        found = _regions((bank,)).get(asked)
        if found is not None:
            return found
    known = _regions((bank, *load_banks(root)))
    if _folded(sideless) in known:
        return sideless
    near = did_you_mean(_folded(words), known)
    if not near:
        return typed
    listed = ", ".join(sorted(set(known.values())))
    raise LintError(f'no region is called "{words}"{near}; the regions are {listed}')


def has_region(bank: Bank, name: str) -> bool:
    """Whether a bank asks anything about a region by itself."""
    return any(region.name == name for region in bank.regions)


def _files(root: Path) -> list[Path]:
    folder = root / FOLDER
    for path in sorted(folder.glob("*.yml")):
        raise PackError(str(path), 1, f'would not be read: name it "{path.stem}.yaml"')
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise PackError(str(folder), 1, "no questions here: a bank is a file such as balance.yaml")
    return files


def _likely(root: Path, asked: str) -> Iterator[Bank]:
    """The banks that hold a name somewhere: reading all of them takes longer than the answer."""
    for path in _files(root):
        if asked in _folded(path.read_text("utf-8", "replace")):
            yield read_bank(path)


def _names(bank: Bank) -> set[str]:
    return {_folded(name) for name in (bank.type, bank.title, *bank.names)}


def _regions(banks: Iterable[Bank]) -> dict[str, str]:
    """The name of each region by every name that it has."""
    return {
        _folded(name): region.name
        for bank in banks
        for region in bank.regions
        for name in (*region.names, region.name)
    }


def _askings(words: str) -> tuple[str, ...]:
    """A name as it was written, and without the word "session" beside it."""
    return _folded(words), _folded(_BESIDE.sub(" ", words.casefold()))


def _folded(words: str) -> str:
    """Words as they are looked up: small letters, one space between them."""
    return _BETWEEN.sub(" ", words.casefold()).strip()


def _check_place(bank: Bank) -> None:
    name = f"{_folded(bank.type).replace(' ', '-')}.yaml"
    if Path(bank.path).name != name:
        sentence = f'the questions for "{bank.type}" belong in the file {FOLDER}/{name}'
        raise PackError(bank.path, 1, sentence)


def _refuse_twins(banks: tuple[Bank, ...]) -> None:
    owners: dict[str, Bank] = {}
    for bank in banks:
        for name in sorted(_names(bank)):
            if name in owners:
                other = Path(owners[name].path).name
                raise PackError(bank.path, 1, f'"{name}" already belongs to {other}')
            owners[name] = bank


def _check_sources(banks: tuple[Bank, ...], root: Path) -> None:
    sources = read_sources(root / "sources.yaml")
    for bank in banks:
        if not bank.sources:
            raise PackError(bank.path, 1, '"sources" is empty: name at least one source')
        for key in bank.sources:
            if key not in sources:
                sentence = f'unknown source "{key}"{did_you_mean(key, sources)}'
                raise PackError(bank.path, 1, sentence)
