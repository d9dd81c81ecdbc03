"""Forms of open questions in files: one format a file, listed here."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lint97110.form import Form
from lint97110.forms import docx, markdown, text

Renderer: TypeAlias = Callable[[Form], str | bytes]
"""Text, or the bytes of a file that only its own program shows."""

FORMATS: Mapping[str, Renderer] = {
    "docx": docx.render,
    "markdown": markdown.render,
    "text": text.render,
}
"""What writes a form in each format."""

SUFFIXES: Mapping[str, str] = {
    ".docx": "docx",
    ".md": "markdown",
    ".text": "text",
    ".txt": "text",
}
"""The format that the name of a file asks for."""
