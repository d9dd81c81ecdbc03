"""Is every text read exactly, and everything else refused with a sentence that helps?"""

import codecs
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from lint97110 import readers
from lint97110.errors import UnreadableError
from lint97110.readers import MAX_BYTES, READERS, decode, has_reader, read

NOTE = "S: pt reports less pain.\nO: SLR 3×10, 90°, 25 min – “good form”.\n"
BOM = "\ufeff"

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def archive(*members):
    """A zip archive with these members, as bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for member in members:
            file.writestr(member, "SLR 3x10")
    return buffer.getvalue()


def refusal(data, name="note.txt"):
    """The sentence with which `data` is refused."""
    with pytest.raises(UnreadableError) as caught:
        decode(data, name)
    return caught.value.reason


def refusal_of(path, **options):
    """The sentence with which the file is refused."""
    with pytest.raises(UnreadableError) as caught:
        read(path, **options)
    assert caught.value.path == str(path)
    return caught.value.reason


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(NOTE.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + NOTE.encode(), id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + NOTE.encode("utf-16-le"), id="UTF-16 little end"),
        pytest.param(codecs.BOM_UTF16_BE + NOTE.encode("utf-16-be"), id="UTF-16 big end"),
        pytest.param(NOTE.encode("utf-16-le"), id="UTF-16 little end without mark"),
        pytest.param(NOTE.encode("utf-16-be"), id="UTF-16 big end without mark"),
        pytest.param(NOTE.encode("cp1252"), id="Windows-1252"),
    ],
)
def test_encodings(data):
    """The same note is read from every encoding, and the mark is no part of it."""
    assert decode(data, "note.txt").text == NOTE


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("SLR 3x10", id="no line end"),
        pytest.param("S:\r\nO: SLR\r\n", id="CR LF"),
        pytest.param("S:\rO: SLR\r", id="CR only"),
        pytest.param("S:\nO:\r\nA:\rP:\n\r", id="mixed line ends"),
        pytest.param("page 1\fpage 2\f", id="form feed"),
        pytest.param("one\vtwo\x85three\u2028four", id="soft line ends"),
        pytest.param("  \t SLR \n\n ", id="white space around"),
        pytest.param(f"a{BOM}b", id="a mark inside"),
        pytest.param("c\u0304 cane, e\u0301 and é", id="nothing composed"),
        pytest.param("BM: regular, II: none, MM dry", id="letters that open an image"),
        pytest.param("well tolerated " * 10 + "\x1a", id="one control character in a long note"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_text_is_kept(text, encoding):
    """Not one character is changed, from whatever encoding it came."""
    assert decode(text.encode(encoding), "note.txt").text == text


@pytest.mark.parametrize(
    "name", ["note.txt", "NOTE.TXT", "note.md", "note.Text", "note.log", "note", "<stdin>"]
)
def test_any_suffix_is_read(name):
    """Text is read under any name, and keeps that name."""
    document = decode(b"SLR 3x10", name)

    assert (document.name, document.text) == (name, "SLR 3x10")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("note.pdf", False, id="another format"),
        pytest.param("txt", False, id="no suffix"),
        pytest.param("notes.txt/page", False, id="a folder's suffix"),
        pytest.param("note.txt.bak", False, id="a backup"),
        pytest.param("note.TXT", True, id="capitals"),
        pytest.param("v1.2.md", True, id="two dots"),
        pytest.param("note.text", True, id="text"),
    ],
)
def test_has_reader(name, expected):
    """The last suffix tells, in any case."""
    assert has_reader(name) is expected


def test_every_suffix_is_lower_case():
    """A suffix is looked up in lower case, so it must be written so."""
    assert [suffix for suffix in READERS if suffix != suffix.lower() or suffix[0] != "."] == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\n", "looks like a PDF; export it as text", id="PDF"),
        pytest.param(b"\r\n%PDF-1.4", "looks like a PDF; export it as text", id="PDF, late"),
        pytest.param(
            archive("[Content_Types].xml", "word/document.xml"),
            "looks like a Word document; give its name the ending .docx, or save it as plain text",
            id="Word",
        ),
        pytest.param(
            archive("[Content_Types].xml", "xl/workbook.xml"),
            "looks like an Excel workbook; save it as plain text, one note per file",
            id="Excel",
        ),
        pytest.param(
            archive("visit-1.txt"),
            "looks like a zip archive; unpack it and name the notes inside",
            id="zip",
        ),
        pytest.param(
            archive(),
            "looks like a zip archive; unpack it and name the notes inside",
            id="bare zip",
        ),
        pytest.param(
            rb"{\rtf1\ansi SLR 3x10}",
            "looks like an RTF document; save it as plain text",
            id="RTF",
        ),
        pytest.param(
            b"\n<!DOCTYPE html><p>SLR 3x10</p>",
            "looks like a web page (HTML); save it as plain text",
            id="web page",
        ),
        pytest.param(
            b"<p class=x>SLR 3x10</p>",
            "looks like a web page (HTML); save it as plain text",
            id="piece of a web page",
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            "looks like an older Office file; save it as plain text",
            id="old Word",
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            "looks like a PNG image; copy its text into a text file",
            id="PNG",
        ),
        pytest.param(
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            "looks like a JPEG image; copy its text into a text file",
            id="JPEG",
        ),
        pytest.param(
            b"GIF89a\x01\0", "looks like a GIF image; copy its text into a text file", id="GIF"
        ),
        pytest.param(
            b"II*\0\x08\0\0\0",
            "looks like a TIFF image; copy its text into a text file",
            id="TIFF",
        ),
    ],
)
@pytest.mark.parametrize("name", ["note.txt", "scan.pdf"])
def test_other_formats(data, sentence, name):
    """A well-known format is named, whatever the file is called, with the way out."""
    assert refusal(data, name) == sentence


BINARY = "contains binary data, not text; export the note as plain text"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"SLR 3x10\0", id="one NUL"),
        pytest.param(b"a\0\0\0b\0\0\0c\0\0\0", id="UTF-32"),
        pytest.param(codecs.BOM_UTF16_LE + "SLR\0".encode("utf-16-le"), id="NUL in UTF-16"),
        pytest.param(bytes(100), id="NULs only"),
        pytest.param(b"\x01\0\x02\0\x03\0\x04\0", id="small numbers"),
        pytest.param(bytes(range(1, 0x80)), id="every ASCII character"),
        pytest.param(b"SLR \x01\x02\x03", id="control characters"),
    ],
)
def test_binary(data):
    """Bytes that are no text are refused, not linted as an odd note."""
    assert refusal(data) == BINARY


@pytest.mark.parametrize(
    ("controls", "is_read"),
    [pytest.param(2, True, id="2 in 100"), pytest.param(3, False, id="3 in 100")],
)
def test_share_of_control_characters(controls, is_read):
    """A few stray control characters are kept; more are no text."""
    data = b"\x07" * controls + b"a" * (100 - controls)

    if is_read:
        assert decode(data, "note.txt").text == data.decode()
    else:
        assert refusal(data) == BINARY


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(
            b"SLR \x81 3x10",
            "is neither UTF-8 nor Windows-1252 text at byte 4; save it again as UTF-8",
            id="undefined in Windows-1252",
        ),
        pytest.param(
            codecs.BOM_UTF8 + b"90\xb0",
            "is damaged UTF-8 text at byte 5; save it again as UTF-8",
            id="marked as UTF-8",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"S\0L\0R",
            "is damaged UTF-16 text at byte 6; save it again as UTF-8",
            id="half a character",
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + b"\0S\xd8\x00\0L",
            "is damaged UTF-16 text at byte 4; save it again as UTF-8",
            id="half a pair",
        ),
        pytest.param(
            b"S\0L\0R\0 \0o\0k",
            "is damaged UTF-16 text at byte 10; save it again as UTF-8",
            id="UTF-16 without mark, broken off",
        ),
    ],
)
def test_damage(data, sentence):
    """Damaged text is an error with its place, never a guess."""
    assert refusal(data) == sentence


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_undefined_in_windows_1252(byte):
    """None of the five undefined bytes is guessed at."""
    assert "nor Windows-1252" in refusal(b"pain 3/10 " + bytes([byte]))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(codecs.BOM_UTF8, "is empty", id="a mark only"),
        pytest.param(codecs.BOM_UTF16_LE, "is empty", id="a UTF-16 mark only"),
        pytest.param(b" \t\r\n\f", "contains only white space", id="white space"),
        pytest.param("\n \n".encode("utf-16"), "contains only white space", id="in UTF-16"),
        pytest.param(b"\xa0\n", "contains only white space", id="a hard space of Windows"),
    ],
)
def test_nothing_to_read(data, what):
    """An empty note is not a clean note."""
    assert refusal(data) == f"{what}; save the text of the note in it, or leave it out"


def test_refusals_hold_no_word_of_the_note():
    """Neither the sentence nor what a traceback prints of it quotes the note."""
    with pytest.raises(UnreadableError) as caught:
        decode(b"Jane Doe \x81 SLR", "note.txt")

    assert "Jane" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_name(tmp_path):
    """A document is called by its path, or as it is told to be."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"SLR 3x10\r\n")

    assert read(path).name == str(path)
    assert read(path, "visit 7").name == "visit 7"
    assert read(path).text == "SLR 3x10\r\n"


def test_name_that_is_not_text(tmp_path):
    """A path with stray bytes still gives a name that can be printed."""
    path = tmp_path / os.fsdecode(b"visit-\xff.txt")
    try:
        path.write_bytes(b"SLR 3x10")
    except OSError:
        pytest.skip("this file system refuses the name")

    assert read(path).name == str(tmp_path / r"visit-\udcff.txt")


@pytest.mark.parametrize("below", ["note.txt", "note.txt/page.txt"], ids=["file", "under a file"])
def test_missing(tmp_path, below):
    """A path without a file says so."""
    if "/" in below:
        (tmp_path / "note.txt").write_text("SLR 3x10")

    assert refusal_of(tmp_path / below) == "does not exist; check how the path is spelled"


def test_folder(tmp_path):
    """A folder is not a note."""
    assert refusal_of(tmp_path) == "is a folder, not a note; name a file in it"


def test_broken_link(tmp_path):
    """A link whose target is gone is called that, not a missing file."""
    link = tmp_path / "note.txt"
    link.symlink_to(tmp_path / "gone.txt")

    assert refusal_of(link) == (
        "is a broken link: its target does not exist; repair it, or name the file itself"
    )


def test_link_to_itself(tmp_path):
    """A link that goes round in a circle ends at once."""
    link = tmp_path / "note.txt"
    link.symlink_to(link)

    assert refusal_of(link) == (
        "is a link that leads back to itself; repair it, or name the file itself"
    )


def test_link_is_followed(tmp_path):
    """A good link gives the note, under the name of the link."""
    (tmp_path / "real.txt").write_text("SLR 3x10")
    link = tmp_path / "note.txt"
    link.symlink_to("real.txt")

    assert read(link).text == "SLR 3x10"
    assert read(link).name == str(link)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_named_pipe(tmp_path):
    """A pipe that nobody writes to does not hang the run."""
    pipe = tmp_path / "note.txt"
    os.mkfifo(pipe)

    assert refusal_of(pipe) == (
        "is not an ordinary file; pass the note on standard input instead, as -"
    )


FORBIDDEN = "cannot be opened: permission denied; ask its owner for permission to read it"


@pytest.mark.skipif(is_root, reason="root may read everything")
def test_no_permission(tmp_path):
    """A file without permission to read says whom to ask."""
    path = tmp_path / "note.txt"
    path.write_text("SLR 3x10")
    path.chmod(0)

    assert refusal_of(path) == FORBIDDEN


@pytest.mark.skipif(is_root, reason="root may read everything")
def test_no_permission_for_the_folder(tmp_path):
    """A file in a folder without permission to enter is not called missing."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0)
    try:
        assert refusal_of(folder / "note.txt") == FORBIDDEN
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param(PermissionError(13, "Permission denied"), FORBIDDEN, id="permission"),
        pytest.param(
            OSError(5, "Input/output error"),
            "could not be read (Input/output error); check the disk or the network, and try again",
            id="disk",
        ),
        pytest.param(
            FileNotFoundError(2, "No such file"),
            "does not exist; check how the path is spelled",
            id="removed meanwhile",
        ),
    ],
)
def test_trouble_while_opening(tmp_path, monkeypatch, error, sentence):
    """A file that was there and cannot be opened is unreadable, not a crash."""
    path = tmp_path / "note.txt"
    path.write_text("SLR 3x10")

    def refuse(*_arguments, **_options):
        if isinstance(error, FileNotFoundError):
            path.unlink()
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    assert refusal_of(path) == sentence


@pytest.mark.parametrize(
    ("size", "is_read"),
    [
        pytest.param(MAX_BYTES, True, id="2 MB"),
        pytest.param(MAX_BYTES + 1, False, id="1 byte more"),
    ],
)
@pytest.mark.parametrize("way", ["file", "bytes"])
def test_largest_note(tmp_path, size, is_read, way):
    """Two million bytes are read; one more is not."""
    data = b"a" * size
    path = tmp_path / "note.txt"
    path.write_bytes(data)

    if is_read:
        assert len((read(path) if way == "file" else decode(data, "note.txt")).text) == size
    else:
        sentence = refusal_of(path) if way == "file" else refusal(data)
        assert sentence == (
            "is larger than 2,000,000 bytes; export it as plain text, one note per file"
        )


def test_size_is_known_before_reading(tmp_path, monkeypatch):
    """A file that is too large is never opened."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"a" * 11)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("was opened"))

    assert "larger than 10 bytes" in refusal_of(path, max_bytes=10)


@pytest.mark.parametrize("size", [5, 10, 11], ids=["smaller", "at the limit", "beyond it"])
def test_file_that_grows(tmp_path, monkeypatch, size):
    """A note that is being written is read as it stands, and still has a limit."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"a")
    before = path.stat()
    path.write_bytes(b"a" * size)
    monkeypatch.setattr(readers, "look_up", lambda *_: before)

    if size <= 10:
        assert read(path, max_bytes=10).text == "a" * size
    else:
        assert "larger than 10 bytes" in refusal_of(path, max_bytes=10)


def test_limit_can_be_told(tmp_path):
    """The limit is a dial."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"a" * 10)

    assert read(path, max_bytes=10).text == "a" * 10
