"""Are Word documents read as a person sees them, and are broken ones refused with a sentence?"""

import zipfile
from io import BytesIO

import docx
import pytest

from lint97110.errors import UnreadableError
from lint97110.readers import decode, word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def packed(body, root=f'<w:document xmlns:w="{W}" xmlns:mc="{MC}">', **parts):
    """A Word document whose body is this markup, with further parts by name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{root}<w:body>{body}</w:body></w:document>")
        for name, markup in parts.items():
            archive.writestr(f"word/{name}.xml", markup)
    return stream.getvalue()


def par(words):
    """A paragraph of these words."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def saved(document):
    """The bytes of a document that python-docx made."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(data):
    """The lines that are read."""
    return decode(data, "visit.docx").text.splitlines()


def refusal(data):
    """The sentence with which `data` is refused."""
    with pytest.raises(UnreadableError) as caught:
        decode(data, "visit.docx")
    assert caught.value.path == "visit.docx"
    return caught.value.reason


def test_paragraphs_tables_headers_and_footers():
    """All that is printed is read, from the top of the page to its foot."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Patient: Ada Quill"
    document.sections[0].footer.paragraphs[0].text = "Page of the clinic"
    document.add_heading("Objective", 1)
    table = document.add_table(2, 3)
    for cell, words in zip(
        table._cells, ["Exercise", "Dose", "Min", "Leg press", "3x10", ""], strict=True
    ):
        cell.text = words
    document.add_paragraph("Tolerated\twell,\nno pain.")

    assert lines(saved(document)) == [
        "Patient: Ada Quill",
        "Objective",
        "Exercise | Dose | Min",
        "Leg press | 3x10 | ",
        "Tolerated\twell,",
        "no pain.",
        "Page of the clinic",
    ]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        pytest.param(
            "<w:p><w:del><w:r><w:delText>2x10</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>3x10</w:t></w:r></w:ins></w:p>",
            ["3x10"],
            id="tracked changes",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{par('Leg press')}</w:sdtContent></w:sdt>"
            "<w:p><w:sdt><w:sdtContent><w:r><w:t>30 min</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            ["Leg press", "30 min"],
            id="controls",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Above</w:t></w:r><w:r><mc:AlternateContent>"
            f"<mc:Choice><w:txbxContent>{par('Boxed')}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent>{par('Boxed')}</w:txbxContent></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>",
            ["Above", "Boxed"],
            id="text box",
        ),
        pytest.param(
            "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Bridges</w:t></w:r></w:p>",
            ["- Bridges"],
            id="item of a list",
        ),
        pytest.param(
            "<w:p><w:r><w:fldChar/><w:instrText>DATE</w:instrText><w:t>3 May</w:t></w:r></w:p>",
            ["3 May"],
            id="field",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{par('Min')}{par('97110')}</w:tc>"
            f"<w:sdt><w:sdtContent><w:tc>{par('30')}</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
            ["Min 97110 | 30"],
            id="cells",
        ),
    ],
)
def test_what_a_person_sees(body, read):
    """The words in the order of reading, each once, and nothing that is not shown."""
    assert lines(packed(body)) == read


def test_same_header_is_read_once():
    """The first page, even pages and the others often say the same."""
    header = f'<w:hdr xmlns:w="{W}">{par("Patient: Ada Quill")}</w:hdr>'
    data = packed(par("Leg press 3x10"), header1=header, header2=header)

    assert lines(data) == ["Patient: Ada Quill", "Leg press 3x10"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PK\x03\x04 and nothing else", "damaged Word document", id="no archive"),
        pytest.param(packed("<w:p>"), "damaged Word document", id="broken markup"),
        pytest.param(packed(""), "no words", id="blank"),
        pytest.param(
            packed(par("&a;"), root='<!DOCTYPE a [<!ENTITY a "b">]><w:document>'),
            "damaged Word document",
            id="entities",
        ),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older Office file", id="with password"),
        pytest.param(b"", "is empty", id="empty"),
    ],
)
def test_refused(data, reason):
    """What is no Word document that can be read is told in a sentence."""
    assert reason in refusal(data)


def test_damage_is_told():
    """Wherever a byte was lost or changed, the words are read or the file is refused."""
    document = docx.Document()
    for number in range(40):
        document.add_paragraph(f"Step-ups 3x{number}, the knee kept over the foot")
    whole = saved(document)
    refused = 0
    for at in range(0, len(whole), 97):
        for broken in (whole[: at + 4], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            try:
                decode(broken, "visit.docx")
            except UnreadableError:
                refused += 1

    assert refused > len(whole) / 97


def test_zip_without_a_body_is_refused():
    """Another archive under this name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("notes.txt", "SLR 3x10")

    assert "damaged Word document" in refusal(stream.getvalue())


def test_too_large_once_unpacked(monkeypatch):
    """A small archive that grows is refused before it is unpacked."""
    monkeypatch.setattr(word, "MAX_UNPACKED", 100)

    assert "too large" in refusal(packed(par("x" * 100)))


def test_text_under_the_name_of_a_document():
    """It is a note all the same."""
    assert lines(b"SLR 3x10\n") == ["SLR 3x10"]
