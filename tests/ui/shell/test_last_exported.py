"""What was exported last, also before the report was closed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.session.last_export import LastExport, LastExports
from clerkwell.storage import StoredReport, read_file, write_file
from clerkwell.ui.kit import SessionBridge
from clerkwell.ui.shell import MainWindow
from helpers.building import make_report
from helpers.desk import Recorder
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window, write

PACK = shipped("north-somerset-executive-2022")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Parks.clerkwell"
    write_file(path, StoredReport(make_report({"summary": "Parks are busy."}, pack=PACK), pack_files=PACK.files))
    return path


def test_an_export_is_known_after_the_report_was_closed_and_opened_again(
    qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(tmp_path / "Out.docx")) as window:
        window.commands.open_file(file)
        window.commands.export_draft()
        qtbot.waitUntil(lambda: (tmp_path / "state" / "exports.json").exists(), timeout=10_000)
        assert told(window).startswith("Exported last: the draft, Out.docx, today at ")
        assert "changed" not in told(window)
    before = file.read_bytes()
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(None)) as again:
        again.commands.open_file(file)
        qtbot.waitUntil(lambda: bridge(again).last_export is not None)
        assert told(again).startswith("Exported last: the draft, Out.docx, today at ")
        assert "changed" not in told(again)
        assert offers(again) == ["Ope&n", "Show fo&lder"]
    assert file.read_bytes() == before, "nothing of it is in the report"


def test_it_says_when_the_report_has_changed_since_and_when_that_is_undone(
    qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(tmp_path / "Out.docx")) as window:
        window.commands.open_file(file)
        window.commands.export_draft()
        qtbot.waitUntil(lambda: bridge(window).last_export is not None, timeout=10_000)
        write(window, "summary", "Parks are quiet.")
        qtbot.waitUntil(lambda: told(window).endswith("The report has changed since."))
        window.commands.undo()
        qtbot.waitUntil(lambda: "changed" not in told(window))


def test_a_change_made_elsewhere_counts_too(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    keep(tmp_path, file, tmp_path, "of something else")
    with open_window(make_services(tmp_path, PACK), Recorder(), Chosen(None)) as window:
        window.commands.open_file(file)
        qtbot.waitUntil(lambda: bridge(window).last_export is not None)
        assert told(window).endswith("The report has changed since.")


def test_a_document_that_is_gone_is_said_to_be(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    keep(tmp_path, file, tmp_path / "Out.docx", "d")
    messages = Recorder()
    with open_window(make_services(tmp_path, PACK), messages, Chosen(None)) as window:
        window.commands.open_file(file)
        qtbot.waitUntil(lambda: bridge(window).last_export is not None)
        assert "It is no longer there" in told(window)
        assert offers(window) == ["Show fo&lder"]


def test_one_that_goes_meanwhile_is_told_when_it_is_asked_for(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    (tmp_path / "Out.docx").touch()
    keep(tmp_path, file, tmp_path / "Out.docx", "d")
    messages = Recorder()
    with open_window(make_services(tmp_path, PACK), messages, Chosen(None)) as window:
        window.commands.open_file(file)
        qtbot.waitUntil(lambda: bridge(window).last_export is not None)
        (tmp_path / "Out.docx").unlink()
        last = bridge(window).last_export
        assert last is not None
        last[1][0].run()
        assert messages.noticed[-1] == f"“Out.docx” is no longer in {tmp_path}: it was moved, renamed or deleted."


def test_what_was_exported_before_there_was_a_file_is_kept_with_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    chosen = Chosen(tmp_path / "Out.docx")
    with open_window(make_services(tmp_path, PACK), Recorder(), chosen) as window:
        window.commands.new_in(PACK.id)
        write(window, "summary", "Parks are busy.")
        window.commands.export_draft()
        qtbot.waitUntil(lambda: bridge(window).last_export is not None, timeout=10_000)
        qtbot.wait(100)
        chosen.path = tmp_path / "New.clerkwell"
        window.commands.save()
        kept = LastExports(tmp_path / "state" / "exports.json")
        qtbot.waitUntil(lambda: kept.of(tmp_path / "New.clerkwell") is not None)
    assert read_file(tmp_path / "New.clerkwell").report.section("summary") is not None


def test_a_blank_form_is_no_export_of_the_report(qtbot: QtBot, tmp_path: Path, file: Path) -> None:
    messages = Recorder()
    with open_window(make_services(tmp_path, PACK), messages, Chosen(tmp_path / "Form.docx")) as window:
        window.commands.open_file(file)
        window.commands.export_blank()
        qtbot.waitUntil(lambda: bool(messages.noticed), timeout=10_000)
        assert bridge(window).last_export is None


def keep(folder: Path, file: Path, to: Path, digest: str) -> None:
    made = LastExport("final document", str(to), str(folder), "2026-03-02T09:30:00+00:00", digest)
    LastExports(folder / "state" / "exports.json").keep(file, made)


def bridge(window: MainWindow) -> SessionBridge:
    assert window.desk is not None
    return window.desk.bridge


def told(window: MainWindow) -> str:
    last = bridge(window).last_export
    return last[0] if last is not None else ""


def offers(window: MainWindow) -> list[str]:
    last = bridge(window).last_export
    return [offer.text for offer in last[1]] if last is not None else []
