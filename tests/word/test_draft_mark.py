"""DRAFT on every page of a draft, whatever headers its template has, and on no page of a final."""

import re
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest

from clerkwell.model import Landscape, Paragraph, Report, Text
from clerkwell.packs import Pack
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.docx_making import SECT, p, pack_of, parts_of, section, tbl, tc, tr
from helpers.independent import soffice
from helpers.shipped import IDS, sample, shipped

REPORT = make_report({"summary": "One"}, {"subject": "Trees"})
REF = '<w:headerReference w:type="{}" r:id="rId{}"/>'
TITLE_PAGE = SECT.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
BREAK = '<w:r><w:br w:type="page"/></w:r>'
LONG = tuple(Paragraph(runs=(Text(text=f"Paragraph {number}. " + "Words of no matter. " * 60),)) for number in range(8))


def headers(document: bytes) -> dict[str, bytes]:
    return {name: data for name, data in parts_of(document).items() if "/header" in name and name.endswith(".xml")}


def with_headers(sect: str, *references: str) -> str:
    return sect.replace("<w:pgSz", "".join(references) + "<w:pgSz")


def test_a_template_that_names_no_page_of_its_own_gets_one_with_a_header() -> None:
    document = write_document(REPORT, pack_of(section("summary"), sect=""), draft=True)
    assert [b"DRAFT" in data for data in headers(document).values()] == [True]
    assert b"<w:sectPr><w:headerReference" in parts_of(document)["word/document.xml"]


def test_a_header_that_is_a_table_is_marked_above_it() -> None:
    sect = with_headers(SECT, REF.format("default", 3))
    pack = pack_of(section("summary"), parts={"header1.xml": tbl(tr(tc(p("Council")))) + p()}, sect=sect)
    [header] = headers(write_document(REPORT, pack, draft=True)).values()
    assert header.index(b"DRAFT") < header.index(b"<w:tbl>")


def test_a_reference_to_a_header_that_is_not_there_gives_way() -> None:
    pack = pack_of(section("summary"), sect=with_headers(SECT, REF.format("default", 99)))
    document = write_document(REPORT, pack, draft=True)
    assert [b"DRAFT" in data for data in headers(document).values()] == [True]
    assert parts_of(document)["word/document.xml"].count(b"headerReference") == 1


def test_a_later_section_with_a_first_page_of_its_own_gets_a_header_for_it() -> None:
    body = p("a", more=with_headers(SECT, REF.format("default", 3))) + section("summary")
    pack = pack_of(body, parts={"header1.xml": p("Council")}, sect=TITLE_PAGE)
    document = write_document(REPORT, pack, draft=True)
    assert [b"DRAFT" in data for data in headers(document).values()] == [True, True]
    kinds = re.findall(rb'headerReference w:type="(\w+)"', parts_of(document)["word/document.xml"])
    assert kinds == [b"default", b"first"]


@pytest.mark.parametrize("pack_id", IDS)
def test_a_final_of_a_sample_says_draft_nowhere(pack_id: str) -> None:
    pack = shipped(pack_id)
    document = write_document(sample(pack), pack, draft=False, attachments=pack.sample_attachments)
    parts = parts_of(document)
    assert [name for name, data in parts.items() if b"DRAFT" in data] == []
    # The style of the mark stays with the council's other styles, under its own name.
    words = [name for name, data in parts.items() if re.search(rb"(?i)\bdraft\b", data)]
    assert words == ["word/styles.xml"]


def pages(document: bytes, folder: Path) -> list[str]:
    """The words of each page as LibreOffice lays the document out."""
    (folder / "shown.docx").write_bytes(document)
    command = [soffice(), f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), str(folder / "shown.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(folder / "shown.pdf") as found:
        return [page.get_textpage().get_text_bounded() for page in found]


def invented() -> tuple[Pack, Report]:
    """Sections with first, even and default headers, some of them missing, and pages that turn."""
    first = p("a", more=with_headers(TITLE_PAGE, REF.format("default", 3)))
    body = p(BREAK) + p(BREAK) + first + section("summary") + section("background")
    parts = {"header1.xml": tbl(tr(tc(p("Council")))) + p(), "settings.xml": "<w:evenAndOddHeaders/>"}
    turned = Landscape(blocks=(Paragraph(runs=(Text(text="On its side"),)),))
    report = make_report({"summary": (*LONG, turned, *LONG), "background": LONG})
    return pack_of(body, parts=parts, sect=TITLE_PAGE), report


@pytest.mark.libreoffice
@pytest.mark.parametrize("pack_id", [*IDS, "invented"])
def test_every_page_of_a_draft_says_so_as_libreoffice_lays_it_out(pack_id: str, tmp_path: Path) -> None:
    if pack_id == "invented":
        pack, report = invented()
    else:
        pack = shipped(pack_id)
        report = sample(pack)
    kept = pack.sample_attachments
    shown = pages(write_document(report, pack, draft=True, attachments=kept), tmp_path)
    assert len(shown) >= 2
    assert [number for number, words in enumerate(shown, 1) if "DRAFT" not in words] == []
    final = pages(write_document(report, pack, draft=False, attachments=kept), tmp_path)
    assert [number for number, words in enumerate(final, 1) if "DRAFT" in words] == []
