"""The main window: from the start page to an open report and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, SetBlocks
from clerkwell.packs import load_folder
from clerkwell.storage import StoredReport, read_file, write_file
from clerkwell.system import Settings, templates_folder
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.actions import ACTIONS
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window, write

OWN = MANIFEST.replace('title = "Test report"', 'title = "Test report"\norder = "report"')


def test_the_keyboard_alone_starts_a_report(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.start.packs, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.part == "header"
    assert window.windowTitle() == "New report[*] – Clerkwell"


def test_a_new_report_is_saved_where_its_author_says(window: MainWindow, chosen: Chosen, messages: Recorder) -> None:
    write(window, "summary", "Parks are busy.")
    window.commands.save()
    assert chosen.path is not None
    assert read_file(chosen.path).report.blocks("summary") == blocks("Parks are busy.")
    assert messages.said[-1] == "Saved in parks.clerkwell."
    assert chosen.suggested[0].name == "Committee report.clerkwell"


def test_a_named_report_saves_itself(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen) -> None:
    with open_window(make_services(tmp_path, make_pack(), save_by_itself=True), messages, chosen) as window:
        window.commands.new_in("test-council")
        window.commands.save()
        write(window, "summary", "Parks are busy.")
        assert chosen.path is not None
        path = chosen.path
        qtbot.waitUntil(lambda: read_file(path).report.blocks("summary") == blocks("Parks are busy."))
        qtbot.waitUntil(lambda: not window.opened or not window.opened.session.dirty)


def test_undo_goes_to_the_section_it_changes(window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.desk is not None
    window.desk.enter_part("background")
    window.menus.actions["undo"].trigger()
    assert window.desk.part == "summary"
    assert window.opened is not None
    assert window.opened.session.report.blocks("summary") == ()
    window.menus.actions["redo"].trigger()
    assert window.opened.session.report.blocks("summary") == blocks("Parks are busy.")


def test_undo_says_what_it_took_back_and_where(window: MainWindow, messages: Recorder) -> None:
    write(window, "summary", "Words.")
    assert window.desk is not None
    window.menus.actions["undo"].trigger()
    assert messages.said[-1] == "Undone: Typing in Summary."
    assert window.desk.part == "summary", "one is taken to what changed elsewhere"
    window.menus.actions["redo"].trigger()
    assert messages.said[-1] == "Done again: Typing in Summary."
    window.commands.toggle_done()
    window.menus.actions["undo"].trigger()
    assert messages.said[-1] == "Undone: Mark as done in Summary."


def test_undo_says_what_it_would_undo(window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.menus.actions["undo"].text() == "&Undo typing"
    assert window.menus.actions["undo"].isEnabled()
    assert not window.menus.actions["redo"].isEnabled()


def test_a_text_field_leaves_undo_to_the_report(qtbot: QtBot, window: MainWindow) -> None:
    write(window, "summary", "Parks are busy.")
    assert window.desk is not None
    window.desk.show_place(Place(field="subject"))
    line = QApplication.focusWidget()
    assert isinstance(line, QWidget)
    qtbot.keyClicks(line, "Parks")
    assert window.opened is not None
    session = window.opened.session
    assert session.report.field("subject").text == "Parks"
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.report.field("subject").text == ""
    assert session.report.blocks("summary") == blocks("Parks are busy.")


def test_a_final_export_is_refused_while_errors_stand_and_shows_them(
    qtbot: QtBot, window: MainWindow, messages: Recorder, chosen: Chosen
) -> None:
    window.commands.new_in("test-council")
    assert window.opened is not None
    session = window.opened.session
    qtbot.waitUntil(lambda: session.problems_revision == session.revision)
    window.commands.export_final()
    assert window.desk is not None
    assert window.desk.part == "check"
    assert "2 parts were still to do" in messages.noticed[-1]
    assert not chosen.suggested
    # The keyboard is on the first thing to put right.
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractItemView)
    assert focus.accessibleName() == "Problems"
    assert focus.currentIndex().parent().isValid()


def test_a_draft_is_exported_whatever_stands(qtbot: QtBot, tmp_path: Path, messages: Recorder) -> None:
    pack = load_folder(templates_folder() / "generic-english-council")
    chosen = Chosen(tmp_path / "draft.docx")
    with open_window(make_services(tmp_path, pack), messages, chosen) as window:
        window.commands.new_in(pack.id)
        window.commands.export_draft()
        qtbot.waitUntil(lambda: bool(messages.noticed))
        assert messages.noticed == ["The draft is in “draft.docx”."]
        assert (tmp_path / "draft.docx").stat().st_size > 5000


def test_an_export_that_fails_says_why_and_writes_nothing(qtbot: QtBot, tmp_path: Path, messages: Recorder) -> None:
    pack = load_folder(templates_folder() / "generic-english-council")
    chosen = Chosen(tmp_path / "no such folder" / "draft.docx")
    with open_window(make_services(tmp_path, pack), messages, chosen) as window:
        window.commands.new_in(pack.id)
        window.commands.export_draft()
        qtbot.waitUntil(lambda: bool(messages.noticed))
        assert "There is no folder" in messages.noticed[0]
        assert not (tmp_path / "no such folder").exists()


@pytest.mark.parametrize(("answer", "stays"), [("cancel", True), ("discard", False)])
def test_an_unsaved_report_is_not_closed_without_a_question(
    window: MainWindow, messages: Recorder, answer: str, stays: bool
) -> None:
    write(window, "summary", "Parks are busy.")
    messages.answer = answer
    assert window.close() is not stays
    assert len(messages.asked) == 1
    assert (window.opened is not None) is stays


def test_an_imported_text_is_in_no_file_and_is_not_closed_without_a_question(
    window: MainWindow, messages: Recorder, tmp_path: Path
) -> None:
    text = tmp_path / "parks.txt"
    text.write_text("Summary\n\nParks are busy.\n\nBackground\n\nThey were opened in 1890.\n")
    QTimer.singleShot(0, _put_dialog_away)  # what was found in the text
    window.commands.open_file(text)
    assert window.opened is not None
    assert window.opened.session.dirty
    assert window.saved_state == "Not saved in a file yet (Ctrl+S)"
    messages.answer = "cancel"
    assert not window.close()
    messages.answer = "discard"
    assert window.close()


def test_opening_another_file_sees_to_the_open_report_first(
    window: MainWindow, messages: Recorder, tmp_path: Path
) -> None:
    other = tmp_path / "other.clerkwell"
    write_file(other, StoredReport(report=make_report(pack=make_pack()), pack_files=make_pack().files))
    write(window, "summary", "Parks are busy.")
    messages.answer = "cancel"
    window.commands.open_file(other)
    assert window.opened is not None
    assert window.opened.session.path is None
    messages.answer = "discard"
    window.commands.open_file(other)
    assert window.opened.session.path == other


@pytest.mark.parametrize(("answer", "read_only"), [("read", True), ("take", False), ("cancel", None)])
def test_a_report_that_is_open_elsewhere_offers_three_ways(
    window: MainWindow, messages: Recorder, tmp_path: Path, answer: str, read_only: bool | None
) -> None:
    from clerkwell.storage import FileLock

    path = tmp_path / "shared.clerkwell"
    write_file(path, StoredReport(report=make_report(pack=make_pack()), pack_files=make_pack().files))
    theirs = FileLock(path)
    theirs.take()
    messages.answer = answer
    window.commands.open_file(path)
    assert "shared.clerkwell" in messages.asked[0].text
    assert (window.opened.session.read_only if window.opened else None) is read_only
    theirs.release()


@pytest.mark.parametrize("name", ["missing.clerkwell", "letter.docx", "notes.clerkwell"])
def test_what_cannot_be_opened_is_told_in_a_sentence(
    qtbot: QtBot, window: MainWindow, messages: Recorder, tmp_path: Path, name: str
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"PK")
    (tmp_path / "notes.clerkwell").write_bytes(b"not a report")
    window.commands.open_file(tmp_path / name)
    qtbot.waitUntil(lambda: len(messages.noticed) == 1)
    assert window.opened is None
    assert name in messages.noticed[0]


def test_a_section_of_the_reports_own_is_added_moved_and_left_out(
    qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen
) -> None:
    with open_window(make_services(tmp_path, make_pack(OWN)), messages, chosen) as window:
        qtbot.waitExposed(window)
        window.commands.new_in("test-council")
        assert window.opened is not None
        session = window.opened.session
        session.apply(SetBlocks(section="summary", blocks=blocks("Words.")), "Typing")
        window.menus.actions["add-section"].trigger()
        assert window.desk is not None
        assert window.desk.part == "own-1"
        assert window.menus.actions["section-up"].isEnabled()
        window.menus.actions["section-up"].trigger()
        assert [section.id for section in session.report.sections] == ["own-1", "summary"]
        window.menus.actions["leave-out"].trigger()
        assert [section.id for section in session.report.sections] == ["summary"]
        window.menus.actions["undo"].trigger()
        assert [section.id for section in session.report.sections] == ["own-1", "summary"]


def test_sections_cannot_be_added_where_the_pack_sets_them(window: MainWindow) -> None:
    window.commands.new_in("test-council")
    assert not window.menus.actions["add-section"].isEnabled()


def test_every_action_that_can_be_used_does_something_without_a_fault(window: MainWindow) -> None:
    waits_for_an_answer = {
        "settings", "check-pack", "actions", "shortcuts", "about", "quit", "close", "new", "help", "earlier", "send",
        "workshop", "keep-version", "versions", "letter", "note", "print", "word-count", "my-details",
        "another-template", "gather",
    }  # fmt: skip
    window.commands.new_in("test-council")
    for spec in ACTIONS:
        action = window.menus.actions[spec.id]
        if spec.id not in waits_for_an_answer and action.isEnabled():
            action.trigger()
    assert window.opened is not None


def _put_dialog_away() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


def test_a_check_that_is_left_out_and_a_word_that_is_added_hold_at_once(qtbot: QtBot, window: MainWindow) -> None:
    write(window, "summary", "The comittee met.")
    assert window.opened is not None
    session = window.opened.session

    def spelling() -> bool:
        return any(each.rule == "misspelt" for each in session.problems)

    def wanted(spelling_too: bool, *own_words: str) -> None:
        window.commands.take_settings(Settings(check_spelling=spelling_too), frozenset(own_words))

    qtbot.waitUntil(spelling)
    wanted(False)
    qtbot.waitUntil(lambda: not spelling())
    wanted(True)
    qtbot.waitUntil(spelling)
    wanted(True, "comittee")
    qtbot.waitUntil(lambda: not spelling())
    wanted(True)
    qtbot.waitUntil(spelling)


def test_the_check_page_says_how_the_report_reads(qtbot: QtBot, window: MainWindow) -> None:
    write(window, "summary", "The parks are open each day and the paths are dry and safe to walk on. " * 3)
    assert window.desk is not None
    window.desk.enter_part("check")

    def told() -> list[QLabel]:
        labels = window.findChildren(QLabel)
        return [each for each in labels if each.isVisible() and each.text().startswith("Reading ease")]

    qtbot.waitUntil(lambda: bool(told()))
    assert "to a sentence" in told()[0].toolTip()
