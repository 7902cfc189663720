"""`export --pdf`."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest

from clerkwell.cli import main
from clerkwell.model import Report
from clerkwell.packs import load_folder
from clerkwell.printing.finding import NO_OFFICE, PROGRAM
from clerkwell.storage import StoredReport, write_file
from clerkwell.system import templates_folder
from helpers import office_fakes as fakes
from helpers.office_fakes import fake_office

PACK = "north-somerset-executive-2022"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "sound.clerkwell"
    pack = load_folder(templates_folder() / PACK)
    found = Report.model_validate_json(pack.files["sample.json"])
    assert found.created is not None
    found = found.model_copy(update={"modified": found.created + timedelta(hours=1)})
    write_file(path, StoredReport(report=found, pack_files=pack.files, attachments=pack.sample_attachments))
    return path


@pytest.mark.parametrize("more", [[], ["--draft"]])
def test_it_is_beside_the_document_and_says_what_it_is(
    report: Path, more: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(NO_OFFICE, "1")
    out = report.with_name("out.docx")

    assert main(["export", str(report), "-o", str(out), "--pdf", *more]) == 0
    said = capsys.readouterr().out
    assert out.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert "out.pdf has " in said
    assert " pages. It is an approximation: Word may lay the pages out otherwise." in said


@pytest.mark.skipif(sys.platform == "win32", reason="the program that stands in is a script with a #! line")
def test_a_program_that_fails_is_told_of_and_the_next_way_taken(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(PROGRAM, str(fake_office(tmp_path, fakes.FAILS)))
    out = report.with_name("out.docx")

    assert main(["export", str(report), "-o", str(out), "--pdf"]) == 0
    said = capsys.readouterr().out
    assert "LibreOffice ended without making the pages." in said
    assert "It is an approximation" in said


def test_a_pdf_that_cannot_be_written_leaves_the_document(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(NO_OFFICE, "1")
    out = report.with_name("out.docx")
    out.with_suffix(".pdf").mkdir()

    assert main(["export", str(report), "-o", str(out), "--pdf"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("out.docx was written, but no PDF of it: ")
    assert len(told.strip().splitlines()) == 1
    assert out.is_file()
