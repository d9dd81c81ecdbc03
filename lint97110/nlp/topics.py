"""Which field of therapy a form or a note speaks of, by words that belong to one field only."""

from collections.abc import Iterable, Iterator, Sequence

from lint97110.model import Clause, Fact, SlotValue, Span
from lint97110.nlp.mentions import Mention, Mentions

_BODY, _CORD = "body", frozenset(("cord",))
_LIMBS = frozenset(("leg", "arm", "hand", "jaw", "pelvic"))


def topic_facts(mentions: Mentions, most: Sequence[Mention] = ()) -> Iterator[Fact]:
    """`topic` for each word of a field; those of the head are `given`.

    In the head a region or a task names the field too, which in a sentence it does not; and where
    it names a limb, an illness of the whole body lends the form no other: "Diabetic foot". Where
    the head names nothing, the region that is told `most` gives its limb, and other limbs are told.
    """
    facts = list(_facts(mentions))
    given = {fact.slots["is"] for fact in facts if fact.slots["given"]}
    is_of_limb = not given.isdisjoint(_LIMBS) and given.isdisjoint(_CORD)
    if most and not given:
        yield from _against_most(facts, most)
        return
    for fact in facts:
        if not (is_of_limb and fact.slots["given"] and fact.slots["is"] == _BODY):
            yield fact


def _against_most(facts: Iterable[Fact], most: Sequence[Mention]) -> Iterator[Fact]:
    """The words of limbs; the first of those that name the region told most is given."""
    starts = {each.start for each in most}
    limbs = [fact for fact in facts if fact.slots["is"] in _LIMBS]
    first = next((fact for fact in limbs if fact.span.start in starts), None)
    for fact in limbs:
        yield fact._replace(slots={**fact.slots, "given": True}) if fact is first else fact


def _facts(mentions: Mentions) -> Iterator[Fact]:
    text = mentions.reading.text
    title_end = max(mentions.head_end, (text + "\n").index("\n"))
    for group in ("topics", "title_topics"):
        for mention in mentions.of(group):
            is_given = mention.start < title_end
            if not is_given and group != "topics":
                continue
            span = Span(mention.start, mention.end)
            clause = mentions.clause(mention.start) or Clause(span, "performed", ("header",))
            slots: dict[str, SlotValue] = {"is": mention.value, "given": is_given, "alone": True}
            yield Fact("topic", span, clause, slots)
