"""The main sections of a document, each with what stands under its smaller headings."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lint97110.model import Kind, Note, Section, Span

_ENDING = frozenset(("charges", "signature", "header", "goals", "home_program"))
"""Sections that belong to no other, even when nobody asks for them."""

_UNDERLINE = " \t:.*_=#~|-–—"  # around a heading, without a meaning

_FEWEST_ALONE = 2  # headings on lines to themselves, which show how a document is laid out

_FEWEST_PEERS = 3  # main sections, each of whose headings is alone on its line

_STAND_INS: Mapping[str, tuple[str, ...]] = {"objective": ("interventions", "measures")}
"""What a document may have in place of a section that it does not have."""


@dataclass(frozen=True, slots=True)
class Part:
    """A main section: what it is, its heading, and all that it holds."""

    names: frozenset[str]
    heading: Span
    body: Span


def parts(note: Note, wanted: Iterable[str]) -> Iterator[Part]:
    """The sections of those names in reading order; what stands in for one counts as it."""
    names = _with_stand_ins(note, frozenset(wanted))
    fields = _fields(note, frozenset(names))
    are_alone = _are_alone(note, names, fields)
    held: list[Section] = []
    for section in note.sections:
        if section in fields:
            held += [section] if held else []
            continue
        is_main = section.heading is not None and not names.keys().isdisjoint(section.names)
        is_end = section.heading is not None and not _ENDING.isdisjoint(section.names)
        is_end &= not _is_field_of_head(note, section)
        is_end &= not (are_alone and _asks_behind(note, section))
        if held and (is_main or is_end) and _is_within(note, section, held[0]):
            is_main = is_end = False
        if held and (is_main or is_end):
            yield _part(held, names)
            held = []
        if held or is_main:
            held.append(section)
    if held:
        yield _part(held, names)


def _is_within(note: Note, section: Section, main: Section) -> bool:
    """Whether a heading of a form is indented below that of a section, as all that it holds is."""
    text = note.document.text
    if note.kind is not Kind.TEMPLATE or section.heading is None or main.heading is None:
        return False
    first = text.find("\n", main.heading.end)
    first += len(text[first:]) - len(text[first:].lstrip())
    outer, inner = (_indent(text, at) for at in (main.heading.start, section.heading.start))
    return outer < _indent(text, first) <= inner


def _indent(text: str, offset: int) -> int:
    """How far the line of a place is indented."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset + 1]
    return len(line) - len(line.lstrip())


def main_names(note: Note, wanted: frozenset[str]) -> frozenset[str]:
    """What the headings of a document open, without the fields that are called as a section is."""
    fields = _fields(note, wanted)
    return frozenset(
        name
        for section in note.sections
        if section.heading and section not in fields
        for name in section.names
    )


def _fields(note: Note, wanted: frozenset[str]) -> frozenset[Section]:
    """The sections that are fields: "Prognosis: ____", where other headings have their own lines.

    A question behind a heading on its line makes no field of it, "Plan: What comes next?", nor does
    the heading of the column beside it.
    """
    text = note.document.text
    every = [each for each in note.sections if each.heading and not wanted.isdisjoint(each.names)]
    listed = [each for each in every if _is_listed(text, each)]
    if len(listed) == len(every):
        listed = []  # "1. SUBJECTIVE": all headings are numbered
    listed += _empty_beside_full(note, [each for each in every if each not in listed])
    main = [each for each in every if each not in listed]
    behind = {each: _behind(note, each) for each in main}
    alone = [
        each
        for each, rest in behind.items()
        if not rest.of(text).strip(_UNDERLINE) and each.body.of(text).strip()
    ]
    if len(alone) < _FEWEST_ALONE:
        return frozenset(listed)
    asked = [question.span.start for question in note.questions]
    return frozenset(listed).union(
        each
        for each, rest in behind.items()
        if rest.of(text).strip(_UNDERLINE)
        and not any(rest.start <= start < rest.end for start in asked)
        and not any(rest.overlaps(other.heading) for other in main if other.heading)
    )


def _empty_beside_full(note: Note, sections: list[Section]) -> list[Section]:
    """Those with no question, where one of the same name asks: "Date of injury: ____"."""
    asked = [question.span.start for question in note.questions]
    full = {each for each in sections if any(each.body.start <= at < each.body.end for at in asked)}
    names = {name for each in full for name in each.names}
    return [
        each
        for each in sections
        if each not in full
        and names.issuperset(each.names)
        and _behind(note, each).of(note.document.text).strip(" \t")
    ]


def _is_field_of_head(note: Note, section: Section) -> bool:
    """Whether a section is a field such as "Physician: [name]", which ends no section."""
    is_head = section.names == ("header",)
    return is_head and bool(_behind(note, section).of(note.document.text).strip(_UNDERLINE))


def _are_alone(note: Note, names: Container[str], fields: Container[Section]) -> bool:
    """Whether main headings have lines to themselves, so that a label before a question is none."""
    alone = {
        name
        for each in note.sections
        if each.heading and each not in fields
        for name in each.names
        if name in names and not _behind(note, each).of(note.document.text).strip(_UNDERLINE)
    }
    return len(alone) >= _FEWEST_PEERS


def _asks_behind(note: Note, section: Section) -> bool:
    """Whether a question stands behind a heading on its line."""
    behind = _behind(note, section)
    start = (section.heading or section.body).start
    return any(start <= question.span.start < behind.end for question in note.questions)


def _is_listed(text: str, section: Section) -> bool:
    """Whether a heading is the label of an item in a list, with more behind it on its line."""
    start, end = (section.heading or section.body).start, (section.heading or section.body).end
    is_item = bool(text[text.rfind("\n", 0, start) + 1 : start].strip())
    behind = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
    return is_item and bool(behind.strip(_UNDERLINE))


def _behind(note: Note, section: Section) -> Span:
    """What stands on the line of a heading, behind it."""
    text, at = note.document.text, (section.heading or section.body).end
    line_end = text.find("\n", at)
    return Span(at, line_end if line_end >= 0 else len(text))


def _with_stand_ins(note: Note, wanted: frozenset[str]) -> Mapping[str, str]:
    """Each name of a section that counts, and the one that it counts as."""
    there = {name for section in note.sections if section.heading for name in section.names}
    names = {name: name for name in wanted}
    for name in wanted - there:
        names |= dict.fromkeys(_STAND_INS.get(name, ()), name)
    return names


def _part(held: list[Section], names: Mapping[str, str]) -> Part:
    first = held[0]
    return Part(
        names=frozenset(names[name] for name in first.names if name in names),
        heading=first.heading or first.body,
        body=Span(first.body.start, held[-1].body.end),
    )
