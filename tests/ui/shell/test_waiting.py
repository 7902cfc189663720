"""Reading a report that a colleague has open, until they close it."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.session import lock_watch
from clerkwell.storage import FileLock, Holder, Locking, StoredReport, write_file
from clerkwell.system.processes import began, machine
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.opening import Opening
from helpers.building import make_pack, make_report
from helpers.desk import Recorder


class Colleague:
    """Somebody at another desk, who has a report open."""

    def __init__(self, file: Path, name: str = "Sam") -> None:
        self._file = file
        self._lock = FileLock(file).path
        holder = Holder(name, machine(), os.getpid(), began(os.getpid()), "2026-03-02T09:00:00+00:00", name)
        self._lock.write_text(json.dumps(asdict(holder)))

    def save(self, words: str) -> None:
        """Save something else."""
        put(self._file, words)

    def close(self) -> None:
        """Close it."""
        self._lock.unlink()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return put(tmp_path / "Parks.clerkwell", "Parks are busy.")


@pytest.fixture
def sam(window: MainWindow, messages: Recorder, file: Path) -> Iterator[Colleague]:
    """Has the report open that is read here."""
    sam = Colleague(file)
    messages.answer = "read"
    window.commands.open_file(file)
    assert window.opened is not None
    assert window.opened.session.read_only
    yield sam
    window.show_start()


def test_a_reader_is_told_when_it_is_closed_and_edits_the_newest_with_one_button(
    qtbot: QtBot, window: MainWindow, messages: Recorder, file: Path, sam: Colleague
) -> None:
    assert window.desk is not None
    window.desk.enter_part("background")
    sam.save("Parks are quiet.")
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert messages.noticed == ["Sam has closed this report, and has changed it since you opened it. Edit it now?"]
    read = window.opened
    press(messages, "&Edit it now")
    qtbot.waitUntil(lambda: window.opened is not read)
    assert window.opened is not None
    assert not window.opened.session.read_only
    assert "quiet" in str(window.opened.session.report.section("summary"))
    assert FileLock(file).holder() is not None
    assert window.desk is not None
    assert window.desk.part == "background"
    assert messages.said[-1] == "You can edit the report now."


def test_who_has_changed_nothing_is_not_said_to_have(
    qtbot: QtBot, messages: Recorder, sam: Colleague, window: MainWindow
) -> None:
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert messages.noticed == ["Sam has closed this report. Edit it now?"]
    come_back()
    qtbot.wait(100)
    assert len(messages.noticed) == 1, "it is said once"
    assert window.opened is not None
    assert window.opened.session.read_only, "nothing changes until it is asked for"


def test_it_is_noticed_without_anybody_touching_the_window(
    qtbot: QtBot, window: MainWindow, messages: Recorder, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clerkwell.ui.shell.waiting._EVERY", 0.05)
    sam = Colleague(file)
    messages.answer = "read"
    window.commands.open_file(file)
    qtbot.wait(200)
    assert messages.noticed == []
    sam.close()
    qtbot.waitUntil(lambda: bool(messages.noticed))


def test_another_colleague_may_be_faster(
    qtbot: QtBot, window: MainWindow, messages: Recorder, file: Path, sam: Colleague
) -> None:
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    alex = Colleague(file, "Alex")
    press(messages, "&Edit it now")
    qtbot.waitUntil(lambda: len(messages.asked) == 2)
    assert messages.asked[-1].text.startswith("Alex has “Parks.clerkwell” open")
    messages.noticed.clear()
    qtbot.wait(50)
    assert window.opened is not None
    assert window.opened.session.read_only
    alex.close()
    come_back()
    qtbot.waitUntil(lambda: messages.noticed == ["Alex has closed this report. Edit it now?"])


def test_an_offer_that_can_be_had_no_longer_is_taken_back(
    qtbot: QtBot, messages: Recorder, file: Path, sam: Colleague
) -> None:
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    Colleague(file, "Alex")
    come_back()
    qtbot.waitUntil(lambda: len(messages.noticed) == 2)
    assert messages.noticed[-1] == f"Alex on {machine()} has opened this report. You can still read it here."


def test_a_file_that_cannot_be_read_then_leaves_the_reader_where_they_were(
    qtbot: QtBot, window: MainWindow, messages: Recorder, file: Path, sam: Colleague
) -> None:
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    file.write_bytes(b"no report")
    press(messages, "&Edit it now")
    qtbot.waitUntil(lambda: len(messages.noticed) == 2)
    assert window.opened is not None
    assert "busy" in str(window.opened.session.report.section("summary"))


def test_a_slow_share_is_never_waited_for_by_the_window(
    qtbot: QtBot, window: MainWindow, messages: Recorder, sam: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, elsewhere = threading.get_ident(), []
    looked, read = lock_watch.look, Opening.read

    def slowly_looked(path: Path, known: str, counting: Locking) -> lock_watch.Seen:
        elsewhere.append(threading.get_ident())
        return looked(path, known, counting)

    def slowly_read(opening: Opening, path: Path) -> object:
        elsewhere.append(threading.get_ident())
        return read(opening, path)

    monkeypatch.setattr("clerkwell.ui.shell.waiting.look", slowly_looked)
    monkeypatch.setattr(Opening, "read", slowly_read)
    sam.close()
    come_back()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    press(messages, "&Edit it now")
    qtbot.waitUntil(lambda: window.opened is not None and not window.opened.session.read_only)
    assert len(elsewhere) == 2
    assert here not in elsewhere


def come_back() -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def press(messages: Recorder, text: str) -> None:
    next(offer for offer in messages.offers if offer.text == text).run()


def put(path: Path, words: str) -> Path:
    pack = make_pack()
    write_file(path, StoredReport(make_report({"summary": words}, pack=pack), pack_files=pack.files))
    return path
