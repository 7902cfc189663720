"""The list of the start page, from the window: states, files that are gone, reports taken off it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.kit import Choice, Question
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.voice import WindowMessages
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.start import RecentReports
from helpers.building import make_pack, make_report
from helpers.desk import Recorder
from helpers.modal import when_shown
from helpers.windows import Chosen, write


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Trees.clerkwell"
    report = make_report({"summary": "Words."}, {"subject": "Trees"}, pack=make_pack())
    write_file(path, StoredReport(report, pack_files=make_pack().files))
    return path


def states(folder: Path) -> list[str]:
    return [each.state for each in RecentReports(folder / "recent.json").load()]


def test_what_is_listed_is_as_far_as_the_report_had_come_when_it_was_closed(
    window: MainWindow, tmp_path: Path, file: Path
) -> None:
    window.commands.open_file(file)
    (opened,) = states(tmp_path)
    write(window, "background", "More words.")
    window.commands.toggle_done()
    window.desk.show_part("background")  # type: ignore[union-attr]  # it is open
    window.commands.toggle_done()
    window.commands.save()
    window.show_start()
    (closed,) = states(tmp_path)
    assert opened.startswith("Draft, ")
    assert closed != opened
    assert closed in window.start.recent.item(0).text() + str(window.start.recent.item(0).data(0x0101))


@pytest.mark.parametrize("answer", ["look", "remove", "no"])
def test_a_report_that_is_not_where_it_was_can_be_looked_for_or_taken_off(
    window: MainWindow, messages: Recorder, chosen: Chosen, tmp_path: Path, file: Path, answer: str
) -> None:
    window.commands.open_file(file)
    window.show_start()
    chosen.path = file.rename(tmp_path / "Moved.clerkwell")
    messages.answer = answer
    window.commands.find_lost(file)
    assert "“Trees.clerkwell” is not in" in messages.asked[-1].text
    listed = [Path(each.path).name for each in RecentReports(tmp_path / "recent.json").load()]
    assert listed == {"look": ["Moved.clerkwell"], "remove": [], "no": ["Trees.clerkwell"]}[answer]
    assert (window.opened is not None) is (answer == "look")


def test_the_answers_of_a_question_are_whole_however_large_the_text(qtbot: QtBot, window: MainWindow) -> None:
    messages = WindowMessages(window, window.statusBar(), NoticeStrip(window))
    window.setStyleSheet("QMessageBox QPushButton { font-size: 30pt; }")
    narrow: list[str] = []

    def look(box: QMessageBox) -> None:
        qtbot.wait(50)
        narrow.extend(each.text() for each in box.buttons() if each.width() < each.sizeHint().width())
        box.reject()

    done = when_shown(QMessageBox, look)
    choices = tuple(Choice(each, f"Take the {each} way out") for each in ("first", "second", "third", "last"))
    messages.ask(Question("A title", "A question.", choices, "last"))
    assert done
    assert narrow == []
