"""A form as Markdown: headings, numbered questions, an empty line below each for the answer."""

from collections.abc import Iterator

from lint97110.form import Form, Part
from lint97110.forms.text import quoted


def render(form: Form) -> str:
    """`form` as Markdown, one question a line."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: Form) -> Iterator[str]:
    yield f"# {form.title}"
    yield ""
    yield from (f"- {label}: {value}" for label, value in form.above)
    for part in form.parts:
        yield ""
        yield f"## {part.heading}"
        yield from _part(part)
    yield ""
    yield from (f"- {label}: {value}" for label, value in form.below)


def _part(part: Part) -> Iterator[str]:
    for excerpt in part.excerpts:
        yield ""
        yield f"> {quoted(excerpt)}"
    for number, prompt in enumerate(part.prompts, 1):
        yield ""
        yield f"{number}. {prompt.ask}"
        yield ""
