"""Colour only where it is welcome, and prose only as wide as is good to read."""

import io

import pytest

from lint97110.cli import output


class Terminal(io.StringIO):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "is_colored"),
    [
        pytest.param(Terminal, {}, True, id="terminal"),
        pytest.param(Terminal, {"NO_COLOR": ""}, True, id="empty NO_COLOR says nothing"),
        pytest.param(Terminal, {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(Terminal, {"TERM": "dumb"}, False, id="dumb terminal"),
        pytest.param(io.StringIO, {"FORCE_COLOR": "1"}, False, id="pipe"),
    ],
)
def test_color(stream, environment, is_colored, monkeypatch):
    """A terminal has colours unless it is told otherwise; a pipe has none."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", stream())

    assert output.has_color() is is_colored


@pytest.mark.parametrize(
    ("stream", "columns", "width"),
    [
        pytest.param(io.StringIO, "200", 80, id="a pipe is 80 wide, always"),
        pytest.param(Terminal, "72", 72, id="as wide as the terminal"),
        pytest.param(Terminal, "200", 100, id="but no wider than is readable"),
        pytest.param(Terminal, "20", 40, id="nor so narrow that nothing fits"),
    ],
)
def test_width(stream, columns, width, monkeypatch):
    """The width is the terminal's within reason, and always the same for a pipe."""
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.stdout", stream())

    assert output.width() == width


@pytest.mark.parametrize(
    ("show", "encoding", "written"),
    [
        (output.show, "ascii", b"3\\u2191 \\u00e9"),
        (output.show, "utf-8", "3↑ é".encode()),
        (output.show_data, "ascii", "3↑ é".encode()),
    ],
    ids=["poor terminal", "good terminal", "data"],
)
def test_encoding(show, encoding, written, monkeypatch):
    """A poor terminal shows escapes where it lacks a letter; data is UTF-8 everywhere."""
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=encoding))
    show("3↑ é")

    assert raw.getvalue().replace(b"\\xe9", b"\\u00e9") == written
