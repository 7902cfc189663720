"""PDFs of every pack’s sample, judged by a checker of PDF/UA-1 that knows nothing of us; LibreOffice’s beside ours."""

import shutil
from pathlib import Path

import page as checker
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it ships no types
import pytest

from clerkwell.model import Image
from clerkwell.printing import engines, to_pdf
from clerkwell.word.writer import write_document
from helpers.building import make_report
from helpers.docx_making import png
from helpers.shipped import IDS, kept, sample, shipped

needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not here")

# What LibreOffice gets wrong itself, whatever the document; each was looked into.
KNOWN: dict[str, str] = {}


def document(pack_id: str, draft: bool) -> bytes:
    pack = shipped(pack_id)
    return write_document(sample(pack), pack, draft=draft, attachments=kept(pack))


def findings(pdf: bytes) -> dict[str, str]:
    report = checker.validate_pdf_bytes(pdf, profile="ua1")
    assert report.rules.total > 100, "the checker has looked at too little"
    return {each.rule_id: each.message for each in report.failures}


def title_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    found = opened.get_metadata_value("Title")
    opened.close()
    return str(found)


def bookmarks_of(pdf: bytes) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    found = [each.get_title() for each in opened.get_toc()]
    opened.close()
    return found


def language_of(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    import ctypes

    size = pdfium.FPDFCatalog_GetLanguage(opened, None, 0)
    room = ctypes.create_string_buffer(size)
    pdfium.FPDFCatalog_GetLanguage(opened, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size)
    opened.close()
    return room.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", IDS)
def test_the_approximation_is_sound_pdf_ua(pack_id: str, draft: bool) -> None:
    made = to_pdf(document(pack_id, draft), lambda: engines("approximation"))

    assert made.engine.approximate
    assert made.notes == ()
    assert findings(made.data) == {}
    assert title_of(made.data) == sample(shipped(pack_id)).field("subject").text
    assert "Appendices" in " ".join(bookmarks_of(made.data))
    assert language_of(made.data) == "en-GB"


@needs_libreoffice
@pytest.mark.libreoffice
@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("pack_id", IDS)
def test_libreoffices_pdf_is_sound_pdf_ua(pack_id: str, draft: bool) -> None:
    made = to_pdf(document(pack_id, draft), lambda: engines("libreoffice"))

    assert made.engine.kind == "libreoffice"
    assert {rule: message for rule, message in findings(made.data).items() if rule not in KNOWN} == {}
    assert title_of(made.data) == sample(shipped(pack_id)).field("subject").text
    assert "Appendices" in " ".join(bookmarks_of(made.data))
    assert language_of(made.data) == "en-GB"
    assert b"/DisplayDocTitle true" in made.data


@needs_libreoffice
@pytest.mark.libreoffice
def test_a_decorative_picture_is_no_figure_without_words() -> None:
    pack = shipped("generic-english-council")
    blocks = (Image(attachment="line.png", decorative=True), Image(attachment="map.png", alt="The way to the hall"))
    report = make_report({"background": blocks}, pack=pack)
    pictures = {"line.png": png(40, 4), "map.png": png(40, 40)}
    made = to_pdf(write_document(report, pack, draft=True, attachments=pictures), lambda: engines("libreoffice"))
    assert "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001" not in findings(made.data)


@needs_libreoffice
@pytest.mark.libreoffice
@pytest.mark.parametrize("pack_id", IDS)
def test_the_approximation_is_as_long_as_libreoffices_pages(pack_id: str, tmp_path: Path) -> None:
    exported = document(pack_id, draft=False)
    (tmp_path / "document.docx").write_bytes(exported)
    ours = to_pdf(exported, lambda: engines("approximation"))
    theirs = to_pdf(exported, lambda: engines("libreoffice"))

    assert abs(ours.pages - theirs.pages) <= 1
