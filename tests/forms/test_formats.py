"""Each format of a form holds all of it, and room to answer."""

from importlib import import_module
from pathlib import Path

import pytest

from lint97110 import forms
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


def test_every_format_is_listed():
    """A module that renders is a format, under its own name, and some suffix asks for it."""
    names = {path.stem for path in Path(forms.__file__).parent.glob("*.py")} - {"__init__"}
    modules = {name: import_module(f"lint97110.forms.{name}") for name in names}
    rendering = {name for name, module in modules.items() if hasattr(module, "render")}

    assert set(FORMATS) == rendering == set(SUFFIXES.values())
