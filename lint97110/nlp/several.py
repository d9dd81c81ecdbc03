"""Does a file hold more than one note? Where another patient's, or another visit's, begins."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lint97110.model import Clause, Fact, Section, Span
from lint97110.nlp.known_names import labelled_names
from lint97110.nlp.mentions import Mentions

_OPENING = frozenset(("subjective", "objective", "interventions", "history"))


def several_facts(mentions: Mentions, told: Iterable[Fact]) -> Iterator[Fact]:
    """`another_note` for each note but the first; `told` holds days, visits and signatures.

    A note ends with its plan or with its signature. Another one follows where the patient has
    another name, or where the report of the patient begins anew for another day or visit.
    """
    facts = tuple(told)
    sections = mentions.reading.layout.sections
    ends = [section.start for section in sections if "plan" in section.names]
    ends += [fact.span.start for fact in facts if fact.kind == "signed"]
    starts = [section.start for section in sections if not _OPENING.isdisjoint(section.names)]
    ends.sort()
    heads = [*_other_patients(mentions, ends, starts), *_other_visits(mentions, facts)]
    seen = {0}
    for head in sorted(heads, key=lambda span: span.start):
        ended = bisect_right(ends, head.start)
        if ended not in seen:  # the name and the day of one and the same note
            seen.add(ended)
            yield Fact("another_note", head, Clause(head, "performed", ("header",)))


def _other_patients(mentions: Mentions, ends: list[int], starts: list[int]) -> Iterator[Span]:
    """The labelled names of other patients, between the end of one note and the next one."""
    if not (ends and starts and ends[0] < starts[-1]):
        return
    last: frozenset[str] | None = None
    begun = 0
    for name in labelled_names(mentions):
        if last is None or last <= name.words or name.words <= last:
            last = last or name.words
            continue
        has_ended = any(begun < end < name.span.start for end in ends)
        if has_ended and any(start > name.span.start for start in starts):
            last, begun = name.words, name.span.start
            yield name.span


def _other_visits(mentions: Mentions, facts: tuple[Fact, ...]) -> Iterator[Span]:
    """Where the report of the patient begins anew, under another day or visit, or signed apart."""
    planned: int | None = None
    for section in mentions.reading.layout.sections:
        if "plan" in section.names:
            planned = section.start
        elif planned is not None and "subjective" in section.names:
            head = _head(facts, planned, section)
            if head is not None:
                yield head
            planned = None


def _head(facts: tuple[Fact, ...], planned: int, report: Section) -> Span | None:
    """What tells between a plan and the report behind it that these are two visits."""
    begun = report.start
    between = [fact for fact in facts if planned < fact.span.start < begun]
    before = {(f.kind, f.slots.get("is")) for f in facts if f.span.start < planned}
    told = {kind for kind, _ in before}
    for fact in between:
        if fact.kind != "signed" and fact.kind in told:
            if (fact.kind, fact.slots["is"]) not in before:
                return fact.span
        elif fact.kind == "signed" and any(
            f.kind == "signed" and f.span.start > begun for f in facts
        ):
            return report.heading or Span(begun, begun + 1)
    return None
