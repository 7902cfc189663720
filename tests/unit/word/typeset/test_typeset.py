"""A document set as pages of our own: what it says stands in them, and none of it is ever a command."""

import ctypes
import io
import tempfile
from pathlib import Path

import docx
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as raw  # type: ignore[import-untyped]  # it ships no types
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings

from clerkwell.model import Blocks, Report, Section, give_ids
from clerkwell.printing.approximation import make_here
from clerkwell.printing.pdf import page_count
from clerkwell.word.reader.lines import document_lines
from clerkwell.word.typeset import typeset
from clerkwell.word.typeset.literals import string
from clerkwell.word.writer import write_document
from helpers.docx_making import png
from helpers.shipped import IDS, kept, sample, shipped
from helpers.strategies import bodies

HOSTILE = (
    "#panic[x] $x^2$ *bold* _it_ `raw` @label <label> // comment /* open",
    '") #read("report.docx") #("',
    '\\u{41} \\ back\\slash \\" quote',
    "]] }} )) [[ {{ ((",
    "= Heading\n- item\n+ item\n/ term: x",
    '#import "@preview/x:1.0.0": *',
    "Tab\tand line\nand 😀 and \u200fRTL and \u00a0space and don’t",
)


def pages(document: bytes, folder: Path) -> list[str]:
    """The words of each page."""
    made, _ = make_here(document, folder)
    opened = pypdfium2.PdfDocument(made)
    words = []
    for page in opened:
        reading = page.get_textpage()
        words.append(reading.get_text_bounded())
        reading.close()
        page.close()
    opened.close()
    return words


def saved(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def folded(text: str) -> str:
    """Words without the ways in which lines end and hyphens are kept."""
    return "".join(each for each in text if each.isalnum() or each in '&<>{}[]()#$£%.:;"\\')


@pytest.mark.parametrize("pack_id", IDS)
@pytest.mark.parametrize("draft", [True, False])
def test_every_word_of_a_sample_is_in_the_pages(pack_id: str, draft: bool, tmp_path: Path) -> None:
    pack = shipped(pack_id)
    document = write_document(sample(pack), pack, draft=draft, attachments=kept(pack))
    shown = folded(" ".join(pages(document, tmp_path)))

    # "Page 1 of 1" is what the footer says before anything is counted.
    lines = [line for line in document_lines(document) if line.story not in ("footer", "header")]
    missing = [line.text for line in lines if not all(folded(word) in shown for word in line.text.split())]
    assert not missing
    assert [line.label for line in lines if line.label and folded(line.label) not in shown] == []
    assert ("DRAFT" in shown) == draft


def test_the_footer_counts_its_pages(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    found = pages(write_document(sample(pack), pack, draft=True, attachments=kept(pack)), tmp_path)

    assert len(found) > 3
    for number, words in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in " ".join(words.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_words_are_never_commands(text: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = text
    document.add_heading(text, 1)
    document.add_paragraph(text)
    document.add_paragraph(text, style="List Bullet")
    document.add_table(1, 1).rows[0].cells[0].text = text
    document.sections[0].header.paragraphs[0].text = text

    shown = folded(" ".join(pages(saved(document), tmp_path)))
    assert shown.count(folded(text).replace("\u200f", "")) >= 4 or "RTL" in text
    assert "RTL" not in text or shown.count("andline") >= 4


def test_a_string_is_one_literal() -> None:
    assert string('a"b\\c\n\td') == '"a\\"b\\\\c\\n\\td"'
    assert string("x\x00\x08\ud800y") == '"xy"' or "x" in string("x\x00y")


def test_a_page_on_its_side_and_a_page_break_are_kept(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Upright").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Second")
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        section.page_height,
        section.page_width,
    )
    document.add_paragraph("Wide")
    made, _ = make_here(saved(document), tmp_path)
    opened = pypdfium2.PdfDocument(made)

    sizes = [opened.get_page_size(at) for at in range(len(opened))]
    assert [width > height for width, height in sizes] == [False, False, True]
    opened.close()


def test_a_damaged_picture_leaves_its_place_and_a_sentence(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    document = write_document(sample(pack), pack, draft=True, attachments=kept(pack))
    source = typeset(document)
    name = next(iter(source.files))
    damaged = document_with(document, source.files[name], source.files[name][:40])
    made, notes = make_here(damaged, tmp_path)

    assert made.startswith(b"%PDF-")
    assert notes
    assert all(note.endswith("left empty.") for note in notes)


def document_with(document: bytes, old: bytes, new: bytes) -> bytes:
    """The document with other bytes for a part."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            after.writestr(entry, new if data == old else data)
    return out.getvalue()


def test_lists_are_numbered_as_word_numbers_them(tmp_path: Path) -> None:
    document = docx.Document()
    for word in ("one", "two"):
        document.add_paragraph(word, style="List Number")
    document.add_paragraph("between")
    document.add_paragraph("three", style="List Number")
    shown = " ".join(pages(saved(document), tmp_path)[0].split())

    assert "1. one 2. two between 3. three" in shown


def test_spaces_between_paragraphs_are_the_larger_of_two(tmp_path: Path) -> None:
    """As LibreOffice and Word have it for documents that do not ask for sums (ECMA-376 part 1, 17.15.3.21)."""

    def distance(adds: bool) -> float:
        document = docx.Document()
        first, second = document.add_paragraph("above"), document.add_paragraph("below")
        first.paragraph_format.space_after, second.paragraph_format.space_before = Pt(30), Pt(20)
        if adds:
            settings = document.settings.element
            compat = settings.find(qn("w:compat"))
            if compat is None:
                compat = OxmlElement("w:compat")
                settings.append(compat)
            compat.insert(0, OxmlElement("w:doNotUseHTMLParagraphAutoSpacing"))
        made, _ = make_here(saved(document), tmp_path)
        opened = pypdfium2.PdfDocument(made)
        page = opened[0]
        reading = page.get_textpage()
        tops = [reading.get_rect(at)[3] for at in range(reading.count_rects())]
        reading.close()
        page.close()
        opened.close()
        return float(tops[0] - tops[1])

    assert distance(adds=True) - distance(adds=False) == pytest.approx(20, abs=1)


def test_what_no_font_can_show_costs_no_document_its_promise(tmp_path: Path) -> None:
    import page as checker

    document = docx.Document()
    document.core_properties.title = "Ponds"
    document.add_heading("Ponds", 1)
    document.add_paragraph("Private \ue000, unassigned \U000e0fff, a control \x85, and a sign ☑")
    made, _ = make_here(saved(document), tmp_path)

    assert checker.validate_pdf_bytes(made, profile="ua1").is_compliant


@settings(max_examples=12)
@given(body=bodies)
def test_whatever_stands_in_a_report_there_are_pages(body: Blocks) -> None:
    pack = shipped("city-of-london-2023")
    report = give_ids(Report(pack=pack.ref, sections=(Section(id="background", blocks=body),)))
    document = write_document(report, pack, draft=True, attachments={"plan.png": png()})
    with tempfile.TemporaryDirectory() as folder:
        made, _ = make_here(document, Path(folder))

    assert page_count(made) >= 1


def test_the_same_document_has_the_same_source() -> None:
    pack = shipped("north-somerset-executive-2022")
    document = write_document(sample(pack), pack, draft=True, attachments=kept(pack))

    assert typeset(document) == typeset(document)


def tags_of(pdf: bytes) -> set[str]:
    """The kinds of tags in a PDF."""
    found: set[str] = set()

    def walk(element: object) -> None:
        size = raw.FPDF_StructElement_GetType(element, None, 0)
        room = ctypes.create_string_buffer(size)
        raw.FPDF_StructElement_GetType(element, room, size)
        found.add(room.raw.decode("utf-16-le").rstrip("\0"))
        for at in range(raw.FPDF_StructElement_CountChildren(element)):
            below = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if below:
                walk(below)

    opened = pypdfium2.PdfDocument(pdf)
    for page in opened:
        tree = raw.FPDF_StructTree_GetForPage(page)
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
        raw.FPDF_StructTree_Close(tree)
        page.close()
    opened.close()
    return found


def test_headings_lists_tables_notes_and_pictures_are_tagged_as_such(tmp_path: Path) -> None:
    pack = shipped("city-of-london-2023")
    made, _ = make_here(write_document(sample(pack), pack, draft=True, attachments=kept(pack)), tmp_path)

    assert tags_of(made) >= {"H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link", "Note"}
