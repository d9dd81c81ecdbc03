"""Forms of open questions as text: one format a file, listed here."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lint97110.form import Form
from lint97110.forms import markdown, text

Renderer: TypeAlias = Callable[[Form], str]

FORMATS: Mapping[str, Renderer] = {
    "markdown": markdown.render,
    "text": text.render,
}
"""What writes a form in each format."""

SUFFIXES: Mapping[str, str] = {".md": "markdown", ".text": "text", ".txt": "text"}
"""The format that the name of a file asks for."""
