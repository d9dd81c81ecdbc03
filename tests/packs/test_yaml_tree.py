"""YAML to values with lines: what is kept, and what is refused."""

from pathlib import Path

import pytest

from lint97110.errors import PackError
from lint97110.packs.yaml_tree import Scalar, parse_tree, read_tree

PATH = Path("rules/x.yaml")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("3x10", "3x10", id="word"),
        pytest.param("9:05", "9:05", id="a clock time is no number of seconds"),
        pytest.param("2026-11-23", "2026-11-23", id="a date stays as written"),
        pytest.param("yes_no", "yes_no", id="yes at the start of a word"),
        pytest.param('"12"', "12", id="quoted number"),
        pytest.param('"no"', "no", id="quoted no"),
        pytest.param("012", 12, id="no octal"),
        pytest.param("97110", 97110, id="number"),
        pytest.param("-2.5", -2.5, id="decimal"),
        pytest.param("true", True, id="true"),
        pytest.param("No", False, id="no"),
        pytest.param("~", None, id="nothing"),
    ],
)
def test_meaning(written, value):
    """A value means what a clinician would expect of it."""
    assert value == parse_tree(f"key: {written}", PATH).entries["key"].value


@pytest.mark.parametrize("written", ["2026.10", "no", "1e5", "0x1F"])
def test_text_as_written(written):
    """Whatever a word means, its letters are kept."""
    assert written == parse_tree(f"key: {written}", PATH).entries["key"].text


def test_lines():
    """Every value, key and item knows its line, also after a block of text."""
    tree = parse_tree("# why\nnote: |-\n  SLR\n  3x10\nlist:\n  - a\n  - {b: c}\n", PATH)

    assert tree.entries["note"] == Scalar("SLR\n3x10", "SLR\n3x10", 2)
    assert tree.lines == {"note": 2, "list": 5}
    assert [value.line for value in tree.entries["list"].values] == [6, 7]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        pytest.param('"(up|\n   down) {load}"', "(up|down) {load}", id="behind a bar"),
        pytest.param("(up|\n   down) to", "(up|down) to", id="without quotation marks"),
        pytest.param('"held at\n   {load}"', "held at {load}", id="behind a word"),
        pytest.param('"a| b"', "a| b", id="in one line it stays"),
        pytest.param('"a | b |\n   c"', "a | b | c", id="a row of a table stays"),
        pytest.param("|-\n   a| b\n   c| d", "a| b\nc| d", id="a block of text stays"),
    ],
)
def test_long_values(written, text):
    """A pattern that is too long for its line goes on in the next."""
    assert text == parse_tree(f"key: {written}", PATH).entries["key"].text


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        pytest.param(
            "a: 1\nb:\n  c: 1\n  c: 2", 4, '"c" is written twice (first on line 3)', id="twice"
        ),
        pytest.param("a: 1\nb: !!python/name:os.system x", 2, "tags are not", id="python tag"),
        pytest.param("a: !clinic 1", 1, "tags are not supported", id="own tag"),
        pytest.param("a: &x [1]\nb: 2", 1, "anchors and aliases are not supported", id="anchor"),
        pytest.param("a: 1\nb: *x", 2, "anchors and aliases are not supported", id="alias"),
        pytest.param("? [a]\n: 1", 1, "a key must be a word", id="list as key"),
        pytest.param("a: 1\n---\nb: 2", 3, "this file holds a second document", id="two documents"),
        pytest.param("# nothing\n", 1, "the file is empty", id="empty"),
        pytest.param("a: [1\nb: 2", 2, "not YAML: ", id="open bracket"),
        pytest.param("a:\n\tb: 1", 2, "not YAML: ", id="tab"),
        pytest.param("a: 1\nb: \a", 2, "not YAML: ", id="control character"),
        pytest.param(
            "a: " + "[" * 100_000, 1, "nested more than 20 deep", id="brackets without end"
        ),
        pytest.param("- " * 100_000, 1, "nested more than 20 deep", id="dashes without end"),
    ],
)
def test_refused(text, line, sentence):
    """What could run, hide or hang, and what is not YAML, is refused at its line."""
    with pytest.raises(PackError) as caught:
        parse_tree(text, PATH)

    assert (caught.value.path, caught.value.line) == (str(PATH), line)
    assert caught.value.sentence.startswith(sentence)


def test_not_utf8(tmp_path):
    """A file in another encoding is told at the line of its first strange byte."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\nb: 40\xb0\n")

    with pytest.raises(PackError, match="save the file as UTF-8") as caught:
        read_tree(path)

    assert caught.value.line == 2


def test_no_file(tmp_path):
    """A file that is not there is an error with its name."""
    with pytest.raises(PackError, match="cannot be read: no such file"):
        read_tree(tmp_path / "x.yaml")


def test_byte_order_mark(tmp_path):
    """Files that Windows editors save are read like any other."""
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: c\u0304\r\n".encode())

    assert read_tree(path).entries["a"].text == "c\u0304"
