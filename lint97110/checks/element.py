"""Does an element of the note stand as the rule says it should not?"""

from collections.abc import Iterator

from lint97110.model import Found, Note, Rule, Terms


def check(rule: Rule, note: Note, _terms: Terms) -> Iterator[Found]:
    """Yield one place when the element has the rule's status: its first words, or None."""
    result = note.elements.get(str(rule.options["element"]))
    if result is not None and result.status == rule.options["status"]:
        yield Found(result.evidence[0] if result.evidence else None)
