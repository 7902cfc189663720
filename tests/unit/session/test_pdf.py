"""A PDF beside a document."""

import sys
from pathlib import Path

import pytest

from clerkwell.packs import Pack
from clerkwell.packs.manifest import Pages
from clerkwell.printing.finding import NO_OFFICE
from clerkwell.session.pdf import PrintingError, export_pdf, page_advice
from clerkwell.system import FileError
from clerkwell.word.writer import write_document
from helpers import office_fakes as fakes
from helpers.office_fakes import fake_office, gives
from helpers.pdfs import make_pdf
from helpers.shipped import kept, sample, shipped

PACK = shipped("north-somerset-executive-2022")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs that stand in are scripts with a #! line")


def advised(most: int | None, note: str = "") -> Pack:
    manifest = PACK.manifest.model_copy(update={"pages": Pages(most=most, note=note)})
    return Pack(manifest, PACK.files)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Report on ponds.docx"
    path.write_bytes(write_document(sample(PACK), PACK, draft=False, attachments=kept(PACK)))
    return path


def test_without_an_office_it_is_the_approximation(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_OFFICE, "1")
    made = export_pdf(document)

    assert made.path == document.with_name("Report on ponds.pdf")
    assert made.approximate
    assert made.pages > 3
    assert made.path.read_bytes().startswith(b"%PDF-")


@posix
def test_it_says_what_made_it(document: Path, tmp_path: Path) -> None:
    made = export_pdf(document, choice="libreoffice", libreoffice=str(gives(tmp_path, make_pdf(3))))

    assert (made.by, made.approximate, made.pages) == ("LibreOffice", False, 3)


@posix
def test_one_that_fails_leaves_document_and_old_pdf_as_they_were(document: Path, tmp_path: Path) -> None:
    old = document.with_suffix(".pdf")
    old.write_bytes(b"as it was")
    before = document.read_bytes()
    with pytest.raises(PrintingError):
        export_pdf(document, choice="libreoffice", libreoffice=str(fake_office(tmp_path, fakes.RUBBISH)))

    assert old.read_bytes() == b"as it was"
    assert document.read_bytes() == before


def test_a_document_that_is_gone_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        export_pdf(tmp_path / "gone.docx")
    with pytest.raises(FileError):
        export_pdf(tmp_path / "gone.pdf")


def test_what_is_no_document_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_OFFICE, "1")
    path = tmp_path / "words.docx"
    path.write_bytes(b"only words")
    with pytest.raises(PrintingError, match=r"^The approximation ended without making the pages\.$"):
        export_pdf(path)

    assert not path.with_suffix(".pdf").exists()


@pytest.mark.parametrize(
    ("pages", "pack", "said"),
    [
        (4, advised(None), ""),
        (4, advised(None, "Shorter is better."), "Shorter is better."),
        (4, advised(4), "North Somerset Council advises at most 4 pages."),
        (6, advised(4), "North Somerset Council advises at most 4 pages, and this is 2 over."),
        (1, advised(1), "North Somerset Council advises at most one page."),
    ],
)
def test_the_councils_advice_is_a_sentence(pages: int, pack: Pack, said: str) -> None:
    assert page_advice(pages, pack) == said
