"""A form as plain text: an empty line below each question takes the answer."""

from collections.abc import Iterator

from lint97110.form import Excerpt, Form, Part

MARKS = (('"', '"'), ("“", "”"), ("«", "»"))
"""Quotation marks: a note's own stay as they are, so ours are others."""


def render(form: Form) -> str:
    """`form` as plain text, one question a line."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: Form) -> Iterator[str]:
    yield form.title.upper()
    yield ""
    yield from (f"{label}: {value}" for label, value in form.above)
    for part in form.parts:
        yield ""
        yield part.heading.upper()
        yield from _part(part)
    yield ""
    yield from (f"{label}: {value}" for label, value in form.below)


def _part(part: Part) -> Iterator[str]:
    for excerpt in part.excerpts:
        yield ""
        yield quoted(excerpt)
    for number, prompt in enumerate(part.prompts, 1):
        yield ""
        yield f"{number}. {prompt.ask}"
        yield ""


def quoted(excerpt: Excerpt) -> str:
    """Words of a note between quotation marks that are none of its own, with date and place.

    >>> quoted(Excerpt('S: "Stiff" in the morning.', "visit.txt, line 3"))
    '“S: "Stiff" in the morning.” (visit.txt, line 3)'
    """
    dated = f"{excerpt.dated}, " if excerpt.dated else ""
    opening, closing = next(
        (pair for pair in MARKS if not any(mark in excerpt.words for mark in pair)), MARKS[0]
    )
    return f"{opening}{excerpt.words}{closing} ({dated}{excerpt.place})"
