"""Do facts of one kind disagree where they should be alike?"""

from collections import Counter
from collections.abc import Iterator

from lint97110.model import Note, Rule, Span


def check(rule: Rule, note: Note) -> Iterator[Span | None]:
    """Yield the first fact of each value but the commonest; facts without the slot have no say."""
    slot = str(rule.options["slot"])
    facts = [f for f in note.facts if f.kind == rule.options["fact"] and f.slots.get(slot)]
    counts = Counter(fact.slots[slot] for fact in facts)
    if len(counts) < 2:  # noqa: PLR2004, it takes two to disagree
        return
    seen = {counts.most_common(1)[0][0]}
    for fact in facts:
        if fact.slots[slot] not in seen:
            seen.add(fact.slots[slot])
            yield fact.span
