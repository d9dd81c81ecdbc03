"""Are there too few, or too many, facts of a kind in a section?"""

from collections.abc import Iterator

from lint97110.model import Note, Rule, Span
from lint97110.parts import parts

_OPTIONS = frozenset(("fact", "sections", "fewer_than", "more_than"))


def check(rule: Rule, note: Note) -> Iterator[Span | None]:
    """Yield the heading of a section with too few facts, the first fact too many in another."""
    wanted = {name: value for name, value in rule.options.items() if name not in _OPTIONS}
    fewest, most = rule.options.get("fewer_than"), rule.options.get("more_than")
    for part in parts(note, rule.names("sections")):
        found = [
            fact.span
            for fact in note.facts
            if fact.kind == rule.options["fact"]
            and part.body.start <= fact.span.start < part.body.end
            and wanted.items() <= fact.slots.items()
        ]
        if isinstance(fewest, int) and len(found) < fewest:
            yield part.heading
        if isinstance(most, int) and len(found) > most:
            yield found[most]
