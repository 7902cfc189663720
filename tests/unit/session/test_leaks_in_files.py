"""The last search goes into every kind of file that an office sends: letters, rich text, PDFs with a past."""

import base64
import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from clerkwell.model import Image, Report, SetBlocks, apply
from clerkwell.packs import Pack
from clerkwell.session.exporting import ExportRefusedError
from helpers.docx_making import W
from helpers.pdf_making import added_to, make_pdf, stream
from helpers.planting import jpeg, open_docx, package, png
from helpers.shipped import shipped
from helpers.two_sets import SECRET, Export, exporter, part_exempt, refused, with_appendix


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped("city-of-london-2023")


@pytest.fixture
def report(pack: Pack) -> Report:
    return part_exempt(pack)


@pytest.fixture
def export(pack: Pack, tmp_path: Path) -> Export:
    return exporter(pack, tmp_path / "sets")


def zipped(name: str, data: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return into.getvalue()


def letter(data: bytes = b"", name: str = "", words: str = "Open") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "robin@example.org", "sam@example.org", "The plan"
    made.set_content(words, cte="base64")
    if data:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


NOTE = f"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Sam Example)/Contents({SECRET})>>".encode()
ANSWER = f"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/V({SECRET})>>".encode()
BOOKMARK = f"<</Title({SECRET})/Parent 6 0 R/Dest[3 0 R/Fit]>>".encode()
PACKET = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>{SECRET}</d></x:xmpmeta>".encode()


def pdf_inside(data: bytes) -> bytes:
    names = "/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>"
    return make_pdf(
        more={6: b"<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 7 0 R>>>>", 7: stream(data, "/Type/EmbeddedFile")},
        catalogue=names,
    )


HIDDEN = {
    "a note.pdf": make_pdf(more={6: NOTE}, on_page="/Annots[6 0 R]"),
    "an answer.pdf": make_pdf(more={6: ANSWER}, on_page="/Annots[6 0 R]"),
    "a bookmark.pdf": make_pdf(
        more={6: b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>", 7: BOOKMARK}, catalogue="/Outlines 6 0 R"
    ),
    "its properties as XML.pdf": make_pdf(
        more={6: stream(PACKET, "/Type/Metadata/Subtype/XML")}, catalogue="/Metadata 6 0 R"
    ),
    "an earlier version.pdf": added_to(make_pdf(SECRET), "Open"),
    "a file inside.pdf": pdf_inside(open_docx(SECRET)),
    "a file pinned to a page.pdf": make_pdf(
        more={
            6: b"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R>>",
            7: b"<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 8 0 R>>>>",
            8: stream(SECRET.encode(), "/Type/EmbeddedFile"),
        },
        on_page="/Annots[6 0 R]",
    ),
    "what is a PDF.docx": make_pdf(SECRET),
    "what is a document.pdf": open_docx(SECRET),
    "a PDF in an archive.zip": zipped("a.pdf", make_pdf(SECRET)),
    "a PDF in a spreadsheet.xlsx": zipped(
        "xl/embeddings/a.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40) + make_pdf(SECRET)
    ),
    "a letter.eml": letter(words=SECRET),
    "what hangs on a letter.eml": letter(make_pdf(SECRET), "a.pdf"),
    "a letter in an archive.zip": zipped("a.eml", letter(open_docx(SECRET), "a.docx")),
    "rich text.rtf": (
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}" + SECRET.replace("was", "{\\b wa}\\i0 s").replace("i", "\\'69") + "}"
    ).encode(),
    "words parted at lines.txt": SECRET.replace("dismissed", "dis-\r\nmissed").encode(),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_private_words_are_found(export: Export, report: Report, name: str) -> None:
    assert refused(export, with_appendix(report, status="public", attachment=name), {name: HIDDEN[name]})


def test_the_same_files_with_nothing_private_travel(report: Report, tmp_path: Path) -> None:
    for number, (name, data) in enumerate(
        {
            "plain.pdf": make_pdf(),
            "letter.eml": letter(open_docx(), "a.docx"),
            "words.rtf": b"{\\rtf1\\ansi Open\\par}",
        }.items()
    ):
        made = exporter(shipped("city-of-london-2023"), tmp_path / str(number))
        assert made(with_appendix(report, status="public", attachment=name), {name: data}).public


def test_words_of_private_letters_are_looked_for_too(export: Export, report: Report) -> None:
    words = "Nobody outside the room may know what was offered"
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.eml")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    coded = letter(words=words)
    assert base64.b64encode(words.encode())[:20] in coded
    assert refused(export, both, {"offer.eml": coded, "open.docx": open_docx(f"x {words} y")})


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("scan.pdf", make_pdf(""), "shows no text on page 1"),
        ("photograph.png", png(""), "is a picture"),
        ("bids.7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(40), "whose words cannot be read"),
    ],
)
def test_what_nobody_could_search_is_named(export: Export, report: Report, name: str, data: bytes, said: str) -> None:
    made = export(with_appendix(report, status="public", attachment=name), {name: data})
    assert any(said in each and "Look through it" in each for each in made.found)


def test_notes_and_earlier_versions_of_a_pdf_are_told(export: Export, report: Report) -> None:
    open_note = NOTE.replace(SECRET.encode(), b"See the plan")
    both = with_appendix(report, status="public", title="Noted", attachment="a.pdf")
    both = with_appendix(both, id="x2", number="8", title="Changed", status="public", attachment="b.pdf")
    made = export(
        both,
        {
            "a.pdf": make_pdf(more={6: open_note}, on_page="/Annots[6 0 R]"),
            "b.pdf": added_to(make_pdf("What was there before"), "Open"),
        },
    )
    assert any("Noted.pdf has a note on its pages" in each for each in made.found)
    assert any("Changed.pdf still holds an earlier version" in each for each in made.found)


def test_what_other_files_tell_of_their_makers_is_told(export: Export, report: Report) -> None:
    core = '<c:p xmlns:c="x" xmlns:d="y"><d:creator>Robin Example</d:creator></c:p>'
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("docProps/core.xml", core)
    both = with_appendix(report, status="public", title="Figures", attachment="a.xlsx")
    both = with_appendix(both, id="x2", number="8", title="Renamed", status="public", attachment="b.bin")
    made = export(both, {"a.xlsx": book.getvalue(), "b.bin": open_docx("Open")})
    assert any("Figures.xlsx holds its author (Robin Example)" in each for each in made.found)


def test_a_word_document_under_another_name_is_looked_into_and_cleaned(export: Export, report: Report) -> None:
    made = export(with_appendix(report, status="public", attachment="a.pdf"), {"a.pdf": gossip()}, clean=True)
    assert any(each.startswith("Taken out of Appendix 7 - A paper.pdf") for each in made.found)


def gossip() -> bytes:
    return package(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr>'
            "<w:t>hidden</w:t></w:r></w:p></w:body></w:document>"
        }
    )


def test_a_withheld_file_is_known_after_cleaning_too(export: Export, report: Report) -> None:
    photograph = jpeg("Robin")
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="withheld.jpg")
    shown = (*both.blocks("conclusion"), Image(attachment="withheld.jpg", alt="The hall"))
    (said,) = refused(export, apply(SetBlocks(section="conclusion", blocks=shown), both), {"withheld.jpg": photograph})
    assert "has withheld.jpg inside it" in said
    both = with_appendix(report, status="exempt", exempt_paragraphs=(3,), attachment="offer.docx")
    both = with_appendix(both, id="x2", number="8", title="Open", status="public", attachment="open.docx")
    with pytest.raises(ExportRefusedError):
        export(both, {"offer.docx": gossip(), "open.docx": gossip()}, clean=True)


def test_a_word_document_with_a_password_is_named_as_one_that_nobody_could_search(
    export: Export, report: Report
) -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(99)
    made = export(with_appendix(report, status="public", attachment="a.docx"), {"a.docx": locked})
    assert any("has a password, so it was not searched" in each for each in made.found)
