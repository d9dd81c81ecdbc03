"""A form as a Word document: headings, numbered questions, an empty paragraph below each."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from lint97110.errors import LintError
from lint97110.form import Form, Part
from lint97110.forms.text import quoted

MISSING = "a Word document needs python-docx; install it with: pip install 'lint97110[docx]'"


def render(form: Form) -> bytes:
    """`form` as the bytes of a .docx file.

    Raises LintError when python-docx is not installed.
    """
    document = _word().Document()
    document.core_properties.title = form.title
    document.core_properties.author = ""
    document.add_heading(form.title, 0)
    for label, value in form.above:
        document.add_paragraph(f"{label}: {value}")
    for part in form.parts:
        document.add_heading(part.heading, 1)
        for words, is_asked in _paragraphs(part):
            document.add_paragraph().add_run(words).bold = is_asked
    for label, value in form.below:
        document.add_paragraph(f"{label}: {value}")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraphs(part: Part) -> Iterator[tuple[str, bool]]:
    """The words of each paragraph of a section, and whether it is a question."""
    for excerpt in part.excerpts:
        yield quoted(excerpt), False
    for number, prompt in enumerate(part.prompts, 1):
        yield f"{number}. {prompt.ask}", True
        yield "", False


def _word() -> Any:  # noqa: ANN401, a library that may not be there
    """The library, when it is called for: most people never ask for a Word document."""
    try:
        return import_module("docx")
    except ModuleNotFoundError:
        raise LintError(MISSING) from None
