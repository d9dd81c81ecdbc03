"""Every format is listed, and none forgets an input."""

import importlib
import pkgutil

import pytest

from lint97110 import reporters
from lint97110.reporters import REPORTERS


def test_every_format_is_listed():
    """A module that renders is a format, and is found under its own name."""
    modules = [module.name for module in pkgutil.iter_modules(reporters.__path__)]
    rendering = {
        name
        for name in modules
        if hasattr(importlib.import_module(f"lint97110.reporters.{name}"), "render")
    }

    assert rendering == set(REPORTERS)


@pytest.mark.parametrize("form", REPORTERS)
def test_no_lost_input_is_forgotten(form, many):
    """What could not be read or checked is named in every format, with its reason."""
    words = REPORTERS[form](many)

    for unread in many.unread:
        assert unread.path in words
        assert unread.reason in words


@pytest.mark.parametrize("form", REPORTERS)
def test_same_report_same_words(form, many):
    """The same report gives the same characters, and ends its last line."""
    words = REPORTERS[form](many)

    assert words == REPORTERS[form](many)
    assert words.endswith("\n")
    assert not words.endswith("\n\n")
