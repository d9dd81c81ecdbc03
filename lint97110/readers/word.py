"""Word documents: the words of the body and of headers and footers, a line for each paragraph.

Only what a person sees is read: no deleted text of tracked changes, no fields' codes. A row of a
table is one line, its cells parted by bars, as notes in text have them.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

from lint97110.errors import UnreadableError
from lint97110.model import Document
from lint97110.readers import text

MAX_UNPACKED = 20_000_000
"""Bytes of XML in one part; a small archive can hold far more than any note needs."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_AROUND = re.compile(r"word/(header|footer)\d*\.xml")
_UNSEEN = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}txbxContent"))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_DAMAGED = "is a damaged Word document; open it in Word, save it again, or save it as plain text"

_FAULTS = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),  # of an archive
    *(ET.ParseError, LookupError, ValueError),  # of the markup, and of a part that is not there
    *(NotImplementedError, RuntimeError),  # an unknown method, a password, or too deep a tree
)


def decode(data: bytes, name: str) -> Document:
    """The text of the Word document in `data`; a file that is none is read as text.

    Raises UnreadableError for a damaged document, and for one without words.
    """
    if not data.startswith(b"PK"):
        return text.decode(data, name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            lines = "\n".join(line for part in _parts(archive, name) for line in _lines(part))
    except _FAULTS:
        # `from None`: an error of the parser may carry words of the note.
        raise UnreadableError(name, _DAMAGED) from None
    if not lines or lines.isspace():
        raise UnreadableError(name, "has no words in it; save the text of the note in it")
    return Document(name, lines + "\n")


def _parts(archive: ZipFile, name: str) -> Iterator[ET.Element]:
    """The headers, the body and the footers, those that say the same only once."""
    around = sorted(filter(_AROUND.fullmatch, archive.namelist()))
    above = [part for part in around if "header" in part]
    below = [part for part in around if "footer" in part]
    said = set()
    for part in (*above, _BODY, *below):
        if archive.getinfo(part).file_size > MAX_UNPACKED:
            raise UnreadableError(name, "is too large; export it as plain text, one note per file")
        markup = archive.read(part)
        if b"<!DOCTYPE" in markup:  # Word writes none; its entities could fill the memory
            raise ET.ParseError
        if markup not in said:
            said.add(markup)
            yield ET.fromstring(markup)  # noqa: S314, without entities it is only a tree


def _lines(element: ET.Element) -> Iterator[str]:
    """The lines below an element, in the order of reading."""
    for child in element:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tr":
            yield " | ".join(" ".join(_lines(cell)).strip() for cell in _cells(child))
        elif child.tag not in _UNSEEN and child.tag != _FALLBACK:
            yield from _lines(child)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        else:  # a cell may lie in a control for its content
            yield from _cells(child)


def _paragraph(paragraph: ET.Element) -> Iterator[str]:
    """Its own line, and below it those of boxes that are anchored in it."""
    is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    words = "".join(_words(paragraph))
    yield f"- {words}" if is_item and words.strip() else words
    for box in _boxes(paragraph):
        yield from _lines(box)


def _words(element: ET.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _UNSEEN and child.tag != _FALLBACK:
            yield from _words(child)


def _boxes(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag != _FALLBACK:  # the same box again, for older programs
            yield from _boxes(child)
