"""No command writes over what a person wrote, and none makes a document that the report does not know of."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from clerkwell.model import Appendix, Report
from clerkwell.packs import load_folder
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from clerkwell.system import templates_folder
from helpers.commands import refused, run
from helpers.policies import policy_setter

PACK = "north-somerset-executive-2022"
TEXT = "NORTH SOMERSET COUNCIL\nREPORT TO THE EXECUTIVE\nDATE OF MEETING: 7 FEBRUARY 2024\nSUBJECT OF REPORT: PONDS\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A report without an error, that somebody has worked on."""
    path = tmp_path / "sound.clerkwell"
    pack = load_folder(templates_folder() / PACK)
    report = Report.model_validate_json(pack.files["sample.json"])
    assert report.created is not None
    report = report.model_copy(update={"modified": report.created + timedelta(hours=1)})
    write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "empty.clerkwell"
    assert run("new", "--pack", PACK, "-o", path) == 0
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def opened(empty: Path) -> Iterator[Path]:
    """A report that a window has open."""
    lock = FileLock(empty)
    lock.take()
    yield empty
    lock.release()


def test_an_import_does_not_write_over_its_source(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "report.txt" in refused(capsys, "import", source, "--pack", PACK, "-o", source)
    assert source.read_text(encoding="utf-8") == TEXT


def test_an_import_does_not_write_over_its_source_by_another_name(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "report.clerkwell"
    other.symlink_to(source)
    refused(capsys, "import", source, "--pack", PACK, "-o", other)
    assert source.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("name", ["report.docx", "report.txt", "report"])
def test_a_report_is_kept_under_a_name_that_opening_it_offers(
    name: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert ".clerkwell" in refused(capsys, "new", "--pack", PACK, "-o", folder / name)
    assert ".clerkwell" in refused(capsys, "import", source, "--pack", PACK, "-o", folder / name)
    assert not list(folder.iterdir())


def test_a_report_that_somebody_worked_on_is_not_made_anew(
    sound: Path, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sound.read_bytes()
    assert "sound.clerkwell" in refused(capsys, "new", "--pack", PACK, "-o", sound)
    assert "sound.clerkwell" in refused(capsys, "import", source, "--pack", PACK, "-o", sound)
    assert sound.read_bytes() == before


def test_a_change_made_in_the_window_counts_as_work(empty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = read_file(empty)
    assert stored.report.created is not None
    later = stored.report.created + timedelta(seconds=5)
    write_file(empty, replace(stored, report=stored.report.model_copy(update={"modified": later})))
    before = empty.read_bytes()
    refused(capsys, "new", "--pack", PACK, "-o", empty)
    assert empty.read_bytes() == before


def test_a_report_that_nobody_worked_on_can_be_made_again(empty: Path, source: Path) -> None:
    assert run("new", "--pack", PACK, "-o", empty) == 0
    assert run("import", source, "--pack", PACK, "-o", empty) == 0
    assert run("import", source, "--pack", PACK, "-o", empty) == 0
    assert read_file(empty).report.field("subject").text == "PONDS"


def test_a_file_without_anything_in_it_can_be_made_a_report(tmp_path: Path) -> None:
    path = tmp_path / "begun.clerkwell"
    path.touch()
    assert run("new", "--pack", PACK, "-o", path) == 0


def test_what_is_no_report_is_not_made_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letters.clerkwell"
    path.write_bytes(b"PK\x03\x04 a report that was cut off")
    assert "letters.clerkwell" in refused(capsys, "new", "--pack", PACK, "-o", path)
    assert path.read_bytes() == b"PK\x03\x04 a report that was cut off"


def test_a_report_that_is_open_is_not_made_anew(opened: Path, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = opened.read_bytes()
    assert "open" in refused(capsys, "new", "--pack", PACK, "-o", opened)
    assert "open" in refused(capsys, "import", source, "--pack", PACK, "-o", opened)
    assert opened.read_bytes() == before


def test_no_lock_stays_behind(empty: Path, tmp_path: Path) -> None:
    assert run("export", empty, "-o", tmp_path / "out.docx", "--accept", "Agreed", "--by", "A. Officer") == 0
    names = ["empty.clerkwell", "out - for the clerk.html", "out.docx"]
    assert sorted(each.name for each in tmp_path.iterdir()) == names


def test_an_export_does_not_write_over_its_report(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sound.read_bytes()
    link = tmp_path / "out.docx"
    link.symlink_to(sound)
    assert "report" in refused(capsys, "export", sound, "-o", link)
    assert "report" in refused(capsys, "export", sound, "-o", link, "--draft")
    assert sound.read_bytes() == before


def test_errors_of_a_report_that_is_open_are_not_accepted_behind_its_back(
    opened: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = opened.read_bytes()
    assert "open" in refused(capsys, "export", opened, "-o", tmp_path / "out.docx", "--accept", "Agreed")
    assert opened.read_bytes() == before
    assert not (tmp_path / "out.docx").exists()


def test_policy_forbids_accepting(
    empty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy_setter(monkeypatch, tmp_path)("allow_acceptance = false")
    before = empty.read_bytes()
    assert "set by IT" in refused(capsys, "export", empty, "-o", tmp_path / "out.docx", "--accept", "Agreed")
    assert not (tmp_path / "out.docx").exists()
    assert empty.read_bytes() == before


def test_a_report_of_a_newer_program_is_not_exported_without_what_we_do_not_know(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = tmp_path / "newer.clerkwell"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(newer, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "report.json":
                raw = json.loads(data)
                data = json.dumps({**raw, "format": 99}).encode()
            new.writestr(entry.filename, data)
    before = newer.read_bytes()
    assert "newer version" in refused(capsys, "export", newer, "-o", tmp_path / "out.docx")
    assert "newer version" in refused(capsys, "export", newer, "-o", tmp_path / "out.docx", "--accept", "Agreed")
    assert not (tmp_path / "out.docx").exists()
    assert newer.read_bytes() == before


def test_the_document_is_as_it_was_when_an_appendix_cannot_be_written(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = read_file(sound)
    appendices = tuple(
        Appendix(id=f"a{number}", number=str(number), title="Plan", attachment="plan.pdf") for number in (1, 2)
    )
    report = stored.report.model_copy(update={"appendices": appendices})
    write_file(sound, replace(stored, report=report, attachments={**stored.attachments, "plan.pdf": b"%PDF-1.4"}))
    (tmp_path / "Appendix 2 - Plan.pdf").mkdir()
    out = tmp_path / "out.docx"
    out.write_bytes(b"as it was")
    refused(capsys, "export", sound, "-o", out, "--accept", "Agreed")
    assert out.read_bytes() == b"as it was"
    assert not (tmp_path / "Appendix 1 - Plan.pdf").exists()


def test_appendices_of_one_name_both_travel(sound: Path, tmp_path: Path) -> None:
    stored = read_file(sound)
    kept = {"one.pdf": b"%PDF one", "two.pdf": b"%PDF two", "three.PDF": b"%PDF three"}
    appendices = tuple(
        Appendix(id=f"a{at}", number="1", title=title, attachment=name)
        for at, (name, title) in enumerate(zip(kept, ("Plan", "Plan", "PLAN"), strict=True))
    )
    report = stored.report.model_copy(update={"appendices": appendices})
    write_file(sound, replace(stored, report=report, attachments={**stored.attachments, **kept}))
    assert run("export", sound, "-o", tmp_path / "out.docx", "--draft") == 0
    written = {each.read_bytes() for each in tmp_path.iterdir() if each.name.startswith("Appendix 1")}
    assert written == set(kept.values())


def test_an_appendix_with_a_long_title_in_another_script_travels(sound: Path, tmp_path: Path) -> None:
    stored = read_file(sound)
    appendix = Appendix(id="a1", number="1", title="পরিকল্পনা " * 20, attachment="plan.pdf")
    report = stored.report.model_copy(update={"appendices": (appendix,)})
    write_file(sound, replace(stored, report=report, attachments={**stored.attachments, "plan.pdf": b"%PDF-1.4"}))
    assert run("export", sound, "-o", tmp_path / "out.docx", "--draft") == 0
    assert [each.read_bytes() for each in tmp_path.glob("Appendix 1*.pdf")] == [b"%PDF-1.4"]
