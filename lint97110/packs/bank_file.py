"""One file of rules/questions: YAML to Bank, with every mistake named at its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint97110.errors import PackError
from lint97110.form import (
    ASKED_ELEMENTS,
    FEWEST_ASKS,
    MOST_ASKS,
    SECTIONS,
    Bank,
    Paper,
    Prompt,
    Prompts,
    Region,
)
from lint97110.packs.asks import fault_of
from lint97110.packs.fields import NO_LINE, Line, read_fields
from lint97110.packs.near import did_you_mean
from lint97110.packs.yaml_tree import Scalar, read_tree


@dataclass(frozen=True, slots=True)
class PromptFile:
    """One question, and the elements that it is about."""

    ask: Scalar
    about: tuple[Scalar, ...] = ()


Asks = tuple[PromptFile, ...]


@dataclass(frozen=True, slots=True)
class NoteFile:
    """The sections of a treatment note."""

    subjective: Asks = ()
    objective: Asks = ()
    assessment: Asks = ()
    plan: Asks = ()
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class JustificationFile:
    """The sections of a justification."""

    history: Asks = ()
    physical_exam: Asks = ()
    assessment: Asks = ()
    plan: Asks = ()
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class RegionFile:
    """What is asked besides when the session is for one part of the body."""

    names: tuple[Scalar, ...] = ()
    note: NoteFile | None = None
    justification: JustificationFile | None = None
    line: Line = NO_LINE


@dataclass(frozen=True, slots=True)
class BankFile:
    """The keys of a bank; a clinic's own may hold one of the two forms only."""

    type: Scalar
    title: Scalar
    names: tuple[Scalar, ...] = ()
    sources: tuple[Scalar, ...] = ()
    note: NoteFile | None = None
    justification: JustificationFile | None = None
    regions: Mapping[Scalar, RegionFile] = field(default_factory=dict)
    line: Line = NO_LINE


def read_bank(path: Path) -> Bank:
    """The bank in `path`.

    Raises PackError for anything that cannot be used: a question that could be answered yes or no
    or names a value, too few or too many of them, an element that no question is about.
    """
    file = read_fields(BankFile, read_tree(path), path)
    if file.note is None and file.justification is None:
        raise PackError(str(path), file.line, 'a bank needs "note", "justification" or both')
    _check_asks(file, path)
    for paper, sections in _papers(file):
        _check_whole(paper, sections, path)
    _check_regions(file, path)
    return _bank(file, path)


def _papers(file: BankFile | RegionFile) -> Iterator[tuple[Paper, NoteFile | JustificationFile]]:
    if file.note is not None:
        yield Paper.NOTE, file.note
    if file.justification is not None:
        yield Paper.JUSTIFICATION, file.justification


def _sections(
    paper: Paper, sections: NoteFile | JustificationFile
) -> Iterator[tuple[str, tuple[PromptFile, ...]]]:
    for name in SECTIONS[paper]:
        yield name, getattr(sections, name)


def _every_ask(file: BankFile) -> Iterator[PromptFile]:
    holders: tuple[BankFile | RegionFile, ...] = (file, *file.regions.values())
    for holder in holders:
        for paper, sections in _papers(holder):
            for _, asks in _sections(paper, sections):
                yield from asks


def _check_asks(file: BankFile, path: Path) -> None:
    first: dict[str, int] = {}
    for prompt in _every_ask(file):
        fault = fault_of(prompt.ask.text)
        if fault is not None:
            raise PackError(str(path), prompt.ask.line, f'"ask" {fault}')
        for element in prompt.about:
            if element.text not in ASKED_ELEMENTS:
                hint = did_you_mean(element.text, ASKED_ELEMENTS)
                raise PackError(str(path), element.line, f'unknown element "{element.text}"{hint}')
        words = " ".join(prompt.ask.text.casefold().split())
        if words in first:
            sentence = f"this question is asked already (on line {first[words]})"
            raise PackError(str(path), prompt.ask.line, sentence)
        first[words] = prompt.ask.line


def _check_whole(paper: Paper, sections: NoteFile | JustificationFile, path: Path) -> None:
    """Refuse a form with thin or crowded sections, or with an element that nothing asks for."""
    for name, asks in _sections(paper, sections):
        if not FEWEST_ASKS <= len(asks) <= MOST_ASKS:
            line = asks[0].ask.line if asks else sections.line
            sentence = (
                f'{len(asks)} questions under "{name}" of "{paper}": '
                f"a section has {FEWEST_ASKS} to {MOST_ASKS}"
            )
            raise PackError(str(path), line, sentence)
    asked = {e.text for _, asks in _sections(paper, sections) for ask in asks for e in ask.about}
    missing = [element for element in ASKED_ELEMENTS if element not in asked]
    if missing:
        sentence = f'no question of "{paper}" is about {", ".join(missing)}: say so with "about"'
        raise PackError(str(path), sections.line, sentence)


def _check_regions(file: BankFile, path: Path) -> None:
    """Refuse a region that asks about a form or beyond the most that a section may hold."""
    whole = dict(_papers(file))
    for name, region in file.regions.items():
        for paper, sections in _papers(region):
            if paper not in whole:
                sentence = f'"{name.text}" asks about the {paper}, and the bank has none'
                raise PackError(str(path), sections.line, sentence)
            for section, asks in _sections(paper, sections):
                count = len(getattr(whole[paper], section)) + len(asks)
                if count > MOST_ASKS:
                    sentence = (
                        f'{count} questions under "{section}" with those of "{name.text}": '
                        f"a section has at most {MOST_ASKS}"
                    )
                    raise PackError(str(path), asks[0].ask.line, sentence)


def _bank(file: BankFile, path: Path) -> Bank:
    return Bank(
        type=file.type.text,
        title=file.title.text,
        names=_texts(file.names),
        sources=_texts(file.sources),
        prompts=_prompts(file),
        regions=tuple(
            Region(name.text, _texts(region.names), _prompts(region))
            for name, region in file.regions.items()
        ),
        path=str(path),
    )


def _prompts(file: BankFile | RegionFile) -> Prompts:
    return {
        paper: {
            name: tuple(Prompt(ask.ask.text, _texts(ask.about)) for ask in asks)
            for name, asks in _sections(paper, sections)
        }
        for paper, sections in _papers(file)
    }


def _texts(words: tuple[Scalar, ...]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
