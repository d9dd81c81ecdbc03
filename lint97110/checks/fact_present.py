"""Does the note state something that it should not?"""

from collections.abc import Iterator

from lint97110.model import Found, Note, Rule, Terms


def check(rule: Rule, note: Note, _terms: Terms) -> Iterator[Found]:
    """Yield the place of each fact of the rule's kind with the slots that the rule asks for."""
    wanted = {name: value for name, value in rule.options.items() if name != "fact"}
    for fact in note.facts:
        if fact.kind == rule.options["fact"] and wanted.items() <= fact.slots.items():
            yield Found(fact.span)
