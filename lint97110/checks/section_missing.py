"""Does a form lack a section, or have one with nothing in it?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule
from lint97110.parts import main_names, parts

_DRAWN = " \t\r\n_-.:"  # lines to write on say nothing


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the heading of each empty section, and None once when a section is not there.

    With `beside`, only a document that has that section is asked; with `without`, only one that
    has it not.
    """
    note = case.note
    beside, without = rule.options.get("beside"), rule.options.get("without")
    asked = {*rule.names("sections"), *(str(name) for name in (beside, without) if name)}
    there = main_names(note, frozenset(asked))
    if (beside and beside not in there) or (without and without in there):
        return
    found = list(parts(note, rule.names("sections")))
    if any(not any(name in part.names for part in found) for name in rule.names("sections")):
        yield Found(None)
    for part in found:
        if not part.body.of(note.document.text).strip(_DRAWN):
            yield Found(part.heading)
