"""Plain text and Markdown, exactly as written, in the encodings that notes come in."""

import codecs
import re

from lint97110.errors import UnreadableError
from lint97110.model import Document

_SAVE_AS_TEXT = "save it as plain text"
_COPY_WORDS = "copy its text into a text file"

# Long enough to be no accident: "BM" alone opens a bitmap, and many a nursing note.
_SIGNATURES = (
    (b"%PDF-", "looks like a PDF; export it as text"),
    (rb"{\rtf", f"looks like an RTF document; {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"looks like an older Office file; {_SAVE_AS_TEXT}"),
    (b"\x89PNG\r\n\x1a\n", f"looks like a PNG image; {_COPY_WORDS}"),
    (b"\xff\xd8\xff", f"looks like a JPEG image; {_COPY_WORDS}"),
    (b"GIF87a", f"looks like a GIF image; {_COPY_WORDS}"),
    (b"GIF89a", f"looks like a GIF image; {_COPY_WORDS}"),
    (b"II*\x00", f"looks like a TIFF image; {_COPY_WORDS}"),
    (b"MM\x00*", f"looks like a TIFF image; {_COPY_WORDS}"),
    (b"\x1f\x8b", "looks like a gzip archive; unpack it and name the notes inside"),
)
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|p|div|table)\b[^>]*>", re.IGNORECASE)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_PARTS = (
    (b"word/", f"looks like a Word document; give its name the ending .docx, or {_SAVE_AS_TEXT}"),
    (b"xl/", f"looks like an Excel workbook; {_SAVE_AS_TEXT}, one note per file"),
    (b"opendocument.text", f"looks like an OpenDocument text; {_SAVE_AS_TEXT}"),
)
_BINARY = "contains binary data, not text; export the note as plain text"

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# All but tab, line ends, vertical tab (Word's soft line end) and form feed.
_CONTROL = bytes({*range(32), 127} - set(b"\t\n\v\f\r"))
_MAX_CONTROL_SHARE = 0.02


def decode(data: bytes, name: str) -> Document:
    """The text in `data` without its byte order mark; everything else is kept.

    Raises UnreadableError for an empty file, another format, binary data or damaged text.
    """
    other = _other_format(data)
    if other:
        raise UnreadableError(name, other)
    text = _characters(data, name)
    if not text or text.isspace():
        what = "contains only white space" if text else "is empty"
        raise UnreadableError(name, f"{what}; save the text of the note in it, or leave it out")
    if "\0" in text or _control_characters(text) > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableError(name, _BINARY)
    return Document(name, text)


def _control_characters(text: str) -> int:
    encoded = text.encode()  # far faster to count in than the text
    return len(encoded) - len(encoded.translate(None, _CONTROL))


def _other_format(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        archive = "looks like a zip archive; unpack it and name the notes inside"
        return next((sentence for part, sentence in _ZIP_PARTS if part in data), archive)
    start = data[:200].removeprefix(codecs.BOM_UTF8).lstrip()
    if _PAGE.match(start):
        return f"looks like a web page (HTML); {_SAVE_AS_TEXT}"
    return next((sentence for mark, sentence in _SIGNATURES if start.startswith(mark)), None)


def _characters(data: bytes, name: str) -> str:
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _strictly(data, len(mark), encoding, name)
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, len(codecs.BOM_UTF8), "utf-8", name)
    if b"\0" in data:
        return _strictly(data, 0, _utf16_by_its_nuls(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data, name)


def _strictly(data: bytes, start: int, encoding: str, name: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        said = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        # `from None`: a decoding error carries the whole note.
        raise UnreadableError(
            name, f"is damaged {said} text at byte {start + error.start}; save it again as UTF-8"
        ) from None


def _utf16_by_its_nuls(data: bytes, name: str) -> str:
    """The byte order, told by which half of most characters is NUL."""
    pairs = len(data) / 2
    first, second = data[0::2].count(0), data[1::2].count(0)
    few, most = pairs / 20, pairs / 2
    if first <= few and second > most:
        return "utf-16-le"
    if second <= few and first > most:
        return "utf-16-be"
    raise UnreadableError(name, _BINARY)


def _windows(data: bytes, name: str) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            name,
            f"is neither UTF-8 nor Windows-1252 text at byte {error.start}; save it again as UTF-8",
        ) from None
