"""How an element came to its status: what was seen of it, and what decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint97110.model import Catalogue, Condition, Element, Fact, Note, Quote, Status
from lint97110.nlp.elements import meets
from lint97110.places import Places


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that were considered for an element: what they are, how they stand, what they say.

    `fact` and `standing` are for people to read.
    """

    quote: Quote
    fact: str
    standing: str
    says: str


@dataclass(frozen=True, slots=True)
class Why:
    """How an element came to its status."""

    element: str
    title: str
    status: Status
    decided_by: str
    candidates: tuple[Candidate, ...]


def why(asked: Element, note: Note, catalogue: Catalogue) -> Why:
    """What was seen of an element in `note`, how each stands, and what decided."""
    result = note.result(asked.name)
    if result is None:
        wanted = "the points of a justification" if asked.is_point else "its elements"
        sentence = f"a document of kind {note.kind} is not asked for {wanted}"
        return Why(asked.name, asked.title, Status.ABSENT, sentence, ())
    decided = result.because or "none of the conditions for this element is met"
    candidates = tuple(_candidates(asked, note, catalogue))
    return Why(asked.name, asked.title, result.status, decided, candidates)


def _candidates(element: Element, note: Note, catalogue: Catalogue) -> Iterator[Candidate]:
    places, label = Places(note.document), catalogue.label
    conditions = [*element.present_when, *element.weak_when]
    named = {condition.fact for condition in conditions}
    for fact in note.facts:
        if fact.kind in named:
            standing = label(fact.clause.status)
            said = _said(conditions, fact)
            yield Candidate(places.quote(fact.span), label(fact.kind), standing, said)


def _said(conditions: list[Condition], fact: Fact) -> str:
    for condition in conditions:
        if condition.fact == fact.kind and meets(condition, fact):
            return condition.says
    return "does not count as it stands"
