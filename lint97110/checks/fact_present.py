"""Does the note state something that it should not?"""

from collections.abc import Iterator

from lint97110.model import Note, Rule, Span


def check(rule: Rule, note: Note) -> Iterator[Span | None]:
    """Yield the place of each fact of the rule's kinds with the slots that the rule asks for."""
    kinds = rule.names("fact")
    wanted = {name: value for name, value in rule.options.items() if name != "fact"}
    for fact in note.facts:
        if fact.kind in kinds and wanted.items() <= fact.slots.items():
            yield fact.span
