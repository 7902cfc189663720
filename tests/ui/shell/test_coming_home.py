"""Word documents in the window: drafts that come home, others that are imported, and what is kept for later."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from clerkwell.model import ReplaceReport, Report, words
from clerkwell.storage import FileLock, StoredReport, read_file, write_file
from clerkwell.ui.documents import AccountDialog
from clerkwell.ui.review import ReviewDialog
from clerkwell.ui.shell import MainWindow
from helpers.came_back import commented, edited, rewritten, sent, shipped, tracked, typed
from helpers.desk import Recorder
from helpers.modal import when_shown
from helpers.windows import Chosen, make_services, open_window

LENDS = tracked("lends", "gives")
ROOM = tracked("computer room", "", by="Sam Finance")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The sample in a file."""
    pack, report = shipped()
    path = tmp_path / "library.clerkwell"
    write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Where the draft is that came back."""
    return tmp_path / "from Legal.docx"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen) -> Iterator[MainWindow]:
    with open_window(make_services(tmp_path, shipped()[0]), messages, chosen) as opened:
        qtbot.waitExposed(opened)
        yield opened


def test_a_draft_of_the_open_report_is_reviewed_and_taken_in_as_one_step(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    before = _report(window)
    draft.write_bytes(edited(sent(), LENDS, ROOM))
    shown = when_shown(ReviewDialog, _accept_all_of("Pat Legal"))
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert shown
    assert _last(messages) == "1 change came in from from Legal.docx; undo takes it back."
    assert _has(_report(window), "gives")
    assert _has(_report(window), "computer room")
    window.commands.undo()
    assert _report(window) == before


def test_what_is_not_decided_waits_and_is_offered_when_the_report_is_opened_again(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    draft.write_bytes(edited(sent(), LENDS, ROOM))
    when_shown(ReviewDialog, lambda dialog: dialog.finish())
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "2 changes are still to decide" in _last(messages))
    assert window.menus.actions["review"].isEnabled()
    window.commands.save()
    window.commands.close_report()
    window.commands.open_file(report)
    assert _last(messages) == "2 changes are still to decide in “from Legal.docx”."
    when_shown(ReviewDialog, _accept_all_of("Sam Finance"))
    window.menus.actions["review"].trigger()
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert not _has(_report(window), "computer room")
    assert not window.menus.actions["review"].isEnabled()


def test_words_changed_here_too_are_chosen_side_by_side(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    assert window.opened is not None
    session = window.opened.session
    session.versions.keep_sent()
    section = next(each.id for each in session.report.sections if _in(each.blocks, "lends"))
    after = rewritten(session.report, section, "lends", "sells")
    session.apply(ReplaceReport(report=after), "Typing")
    draft.write_bytes(edited(sent(), LENDS))

    def choose(dialog: ReviewDialog) -> None:
        dialog.decide_shown("accepted")
        qtbot.waitUntil(lambda: "conflict" in dialog.counts.text())
        dialog.next_conflict()
        assert "sells" in dialog.conflict.ours.toPlainText()
        assert "gives" in dialog.conflict.theirs.toPlainText()
        dialog.conflict.theirs_button.click()
        dialog.finish()

    when_shown(ReviewDialog, choose)
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert _has(_report(window), "gives")
    assert not _has(_report(window), "sells")


def test_comments_come_in_as_notes(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    draft.write_bytes(commented(edited(sent(), LENDS), "computer room", "Is it still open?", "Sam Finance"))
    when_shown(ReviewDialog, _accept_all_of("Pat Legal"))
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert "1 comment is among the notes." in _last(messages)
    assert [(note.text, note.by) for note in _report(window).notes] == [("Is it still open?", "Sam Finance")]
    assert window.desk is not None
    assert window.desk.beside.tabs.tabText(1) == "Notes (1)"


def test_a_draft_that_nobody_changed_says_so(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    draft.write_bytes(sent())
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came back as it was sent" in _last(messages))


def test_a_draft_of_a_report_that_is_not_open_asks_for_its_report(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder, chosen: Chosen
) -> None:
    draft.write_bytes(edited(sent(), LENDS))
    messages.answer = "report"
    chosen.path = report
    when_shown(ReviewDialog, _accept_all_of("Pat Legal"))
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert messages.asked[0].text == "from Legal.docx is a draft that was exported from a report."
    assert window.opened is not None
    assert window.opened.session.path == report
    assert _has(_report(window), "gives")


def test_a_draft_can_be_made_a_report_of_its_own(
    qtbot: QtBot, window: MainWindow, draft: Path, messages: Recorder
) -> None:
    draft.write_bytes(edited(sent(), LENDS))
    messages.answer = "new"
    when_shown(AccountDialog, lambda dialog: dialog.reject())
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: window.opened is not None)
    assert window.opened is not None
    assert window.opened.session.path is None
    assert window.opened.session.dirty
    assert window.menus.actions["account"].isEnabled()
    assert _has(_report(window), "gives")
    messages.answer = "discard"


def test_nothing_is_reviewed_in_a_report_that_is_only_read(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    write_file(report, StoredReport(report=shipped()[1], pack_files=shipped()[0].files))
    theirs = FileLock(report)
    theirs.take()
    messages.answer = "read"
    window.commands.open_file(report)
    draft.write_bytes(edited(sent(), LENDS))
    messages.answer = "no"
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: len(messages.asked) == 2)
    assert "is a draft that was exported" in messages.asked[-1].text
    theirs.release()


def test_untracked_words_are_seen_as_changes_too(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path, messages: Recorder
) -> None:
    window.commands.open_file(report)
    draft.write_bytes(edited(sent(), typed("four weeks in spring", "five weeks in spring")))

    def take(dialog: ReviewDialog) -> None:
        assert "not tracked" in dialog.list.item(1).text() + str(dialog.list.item(1).data(257))
        dialog.decide_shown("accepted")
        dialog.finish()

    when_shown(ReviewDialog, take)
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: "came in" in _last(messages))
    assert _has(_report(window), "five weeks in spring")


def test_cancel_takes_nothing_in(qtbot: QtBot, window: MainWindow, report: Path, draft: Path) -> None:
    window.commands.open_file(report)
    before = _report(window)
    draft.write_bytes(edited(sent(), LENDS))
    shown = when_shown(ReviewDialog, lambda dialog: dialog.reject())
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: bool(shown))
    assert _report(window) is before


def test_an_exported_draft_is_kept_to_come_home_to(
    qtbot: QtBot, window: MainWindow, report: Path, tmp_path: Path, chosen: Chosen, messages: Recorder
) -> None:
    window.commands.open_file(report)
    chosen.path = tmp_path / "out.docx"
    window.commands.export_draft()
    qtbot.waitUntil(lambda: "The draft is in “out.docx”" in _last(messages))
    assert window.opened is not None
    (kept,) = window.opened.session.versions.all
    assert kept.automatic
    window.commands.save()
    assert read_file(report).report.versions == (kept,)


def test_a_draft_that_is_dropped_onto_the_window_is_taken_in(
    qtbot: QtBot, window: MainWindow, report: Path, draft: Path
) -> None:
    window.commands.open_file(report)
    draft.write_bytes(edited(sent(), LENDS))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(draft))])
    over, keys, buttons = QPointF(20, 20), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(over.toPoint(), Qt.DropAction.CopyAction, carried, buttons, keys)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    shown = when_shown(ReviewDialog, lambda dialog: dialog.reject())
    window.dropEvent(QDropEvent(over, Qt.DropAction.CopyAction, carried, buttons, keys))
    qtbot.waitUntil(lambda: bool(shown))


def test_a_broken_document_is_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, draft: Path, messages: Recorder
) -> None:
    draft.write_bytes(sent()[:4000])
    window.commands.open_file(draft)
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert "from Legal.docx" in _last(messages)
    assert window.opened is None


def _accept_all_of(author: str) -> "_Take":
    return _Take(author)


class _Take:
    def __init__(self, author: str) -> None:
        self._author = author

    def __call__(self, dialog: ReviewDialog) -> None:
        dialog.decide_shown("rejected")
        dialog.author.setCurrentText(self._author)
        dialog.decide_shown("accepted")
        dialog.finish()


def _report(window: MainWindow) -> Report:
    assert window.opened is not None
    return window.opened.session.report


def _in(blocks: object, text: str) -> bool:
    return any(text in words(block) for block in blocks)  # type: ignore[attr-defined]  # blocks of any kind


def _has(report: Report, text: str) -> bool:
    return any(_in(section.blocks, text) for section in report.sections)


def _last(messages: Recorder) -> str:
    return messages.noticed[-1] if messages.noticed else ""
