"""A form as plain text: an empty line below each question takes the answer."""

from collections.abc import Iterator

from lint97110.form import Excerpt, Form, Part


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
    """Words of a note between quotation marks, with their date and their place."""
    dated = f"{excerpt.dated}, " if excerpt.dated else ""
    return f'"{excerpt.words}" ({dated}{excerpt.place})'
