"""The real program: a draft is sent, LibreOffice and a colleague write in it, the report goes on, and both meet."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from clerkwell.comparing import compare
from clerkwell.model import Note, Place, SetNotes, apply, words
from clerkwell.storage import StoredReport, read_file, write_file
from helpers.came_back import commented, edited, rewritten, shipped, tracked, typed
from helpers.independent import soffice

SOURCE = Path(__file__).resolve().parents[2] / "desktop"


def clerkwell(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "clerkwell", *(str(each) for each in arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        timeout=120,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A report with a note on it, in a file."""
    pack, report = shipped()
    place = Place(section="summary", block=report.blocks("summary")[0].id, start=0, end=3)
    note = Note(id="n1", place=place, quote="The", text="Is this so?", by="Robin", shared=True)
    path = tmp_path / "Computers.clerkwell"
    write_file(path, StoredReport(apply(SetNotes(notes=(note,)), report), pack.files, pack.sample_attachments))
    return path


def test_a_draft_goes_out_is_written_in_and_comes_home_to_a_report_that_went_on(file: Path, tmp_path: Path) -> None:
    draft, back = tmp_path / "draft.docx", tmp_path / "back.docx"
    assert clerkwell("export", file, "--draft", "-o", draft).returncode == 0
    stored = read_file(file)
    write_file(file, replace(stored, report=rewritten(stored.report, "summary", "£125,000", "£130,000")))
    assert clerkwell("keep", file, "Before Legal").returncode == 0
    changed = edited(
        draft.read_bytes(), tracked("lends", "gives"), typed("four weeks in spring", "five weeks in spring")
    )
    back.write_bytes(commented(changed, "nine years old", "How many?", "Pat Legal"))

    told = clerkwell("merge", file, back)
    assert told.returncode == 0, told.stderr
    assert "“lends” to “gives” (Pat Legal)" in told.stdout
    merged = read_file(file)
    pack, sample = shipped()
    assert {(each.before, each.after) for each in compare(sample, merged.report, pack)} == {
        ("lends", "gives"),
        ("125,000", "130,000"),
        ("four", "five"),
    }
    assert [note.text for note in merged.report.notes] == ["Is this so?", "How many?"]
    assert [block.id for block in merged.report.blocks("summary")] == [block.id for block in sample.blocks("summary")]

    told = clerkwell("compare", f"{file}#Before Legal", file, "-o", tmp_path / "compared.docx")
    assert told.returncode == 0, told.stderr
    assert "2 differences" in told.stdout
    final = tmp_path / "final.docx"
    assert clerkwell("export", file, "-o", final, "--accept", "Agreed", "--by", "Robin").returncode == 0
    told = clerkwell("import", final, "-o", tmp_path / "again.clerkwell")
    assert told.returncode == 0, told.stderr
    assert read_file(tmp_path / "again.clerkwell").report.notes == ()


def test_a_conflict_writes_nothing_until_it_is_decided(file: Path, tmp_path: Path) -> None:
    draft, back = tmp_path / "draft.docx", tmp_path / "back.docx"
    assert clerkwell("export", file, "--draft", "-o", draft).returncode == 0
    stored = read_file(file)
    write_file(file, replace(stored, report=rewritten(stored.report, "summary", "lends", "owns")))
    back.write_bytes(edited(draft.read_bytes(), tracked("lends", "gives")))
    before = file.read_bytes()
    told = clerkwell("merge", file, back)
    assert (told.returncode, file.read_bytes()) == (1, before)
    assert "[-lends-][+owns+]" in told.stdout
    assert "[-lends-][+gives+]" in told.stdout
    assert clerkwell("merge", file, back, "--prefer", "theirs").returncode == 0
    assert " gives " in words(read_file(file).report.blocks("summary")[0])


def test_a_section_is_handed_off_and_brings_home_that_section_alone(file: Path, tmp_path: Path) -> None:
    part, back = tmp_path / "part.docx", tmp_path / "back.docx"
    assert clerkwell("export", file, "--handoff", "background", "-o", part, "--by", "Robin").returncode == 0
    stored = read_file(file)
    write_file(file, replace(stored, report=rewritten(stored.report, "summary", "lends", "owns")))
    before = read_file(file).report
    back.write_bytes(edited(part.read_bytes(), tracked("computer room", "reading room")))
    told = clerkwell("merge", file, back)
    assert told.returncode == 0, told.stderr
    after = read_file(file).report
    assert [(each.before, each.after) for each in compare(before, after, shipped()[0])] == [("computer", "reading")]


@pytest.mark.libreoffice
def test_a_draft_that_libreoffice_saved_brings_home_what_was_done_and_nothing_else(file: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    assert clerkwell("export", file, "--draft", "-o", draft).returncode == 0
    documents = {
        "plain": draft.read_bytes(),
        "written": edited(
            draft.read_bytes(), tracked("computer room", "reading room"), typed("four weeks", "six weeks")
        ),
    }
    for name, data in documents.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    saved = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        [
            soffice(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx", "--outdir", saved,
            *(tmp_path / f"{name}.docx" for name in documents),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )  # fmt: skip
    before = read_file(file).report
    told = clerkwell("merge", file, saved / "plain.docx")
    assert told.returncode == 0, told.stderr
    assert compare(before, read_file(file).report, shipped()[0]) == ()
    told = clerkwell("merge", file, saved / "written.docx")
    assert told.returncode == 0, told.stderr
    assert {(each.before, each.after) for each in compare(before, read_file(file).report, shipped()[0])} == {
        ("computer", "reading"),
        ("four", "six"),
    }
