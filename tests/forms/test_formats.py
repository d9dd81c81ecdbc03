"""Each format of a form holds all of it, and room to answer."""

import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path

import docx
import pytest

from lint97110 import forms
from lint97110.errors import LintError
from lint97110.form import Excerpt, Form, Part, Prompt
from lint97110.forms import FORMATS, SUFFIXES

ASKS = ("How did it go?", "Which task is it for?")
FORM = Form(
    "Treatment note, CPT 97110",
    (("Patient", "[patient]"),),
    (
        Part("Objective", tuple(map(Prompt, ASKS))),
        Part("Plan", (), (Excerpt("pain 5 to 3", "visit.txt, line 4", "03/04"),)),
    ),
    (("Signed by", "[name]"),),
)
TEXT = """\
TREATMENT NOTE, CPT 97110

Patient: [patient]

OBJECTIVE

1. How did it go?


2. Which task is it for?


PLAN

"pain 5 to 3" (03/04, visit.txt, line 4)

Signed by: [name]
"""
MARKDOWN = """\
# Treatment note, CPT 97110

- Patient: [patient]

## Objective

1. How did it go?


2. Which task is it for?


## Plan

> "pain 5 to 3" (03/04, visit.txt, line 4)

- Signed by: [name]
"""


@pytest.mark.parametrize(("form", "words"), [("text", TEXT), ("markdown", MARKDOWN)])
def test_words(form, words):
    """Headings, numbered questions, an empty line to answer on and one that sets it apart."""
    assert FORMATS[form](FORM) == words


def test_word():
    """A Word document has the same words, a paragraph for each line and each answer."""
    document = docx.Document(BytesIO(FORMATS["docx"](FORM)))
    paragraphs = [(each.text, each.style.name) for each in document.paragraphs]

    assert paragraphs == [
        ("Treatment note, CPT 97110", "Title"),
        ("Patient: [patient]", "Normal"),
        ("Objective", "Heading 1"),
        ("1. How did it go?", "Normal"),
        ("", "Normal"),
        ("2. Which task is it for?", "Normal"),
        ("", "Normal"),
        ("Plan", "Heading 1"),
        ('"pain 5 to 3" (03/04, visit.txt, line 4)', "Normal"),
        ("Signed by: [name]", "Normal"),
    ]
    assert document.core_properties.author == ""


def test_word_without_its_library(monkeypatch):
    """Whoever has not installed it is told what to install."""
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(LintError, match=r"pip install 'lint97110\[docx\]'"):
        FORMATS["docx"](FORM)


def test_every_format_is_listed():
    """A module that renders is a format, under its own name, and some suffix asks for it."""
    names = {path.stem for path in Path(forms.__file__).parent.glob("*.py")} - {"__init__"}
    modules = {name: import_module(f"lint97110.forms.{name}") for name in names}
    rendering = {name for name, module in modules.items() if hasattr(module, "render")}

    assert set(FORMATS) == rendering == set(SUFFIXES.values())
