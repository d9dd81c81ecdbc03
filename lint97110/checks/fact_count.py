"""Are there too few, or too many, facts of a kind in a section?"""

from collections.abc import Iterator

from lint97110.billing.case import Case
from lint97110.model import Found, Rule
from lint97110.parts import Part, parts

_OPTIONS = frozenset(("fact", "sections", "fewer_than", "more_than"))


def check(rule: Rule, case: Case) -> Iterator[Found]:
    """Yield the heading of a section with too few facts, the first fact too many in another."""
    wanted = {name: value for name, value in rule.options.items() if name not in _OPTIONS}
    fewest, most = rule.options.get("fewer_than"), rule.options.get("more_than")
    sections: dict[frozenset[str], list[Part]] = {}
    for part in parts(case.note, rule.names("sections")):
        sections.setdefault(part.names, []).append(part)  # a table may name it in each row
    for same in sections.values():
        spans = [
            fact.span
            for fact in case.facts(str(rule.options["fact"]))
            if any(_holds(part, fact.span.start) for part in same)
            and wanted.items() <= fact.slots.items()
        ]
        if isinstance(fewest, int) and len(spans) < fewest:
            yield Found(same[0].heading)
        if isinstance(most, int) and len(spans) > most:
            yield Found(spans[most])


def _holds(part: Part, at: int) -> bool:
    """Whether a place is in a section, or in its heading: "Plan: What comes next?"."""
    is_in_heading = part.heading.start <= at < part.heading.end
    return is_in_heading or part.body.start <= at < part.body.end
